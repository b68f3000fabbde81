// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <chrono>
#include <optional>

namespace gauge::sync {

//! How the automatic syncs of one connection went so far.
struct Pulse
{
    std::optional<QDateTime> last; //!< end of the newest sync, by whoever, UTC; nothing: never
    int failures = 0; //!< automatic ones in a row since
};

//! When the next sync is due: \a interval after the last one, sooner again after one that failed. Never
//! later than \a interval from \a now, whatever the clock did: a last sync in the future was stamped by a
//! clock that has been set back, and counts for nothing. A due time in the past (the computer slept) is
//! one sync, not as many as were missed.
[[nodiscard]] QDateTime nextDue(const Pulse &pulse, std::chrono::minutes interval, const QDateTime &now);

} // namespace gauge::sync
