// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/state/synclog.h"

#include "lake/sql/connection.h"
#include "lake/sql/statement.h"
#include "lake/state/lease.h"

namespace gauge::lake {

namespace {

QString stamp(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

SyncKind kindOf(const QString &text)
{
    for (const SyncKind kind : {SyncKind::Refresh, SyncKind::Reconcile, SyncKind::Page}) {
        if (kindText(kind) == text)
            return kind;
    }
    return SyncKind::Incremental;
}

SyncRecord recordAt(const Statement &statement)
{
    SyncRecord record;
    record.id = statement.integer(0);
    record.feed = statement.string(1);
    record.scope = statement.string(2);
    record.kind = kindOf(statement.string(3));
    record.started = timeAt(statement, 4);
    if (!statement.isNull(5))
        record.finished = timeAt(statement, 5);
    record.error = statement.string(6);
    int at = 6;
    for (qint64 *number :
         {&record.pages, &record.counts.received, &record.counts.inserted, &record.counts.updated,
          &record.counts.removed, &record.counts.changed, &record.counts.gone, &record.counts.late})
        *number = statement.integer(++at);
    record.state = record.error.isEmpty() ? SyncRecord::State::Succeeded : SyncRecord::State::Failed;
    if (!record.finished)
        record.state = SyncRecord::State::Interrupted; // unless somebody still runs it: see stateOfOpen()
    return record;
}

//! Syncs in the form that recordAt() reads; \a rest selects and orders them.
Result<Statement> selectRecords(SqlConnection &connection, std::string_view rest)
{
    // Appended: GCC 12 with -O2 warns of sums of literals and std::string.
    std::string sql
        = "SELECT id, feed, scope, kind, started, finished, error, pages, received, inserted, updated, "
          "removed, changed, gone, late FROM lake_syncs ";
    sql += rest;
    return Statement::prepare(connection, sql);
}

QString spanText(WindowSpan span)
{
    return span == WindowSpan::Recent ? QStringLiteral("recent") : QStringLiteral("long");
}

//! Of a sync without an end: only the newest of its feed can still run.
Result<SyncRecord::State> stateOfOpen(SqlConnection &connection, const SyncRecord &record,
                                      const QDateTime &now)
{
    GAUGE_TRY(auto newest, Statement::prepare(connection, "SELECT max(id) FROM lake_syncs WHERE feed=?"));
    newest.bind(1, record.feed);
    GAUGE_CHECK(newest.step());
    if (newest.integer(0) != record.id)
        return SyncRecord::State::Interrupted;
    return isHeld(connection, record.feed, now).map([](bool held) {
        return held ? SyncRecord::State::Running : SyncRecord::State::Interrupted;
    });
}

//! The newest sync of \a feed that is one; a page that was kept is none.
Result<std::optional<SyncRecord>> newestOf(SqlConnection &connection, const QString &feed)
{
    GAUGE_TRY(auto statement,
              selectRecords(connection, "WHERE feed=? AND kind<>'page' ORDER BY id DESC LIMIT 1"));
    statement.bind(1, feed);
    GAUGE_TRY(const auto row, statement.step());
    return row ? std::optional(recordAt(statement)) : std::nullopt;
}

} // namespace

QDateTime timeAt(const Statement &statement, int column)
{
    return QDateTime::fromString(statement.string(column), Qt::ISODateWithMs);
}

QString kindText(SyncKind kind)
{
    switch (kind) {
    case SyncKind::Incremental:
        return QStringLiteral("incremental");
    case SyncKind::Refresh:
        return QStringLiteral("refresh");
    case SyncKind::Reconcile:
        return QStringLiteral("reconcile");
    case SyncKind::Page:
        return QStringLiteral("page");
    }
    return {};
}

Result<Checkpoint> readCheckpoint(SqlConnection &connection, const QString &feed, const QString &scopeKey)
{
    GAUGE_TRY(auto statement,
              Statement::prepare(connection,
                                 "SELECT cursor, complete FROM lake_checkpoints WHERE feed=? AND scope=?"));
    statement.bind(1, feed);
    statement.bind(2, scopeKey);
    GAUGE_TRY(const auto row, statement.step());
    return row ? Checkpoint{statement.string(0), statement.integer(1) != 0} : Checkpoint{};
}

Result<void> writeCheckpoint(SqlConnection &connection, const QString &feed, const QString &scopeKey,
                             const Checkpoint &checkpoint, const QDateTime &now)
{
    auto statement
        = Statement::prepare(connection,
                             "INSERT INTO lake_checkpoints(feed, scope, cursor, complete, updated_at) "
                             "VALUES(?,?,?,?,?) ON CONFLICT(feed, scope) DO UPDATE SET "
                             "cursor=excluded.cursor, complete=excluded.complete, "
                             "updated_at=excluded.updated_at");
    if (!statement)
        return fail(std::move(statement.error()));
    statement->bind(1, feed);
    statement->bind(2, scopeKey);
    statement->bind(3, checkpoint.cursor);
    statement->bind(4, qint64(checkpoint.complete));
    statement->bind(5, stamp(now));
    return statement->run();
}

Result<qint64> beginSync(SqlConnection &connection, const QString &feed, const QString &scopeKey,
                         SyncKind kind, const QDateTime &started)
{
    auto statement
        = Statement::prepare(connection,
                             "INSERT INTO lake_syncs(feed, scope, kind, started, pages, received, inserted, "
                             "updated, removed, changed, gone, late, error) "
                             "VALUES(?,?,?,?,0,0,0,0,0,0,0,0,'') RETURNING id");
    if (!statement)
        return fail(std::move(statement.error()));
    int at = 0;
    for (const QString &text : {feed, scopeKey, kindText(kind), stamp(started)})
        statement->bind(++at, text);
    GAUGE_CHECK(statement->step());
    const qint64 id = statement->integer(0);
    statement->reset(); // without this the row is not written
    return id;
}

Result<void> addPage(SqlConnection &connection, qint64 id, qint64 pages, const StoreCounts &counts)
{
    GAUGE_TRY(auto statement,
              Statement::prepare(connection,
                                 "UPDATE lake_syncs SET pages=pages+?, received=received+?, "
                                 "inserted=inserted+?, updated=updated+?, "
                                 "removed=removed+?, changed=changed+?, late=late+? WHERE id=?"));
    int at = 0;
    for (const qint64 number : {pages, counts.received, counts.inserted, counts.updated, counts.removed,
                                counts.changed, counts.late, id})
        statement.bind(++at, number);
    return statement.run();
}

Result<void> writeOutcome(SqlConnection &connection, const SyncOutcome &outcome)
{
    auto statement
        = Statement::prepare(connection,
                             "UPDATE lake_syncs SET finished=?, error=?, pages=?, received=?, "
                             "inserted=?, updated=?, removed=?, changed=?, gone=?, late=? WHERE id=?");
    if (!statement)
        return fail(std::move(statement.error()));
    statement->bind(1, stamp(outcome.finished));
    statement->bind(2, outcome.error);
    int at = 2;
    for (const qint64 number : {outcome.pages, outcome.counts.received, outcome.counts.inserted,
                                outcome.counts.updated, outcome.counts.removed, outcome.counts.changed,
                                outcome.counts.gone, outcome.counts.late, outcome.id})
        statement->bind(++at, number);
    return statement->run();
}

Result<void> readOutcomes(SqlConnection &connection, FeedStatus &status, const std::optional<QDateTime> &now)
{
    GAUGE_TRY(auto newest, newestOf(connection, status.feed));
    status.newest = std::move(newest);
    if (status.newest && !status.newest->finished && now) {
        GAUGE_TRY(status.newest->state, stateOfOpen(connection, *status.newest, *now));
    }
    auto statement = Statement::prepare(
        connection,
        // One without an end runs now, or was killed; a page that was kept is no sync.
        "SELECT (SELECT finished FROM lake_syncs WHERE feed=?1 AND error='' AND finished IS NOT NULL "
        "AND kind<>'page' ORDER BY id DESC LIMIT 1), "
        "(SELECT error FROM lake_syncs WHERE feed=?1 AND finished IS NOT NULL AND kind<>'page' "
        "ORDER BY id DESC LIMIT 1)");
    if (!statement)
        return fail(std::move(statement.error()));
    statement->bind(1, status.feed);
    GAUGE_CHECK(statement->step());
    if (!statement->isNull(0))
        status.lastSync = timeAt(*statement, 0);
    status.lastError = statement->string(1);
    return {};
}

Result<bool> wasSyncedBefore(SqlConnection &connection, const QString &feed, qint64 sync)
{
    GAUGE_TRY(auto statement,
              Statement::prepare(connection,
                                 "SELECT count(*) FROM lake_syncs WHERE feed=? AND id<? AND "
                                 "finished IS NOT NULL AND error='' AND received>0 AND kind<>'page'"));
    statement.bind(1, feed);
    statement.bind(2, sync);
    GAUGE_CHECK(statement.step());
    return statement.integer(0) > 0;
}

Result<std::vector<SyncRecord>> readHistory(SqlConnection &connection, qint64 limit, const QDateTime &now)
{
    GAUGE_TRY(auto statement, selectRecords(connection, "ORDER BY id DESC LIMIT ?"));
    statement.bind(1, limit);
    std::vector<SyncRecord> records;
    GAUGE_CHECK(statement.forEachRow([&] { records.push_back(recordAt(statement)); }));
    for (SyncRecord &record : records) {
        if (record.finished)
            continue;
        GAUGE_TRY(record.state, stateOfOpen(connection, record, now));
    }
    return records;
}

Result<std::optional<WindowRead>> readWindow(SqlConnection &connection, const QString &feed, WindowSpan span)
{
    auto statement
        = Statement::prepare(connection, "SELECT read_to, found FROM lake_windows WHERE feed=? AND span=?");
    if (!statement)
        return fail(std::move(statement.error()));
    statement->bind(1, feed);
    statement->bind(2, spanText(span));
    GAUGE_TRY(const auto row, statement->step());
    return row ? std::optional(WindowRead{timeAt(*statement, 0), statement->integer(1)}) : std::nullopt;
}

Result<void> writeWindow(SqlConnection &connection, const QString &feed, WindowSpan span,
                         const WindowRead &read)
{
    GAUGE_TRY(auto statement,
              Statement::prepare(connection,
                                 "INSERT INTO lake_windows(feed, span, read_to, found) "
                                 "VALUES(?,?,?,?) ON CONFLICT(feed, span) DO UPDATE SET "
                                 "read_to=excluded.read_to, found=excluded.found"));
    statement.bind(1, feed);
    statement.bind(2, spanText(span));
    statement.bind(3, stamp(read.readTo));
    statement.bind(4, read.found);
    return statement.run();
}

} // namespace gauge::lake
