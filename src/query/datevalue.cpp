// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/datevalue.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QStringList>
#include <QTimeZone>

#include <algorithm>
#include <array>

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

namespace {

QStringList wordsOf(const QString &text)
{
    // Longer texts are none, and values may be megabytes.
    constexpr qsizetype longest = 40;
    if (text.size() > longest)
        return {};
    return text.toLower().simplified().split(QLatin1Char(' '));
}

} // namespace

std::optional<RelativePeriod> RelativePeriod::parse(const QString &text)
{
    const QStringList words = wordsOf(text);
    if (words.size() == 1) {
        if (words[0] == QLatin1String("today"))
            return RelativePeriod(Unit::Day, 0, 0);
        if (words[0] == QLatin1String("yesterday"))
            return RelativePeriod(Unit::Day, 1, 0);
    }
    if (words.size() < 2 || words.size() > 3)
        return std::nullopt;
    static const std::array names{QLatin1String("day"), QLatin1String("week"), QLatin1String("month"),
                                  QLatin1String("quarter"), QLatin1String("year")};
    QString name = words.back();
    if (words.size() == 3 && name.endsWith(QLatin1Char('s')))
        name.chop(1);
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return std::nullopt;
    const auto unit = Unit(found - names.begin());
    const bool isLast = words[0] == QLatin1String("last");
    if (words.size() == 2) {
        // "this day" and "last day" have words of their own, and the latter could mean two things.
        if (unit == Unit::Day || (!isLast && words[0] != QLatin1String("this")))
            return std::nullopt;
        return RelativePeriod(unit, isLast ? 1 : 0, 0);
    }
    constexpr int most = 9999;
    bool isNumber = false;
    const int count = words[1].toInt(&isNumber);
    const bool digits = std::all_of(words[1].begin(), words[1].end(),
                                    [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
    if (!isLast || !isNumber || !digits || count < 1 || count > most)
        return std::nullopt;
    return RelativePeriod(unit, 0, count);
}

DateRange RelativePeriod::on(QDate today) const
{
    const auto moved = [this](QDate from, int units) {
        switch (m_unit) {
        case Unit::Day:
            return from.addDays(units);
        case Unit::Week:
            return from.addDays(7 * qint64(units));
        case Unit::Month:
            return from.addMonths(units);
        case Unit::Quarter:
            return from.addMonths(3 * units);
        case Unit::Year:
            break;
        }
        return from.addYears(units);
    };
    if (m_rolling > 0) {
        const QDate tomorrow = today.addDays(1);
        // Before the first year there is nothing, and four digits would not write it.
        const QDate start = moved(tomorrow, -m_rolling);
        return {start.isValid() && start.year() >= 1 ? start : QDate(1, 1, 1), tomorrow};
    }
    QDate start = today;
    if (m_unit == Unit::Week)
        start = today.addDays(1 - today.dayOfWeek());
    else if (m_unit == Unit::Month)
        start = QDate(today.year(), today.month(), 1);
    else if (m_unit == Unit::Quarter)
        start = QDate(today.year(), (today.month() - 1) / 3 * 3 + 1, 1);
    else if (m_unit == Unit::Year)
        start = QDate(today.year(), 1, 1);
    start = moved(start, -m_before);
    return {start, moved(start, 1)};
}

} // namespace gauge::query
