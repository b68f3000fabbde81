// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/maintenance/cleaning.h"

#include "lake/maintenance/maintenance.h"
#include "lake/open/open.h"
#include "lake/read/lakereader.h"
#include "lake/sql/connection.h"
#include "lake/sql/statement.h"
#include "lake/sqlite/sqliteconnection.h"
#include "lake/state/lease.h"

#include <QFileInfo>

namespace gauge::lake {

namespace {

template <typename Work>
Result<void> inTransaction(SqlConnection &connection, ExclusiveLease &held, Work work)
{
    GAUGE_TRY(auto transaction, Transaction::begin(connection, Transaction::Kind::Write));
    GAUGE_CHECK(held.renew());
    GAUGE_CHECK(work());
    return transaction.commit();
}

Result<void> cleanFeed(SqlConnection &connection, const FeedLayout &layout, ExclusiveLease &held,
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

Result<bool> needsCleanup(SqlConnection &connection)
{
    return connection.columnsOf(QStringLiteral("lake_erasures"))
        .map([](const std::vector<StoredColumn> &columns) { return !columns.empty(); });
}

Result<void> noteErasure(SqlConnection &connection)
{
    for (const char *sql : {"CREATE TABLE IF NOT EXISTS lake_erasures(begun TEXT NOT NULL)",
                            "INSERT INTO lake_erasures(begun) VALUES(CURRENT_TIMESTAMP)"}) {
        GAUGE_CHECK(connection.run(sql));
    }
    // No feed is called so: packers do not find them, frames that name them are still read.
    return connection.run("UPDATE lake_dictionaries SET feed='~'||feed WHERE feed NOT LIKE '~%'");
}

Result<void> clean(SqlConnection &connection, const catalog::Catalog &catalog, ExclusiveLease &held,
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
    GAUGE_CHECK(connection.vacuum(tables));
    progress(0, -1);
    GAUGE_CHECK(connection.checkpointWal());
    progress(0, -1);
    auto ended = inTransaction(connection, held, [&] { return connection.run("DROP TABLE lake_erasures"); });
    std::ignore = connection.checkpointWal(); // nothing of a person is in it any more
    return ended;
}

namespace {

//! A transaction of some tens of milliseconds, with enough records to train a dictionary.
constexpr qint64 bodiesAStep = 4000;

} // namespace

Repacker::Repacker(SqlConnection &connection, const FeedLayout &layout)
    : m_connection(connection)
    , m_layout(layout)
    , m_tables{{layout.rawTable(), "row_id"}, {layout.versionsTable(), "version_id"}}
{}

Result<void> Repacker::readOutdated()
{
    m_outdated.clear();
    auto statement
        = Statement::prepare(m_connection, "SELECT dictionary_id FROM lake_dictionaries WHERE feed=?");
    if (!statement)
        return fail(std::move(statement.error()));
    statement->bind(1, QLatin1Char('~') + m_layout.endpoint().id);
    return statement->forEachRow([&] { m_outdated.insert(statement->integer(0)); });
}

Result<bool> Repacker::take(const Bodies &from, catalog::Page &page, std::vector<qint64> &rows)
{
    GAUGE_TRY(auto statement,
              Statement::prepare(m_connection,
                                 std::string("SELECT ") + from.key + ", body FROM " + from.table + " WHERE "
                                     + from.key + ">? ORDER BY " + from.key + " LIMIT ?"));
    statement.bind(1, m_last);
    statement.bind(2, bodiesAStep);
    qint64 read = 0;
    Result<void> unpacked;
    auto walked = statement.forEachRow([&] {
        ++read;
        m_last = statement.integer(0);
        const std::string_view frame = statement.bytes(1);
        if (!unpacked || !m_outdated.contains(dictionaryOf(frame)))
            return;
        const auto body = m_unpacker.unpack(m_connection, frame);
        if (!body) {
            unpacked = fail(body.error());
            return;
        }
        rows.push_back(m_last);
        page.records.emplace_back().raw = page.storage->texts.emplace_back(*body);
    });
    if (!walked || !unpacked)
        return fail(walked ? std::move(unpacked.error()) : std::move(walked.error()));
    m_done += read;
    return read == bodiesAStep;
}

Result<void> Repacker::replace(const Bodies &in, const catalog::Page &page, const std::vector<qint64> &rows)
{
    GAUGE_CHECK(m_packer.begin(m_connection, m_layout.endpoint().id, page));
    std::vector<PackedBody> bodies;
    for (size_t i = 0; i < rows.size(); ++i) {
        const auto frame = m_packer.frame(i);
        if (!frame) {
            m_packer.end();
            return fail(frame.error());
        }
        bodies.push_back({rows[i], *frame});
    }
    m_packer.end();
    return m_connection.replaceBodies(in.table, in.key, bodies);
}

Result<bool> Repacker::step()
{
    // Read each time: the packer takes a dictionary up again that comes out as it was.
    GAUGE_CHECK(readOutdated());
    if (m_outdated.empty())
        return false;
    catalog::Page page;
    std::vector<qint64> rows;
    GAUGE_TRY(const auto more, take(m_tables[m_table], page, rows));
    if (!rows.empty()) {
        GAUGE_CHECK(replace(m_tables[m_table], page, rows));
    }
    if (more)
        return true;
    m_last = 0;
    return ++m_table < m_tables.size();
}

namespace {

qint64 sizeOf(const QString &path)
{
    return QFileInfo(path).size() + QFileInfo(path + QStringLiteral("-wal")).size();
}

Result<void> rewriteAll(SqlConnection &connection, const catalog::Catalog &catalog, ExclusiveLease &held,
                        const std::stop_token &stop)
{
    GAUGE_TRY(const auto unfinished, needsCleanup(connection));
    if (unfinished)
        return clean(connection, catalog, held, stop, [](qint64, qint64) {});
    if (stop.stop_requested())
        return fail(cancelled()); // a small lake is done before it is asked
    const StopGuard guard(connection, stop);
    GAUGE_CHECK(connection.vacuum({}));
    // A reader that is busy with the log keeps it; then the next sync's merge shortens it.
    std::ignore = connection.checkpointWal();
    return {};
}

} // namespace

Result<CompactReport> compact(const QString &path, const catalog::Catalog &catalog, std::stop_token stop)
{
    // Looks before it touches, and never makes a lake.
    if (auto reader = LakeReader::open(path, catalog); !reader)
        return fail(std::move(reader.error()));
    GAUGE_TRY(auto connection, openWriting(path));
    if (!dynamic_cast<const SqliteConnection *>(connection.get())) {
        return fail(
            ErrorKind::Input,
            QCoreApplication::translate(
                "lake", "Only a local copy in a file can be compacted. A database server compacts itself."));
    }
    CompactReport report{sizeOf(path), 0};
    ExclusiveLease held(*connection);
    GAUGE_CHECK(held.take(catalog.ids()));
    GAUGE_CHECK(rewriteAll(*connection, catalog, held, stop));
    report.after = sizeOf(path);
    return report;
}

} // namespace gauge::lake
