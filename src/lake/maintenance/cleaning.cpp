// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/maintenance/cleaning.h"

#include "lake/maintenance/repacker.h"
#include "lake/sql/connection.h"
#include "lake/sql/feedstore.h"
#include "lake/state/allfeeds.h"

namespace gauge::lake {

namespace {

template <typename Work>
Result<void> inTransaction(Connection &connection, AllFeeds &held, Work work)
{
    GAUGE_TRY(auto transaction, Transaction::begin(connection, Transaction::Kind::Write));
    GAUGE_CHECK(held.renew());
    GAUGE_CHECK(work());
    return transaction.commit();
}

Result<void> cleanFeed(Connection &connection, const FeedLayout &layout, AllFeeds &held,
                       const std::stop_token &stop, const OnProgress &progress)
{
    GAUGE_CHECK(inTransaction(connection, held, [&]() -> Result<void> {
        const auto store = connection.openFeed(layout);
        return store ? (*store)->purge() : fail(store.error());
    }));
    Repacker repacker(connection, layout);
    progress(0, -1);
    for (bool more = true; more;) {
        if (stop.stop_requested())
            return fail(cancelled());
        GAUGE_CHECK(inTransaction(connection, held, [&]() -> Result<void> {
            const auto packed = repacker.step();
            more = packed && *packed;
            return packed ? Result<void>() : fail(packed.error());
        }));
        progress(repacker.done(), -1);
    }
    return {};
}

void appendTables(const FeedLayout &layout, QStringList &tables)
{
    const QString own = layout.endpoint().table;
    for (int part = 0; part <= layout.lastPart(); part += part == 0 ? 2 : 1)
        tables.append(layout.tableName(part));
    for (const char *companion : {"_raw", "_versions", "_search"})
        tables.append(own + QLatin1String(companion));
}

} // namespace

Result<bool> awaitsCleaning(Connection &connection)
{
    return connection.columnsOf(QStringLiteral("lake_erasures"))
        .map([](const std::vector<StoredColumn> &columns) { return !columns.empty(); });
}

Result<void> noteErasure(Connection &connection)
{
    for (const char *sql : {"CREATE TABLE IF NOT EXISTS lake_erasures(begun TEXT NOT NULL)",
                            "INSERT INTO lake_erasures(begun) VALUES(CURRENT_TIMESTAMP)"}) {
        GAUGE_CHECK(connection.run(sql));
    }
    // No feed is called so: packers do not find them, frames that name them are still read.
    return connection.run("UPDATE lake_dictionaries SET feed='~'||feed WHERE feed NOT LIKE '~%'");
}

Result<void> clean(Connection &connection, const catalog::Catalog &catalog, AllFeeds &held,
                   const std::stop_token &stop, const OnProgress &progress)
{
    const StopGuard guard(connection, stop);
    QStringList tables{QStringLiteral("lake_dictionaries"), QStringLiteral("lake_uploads"),
                       QStringLiteral("lake_upload_rows")};
    for (const catalog::Endpoint &endpoint : catalog.endpoints()) {
        GAUGE_TRY(const auto layout, FeedLayout::load(connection, endpoint));
        if (layout.columns().empty())
            continue;
        appendTables(layout, tables);
        GAUGE_CHECK(cleanFeed(connection, layout, held, stop, progress));
    }
    if (auto done
        = inTransaction(connection, held,
                        [&] { return connection.run("DELETE FROM lake_dictionaries WHERE feed LIKE '~%'"); });
        !done)
        return done;
    progress(0, -1);
    GAUGE_CHECK(connection.rewrite(tables));
    progress(0, -1);
    GAUGE_CHECK(connection.emptyLog());
    progress(0, -1);
    auto ended = inTransaction(connection, held, [&] { return connection.run("DROP TABLE lake_erasures"); });
    std::ignore = connection.emptyLog(); // nothing of a person is in it any more
    return ended;
}

} // namespace gauge::lake
