// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "catalog/endpoint.h"
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

} // namespace gauge::cli
