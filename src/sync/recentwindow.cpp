// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/recentwindow.h"

#include <algorithm>

namespace gauge::sync {

namespace {

constexpr int wideDays = 35;
constexpr int daysBetweenWide = 5;

QString dayText(const QDate &day)
{
    return day.toString(QStringLiteral("yyyy-MM-dd"));
}

//! Tomorrow where the day begins first. The zone of the customer's system is not known.
QDate lastDay(const QDateTime &now)
{
    constexpr int hoursAhead = 14;
    return now.toUTC().addSecs(hoursAhead * 3600).date().addDays(1);
}

//! \a days before \a time, and one more: west of Greenwich it is still yesterday.
QDate firstDay(const QDateTime &time, int days)
{
    return time.toUTC().date().addDays(-days - 1);
}

//! A feed that was never read again begins with the long window; a clock that was set back must not make it
//! begin in the future.
QDateTime lastRead(const std::optional<lake::WindowRead> &read, const QDateTime &now)
{
    return read && read->readTo.isValid() ? std::min(read->readTo, now) : now;
}

} // namespace

std::optional<RecentWindow> recentWindow(const catalog::Endpoint &feed, const WindowHistory &history,
                                         std::optional<int> recheckDays, const QDateTime &now)
{
    if (feed.recent.field.isEmpty() || recheckDays == 0)
        return std::nullopt;
    RecentWindow window;
    window.isFixed = recheckDays.has_value();
    window.spans = {lake::WindowSpan::Recent};
    QDate first = firstDay(lastRead(history.recent, now), recheckDays.value_or(feed.recent.days));
    const bool isWideDue
        = !history.wide || lastRead(history.wide, now).daysTo(now) >= daysBetweenWide || !history.recent;
    if (!recheckDays && isWideDue) {
        window.spans.push_back(lake::WindowSpan::Long);
        first = std::min(first, firstDay(lastRead(history.wide, now), wideDays));
    }
    const QDate last = lastDay(now);
    window.scope.periodField = feed.recent.field;
    window.scope.periodStart = dayText(first);
    window.scope.periodEnd = dayText(last);
    window.inside = {feed.recent.column, dayText(first.addDays(1)), dayText(last)};
    return window;
}

bool mayWait(const RecentWindow &window, const WindowHistory &history, const QDateTime &now)
{
    constexpr qint64 wait = 6 * 3600;
    const bool isWide
        = std::find(window.spans.begin(), window.spans.end(), lake::WindowSpan::Long) != window.spans.end();
    if (window.isFixed || isWide || !history.recent || history.recent->found > 0)
        return false;
    const qint64 age = history.recent->readTo.secsTo(now);
    return age >= 0 && age < wait;
}

} // namespace gauge::sync
