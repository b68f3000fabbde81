// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/figures/statistics.h"

#include "cli/command.h"
#include "cli/figures.h"
#include "cli/options.h"
#include "cli/texttable.h"

namespace gauge::cli {

namespace {

using catalog::Endpoint;
using lake::Grouping;
using service::Connection;

metrics::Counts scoredOf(const lake::ScoreCounts &counts)
{
    return {counts.promoters, counts.passives, counts.detractors};
}

//! CustomerGauge's own figure.
std::optional<double> ofAllResponses(const lake::ScoreCounts &counts)
{
    const metrics::Counts scored = scoredOf(counts);
    return metrics::Figure{scored, scored.total() + counts.ignored}.ofAllResponses();
}

QString number(double value)
{
    return QString::number(value, 'f', 1);
}

JsonLine lineOf(const Figures &figures)
{
    const metrics::Counts scored = scoredOf(figures.counts);
    const metrics::Nps nps = metrics::npsOf(scored);
    const auto known
        = [&](double value) { return scored.total() > 0 ? std::optional<double>(value) : std::nullopt; };
    return JsonLine()
        .add("group", figures.group)
        .add("n", scored.total())
        .add("promoters", scored.promoters)
        .add("passives", scored.passives)
        .add("detractors", scored.detractors)
        .add("nps", known(nps.score))
        .add("low", known(nps.low))
        .add("high", known(nps.high))
        .add("response_rate", figures.responseRate)
        .add("ignored", figures.counts.ignored)
        .add("provisional", figures.provisional)
        .add("nps_of_all", ofAllResponses(figures.counts));
}

QString textOf(const Figures &figures, int settlingHours)
{
    const metrics::Counts scored = scoredOf(figures.counts);
    const metrics::Nps nps = metrics::npsOf(scored);
    QStringList lines;
    if (scored.total() == 0) {
        lines.append(QCoreApplication::translate("cli", "NPS: unknown, there is no response with a score"));
    } else {
        lines.append(QCoreApplication::translate("cli", "NPS: %1 (95 % interval %2 to %3)")
                         .arg(number(nps.score), number(nps.low), number(nps.high)));
    }
    lines.append(QCoreApplication::translate(
                     "cli", "Responses with a score: %1 (%2 promoters, %3 passives, %4 detractors)")
                     .arg(scored.total())
                     .arg(scored.promoters)
                     .arg(scored.passives)
                     .arg(scored.detractors));
    if (figures.counts.ignored > 0) {
        lines.append(
            QCoreApplication::translate("cli", "Without a valid score: %1").arg(figures.counts.ignored));
        lines.append(QCoreApplication::translate("cli", "As CustomerGauge counts, of all responses: %1")
                         .arg(number(ofAllResponses(figures.counts).value_or(0))));
    }
    lines.append(figures.responseRate ? QCoreApplication::translate("cli", "Response rate: %1 %")
                                            .arg(number(100 * *figures.responseRate))
                                      : QCoreApplication::translate("cli", "Response rate: unknown"));
    if (figures.provisional.value_or(0) > 0) {
        lines.append(
            QCoreApplication::translate("cli",
                                        "Non-responses that are provisional, sent less than %1 hours "
                                        "ago: %2")
                .arg(QString::number(settlingHours), QString::number(*figures.provisional)));
    }
    return lines.join(QLatin1Char('\n'));
}

//! A line a group; what is not known is a dash.
QString tableOf(const std::vector<Figures> &all, const QString &groupedBy)
{
    using Align = TextTable::Align;
    TextTable table({{groupedBy, Align::Left},
                     {QCoreApplication::translate("cli", "NPS"), Align::Right},
                     {QCoreApplication::translate("cli", "from"), Align::Right},
                     {QCoreApplication::translate("cli", "to"), Align::Right},
                     {QCoreApplication::translate("cli", "with a score"), Align::Right},
                     {QCoreApplication::translate("cli", "response rate, %"), Align::Right},
                     {QCoreApplication::translate("cli", "provisional"), Align::Right}});
    const QString dash = QStringLiteral("–");
    for (const Figures &figures : all) {
        const metrics::Counts scored = scoredOf(figures.counts);
        const metrics::Nps nps = metrics::npsOf(scored);
        const auto known = [&](double value) { return scored.total() > 0 ? number(value) : dash; };
        table.add({figures.group.value_or(QCoreApplication::translate("cli", "(none)")), known(nps.score),
                   known(nps.low), known(nps.high), QString::number(scored.total()),
                   figures.responseRate ? number(100 * *figures.responseRate) : dash,
                   figures.provisional ? QString::number(*figures.provisional) : dash});
    }
    return table.text();
}

//! What `--by` and `--date` mean, if they are given.
Result<std::optional<Grouping>> readGrouping(const std::optional<QString> &by,
                                             const std::optional<QString> &date)
{
    const auto byDate = [&](Grouping::By period) -> Result<std::optional<Grouping>> {
        // Records of both kinds have been sent, so that there is a response rate.
        return Grouping{date.value_or(QStringLiteral("date_sent")), period};
    };
    if (by == QLatin1String("week"))
        return byDate(Grouping::By::Week);
    if (by == QLatin1String("month"))
        return byDate(Grouping::By::Month);
    if (by == QLatin1String("quarter"))
        return byDate(Grouping::By::Quarter);
    if (date) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("cli", "--date goes with --by week, month or quarter."));
    }
    if (!by)
        return std::nullopt;
    if (by->isEmpty()) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("cli", "--by needs week, month, quarter or a column."));
    }
    return Grouping{*by, Grouping::By::Column};
}

