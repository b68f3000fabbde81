// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/accumulators/accumulator.h"
#include "metrics/figures/dashboard.h"
#include "metrics/figures/periods.h"

namespace gauge::metrics {

//! Headline and trend.
class TrendAccumulator final : public Accumulator
{
public:
    explicit TrendAccumulator(const DashboardPlan &plan)
        : m_plan(&plan)
    {}
    void add(const ResponseRow &reading) override;
    void merge(const Accumulator &other) override;
    void writeTo(Dashboard &dashboard) const override;

private:
    struct Point
    {
        Figure figure;
        Distribution scores{};
        void add(int score);
        void merge(const Point &other);
    };
    const DashboardPlan *m_plan;
    Point m_all;
    Figure m_previous;
    Figure m_undated;
    ByPeriod<Point> m_periods;
};

//! What was sent within one time, answered or not: invitations are of two feeds.
class InvitationCounter
{
public:
    explicit InvitationCounter(const DashboardPlan &plan);

    enum class Fate { Answered, Unanswered };
    //! One that was sent at \a sent.
    void add(std::string_view sent, Fate fate)
    {
        const bool isYoung = !m_since.empty() && sent > m_since && sent < endOfDates;
        add(sent, fate, 1, isYoung ? 1 : 0);
    }
    //! So many, of which so many are young.
    void add(std::string_view sent, Fate fate, qint64 records, qint64 young);
    void merge(const InvitationCounter &other);
    //! After the trend is there, whose points get theirs; further periods become points.
    void writeTo(Dashboard &dashboard) const;

private:
    const DashboardPlan *m_plan;
    std::optional<DateTexts> m_range;
    std::optional<DateTexts> m_previousRange;
    std::string m_since; //!< who was sent later is not settled; empty: nobody
    PeriodReader m_reader;
    Invited m_invited;
    Invited m_previous;
    ByPeriod<Invited> m_periods;
};

} // namespace gauge::metrics
