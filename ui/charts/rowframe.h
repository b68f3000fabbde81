// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/drawing.h"

namespace gauge::ui {

//! Rows with a name at the left, a bar in the middle and words at the right.
struct RowFrame
{
    static constexpr double rowHeight = 26;

    QRectF area; //!< of the bars
    double labelWidth = 0;
    std::size_t rows = 0;

    //! \a above: room for words over the bars, \a below under them.
    [[nodiscard]] static RowFrame make(const Drawing &drawing, const QStringList &labels,
                                       const QStringList &words, double above, double below);
    //! What \a rows take, with a line of words above or below.
    [[nodiscard]] static double heightOf(std::size_t rows, const Look &look);

    [[nodiscard]] double middle(std::size_t row) const
    {
        return area.top() + (double(row) + 0.5) * rowHeight;
    }
    [[nodiscard]] QRectF line(std::size_t row, double width) const;
    //! Scale of the rows for a pane: the first is at the top, so row i is at place(i).
    [[nodiscard]] Scale scale() const { return {-0.5, double(rows) - 0.5}; }
    [[nodiscard]] std::size_t place(std::size_t row) const { return rows - 1 - row; }
    //! \a values from the top, in the order of a pane.
    [[nodiscard]] static std::vector<double> upward(std::vector<double> values);
};

} // namespace gauge::ui
