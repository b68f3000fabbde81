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

//! "responses, non-responses, close-loop".
[[nodiscard]] std::string feedNames(const catalog::Catalog &catalog);

//! How long a non-response is provisional; nothing given means the usual hours.
void addSettlingHours(CLI::App &app, std::optional<qint64> &target);
[[nodiscard]] Result<int> readSettlingHours(std::optional<qint64> hours);

//! Which rows, in which order, with which columns: shared by query and export.
class RowOptions
{
public:
    void declare(CLI::App &app);
    [[nodiscard]] Result<query::Query> query() const;

    void declareWhere(CLI::App &app);
    //! Which rows, whatever their order and columns.
    void declareWhich(CLI::App &app);

private:
    QStringList m_where;
    QString m_search;
    QStringList m_sort;
    QString m_columns;
    bool m_gone = false;
};

} // namespace gauge::cli
