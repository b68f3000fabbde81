// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/datevalue.h"

#include "query/relativeperiod.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

namespace gauge::query {

namespace {

QString dayText(QDate day)
{
    // Five digits would compare as less than four; a colon follows the digits.
    return day.year() > 9999 ? QStringLiteral(":") : day.toString(Qt::ISODate);
}

QString secondText(const QDateTime &moment)
{
    return moment.date().year() > 9999 ? QStringLiteral(":")
                                       : moment.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

DateTexts textsOf(const DateRange &days)
{
    return {dayText(days.start), dayText(days.end)};
}

//! The hour, minute or second that \a parts name, of \a day.
std::optional<DateTexts> timeTexts(QDate day, const QRegularExpressionMatch &parts)
{
    const int hour = parts.captured(QStringLiteral("hour")).toInt();
    const QString minute = parts.captured(QStringLiteral("minute"));
    const QString second = parts.captured(QStringLiteral("second"));
    const QTime time(hour, minute.toInt(), second.toInt());
    if (!time.isValid())
        return std::nullopt;
    // The zone is unknown, so every day has 24 hours.
    const QDateTime start(day, time, Qt::UTC);
    const int seconds = minute.isEmpty() ? 3600 : second.isEmpty() ? 60 : 1;
    return DateTexts{secondText(start), secondText(start.addSecs(seconds))};
}

std::optional<DateTexts> calendarTexts(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("\\A(?<year>\\d{4})(-(?<month>\\d{2})(-(?<day>\\d{2})([ T](?<hour>\\d{2})(:(?<minute>"
                       "\\d{2})(:(?<second>\\d{2})(\\.\\d+)?)?)?)?)?)?\\z"));
    const QRegularExpressionMatch parts = form.match(text);
    if (!parts.hasMatch())
        return std::nullopt;
    const QString month = parts.captured(QStringLiteral("month"));
    const QString day = parts.captured(QStringLiteral("day"));
    const QDate start(parts.captured(QStringLiteral("year")).toInt(), month.isEmpty() ? 1 : month.toInt(),
                      day.isEmpty() ? 1 : day.toInt());
    if (!start.isValid())
        return std::nullopt;
    if (month.isEmpty())
        return textsOf({start, start.addYears(1)});
    if (day.isEmpty())
        return textsOf({start, start.addMonths(1)});
    if (parts.captured(QStringLiteral("hour")).isEmpty())
        return textsOf({start, start.addDays(1)});
    return timeTexts(start, parts);
}

} // namespace

std::optional<DateTexts> dateTexts(const QString &text, QDate today)
{
    constexpr qsizetype longest = 40; // values may be megabytes
    if (text.size() > longest)
        return std::nullopt;
    const QString trimmed = text.trimmed();
    if (trimmed == QLatin1String("0000-00-00") || trimmed == QLatin1String("0000-00-00 00:00:00"))
        return DateTexts{trimmed, QStringLiteral("0000-00-01")};
    if (const auto texts = calendarTexts(trimmed))
        return texts;
    const auto relative = RelativePeriod::parse(trimmed);
    return relative && today.isValid() ? std::optional(textsOf(relative->on(today))) : std::nullopt;
}

} // namespace gauge::query
