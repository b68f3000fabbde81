// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/read/lakereader.h"

#include "lake/open/open.h"
#include "lake/read/display.h"
#include "lake/read/querysql.h"
#include "lake/read/recorddetail.h"
#include "lake/read/rowscan.h"
#include "lake/read/unpackahead.h"
#include "lake/sql/connection.h"
#include "lake/sql/errors.h"
#include "lake/sql/layouts.h"
#include "lake/state/lease.h"
#include "lake/state/recordbody.h"
#include "lake/state/schema.h"
#include "lake/state/synclog.h"

namespace gauge::lake {

using catalog::Row;

struct LakeReader::Private
{
    Private(std::unique_ptr<SqlConnection> opened, LayoutCache known)
        : connection(std::move(opened))
        , layouts(std::move(known))
    {}

    std::unique_ptr<SqlConnection> connection;
    LayoutCache layouts;
    BodyUnpacker unpacker;
    QDate today;

    //! The columns of a feed and the transaction in which they hold.
    struct ReadTransaction
    {
        Transaction transaction;
        const FeedLayout *layout = nullptr;
    };
    [[nodiscard]] Result<ReadTransaction> read(const QString &feed);
    //! A query that is ready to run, and ends early when it is told to.
    struct PreparedQuery
    {
        std::unique_ptr<StopGuard> guard;
        ReadTransaction reading;
        QuerySql sql;
    };
    [[nodiscard]] Result<KeySnapshot> keys(const PreparedQuery &asked)
    {
        return KeySnapshot::take(*connection, *asked.reading.layout, asked.sql);
    }
    [[nodiscard]] Result<std::unique_ptr<PreparedQuery>> ask(const QString &feed, const query::Query &query,
                                                             std::stop_token stop);
    [[nodiscard]] Result<void> visitRows(const FeedLayout &layout, std::span<const qint64> keys,
                                         std::span<const int> columns, const std::stop_token &stop,
                                         const RowVisitor &visit);
    [[nodiscard]] Result<void> walk(const PreparedQuery &asked, const QStringList &names,
                                    const std::stop_token &stop, const RowVisitor &visit);
    [[nodiscard]] Result<void> visitRaw(const FeedLayout &layout, std::span<const qint64> keys,
                                        const std::stop_token &stop, const RawVisitor &visit,
                                        RawForm form = RawForm::AsStored);
};

Result<LakeReader::Private::ReadTransaction> LakeReader::Private::read(const QString &feed)
{
    GAUGE_TRY(auto transaction, Transaction::begin(*connection, Transaction::Kind::Read));
    GAUGE_TRY(const auto found, layouts.of(*connection, feed));
    return ReadTransaction{std::move(transaction), found};
}

Result<std::unique_ptr<LakeReader::Private::PreparedQuery>>
LakeReader::Private::ask(const QString &feed, const query::Query &query, std::stop_token stop)
{
    // First: a server may be silent from the beginning of the transaction on.
    auto guard = std::make_unique<StopGuard>(*connection, std::move(stop));
    GAUGE_TRY(auto reading, read(feed));
    GAUGE_TRY(auto sql, QuerySql::make(*reading.layout, query, today));
    return std::unique_ptr<PreparedQuery>(
        new PreparedQuery{std::move(guard), std::move(reading), std::move(sql)});
}

Result<void> LakeReader::Private::visitRows(const FeedLayout &layout, std::span<const qint64> keys,
                                            std::span<const int> columns, const std::stop_token &stop,
                                            const RowVisitor &visit)
{
    GAUGE_TRY(auto scan, RowScan::byKey(*connection, layout, columns));
    scan.expect(keys);
    Row row;
    for (const qint64 key : keys) {
        if (stop.stop_requested())
            return fail(cancelled());
        GAUGE_TRY(const auto found, scan.at(key, row));
        if (found && !visit(row))
            break;
    }
    return {};
}

Result<void> LakeReader::Private::visitRaw(const FeedLayout &layout, std::span<const qint64> keys,
                                           const std::stop_token &stop, const RawVisitor &visit, RawForm form)
{
    GAUGE_TRY(auto lookup, RowLookup::prepare(*connection, "raw.body", layout.rawTable(), "raw"));
    lookup.expect(keys);
    UnpackAhead records(*connection, unpacker, form, stop, visit);
    for (const qint64 key : keys) {
        if (stop.stop_requested())
            return fail(cancelled());
        GAUGE_TRY(const auto found, lookup.seek(key));
        if (!found)
            continue;
        GAUGE_TRY(const auto more, records.add(key, lookup.row().bytes(1)));
        if (!more)
            return {};
    }
    return records.finish();
}

LakeReader::LakeReader(std::unique_ptr<Private> opened)
    : d(std::move(opened))
{}

LakeReader::~LakeReader() = default;

Result<std::unique_ptr<LakeReader>> LakeReader::open(const Location &location,
                                                     const catalog::Catalog &catalog, std::stop_token closing)
{
    GAUGE_TRY(auto connection, openReading(location, std::move(closing)));
    const auto version = connection->layout();
    if (!version)
        return fail(version.error());
    if (*version == 0)
        return fail(nothingSynced(location.text()));
    if (*version < layoutWithRecordsOfToday) {
        return fail(ErrorKind::Storage,
                    QCoreApplication::translate("lake",
                                                "The local copy is of an earlier version of GaugeDesk. Sync "
                                                "once to bring it up to date."));
    }
    auto opened = std::make_unique<Private>(std::move(connection), LayoutCache(catalog));
    return std::unique_ptr<LakeReader>(new LakeReader(std::move(opened)));
}

Result<std::optional<Owner>> LakeReader::owner()
{
    return readOwner(*d->connection);
}

void LakeReader::setToday(QDate today)
{
    d->today = today;
}

Result<std::vector<LakeColumn>> LakeReader::columns(const QString &feed)
{
    const auto reading = d->read(feed);
    return reading ? reading->layout->columns() : Result<std::vector<LakeColumn>>(fail(reading.error()));
}

Result<KeySnapshot> LakeReader::snapshot(const QString &feed, const query::Query &query, std::stop_token stop)
{
    GAUGE_TRY(const auto asked, d->ask(feed, query, std::move(stop)));
    return d->keys(*asked);
}

Result<std::vector<OwnedRow>> LakeReader::rows(const QString &feed, std::span<const qint64> keys,
                                               const QStringList &columns)
{
    GAUGE_TRY(const auto reading, d->read(feed));
    const FeedLayout &layout = *reading.layout;
    GAUGE_TRY(const auto selected, layout.select(columns));
    std::vector<OwnedRow> result;
    result.reserve(keys.size());
    GAUGE_CHECK(d->visitRows(layout, keys, selected, {}, [&](const Row &row) {
        result.push_back(ownedRow(row, layout, selected));
        return true;
    }));
    return result;
}

Result<RecordDetail> LakeReader::record(const QString &feed, qint64 key)
{
    GAUGE_TRY(const auto reading, d->read(feed));
    GAUGE_TRY(auto row, rows(feed, {&key, 1}, {}));
    RecordDetail detail;
    GAUGE_CHECK(d->visitRaw(*reading.layout, {&key, 1}, {}, [&](qint64, std::string_view raw) {
        detail.raw = QByteArray(raw.data(), qsizetype(raw.size()));
        return true;
    }));
    if (row.empty()) {
        return fail(ErrorKind::NotFound,
                    QCoreApplication::translate("lake", "This record is no longer in the local copy."));
    }
    if (auto known = readProvenance(*d->connection, *reading.layout, key); known)
        detail.provenance = *known;
    else
        return fail(std::move(known.error()));
    GAUGE_TRY(detail.versions, readVersions(*d->connection, *reading.layout, key, d->unpacker));
    detail.row = std::move(row.front());
    return detail;
}

Result<qint64> LakeReader::count(const QString &feed, const query::Query &query, std::stop_token stop)
{
    GAUGE_TRY(const auto asked, d->ask(feed, query, std::move(stop)));
    GAUGE_TRY(auto statement, asked->sql.aggregate(*d->connection, "count(*)", "t0.row_id"));
    GAUGE_CHECK(statement.step());
    return statement.integer(0);
}

Result<ScoreCounts> LakeReader::scores(const QString &feed, const query::Query &query, std::stop_token stop)
{
    GAUGE_TRY(const auto asked, d->ask(feed, query, std::move(stop)));
    return countScores(*d->connection, *asked->reading.layout, asked->sql);
}

Result<std::vector<ScoreGroup>> LakeReader::scoreGroups(const QString &feed, const query::Query &query,
                                                        const Grouping &grouping, std::stop_token stop)
{
    GAUGE_TRY(const auto asked, d->ask(feed, query, std::move(stop)));
    return groupScores(*d->connection, *asked->reading.layout, asked->sql, grouping);
}

Result<ValueCounts> LakeReader::values(const QString &feed, const QString &column, const query::Query &query,
                                       size_t limit, std::stop_token stop)
{
    GAUGE_TRY(const auto asked, d->ask(feed, query, std::move(stop)));
    return countValues(*d->connection, *asked->reading.layout, asked->sql, column, limit);
}

Result<std::optional<DayCounts>> LakeReader::dayCounts(const QString &feed, const query::Query &query,
                                                       const QString &column,
                                                       const std::optional<DateSpan> &span,
                                                       std::stop_token stop)
{
    const StopGuard guard(*d->connection, stop);
    GAUGE_TRY(const auto reading, d->read(feed));
    return countDays(*d->connection, *reading.layout, query, d->today, column, span);
}

Result<QStringList> LakeReader::missingIndexes(const QString &feed, const QStringList &columns,
                                               const IndexLimits &limits)
{
    GAUGE_TRY(const auto reading, d->read(feed));
    QStringList lacking;
    for (const QString &name : columns) {
        const auto wanted
            = wantsIndex(*d->connection, *reading.layout, reading.layout->indexOf(name), limits);
        if (!wanted)
            return fail(wanted.error());
        if (*wanted)
            lacking.append(name);
    }
    return lacking;
}

Result<void> LakeReader::Private::walk(const PreparedQuery &asked, const QStringList &names,
                                       const std::stop_token &stop, const RowVisitor &visit)
{
    const FeedLayout &layout = *asked.reading.layout;
    GAUGE_TRY(const auto columns, layout.select(names));
    // Sorted, the ids are sorted first and the rows fetched one by one: SQLite would carry whole rows
    // through its sorter, gigabytes of them on the disk.
    if (asked.sql.isSorted() || RowScan::needsKeys(*connection, layout, columns)) {
        const auto found = keys(asked);
        return found ? visitRows(layout, found->keys, columns, stop, visit) : fail(found.error());
    }
    GAUGE_TRY(auto scan, RowScan::through(*connection, layout, asked.sql, columns));
    Row row;
    for (;;) {
        if (stop.stop_requested())
            return fail(cancelled());
        GAUGE_TRY(const auto more, scan.next(row));
        if (!more || !visit(row))
            return {};
    }
}

Result<void> LakeReader::forEachRow(const QString &feed, const query::Query &query, std::stop_token stop,
                                    const RowVisitor &visit)
{
    const auto asked = d->ask(feed, query, stop);
    return asked ? d->walk(**asked, query.columns, stop, visit) : fail(asked.error());
}

Result<void> LakeReader::forEachRowIn(const KeyRange &range, const QString &feed, const query::Query &query,
                                      std::stop_token stop, const RowVisitor &visit)
{
    GAUGE_TRY(const auto asked, d->ask(feed, query, stop));
    asked->sql.restrictTo(range);
    return d->walk(*asked, query.columns, stop, visit);
}

Result<KeyRange> LakeReader::keyRange(const QString &feed)
{
    GAUGE_TRY(const auto reading, d->read(feed));
    const std::string from = "(row_id) FROM " + reading.layout->table(0);
    // Two questions: of both at once SQLite reads all rows.
    const auto first = d->connection->number("SELECT min" + from);
    const auto last = d->connection->number("SELECT max" + from);
    if (!first || !last)
        return fail((first ? last : first).error());
    return *last > 0 ? KeyRange{*first, *last} : KeyRange();
}

Result<bool> LakeReader::canUseIndex(const QString &feed, const query::Query &query)
{
    GAUGE_TRY(const auto reading, d->read(feed));
    return lake::canUseIndex(*d->connection, *reading.layout, query);
}

Result<void> LakeReader::forEachRow(const QString &feed, std::span<const qint64> keys,
                                    const QStringList &columns, std::stop_token stop, const RowVisitor &visit)
{
    const StopGuard guard(*d->connection, stop);
    GAUGE_TRY(const auto reading, d->read(feed));
    GAUGE_TRY(const auto selected, reading.layout->select(columns));
    return d->visitRows(*reading.layout, keys, selected, stop, visit);
}

Result<void> LakeReader::forEachRaw(const QString &feed, const query::Query &query, std::stop_token stop,
                                    const RawVisitor &visit, RawForm form)
{
    GAUGE_TRY(const auto asked, d->ask(feed, query, stop));
    GAUGE_TRY(const auto keys, d->keys(*asked));
    return d->visitRaw(*asked->reading.layout, keys.keys, stop, visit, form);
}

Result<void> LakeReader::forEachRaw(const QString &feed, std::span<const qint64> keys, std::stop_token stop,
                                    const RawVisitor &visit, RawForm form)
{
    const StopGuard guard(*d->connection, stop);
    GAUGE_TRY(const auto reading, d->read(feed));
    return d->visitRaw(*reading.layout, keys, stop, visit, form);
}

Result<std::vector<LakeColumn>> LakeReader::resolve(const QString &feed, const QStringList &names)
{
    GAUGE_TRY(const auto reading, d->read(feed));
    GAUGE_TRY(const auto selected, reading.layout->select(names));
    std::vector<LakeColumn> columns;
    for (const int index : selected)
        columns.push_back(reading.layout->columns()[size_t(index)]);
    return columns;
}

Result<std::vector<SyncRecord>> LakeReader::history(qint64 limit, const QDateTime &now)
{
    const auto transaction = Transaction::begin(*d->connection, Transaction::Kind::Read);
    return transaction ? readHistory(*d->connection, limit, now) : fail(transaction.error());
}

Result<bool> LakeReader::wasSynced(const QString &feed)
{
    GAUGE_TRY(const auto transaction, Transaction::begin(*d->connection, Transaction::Kind::Read));
    FeedStatus status;
    status.feed = feed;
    GAUGE_CHECK(readOutcomes(*d->connection, status, std::nullopt));
    return status.lastSync.has_value();
}

Result<std::vector<FeedStatus>> LakeReader::status(const std::optional<QDateTime> &now)
{
    GAUGE_TRY(const auto transaction, Transaction::begin(*d->connection, Transaction::Kind::Read));
    std::vector<FeedStatus> result;
    for (const catalog::Endpoint &endpoint : d->layouts.catalog().endpoints()) {
        FeedStatus status;
        status.feed = endpoint.id;
        // A feed that the lake does not have yet is one without records.
        if (d->layouts.of(*d->connection, endpoint.id)) {
            GAUGE_TRY(status.records, count(endpoint.id, {}));
        }
        GAUGE_TRY(status.checkpoint, readCheckpoint(*d->connection, endpoint.id, {}));
        GAUGE_CHECK(readOutcomes(*d->connection, status, now));
        if (now) {
            GAUGE_TRY(status.heldBy, activeHolder(*d->connection, endpoint.id, *now));
        }
        result.push_back(std::move(status));
    }
    return result;
}

Result<void> LakeReader::inReadTransaction(const std::function<Result<void>()> &work)
{
    GAUGE_TRY(const auto transaction, Transaction::begin(*d->connection, Transaction::Kind::Read));
    return work();
}

} // namespace gauge::lake
