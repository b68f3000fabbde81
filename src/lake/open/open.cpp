// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/open/open.h"

#include "lake/postgres/postgresconnection.h"
#include "lake/sqlite/sqliteconnection.h"

namespace gauge::lake {

Result<std::unique_ptr<SqlConnection>> openWriting(const Location &location, std::stop_token closing)
{
    return location.isFile() ? SqliteConnection::openWriting(location.text())
                             : PostgresConnection::openWriting(location, std::move(closing));
}

Result<std::unique_ptr<SqlConnection>> openReading(const Location &location, std::stop_token closing)
{
    return location.isFile() ? SqliteConnection::openReading(location.text())
                             : PostgresConnection::openReading(location, std::move(closing));
}

} // namespace gauge::lake
