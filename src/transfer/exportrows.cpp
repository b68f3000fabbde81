// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/exportrows.h"

namespace gauge::transfer {

namespace {

//! Counts rows up to a limit.
class Most
{
public:
    explicit Most(qint64 most)
        : m_most(most)
    {}
    [[nodiscard]] bool isReached() { return m_most != ExportRows::all && ++m_count >= m_most; }

private:
    const qint64 m_most;
    qint64 m_count = 0;
};

} // namespace

ExportRows::ExportRows(lake::LakeReader &reader, const ExportPlan &plan, std::stop_token stop)
    : m_reader(reader)
    , m_plan(plan)
    , m_stop(std::move(stop))
{}

Result<qint64> ExportRows::count()
{
    if (!m_plan.keys.empty())
        return qint64(m_plan.keys.size());
    return m_reader.count(m_plan.endpoint.id, m_plan.query, m_stop);
}

Result<void> ExportRows::prepare(const std::function<void()> &beforeWalk, qint64 most)
{
    GAUGE_TRY(const auto columns, m_reader.resolve(m_plan.endpoint.id, m_plan.query.columns));
    m_lists.emplace(m_plan, columns);
    if (!m_lists->isEmpty()) {
        if (beforeWalk)
            beforeWalk();
        const auto survey = [&](const catalog::Row &row) { return m_lists->survey(row); };
        GAUGE_CHECK(forEachRow(m_lists->surveyed(), most, survey));
    }
    m_columns = m_lists->columnsOfRecords();
    return {};
}

Result<void> ExportRows::write(Tables &tables, const Taken &taken, qint64 most)
{
    GAUGE_TRY(const auto records, tables.add({}));
    if (tables.takesRecords())
        return writeRecords(*records, taken, most);
    if (m_lists->isEmpty())
        return writeRows(*records, m_plan.query.columns, taken, most);
    const auto sink = m_lists->sink(*records, tables);
    return sink ? writeRows(**sink, m_lists->read(), taken, most) : fail(sink.error());
}

Result<void> ExportRows::writeRows(RowSink &sink, const QStringList &names, const Taken &taken, qint64 most)
{
    GAUGE_TRY(const auto columns, m_reader.resolve(m_plan.endpoint.id, names));
    GAUGE_CHECK(sink.begin(columns));
    const auto visit = [&](const catalog::Row &row) {
        const Result<void> written = sink.write(row);
        return written ? taken() : written;
    };
    const Result<void> read = forEachRow(names, most, visit);
    return read ? sink.end() : read;
}

query::Query ExportRows::limited(qint64 most) const
{
    query::Query query = m_plan.query;
    if (most != all)
        query.limit = std::min(most, query.limit.value_or(most));
    return query;
}

Result<void> ExportRows::forEachRow(const QStringList &names, qint64 most, const Visit &visit)
{
    const QString feed = m_plan.endpoint.id;
    Result<void> visited;
    Most limit(most);
    const auto step = [&](const catalog::Row &row) {
        visited = visit(row);
        return visited.has_value() && !limit.isReached();
    };
    query::Query query = limited(most);
    query.columns = names;
    const Result<void> read = m_plan.keys.empty()
        ? m_reader.forEachRow(feed, query, m_stop, step)
        : m_reader.forEachRow(feed, m_plan.keys, names, m_stop, step);
    return read ? visited : read;
}

Result<void> ExportRows::writeRecords(RowSink &sink, const Taken &taken, qint64 most)
{
    const QString feed = m_plan.endpoint.id;
    catalog::Row row;
    row.cells.resize(1);
    Result<void> visited;
    Most limit(most);
    const auto step = [&](qint64 key, std::string_view record) {
        row.key = key;
        row.cells.front() = catalog::Cell::ofText(record);
        visited = sink.write(row);
        if (visited)
            visited = taken();
        return visited.has_value() && !limit.isReached();
    };
    constexpr auto form = lake::RawForm::ValidJson;
    GAUGE_CHECK(m_plan.keys.empty() ? m_reader.forEachRaw(feed, limited(most), m_stop, step, form)
                                    : m_reader.forEachRaw(feed, m_plan.keys, m_stop, step, form));
    return visited ? sink.end() : visited;
}

} // namespace gauge::transfer
