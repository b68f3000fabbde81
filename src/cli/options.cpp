// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"

#include "base/text.h"
#include "lake/sql/location.h"
#include "metrics/figures/periods.h"
#include "service/connection.h"

#include <QDir>
#include <QUrl>

namespace gauge::cli {

namespace {

//! \a target is a text, with or without a value.
template <typename Text>
CLI::Option *addTextTo(Text &target, CLI::App &app, const char *name, const char *kind,
                       const std::string &help)
{
    return app
        .add_option_function<std::string>(
            name, [&target](const std::string &text) { target = fromUtf8(text); }, help)
        ->type_name(kind);
}

} // namespace

CLI::Option *addText(CLI::App &app, const char *name, QString &target, const char *kind,
                     const std::string &help)
{
    return addTextTo(target, app, name, kind, help);
}

CLI::Option *addText(CLI::App &app, const char *name, std::optional<QString> &target, const char *kind,
                     const std::string &help)
{
    return addTextTo(target, app, name, kind, help);
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
                  + std::to_string(metrics::ProvisionalWindow::usualHours) + ", 0: never");
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
    const qint64 asked = hours.value_or(metrics::ProvisionalWindow::usualHours);
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

Result<void> readPeriod(const QString &text, catalog::Scope &scope)
{
    const qsizetype colon = text.indexOf(QLatin1Char(':'));
    const qsizetype dots = text.indexOf(QLatin1String(".."), colon + 1);
    if (colon <= 0 || dots < 0) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("cli",
                                                "“%1” is not a period. Write FIELD:START..END, for example "
                                                "date_creation:2026-01-01..2026-01-31.")
                        .arg(text));
    }
    scope.periodField = text.left(colon);
    scope.periodStart = text.mid(colon + 1, dots - colon - 1);
    scope.periodEnd = text.mid(dots + 2);
    return {};
}

Result<QString> readLake(const QString &text)
{
    if (text.isEmpty())
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("cli", "--lake needs a file or the address of a database."));
    if (text.startsWith(u':')) {
        return fail(
            ErrorKind::Input,
            QCoreApplication::translate("cli",
                                        "“%1” is not a file, and a local copy is kept on a disk. Name a "
                                        "file, or postgresql://user@host:port/database.")
                .arg(text));
    }
    const QString scheme = QUrl(text).scheme();
    // One letter is a Windows drive.
    if (scheme.size() < 2)
        return QDir::cleanPath(QDir::current().absoluteFilePath(text));
    if (lake::Location::isUrl(text)) {
        // The id of a connection, which names the schema, does not matter to whether it can be read.
        const auto location = lake::Location::parse(text, {});
        return location ? Result<QString>(text) : fail(location.error());
    }
    QUrl url(text);
    // A lake on another computer's disk is not safe (see platform::isNetworkFileSystem).
    const bool here = url.host().isEmpty() || url.host() == QLatin1String("localhost");
    // What SQLite knows besides (mode=memory, immutable=1) would be dropped in silence.
    const bool isPlain
        = url.isLocalFile() && url.path().startsWith(u'/') && !url.hasQuery() && !url.hasFragment();
    if (!isPlain || !here) {
        return fail(
            ErrorKind::Input,
            QCoreApplication::translate(
                "cli",
                "“%1” is not a place for a lake. Name a file, or postgresql://user@host:port/database.")
                .arg(text));
    }
    url.setHost(QString());
    return QDir::cleanPath(url.toLocalFile());
}

Result<QString> readOutput(const char *option, const QString &text, const OutputContent &content,
                           const QStringList &taken)
{
    if (text.isEmpty()) {
        return fail(
            ErrorKind::Input,
            QCoreApplication::translate("cli", "%1 needs the name of a file.").arg(QLatin1String(option)));
    }
    if (text == QLatin1String("-")) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("cli",
                                                "%1 needs a file; only export writes to standard output. A "
                                                "file of that name is ./-.")
                        .arg(QLatin1String(option)));
    }
    GAUGE_CHECK(checkEnding(text, content));
    if (const Result<QString> target = outputTarget(text, taken); !target)
        return fail(target.error());
    return QDir::current().absoluteFilePath(text);
}

