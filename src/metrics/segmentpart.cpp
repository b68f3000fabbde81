// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/segmentpart.h"

#include "metrics/opens.h"

#include <algorithm>

namespace gauge::metrics {

SegmentPart::SegmentPart(NeededColumns &columns, const QString &column)
    : m_column(column)
    , m_place(columns.place(column))
{}

void SegmentPart::add(const Reading &reading)
{
    if (!reading.isInRange || m_values.isTooMany())
        return;
    if (const size_t value = m_values.of(reading.cell(m_place)); value != Values::notKept)
        grown(m_figures, value).add(reading.score);
}

void SegmentPart::merge(const Part &part)
{
    const auto &other = static_cast<const SegmentPart &>(part);
    if (other.m_values.isTooMany())
        m_values.setTooMany();
    for (size_t i = 0; i < other.m_figures.size(); ++i) {
        if (const size_t value = m_values.of(other.m_values, i); value != Values::notKept)
            grown(m_figures, value) += other.m_figures[i];
    }
}

void SegmentPart::tell(Dashboard &dashboard) const
{
    Segment segment{m_column, {}, m_values.isTooMany()};
    for (size_t i = 0; i < m_figures.size() && !segment.isTooMany; ++i) {
        if (m_figures[i].records == 0)
            continue;
        Figure rest = dashboard.figure;
        rest -= m_figures[i];
        SegmentValue told{m_values.value(i), m_figures[i], compare(m_figures[i].counts, rest.counts), {}};
        told.opens = hasValue(m_column, told.value);
        segment.values.push_back(std::move(told));
    }
    std::sort(segment.values.begin(), segment.values.end(), [](const SegmentValue &a, const SegmentValue &b) {
        return goesFirst(a.figure.records, a.value, b.figure.records, b.value);
    });
    dashboard.segments.push_back(std::move(segment));
}

} // namespace gauge::metrics
