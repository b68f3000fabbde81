// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart.h"

namespace gauge::ui {

//! The NPS of one thing against another: a number in each field, and a colour that helps to find it.
class TwoWayChart final : public Chart
{
    Q_OBJECT
public:
    struct Field
    {
        Estimate estimate;
        std::vector<query::Filter> where = {};
    };
    struct Data
    {
        QString heading; //!< what the rows are
        QStringList rows;
        QStringList columns;
        std::vector<Field> fields; //!< row by row
    };
    static constexpr int mostRows = 15; //!< more are in the table only
    static constexpr int mostColumns = 12; //!< of these the last ones are drawn

    using Chart::Chart;

    void setFigures(Data data);
    [[nodiscard]] double height(const ChartStyle &look) const override;
    void draw(Drawing &drawing) const override;

private:
    [[nodiscard]] const Field &at(int row, int column) const;
    void drawField(Drawing &drawing, const Field &field, const QRectF &rect) const;

    Data m_data;
};

} // namespace gauge::ui
