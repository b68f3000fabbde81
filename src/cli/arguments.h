// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/outputguard.h"
#include "catalog/endpoint.h"
#include "query/query.h"

//! The small languages of single arguments. Errors are of kind Input.
namespace gauge::cli {

//! `FIELD:START..END` into the period of a scope.
[[nodiscard]] Result<void> readPeriod(const QString &text, catalog::Scope &scope);

//! A path or file: URL as an absolute path; other places are refused in words.
[[nodiscard]] Result<QString> readLake(const QString &text);

//! The absolute path of the file that \a option names. Refused: no name, "-", what outputTarget() refuses
//! with \a taken, and an ending of another \a content.
[[nodiscard]] Result<QString> readOutput(const char *option, const QString &text, OutputContent content,
                                         const QStringList &taken = {});

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

} // namespace gauge::cli
