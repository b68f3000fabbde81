// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"

#include "cli/arguments.h"

namespace gauge::cli {

CLI::Option *addText(CLI::App &app, const char *name, QString &target, const char *kind,
                     const std::string &help)
{
    return app
        .add_option_function<std::string>(
            name, [&target](const std::string &text) { target = QString::fromStdString(text); }, help)
        ->type_name(kind);
}

CLI::Option *addText(CLI::App &app, const char *name, std::optional<QString> &target, const char *kind,
                     const std::string &help)
{
    return app
        .add_option_function<std::string>(
            name, [&target](const std::string &text) { target = QString::fromStdString(text); }, help)
        ->type_name(kind);
}

CLI::Option *addTexts(CLI::App &app, const char *name, QStringList &target, const char *kind,
                      const std::string &help)
{
    return app
        .add_option_function<std::vector<std::string>>(
            name,
            [&target](const std::vector<std::string> &texts) {
                for (const std::string &text : texts)
                    target.append(QString::fromStdString(text));
            },
            help)
        ->type_name(kind)
        // Otherwise CLI11 takes following words as further values, and "[a,b]" for a list.
        ->allow_extra_args(false);
}

CLI::Option *addNumber(CLI::App &app, const char *name, std::optional<qint64> &target,
                       const std::string &help)
{
    const auto read = [&target, option = std::string(name)](const std::string &text) {
        bool whole = false;
        target = QString::fromStdString(text).toLongLong(&whole);
        if (!whole)
            throw CLI::ValidationError(option, text + " is not a whole number");
    };
    return app.add_option_function<std::string>(name, read, help)->type_name("N");
}

void addName(CLI::App &app, QString &target)
{
    addText(app, "NAME", target, "", "name of the connection")->required();
}

void addFeed(CLI::App &app, QString &target, const catalog::Catalog &catalog)
{
    addText(app, "FEED", target, "", "one of: " + feedNames(catalog))->required();
}

std::string feedNames(const catalog::Catalog &catalog)
{
    return catalog.ids().join(QStringLiteral(", ")).toStdString();
}

void RowOptions::declareWhere(CLI::App &app)
{
    addTexts(
        app, "--where", m_where, "EXPR",
        "only rows where COLUMN OP VALUE; OP is = != < <= > >= contains starts-with is-empty not-empty in "
        "(a comma list); joined by and, or and parentheses; several are and-ed; dates also take today, "
        "last 30 days, this quarter and the like");
}

void RowOptions::declare(CLI::App &app)
{
    declareWhere(app);
    addText(app, "--search", m_search, "TEXT", "only rows with TEXT in comments, names or accounts");
    addTexts(app, "--sort", m_sort, "COL[:desc]", "order of the rows; given again, a further column");
    addText(app, "--columns", m_columns, "A,B", "these columns, in this order; default all");
}

Result<query::Query> RowOptions::query() const
{
    query::Query query;
    Result<std::vector<query::Filter>> where = readFilters(m_where);
    if (!where)
        return fail(where.error());
    query.where = std::move(*where);
    query.search = m_search;
    for (const QString &text : m_sort) {
        Result<query::Sort> sort = query::parseSort(text);
        if (!sort)
            return fail(sort.error());
        query.sort.push_back(*sort);
    }
    if (!m_columns.isEmpty())
        query.columns = query::parseList(m_columns);
    return query;
}

} // namespace gauge::cli
