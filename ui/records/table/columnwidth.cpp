// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/table/columnwidth.h"

#include "records/table/recordmodel.h"

#include <QFontMetrics>

namespace gauge::ui {

namespace {

constexpr int narrowest = 48;
constexpr int widest = 280;
constexpr int masked = 120;
constexpr int cellPadding = 16;
constexpr int sortingMarks = 28; // the arrow, and which one of several it is

} // namespace

int fittingWidth(const RecordModel &records, int column, int firstRow, int lastRow,
                 const QFontMetrics &metrics)
{
    const QString title = records.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    int width = metrics.horizontalAdvance(title) + sortingMarks + cellPadding;
    if (records.isMasked(column))
        return std::clamp(width, masked, widest);
    for (int row = firstRow; row <= lastRow && width < widest; ++row) {
        const QString text = records.index(row, column).data().toString();
        width = std::max(width, metrics.horizontalAdvance(text.left(80)) + cellPadding);
    }
    return std::clamp(width, narrowest, widest);
}

} // namespace gauge::ui
