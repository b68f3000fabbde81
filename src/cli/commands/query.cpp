// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/jsonline.h"
#include "cli/options.h"

namespace gauge::cli {

namespace {

using service::Connection;

//! `query`
class QueryCommand final : public Command
{
public:
    CLI::App *declare(CLI::App &parent, const catalog::Catalog &catalog) override;
    Result<void> check(const catalog::Catalog &catalog) override;

    void run(Session &session) override
    {
        withRows(session, m_rows, m_feed, [this, &session](const Rows &rows) {
            m_asked = rows;
            if (m_limit)
                m_asked.query.limit = m_limit;
            session.withConnection(m_name, [this, &session](const Connection &connection) {
                session.readLake<qint64>(
                    connection,
                    [this, &session](lake::LakeReader &reader, std::stop_token stop) {
                        return print(session.console(), reader, stop);
                    },
                    [this, &session, connection](qint64 printed) {
                        if (printed > 0 || m_limit == 0)
                            session.finish(ExitCode::Done);
                        else
                            session.finishWithNothing(connection, m_asked.feed.id, m_asked.query);
                    });
            });
        });
    }

private:
    //! In the lake's thread, row by row in constant memory; how many there were.
    Result<qint64> print(Console &console, lake::LakeReader &reader, std::stop_token stop) const;

    QString m_name;
    QString m_feed;
    RowOptions m_rows;
    std::optional<qint64> m_limit;
    Rows m_asked;
};

CLI::App *QueryCommand::declare(CLI::App &parent, const catalog::Catalog &catalog)
{
    CLI::App *app = parent.add_subcommand("query", "print rows of the lake as JSON lines");
    addName(*app, m_name);
    addOptionalFeed(*app, m_feed, catalog);
    m_rows.declareView(*app);
    m_rows.declare(*app);
    addNumber(*app, "--limit", m_limit, "at most N rows; default all");
    app->footer(R"(Examples:
  gaugedesk-cli query ACME responses --where 'nps <= 6' --sort date_creation:desc --limit 20
  gaugedesk-cli query ACME responses --where 'property.Country in NL,DE' --columns nps,comment_original
  gaugedesk-cli query ACME responses --search delivery --where 'comment_original not-empty'
  gaugedesk-cli query ACME responses --where 'nps <= 6 and (property.Country = NL or date_sent in last 30 days)'
  gaugedesk-cli query ACME non-responses --gone --columns number_customergauge,email,date_sent
  gaugedesk-cli query ACME --view 'Detractors this month' --where 'property.Country = NL'

Columns are the lake's: base fields, property.NAME for a segment, question.TITLE for a question.
Put a name with a comma in double quotes inside --columns, and a column or value that holds
"and", "or" or a parenthesis in double quotes inside --where.
With --view, --where narrows its rows further; --search, --sort, --columns and --limit replace what the
view says. A FEED beside it must be the view's own. gaugedesk-cli views lists them.)");
    return app;
}

Result<void> QueryCommand::check(const catalog::Catalog &catalog)
{
    GAUGE_CHECK(checkFeed(catalog, m_feed, m_rows.view().has_value()));
    if (const Result<query::Query> query = m_rows.query(); !query)
        return fail(query.error());
    if (m_limit && *m_limit < 0) {
        return fail(ErrorKind::Input, QCoreApplication::translate("cli", "--limit needs a number from 0."));
    }
    return {};
}

Result<qint64> QueryCommand::print(Console &console, lake::LakeReader &reader, std::stop_token stop) const
{
    GAUGE_TRY(const auto columns, reader.resolve(m_asked.feed.id, m_asked.query.columns));
    RowLine line(columns);
    qint64 rows = 0;
    const Result<void> read
        = reader.forEachRow(m_asked.feed.id, m_asked.query, stop, [&](const catalog::Row &row) {
              ++rows;
              return console.printJson(line.text(row));
          });
    if (!read)
        return fail(read.error());
    return rows;
}

} // namespace

CommandEntry command_query()
{
    return {CommandGroup::Main, 50, {makeCommand<QueryCommand>}};
}

} // namespace gauge::cli
