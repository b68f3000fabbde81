// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/history.h"

#include "lake/connection.h"
#include "lake/statement.h"

namespace gauge::lake {

namespace {

QString stamp(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
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
    }
    return {};
}

} // namespace

Result<Checkpoint> readCheckpoint(Connection &connection, const QString &feed, const QString &scopeKey)
{
    auto statement = Statement::prepare(
        connection, "SELECT cursor, complete FROM lake_checkpoints WHERE feed=? AND scope=?");
    if (!statement)
        return fail(std::move(statement.error()));
    statement->bind(1, feed);
    statement->bind(2, scopeKey);
    const auto row = statement->step();
    if (!row)
        return fail(row.error());
    return *row ? Checkpoint{statement->string(0), statement->integer(1) != 0} : Checkpoint{};
}

Result<void> writeCheckpoint(Connection &connection, const QString &feed, const QString &scopeKey,
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

Result<qint64> beginSync(Connection &connection, const QString &feed, const QString &scopeKey, SyncKind kind,
                         const QDateTime &started)
{
    auto statement
        = Statement::prepare(connection,
                             "INSERT INTO lake_syncs(feed, scope, kind, started, pages, received, inserted, "
                             "updated, removed, changed, gone, error) "
                             "VALUES(?,?,?,?,0,0,0,0,0,0,0,'') RETURNING id");
    if (!statement)
        return fail(std::move(statement.error()));
    int at = 0;
    for (const QString &text : {feed, scopeKey, kindText(kind), stamp(started)})
        statement->bind(++at, text);
    if (const auto row = statement->step(); !row)
        return fail(row.error());
    const qint64 id = statement->integer(0);
    statement->reset(); // without this the row is not written
    return id;
}

Result<void> writeOutcome(Connection &connection, const SyncOutcome &outcome)
{
    auto statement = Statement::prepare(connection,
                                        "UPDATE lake_syncs SET finished=?, error=?, pages=?, received=?, "
                                        "inserted=?, updated=?, removed=?, changed=?, gone=? WHERE id=?");
    if (!statement)
        return fail(std::move(statement.error()));
    statement->bind(1, stamp(outcome.finished));
    statement->bind(2, outcome.error);
    int at = 2;
    for (const qint64 number :
         {outcome.pages, outcome.counts.received, outcome.counts.inserted, outcome.counts.updated,
          outcome.counts.removed, outcome.counts.changed, outcome.counts.gone, outcome.id})
        statement->bind(++at, number);
    return statement->run();
}

Result<void> readOutcomes(Connection &connection, FeedStatus &status)
{
    auto statement = Statement::prepare(
        connection,
        // One without an end runs now, or was killed.
        "SELECT (SELECT finished FROM lake_syncs WHERE feed=?1 AND error='' AND finished IS NOT NULL "
        "ORDER BY id DESC LIMIT 1), "
        "(SELECT error FROM lake_syncs WHERE feed=?1 AND finished IS NOT NULL ORDER BY id DESC LIMIT 1)");
    if (!statement)
        return fail(std::move(statement.error()));
    statement->bind(1, status.feed);
    if (const auto row = statement->step(); !row)
        return fail(row.error());
    if (!statement->isNull(0))
        status.lastSync = QDateTime::fromString(statement->string(0), Qt::ISODateWithMs);
    status.lastError = statement->string(1);
    return {};
}

} // namespace gauge::lake
