// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/personexport.h"

#include "base/text.h"
#include "catalog/jsonrepair.h"
#include "transfer/jsonlineswriter.h"
#include "transfer/outputfiles.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace gauge::transfer {

namespace {

using lake::PersonInFeed;
using lake::PersonInLake;
using lake::PersonKey;
using lake::PersonRecord;

QString nameOf(PersonRecord::What what)
{
    switch (what) {
    case PersonRecord::What::Record:
        return QStringLiteral("record");
    case PersonRecord::What::Version:
        return QStringLiteral("version");
    case PersonRecord::What::Mention:
        return QStringLiteral("mention");
    }
    return {};
}

std::string quoted(std::string_view text)
{
    const QByteArray list = QJsonDocument(QJsonArray{fromUtf8(text)}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2).toStdString();
}

//! {"lake":…,"feed":…,"what":…,"record":as received}; a record that is not JSON is a text.
std::string lineOf(const QString &place, const PersonRecord &record)
{
    const QJsonObject where{{QStringLiteral("lake"), place},
                            {QStringLiteral("feed"), record.feed},
                            {QStringLiteral("what"), nameOf(record.what)}};
    std::string line = QJsonDocument(where).toJson(QJsonDocument::Compact).toStdString();
    line.pop_back();
    std::string scratch;
    line += ",\"record\":";
    if (const auto valid = catalog::validRecord(record.raw, scratch))
        line += *valid;
    else
        line += quoted(record.raw);
    return line + '}';
}

QJsonObject counted(const std::map<QString, qint64> &values)
{
    QJsonObject json;
    for (const auto &[value, count] : values)
        json.insert(value, count);
    return json;
}

QJsonObject jsonOf(const PersonInLake &in)
{
    QJsonArray feeds;
    for (const PersonInFeed &feed : in.feeds) {
        feeds.append(QJsonObject{{QStringLiteral("feed"), feed.feed},
                                 {QStringLiteral("records"), feed.records},
                                 {QStringLiteral("versions"), feed.versions},
                                 {QStringLiteral("mentions"), feed.mentions}});
    }
    return {{QStringLiteral("lake"), in.place},
            {QStringLiteral("feeds"), feeds},
            {QStringLiteral("other_customer_numbers"), counted(in.otherNumbers)},
            {QStringLiteral("other_addresses"), counted(in.otherAddresses)}};
}

QJsonObject reportOf(const PersonExportPlan &plan, const std::vector<PersonInLake> &lakes, qint64 lines,
                     const OutputFiles &files)
{
    QJsonArray looked;
    for (const PersonInLake &in : lakes)
        looked.append(jsonOf(in));
    const bool isAddress = plan.key.kind() == PersonKey::Kind::Email;
    return {{QStringLiteral("connection"), plan.connection},
            {QStringLiteral("created"), plan.created.toUTC().toString(Qt::ISODate)},
            {QStringLiteral("by"), isAddress ? QStringLiteral("email") : QStringLiteral("customer_number")},
            {QStringLiteral("value"), plan.key.value()},
            {QStringLiteral("lakes"), looked},
            {QStringLiteral("mentions_included"), plan.mentions == lake::Mentions::Erased},
            {QStringLiteral("file"), QFileInfo(plan.output).fileName()},
            {QStringLiteral("sha256"), QString::fromLatin1(files.digest(plan.output))},
            {QStringLiteral("lines"), lines},
            {QStringLiteral("program"), QStringLiteral("GaugeDesk")},
            {QStringLiteral("version"), QStringLiteral(GAUGE_VERSION)}};
}

} // namespace

Result<PersonExport> exportPerson(const PersonExportPlan &plan, const catalog::Catalog &catalog,
                                  std::stop_token stop, const lake::OnProgress &progress)
{
    GAUGE_CHECK(checkEnding(plan.output, OutputContent::jsonLines()));
    OutputFiles files(true, OutputFiles::Readers::OwnerOnly);
    GAUGE_TRY(const auto device, files.open(plan.output));
    JsonLinesWriter writer(device);
    PersonExport written{plan.output, plan.output + QStringLiteral(".report.json"), 0};
    std::vector<PersonInLake> lakes;
    std::optional<Error> none;
    for (const lake::Location &place : plan.lakes) {
        const auto write = [&](const PersonRecord &record) -> Result<void> {
            if (record.what == PersonRecord::What::Mention && plan.mentions == lake::Mentions::Kept)
                return {};
            ++written.lines;
            const std::string line = lineOf(place.text(), record);
            return writer.write({0, {catalog::Cell::ofText(line)}});
        };
        auto found = lake::findPerson(place, catalog, plan.key, stop, progress, write);
        if (found)
            lakes.push_back(std::move(*found));
        else if (found.error().kind == ErrorKind::NotFound)
            none = std::move(found.error()); // not made yet
        else
            return fail(std::move(found.error()));
    }
    if (lakes.empty() && none)
        return fail(std::move(*none));
    GAUGE_CHECK(writer.end());
    GAUGE_TRY(const auto report, files.open(written.report));
    const QByteArray json = QJsonDocument(reportOf(plan, lakes, written.lines, files)).toJson();
    if (report->write(json) != json.size())
        return notWrittenToTheEnd(report->errorString());
    if (stop.stop_requested())
        return fail(cancelled());
    GAUGE_CHECK(files.commit());
    return written;
}

} // namespace gauge::transfer
