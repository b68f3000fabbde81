// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query.h"

namespace gauge::saved {

//! What of a query cannot be asked where some of its columns are missing.
struct Misfit
{
    QStringList columns; //!< that are missing, each once
    QStringList conditions; //!< on them, as they are written

    [[nodiscard]] bool isNone() const { return columns.isEmpty(); }
};

//! \a known: the columns there are.
[[nodiscard]] Misfit misfitOf(const query::Query &query, const QStringList &known);
//! \a query without the columns, sorts and conditions that \a known does not have.
[[nodiscard]] query::Query fitted(query::Query query, const QStringList &known);

} // namespace gauge::saved
