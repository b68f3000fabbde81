// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/commandoutput.h"
#include "cli/options.h"
#include "cli/texttable.h"

namespace gauge::cli {

namespace {

using lake::UploadEntry;
using service::Connection;

//! For scripts: stable.
QString stateName(UploadEntry::State state)
{
    switch (state) {
    case UploadEntry::State::Running:
        return QStringLiteral("running");
    case UploadEntry::State::Interrupted:
        return QStringLiteral("interrupted");
    case UploadEntry::State::Stopped:
        return QStringLiteral("stopped");
    case UploadEntry::State::Done:
        break;
    }
    return QStringLiteral("done");
}

QString outcomeText(const UploadEntry &record)
{
    switch (record.state) {
    case UploadEntry::State::Running:
        return QCoreApplication::translate("cli", "is running");
    case UploadEntry::State::Interrupted:
        return QCoreApplication::translate("cli", "was interrupted");
    case UploadEntry::State::Stopped:
        return record.error;
    case UploadEntry::State::Done:
        break;
    }
    return QCoreApplication::translate("cli", "done");
}

JsonLine lineOf(const UploadEntry &record)
{
    JsonLine line;
    line.add("id", record.id).add("started", utcText(record.started));
    line.add("finished", record.finished ? std::optional(utcText(*record.finished)) : std::nullopt);
    return line.add("connection", record.connection)
        .add("configuration", record.configuration)
        .add("record_type", record.recordType)
        .add("file", record.file)
        .add("rows", record.counts.total())
        .add("accepted", record.counts.accepted)
        .add("refused", record.counts.refused)
        .add("unknown", record.counts.unknown)
        .add("not_sent", record.counts.notSent)
        .add("state", stateName(record.state))
        .add("error", record.error.isEmpty() ? std::nullopt : std::optional(record.error));
}

QString tableOf(const std::vector<UploadEntry> &records)
{
    using Align = TextTable::Align;
    TextTable table({{QStringLiteral("STARTED")},
                     {QStringLiteral("FILE")},
                     {QStringLiteral("CONFIGURATION")},
                     {QStringLiteral("ROWS"), Align::Right},
                     {QStringLiteral("ACCEPTED"), Align::Right},
                     {QStringLiteral("REFUSED"), Align::Right},
                     {QStringLiteral("UNKNOWN"), Align::Right},
                     {QStringLiteral("NOT SENT"), Align::Right},
                     {QStringLiteral("OUTCOME")}});
    for (const UploadEntry &record : records) {
        const lake::UploadCounts &counts = record.counts;
        table.add({utcText(record.started), record.file.isEmpty() ? QStringLiteral("–") : record.file,
                   record.configuration, QString::number(counts.total()), QString::number(counts.accepted),
                   QString::number(counts.refused), QString::number(counts.unknown),
                   QString::number(counts.notSent), outcomeText(record)});
    }
    return table.text();
}

//! `uploads`
class UploadsCommand final : public Command
{
public:
    CLI::App *declare(CLI::App &parent, const catalog::Catalog &) override
    {
        CLI::App *app = parent.add_subcommand(
            "uploads", "the last uploads: files and single records, and what became of them");
        addName(*app, m_name);
        m_limit.declare(*app, "at most N uploads, the newest first; default 20");
        addText(*app, "--search", m_search, "TEXT",
                "only those with TEXT in their file, configuration, type or connection");
        app->footer(R"(Examples:
  gaugedesk-cli uploads ACME --limit 5
  gaugedesk-cli --format json uploads ACME | jq 'select(.refused > 0)'

Times are in UTC. Nothing is asked of the service. In JSON state is running, done, stopped (error says
why), or interrupted: it has no end and its process is gone; upload --resume continues it. A single record has no file.)");
        return app;
    }

    Result<void> check(const catalog::Catalog &) override { return m_limit.check(); }

    void run(Session &session) override
    {
        session.withConnection(m_name, [this, &session](const Connection &connection) {
            auto *job = session.engine().fileUploads().history(connection, m_limit.value(), m_search);
            session.then(job, Source::Lake,
                         [&session](const std::vector<UploadEntry> &records) { conclude(session, records); });
        });
    }

private:
    static void conclude(Session &session, const std::vector<UploadEntry> &records)
    {
        printPast(session, records, QCoreApplication::translate("cli", "Nothing has been uploaded yet."),
                  lineOf, tableOf);
    }

    QString m_name;
    QString m_search;
    PastLimit m_limit;
};

} // namespace

CommandEntry command_uploads()
{
    return {CommandGroup::Main, 120, {makeCommand<UploadsCommand>}};
}

} // namespace gauge::cli
