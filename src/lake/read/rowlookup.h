// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/sql/statement.h"

#include <span>
#include <string>

namespace gauge::lake {

//! Rows of one table by their ids, one after the other.
class RowLookup
{
public:
    RowLookup() = default;
    //! Column i of \a what, whose names have the table's \a alias, is column i + 1 of row().
    [[nodiscard]] static Result<RowLookup> prepare(Connection &connection, const std::string &what,
                                                   const std::string &table, const std::string &alias);

    //! All of \a keys are sought next, in this order, whether they have a row or not; an engine at the end
    //! of a wire fetches many at once. A key that is left out costs a fetch for each of the following. They
    //! must live until they were sought.
    void expect(std::span<const qint64> keys);
    //! False: there is no such row.
    [[nodiscard]] Result<bool> seek(qint64 key);
    //! The row that was found, until the next seek().
    [[nodiscard]] const Statement &row() const { return m_statement; }

private:
    [[nodiscard]] Result<void> fetch(std::span<const qint64> keys);
    [[nodiscard]] Result<bool> seekAhead(qint64 key);

    Statement m_statement;
    bool m_isRemote = false;
    std::span<const qint64> m_expected;
    size_t m_at = 0; //!< of the expected keys that comes next
    size_t m_fetched = 0; //!< those before it are asked for
    bool m_hasRow = false; //!< the statement stands on a row
    bool m_isGivenOut = false; //!< the last seek() returned that row
};

} // namespace gauge::lake
