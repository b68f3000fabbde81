// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/read/valuecounts.h"

#include "lake/read/display.h"
#include "lake/read/querysql.h"
#include "lake/read/rowscan.h"
#include "lake/sql/connection.h"
#include "lake/sql/feedlayout.h"

#include <QHash>
#include <QRandomGenerator>

#include <algorithm>

namespace gauge::lake {

using catalog::Cell;
using catalog::ColumnType;

namespace {

//! Stands for a value of any length: a column of comments has as many values as records. At 128 bits, with
//! seeds that nobody knows, no two values are taken for one.
struct Digest
{
    size_t first = 0;
    size_t second = 0;
    bool operator==(const Digest &) const = default;
};

size_t qHash(const Digest &digest, size_t seed) noexcept
{
    return digest.first ^ seed;
}

struct Tally
{
    qint64 records = 0;
    qint64 row = 0; //!< the earliest that has the value
};

//! Of how many records there are of each kind, and of the most frequent values.
struct Tallies
{
    std::vector<Tally> values; //!< the most frequent first, then the earliest
    qint64 empty = 0;
    qint64 strays = 0;
};

bool isDigits(std::string_view text)
{
    const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
    return !digits.empty()
        && std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isOfTexts(ColumnType type)
{
    return type == ColumnType::Text || type == ColumnType::DateTime;
}

bool goesFirst(const Tally &a, const Tally &b)
{
    return a.records != b.records ? a.records > b.records : a.row < b.row;
}

//! Puts the cells of one column together as they come: SQLite would sort a million rows to group them,
//! which takes longer than reading them. 50 bytes a value, however long it is.
class Counter
{
public:
    explicit Counter(ColumnType type)
        : m_type(type)
    {}

    void add(qint64 row, const Cell &cell)
    {
        const bool isText = cell.type == Cell::Type::Text;
        if (cell.isNull() || (isText && cell.text.empty())) {
            ++m_result.empty;
        } else if (isText && !isOfTexts(m_type) && !isDigits(cell.text)) {
            ++m_result.strays;
        } else {
            Tally &tally = m_tallies[digest(cell)];
            tally.row = tally.records == 0 ? row : std::min(tally.row, row);
            ++tally.records;
        }
    }

    //! At most \a limit of them.
    [[nodiscard]] Tallies most(size_t limit)
    {
        std::vector<Tally> &values = m_result.values;
        values.assign(m_tallies.cbegin(), m_tallies.cend());
        const auto last = values.begin() + std::ptrdiff_t(std::min(limit, values.size()));
        std::partial_sort(values.begin(), last, values.end(), goesFirst);
        values.erase(last, values.end());
        return std::move(m_result);
    }

private:
    [[nodiscard]] Digest digest(const Cell &cell) const
    {
        switch (cell.type) {
        case Cell::Type::Integer:
            return digest(&cell.integer, sizeof cell.integer);
        case Cell::Type::Real:
            return digest(&cell.real, sizeof cell.real);
        default:
            return digest(cell.text.data(), cell.text.size());
        }
    }
    [[nodiscard]] Digest digest(const void *data, size_t size) const
    {
        return {qHashBits(data, size, m_seeds.first), qHashBits(data, size, m_seeds.second)};
    }

    const ColumnType m_type;
    const Digest m_seeds{size_t(QRandomGenerator::global()->generate64()),
                         size_t(QRandomGenerator::global()->generate64())};
    QHash<Digest, Tally> m_tallies;
    Tallies m_result;
};

Result<Tallies> tallyHere(SqlConnection &connection, const FeedLayout &layout, QuerySql &sql, int column,
                          size_t limit)
{
    GAUGE_TRY(auto statement,
              sql.select(connection, "t0.row_id," + layout.reference(column),
                         sql.isLimited() ? QuerySql::Order::PreparedQuery : QuerySql::Order::Any));
    Counter counter(layout.columns()[size_t(column)].type);
    GAUGE_CHECK(statement.forEachRow([&] { counter.add(statement.integer(0), statement.cell(1)); }));
    return counter.most(limit);
}

//! A server groups faster than a million values travel.
Result<Tallies> tallyThere(SqlConnection &connection, const FeedLayout &layout, QuerySql &sql, int column,
                           size_t limit)
{
    const std::string value = layout.reference(column);
    const bool hasStray = layout.hasStray(column);
    const bool isText = isOfTexts(layout.columns()[size_t(column)].type);
    const std::string stray = hasStray ? layout.strayReference(column) : "NULL";
    const std::string kind = "CASE WHEN " + value + " IS NOT NULL" + (isText ? " AND " + value + "<>''" : "")
        + " THEN 0 WHEN " + stray + "<>'' THEN 1 ELSE 2 END";
    // Strays are one group and empty ones another, before all values.
    constexpr int otherGroups = 2;
    GAUGE_TRY(auto statement,
              sql.aggregate(connection, "kind, count(*), min(id)",
                            "t0.row_id AS id, " + kind + " AS kind, NULLIF(" + value + ','
                                + (isText ? "''" : "NULL") + ") AS value",
                            " GROUP BY kind, value ORDER BY kind DESC, 2 DESC, 3 LIMIT "
                                + std::to_string(limit + otherGroups)));
    Tallies result;
    GAUGE_CHECK(statement.forEachRow([&] {
        const qint64 records = statement.integer(1);
        if (statement.integer(0) == 2)
            result.empty = records;
        else if (statement.integer(0) == 1)
            result.strays = records;
        else if (result.values.size() < limit)
            result.values.push_back({records, statement.integer(2)});
    }));
    return result;
}

//! The values are read where they stand, so that they are shown as everywhere.
Result<std::vector<ValueCount>> textsOf(SqlConnection &connection, const FeedLayout &layout, int column,
                                        const std::vector<Tally> &tallies)
{
    GAUGE_TRY(auto scan, RowScan::byKey(connection, layout, {&column, 1}));
    std::vector<qint64> keys;
    for (const Tally &tally : tallies)
        keys.push_back(tally.row);
    scan.expect(keys);
    std::vector<ValueCount> values;
    catalog::Row row;
    for (const Tally &tally : tallies) {
        GAUGE_TRY(const auto found, scan.at(tally.row, row));
        if (found)
            values.push_back({ownedRow(row, layout, {&column, 1}).display.front(), tally.records});
    }
    std::sort(values.begin(), values.end(), [](const ValueCount &a, const ValueCount &b) {
        return a.records != b.records ? a.records > b.records : a.text < b.text;
    });
    return values;
}

} // namespace

Result<ValueCounts> countValues(SqlConnection &connection, const FeedLayout &layout, QuerySql &sql,
                                const QString &column, size_t limit)
{
    GAUGE_TRY(const auto index, layout.find(column));
    if (layout.columns()[size_t(index)].type == ColumnType::List) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("lake",
                                                "“%1” holds lists, which have no single values. Ask for what "
                                                "they contain.")
                        .arg(column.left(60)));
    }
    sql.use(index);
    // One more than is told shows that there are more.
    GAUGE_TRY(auto tallies,
              connection.isRemote() ? tallyThere(connection, layout, sql, index, limit + 1)
                                    : tallyHere(connection, layout, sql, index, limit + 1));
    const bool more = tallies.values.size() > limit;
    if (more)
        tallies.values.pop_back();
    GAUGE_TRY(auto values, textsOf(connection, layout, index, tallies.values));
    return ValueCounts{std::move(values), more, tallies.empty, tallies.strays};
}

} // namespace gauge::lake
