// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/read/columnindex.h"

#include "catalog/computed.h"
#include "lake/open/open.h"
#include "lake/sql/connection.h"
#include "lake/sql/errors.h"
#include "lake/sql/feedlayout.h"
#include "lake/sql/statement.h"
#include "lake/state/lease.h"
#include "lake/state/schema.h"

#include <QFile>

#include <algorithm>

namespace gauge::lake {

namespace {

QString indexName(const FeedLayout &layout, int column)
{
    return layout.endpoint().table + QStringLiteral("_by_") + layout.columns()[size_t(column)].sqlName;
}

//! SQLite's own list of what there is: nothing of ours has to agree with it.
Result<QStringList> indexesOf(SqlConnection &connection, const QString &table)
{
    GAUGE_TRY(
        auto statement,
        Statement::prepare(
            connection, "SELECT name FROM sqlite_schema WHERE type='index' AND tbl_name=? ORDER BY rowid"));
    statement.bind(1, table);
    const QString prefix = table + QStringLiteral("_by_");
    QStringList names;
    GAUGE_CHECK(statement.forEachRow([&] {
        if (const QString name = statement.string(0); name.startsWith(prefix))
            names.append(name);
    }));
    return names;
}

//! The row id comes second, so that ties have an order. What figures need of each record comes last, so that
//! those by this column are read from the index alone: the score, or of who did not answer when they were
//! asked.
std::string creation(const FeedLayout &layout, int column)
{
    const auto sqlName = [&](int index) { return quoted(layout.columns()[size_t(index)].sqlName); };
    std::string columns = sqlName(column) + ",row_id";
    const QString &score = layout.endpoint().scoreColumn;
    const int figure = layout.indexOf(score.isEmpty() ? QString::fromLatin1(catalog::sentName) : score);
    if (figure >= 0 && figure != column && layout.columns()[size_t(figure)].part == 0)
        columns += ',' + sqlName(figure);
    return "CREATE INDEX " + quoted(indexName(layout, column)) + " ON " + layout.table(0) + '(' + columns
        + ')';
}

bool isLedBy(const query::Filter &filter, const FeedLayout &layout, const QStringList &indexes)
{
    const auto isLed = [&](const query::Filter &member) { return isLedBy(member, layout, indexes); };
    const auto &members = filter.members();
    switch (filter.kind()) {
    case query::Filter::Kind::All:
        return std::any_of(members.begin(), members.end(), isLed);
    case query::Filter::Kind::Any:
        return std::all_of(members.begin(), members.end(), isLed);
    case query::Filter::Kind::Condition:
        break;
    }
    using query::Operator;
    const query::Condition &condition = filter.condition();
    const bool compares = condition.op == Operator::In || condition.op == Operator::Between
        || (condition.op <= Operator::GreaterOrEqual && condition.op != Operator::NotEqual);
    const int column = layout.indexOf(condition.column);
    return compares && column >= 0
        && (column == layout.keyIndex() || indexes.contains(indexName(layout, column)));
}

} // namespace

Result<bool> hasIndex(SqlConnection &connection, const FeedLayout &layout, int column)
{
    return indexesOf(connection, layout.endpoint().table).map([&](const QStringList &names) {
        return names.contains(indexName(layout, column));
    });
}

Result<bool> canUseIndex(SqlConnection &connection, const FeedLayout &layout, const query::Query &query)
{
    if (layout.dialect().hasTsvector)
        return false;
    if (!query.search.isEmpty())
        return true;
    if (query.where.empty())
        return false;
    return indexesOf(connection, layout.endpoint().table).map([&](const QStringList &names) {
        return isLedBy(query::Filter::all(query.where), layout, names);
    });
}

Result<bool> isCovered(SqlConnection &connection, const FeedLayout &layout, const query::Query &query,
                       int column)
{
    const std::vector<query::Condition> conditions = conditionsOf(query.where);
    if (conditions.empty() || !query.search.isEmpty()
        || std::any_of(conditions.begin(), conditions.end(), [&](const query::Condition &condition) {
               return condition.column != conditions.front().column;
           }))
        return false;
    const int filtered = layout.indexOf(conditions.front().column);
    const auto led = canUseIndex(connection, layout, query);
    if (!led || !*led || filtered == layout.keyIndex())
        return led.map([](bool) { return false; });
    GAUGE_TRY(auto statement,
              Statement::prepare(connection, "SELECT count(*) FROM pragma_index_info(?) WHERE name=?"));
    statement.bind(1, indexName(layout, filtered));
    statement.bind(2, layout.columns()[size_t(column)].sqlName);
    return statement.step().map([&](bool) { return statement.integer(0) > 0; });
}

Result<bool> wantsIndex(SqlConnection &connection, const FeedLayout &layout, int column,
                        const IndexLimits &limits)
{
    if (layout.dialect().hasTsvector || column < 0 || column == layout.keyIndex()
        || layout.columns()[size_t(column)].part != 0)
        return false;
    // Never used again, so that some may be missing below; a count would read them all.
    GAUGE_TRY(const auto records, connection.number("SELECT max(row_id) FROM " + layout.table(0)));
    if (records < limits.fewestRecords || records > limits.mostRecords)
        return false;
    return hasIndex(connection, layout, column).map([](bool is) { return !is; });
}

struct ColumnIndexer::Private
{
    std::unique_ptr<SqlConnection> connection;
    catalog::Catalog catalog;