Result<char> readDelimiter(const QString &text)
{
    if (text == QLatin1String("tab"))
        return '\t';
    if (text == QLatin1String(",") || text == QLatin1String(";"))
        return text[0].toLatin1();
    return fail(ErrorKind::Input,
                QCoreApplication::translate("cli", "“%1” is not a delimiter. Possible: , ; tab.").arg(text));
}

QStringList readParts(const QString &text)
{
    QStringList parts;
    for (const QString &part : text.split(QLatin1Char(','))) {
        if (!part.trimmed().isEmpty())
            parts.append(part.trimmed());
    }
    parts.removeDuplicates();
    return parts;
}

Result<std::vector<query::Filter>> readFilters(const QStringList &texts)
{
    std::vector<query::Filter> filters;
    for (const QString &text : texts) {
        GAUGE_TRY(query::Filter filter, query::parseFilter(text));
        filters.push_back(std::move(filter));
    }
    return filters;
}

Result<catalog::Endpoint> readFeed(const catalog::Catalog &catalog, const QString &id)
{
    if (const catalog::Endpoint *endpoint = catalog.find(id))
        return *endpoint;
    return fail(ErrorKind::Input,
                QCoreApplication::translate("cli", "There is no feed “%1”. There are: %2.")
                    .arg(id, catalog.ids().join(QStringLiteral(", "))));
}

Result<void> checkScope(const catalog::Endpoint &endpoint, const catalog::Scope &scope)
{
    if (const std::optional<QString> words = catalog::validationError(endpoint, scope))
        return fail(ErrorKind::Input, endpoint.id + QStringLiteral(": ") + *words);
    return {};
}

Result<void> checkPerPage(const catalog::Endpoint &endpoint, qint64 perPage)
{
    if (perPage >= 1 && perPage <= endpoint.maxPerPage)
        return {};
    return fail(ErrorKind::Input,
                QCoreApplication::translate("cli", "A page of %1 holds 1 to %2 records, not %3.")
                    .arg(endpoint.id, QString::number(endpoint.maxPerPage), QString::number(perPage)));
}

Result<catalog::Endpoint> agreedFeed(const catalog::Catalog &catalog, const QString &given,
                                     const QString &saved, const QString &name)
{
    if (!given.isEmpty() && given != saved) {
        return fail(
            ErrorKind::Input,
            QCoreApplication::translate("cli", "“%1” is about %2, not %3. Choose another, or name that feed.")
                .arg(name, saved, given));
    }
    return readFeed(catalog, saved);
}

void withRows(Session &session, const RowOptions &options, const QString &feed,
              std::function<void(const Rows &)> next)
{
    const auto take = [&session, &options, feed, next = std::move(next)](
                          const Result<catalog::Endpoint> &endpoint, const query::Query &base) {
        const Result<query::Query> query = options.over(base);
        const bool isFeedSaved = options.view() && feed.isEmpty();
        if (!endpoint) {
            session.finish(endpoint.error(), isFeedSaved ? Source::Saved : Source::Connections);
        } else if (!query) {
            session.finish(query.error(), Source::Connections);
        } else {
            if (options.view() && *query == base)
                session.setRowsSaved();
            next({*endpoint, *query});
        }
    };
    if (!options.view()) {
        take(readFeed(session.engine().catalog(), feed), {});
        return;
    }
    session.then(session.engine().views().find(*options.view()), Source::Saved,
                 [&session, feed, take](const saved::View &view) {
                     take(agreedFeed(session.engine().catalog(), feed, view.feed, view.name), view.query);
                 });
}

} // namespace gauge::cli
