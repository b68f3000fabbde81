// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace gauge::query {

//! The dates that a value of a filter means, as the lake stores dates: texts from `from` on and less than
//! `before`. Texts of the form "yyyy-MM-dd HH:mm:ss" compare as the moments that they name.
struct DateTexts
{
    QString from;
    QString before;
    bool operator==(const DateTexts &) const = default;
};

//! Reads a value of a date column: a year (`2026`), a month (`2026-03`), a day (`2026-03-31`), an hour, a
//! minute or a second (`2026-03-31 10:30`, or with `T` between date and time), or a RelativePeriod counted
//! from \a today. A value is the whole of what it names: `2026-03-31` is all of that day. Also reads
//! `0000-00-00`, with or without a time, which some systems store instead of an empty date.
//! Returns nothing for a text that is not a valid date, and for a relative one while \a today is invalid.
[[nodiscard]] std::optional<DateTexts> dateTexts(const QString &text, QDate today);

} // namespace gauge::query
