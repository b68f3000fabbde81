// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart.h"

namespace gauge::ui {

//! What comments are about, and in which mood: negative to the left, positive to the right.
class SentimentChart final : public Chart
{
    Q_OBJECT
public:
    struct Topic
    {
        QString name;
        qint64 positive = 0;
        qint64 neutral = 0;
        qint64 mixed = 0;
        qint64 negative = 0;
        qint64 plain = 0; //!< without a mood
        Estimate estimate; //!< of those who mention it
        std::vector<query::Filter> where = {};
        [[nodiscard]] qint64 others() const { return neutral + mixed + plain; }
        [[nodiscard]] qint64 all() const { return positive + negative + others(); }
    };
    static constexpr std::size_t mostDrawn = 15;

    using Chart::Chart;

    void setFigures(std::vector<Topic> topics);
    [[nodiscard]] double height(const ChartStyle &look) const override;
    void draw(Drawing &drawing) const override;

private:
    [[nodiscard]] std::size_t drawn() const { return std::min(m_topics.size(), mostDrawn); }
    void drawHeadings(Drawing &drawing, const PlotArea &pane) const;

    std::vector<Topic> m_topics;
};

} // namespace gauge::ui
