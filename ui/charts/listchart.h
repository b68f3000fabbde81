// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/estimate.h"

namespace gauge::ui {

//! Figures that are a list to read and have no drawing.
class ListChart final : public Chart
{
    Q_OBJECT
public:
    using Chart::Chart;

    void setList(std::vector<Column> columns, std::vector<Row> rows)
    {
        setTable(std::move(columns), std::move(rows));
    }
    [[nodiscard]] bool isDrawn() const override { return false; }
    void draw(Drawing &) const override {}
};

} // namespace gauge::ui
