// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/commandoutput.h"
#include "cli/options.h"
#include "cli/texttable.h"

namespace gauge::cli {

namespace {

using lake::SyncRecord;
using service::Connection;

QString outcomeText(const SyncRecord &record)
{
    switch (record.state) {
    case SyncRecord::State::Running:
        return QCoreApplication::translate("cli", "is running");
    case SyncRecord::State::Interrupted:
        return QCoreApplication::translate("cli", "was interrupted");
    case SyncRecord::State::Succeeded:
        return QCoreApplication::translate("cli", "done");
    case SyncRecord::State::Failed:
        break;
    }
    return record.error;
}

JsonLine lineOf(const SyncRecord &record)
{
    JsonLine line;
    line.add("id", record.id).add("feed", record.feed).add("kind", lake::kindText(record.kind));
    line.add("scope", record.scope).add("started", utcText(record.started));
    line.add("finished", record.finished ? std::optional(utcText(*record.finished)) : std::nullopt);
    return line.add("pages", record.pages)
        .add("received", record.counts.received)
        .add("inserted", record.counts.inserted)
        .add("updated", record.counts.updated)
        .add("removed", record.counts.removed)
        .add("changed", record.counts.changed)
        .add("gone", record.counts.gone)
        .add("late", record.counts.late)
        .add("state", stateName(record.state))
        .add("error", record.error.isEmpty() ? std::nullopt : std::optional(record.error));
}

QString tableOf(const std::vector<SyncRecord> &records)
{
    using Align = TextTable::Align;
    TextTable table({{QStringLiteral("STARTED")},
                     {QStringLiteral("FEED")},
                     {QStringLiteral("KIND")},
                     {QStringLiteral("SCOPE")},
                     {QStringLiteral("PAGES"), Align::Right},
                     {QStringLiteral("RECEIVED"), Align::Right},
                     {QStringLiteral("NEW"), Align::Right},
                     {QStringLiteral("LATE"), Align::Right},
                     {QStringLiteral("CHANGED"), Align::Right},
                     {QStringLiteral("GONE"), Align::Right},
                     {QStringLiteral("OUTCOME")}});
    for (const SyncRecord &record : records) {
        table.add({utcText(record.started), record.feed, lake::kindText(record.kind),
                   record.scope.isEmpty() ? QStringLiteral("–") : record.scope, QString::number(record.pages),
                   QString::number(record.counts.received), QString::number(record.counts.inserted),
                   QString::number(record.counts.late), QString::number(record.counts.changed),
                   QString::number(record.counts.gone), outcomeText(record)});
    }
    return table.text();
}

//! `history`
class HistoryCommand final : public Command
{
public:
    CLI::App *declare(CLI::App &parent, const catalog::Catalog &) override
    {
        CLI::App *app = parent.add_subcommand("history", "the last syncs: when, what, and how they ended");
        addName(*app, m_name);
        m_limit.declare(*app, "at most N syncs, the newest first; default 20");
        app->footer(R"(Examples:
  gaugedesk-cli history ACME --limit 5
  gaugedesk-cli --format json history ACME | jq 'select(.state == "failed")'

Times are in UTC. Nothing is asked of the service. In JSON state is running, done, failed, or
interrupted: it has no end and its process is gone; what it had stored is kept.)");
        return app;
    }

    Result<void> check(const catalog::Catalog &) override { return m_limit.check(); }

    void run(Session &session) override
    {
        session.withConnection(m_name, [this, &session](const Connection &connection) {
            const auto read
                = [limit = m_limit.value(), now = session.engine().clock().now()](
                      lake::LakeReader &reader, std::stop_token) { return reader.history(limit, now); };
            session.readLakeIfAny<std::vector<SyncRecord>>(
                connection, read,
                [&session](const std::vector<SyncRecord> &records) { conclude(session, records); });
        });
    }

private:
    static void conclude(Session &session, const std::vector<SyncRecord> &records)
    {
        printPast(session, records, QCoreApplication::translate("cli", "Nothing has been synced yet."),
                  lineOf, tableOf);
    }

    QString m_name;
    PastLimit m_limit;
};

} // namespace

CommandEntry command_history()
{
    return {CommandGroup::Main, 40, {makeCommand<HistoryCommand>}};
}

} // namespace gauge::cli
