// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/write/lakewriter.h"

#include "base/log.h"
#include "lake/open/open.h"
#include "lake/postgres/postgresconnection.h"
#include "lake/sql/connection.h"
#include "lake/state/lease.h"
#include "lake/state/schema.h"
#include "lake/state/synclog.h"
#include "lake/write/feedcolumns.h"
#include "lake/write/feedtable.h"

#include <QSet>

#include <map>

namespace gauge::lake {

using catalog::Endpoint;

namespace {

//! Whether text \a a is a later date than \a b. Without both times the days decide.
bool isLater(std::string_view a, std::string_view b)
{
    constexpr size_t day = 10; // "2026-01-31"
    constexpr size_t second = 19; // "2026-01-31 12:00:00"
    const size_t size = std::min(a.size(), b.size()) < second ? day : second;
    return b.size() >= day && a.substr(0, size) > b.substr(0, size);
}

//! Of one record.
StoreCounts countsOf(Written written, bool isReread)
{
    StoreCounts counts;
    if (isReread && written == Written::Same)
        return counts;
    counts.received = 1;
    counts.inserted = written == Written::New ? 1 : 0;
    counts.late = isReread ? counts.inserted : 0;
    counts.updated = 1 - counts.inserted;
    counts.changed = written == Written::Changed ? 1 : 0;
    return counts;
}

} // namespace

struct LakeWriter::Private
{
    std::unique_ptr<SqlConnection> connection;
    catalog::Catalog catalog;
    std::shared_ptr<Clock> clock;
    LeaseHolder self = newHolder();
    QSet<QString> leases;
    std::map<QString, std::unique_ptr<FeedTable>> tables; //!< after the connection: its statements go first
    struct Running
    {
        qint64 id = 0; //!< number in lake_syncs
        QDateTime started;
    };
    std::map<QString, Running> syncs; //!< by feed
    QSet<QString> settled; //!< feeds that were synced before: a new column is news
    qint64 schemaVersion = -1;
    std::optional<System> system; //!< that the data belong to
    bool adopt = false;
    bool isClaimed = false; //!< by this writer, or it was the system's before

