// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

struct sqlite3;

namespace gauge::lake {

//! A text to look for without regard to case, in any script (Unicode case folding), or to whether an accent
//! is part of its letter or a mark behind it (normal form C). SQLite's own LIKE knows ASCII only.
class TextMatch
{
public:
    explicit TextMatch(std::string_view needle);

    [[nodiscard]] bool isContainedIn(std::string_view text) const;
    [[nodiscard]] bool isStartOf(std::string_view text) const;

private:
    std::string m_folded;
    bool m_ascii = false;
};

//! Gives the connection the SQL functions gauge_contains(text, needle) and gauge_starts(text, needle).
[[nodiscard]] Result<void> registerTextMatch(sqlite3 *handle);

} // namespace gauge::lake
