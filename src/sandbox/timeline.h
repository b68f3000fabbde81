// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/dice.h"

#include <chrono>
#include <string>
#include <vector>

namespace gauge::sandbox {

//! Seconds since 1970 in the zone of the customer's system; the service sends times without a zone.
using Seconds = std::int64_t;
inline constexpr Seconds hour = 3600;
inline constexpr Seconds day = 24 * hour;

//! "2026-01-31 08:05:00"
void appendDateTime(std::string &out, Seconds time);
[[nodiscard]] std::string dateTimeText(Seconds time);

//! When the n-th response was answered: two years of growing, seasonal volume with exactly
//! `responses` answers before `anchor`, and ten more years after it. A table of days, whatever the
//! number of records.
class Timeline
{
public:
    static constexpr int historyDays = 730;
    static constexpr int futureDays = 3650;

    Timeline(Dice dice, Seconds anchor, std::int64_t responses);

    //! Never falls as \a index grows; negative indexes lie before the first answer.
    [[nodiscard]] Seconds timeOf(std::int64_t index) const;
    //! How many responses are answered before \a now.
    [[nodiscard]] std::int64_t answeredBy(Seconds now) const;
    //! 0 two years before the anchor, 1 at the anchor.
    [[nodiscard]] double progress(Seconds time) const;
    [[nodiscard]] Seconds anchor() const { return m_anchor; }

private:
    [[nodiscard]] Seconds dayStart(std::size_t row) const;
    [[nodiscard]] Seconds timeOfDay(double share) const;

    Dice m_dice;
    Seconds m_anchor;
    std::vector<std::int64_t> m_before; //!< responses before each day
    std::vector<double> m_hours; //!< share of a day's answers before each hour after its start
};

//! The time of the customer's system: stands still, unless it follows the wall clock or is advanced.
class SandboxClock
{
public:
    SandboxClock(Seconds start, bool follows)
        : m_start(start)
        , m_follows(follows)
    {}

    [[nodiscard]] Seconds now() const { return m_start + m_advanced + (m_follows ? runningFor() : 0); }
    //! Seconds that count against the lifetime of a token: real and advanced ones.
    [[nodiscard]] Seconds age() const { return m_advanced + runningFor(); }
    [[nodiscard]] Seconds advanced() const { return m_advanced; }
    void advance(Seconds seconds) { m_advanced += seconds; }

private:
    [[nodiscard]] Seconds runningFor() const
    {
        return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - m_started)
            .count();
    }

    Seconds m_start;
    bool m_follows;
    Seconds m_advanced = 0;
    std::chrono::steady_clock::time_point m_started = std::chrono::steady_clock::now();
};

} // namespace gauge::sandbox
