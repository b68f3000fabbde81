// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/accumulators/trend.h"

#include "metrics/figures/dashboard.h"

#include <algorithm>
#include <map>

namespace gauge::metrics {

namespace {

//! A date of the year 9999 is somebody's way to say never. Beyond so many periods gaps stay gaps.
constexpr int mostPeriods = 2'000;

//! The points of \a known and, without gaps, those between.
std::vector<int> withoutGaps(const std::map<int, TrendPoint> &known)
{
    std::vector<int> numbers;
    if (known.empty())
        return numbers;
    const int first = known.begin()->first;
    const int last = known.rbegin()->first;
    if (last - first < mostPeriods) {
        for (int number = first; number <= last; ++number)
            numbers.push_back(number);
    } else {
        for (const auto &[number, point] : known)
            numbers.push_back(number);
    }
    return numbers;
}

//! Makes a trend of \a known, and of periods between them points without records.
std::vector<TrendPoint> trendOf(std::map<int, TrendPoint> known, const DashboardPlan &plan)
{
    std::vector<TrendPoint> trend;
    for (const int number : withoutGaps(known)) {
        TrendPoint point = std::move(known[number]);
        point.days = periodDays(number, plan.period);
        point.period = lake::periodName(point.days.start, plan.period);
        point.drillDown = isWithin(plan.date, point.days);
        trend.push_back(std::move(point));
    }
    return trend;
}

} // namespace

void TrendAccumulator::Point::add(int score)
{
    figure.add(score);
    if (score >= 0)
        ++scores[size_t(score)];
}

void TrendAccumulator::Point::merge(const Point &other)
{
    figure += other.figure;
    for (size_t i = 0; i < scores.size(); ++i)
        scores[i] += other.scores[i];
}

void TrendAccumulator::add(const ResponseRow &reading)
{
    if (reading.isInPrevious)
        m_previous.add(reading.score);
    if (!reading.isInRange)
        return;
    m_all.add(reading.score);
    if (reading.period == noPeriod)
        m_undated.add(reading.score);
    else
        m_periods.at(reading.period).add(reading.score);
}

void TrendAccumulator::merge(const Accumulator &part)
{
    const auto &other = static_cast<const TrendAccumulator &>(part);
    m_all.merge(other.m_all);
    m_previous += other.m_previous;
    m_undated += other.m_undated;
    for (const auto &[number, point] : other.m_periods.all())
        m_periods.at(number).merge(point);
}

void TrendAccumulator::writeTo(Dashboard &dashboard) const
{
    dashboard.figure = m_all.figure;
    dashboard.scores = m_all.scores;
    dashboard.undated = m_undated;
    if (dashboard.previousRange) {
        dashboard.previous = m_previous;
        dashboard.change = compare(m_all.figure.counts, m_previous.counts);
    }
    std::map<int, TrendPoint> known;
    for (const auto &[number, point] : m_periods.all()) {
        TrendPoint &told = known[number];
        told.figure = point.figure;
        told.scores = point.scores;
    }
    dashboard.trend = trendOf(std::move(known), *m_plan);
}

InvitationCounter::InvitationCounter(const DashboardPlan &plan)
    : m_plan(&plan)
    , m_since(plan.settling.since().toStdString())
    , m_reader(plan.period)
{
    if (plan.range) {
        m_range.emplace(*plan.range);
        m_previousRange.emplace(previousOf(*plan.range));
    }
}

void InvitationCounter::add(std::string_view sent, Fate fate, qint64 records, qint64 young)
{
    const bool isAnswered = fate == Fate::Answered;
    const auto count = [&](Invited &invited) {
        (isAnswered ? invited.answered : invited.unanswered) += records;
        (isAnswered ? invited.youngAnswered : invited.youngUnanswered) += young;
    };
    if (m_previousRange && m_previousRange->hold(sent))
        count(m_previous);
    if (m_range && !m_range->hold(sent))
        return;
    count(m_invited);
    if (const int period = m_reader.periodOf(sent); period != noPeriod)
        count(m_periods.at(period));
}

void InvitationCounter::merge(const InvitationCounter &other)
{
    m_invited += other.m_invited;
    m_previous += other.m_previous;
    for (const auto &[number, invited] : other.m_periods.all())
        m_periods.at(number) += invited;
}

void InvitationCounter::writeTo(Dashboard &dashboard) const
{
    dashboard.invited = m_invited;
    if (dashboard.previousRange)
        dashboard.previousInvited = m_previous;
    std::map<int, TrendPoint> known;
    for (TrendPoint &point : dashboard.trend)
        known[periodNumber(point.days.start, m_plan->period)] = std::move(point);
    for (const auto &[number, invited] : m_periods.all())
        known[number].invited = invited;
    dashboard.trend = trendOf(std::move(known), *m_plan);
    for (TrendPoint &point : dashboard.trend) {
        if (!point.invited) // nobody was sent anything in it
            point.invited.emplace();
    }
}

} // namespace gauge::metrics
