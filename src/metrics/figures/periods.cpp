// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/figures/periods.h"

#include "catalog/computed.h"

#include <cstring>

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
    if (date.size() < dayLength)
        return noPeriod;
    Day day;
    std::memcpy(&day.yearAndMonth, date.data(), sizeof day.yearAndMonth);
    std::memcpy(&day.day, date.data() + sizeof day.yearAndMonth, sizeof day.day);
    constexpr quint64 mixer = 0x9e3779b97f4a7c15; // spreads what differs in a few bits
    Day &known = m_known[((day.yearAndMonth ^ (quint64(day.day) << 20)) * mixer) >> 54];
    if (known.yearAndMonth == day.yearAndMonth && known.day == day.day)
        return known.period;
    const QDate read = QDate::fromString(QString::fromLatin1(date.data(), qsizetype(dayLength)), Qt::ISODate);
    day.period = read.isValid() && read.year() > 0 ? periodNumber(read, m_by) : noPeriod;
    known = day;
    return day.period;
}

QString ProvisionalWindow::since() const
{
    if (hours <= 0 || !clock)
        return {};
    return clock->now()
        .toLocalTime()
        .addSecs(qint64(-3600) * hours)
        .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

bool ProvisionalWindow::isProvisional(const QString &sent) const
{
    const QString from = since();
    return !from.isEmpty() && sent > from && sent < QLatin1String(endOfDates);
}

query::Query ProvisionalWindow::provisional(query::Query query) const
{
    using query::Operator;
    const QString column = QString::fromLatin1(catalog::sentName);
    const QString from = since();
    query.where.emplace_back(column, Operator::Greater,
                             QStringList(from.isEmpty() ? QString::fromLatin1(endOfDates) : from));
    query.where.emplace_back(column, Operator::Less, QStringList(QString::fromLatin1(endOfDates)));
    return query;
}

} // namespace gauge::metrics
