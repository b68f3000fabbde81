// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/outputguard.h"
#include "base/result.h"
#include "catalog/endpoint.h"
#include "cli/session.h"
#include "query/query.h"

#include <CLI/App.hpp>

//! How options are declared, the same for every command.
namespace gauge::cli {

//! An option or positional with one text; \a target must outlive the parsing.
CLI::Option *addText(CLI::App &app, const char *name, QString &target, const char *kind,
                     const std::string &help);
//! The same, and tells an empty text from none.
CLI::Option *addText(CLI::App &app, const char *name, std::optional<QString> &target, const char *kind,
                     const std::string &help);
//! An option that may be given several times, each with one text.
CLI::Option *addTexts(CLI::App &app, const char *name, QStringList &target, const char *kind,
                      const std::string &help);

//! A whole number in decimal digits; anything else is refused, also one that does not fit.
CLI::Option *addNumber(CLI::App &app, const char *name, std::optional<qint64> &target,
                       const std::string &help);

//! The connection's name, the first positional of most commands.
void addName(CLI::App &app, QString &target);
//! The feed, a required positional.
void addFeed(CLI::App &app, QString &target, const catalog::Catalog &catalog);

//! The same where something saved may tell it instead.
void addOptionalFeed(CLI::App &app, QString &target, const catalog::Catalog &catalog);
//! The feed was given or something saved tells it; else an Input error.
[[nodiscard]] Result<void> checkFeed(const catalog::Catalog &catalog, const QString &given, bool isSaved);

//! "responses, non-responses, close-loop".
[[nodiscard]] std::string feedNames(const catalog::Catalog &catalog);

//! How long a non-response is provisional; nothing given means the usual hours.
void addSettlingHours(CLI::App &app, std::optional<qint64> &target);
[[nodiscard]] Result<int> readSettlingHours(std::optional<qint64> hours);

//! How many days a sync reads again: nothing, or 0 to service::mostRecheckDays; else an Input error.
[[nodiscard]] Result<std::optional<int>> readRecheckDays(std::optional<qint64> days);

//! Which rows, in which order, with which columns: shared by query and export.
class RowOptions
{
public:
    void declare(CLI::App &app);
    void declareWhere(CLI::App &app);
    //! Which rows, whatever their order and columns.
    void declareWhich(CLI::App &app);
    CLI::Option *declareView(CLI::App &app);

    //! The saved view that was named, or a file.
    [[nodiscard]] const std::optional<QString> &view() const { return m_view; }
    //! Columns were named here, rather than by what is saved.
    [[nodiscard]] bool namesColumns() const { return m_columns.has_value(); }

    //! What is meant without anything saved.
    [[nodiscard]] Result<query::Query> query() const { return over({}); }
    //! Changes \a base: conditions are and-ed, all else that was given replaces what is there.
    [[nodiscard]] Result<query::Query> over(query::Query base) const;

private:
    std::optional<QString> m_view;
    QStringList m_where;
    std::optional<QString> m_search;
    QStringList m_sort;
    std::optional<QString> m_columns;
    bool m_gone = false;
};

// The small languages of single arguments. Errors are of kind Input.

//! `FIELD:START..END` into the period of a scope.
[[nodiscard]] Result<void> readPeriod(const QString &text, catalog::Scope &scope);

//! A path or file: URL as an absolute path; other places are refused in words.
[[nodiscard]] Result<QString> readLake(const QString &text);

//! The absolute path of the file that \a option names. Refused: no name, "-", what outputTarget() refuses
//! with \a taken, and an ending of another \a content.
[[nodiscard]] Result<QString> readOutput(const char *option, const QString &text,
                                         const OutputContent &content, const QStringList &taken = {});

//! `,`, `;` or `tab`.
[[nodiscard]] Result<char> readDelimiter(const QString &text);

//! `A,B` without empty entries.
[[nodiscard]] QStringList readParts(const QString &text);

//! Expressions that are and-ed.
[[nodiscard]] Result<std::vector<query::Filter>> readFilters(const QStringList &texts);

//! The feed \a id, or an error that names those there are.
[[nodiscard]] Result<catalog::Endpoint> readFeed(const catalog::Catalog &catalog, const QString &id);

//! Refuses what the feed cannot give, a page size included.
[[nodiscard]] Result<void> checkScope(const catalog::Endpoint &endpoint, const catalog::Scope &scope);
[[nodiscard]] Result<void> checkPerPage(const catalog::Endpoint &endpoint, qint64 perPage);

// How commands take what is saved in the data folder.

//! Rows of a feed.
struct Rows
{
    catalog::Endpoint feed;
    query::Query query;
};

//! The feed that was \a given, if any, and the one that \a name is about must be the same.
[[nodiscard]] Result<catalog::Endpoint> agreedFeed(const catalog::Catalog &catalog, const QString &given,
                                                   const QString &saved, const QString &name);

//! Calls \a next with the rows that \a options mean, the view they name included; or ends the program.
void withRows(Session &session, const RowOptions &options, const QString &feed,
              std::function<void(const Rows &)> next);

} // namespace gauge::cli
