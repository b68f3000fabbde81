// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/rowframe.h"

#include <algorithm>

namespace gauge::ui {

namespace {

double widest(const QStringList &texts, const Look &look, double most)
{
    double width = 0;
    for (const QString &text : texts)
        width = std::max(width, look.widthOf(text));
    return std::min(width, most);
}

} // namespace

RowFrame RowFrame::make(const Drawing &drawing, const QStringList &labels, const QStringList &words,
                        double above, double below)
{
    constexpr double gap = 12;
    RowFrame frame;
    const double width = drawing.size().width();
    frame.rows = std::size_t(labels.size());
    frame.labelWidth = widest(labels, drawing.look(), 0.34 * width);
    const double right = widest(words, drawing.look(), 0.4 * width) + gap;
    const double left = frame.labelWidth + gap;
    frame.area = QRectF(left, above, std::max(width - left - right, 32.0),
                        std::min(double(frame.rows) * rowHeight, drawing.size().height() - above - below));
    return frame;
}

double RowFrame::heightOf(std::size_t rows, const Look &look)
{
    return double(rows) * rowHeight + look.lineHeight() + 16;
}

QRectF RowFrame::line(std::size_t row, double width) const
{
    return {0, middle(row) - rowHeight / 2, width, rowHeight};
}

std::vector<double> RowFrame::upward(std::vector<double> values)
{
    std::reverse(values.begin(), values.end());
    return values;
}

} // namespace gauge::ui