    [[nodiscard]] Result<void> makeRoom(const FeedLayout &layout, const QStringList &recent, int perFeed);
};

ColumnIndexer::ColumnIndexer(std::unique_ptr<Private> made)
    : d(std::move(made))
{}

ColumnIndexer::ColumnIndexer(ColumnIndexer &&) noexcept = default;
ColumnIndexer::~ColumnIndexer() = default;

Result<ColumnIndexer> ColumnIndexer::open(const Location &location, const catalog::Catalog &catalog)
{
    // Opening for writing would make one. A database server's indexes are its administrator's.
    if (!location.isFile() || !QFile::exists(location.text()))
        return fail(nothingSynced(location.text()));
    GAUGE_TRY(auto connection, openWriting(location));
    GAUGE_TRY(const auto version, connection->layout());
    if (version < layoutWithRecordsOfToday) // the next sync brings it up to date
        return fail(nothingSynced(location.text()));
    return ColumnIndexer(std::make_unique<Private>(Private{std::move(connection), catalog}));
}

Result<void> ColumnIndexer::Private::makeRoom(const FeedLayout &layout, const QStringList &recent,
                                              int perFeed)
{
    GAUGE_TRY(auto names, indexesOf(*connection, layout.endpoint().table));
    QStringList used; // the longest ago first
    for (auto column = recent.rbegin(); column != recent.rend(); ++column) {
        if (const int index = layout.indexOf(*column); index >= 0)
            used.append(indexName(layout, index));
    }
    std::stable_sort(names.begin(), names.end(), [&used](const QString &a, const QString &b) {
        return used.lastIndexOf(a) < used.lastIndexOf(b);
    });
    for (qsizetype i = 0; i <= names.size() - perFeed; ++i) {
        GAUGE_CHECK(connection->run("DROP INDEX " + quoted(names.at(i))));
    }
    return {};
}

Result<bool> ColumnIndexer::ensure(const QString &feed, const QString &column, const QStringList &recent,
                                   const QDateTime &now, const IndexLimits &limits, std::stop_token stop)
{
    const catalog::Endpoint *endpoint = d->catalog.find(feed);
    if (!endpoint)
        return false;
    // Looked at first without the write lock: most questions end here.
    for (const auto kind : {Transaction::Kind::Read, Transaction::Kind::Write}) {
        const StopGuard guard(*d->connection, stop);
        GAUGE_TRY(auto transaction, Transaction::begin(*d->connection, kind));
        GAUGE_TRY(const auto layout, FeedLayout::load(*d->connection, *endpoint));
        const int index = layout.indexOf(column);
        const auto wanted = wantsIndex(*d->connection, layout, index, limits);
        if (!wanted || !*wanted)
            return wanted;
        const auto held = isHeld(*d->connection, feed, now);
        if (!held || *held)
            return held.map([](bool) { return false; });
        // It writes down what becomes of its rows, and must not wait for that.
        const auto sender = livingSender(*d->connection, now);
        if (!sender || *sender)
            return sender.map([](const std::optional<LeaseHolder> &) { return false; });
        if (kind == Transaction::Kind::Read)
            continue;
        GAUGE_CHECK(d->makeRoom(layout, recent, limits.perFeed));
        GAUGE_CHECK(d->connection->run(creation(layout, index)));
        GAUGE_CHECK(transaction.commit());
    }
    return true;
}

} // namespace gauge::lake
