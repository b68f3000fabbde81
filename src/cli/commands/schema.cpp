// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/options.h"
#include "cli/session.h"
#include "cli/texttable.h"

namespace gauge::cli {

namespace {

using lake::ColumnDescription;
using lake::TableDescription;
using service::Connection;

std::optional<QString> orNull(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional<QString>(text);
}

JsonLine lineOf(const TableDescription &table, const ColumnDescription *column)
{
    const ColumnDescription none;
    const ColumnDescription &at = column ? *column : none;
    return JsonLine()
        .add("table", table.table)
        .add("column", orNull(at.column))
        .add("type", orNull(at.type))
        .add("meaning", column ? at.meaning : table.meaning)
        .add("feed", orNull(table.feed))
        .add("name", orNull(at.name))
        .add("field", orNull(at.field));
}

void print(Console &console, const TableDescription &table)
{
    if (console.isJson()) {
        console.print(lineOf(table, nullptr));
        for (const ColumnDescription &column : table.columns)
            console.print(lineOf(table, &column));
        return;
    }
    console.print(table.table + QStringLiteral(": ") + table.meaning);
    TextTable text({{QStringLiteral("  COLUMN")},
                    {QStringLiteral("TYPE")},
                    {QStringLiteral("SERVICE'S FIELD")},
                    {QStringLiteral("MEANING")}});
    for (const ColumnDescription &column : table.columns) {
        // What is queried by another name than it has in SQL says so.
        const bool renamed = !column.name.isEmpty() && column.name != column.column;
        const QString meaning = renamed
            ? column.meaning + QStringLiteral(" (") + column.name + QLatin1Char(')')
            : column.meaning;
        text.add({column.column, column.type, column.field, meaning});
    }
    console.print(text.text() + QLatin1Char('\n'));
}

//! `lake schema`
class SchemaCommand final : public Command
{
public:
    CLI::App *declare(CLI::App &parent, const catalog::Catalog &) override
    {
        CLI::App *app = parent.add_subcommand("schema", "name every table and column with its meaning");
        addName(*app, m_name);
        app->footer(R"(Examples:
  gaugedesk-cli lake schema ACME
  gaugedesk-cli --format json lake schema ACME | jq 'select(.table == "responses")'

A lake is an SQLite file or a schema of PostgreSQL: any SQL tool may read it, also while a
sync runs. Do not write to it.)");
        return app;
    }

    void run(Session &session) override
    {
        session.withConnection(m_name, [&session](const Connection &connection) {
            session.then(session.engine().describeLake(connection), Source::Lake,
                         [&session](const std::vector<TableDescription> &tables) {
                             for (const TableDescription &table : tables)
                                 print(session.console(), table);
                             session.finish(ExitCode::Done);
                         });
        });
    }

private:
    QString m_name;
};

} // namespace

CommandEntry command_schema()
{
    return {CommandGroup::Lake, 10, {makeCommand<SchemaCommand>}};
}

} // namespace gauge::cli
