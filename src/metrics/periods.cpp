// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/periods.h"

namespace gauge::metrics {

using By = lake::Grouping::By;

namespace {

// Day 0 of the Julian calendar was a Monday.
constexpr int daysOfWeek = 7;
constexpr size_t dayLength = 10;

//! Of a year after 0.
QDate firstOfMonth(int months)
{
    return {months / 12, months % 12 + 1, 1};
}

} // namespace

int periodNumber(QDate date, By by)
{
    const int months = 12 * date.year() + date.month() - 1;
    switch (by) {
    case By::Day:
        return int(date.toJulianDay());
    case By::Week:
        return int(date.toJulianDay() / daysOfWeek);
    case By::Quarter:
        return months / 3;
    default:
        return months;
    }
}

query::DateRange periodDays(int number, By by)
{
    switch (by) {
    case By::Day:
        return {QDate::fromJulianDay(number), QDate::fromJulianDay(number + 1)};
    case By::Week:
        return {QDate::fromJulianDay(qint64(number) * daysOfWeek),
                QDate::fromJulianDay(qint64(number + 1) * daysOfWeek)};
    case By::Quarter:
        return {firstOfMonth(3 * number), firstOfMonth(3 * number + 3)};
    default:
        return {firstOfMonth(number), firstOfMonth(number + 1)};
    }
}

int PeriodReader::periodOf(std::string_view date)
{
    const std::string_view day = date.substr(0, dayLength);
    if (const auto known = m_known.find(day); known != m_known.end())
        return known->second;
    const QDate read = QDate::fromString(QString::fromLatin1(day.data(), qsizetype(day.size())), Qt::ISODate);
    const int period = read.isValid() && read.year() > 0 ? periodNumber(read, m_by) : noPeriod;
    constexpr size_t mostDays = 100'000; // whatever else stands there is not worth its memory
    if (m_known.size() < mostDays)
        m_known.emplace(day, period);
    return period;
}

} // namespace gauge::metrics
