// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/timeline.h"

#include <chrono>

namespace gauge::sandbox {

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
