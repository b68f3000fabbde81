// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/postgres/postgresconnection.h"
#include "lake/sql/statement.h"

#include <map>

namespace gauge::lake {

//! A statement whose values are sent apart from it. What reads in batches does so from a cursor, within a
//! transaction. It is not prepared on the server: behind a pooler the next transaction would not find it
//! there, or would find another's.
class PostgresStatement final : public PreparedStatement
{
public:
    PostgresStatement(const PostgresConnection &connection, std::string sql)
        : m_connection(connection)
        , m_sql(std::move(sql))
    {}
    ~PostgresStatement() override;

    void bindNull(int position) override;
    void bindInteger(int position, qint64 value) override;
    void bindReal(int position, double value) override;
    void bindTextView(int position, std::string_view text) override;
    void bindBlobView(int position, std::string_view bytes) override;
    void bindText(int position, std::string_view text) override;
    void bindBlob(int position, std::string_view bytes) override;
    void clearBindings() override;
    void readInBatches() override { m_inBatches = true; }
    [[nodiscard]] Result<bool> step() override;
    void reset() override;
    [[nodiscard]] bool isNull(int column) const override;
    [[nodiscard]] qint64 integer(int column) const override;
    [[nodiscard]] std::string_view text(int column) const override;
    [[nodiscard]] std::string_view bytes(int column) const override;
    [[nodiscard]] catalog::Cell cell(int column) const override;

private:
    PostgresConnection::Parameter &parameter(int position);
    void bindOwn(int position, unsigned type, std::string value);
    [[nodiscard]] Result<void> openCursor();
    [[nodiscard]] Result<void> fetch();

    const PostgresConnection &m_connection;
    const std::string m_sql;
    std::vector<PostgresConnection::Parameter> m_parameters;
    PgResult m_answer;
    int m_row = -1;
    bool m_inBatches = false;
    std::string m_cursor; //!< open in m_cursorTransaction
    qint64 m_cursorTransaction = 0;
    mutable std::map<int, std::string> m_bytes; //!< of this row
};

} // namespace gauge::lake
