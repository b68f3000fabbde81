// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/estimate.h"

#include <QCoreApplication>

namespace gauge::ui {

QString tooFewText()
{
    return QCoreApplication::translate("charts", "too few");
}

Chart::Cell scoreCell(const Estimate &estimate)
{
    if (estimate.isFew)
        return {tooFewText(), {}};
    return estimate.responses > 0 ? pointsCell(estimate.score) : Chart::Cell{};
}

Chart::Cell lowCell(const Estimate &estimate)
{
    return estimate.isTold() ? pointsCell(estimate.low) : Chart::Cell{};
}

Chart::Cell highCell(const Estimate &estimate)
{
    return estimate.isTold() ? pointsCell(estimate.high) : Chart::Cell{};
}

Chart::Cell opening(Chart::Cell cell, const std::vector<query::Filter> &where)
{
    cell.where = where;
    return cell;
}

} // namespace gauge::ui
