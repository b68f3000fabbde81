// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/sql/types.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace gauge::sync {

//! How the automatic syncs of one connection went so far.
struct LastRun
{
    std::optional<QDateTime> last; //!< end of the newest sync, by whoever, UTC; nothing: it is due at once
    int failures = 0; //!< automatic ones in a row since
};

//! What a lake tells of its syncs. The feed that was left alone for longest counts, so that a sync that ended
//! between two feeds is seen; one that was interrupted, or never began, makes the next one due at once.
[[nodiscard]] LastRun pulseOf(const std::vector<lake::FeedStatus> &feeds);

//! When the next sync is due: \a interval after the last one, sooner again after one that failed. Never
//! later than \a interval from \a now, whatever the clock did: a last sync in the future was stamped by a
//! clock that has been set back, and counts for nothing. A due time in the past (the computer slept) is
//! one sync, not as many as were missed.
[[nodiscard]] QDateTime nextDue(const LastRun &pulse, std::chrono::minutes interval, const QDateTime &now);

} // namespace gauge::sync