    [[nodiscard]] Result<void> checkOwner();
    [[nodiscard]] Result<void> ensureTables();
    [[nodiscard]] Result<FeedTable *> table(const Endpoint &endpoint);
    [[nodiscard]] Result<void> dropStaleTables();
    [[nodiscard]] LeaseHolder me();
    [[nodiscard]] static Result<void> expect(const catalog::Page &page, FeedTable &own, FeedTable *superseded,
                                             std::vector<FeedTable *> others);
    [[nodiscard]] Result<bool> isOutdated(const FeedTable &own, const catalog::Record &record,
                                          const RecordKey &key, FeedTable &superseding, StoreCounts &counts);
    [[nodiscard]] Result<StoreCounts> storeRecords(const Endpoint &endpoint, const catalog::Page &page,
                                                   bool isReread);
    [[nodiscard]] Result<void> note(const QString &feed, qint64 pages, const StoreCounts &counts,
                                    const PageRole &role);
    [[nodiscard]] Result<StoreCounts> storePage(const Endpoint &endpoint, const QString &scopeKey,
                                                const catalog::Page &page,
                                                const std::optional<Checkpoint> &next, const PageRole &role);
    [[nodiscard]] Result<void> renew(const QString &feed);
    //! What runs within one write transaction that also renews the lease of \a feed.
    template <typename Work>
    [[nodiscard]] auto withLease(const QString &feed, Work work) -> decltype(work());
    void forgetTables();
};

Result<void> LakeWriter::Private::checkOwner()
{
    return system ? lake::checkOwner(*connection, *system, adopt) : Result<void>();
}

LeaseHolder LakeWriter::Private::me()
{
    self.heartbeat = clock->now();
    return self;
}

Result<void> LakeWriter::Private::ensureTables()
{
    GAUGE_TRY(auto transaction, Transaction::begin(*connection, Transaction::Kind::Write));
    for (const Endpoint &endpoint : catalog.endpoints()) {
        GAUGE_CHECK(ensureFeed(*connection, endpoint));
    }
    return transaction.commit();
}

//! Another process may have added columns since our last page, when it had the lease.
Result<void> LakeWriter::Private::dropStaleTables()
{
    GAUGE_TRY(const auto version, connection->schemaVersion());
    if (version != schemaVersion)
        tables.clear();
    schemaVersion = version;
    return {};
}

Result<FeedTable *> LakeWriter::Private::table(const Endpoint &endpoint)
{
    auto &slot = tables[endpoint.id];
    if (!slot) {
        GAUGE_TRY(slot, FeedTable::open(*connection, endpoint));
    }
    return slot.get();
}

//! Tells the tables which records they are asked for next.
Result<void> LakeWriter::Private::expect(const catalog::Page &page, FeedTable &own, FeedTable *superseded,
                                         std::vector<FeedTable *> others)
{
    // A key that is made of the content of its record is looked for by itself.
    std::vector<catalog::Cell> keys;
    keys.reserve(page.records.size());
    for (const catalog::Record &record : page.records) {
        if (const RecordKey key = own.keyOf(record); !key.made)
            keys.push_back(key.cell);
    }
    others.push_back(&own);
    if (superseded)
        others.push_back(superseded);
    for (FeedTable *table : others) {
        GAUGE_CHECK(table->expect(keys));
    }
    return {};
}

//! Whether \a record has moved on to the feed of \a superseding. A survey that was sent again after it had
//! been answered is a new question: then the answer is gone.
Result<bool> LakeWriter::Private::isOutdated(const FeedTable &own, const catalog::Record &record,
                                             const RecordKey &key, FeedTable &superseding,
                                             StoreCounts &counts)
{
    const auto row = superseding.rowOf(key);
    if (!row || !*row)
        return row.map([](const auto &) { return false; });
    const auto known = superseding.knownRecord(**row);
    if (!known || known->isGone)
        return known.map([](const auto &) { return false; });
    const qint64 sync = syncs[own.feed()].id;
    if (sync == 0 || !isLater(own.dateOf(record), known->date))
        return true;
    GAUGE_CHECK(superseding.markRowGone(**row, sync));
    ++counts.removed;
    return false;
}

Result<StoreCounts> LakeWriter::Private::storeRecords(const Endpoint &endpoint, const catalog::Page &page,
                                                      bool isReread)
{
    GAUGE_TRY(const auto own, table(endpoint));
    FeedTable *superseded = nullptr;
    std::vector<FeedTable *> superseding;
    for (const Endpoint &other : catalog.endpoints()) {
        if (other.id != endpoint.supersedes && other.supersedes != endpoint.id)
            continue;
        GAUGE_TRY(const auto opened, table(other));
        if (other.id == endpoint.supersedes)
            superseded = opened;
        else
            superseding.push_back(opened);
    }
    GAUGE_CHECK(own->begin(page, syncs[endpoint.id].id));
    GAUGE_CHECK(expect(page, *own, superseded, superseding));
    StoreCounts counts;
    counts.replacedTexts = page.replacedTexts;
    if (settled.contains(endpoint.id))
        counts.newColumns = own->addedColumns();
    for (const catalog::Record &record : page.records) {
        const RecordKey key = own->keyOf(record);
        bool hasMoved = false;
        for (FeedTable *other : superseding) {
            GAUGE_TRY(const auto outdated, isOutdated(*own, record, key, *other, counts));
            hasMoved = hasMoved || outdated;
        }
        if (hasMoved) {
            counts.received += isReread ? 0 : 1;
            continue;
        }
        GAUGE_TRY(const auto written, own->put(record, key));
        counts += countsOf(written, isReread);
        if (!superseded || key.made)
            continue;
        GAUGE_TRY(const auto row, superseded->rowOf(key));
        if (!row)
            continue;
        GAUGE_CHECK(superseded->remove(key, *row));
        ++counts.removed;
    }
    GAUGE_CHECK(own->end());
    GAUGE_CHECK(superseded ? superseded->flush() : Result<void>());
    counts.valuesLeftOut = page.valuesLeftOut + own->valuesLeftOut();
    return counts;
}

Result<void> LakeWriter::Private::renew(const QString &feed)
{
    GAUGE_CHECK(checkOwner());
    auto renewed = renewLease(*connection, feed, me());
    if (!renewed)
        leases.remove(feed);
    return renewed;
}

template <typename Work>
auto LakeWriter::Private::withLease(const QString &feed, Work work) -> decltype(work())
{
    GAUGE_TRY(auto transaction, Transaction::begin(*connection, Transaction::Kind::Write));
    GAUGE_CHECK(renew(feed));
    auto result = work();
    if (!result)
        return result;
    GAUGE_CHECK(transaction.commit());
    return result;
}

//! What they know of columns was rolled back.
void LakeWriter::Private::forgetTables()
{
    tables.clear();
    schemaVersion = -1;
}

//! Writes down what the page brought, as far as a sync runs that it belongs to.
Result<void> LakeWriter::Private::note(const QString &feed, qint64 pages, const StoreCounts &counts,
                                       const PageRole &role)
{
    const Running running = syncs[feed];
    if (running.id == 0)
        return {};
    for (const WindowSpan span : role.readToEnd) {
        GAUGE_CHECK(writeWindow(*connection, feed, span, {running.started, role.found}));
    }
    return pages == 0 ? Result<void>() : addPage(*connection, running.id, pages, counts);
}

Result<StoreCounts> LakeWriter::Private::storePage(const Endpoint &endpoint, const QString &scopeKey,
                                                   const catalog::Page &page,
                                                   const std::optional<Checkpoint> &next,
                                                   const PageRole &role)
{
    GAUGE_CHECK(dropStaleTables());
    auto counts = storeRecords(endpoint, page, role.isReread);
    if (!counts)
        return counts;
    const bool isNews = counts->received > 0 || (!role.isReread && !page.records.empty());
    GAUGE_CHECK(note(endpoint.id, isNews ? 1 : 0, *counts, role));
    if (next) {
        GAUGE_CHECK(writeCheckpoint(*connection, endpoint.id, scopeKey, *next, clock->now()));
    }
    GAUGE_CHECK(system && !isClaimed ? claim(*connection, *system, clock->now()) : Result<void>());
    GAUGE_TRY(const auto version, connection->schemaVersion());
    schemaVersion = version; // the columns that were added are our own
    return counts;
}

LakeWriter::LakeWriter()
    : d(std::make_unique<Private>())
{}

LakeWriter::~LakeWriter()
{
    // A writer that ends must not make the next one wait for its heartbeat to grow old.
    const QSet<QString> held = d->leases;
    for (const QString &feed : held)
        releaseLease(feed);
}

Result<std::unique_ptr<LakeWriter>> LakeWriter::open(const Location &location,
                                                     const catalog::Catalog &catalog,
                                                     std::shared_ptr<Clock> clock, std::stop_token closing)
{
    GAUGE_TRY(auto connection, openWriting(location, std::move(closing)));
    std::unique_ptr<LakeWriter> writer(new LakeWriter);
    writer->d->connection = std::move(connection);
    writer->d->catalog = catalog;
    writer->d->clock = std::move(clock);
    GAUGE_CHECK(migrate(*writer->d->connection, layoutSteps()));
    GAUGE_CHECK(writer->d->ensureTables());
    return writer;
}

Result<void> LakeWriter::dropSchema(const Location &location)
{
    return PostgresConnection::dropLake(location);
}

Result<Standing> LakeWriter::standingOf(const System &system)
{
    const auto owner = readOwner(*d->connection);
    return owner ? Result<Standing>(lake::standingOf(system, *owner)) : fail(owner.error());
}

Result<void> LakeWriter::bind(const System &system, bool adopt)
{
    d->system = system;
    d->adopt = adopt;
    d->isClaimed = false;
    return d->checkOwner();
}

Result<void> LakeWriter::acquireLease(const QString &feed)
{
    GAUGE_TRY(auto transaction, Transaction::begin(*d->connection, Transaction::Kind::Write));
    GAUGE_CHECK(d->checkOwner());
    GAUGE_CHECK(takeLease(*d->connection, feed, d->me()));
    GAUGE_CHECK(transaction.commit());
    // Whoever had it meanwhile may have erased records, and with them the dictionary that ours pack with.
    if (!d->leases.contains(feed))
        d->forgetTables();
    d->leases.insert(feed);
    return {};
}

void LakeWriter::releaseLease(const QString &feed)
{
    d->leases.remove(feed);
    if (auto dropped = dropLease(*d->connection, feed, d->self); !dropped)
        qCInfo(logLake).noquote() << "lease not released, it ends by itself:" << dropped.error().detail;
}

Result<Checkpoint> LakeWriter::checkpoint(const QString &feed, const QString &scopeKey)
{
    return readCheckpoint(*d->connection, feed, scopeKey);
}

Result<StoreCounts> LakeWriter::store(const Endpoint &endpoint, const QString &scopeKey,
                                      const catalog::Page &page, const std::optional<Checkpoint> &next,
                                      const PageRole &role)
{
    // Our own copy of the description: the caller's may go before the statements made of it.
    const Endpoint *known = d->catalog.find(endpoint.id);
    if (!known) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("lake", "There is no feed “%1” in this local copy.")
                        .arg(endpoint.id));
    }
    auto counts = d->withLease(known->id, [&] { return d->storePage(*known, scopeKey, page, next, role); });
    if (!counts)
        d->forgetTables();
    else
        d->isClaimed = true;
    return counts;
}

