// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/jsonline.h"
#include "cli/options.h"
#include "cli/session.h"
#include "cli/texttable.h"

namespace gauge::cli {

namespace {

using service::Connection;

// As many as the window lists; a column of comments has as many values as records.
constexpr qint64 usualLimit = 500;
constexpr qint64 highestLimit = 1'000'000;

//! `values`
class ValuesCommand final : public Command
{
public:
    CLI::App *declare(CLI::App &parent, const catalog::Catalog &catalog) override;
    Result<void> check(const catalog::Catalog &catalog) override;

    void run(Session &session) override
    {
        session.withConnection(m_name, [this, &session](const Connection &connection) {
            session.readLake<lake::ValueCounts>(
                connection,
                [this](lake::LakeReader &reader, std::stop_token stop) {
                    return reader.values(m_feed, m_column, m_query, size_t(*m_limit), stop);
                },
                [this, &session](const lake::ValueCounts &counts) {
                    print(session.console(), counts);
                    session.finish(ExitCode::Done);
                });
        });
    }

private:
    void print(Console &console, const lake::ValueCounts &counts) const;

    QString m_name;
    QString m_feed;
    QString m_column;
    RowOptions m_rows;
    std::optional<qint64> m_limit;
    query::Query m_query;
};

CLI::App *ValuesCommand::declare(CLI::App &parent, const catalog::Catalog &catalog)
{
    CLI::App *app
        = parent.add_subcommand("values", "the values of a column of the lake and how often each is there");
    addName(*app, m_name);
    addFeed(*app, m_feed, catalog);
    addText(*app, "COLUMN", m_column, "COLUMN", "a column of the lake")->required();
    m_rows.declareWhich(*app);
    addNumber(*app, "--limit", m_limit, "at most N values, the most frequent ones; default 500");
    app->footer(R"(Examples:
  gaugedesk-cli values ACME responses property.Country
  gaugedesk-cli values ACME responses account_name --where 'nps <= 6' --limit 20
  gaugedesk-cli --format json values ACME responses language --where 'date_sent in last 12 months'

The last line counts the records without a value, for which JSON has "value":null. Columns of lists
(tags, questions, drivers) have no single values.)");
    return app;
}

Result<void> ValuesCommand::check(const catalog::Catalog &catalog)
{
    if (const Result<catalog::Endpoint> feed = readFeed(catalog, m_feed); !feed)
        return fail(feed.error());
    GAUGE_TRY(m_query, m_rows.query());
    m_limit = m_limit.value_or(usualLimit);
    if (*m_limit < 1 || *m_limit > highestLimit) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("cli", "--limit needs a number from 1 to %1.")
                        .arg(QString::number(highestLimit)));
    }
    return {};
}

void ValuesCommand::print(Console &console, const lake::ValueCounts &counts) const
{
    if (console.isJson()) {
        for (const lake::ValueCount &each : counts.values)
            console.print(JsonLine().add("value", each.text).add("count", each.records));
        if (counts.empty > 0)
            console.print(JsonLine().addNull("value").add("count", counts.empty));
    } else {
        TextTable table({{m_column, TextTable::Align::Left},
                         {QCoreApplication::translate("cli", "records"), TextTable::Align::Right}});
        for (const lake::ValueCount &each : counts.values)
            table.add({each.text, QString::number(each.records)});
        if (counts.empty > 0)
            table.add({QCoreApplication::translate("cli", "(none)"), QString::number(counts.empty)});
        console.print(table.text());
    }
    if (counts.more) {
        console.note(
            QCoreApplication::translate("cli", "These are the %1 most frequent values; there are more.")
                .arg(QString::number(counts.values.size())));
    }
    if (counts.strays > 0) {
        console.note(
            QCoreApplication::translate("cli", "Records whose text is no number, and not counted: %1")
                .arg(QString::number(counts.strays)));
    }
}

} // namespace

CommandEntry command_values()
{
    return {CommandGroup::Main, 60, {makeCommand<ValuesCommand>}};
}

} // namespace gauge::cli
