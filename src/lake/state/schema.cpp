// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/state/schema.h"

#include "lake/sql/connection.h"
#include "lake/sql/statement.h"
#include "lake/sql/types.h"

#include <array>

namespace gauge::lake {

namespace {

//! One step, if there is one to do, or all of a lake that is new, so that nobody meets one of an earlier
//! version that never was. True while there may be more.
Result<bool> advance(SqlConnection &connection, std::span<const MigrationStep> steps)
{
    GAUGE_TRY(auto transaction, Transaction::begin(connection, Transaction::Kind::Write));
    // Read under the write lock: another process may have gone ahead meanwhile.
    GAUGE_TRY(const auto version, connection.layout());
    if (version < 0 || size_t(version) >= steps.size())
        return false;
    const auto todo = steps.subspan(size_t(version), version == 0 ? steps.size() : 1);
    for (const MigrationStep &step : todo) {
        GAUGE_CHECK(step(connection));
    }
    GAUGE_CHECK(connection.setLayout(version + qint64(todo.size())));
    GAUGE_CHECK(transaction.commit());
    return true;
}

} // namespace

Result<void> migrate(SqlConnection &connection, std::span<const MigrationStep> steps)
{
    GAUGE_TRY(const auto version, connection.layout());
    if (version >= qint64(steps.size()))
        return {};
    for (;;) {
        GAUGE_TRY(const auto more, advance(connection, steps));
        if (!more)
            return {};
    }
}

namespace {

//! Layout 1: the tables of state. The feeds' own tables follow from the catalog (FeedTable). Every
//! column is described in README.md.
Result<void> makeStateTables(SqlConnection &connection)
{
    for (const char *sql : {
             "CREATE TABLE lake_feeds(feed TEXT PRIMARY KEY NOT NULL, records_table TEXT NOT NULL, "
             "key_column TEXT NOT NULL, next_row_id INTEGER NOT NULL) WITHOUT ROWID",
             "CREATE TABLE lake_columns(feed TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, "
             "physical TEXT NOT NULL, part INTEGER NOT NULL, type TEXT NOT NULL, title TEXT NOT NULL, "
             "PRIMARY KEY(feed, position)) WITHOUT ROWID",
             "CREATE TABLE lake_checkpoints(feed TEXT NOT NULL, scope TEXT NOT NULL, cursor TEXT NOT NULL, "
             "complete INTEGER NOT NULL, updated_at TEXT NOT NULL, PRIMARY KEY(feed, scope)) WITHOUT ROWID",
             "CREATE TABLE lake_syncs(id INTEGER PRIMARY KEY, feed TEXT NOT NULL, scope TEXT NOT NULL, "
             "started TEXT NOT NULL, finished TEXT NOT NULL, pages INTEGER NOT NULL, received INTEGER NOT "
             "NULL, "
             "inserted INTEGER NOT NULL, updated INTEGER NOT NULL, removed INTEGER NOT NULL, error TEXT NOT "
             "NULL)",
             "CREATE INDEX lake_syncs_by_feed ON lake_syncs(feed, id)",
             "CREATE TABLE lake_leases(feed TEXT PRIMARY KEY NOT NULL, owner TEXT NOT NULL, host TEXT NOT "
             "NULL, "
             "process_id INTEGER NOT NULL, heartbeat TEXT NOT NULL) WITHOUT ROWID",
         }) {
        GAUGE_CHECK(connection.run(sql));
    }
    return {};
}

Result<QStringList> recordTables(SqlConnection &connection)
{
    GAUGE_TRY(auto statement, Statement::prepare(connection, "SELECT records_table FROM lake_feeds"));
    QStringList tables;
    GAUGE_CHECK(statement.forEachRow([&] { tables.append(statement.string(0)); }));
    return tables;
}

//! Layout 2: records are packed, and it is known when and by which sync they came and changed. A sync
//! is written down when it begins, so that records can name it.
Result<void> addProvenance(SqlConnection &connection)
{
    std::vector<std::string> changes{
        "CREATE TABLE lake_dictionaries(dictionary_id INTEGER PRIMARY KEY, feed TEXT NOT NULL, "
        "made_at TEXT NOT NULL, content BLOB NOT NULL)",
        "ALTER TABLE lake_feeds ADD COLUMN searched TEXT",
        "DROP INDEX lake_syncs_by_feed",
        "ALTER TABLE lake_syncs RENAME TO lake_syncs_1",
        "CREATE TABLE lake_syncs(id INTEGER PRIMARY KEY, feed TEXT NOT NULL, scope TEXT NOT NULL, "
        "kind TEXT NOT NULL, started TEXT NOT NULL, finished TEXT, pages INTEGER NOT NULL, "
        "received INTEGER NOT NULL, inserted INTEGER NOT NULL, updated INTEGER NOT NULL, "
        "removed INTEGER NOT NULL, changed INTEGER NOT NULL, gone INTEGER NOT NULL, error TEXT NOT NULL)",
        "INSERT INTO lake_syncs SELECT id, feed, scope, 'incremental', started, finished, pages, received, "
        "inserted, updated, removed, 0, 0, error FROM lake_syncs_1",
        "DROP TABLE lake_syncs_1",
        "CREATE INDEX lake_syncs_by_feed ON lake_syncs(feed, id)",
    };
    GAUGE_TRY(const auto tables, recordTables(connection));
    for (const QString &table : tables) {
        // Bodies stay the texts that they are; BodyUnpacker knows both.
        for (const char *column : {"first_sync", "seen_sync", "changed_sync", "gone_sync"}) {
            changes.push_back("ALTER TABLE " + quoted(table + QStringLiteral("_raw")) + " ADD COLUMN "
                              + column + " INTEGER");
        }
        for (std::string &sql : companionTables(table))
            changes.push_back(std::move(sql));
    }
    for (const std::string &sql : changes) {
        GAUGE_CHECK(connection.run(sql));
    }
    return {};
}

//! Layout 3: what was uploaded, and what became of each row.
Result<void> addUploads(SqlConnection &connection)
{
    for (const char *sql : {
             "CREATE TABLE lake_uploads(id INTEGER PRIMARY KEY, started TEXT NOT NULL, finished TEXT, "
             "connection TEXT NOT NULL, configuration TEXT NOT NULL, record_type TEXT NOT NULL, "
             "file TEXT NOT NULL, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, accepted INTEGER NOT NULL, "
             "refused INTEGER NOT NULL, unknown INTEGER NOT NULL, not_sent INTEGER NOT NULL, "
             "error TEXT NOT NULL)",
             "CREATE TABLE lake_upload_rows(upload INTEGER NOT NULL, row_number INTEGER NOT NULL, "
             "line INTEGER NOT NULL, state TEXT NOT NULL, message TEXT NOT NULL, changed TEXT NOT NULL, "
             "PRIMARY KEY(upload, row_number)) WITHOUT ROWID",
         }) {
        GAUGE_CHECK(connection.run(sql));
    }
    return {};
}

//! Layout 4: what is read again at each sync, and what that found. A lake that was filled before has never
//! read anything again: it begins with all that came since its first sync, or its last reconciliation.
Result<void> addWindows(SqlConnection &connection)
{
    for (const char *sql : {
             "CREATE TABLE lake_windows(feed TEXT NOT NULL, span TEXT NOT NULL, read_to TEXT NOT NULL, "
             "found INTEGER NOT NULL, PRIMARY KEY(feed, span)) WITHOUT ROWID",
             "ALTER TABLE lake_syncs ADD COLUMN late INTEGER NOT NULL DEFAULT 0",
             "INSERT INTO lake_windows(feed, span, read_to, found) "
             "SELECT s.feed, spans.span, coalesce((SELECT max(r.started) FROM lake_syncs r WHERE "
             "r.feed=s.feed AND r.kind='reconcile' AND r.finished IS NOT NULL AND r.error=''), "
             "min(s.started)), 0 FROM lake_syncs s, (SELECT 'recent' AS span UNION ALL SELECT 'long' AS "
             "span) spans WHERE s.kind='incremental' AND s.scope='' GROUP BY s.feed, spans.span",
         }) {
        GAUGE_CHECK(connection.run(sql));
    }
    return {};
}

//! Layout 5: whose data the lake holds.
Result<void> addOwner(SqlConnection &connection)
{
    return connection.run(
        "CREATE TABLE lake_owner(one INTEGER PRIMARY KEY NOT NULL CHECK(one=1), name TEXT NOT NULL, "
        "connection TEXT NOT NULL, hosts TEXT NOT NULL, salt TEXT NOT NULL, fingerprint TEXT NOT NULL, "
        "claimed TEXT NOT NULL, moved_to TEXT NOT NULL)");
}

//! Layout 6: texts are compared whatever their normal form. The functions of a database were made with its
//! schema until then.
Result<void> addFunctions(SqlConnection &connection)
{
    return connection.makeFunctions();
}

//! Layout 7: what a row held, so that it is known again in a file that was changed, and where the file was.
Result<void> addRowContents(SqlConnection &connection)
{
    for (const char *sql : {
             "ALTER TABLE lake_upload_rows ADD COLUMN content TEXT NOT NULL DEFAULT ''",
             "ALTER TABLE lake_uploads ADD COLUMN folder TEXT NOT NULL DEFAULT ''",
             "ALTER TABLE lake_uploads ADD COLUMN host TEXT NOT NULL DEFAULT ''",
         }) {
        GAUGE_CHECK(connection.run(sql));
    }
    return {};
}

} // namespace

std::vector<std::string> companionTables(const QString &table)
{
    const std::string versions = quoted(table + QStringLiteral("_versions"));
    return {
        // Few records are gone, and every query leaves them out.
        "CREATE INDEX " + quoted(table + QStringLiteral("_gone")) + " ON "
            + quoted(table + QStringLiteral("_raw")) + "(row_id) WHERE gone_sync IS NOT NULL",
        "CREATE TABLE " + versions
            + "(version_id INTEGER PRIMARY KEY, row_id INTEGER NOT NULL, sync INTEGER, body BLOB NOT NULL)",
        "CREATE INDEX " + quoted(table + QStringLiteral("_versions_by_row")) + " ON " + versions + "(row_id)",
    };
}

std::span<const MigrationStep> layoutSteps()
{
    static const std::array<MigrationStep, layoutVersion> steps{
        makeStateTables, addProvenance, addUploads, addWindows, addOwner, addFunctions, addRowContents};
    return steps;
}

} // namespace gauge::lake
