// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/accumulators/part.h"
#include "metrics/figures/dashboardplan.h"
#include "metrics/figures/values.h"

#include <unordered_map>

namespace gauge::metrics {

//! Values of one column against those of another, or against periods.
class CrossPart final : public Part
{
public:
    CrossPart(NeededColumns &columns, CrossPlan cross, const DashboardPlan &plan);
    void add(const Reading &reading) override;
    void merge(const Part &other) override;
    void tell(Dashboard &dashboard) const override;

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
    Values m_rows;
    Values m_columns;
    std::unordered_map<Cell, Figure, CellHash> m_cells;
};

} // namespace gauge::metrics
