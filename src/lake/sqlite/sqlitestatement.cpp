// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/sqlite/sqlitestatement.h"

#include "lake/sqlite/sqliteconnection.h"

#include <sqlite3.h>

namespace gauge::lake {

using catalog::Cell;

void SqliteStatement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

void SqliteStatement::bindNull(int position)
{
    m_bindError |= sqlite3_bind_null(m_statement.get(), position);
}

void SqliteStatement::bindInteger(int position, qint64 value)
{
    m_bindError |= sqlite3_bind_int64(m_statement.get(), position, value);
}

void SqliteStatement::bindReal(int position, double value)
{
    m_bindError |= sqlite3_bind_double(m_statement.get(), position, value);
}

void SqliteStatement::bindTextView(int position, std::string_view text)
{
    // A view without data would be bound as NULL; an empty text is a value.
    m_bindError |= sqlite3_bind_text64(m_statement.get(), position, text.data() ? text.data() : "",
                                       text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void SqliteStatement::bindBlobView(int position, std::string_view bytes)
{
    m_bindError |= sqlite3_bind_blob64(m_statement.get(), position, bytes.data() ? bytes.data() : "",
                                       bytes.size(), SQLITE_STATIC);
}

void SqliteStatement::bindText(int position, std::string_view text)
{
    m_bindError |= sqlite3_bind_text64(m_statement.get(), position, text.data() ? text.data() : "",
                                       text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void SqliteStatement::bindBlob(int position, std::string_view bytes)
{
    m_bindError |= sqlite3_bind_blob64(m_statement.get(), position, bytes.data() ? bytes.data() : "",
                                       bytes.size(), SQLITE_TRANSIENT);
}

void SqliteStatement::clearBindings()
{
    sqlite3_clear_bindings(m_statement.get());
}

Result<bool> SqliteStatement::step()
{
    if (m_bindError != SQLITE_OK) {
        return fail(ErrorKind::Storage,
                    QCoreApplication::translate("lake", "A value is too large to be stored."),
                    QString::fromUtf8(sqlite3_errmsg(sqlite3_db_handle(m_statement.get()))));
    }
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    Error error = storageError(sqlite3_db_handle(m_statement.get()));
    sqlite3_reset(m_statement.get());
    return fail(std::move(error));
}

void SqliteStatement::reset()
{
    sqlite3_reset(m_statement.get());
    m_bindError = SQLITE_OK;
}

bool SqliteStatement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

qint64 SqliteStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

std::string_view SqliteStatement::text(int column) const
{
    const auto *data = reinterpret_cast<const char *>(sqlite3_column_text(m_statement.get(), column));
    return data ? std::string_view(data, size_t(sqlite3_column_bytes(m_statement.get(), column)))
                : std::string_view();
}

std::string_view SqliteStatement::bytes(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement.get(), column));
    return data ? std::string_view(data, size_t(sqlite3_column_bytes(m_statement.get(), column)))
                : std::string_view();
}

Cell SqliteStatement::cell(int column) const
{
    sqlite3_value *value = sqlite3_column_value(m_statement.get(), column);
    switch (sqlite3_value_type(value)) {
    case SQLITE_NULL:
        return {};
    case SQLITE_INTEGER:
        return Cell::ofInteger(sqlite3_value_int64(value));
    case SQLITE_FLOAT:
        return Cell::ofReal(sqlite3_value_double(value));
    default: {
        // Texts, and the digits of an integer beyond 64 bits (see FeedTable::bindCell). By the value itself,
        // which only this thread has: each call by the column's number takes the connection's lock anew.
        const auto *data = reinterpret_cast<const char *>(sqlite3_value_text(value));
        return Cell::ofText(data ? std::string_view(data, size_t(sqlite3_value_bytes(value)))
                                 : std::string_view());
    }
    }
}

} // namespace gauge::lake