//! `metrics`
class MetricsCommand final : public Command
{
public:
    CLI::App *declare(CLI::App &parent, const catalog::Catalog &catalog) override;
    Result<void> check(const catalog::Catalog &catalog) override;
    void run(Session &session) override;

private:
    void tell(Session &session);
    void print(Console &console, const std::vector<Figures> &all) const;

    QString m_name;
    RowOptions m_rows;
    std::optional<QString> m_by;
    std::optional<QString> m_date;
    std::optional<qint64> m_hours;
    metrics::ProvisionalWindow m_settling;
    Endpoint m_feed;
    query::Query m_query;
    std::optional<Grouping> m_grouping;
};

CLI::App *MetricsCommand::declare(CLI::App &parent, const catalog::Catalog &)
{
    CLI::App *app
        = parent.add_subcommand("metrics", "NPS with its interval, counts and response rate, from the lake");
    addName(*app, m_name);
    m_rows.declareView(*app);
    m_rows.declareWhere(*app);
    addText(*app, "--by", m_by, "month|quarter|week|COLUMN", "a line for each month, or value of COLUMN");
    addText(*app, "--date", m_date, "FIELD", "the date that --by month goes by; default date_sent");
    addSettlingHours(*app, m_hours);
    app->footer(R"(Examples:
  gaugedesk-cli metrics ACME
  gaugedesk-cli metrics ACME --by month --date date_survey_response
  gaugedesk-cli metrics ACME --view 'Key accounts' --by quarter
  gaugedesk-cli metrics ACME --by property.Country --where 'date_sent in last 12 months'
  gaugedesk-cli --format json metrics ACME --where 'property.Country = NL' --where 'date_creation >= 2026-01-01'

The interval is an adjusted Wald interval at 95 %. The response rate is unknown where the
non-responses were not synced, or where a condition or the group is of what only a response has.
Of the non-responses in it those that were sent in the last 48 hours are provisional: they may
still be answered. `nps_of_all` is the figure of CustomerGauge's own dashboard: those without a score count in
its denominator. A week begins on Monday and is written as in 2026-W07. Of a --view its conditions
and its search count; where there is a search, there is no response rate.)");
    return app;
}

Result<void> MetricsCommand::check(const catalog::Catalog &catalog)
{
    const Endpoint *feed = respondedFeed(catalog);
    if (!feed)
        return fail(ErrorKind::Input, QCoreApplication::translate("cli", "No feed has scores."));
    m_feed = *feed;
    if (const Result<query::Query> query = m_rows.query(); !query)
        return fail(query.error());
    GAUGE_TRY(m_grouping, readGrouping(m_by, m_date));
    GAUGE_TRY(m_settling.hours, readSettlingHours(m_hours));
    return {};
}

void MetricsCommand::run(Session &session)
{
    m_settling.clock = session.engine().sharedClock();
    withRows(session, m_rows, m_feed.id, [this, &session](const Rows &rows) {
        if (rows.query.presence != query::Presence::There) {
            session.finish(Error{ErrorKind::Input,
                                 QCoreApplication::translate("cli",
                                                             "This view shows records that vanished. Figures "
                                                             "are about those that are there."),
                                 {}},
                           Source::Connections);
            return;
        }
        m_query.where = rows.query.where;
        m_query.search = rows.query.search;
        tell(session);
    });
}

void MetricsCommand::tell(Session &session)
{
    session.withConnection(m_name, [this, &session](const Connection &connection) {
        session.readLake<std::vector<Figures>>(
            connection,
            [this](lake::LakeReader &reader, std::stop_token stop) {
                return m_grouping ? figuresOf(reader, m_feed, m_query, *m_grouping, m_settling, stop)
                                  : figuresOf(reader, m_feed, m_query, m_settling, stop);
            },
            [this, &session, connection](const std::vector<Figures> &all) {
                print(session.console(), all);
                const bool isNothing = std::all_of(all.begin(), all.end(), [](const Figures &figures) {
                    return scoredOf(figures.counts).total() == 0;
                });
                if (isNothing)
                    session.finishWithNothing(connection, m_feed.id, m_query);
                else
                    session.finish(ExitCode::Done);
            });
    });
}

void MetricsCommand::print(Console &console, const std::vector<Figures> &all) const
{
    if (console.isJson()) {
        for (const Figures &figures : all)
            console.print(lineOf(figures));
    } else if (m_grouping) {
        console.print(tableOf(all, m_grouping->column));
    } else {
        console.print(textOf(all.front(), m_settling.hours));
    }
}

} // namespace

CommandEntry command_metrics()
{
    return {CommandGroup::Main, 90, {makeCommand<MetricsCommand>}};
}

} // namespace gauge::cli
