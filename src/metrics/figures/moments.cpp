// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/figures/moments.h"

#include <algorithm>
#include <cmath>

namespace gauge::metrics {

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

} // namespace gauge::metrics
