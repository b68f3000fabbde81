// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/maintenance/maintenance.h"
#include "lake/open/open.h"
#include "lake/read/lakereader.h"
#include "lake/sql/connection.h"
#include "lake/sql/feedlayout.h"
#include "lake/sql/statement.h"
#include "lake/state/lakeowner.h"
#include "lake/state/synclog.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <set>

namespace gauge::lake {

namespace {

using catalog::Endpoint;

//! One walk over a lake; what is wrong is collected, what keeps it from looking is an error.
class Checker
{
public:
    Checker(SqlConnection &connection, const catalog::Catalog &catalog, const OnProgress &progress)
        : m_connection(connection)
        , m_catalog(catalog)
        , m_progress(progress)
    {}

    Result<void> file(Depth depth);
    Result<void> feeds();
    Result<void> owner();
    Result<void> content(LakeReader &reader, const std::stop_token &stop);

    [[nodiscard]] const CheckReport &report() const { return m_report; }
    [[nodiscard]] bool isSound() const { return m_report.findings.empty(); }

private:
    void find(const char *check, const QString &feed, const QString &text)
    {
        m_report.findings.push_back({QLatin1String(check), feed, text});
    }
    //! Damage that a statement ran into is a finding, so that the others are still looked at.
    Result<void> absorbed(const char *check, const QString &feed, Error error);
    Result<void> feed(const Endpoint &endpoint);
    Result<void> tables(const FeedLayout &layout);
    Result<void> rows(const FeedLayout &layout);
    Result<void> superseded(const FeedLayout &layout);
    Result<void> checkpoints(const Endpoint &endpoint, qint64 records);
    //! A finding with \a words when \a sql counts any.
    Result<void> mustBeNone(const char *check, const QString &feed, const std::string &sql,
                            const char *words);

