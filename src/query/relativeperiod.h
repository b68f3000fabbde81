// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace gauge::query {

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
