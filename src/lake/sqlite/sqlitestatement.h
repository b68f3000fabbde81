// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/sql/statement.h"

struct sqlite3_stmt;

namespace gauge::lake {

//! A prepared statement through SQLite's C interface.
class SqliteStatement final : public PreparedStatement
{
public:
    explicit SqliteStatement(sqlite3_stmt *statement)
        : m_statement(statement)
    {}

    void bindNull(int position) override;
    void bindInteger(int position, qint64 value) override;
    void bindReal(int position, double value) override;
    void bindTextView(int position, std::string_view text) override;
    void bindBlobView(int position, std::string_view bytes) override;
    void bindText(int position, std::string_view text) override;
    void bindBlob(int position, std::string_view bytes) override;
    void clearBindings() override;
    [[nodiscard]] Result<bool> step() override;
    void reset() override;
    [[nodiscard]] bool isNull(int column) const override;
    [[nodiscard]] qint64 integer(int column) const override;
    [[nodiscard]] std::string_view text(int column) const override;
    [[nodiscard]] std::string_view bytes(int column) const override;
    [[nodiscard]] catalog::Cell cell(int column) const override;

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    int m_bindError = 0;
};

} // namespace gauge::lake
