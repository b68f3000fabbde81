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

//! Days from `start` on, up to the day before `end`.
struct DateRange
{
    QDate start;
    QDate end;
    bool operator==(const DateRange &) const = default;
};

//! A period that is told from today, as values of columns of dates may be: `today`, `yesterday`,
//! `last N days|weeks|months|quarters|years` (N is 1 to 9999),
//! `this|last week|month|quarter|year`; in any case. Dates of the service have no zone, and neither has
//! this: today is the date that the caller says.
//!
//! `this` and `last` without a number are whole ones of the calendar; a week begins on Monday (ISO 8601),
//! a quarter in January, April, July and October. `last N …` end with today and hold it: `last 1 days`
//! is today, `last 3 months` on 22 November begin on 23 August.
class RelativePeriod
{
public:
    //! Nothing for a text that is no such period.
    [[nodiscard]] static std::optional<RelativePeriod> parse(const QString &text);

    [[nodiscard]] DateRange on(QDate today) const;

    bool operator==(const RelativePeriod &) const = default;

private:
    enum class Unit { Day, Week, Month, Quarter, Year };
    RelativePeriod(Unit unit, int before, int rolling)
        : m_unit(unit)
        , m_before(before)
        , m_rolling(rolling)
    {}

    Unit m_unit;
    int m_before; //!< whole units before the one that today is in
    int m_rolling; //!< or: so many units up to today; 0: not so
};

} // namespace gauge::query