Result<void> LakeWriter::beginSync(const QString &feed, const QString &scopeKey, SyncKind kind)
{
    const QDateTime started = d->clock->now();
    const auto id
        = d->withLease(feed, [&] { return lake::beginSync(*d->connection, feed, scopeKey, kind, started); });
    if (!id)
        return fail(id.error());
    d->syncs[feed] = {*id, started};
    GAUGE_TRY(const auto before, wasSyncedBefore(*d->connection, feed, *id));
    if (before)
        d->settled.insert(feed);
    return {};
}

Result<qint64> LakeWriter::markGone(const QString &feed)
{
    return markGone(feed, {}, 1).map([](const GoneMarks &marks) { return marks.records; });
}

Result<GoneMarks> LakeWriter::markGone(const QString &feed, const DatedRecords &dated, double mostShare)
{
    if (!dated.column.isEmpty()) {
        const auto made = d->withLease(feed, [&]() -> Result<void> {
            const auto table = d->table(*d->catalog.find(feed));
            return table ? (*table)->ensureDateIndex() : fail(table.error());
        });
        if (!made) // it is a matter of speed; who may not make one has a server that is fast enough
            qCInfo(logLake).noquote() << "no index of the recent past:" << made.error().detail;
    }
    auto transaction = Transaction::begin(*d->connection, Transaction::Kind::Write);
    if (!transaction)
        return fail(std::move(transaction.error()));
    GAUGE_CHECK(d->renew(feed));
    GAUGE_TRY(const auto table, d->table(*d->catalog.find(feed)));
    GoneMarks marks;
    GAUGE_TRY(const auto gone, table->markGone(d->syncs[feed].id, dated));
    marks.records = gone;
    if (gone > 0) {
        GAUGE_TRY(const auto left, table->present());
        marks.of = left + gone;
    }
    marks.isMarked = double(gone) <= mostShare * double(marks.of);
    if (!marks.isMarked)
        return marks; // the transaction is rolled back
    GAUGE_CHECK(transaction->commit());
    return marks;
}

Result<std::optional<WindowRead>> LakeWriter::windowRead(const QString &feed, WindowSpan span)
{
    return readWindow(*d->connection, feed, span);
}

Result<bool> LakeWriter::hasManySince(const QString &feed, const QString &date, qint64 many)
{
    GAUGE_TRY(const auto transaction, Transaction::begin(*d->connection, Transaction::Kind::Read));
    GAUGE_CHECK(d->dropStaleTables());
    const auto table = d->table(*d->catalog.find(feed));
    return table ? (*table)->hasManySince(date, many) : fail(table.error());
}

Result<void> LakeWriter::finishSync(const QString &feed, qint64 pages, const StoreCounts &counts,
                                    const QString &error)
{
    if (const auto used = d->tables.find(feed); used != d->tables.end() && used->second->needsPurge()) {
        GAUGE_CHECK(d->withLease(feed, [&] { return used->second->purge(); }));
    }
    return writeOutcome(*d->connection, {d->syncs[feed].id, d->clock->now(), pages, counts, error});
}

} // namespace gauge::lake
