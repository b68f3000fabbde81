// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/dashboardaggregator.h"

#include "metrics/accumulators/accounts.h"
#include "metrics/accumulators/crosstab.h"
#include "metrics/accumulators/drivers.h"
#include "metrics/accumulators/tags.h"

namespace gauge::metrics {

Tally::Tally(const Task &task)
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

void Tally::addParts(const Task &task)
{
    const DashboardPlan &plan = task.plan;
    addPart<TimePart>(plan);
    if (plan.drivers)
        addPart<DriverPart>(m_columns, QStringLiteral("selected_drivers"));
    if (plan.tags)
        addPart<TagPart>(m_columns, QStringLiteral("tags"));
    if (!task.questions.empty())
        addPart<QuestionPart>(m_columns, task.questions);
    for (const QString &column : plan.segments)
        addPart<SegmentPart>(m_columns, column);
    for (const CrossPlan &cross : plan.crosses)
        addPart<CrossPart>(m_columns, cross, plan);
    if (plan.accounts)
        addPart<AccountPart>(m_columns, plan, *task.feed, task.cases);
}

void Tally::addResponse(const catalog::Row &row)
{
    Reading reading;
    reading.cells = &row.cells;
    reading.score = scoreOf(row.cells[m_scorePlace]);
    reading.date = row.cells[m_datePlace].text;
    reading.period = m_periods.periodOf(reading.date);
    if (m_range) {
        reading.isInRange = m_range->hold(reading.date);
        reading.isInPrevious = m_previous->hold(reading.date);
    }
    if (m_sent)
        m_sent->add(row.cells[m_sentPlace].text, SentTally::Fate::Answered);
    // With a range there are also rows that were only sent in it.
    if (!reading.isInRange && !reading.isInPrevious)
        return;
    for (const std::unique_ptr<Part> &part : m_parts)
        part->add(reading);
}

void Tally::addUnanswered(const catalog::Row &row)
{
    m_sent->add(row.cells.front().text, SentTally::Fate::Unanswered);
}

void Tally::addUnanswered(const lake::DayCounts &all, const lake::DayCounts &young)
{
    auto youngDay = young.days.begin();
    qint64 rest = all.records;
    for (const lake::DayCounts::Day &day : all.days) {
        while (youngDay != young.days.end() && youngDay->day < day.day)
            ++youngDay;
        const bool hasYoung = youngDay != young.days.end() && youngDay->day == day.day;
        m_sent->add(day.day, SentTally::Fate::Unanswered, day.records, hasYoung ? youngDay->records : 0);
        rest -= day.records;
    }
    m_sent->add({}, SentTally::Fate::Unanswered, rest, 0);
}

void Tally::merge(const Tally &other)
{
    for (size_t i = 0; i < m_parts.size(); ++i)
        m_parts[i]->merge(*other.m_parts[i]);
    if (m_sent)
        m_sent->merge(*other.m_sent);
}

void Tally::tell(Dashboard &dashboard) const
{
    bool isFirst = true;
    for (const std::unique_ptr<Part> &part : m_parts) {
        part->tell(dashboard);
        // The trend is the first part; others stand beside its periods, of which this may add some.
        if (std::exchange(isFirst, false) && m_sent)
            m_sent->tell(dashboard);
    }
}

} // namespace gauge::metrics
