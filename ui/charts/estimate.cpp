// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/estimate.h"

#include <QCoreApplication>

#include <cmath>

namespace gauge::ui {

bool Estimate::isTold() const
{
    return responses > 0 && !isFew && std::isfinite(score) && std::isfinite(low) && std::isfinite(high);
}

QString tooFewText()
{
    return QCoreApplication::translate("charts", "too few");
}

Chart::Cell scoreCell(const Estimate &estimate)
{
    if (estimate.isFew)
        return {tooFewText(), {}};
    return estimate.isTold() ? pointsCell(estimate.score) : Chart::Cell{};
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
