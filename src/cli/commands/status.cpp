// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/commandoutput.h"
#include "cli/options.h"
#include "cli/session.h"
#include "cli/texttable.h"
#include "lake/postgres/encryption.h"

#include <QLocale>

namespace gauge::cli {

namespace {

using lake::FeedStatus;
using service::Connection;

//! All feeds of the catalog in its order; what the lake does not know yet is empty.
std::vector<FeedStatus> completed(const catalog::Catalog &catalog, const std::vector<FeedStatus> &known)
{
    std::vector<FeedStatus> all;
    for (const catalog::Endpoint &endpoint : catalog.endpoints()) {
        const auto found = std::find_if(known.begin(), known.end(),
                                        [&](const FeedStatus &status) { return status.feed == endpoint.id; });
        FeedStatus status;
        status.feed = endpoint.id;
        all.push_back(found == known.end() ? status : *found);
    }
    return all;
}

QString timeText(const FeedStatus &status)
{
    return status.lastSync ? utcText(*status.lastSync) : QString();
}

//! Null, or who syncs the feed now.
void addHolder(JsonLine &line, const std::optional<lake::LeaseHolder> &holder)
{
    if (!holder) {
        line.addNull("held_by");
        return;
    }
    line.addJson("held_by",
                 JsonLine()
                     .add("host", holder->host)
                     .add("process_id", holder->processId)
                     .add("heartbeat", utcText(holder->heartbeat))
                     .text());
}

QString holderText(const FeedStatus &status)
{
    return QCoreApplication::translate(
               "cli", "%1 is being synced by process %2 on %3; its last sign of life was at %4.")
        .arg(status.feed, QString::number(status.heldBy->processId), status.heldBy->host,
             utcText(status.heldBy->heartbeat));
}

//! How the newest sync of the feed stands.
QString stateText(const FeedStatus &status)
{
    using State = lake::SyncRecord::State;
    if (!status.newest)
        return QStringLiteral("–");
    switch (status.newest->state) {
    case State::Running:
        return QCoreApplication::translate("cli", "is running");
    case State::Interrupted: {
        const QLocale english(QLocale::English, QLocale::UnitedStates);
        return QCoreApplication::translate("cli", "interrupted, %1 records kept")
            .arg(english.toString(status.newest->counts.received));
    }
    case State::Failed:
        return QCoreApplication::translate("cli", "failed");
    case State::Succeeded:
        break;
    }
    return status.checkpoint.complete ? QCoreApplication::translate("cli", "up to date")
                                      : QCoreApplication::translate("cli", "more to come");
}

//! Null, or whose data the lake holds.
void addSystem(JsonLine &line, const std::optional<lake::Owner> &owner)
{
    if (!owner) {
        line.addNull("system");
        return;
    }
    line.addJson("system", JsonLine().add("name", owner->name).add("hosts", owner->hosts).text());
}

//! Of a database: how the connection to it is protected.
std::optional<lake::Encryption> encryptionOf(const lake::Location &lake)
{
    return lake.isFile() ? std::nullopt : std::optional(lake::protectionOf(lake).encryption);
}

JsonLine lineOf(const FeedStatus &status, const std::optional<lake::Owner> &owner,
                std::optional<lake::Encryption> encryption)
{
    const auto orNull
        = [](const QString &text) { return text.isEmpty() ? std::nullopt : std::optional<QString>(text); };
    JsonLine line;
    line.add("feed", status.feed)
        .add("records", status.records)
        .add("checkpoint", orNull(status.checkpoint.cursor))
        .add("last_sync", orNull(timeText(status)))
        .add("last_error", orNull(status.lastError));
    line.add("state", status.newest ? std::optional(stateName(status.newest->state)) : std::nullopt)
        .add("complete", status.checkpoint.complete)
        .add("received", status.newest ? status.newest->counts.received : 0);
    addHolder(line, status.heldBy);
    addSystem(line, owner);
    line.add("encryption", encryption ? std::optional(lake::encryptionName(*encryption)) : std::nullopt);
    return line;
}

//! What the lake tells for `status`.
struct LakeStatus
{
    std::vector<FeedStatus> feeds;
    std::optional<lake::Owner> owner;
};

Result<LakeStatus> read(lake::LakeReader &reader, const QDateTime &now)
{
    GAUGE_TRY(auto feeds, reader.status(now));
    GAUGE_TRY(auto owner, reader.owner());
    return LakeStatus{std::move(feeds), std::move(owner)};
}

QString tableOf(const std::vector<FeedStatus> &all, const std::optional<lake::Owner> &owner,
                std::optional<lake::Encryption> encryption)
{
    TextTable table({{QStringLiteral("FEED")},
                     {QStringLiteral("RECORDS"), TextTable::Align::Right},
                     {QStringLiteral("CHECKPOINT")},
                     {QStringLiteral("LAST SYNC")},
                     {QStringLiteral("STATE")},
                     {QStringLiteral("LAST ERROR")}});
    const auto orDash = [](const QString &text) { return text.isEmpty() ? QStringLiteral("–") : text; };
    for (const FeedStatus &status : all) {
        table.add({status.feed, QString::number(status.records), orDash(status.checkpoint.cursor),
                   orDash(timeText(status)), stateText(status), orDash(status.lastError)});
    }
    QStringList lines{table.text()};
    if (owner) {
        lines.append(
            QCoreApplication::translate("cli", "The local copy holds the data of %1.").arg(owner->text()));
    }
    for (const FeedStatus &status : all) {
        if (status.heldBy)
            lines.append(holderText(status));
    }
    if (const QString warning = encryption ? lake::warningOf(*encryption) : QString(); !warning.isEmpty())
        lines.append(warning);
    return lines.join(QLatin1Char('\n'));
}

//! `status`
class StatusCommand final : public Command
{
public:
    CLI::App *declare(CLI::App &parent, const catalog::Catalog &) override
    {
        CLI::App *app = parent.add_subcommand(
            "status", "per feed: records, checkpoint, last sync, last error, and who syncs it now");
        addName(*app, m_name);
        app->footer(
            "Example:\n  gaugedesk-cli --format json status ACME\n\n"
            "Times are in UTC. Nothing is asked of the service. In JSON held_by is null, or who syncs the\n"
            "feed now: host, process_id and heartbeat, its last sign of life; state is how the newest sync "
            "of\n"
            "the feed stands (running, interrupted, done, failed), or null; received is what it brought, "
            "and\n"
            "complete whether the feed was read to its end. system is null before the first sync, or whose "
            "data\n"
            "the lake holds: name (of the connection) and hosts. encryption is null for a file, or how the\n"
            "connection to its database is protected: this-computer, verified, required or open.");
        return app;
    }

    void run(Session &session) override
    {
        session.withConnection(m_name, [&session](const Connection &connection) {
            session.readLakeIfAny<LakeStatus>(
                connection,
                [now = session.engine().clock().now()](lake::LakeReader &reader, std::stop_token) {
                    return read(reader, now);
                },
                [&session, encryption = encryptionOf(session.engine().lakeOf(connection))](
                    const LakeStatus &known) { conclude(session, known, encryption); });
        });
    }

private:
    static void conclude(Session &session, const LakeStatus &known,
                         std::optional<lake::Encryption> encryption)
    {
        const std::vector<FeedStatus> all = completed(session.engine().catalog(), known.feeds);
        if (session.console().isJson()) {
            for (const FeedStatus &status : all)
                session.console().print(lineOf(status, known.owner, encryption));
        } else {
            session.console().print(tableOf(all, known.owner, encryption));
        }
        session.finish(ExitCode::Done);
    }

    QString m_name;
};

} // namespace

CommandEntry command_status()
{
    return {CommandGroup::Main, 30, {makeCommand<StatusCommand>}};
}

} // namespace gauge::cli
