// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/figures/statistics.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gauge::metrics {

Nps npsOf(const Counts &counts)
{
    if (counts.total() == 0)
        return {};
    const Estimate plain = estimateOf(counts);
    const Estimate adjusted = adjustedEstimateOf(counts);
    return {plain.score, plain.standardError, std::max(-100.0, adjusted.score - z95 * adjusted.standardError),
            std::min(100.0, adjusted.score + z95 * adjusted.standardError)};
}

namespace {

Estimate estimate(double promoters, double passives, double detractors)
{
    const double n = promoters + passives + detractors;
    const double mean = (promoters - detractors) / n;
    const double variance = (promoters + detractors) / n - mean * mean;
    return {100 * mean, 100 * std::sqrt(std::max(0.0, variance) / n)};
}

} // namespace

Estimate estimateOf(const Counts &counts)
{
    return estimate(static_cast<double>(counts.promoters), static_cast<double>(counts.passives),
                    static_cast<double>(counts.detractors));
}

Estimate adjustedEstimateOf(const Counts &counts)
{
    return estimate(static_cast<double>(counts.promoters) + 0.75, static_cast<double>(counts.passives) + 1.5,
                    static_cast<double>(counts.detractors) + 0.75);
}

std::optional<Comparison> compare(const Counts &one, const Counts &other)
{
    if (one.total() == 0 || other.total() == 0)
        return std::nullopt;
    const Estimate first = adjustedEstimateOf(one);
    const Estimate second = adjustedEstimateOf(other);
    Comparison result;
    result.delta = first.score - second.score;
    // Never 0: the made-up records always differ.
    result.standardError = std::hypot(first.standardError, second.standardError);
    result.z = std::abs(result.delta) / result.standardError;
    result.p = std::erfc(result.z / std::numbers::sqrt2);
    return result;
}

void Moments::add(double x, double y)
{
    ++m_count;
    const double share = 1 / static_cast<double>(m_count);
    const double fromX = x - m_meanX;
    const double fromY = y - m_meanY;
    m_meanX += fromX * share;
    m_meanY += fromY * share;
    m_squaresX += fromX * (x - m_meanX);
    m_squaresY += fromY * (y - m_meanY);
    m_products += fromX * (y - m_meanY);
}

void Moments::merge(const Moments &other)
{
    if (other.m_count == 0)
        return;
    const auto here = static_cast<double>(m_count);
    const auto there = static_cast<double>(other.m_count);
    const double fromX = other.m_meanX - m_meanX;
    const double fromY = other.m_meanY - m_meanY;
    const double between = here * there / (here + there);
    m_squaresX += other.m_squaresX + fromX * fromX * between;
    m_squaresY += other.m_squaresY + fromY * fromY * between;
    m_products += other.m_products + fromX * fromY * between;
    m_meanX += fromX * there / (here + there);
    m_meanY += fromY * there / (here + there);
    m_count += other.m_count;
}

std::optional<double> Moments::meanX() const
{
    return m_count > 0 ? std::optional(m_meanX) : std::nullopt;
}

std::optional<double> Moments::deviationX() const
{
    return m_count > 1 ? std::optional(std::sqrt(m_squaresX / static_cast<double>(m_count - 1)))
                       : std::nullopt;
}

std::optional<double> Moments::correlation() const
{
    if (m_count < 3 || m_squaresX <= 0 || m_squaresY <= 0)
        return std::nullopt;
    return std::clamp(m_products / std::sqrt(m_squaresX * m_squaresY), -1.0, 1.0);
}

Figure &Figure::operator+=(const Figure &other)
{
    counts.promoters += other.counts.promoters;
    counts.passives += other.counts.passives;
    counts.detractors += other.counts.detractors;
    records += other.records;
    return *this;
}

Figure &Figure::operator-=(const Figure &other)
{
    counts.promoters -= other.counts.promoters;
    counts.passives -= other.counts.passives;
    counts.detractors -= other.counts.detractors;
    records -= other.records;
    return *this;
}

Invited &Invited::operator+=(const Invited &other)
{
    answered += other.answered;
    unanswered += other.unanswered;
    youngAnswered += other.youngAnswered;
    youngUnanswered += other.youngUnanswered;
    return *this;
}

} // namespace gauge::metrics
