// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

namespace gauge::lake {

//! The words for one table or column that is the same in all lakes. A test compares them with the
//! tables that are really made, and with README.md.
struct Meaning
{
    enum class In {
        Every,
        File,
        Database,
        Unfinished, //!< those of either engine where an erasure waits to be finished
    };
    const char *table; //!< a leading `*` stands for a feed's records table ("*_raw")
    const char *column; //!< empty: the table itself
    const char *text; //!< QT_TRANSLATE_NOOP("lake", …)
    In in = In::Every; //!< which lakes have it
};

//! All there are, a table before its columns.
[[nodiscard]] std::span<const Meaning> meanings();

//! Translated, or empty where nobody wrote one.
[[nodiscard]] QString meaningOf(const QString &table, const QString &column, Meaning::In in);

} // namespace gauge::lake
