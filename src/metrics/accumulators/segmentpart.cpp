// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/accumulators/segmentpart.h"

#include "metrics/figures/opens.h"

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
    std::vector<Ranked> ranked;
    for (size_t i = 0; i < m_figures.size() && !segment.isTooMany; ++i) {
        if (m_figures[i].records > 0)
            ranked.push_back({i, m_figures[i].records});
    }
    rank(ranked, m_values);
    for (const Ranked &one : ranked) {
        const Figure &figure = m_figures[one.number];
        Figure rest = dashboard.figure;
        rest -= figure;
        SegmentValue told{m_values.value(one.number), figure, compare(figure.counts, rest.counts), {}};
        told.opens = hasValue(m_column, told.value);
        segment.values.push_back(std::move(told));
    }
    dashboard.segments.push_back(std::move(segment));
}

} // namespace gauge::metrics
