// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/accumulators/crosstab.h"

#include "metrics/figures/dashboard.h"
#include "metrics/figures/periods.h"

#include <algorithm>
#include <map>

namespace gauge::metrics {

//! Those of one side that are told, in their order.
struct CrosstabAccumulator::Kept
{
    std::vector<std::optional<QString>> names;
    std::vector<Filters> drillDown;
    std::unordered_map<qint64, size_t> places; //!< by number
    bool isTooMany = false;

    void add(qint64 number, std::optional<QString> name, Filters filters)
    {
        places.emplace(number, names.size());
        names.push_back(std::move(name));
        drillDown.push_back(std::move(filters));
    }
    //! Those of \a records that have most.
    static Kept most(const std::map<qint64, qint64> &records, const ValueIndex &values, const QString &column)
    {
        std::vector<Ranked> ranked;
        for (const auto &[number, count] : records)
            ranked.push_back({size_t(number), count});
        rank(ranked, values);
        Kept kept;
        kept.isTooMany = ranked.size() > mostCrossed;
        ranked.resize(std::min(ranked.size(), mostCrossed));
        for (const Ranked &one : ranked) {
            const std::optional<QString> name = values.value(one.number);
            kept.add(qint64(one.number), name, hasValue(column, name));
        }
        return kept;
    }
};

CrosstabAccumulator::CrosstabAccumulator(NeededColumns &columns, CrossPlan cross, const DashboardPlan &plan)
    : m_cross(std::move(cross))
    , m_plan(&plan)
    , m_rowPlace(columns.place(m_cross.rows))
    , m_columnPlace(isOfPeriods() ? 0 : columns.place(m_cross.columns))
{}

void CrosstabAccumulator::add(const ResponseRow &reading)
{
    if (!reading.isInRange || m_rows.isTooMany() || m_columns.isTooMany())
        return;
    if (isOfPeriods() && reading.period == noPeriod)
        return;
    const size_t row = m_rows.of(reading.cell(m_rowPlace));
    const size_t value = isOfPeriods() ? 0 : m_columns.of(reading.cell(m_columnPlace));
    if (row == ValueIndex::notKept || value == ValueIndex::notKept)
        return;
    m_cells[{qint64(row), isOfPeriods() ? reading.period : qint64(value)}].add(reading.score);
}

void CrosstabAccumulator::merge(const Accumulator &part)
{
    const auto &other = static_cast<const CrosstabAccumulator &>(part);
    if (other.m_rows.isTooMany())
        m_rows.setTooMany();
    if (other.m_columns.isTooMany())
        m_columns.setTooMany();
    if (m_rows.isTooMany() || m_columns.isTooMany())
        return;
    for (const auto &[cell, figure] : other.m_cells) {
        const size_t row = m_rows.of(other.m_rows, size_t(cell.row));
        const size_t column = isOfPeriods() ? 0 : m_columns.of(other.m_columns, size_t(cell.column));
        if (row == ValueIndex::notKept || column == ValueIndex::notKept)
            return;
        m_cells[{qint64(row), isOfPeriods() ? cell.column : qint64(column)}] += figure;
    }
}

CrosstabAccumulator::Kept CrosstabAccumulator::rowsKept() const
{
    std::map<qint64, qint64> records;
    for (const auto &[cell, figure] : m_cells)
        records[cell.row] += figure.records;
    return Kept::most(records, m_rows, m_cross.rows);
}

CrosstabAccumulator::Kept CrosstabAccumulator::columnsKept(const Dashboard &dashboard) const
{
    if (!isOfPeriods()) {
        std::map<qint64, qint64> records;
        for (const auto &[cell, figure] : m_cells)
            records[cell.column] += figure.records;
        return Kept::most(records, m_columns, m_cross.columns);
    }
    Kept kept;
    for (const TrendPoint &point : dashboard.trend)
        kept.add(periodNumber(point.days.start, m_plan->period), point.period, point.drillDown);
    return kept;
}

void CrosstabAccumulator::writeTo(Dashboard &dashboard) const
{
    Cross cross{
        m_cross.rows, m_cross.columns, {}, {}, {}, m_rows.isTooMany() || m_columns.isTooMany(), {}, {}};
    if (!cross.isTooMany) {
        Kept rows = rowsKept();
        Kept columns = columnsKept(dashboard);
        cross.isTooMany = rows.isTooMany || columns.isTooMany;
        cross.cells.resize(rows.names.size() * columns.names.size());
        for (const auto &[cell, figure] : m_cells) {
            const auto row = rows.places.find(cell.row);
            const auto column = columns.places.find(cell.column);
            if (row != rows.places.end() && column != columns.places.end())
                cross.cells[row->second * columns.names.size() + column->second] = figure;
        }
        cross.rows = std::move(rows.names);
        cross.columns = std::move(columns.names);
        cross.rowOpens = std::move(rows.drillDown);
        cross.columnOpens = std::move(columns.drillDown);
    }
    dashboard.crosses.push_back(std::move(cross));
}

Filters Cross::drillDown(size_t row, size_t column) const
{
    Filters both = rowOpens[row];
    both.insert(both.end(), columnOpens[column].begin(), columnOpens[column].end());
    return both;
}

SegmentAccumulator::SegmentAccumulator(NeededColumns &columns, const QString &column)
    : m_column(column)
    , m_place(columns.place(column))
{}

void SegmentAccumulator::add(const ResponseRow &reading)
{
    if (!reading.isInRange || m_values.isTooMany())
        return;
    if (const size_t value = m_values.of(reading.cell(m_place)); value != ValueIndex::notKept)
        grown(m_figures, value).add(reading.score);
}

void SegmentAccumulator::merge(const Accumulator &part)
{
    const auto &other = static_cast<const SegmentAccumulator &>(part);
    if (other.m_values.isTooMany())
        m_values.setTooMany();
    for (size_t i = 0; i < other.m_figures.size(); ++i) {
        if (const size_t value = m_values.of(other.m_values, i); value != ValueIndex::notKept)
            grown(m_figures, value) += other.m_figures[i];
    }
}

void SegmentAccumulator::writeTo(Dashboard &dashboard) const
{
    Segment segment{m_column, {}, m_values.isTooMany()};
    std::vector<Ranked> ranked;
    for (size_t i = 0; i < m_figures.size() && !segment.isTooMany; ++i) {
        if (m_figures[i].records > 0)
            ranked.push_back({i, m_figures[i].records});
    }
    rank(ranked, m_values);
    for (const Ranked &one : ranked) {
        const Figure &figure = m_figures[one.number];
        Figure rest = dashboard.figure;
        rest -= figure;
        SegmentValue told{m_values.value(one.number), figure, compare(figure.counts, rest.counts), {}};
        told.drillDown = hasValue(m_column, told.value);
        segment.values.push_back(std::move(told));
    }
    dashboard.segments.push_back(std::move(segment));
}

} // namespace gauge::metrics
