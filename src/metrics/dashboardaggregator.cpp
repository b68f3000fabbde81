// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/dashboardaggregator.h"

#include "metrics/accumulators/accounts.h"
#include "metrics/accumulators/crosstab.h"
#include "metrics/accumulators/drivers.h"
#include "metrics/accumulators/tags.h"

namespace gauge::metrics {

DashboardAggregator::DashboardAggregator(const Task &task)
    : m_scorePlace(m_columns.place(task.feed->scoreColumn))
    , m_datePlace(m_columns.place(task.plan.date))
    , m_sentPlace(task.isRated ? m_columns.place(task.plan.sentDate) : 0)
    , m_periods(task.plan.period)
{
    if (task.plan.range) {
        m_range.emplace(*task.plan.range);
        m_previous.emplace(previousOf(*task.plan.range));
    }
    if (task.isRated)
        m_sent.emplace(task.plan);
    addParts(task);
}

void DashboardAggregator::addParts(const Task &task)
{
    const DashboardPlan &plan = task.plan;
    addPart<TrendAccumulator>(plan);
    if (plan.drivers)
        addPart<DriverAccumulator>(m_columns, QStringLiteral("selected_drivers"));
    if (plan.tags)
        addPart<TagAccumulator>(m_columns, QStringLiteral("tags"));
    if (!task.questions.empty())
        addPart<QuestionAccumulator>(m_columns, task.questions);
    for (const QString &column : plan.segments)
        addPart<SegmentAccumulator>(m_columns, column);
    for (const CrossPlan &cross : plan.crosses)
        addPart<CrosstabAccumulator>(m_columns, cross, plan);
    if (plan.accounts)
        addPart<AccountAccumulator>(m_columns, plan, *task.feed, task.cases);
}

void DashboardAggregator::addResponse(const catalog::Row &row)
{
    ResponseRow reading;
    reading.cells = &row.cells;
    reading.score = scoreOf(row.cells[m_scorePlace]);
    reading.date = row.cells[m_datePlace].text;
    reading.period = m_periods.periodOf(reading.date);
    if (m_range) {
        reading.isInRange = m_range->hold(reading.date);
        reading.isInPrevious = m_previous->hold(reading.date);
    }
    if (m_sent)
        m_sent->add(row.cells[m_sentPlace].text, InvitationCounter::Fate::Answered);
    // With a range there are also rows that were only sent in it.
    if (!reading.isInRange && !reading.isInPrevious)
        return;
    for (const std::unique_ptr<Accumulator> &part : m_parts)
        part->add(reading);
}

void DashboardAggregator::addUnanswered(const catalog::Row &row)
{
    m_sent->add(row.cells.front().text, InvitationCounter::Fate::Unanswered);
}

void DashboardAggregator::addUnanswered(const lake::DayCounts &all, const lake::DayCounts &young)
{
    auto youngDay = young.days.begin();
    qint64 rest = all.records;
    for (const lake::DayCounts::Day &day : all.days) {
        while (youngDay != young.days.end() && youngDay->day < day.day)
            ++youngDay;
        const bool hasYoung = youngDay != young.days.end() && youngDay->day == day.day;
        m_sent->add(day.day, InvitationCounter::Fate::Unanswered, day.records,
                    hasYoung ? youngDay->records : 0);
        rest -= day.records;
    }
    m_sent->add({}, InvitationCounter::Fate::Unanswered, rest, 0);
}

void DashboardAggregator::merge(const DashboardAggregator &other)
{
    for (size_t i = 0; i < m_parts.size(); ++i)
        m_parts[i]->merge(*other.m_parts[i]);
    if (m_sent)
        m_sent->merge(*other.m_sent);
}

void DashboardAggregator::writeTo(Dashboard &dashboard) const
{
    bool isFirst = true;
    for (const std::unique_ptr<Accumulator> &part : m_parts) {
        part->writeTo(dashboard);
        // The trend is the first part; others stand beside its periods, of which this may add some.
        if (std::exchange(isFirst, false) && m_sent)
            m_sent->writeTo(dashboard);
    }
}

} // namespace gauge::metrics
