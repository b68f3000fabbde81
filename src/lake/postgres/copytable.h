// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/page.h"
#include "lake/postgres/postgresconnection.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gauge::lake {

//! Rows of one table on their way to the server, as lines of COPY's text format: new rows are copied
//! into the table itself; others into a temporary table of this transaction, and from there in the place of
//! the rows that have their row_id. Its first column is row_id.
class CopyTable
{
public:
    //! \a replaced names those of \a columns that change in a row that is there; \a also is set as well.
    CopyTable(const PostgresConnection &connection, std::string table,
              const std::vector<std::string> &columns, const std::vector<std::string> &replaced,
              const std::string &also = {});
    //! To append one line to, with its newline.
    [[nodiscard]] std::string &lines(bool isNew) { return isNew ? m_new : m_again; }
    [[nodiscard]] Result<void> flush();
    //! Sends the new rows alone, and does not wait for the server to take them in.
    [[nodiscard]] Result<void> sendNew();

private:
    [[nodiscard]] Result<void> upsert();
    [[nodiscard]] Result<void> stage();

    const PostgresConnection *m_connection;
    std::string m_table;
    std::string m_columns; //!< comma-separated
    std::string m_whenThere; //!< DO UPDATE …
    std::string m_new;
    std::string m_again;
    std::string m_staging; //!< the temporary table's name
    qint64 m_stagedIn = -1; //!< the transaction in which it is there
};

//! \a text as PostgreSQL can hold it: U+FFFD stands for NUL and for what is no UTF-8.
[[nodiscard]] std::string keptText(std::string_view text);

//! \a cell as a column of numbers shows it again, or nothing where it is none (a word) or would not
//! come back as it was (leading zeros beyond 64 bits): that is a stray.
[[nodiscard]] std::optional<std::string> numberText(const catalog::Cell &cell);

//! Appends a value in COPY's text format, without the tab or newline behind it.
void appendCopyText(std::string &line, std::string_view text);
void appendCopyBytes(std::string &line, std::string_view bytes);
inline void appendCopyNull(std::string &line)
{
    line += "\\N";
}

//! \a items as the text of an array, `{"a","b"}`.
[[nodiscard]] std::string arrayText(const std::vector<std::string> &items);

} // namespace gauge::lake
