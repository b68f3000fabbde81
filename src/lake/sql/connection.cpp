// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/sql/connection.h"

#include "lake/sql/statement.h"

namespace gauge::lake {

std::string quoted(const QString &name)
{
    std::string text = name.toStdString();
    for (size_t at = 0; (at = text.find('"', at)) != std::string::npos; at += 2)
        text.insert(at, 1, '"');
    return '"' + text + '"';
}

std::string joined(const std::vector<std::string> &parts)
{
    std::string result;
    for (const std::string &part : parts) {
        if (!result.empty())
            result += ',';
        result += part;
    }
    return result;
}

Result<qint64> SqlConnection::number(std::string_view sql)
{
    GAUGE_TRY(auto statement, Statement::prepare(*this, sql));
    GAUGE_TRY(const auto row, statement.step());
    return row ? statement.integer(0) : 0;
}

Result<Transaction> Transaction::begin(SqlConnection &connection, Kind kind)
{
    if (kind == Kind::Read && connection.inTransaction())
        return Transaction(nullptr);
    GAUGE_CHECK(connection.begin(kind == Kind::Write));
    return Transaction(&connection);
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{}

Transaction::~Transaction()
{
    // After a full disk SQLite has rolled back by itself.
    if (m_connection && m_connection->inTransaction())
        std::ignore = m_connection->run("ROLLBACK");
}

Result<void> Transaction::commit()
{
    if (!m_connection)
        return {};
    auto done = m_connection->run("COMMIT");
    if (done)
        m_connection = nullptr;
    return done;
}

StopGuard::StopGuard(SqlConnection &connection, std::stop_token stop)
    : m_connection(connection)
    , m_outer(connection.m_watched)
    , m_stop(std::move(stop))
{
    if (m_stop.stop_possible())
        setStopToken(&m_stop);
}

StopGuard::~StopGuard()
{
    if (m_connection.m_watched != m_outer)
        setStopToken(m_outer);
}

void StopGuard::setStopToken(const std::stop_token *stop)
{
    m_connection.m_watched = stop;
    m_connection.setStopToken(stop);
}

} // namespace gauge::lake
