// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"

#include "base/text.h"
#include "cli/arguments.h"
#include "metrics/figures/periods.h"
#include "service/connection.h"

namespace gauge::cli {

CLI::Option *addText(CLI::App &app, const char *name, QString &target, const char *kind,
                     const std::string &help)
{
    return app
        .add_option_function<std::string>(
            name, [&target](const std::string &text) { target = fromUtf8(text); }, help)
        ->type_name(kind);
}

CLI::Option *addText(CLI::App &app, const char *name, std::optional<QString> &target, const char *kind,
                     const std::string &help)
{
    return app
        .add_option_function<std::string>(
            name, [&target](const std::string &text) { target = fromUtf8(text); }, help)
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
                    target.append(fromUtf8(text));
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

void addOptionalFeed(CLI::App &app, QString &target, const catalog::Catalog &catalog)
{
    addText(app, "FEED", target, "", "one of: " + feedNames(catalog) + "; what is saved tells its own");
}

Result<void> checkFeed(const catalog::Catalog &catalog, const QString &given, bool isSaved)
{
    if (given.isEmpty() && isSaved)
        return {};
    if (given.isEmpty()) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("cli", "FEED is required: one of %1.")
                        .arg(catalog.ids().join(QStringLiteral(", "))));
    }
    const Result<catalog::Endpoint> feed = readFeed(catalog, given);
    return feed ? Result<void>() : fail(feed.error());
}

std::string feedNames(const catalog::Catalog &catalog)
{
    return catalog.ids().join(QStringLiteral(", ")).toStdString();
}

void addSettlingHours(CLI::App &app, std::optional<qint64> &target)
{
    addNumber(app, "--settling-hours", target,
              "a non-response is provisional for N hours after it was sent; default "
                  + std::to_string(metrics::Settling::usualHours) + ", 0: never");
}

Result<std::optional<int>> readRecheckDays(std::optional<qint64> days)
{
    if (!days)
        return std::optional<int>();
    if (*days >= 0 && *days <= service::mostRecheckDays)
        return std::optional(int(*days));
    return fail(ErrorKind::Input,
                QCoreApplication::translate("cli", "--recheck needs a number of days from 0 to %1.")
                    .arg(QString::number(service::mostRecheckDays)));
}

Result<int> readSettlingHours(std::optional<qint64> hours)
{
    constexpr qint64 most = 24 * 365;
    const qint64 asked = hours.value_or(metrics::Settling::usualHours);
    if (asked >= 0 && asked <= most)
        return int(asked);
    return fail(ErrorKind::Input,
                QCoreApplication::translate("cli", "--settling-hours needs a number from 0 to %1.")
                    .arg(QString::number(most)));
}

void RowOptions::declareWhere(CLI::App &app)
{
    addTexts(
        app, "--where", m_where, "EXPR",
        "only rows where COLUMN OP VALUE; OP is = != < <= > >= between before after contains starts-with "
        "is-empty not-empty in (a comma list); joined by and, or and parentheses; several are and-ed; dates "
        "also take today, "
        "last 30 days, this quarter and the like");
}

void RowOptions::declareWhich(CLI::App &app)
{
    declareWhere(app);
    addText(app, "--search", m_search, "TEXT", "only rows with TEXT in comments, names or accounts");
    app.add_flag("--gone", m_gone,
                 "records that vanished instead: a sync --reconcile did not find them any more");
}

void RowOptions::declare(CLI::App &app)
{
    declareWhich(app);
    addTexts(app, "--sort", m_sort, "COL[:desc]", "order of the rows; given again, a further column");
    addText(app, "--columns", m_columns, "A,B", "these columns, in this order; default all");
}

CLI::Option *RowOptions::declareView(CLI::App &app)
{
    return addText(app, "--view", m_view, "VIEW",
                   "a saved view, or a file with one; other options narrow or replace what it says");
}

Result<query::Query> RowOptions::over(query::Query base) const
{
    GAUGE_TRY(std::vector<query::Filter> where, readFilters(m_where));
    base.where.insert(base.where.end(), where.begin(), where.end());
    if (m_search)
        base.search = *m_search;
    if (!m_sort.isEmpty())
        base.sort.clear();
    for (const QString &text : m_sort) {
        GAUGE_TRY(query::Sort sort, query::parseSort(text));
        base.sort.push_back(sort);
    }
    if (m_columns)
        base.columns = m_columns->isEmpty() ? QStringList() : query::parseList(*m_columns);
    if (m_gone)
        base.presence = query::Presence::Gone;
    return base;
}

} // namespace gauge::cli
