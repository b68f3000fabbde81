// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/people/personsearch.h"

#include "base/text.h"
#include "catalog/jsonrepair.h"
#include "lake/read/rowscan.h"
#include "lake/sql/statement.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <set>

namespace gauge::lake {

using catalog::Column;
using catalog::Identifies;
using What = PersonRecord::What;

namespace {

//! The column of \a layout that identifies so, or -1.
int columnOf(const FeedLayout &layout, Identifies by)
{
    const Column *column = layout.endpoint().column(by);
    return column ? layout.indexOf(column->name) : -1;
}

std::string selectFrom(const FeedLayout &layout, const std::vector<int> &columns)
{
    std::string sql = "SELECT t0.row_id";
    std::set<int> parts; // a column that a later version brought may be in a continuation table
    for (const int column : columns) {
        sql += ", " + layout.textReference(column);
        if (const int part = layout.columns()[size_t(column)].part; part != 0)
            parts.insert(part);
    }
    sql += " FROM " + layout.table(0) + " AS t0";
    for (const int part : parts) {
        const std::string alias = 't' + std::to_string(part);
        sql += " LEFT JOIN " + layout.table(part) + " AS " + alias + " ON " + alias + ".row_id=t0.row_id";
    }
    return sql;
}

//! A key that was made of the content of a record identifies nobody elsewhere.
bool isNumber(const std::string &key)
{
    return !key.empty() && key.front() != '~';
}

} // namespace

PersonInFeed PersonRows::counts() const
{
    return {layout.endpoint().id, qint64(own.size()), qint64(ownVersions.size() + otherVersions.size()),
            qint64(mentioning.size() + mentioningVersions.size())};
}

PersonSearch::PersonSearch(SqlConnection &connection, const PersonKey &key, const std::stop_token &stop,
                           const OnProgress &progress)
    : m_connection(connection)
    , m_key(key)
    , m_match(key)
    , m_stop(stop)
    , m_progress(progress)
{}

Result<void> PersonSearch::run(const catalog::Catalog &catalog, const PersonVisitor &visit)
{
    const StopGuard guard(m_connection, m_stop);
    GAUGE_TRY(const auto transaction, Transaction::begin(m_connection, Transaction::Kind::Read));
    GAUGE_CHECK(load(catalog));
    m_progress(0, m_total);
    for (PersonRows &feed : m_feeds) {
        GAUGE_CHECK(findByColumn(feed));
    }
    for (PersonRows &feed : m_feeds) {
        GAUGE_CHECK(findByNumber(feed));
    }
    for (PersonRows &feed : m_feeds) {
        m_own = {feed.own.begin(), feed.own.end()};
        m_mentioning.clear();
        auto read = m_match.canBeMentioned() ? readBodies(feed, visit) : readOwnBodies(feed, visit);
        if (read)
            read = readVersions(feed, visit);
        if (read)
            read = noteOthers(feed);
        if (!read)
            return read;
    }
    GAUGE_CHECK(findInUploadedFiles(visit));
    return findInUploads(visit);
}

Result<void> PersonSearch::load(const catalog::Catalog &catalog)
{
    for (const catalog::Endpoint &endpoint : catalog.endpoints()) {
        GAUGE_TRY(auto layout, FeedLayout::load(m_connection, endpoint));
        if (layout.columns().empty() || layout.keyIndex() < 0)
            continue;
        GAUGE_TRY(const auto records, m_connection.number("SELECT count(*) FROM " + layout.table(0)));
        m_total += records;
        m_feeds.push_back({std::move(layout), {}, {}, {}, {}, {}});
    }
    return {};
}

Result<void> PersonSearch::findByColumn(PersonRows &feed)
{
    const int column = columnOf(feed.layout, m_key.kind());
    if (column < 0)
        return {};
    GAUGE_TRY(auto rows,
              Statement::prepare(m_connection,
                                 selectFrom(feed.layout, {column, feed.layout.keyIndex()}) + " WHERE "
                                     + feed.layout.reference(column) + " IS NOT NULL"));
    rows.readInBatches();
    return rows.forEachRow([&] {
        if (!m_match.isOwn(storedText(rows.cell(1))))
            return;
        feed.own.push_back(rows.integer(0));
        if (std::string key = storedText(rows.cell(2)); isNumber(key))
            m_numbers.insert(std::move(key));
    });
}

Result<void> PersonSearch::findByNumber(PersonRows &feed)
{
    if (m_numbers.empty())
        return {};
    GAUGE_TRY(auto rows, Statement::prepare(m_connection, selectFrom(feed.layout, {feed.layout.keyIndex()})));
    rows.readInBatches();
    const std::unordered_set<qint64> known(feed.own.begin(), feed.own.end());
    return rows.forEachRow([&] {
        if (m_numbers.contains(storedText(rows.cell(1))) && !known.contains(rows.integer(0)))
            feed.own.push_back(rows.integer(0));
    });
}

Result<void> PersonSearch::step()
{
    constexpr qint64 often = 4096;
    if (++m_done % often == 0)
        m_progress(std::min(m_done, m_total), m_total);
    return m_stop.stop_requested() ? fail(cancelled()) : Result<void>();
}

//! All of them: anybody's may mention an address.
Result<void> PersonSearch::readBodies(PersonRows &feed, const PersonVisitor &visit)
{
    GAUGE_TRY(auto rows,
              Statement::prepare(m_connection, "SELECT row_id, body FROM " + feed.layout.rawTable()));
    rows.readInBatches();
    for (;;) {
        GAUGE_TRY(const auto row, rows.step());
        if (!row)
            return {};
        GAUGE_CHECK(lookAtBody(feed, rows.integer(0), rows.bytes(1), visit));
    }
}

Result<void> PersonSearch::readOwnBodies(PersonRows &feed, const PersonVisitor &visit)
{
    if (!visit)
        return {};
    GAUGE_TRY(auto lookup, RowLookup::prepare(m_connection, "raw.body", feed.layout.rawTable(), "raw"));
    lookup.expect(feed.own);
    for (const qint64 row : feed.own) {
        GAUGE_TRY(const auto found, lookup.seek(row));
        if (!found)
            continue;
        GAUGE_CHECK(lookAtBody(feed, row, lookup.row().bytes(1), visit));
    }
    return {};
}

Result<void> PersonSearch::lookAtBody(PersonRows &feed, qint64 row, std::string_view frame,
                                      const PersonVisitor &visit)
{
    GAUGE_CHECK(step());
    const bool isOwn = m_own.contains(row);
    if (isOwn && !visit)
        return {};
    GAUGE_TRY(const auto json, m_unpacker.unpack(m_connection, frame));
    const QString id = feed.layout.endpoint().id;
    if (isOwn)
        return visit({What::Record, id, json});
    if (!m_match.mayBeIn(json))
        return {};
    if (!m_match.isMentionedIn(json)) {
        m_lookalikes += m_match.countIn({json.data(), qsizetype(json.size())}) > 0 ? 1 : 0;
        return {};
    }
    feed.mentioning.push_back(row);
    m_mentioning.insert(row);
    return visit ? visit({What::Mention, id, json}) : Result<void>();
}

Result<void> PersonSearch::readVersions(PersonRows &feed, const PersonVisitor &visit)
{
    GAUGE_TRY(auto rows,
              Statement::prepare(m_connection,
                                 "SELECT version_id, row_id, body FROM " + feed.layout.versionsTable()));
    rows.readInBatches();
    for (;;) {
        GAUGE_TRY(const auto row, rows.step());
        if (!row)
            return {};
        if (m_stop.stop_requested())
            return fail(cancelled());
        GAUGE_CHECK(lookAtVersion(feed, rows.integer(1), rows.integer(0), rows.bytes(2), visit));
    }
}

Result<void> PersonSearch::lookAtVersion(PersonRows &feed, qint64 row, qint64 version, std::string_view frame,
                                         const PersonVisitor &visit)
{
    const QString id = feed.layout.endpoint().id;
    GAUGE_TRY(const auto json, m_unpacker.unpack(m_connection, frame));
    const auto give = [&](What what) { return visit ? visit({what, id, json}) : Result<void>(); };
    if (m_own.contains(row)) {
        feed.ownVersions.push_back(version);
        return give(What::Version);
    }
    if (!m_match.mayBeIn(json))
        return {};
    if (isOwnVersion(feed, json)) {
        feed.otherVersions.push_back(version);
        m_formerly.insert(row);
        return give(What::Version);
    }
    // A record that mentions it counts once, and is erased with its versions.
    if (m_match.canBeMentioned() && m_match.isMentionedIn(json)) {
        if (!m_mentioning.contains(row))
            feed.mentioningVersions.push_back(version);
        return give(What::Mention);
    }
    m_lookalikes += m_match.countIn({json.data(), qsizetype(json.size())}) > 0 ? 1 : 0;
    return {};
}

bool PersonSearch::isOwnVersion(const PersonRows &feed, std::string_view json) const
{
    const Column *column = feed.layout.endpoint().column(m_key.kind());
    if (!column)
        return false;
    for (const QByteArray &pointer : {column->pointer, column->alias}) {
        if (pointer.isEmpty())
            continue;
        if (const auto value = catalog::textAt(json, {pointer.constData(), size_t(pointer.size())}))
            return m_match.isOwn(*value);
    }
    return false;
}

Result<void> PersonSearch::noteOthers(const PersonRows &feed)
{
    std::vector<qint64> rows = feed.own;
    rows.insert(rows.end(), m_formerly.begin(), m_formerly.end());
    m_formerly.clear();
    for (const auto by : {Identifies::Email, Identifies::CustomerNumber}) {
        const int column = columnOf(feed.layout, by);
        if (column < 0)
            continue;
        GAUGE_TRY(auto scan, RowScan::byKey(m_connection, feed.layout, {&column, 1}));
        scan.expect(rows);
        catalog::Row found;
        auto &others = by == Identifies::Email ? m_otherAddresses : m_otherNumbers;
        for (const qint64 row : rows) {
            GAUGE_TRY(const auto isThere, scan.at(row, found));
            const std::string value = isThere ? storedText(found.cells.front()) : std::string();
            if (!value.empty() && !(by == m_key.kind() && m_match.isOwn(value)))
                ++others[fromUtf8(value)];
        }
    }
    return {};
}

//! What a row held is in its file; why it was refused is here, and may name the address.
//! A file is often called like the person in it. Its ending makes the address look like a longer one, so the
//! letters alone count.
Result<void> PersonSearch::findInUploadedFiles(const PersonVisitor &visit)
{
    if (!m_match.canBeMentioned())
        return {};
    GAUGE_TRY(auto rows,
              Statement::prepare(m_connection, "SELECT id, file, folder, error FROM lake_uploads"));
    rows.readInBatches();
    Result<void> visited;
    auto walked = rows.forEachRow([&] {
        const auto names = [&](int column) {
            const std::string_view text = rows.text(column);
            return m_match.countIn(QByteArrayView(text.data(), qsizetype(text.size()))) > 0;
        };
        if (!visited || !(names(1) || names(2) || names(3)))
            return;
        m_uploads.push_back({rows.integer(0), 0});
        if (!visit)
            return;
        const QJsonObject json{{QStringLiteral("upload"), rows.integer(0)},
                               {QStringLiteral("file"), rows.string(1)},
                               {QStringLiteral("folder"), rows.string(2)},
                               {QStringLiteral("error"), rows.string(3)}};
        const std::string text = QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString();
        visited = visit({What::Record, QLatin1String(uploadsFeed), text});
    });
    return walked ? visited : walked;
}

Result<void> PersonSearch::findInUploads(const PersonVisitor &visit)
{
    if (!m_match.canBeMentioned())
        return {};
    GAUGE_TRY(
        auto rows,
        Statement::prepare(m_connection,
                           "SELECT upload, row_number, message FROM lake_upload_rows WHERE message<>''"));
    rows.readInBatches();
    Result<void> visited;
    auto walked = rows.forEachRow([&] {
        if (!visited || !m_match.isMentionedInText(rows.text(2)))
            return;
        m_uploads.push_back({rows.integer(0), rows.integer(1)});
        if (!visit)
            return;
        const QJsonObject json{{QStringLiteral("upload"), rows.integer(0)},
                               {QStringLiteral("row"), rows.integer(1)},
                               {QStringLiteral("message"), rows.string(2)}};
        const std::string text = QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString();
        visited = visit({What::Record, QLatin1String(uploadsFeed), text});
    });
    return walked ? visited : walked;
}

PersonInLake PersonSearch::found() const
{
    PersonInLake lake;
    for (const PersonRows &feed : m_feeds)
        lake.feeds.push_back(feed.counts());
    if (!m_uploads.empty())
        lake.feeds.push_back({QLatin1String(uploadsFeed), qint64(m_uploads.size()), 0, 0});
    lake.otherNumbers = m_otherNumbers;
    lake.otherAddresses = m_otherAddresses;
    return lake;
}

} // namespace gauge::lake
