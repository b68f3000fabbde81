// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/write/feedtable.h"

#include "catalog/personaldata.h"
#include "lake/sql/connection.h"
#include "lake/sql/searchtext.h"
#include "lake/sql/statement.h"
#include "lake/write/feedcolumns.h"

#include <QCryptographicHash>

namespace gauge::lake {

using catalog::Cell;
using catalog::Endpoint;
using catalog::Record;

namespace {

//! Of a name that got no column, as there was no room for it; -1: the name is that of a base column.
constexpr int noColumn = -2;

} // namespace

FeedTable::FeedTable(SqlConnection &connection, FeedLayout layout)
    : m_connection(connection)
    , m_layout(std::move(layout))
{}

Result<std::unique_ptr<FeedTable>> FeedTable::open(SqlConnection &connection, const Endpoint &endpoint)
{
    GAUGE_TRY(auto layout, FeedLayout::load(connection, endpoint));
    std::unique_ptr<FeedTable> table(new FeedTable(connection, std::move(layout)));
    GAUGE_CHECK(table->openStore());
    return table;
}

Result<void> FeedTable::begin(const catalog::Page &page, qint64 sync)
{
    m_sync = sync;
    m_records = page.records.data();
    GAUGE_CHECK(m_packer.begin(m_connection, m_layout.endpoint().id, page));
    m_extras.assign(page.dynamicNames.size(), -1);
    QStringList names;
    m_added.clear();
    m_leftOut = 0;
    const qsizetype room
        = std::max<qsizetype>(0, FeedLayout::mostColumns - qsizetype(m_layout.columns().size()));
    QSet<QString> seen;
    for (const QString &received : page.dynamicNames) {
        names.append(m_connection.dialect().kept(received));
        // A base column's name means that column's own value; the raw record keeps this one too.
        if (m_layout.indexOf(names.back()) < 0 && !seen.contains(names.back()) && m_added.size() < room) {
            seen.insert(names.back());
            m_added.append(names.back());
        }
    }
    if (!m_added.isEmpty()) {
        GAUGE_CHECK(addColumns(m_connection, m_layout, m_added));
        GAUGE_CHECK(openStore());
    }
    const int base = int(m_layout.endpoint().columns.size());
    for (size_t i = 0; i < m_extras.size(); ++i) {
        const int column = m_layout.indexOf(names[qsizetype(i)]);
        m_extras[i] = column < 0 ? noColumn : column < base ? -1 : column;
    }
    GAUGE_TRY(auto next, Statement::prepare(m_connection, "SELECT next_row_id FROM lake_feeds WHERE feed=?"));
    next.bind(1, m_layout.endpoint().id);
    GAUGE_CHECK(next.step());
    m_nextRow = next.integer(0);
    return {};
}

Result<void> FeedTable::end()
{
    m_packer.end();
    GAUGE_CHECK(flush());
    GAUGE_TRY(auto next,
              Statement::prepare(m_connection, "UPDATE lake_feeds SET next_row_id=? WHERE feed=?"));
    next.bind(1, m_nextRow);
    next.bind(2, m_layout.endpoint().id);
    return next.run();
}

Result<void> FeedTable::openStore()
{
    GAUGE_TRY(m_store, m_connection.openFeed(m_layout));
    m_searched = searchedColumns(m_layout);
    return {};
}

RecordKey FeedTable::keyOf(const Record &record)
{
    const size_t index = size_t(m_layout.keyIndex());
    const Cell cell = index < record.cells.size() ? record.cells[index] : Cell();
    if (!cell.isNull() && !(cell.type == Cell::Type::Text && cell.text.empty()))
        return {cell, false};
    const QByteArray hash = QCryptographicHash::hash(
        QByteArrayView(record.raw.data(), qsizetype(record.raw.size())), QCryptographicHash::Sha256);
    m_madeKey = '~' + hash.toHex().toStdString();
    return {Cell::ofText(m_madeKey), true};
}

StoredRecord FeedTable::stored(const Record &record, const RecordKey &key, qint64 row)
{
    // What the record no longer has must not stay.
    m_cells.assign(m_layout.columns().size(), Cell());
    const size_t count = std::min(record.cells.size(), m_layout.endpoint().columns.size());
    std::copy_n(record.cells.begin(), count, m_cells.begin());
    for (const Record::Extra &extra : record.extras) {
        const int column = extra.name < m_extras.size() ? m_extras[extra.name] : -1;
        if (column >= 0)
            m_cells[size_t(column)] = extra.cell;
        else if (column == noColumn)
            ++m_leftOut;
    }
    m_cells[size_t(m_layout.keyIndex())] = key.cell;
    m_document = searchDocument(record.cells, m_searched);
    const auto sync = m_sync > 0 ? std::optional(m_sync) : std::nullopt;
    return {row, key.cell, m_cells, {}, m_document, sync};
}

Result<Written> FeedTable::put(const Record &record, const RecordKey &key)
{
    GAUGE_TRY(const auto existing, rowOf(key));
    return existing ? writeAgain(stored(record, key, *existing), record)
                    : writeNew(stored(record, key, m_nextRow++), record);
}

Result<Written> FeedTable::writeNew(StoredRecord stored, const Record &record)
{
    GAUGE_TRY(stored.body, m_packer.frame(size_t(&record - m_records)));
    GAUGE_CHECK(m_store->add(stored));
    return Written::New;
}

Result<Written> FeedTable::writeAgain(StoredRecord stored, const Record &record)
{
    GAUGE_TRY(const auto packed, m_store->body(stored.row));
    const auto before = m_unpacker.unpack(m_connection, packed);
    // A body that cannot be read any more is replaced by the one that came.
    if (before && *before == record.raw) {
        // The catalog may have learnt of a column since, so the columns are written all the same.
        GAUGE_CHECK(m_store->change(stored));
        return Written::Same;
    }
    const bool isAnonymised = catalog::isAnonymised(m_layout.endpoint(), record);
    m_needsPurge = m_needsPurge || isAnonymised;
    GAUGE_CHECK(isAnonymised ? m_store->dropVersions(stored.row) : m_store->keepVersion(stored.row));
    GAUGE_TRY(stored.body, m_packer.frame(size_t(&record - m_records)));
    GAUGE_CHECK(m_store->change(stored));
    return Written::Changed;
}

Result<KnownRecord> FeedTable::knownRecord(qint64 row)
{
    const int column = m_layout.indexOf(m_layout.endpoint().recent.column);
    const std::string date = column < 0 ? std::string("NULL") : "t." + m_layout.columnName(column);
    auto statement
        = Statement::prepare(m_connection,
                             "SELECT r.gone_sync, " + date + " FROM " + m_layout.table(0) + " t JOIN "
                                 + m_layout.rawTable() + " r ON r.row_id=t.row_id WHERE t.row_id=?");
    if (!statement)
        return fail(std::move(statement.error()));
    statement->bind(1, row);
    GAUGE_TRY(const auto found, statement->step());
    if (!found)
        return KnownRecord{true, {}};
    return KnownRecord{!statement->isNull(0),
                       statement->isNull(1) ? std::string() : std::string(statement->text(1))};
}

std::string_view FeedTable::dateOf(const Record &record) const
{
    const int column = m_layout.indexOf(m_layout.endpoint().recent.column);
    const bool isBase = column >= 0 && size_t(column) < record.cells.size();
    return isBase && record.cells[size_t(column)].type == Cell::Type::Text ? record.cells[size_t(column)].text
                                                                           : std::string_view();
}

Result<void> FeedTable::markRowGone(qint64 row, qint64 sync)
{
    GAUGE_TRY(auto statement,
              Statement::prepare(m_connection,
                                 "UPDATE " + m_layout.rawTable() + " SET gone_sync=? WHERE row_id=?"));
    statement.bind(1, sync);
    statement.bind(2, row);
    return statement.run();
}

Result<qint64> FeedTable::markGone(qint64 sync, const DatedRecords &dated)
{
    std::string sql = "UPDATE " + m_layout.rawTable()
        + " SET gone_sync=?1 WHERE gone_sync IS NULL AND coalesce(seen_sync, 0)<?1";
    if (!dated.column.isEmpty()) {
        GAUGE_TRY(const auto column, m_layout.find(dated.column));
        const std::string name = m_layout.columnName(column);
        sql += " AND row_id IN (SELECT row_id FROM " + m_layout.table(0) + " WHERE " + name + ">=?2 AND "
            + name + "<?3)";
    }
    GAUGE_TRY(auto statement, Statement::prepare(m_connection, sql + " RETURNING row_id"));
    statement.bind(1, sync);
    if (!dated.column.isEmpty()) {
        statement.bind(2, dated.from);
        statement.bind(3, dated.before);
    }
    qint64 gone = 0;
    GAUGE_CHECK(statement.forEachRow([&] { ++gone; }));
    return gone;
}

Result<qint64> FeedTable::present()
{
    // Apart, because each is read from an index alone.
    GAUGE_TRY(const auto all, m_connection.number("SELECT count(*) FROM " + m_layout.table(0)));
    return m_connection.number("SELECT count(*) FROM " + m_layout.rawTable() + " WHERE gone_sync IS NOT NULL")
        .map([&](qint64 gone) { return all - gone; });
}

Result<bool> FeedTable::hasManySince(const QString &date, qint64 many)
{
    const int column = m_layout.indexOf(m_layout.endpoint().recent.column);
    if (column < 0)
        return false;
    const std::string name = m_layout.columnName(column);
    // Without an index a whole feed would be read; those that came last are recent, if any are.
    auto statement
        = Statement::prepare(m_connection,
                             "SELECT count(*) FROM (SELECT " + name + " AS dated FROM " + m_layout.table(0)
                                 + " ORDER BY row_id DESC LIMIT ?) newest WHERE dated>=?");
    if (!statement)
        return fail(std::move(statement.error()));
    statement->bind(1, 4 * many);
    statement->bind(2, date);
    GAUGE_CHECK(statement->step());
    return statement->integer(0) >= many;
}

Result<void> FeedTable::ensureDateIndex()
{
    constexpr qint64 enough = 50'000; // fewer are looked through in milliseconds
    const int column = m_layout.indexOf(m_layout.endpoint().recent.column);
    if (column < 0)
        return {};
    const auto records = m_connection.number("SELECT max(row_id) FROM " + m_layout.table(0));
    if (!records || *records < enough)
        return records ? Result<void>() : fail(records.error());
    return m_connection.run("CREATE INDEX IF NOT EXISTS "
                            + quoted(m_layout.endpoint().table + QStringLiteral("_recent")) + " ON "
                            + m_layout.table(0) + '(' + m_layout.columnName(column) + ')');
}

Result<void> FeedTable::purge()
{
    auto done = m_store->purge();
    m_needsPurge = m_needsPurge && !done;
    return done;
}

} // namespace gauge::lake
