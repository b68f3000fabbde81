// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/figures.h"
#include "cli/options.h"
#include "cli/session.h"
#include "cli/texttable.h"
#include "metrics/lifecounts.h"

namespace gauge::cli {

namespace {

using metrics::LifeCount;
using metrics::LifeCounts;
using service::Connection;

JsonLine lineOf(const LifeCount &count, const LifeCounts &all)
{
    JsonLine line;
    line.add("state", metrics::nameOf(count.state))
        .add("records", count.records)
        .add("provisional", count.provisional);
    if (count.state == LifeCount::State::Answered)
        line.add("median_days_to_answer", all.medianDays);
    return line;
}

QString tableOf(const LifeCounts &counts)
{
    using Align = TextTable::Align;
    TextTable table({{QCoreApplication::translate("cli", "state"), Align::Left},
                     {QCoreApplication::translate("cli", "records"), Align::Right},
                     {QCoreApplication::translate("cli", "provisional"), Align::Right},
                     {QCoreApplication::translate("cli", "median days to answer"), Align::Right}});
    for (const LifeCount &count : counts.states) {
        const bool isAnswered = count.state == LifeCount::State::Answered;
        table.add(
            {metrics::nameOf(count.state), QString::number(count.records), QString::number(count.provisional),
             isAnswered && counts.medianDays ? QString::number(*counts.medianDays, 'f', 2) : QString()});
    }
    return table.text();
}

//! `life`
class LifeCommand final : public Command
{
public:
    CLI::App *declare(CLI::App &parent, const catalog::Catalog &catalog) override;
    Result<void> check(const catalog::Catalog &catalog) override;
    void run(Session &session) override;

private:
    static void print(Console &console, const LifeCounts &counts);

    QString m_name;
    RowOptions m_rows;
    std::optional<qint64> m_hours;
    metrics::ProvisionalWindow m_settling;
    catalog::Endpoint m_answered;
    query::Query m_query;
};

CLI::App *LifeCommand::declare(CLI::App &parent, const catalog::Catalog &)
{
    CLI::App *app = parent.add_subcommand(
        "life", "how far invitations came: sent, opened, clicked, answered or gone, from the lake");
    addName(*app, m_name);
    m_rows.declareWhere(*app);
    addSettlingHours(*app, m_hours);
    app->footer(R"(Examples:
  gaugedesk-cli life ACME
  gaugedesk-cli life ACME --where 'date_sent in last 3 months'
  gaugedesk-cli --format json life ACME --settling-hours 24
  gaugedesk-cli query ACME non-responses --gone       # those that vanished

Each record is counted once, by the last thing that happened to it. Non-responses that were sent
less than 48 hours ago are provisional: they may still be answered. Dates of CustomerGauge have no
time zone; they are compared with this computer's local time. "gone" are records of either feed
that are no longer found; only sync NAME FEED --reconcile finds out, so run that now and then.)");
    return app;
}

Result<void> LifeCommand::check(const catalog::Catalog &catalog)
{
    const catalog::Endpoint *answered = respondedFeed(catalog);
    if (!answered)
        return fail(ErrorKind::Input, QCoreApplication::translate("cli", "No feed has scores."));
    m_answered = *answered;
    GAUGE_TRY(m_query, m_rows.query());
    GAUGE_TRY(m_settling.hours, readSettlingHours(m_hours));
    return {};
}

void LifeCommand::run(Session &session)
{
    m_settling.clock = session.engine().sharedClock();
    session.withConnection(m_name, [this, &session](const Connection &connection) {
        session.readLake<LifeCounts>(
            connection,
            [this](lake::LakeReader &reader, std::stop_token stop) {
                return metrics::countInvitationStatus(reader, m_answered, m_query, m_settling, stop);
            },
            [&session](const LifeCounts &counts) {
                print(session.console(), counts);
                session.finish(ExitCode::Done);
            });
    });
}

void LifeCommand::print(Console &console, const LifeCounts &counts)
{
    if (!console.isJson()) {
        console.print(tableOf(counts));
        return;
    }
    for (const LifeCount &count : counts.states)
        console.print(lineOf(count, counts));
}

} // namespace

CommandEntry command_life()
{
    return {CommandGroup::Main, 100, {makeCommand<LifeCommand>}};
}

} // namespace gauge::cli
