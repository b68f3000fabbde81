// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/accumulators/accumulator.h"
#include "metrics/figures/dashboard.h"
#include "metrics/figures/valueindex.h"

#include <unordered_map>

namespace gauge::metrics {

//! ValueIndex of one column against those of another, or against periods.
class CrosstabAccumulator final : public Accumulator
{
public:
    CrosstabAccumulator(NeededColumns &columns, CrossPlan cross, const DashboardPlan &plan);
    void add(const ResponseRow &reading) override;
    void merge(const Accumulator &other) override;
    void writeTo(Dashboard &dashboard) const override;

private:
    [[nodiscard]] bool isOfPeriods() const { return m_cross.columns.isEmpty(); }
    struct Cell
    {
        qint64 row = 0;
        qint64 column = 0; //!< a number of a value, or of a period
        bool operator==(const Cell &) const = default;
    };
    struct CellHash
    {
        size_t operator()(const Cell &cell) const noexcept
        {
            return std::hash<qint64>()(cell.row * 1'000'003 + cell.column);
        }
    };
    struct Kept;
    [[nodiscard]] Kept rowsKept() const;
    [[nodiscard]] Kept columnsKept(const Dashboard &dashboard) const;

    CrossPlan m_cross;
    const DashboardPlan *m_plan;
    size_t m_rowPlace;
    size_t m_columnPlace;
    ValueIndex m_rows;
    ValueIndex m_columns;
    std::unordered_map<Cell, Figure, CellHash> m_cells;
};

//! The values of one column.
class SegmentAccumulator final : public Accumulator
{
public:
    SegmentAccumulator(NeededColumns &columns, const QString &column);
    void add(const ResponseRow &reading) override;
    void merge(const Accumulator &other) override;
    void writeTo(Dashboard &dashboard) const override;

private:
    QString m_column;
    size_t m_place;
    ValueIndex m_values;
    std::vector<Figure> m_figures; //!< by value
};

} // namespace gauge::metrics
