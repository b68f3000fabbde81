// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart.h"

namespace gauge::ui {

//! The NPS of groups side by side: bars with whiskers for their intervals, n, and in words whether chance
//! could explain how far a group is from the rest.
class RankedChart final : public Chart
{
    Q_OBJECT
public:
    enum class Rest { Unknown, Alike, Higher, Lower };
    struct Item
    {
        QString name;
        Estimate estimate;
        Rest rest = Rest::Unknown; //!< how it stands to all others
        std::optional<double> chance = {}; //!< the p of that
        std::vector<query::Filter> where = {};
    };
    //! More are in the table only.
    static constexpr std::size_t mostDrawn = 15;

    using Chart::Chart;

    //! \a heading: what the names are ("Country").
    void setFigures(std::vector<Item> items, const QString &heading);
    [[nodiscard]] double height(const ChartStyle &look) const override;
    void draw(Drawing &drawing) const override;

private:
    [[nodiscard]] std::size_t drawn() const { return std::min(m_items.size(), mostDrawn); }
    [[nodiscard]] QString words(const Item &item) const;
    [[nodiscard]] Scale scoreScale() const;

    std::vector<Item> m_items;
};

} // namespace gauge::ui