    SqlConnection &m_connection;
    const catalog::Catalog &m_catalog;
    const OnProgress &m_progress;
    CheckReport m_report;
};

Result<void> Checker::absorbed(const char *check, const QString &feed, Error error)
{
    if (!m_connection.isDamage(error))
        return fail(std::move(error));
    find(check, feed, error.text + QStringLiteral(" (") + error.detail + QLatin1Char(')'));
    return {};
}

//! Without these a sync could not compare its system with that of the lake.
Result<void> Checker::owner()
{
    const auto owner = readOwner(m_connection);
    if (!owner)
        return absorbed("owner", {}, owner.error());
    constexpr qsizetype digits = 64;
    const bool isWhole = !*owner
        || ((*owner)->fingerprint.size() == digits && !(*owner)->salt.isEmpty() && !(*owner)->hosts.isEmpty()
            && (*owner)->movedTo.isEmpty());
    if (!isWhole) {
        find("owner", {},
             QCoreApplication::translate("lake", "The note on whose data these are cannot be read."));
    }
    return {};
}

Result<void> Checker::file(Depth depth)
{
    const auto found = m_connection.integrityErrors(depth == Depth::Full);
    if (!found)
        return absorbed("file", {}, found.error());
    for (const QString &words : *found)
        find("file", {}, words);
    return {};
}

Result<void> Checker::feeds()
{
    qint64 done = 0;
    for (const Endpoint &endpoint : m_catalog.endpoints()) {
        if (auto checked = feed(endpoint); !checked) {
            GAUGE_CHECK(absorbed("file", endpoint.id, std::move(checked.error())));
            if (m_connection.isRemote())
                return {}; // the server answers nothing more in a transaction that failed
        }
        m_progress(++done, qint64(m_catalog.endpoints().size()));
    }
    return {};
}

Result<void> Checker::feed(const Endpoint &endpoint)
{
    GAUGE_TRY(const auto layout, FeedLayout::load(m_connection, endpoint));
    if (layout.columns().empty())
        return {}; // not there yet
    const size_t before = m_report.findings.size();
    GAUGE_CHECK(tables(layout));
    if (m_report.findings.size() > before)
        return {}; // statements on columns that are not there would only say so again
    GAUGE_CHECK(rows(layout));
    return superseded(layout);
}

Result<void> Checker::tables(const FeedLayout &layout)
{
    const QString feed = layout.endpoint().id;
    if (layout.keyIndex() < 0)
        find("columns", feed, QCoreApplication::translate("lake", "The column of the key is missing."));
    std::set<std::pair<int, QString>> stored;
    for (int part = 0; part <= layout.lastPart(); ++part) {
        GAUGE_TRY(const auto columns, m_connection.columnsOf(layout.tableName(part)));
        for (const StoredColumn &column : columns)
            stored.emplace(part, column.name);
    }
    for (const LakeColumn &column : layout.columns()) {
        if (stored.count({column.part, column.sqlName}) == 0) {
            find("columns", feed,
                 QCoreApplication::translate("lake", "The column “%1” is missing.").arg(column.name));
        }
    }
    return {};
}

Result<void> Checker::mustBeNone(const char *check, const QString &feed, const std::string &sql,
                                 const char *words)
{
    GAUGE_TRY(const auto count, m_connection.number(sql));
    if (count > 0)
        find(check, feed, QCoreApplication::translate("lake", words).arg(QLocale().toString(count)));
    return {};
}

Result<void> Checker::rows(const FeedLayout &layout)
{
    const QString feed = layout.endpoint().id;
    const std::string table = layout.table(0);
    const auto records = m_connection.number("SELECT count(*) FROM " + table);
    if (!records)
        return fail(records.error());
    m_report.records += *records;
    const auto without = [](const std::string &from, const std::string &in) {
        return "SELECT count(*) FROM " + from + " a WHERE NOT EXISTS(SELECT 1 FROM " + in
            + " b WHERE b.row_id=a.row_id)";
    };
    GAUGE_CHECK(mustBeNone("raw", feed, without(table, layout.rawTable()),
                           QT_TRANSLATE_NOOP("lake", "%1 records have no JSON as received.")));
    GAUGE_CHECK(mustBeNone("raw", feed, without(layout.rawTable(), table),
                           QT_TRANSLATE_NOOP("lake", "%1 JSON texts have no record.")));
    if (auto done
        = mustBeNone("raw", feed,
                     "SELECT count(*) FROM " + layout.rawTable()
                         + " WHERE first_sync NOT IN (SELECT id FROM lake_syncs) OR seen_sync NOT IN "
                           "(SELECT id FROM lake_syncs) OR changed_sync NOT IN (SELECT id FROM "
                           "lake_syncs) OR gone_sync NOT IN (SELECT id FROM lake_syncs)",
                     QT_TRANSLATE_NOOP("lake", "%1 records name syncs that are not in the history."));
        !done)
        return done;
    for (int part = 2; part <= layout.lastPart(); ++part) {
        GAUGE_CHECK(mustBeNone("columns", feed, without(layout.table(part), table),
                               QT_TRANSLATE_NOOP("lake", "%1 rows of further columns have no record.")));
    }
    const std::string newest = "(SELECT coalesce(max(row_id),0) FROM " + table + ')';
    auto numbers = Statement::prepare(m_connection,
                                      "SELECT CASE WHEN next_row_id<=" + newest
                                          + " THEN 1 ELSE 0 END FROM lake_feeds WHERE feed=?");
    if (!numbers)
        return fail(std::move(numbers.error()));
    numbers->bind(1, feed);
    GAUGE_TRY(const auto row, numbers->step());
    if (!row || numbers->integer(0) != 0) {
        find("numbers", feed,
             QCoreApplication::translate("lake", "The number of the next new record is in use already."));
    }
    return checkpoints(layout.endpoint(), *records);
}

Result<void> Checker::superseded(const FeedLayout &layout)
{
    const Endpoint *other = m_catalog.find(layout.endpoint().supersedes);
    if (!other)
        return {};
    GAUGE_TRY(const auto outdated, FeedLayout::load(m_connection, *other));
    if (outdated.columns().empty() || outdated.keyIndex() < 0)
        return {};
    const auto stillThere = [&](const std::string &key, const std::string &otherKey) {
        return mustBeNone("superseded", layout.endpoint().id,
                          "SELECT count(*) FROM " + layout.table(0) + " a JOIN " + outdated.table(0)
                              + " b ON a." + key + "=b." + otherKey + " WHERE NOT EXISTS (SELECT 1 FROM "
                              + layout.rawTable() + " r WHERE r.row_id=a.row_id AND r.gone_sync IS NOT NULL)",
                          QT_TRANSLATE_NOOP("lake", "%1 records are still in the feed that they have left."));
    };
    const int key = layout.keyIndex();
    const int otherKey = outdated.keyIndex();
    if (auto done = stillThere(layout.columnName(key), outdated.columnName(otherKey));
        !done || !layout.hasStray(key) || !outdated.hasStray(otherKey))
        return done;
    return stillThere(layout.strayName(key), outdated.strayName(otherKey));
}

Result<void> Checker::checkpoints(const Endpoint &endpoint, qint64 records)
{
    GAUGE_TRY(
        auto statement,
        Statement::prepare(m_connection,
                           "SELECT scope, cursor, complete, updated_at FROM lake_checkpoints WHERE feed=?"));
    statement.bind(1, endpoint.id);
    return statement.forEachRow([&] {
        // Records that moved on to another feed leave their checkpoint behind.
        const bool mayBeEmpty = std::any_of(m_catalog.endpoints().begin(), m_catalog.endpoints().end(),
                                            [&](const Endpoint &o) { return o.supersedes == endpoint.id; });
        const bool isAhead
            = !statement.isNull(1) && !statement.string(1).isEmpty() && records == 0 && !mayBeEmpty;
        if (isAhead) {
            find("checkpoint", endpoint.id,
                 QCoreApplication::translate("lake",
                                             "The next sync would resume after records that are missing."));
        }
        const qint64 complete = statement.integer(2);
        if ((complete != 0 && complete != 1) || !timeAt(statement, 3).isValid()) {
            find("checkpoint", endpoint.id,
                 QCoreApplication::translate("lake", "The checkpoint of the next sync cannot be read."));
        }
    });
}

Result<void> Checker::content(LakeReader &reader, const std::stop_token &stop)
{
    qint64 done = 0;
    query::Query all; // those that are gone, too
    all.presence = query::Presence::Both;
    for (const Endpoint &endpoint : m_catalog.endpoints()) {
        qint64 bare = 0;
        const auto read = reader.forEachRaw(endpoint.id, all, stop, [&](qint64, std::string_view raw) {
            constexpr qint64 often = 4096;
            if (++done % often == 0)
                m_progress(done, m_report.records);
            if (raw.empty() || raw.front() != '{' || raw.back() != '}')
                ++bare;
            return true;
        });
        if (!read && read.error().kind != ErrorKind::NotFound) {
            if (read.error().kind != ErrorKind::Storage)
                return read;
            find("content", endpoint.id, read.error().text);
        }
        if (bare > 0) {
            find("content", endpoint.id,
                 QCoreApplication::translate("lake", "The JSON of %1 records is not whole.")
                     .arg(QLocale().toString(bare)));
        }
    }
    return {};
}

} // namespace

Result<CheckReport> check(const Location &location, const catalog::Catalog &catalog, Depth depth,
                          std::stop_token stop, const OnProgress &progress)
{
    // The same doors as for any reading, with their words for what is no lake, older or newer.
    GAUGE_TRY(auto reader, LakeReader::open(location, catalog, stop));
    GAUGE_TRY(auto connection, openReading(location, stop));
    Checker checker(*connection, catalog, progress);
    {
        const StopGuard guard(*connection, stop);
        GAUGE_TRY(const auto transaction, Transaction::begin(*connection, Transaction::Kind::Read));
        GAUGE_CHECK(checker.file(depth));
        GAUGE_CHECK(checker.owner());
        GAUGE_CHECK(checker.feeds());
    }
    if (depth == Depth::Full && checker.isSound()) {
        GAUGE_CHECK(checker.content(*reader, stop));
    }
    return checker.report();
}

} // namespace gauge::lake
