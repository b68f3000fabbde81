// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/write/lakewriter.h"
#include "service/pageparser.h"
#include "support/fakeclock.h"
#include "support/waiting.h"
#include "transfer/exportjob.h"

#include <QFile>
#include <QTemporaryDir>

namespace gauge::test {

//! A response as the service sends it; \a more begins with a comma.
[[nodiscard]] inline QByteArray record(int number, const QByteArray &more)
{
    return "{\"number_customergauge\":" + QByteArray::number(number)
        + ",\"nps\":" + QByteArray::number(number % 11) + more + '}';
}

//! Responses with a comment.
[[nodiscard]] inline QList<QByteArray> many(int count)
{
    QList<QByteArray> records;
    for (int i = 1; i <= count; ++i)
        records.append(record(
            i, ",\"comment\":{\"original\":\"comment of record " + QByteArray::number(i * 7919) + "\"}"));
    return records;
}

//! Three responses, of which one has drivers and tags, one drivers and questions.
[[nodiscard]] inline QList<QByteArray> withLists()
{
    return {
        record(
            1,
            R"(,"email":"a@x.example","selected_drivers":[{"primary":"Ordering","secondary":["Ease","Speed"]},)"
            R"({"primary":"Product"}],"tags":[{"label":"Price","type":"topic","sentiment":"mixed"}])"),
        record(
            2,
            R"(,"questions":[{"title":"How?","answer":"=well"}],"selected_drivers":[{"primary":"Product"}])"),
        record(3, "")};
}

//! A lake with given responses, and exports of it.
class ExportLake
{
public:
    explicit ExportLake(const QList<QByteArray> &records)
    {
        const auto page = service::parsePage(
            "{\"data\":[" + records.join(",\n") + "],\"cursor\":{\"next\":1}}", responses());
        const auto writer = lake::LakeWriter::open(path(), m_catalog, std::make_shared<FakeClock>());
        if (!page || !writer || !(*writer)->acquireLease(responses().id)
            || !(*writer)->store(responses(), {}, *page, lake::Checkpoint{QStringLiteral("1"), false}))
            qFatal("no lake");
        (*writer)->releaseLease(responses().id);
    }

    [[nodiscard]] const catalog::Endpoint &responses() const
    {
        return *m_catalog.find(QStringLiteral("responses"));
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("lake.sqlite")); }
    [[nodiscard]] QString file(const QString &name) const { return m_output.filePath(name); }
    [[nodiscard]] QString folder() const { return m_output.path(); }
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_output.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    [[nodiscard]] QByteArray content(const QString &name) const
    {
        QFile file(m_output.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
    }

    [[nodiscard]] transfer::ExportPlan plan(const QString &name) const
    {
        transfer::ExportPlan plan;
        plan.endpoint = responses();
        plan.output = file(name);
        if (const transfer::ExportFormat *format = transfer::formatFromFileName(name))
            plan.format = format;
        plan.connection = QStringLiteral("ACME");
        plan.created = QDateTime(QDate(2026, 11, 24), QTime(10, 30), Qt::UTC);
        return plan;
    }
    [[nodiscard]] std::unique_ptr<transfer::ExportJob> job(const transfer::ExportPlan &plan)
    {
        return std::make_unique<transfer::ExportJob>(QStringLiteral("Export"), &m_worker, path(), m_catalog,
                                                     plan);
    }
    //! The finished export.
    [[nodiscard]] std::unique_ptr<transfer::ExportJob> run(const transfer::ExportPlan &plan)
    {
        auto made = job(plan);
        made->start();
        if (!waitFor(*made))
            qFatal("the export did not end");
        return made;
    }

private:
    QTemporaryDir m_folder;
    QTemporaryDir m_output;
    QObject m_worker;
    const catalog::Catalog m_catalog = catalog::Catalog::builtIn();
};

} // namespace gauge::test
