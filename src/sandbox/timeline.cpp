// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/timeline.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace gauge::sandbox {

namespace {

constexpr int prologueDays = 30; // invitations go out before the first answer comes

// Answers an hour of the day, from midnight: office hours, a dent at lunch, some in the evening.
constexpr std::array<double, 24> hourWeights{1,  1,  1,  1,  1,  2, 4, 8, 14, 16, 16, 14,
                                             10, 13, 15, 14, 12, 9, 7, 7, 7,  5,  3,  2};

Seconds floorDay(Seconds time)
{
    return (time >= 0 ? time : time - day + 1) / day;
}

double dayWeight(std::int64_t calendarDay, int sinceStart)
{
    const auto weekday = ((calendarDay + 3) % 7 + 7) % 7; // 1970-01-01 was a Thursday; 0 is Monday
    const double week = weekday < 5 ? 1.0 : 0.35;
    const double angle = 2 * std::numbers::pi * static_cast<double>(calendarDay % 365) / 365.0;
    const double season = 1.0 + 0.25 * std::cos(angle - 2 * std::numbers::pi * 0.9); // high in November
    const double growth = 0.75 + 0.5 * static_cast<double>(sinceStart) / Timeline::historyDays;
    return week * season * std::max(growth, 0.5);
}

} // namespace

void appendDateTime(std::string &out, Seconds time)
{
    // Days to a civil date: https://howardhinnant.github.io/date_algorithms.html
    const auto days = floorDay(time);
    const auto rest = time - days * day;
    const auto z = days + 719468;
    const auto era = (z >= 0 ? z : z - 146096) / 146097;
    const auto dayOfEra = z - era * 146097;
    const auto yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const auto dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const auto shifted = (5 * dayOfYear + 2) / 153;
    const auto month = shifted < 10 ? shifted + 3 : shifted - 9;
    const auto year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    const auto two = [&out](std::int64_t n) {
        out += static_cast<char>('0' + n / 10 % 10);
        out += static_cast<char>('0' + n % 10);
    };
    two(year / 100);
    two(year % 100);
    out += '-';
    two(month);
    out += '-';
    two(dayOfYear - (153 * shifted + 2) / 5 + 1);
    out += ' ';
    two(rest / hour);
    out += ':';
    two(rest / 60 % 60);
    out += ':';
    two(rest % 60);
}

std::string dateTimeText(Seconds time)
{
    std::string text;
    appendDateTime(text, time);
    return text;
}

Timeline::Timeline(Dice dice, Seconds anchor, std::int64_t responses)
    : m_dice(dice)
    , m_anchor(anchor)
{
    constexpr int days = prologueDays + historyDays + futureDays;
    std::vector<double> weights{0.0}; // weight before each day
    for (int d = 0; d < days; ++d) {
        const int sinceStart = d - prologueDays;
        const auto calendarDay = floorDay(anchor) - historyDays + sinceStart;
        weights.push_back(weights.back() + dayWeight(calendarDay, std::min(sinceStart, historyDays)));
    }
    const double first = weights[prologueDays];
    const double scale = static_cast<double>(responses) / (weights[prologueDays + historyDays] - first);
    for (std::size_t row = 0; row < weights.size(); ++row) {
        auto before = static_cast<std::int64_t>(std::floor((weights[row] - first) * scale));
        if (row <= prologueDays + historyDays) // rounding must not cost the promised number
            before = std::min(before, responses);
        if (row >= prologueDays + historyDays)
            before = std::max(before, responses);
        m_before.push_back(before);
    }
    const auto startHour = static_cast<std::size_t>((anchor - floorDay(anchor) * day) / hour);
    m_hours.push_back(0.0);
    for (std::size_t h = 0; h < hourWeights.size(); ++h)
        m_hours.push_back(m_hours.back() + hourWeights[(startHour + h) % hourWeights.size()]);
    for (double &share : m_hours)
        share /= m_hours.back();
}

Seconds Timeline::dayStart(std::size_t row) const
{
    return m_anchor + (static_cast<Seconds>(row) - prologueDays - historyDays) * day;
}

Seconds Timeline::timeOfDay(double share) const
{
    const auto next = std::upper_bound(m_hours.begin() + 1, m_hours.end() - 1, share);
    const double before = *(next - 1);
    const double within = (share - before) / (*next - before);
    const auto hours = static_cast<double>(next - 1 - m_hours.begin());
    return std::min(static_cast<Seconds>((hours + within) * static_cast<double>(hour)), day - 1);
}

Seconds Timeline::timeOf(std::int64_t index) const
{
    if (index < m_before.front())
        return dayStart(0) - (m_before.front() - index) * hour;
    if (index >= m_before.back())
        return dayStart(m_before.size()) + (index - m_before.back());
    const auto next = std::upper_bound(m_before.begin(), m_before.end(), index);
    const auto row = static_cast<std::size_t>(next - m_before.begin()) - 1;
    const double share
        = (static_cast<double>(index - m_before[row]) + m_dice.share(index, Purpose::TimeOfAnswer))
        / static_cast<double>(*next - m_before[row]);
    return dayStart(row) + timeOfDay(share);
}

std::int64_t Timeline::answeredBy(Seconds now) const
{
    std::int64_t low = 0;
    std::int64_t high = m_before.back();
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        if (timeOf(middle) < now)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

double Timeline::progress(Seconds time) const
{
    return 1.0 + static_cast<double>(time - m_anchor) / static_cast<double>(historyDays * day);
}

} // namespace gauge::sandbox
