// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/read/recorddetail.h"

#include "lake/sql/connection.h"
#include "lake/sql/statement.h"
#include "lake/state/synclog.h"

namespace gauge::lake {

Result<Provenance> readProvenance(SqlConnection &connection, const FeedLayout &layout, qint64 row)
{
    std::string sql = "SELECT ";
    for (const char *column : {"first_sync", "seen_sync", "changed_sync", "gone_sync"}) {
        sql += sql.ends_with(' ') ? "" : ", ";
        sql += "(SELECT started FROM lake_syncs WHERE id=" + std::string(column) + ')';
    }
    GAUGE_TRY(auto statement,
              Statement::prepare(connection, sql + " FROM " + layout.rawTable() + " WHERE row_id=?"));
    statement.bind(1, row);
    GAUGE_TRY(const auto found, statement.step());
    if (!found)
        return Provenance();
    return Provenance{timeAt(statement, 0), timeAt(statement, 1), timeAt(statement, 2), timeAt(statement, 3)};
}

Result<std::vector<RecordVersion>> readVersions(SqlConnection &connection, const FeedLayout &layout,
                                                qint64 row, BodyUnpacker &unpacker)
{
    auto statement
        = Statement::prepare(connection,
                             "SELECT (SELECT started FROM lake_syncs WHERE id=sync), body FROM "
                                 + layout.versionsTable() + " WHERE row_id=? ORDER BY version_id DESC");
    if (!statement)
        return fail(std::move(statement.error()));
    statement->bind(1, row);
    std::vector<RecordVersion> versions;
    for (;;) {
        GAUGE_TRY(const auto found, statement->step());
        if (!found)
            return versions;
        GAUGE_TRY(const auto body, unpacker.unpack(connection, statement->bytes(1)));
        versions.push_back({timeAt(*statement, 0), QByteArray(body.data(), qsizetype(body.size()))});
    }
}

} // namespace gauge::lake
