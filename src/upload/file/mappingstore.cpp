// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/file/mappingstore.h"

#include "base/privatefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>
#include <array>

namespace gauge::upload {

namespace {

using Kind = MappedHeading::Kind;

constexpr auto formatKey = "gaugedesk";
constexpr auto formatName = "column-mapping";
constexpr qint64 largestFile = 4 * 1024 * 1024;
constexpr std::array kinds{std::pair(Kind::Column, "column"), std::pair(Kind::Constant, "constant"),
                           std::pair(Kind::Template, "template")};

QJsonObject toJson(const MappedHeading &mapped)
{
    const auto kind = std::find_if(kinds.begin(), kinds.end(),
                                   [&](const auto &known) { return known.first == mapped.kind; });
    return {{QStringLiteral("heading"), mapped.heading},
            {QStringLiteral("from"), QLatin1String(kind->second)},
            {QStringLiteral("text"), mapped.text}};
}

std::optional<MappedHeading> mappedOf(const QJsonObject &json)
{
    const QString from = json.value(QLatin1String("from")).toString();
    const QString heading = json.value(QLatin1String("heading")).toString();
    const auto kind = std::find_if(kinds.begin(), kinds.end(),
                                   [&](const auto &known) { return QLatin1String(known.second) == from; });
    if (kind == kinds.end() || heading.isEmpty())
        return std::nullopt;
    return MappedHeading{heading, kind->first, json.value(QLatin1String("text")).toString()};
}

const MappedHeading *find(const ColumnMapping &mapping, const QString &heading)
{
    const auto found = std::find_if(mapping.headings.begin(), mapping.headings.end(),
                                    [&](const MappedHeading &mapped) { return mapped.heading == heading; });
    return found == mapping.headings.end() ? nullptr : &*found;
}

} // namespace

ColumnMapping completed(const MappingDraft &draft, const QStringList &columns, const QStringList &headings)
{
    ColumnMapping kept;
    QStringList freeColumns = columns;
    QStringList freeHeadings;
    for (const QString &heading : headings) {
        const MappedHeading *mapped = find(draft.mapping, heading);
        if (mapped != nullptr && RowMapper::make({{*mapped}}, columns, {})) {
            kept.headings.push_back(*mapped);
            if (mapped->kind == Kind::Column)
                freeColumns.removeOne(mapped->text);
        } else if (!draft.leftOut.contains(heading)) {
            freeHeadings.append(heading);
        }
    }
    const ColumnMapping suggested = mappingOf(suggestHeadings(freeColumns, freeHeadings));
    ColumnMapping all;
    for (const QString &heading : headings) {
        for (const ColumnMapping *mapping : std::initializer_list<const ColumnMapping *>{&kept, &suggested}) {
            if (const MappedHeading *mapped = find(*mapping, heading))
                all.headings.push_back(*mapped);
        }
    }
    return all;
}

MappingStore::MappingStore(const QString &dataFolder)
    : m_folder(dataFolder + QStringLiteral("/column-mappings"))
{}

// The id of a built-in configuration cannot be the name of a file.
QString MappingStore::pathOf(const QString &configurationId) const
{
    return m_folder + QLatin1Char('/')
        + QString::fromLatin1(QUrl::toPercentEncoding(configurationId, {}, ".")) + QStringLiteral(".json");
}

Result<MappingDraft> MappingStore::load(const QString &configurationId) const
{
    const QString path = pathOf(configurationId);
    if (!QFile::exists(path))
        return MappingDraft();
    const QString words
        = QCoreApplication::translate("upload",
                                      "The mapping in %1 cannot be read. The file was left as it "
                                      "is; repair it or move it away.")
              .arg(QDir::toNativeSeparators(path));
    GAUGE_TRY(const QByteArray bytes, readSmallFile(path, largestFile, words));
    Result<MappingDraft> draft = parseMappingDraft(bytes);
    return draft ? draft : fail(ErrorKind::Storage, words, draft.error().text);
}

Result<void> MappingStore::save(const QString &configurationId, const MappingDraft &draft) const
{
    const QString words = QCoreApplication::translate("upload",
                                                      "The mapping could not be saved in %1. Nothing was "
                                                      "changed; check the folder and the free space.")
                              .arg(QDir::toNativeSeparators(m_folder));
    const auto lock = lockPrivateFolder(m_folder, QStringLiteral(".lock"), words);
    return lock ? writePrivateFile(pathOf(configurationId), toJson(draft), words) : fail(lock.error());
}

QByteArray toJson(const MappingDraft &draft)
{
    QJsonArray headings;
    for (const MappedHeading &mapped : draft.mapping.headings)
        headings.append(toJson(mapped));
    const QJsonObject root{{QLatin1String(formatKey), QLatin1String(formatName)},
                           {QStringLiteral("headings"), headings},
                           {QStringLiteral("left_out"), QJsonArray::fromStringList(draft.leftOut)}};
    return QJsonDocument(root).toJson();
}

Result<MappingDraft> parseMappingDraft(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(json, &error).object();
    if (root.value(QLatin1String(formatKey)).toString() != QLatin1String(formatName)) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("upload", "This is not a mapping of GaugeDesk."),
                    error.error == QJsonParseError::NoError ? QString() : error.errorString());
    }
    MappingDraft draft;
    const QJsonArray headings = root.value(QLatin1String("headings")).toArray();
    for (const QJsonValue &value : headings) {
        const auto mapped = mappedOf(value.toObject());
        if (mapped && find(draft.mapping, mapped->heading) == nullptr)
            draft.mapping.headings.push_back(*mapped);
    }
    const QJsonArray leftOut = root.value(QLatin1String("left_out")).toArray();
    for (const QJsonValue &value : leftOut)
        draft.leftOut.append(value.toString());
    return draft;
}

} // namespace gauge::upload
