// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/file/dateformat.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace gauge::upload {

namespace {

using catalog::ValueType;

constexpr int firstYear = 1900;
// A number is taken for days from 1950 to 2100 only: others are amounts, or numbers of accounts.
constexpr int firstSerialYear = 1950;
constexpr int lastSerialYear = 2100;

struct Moment
{
    QDate date;
    std::optional<QTime> time;
};

//! "10:30", "1:05:09 PM". Nothing for a time that does not exist.
std::optional<QTime> timeOf(const QString &text)
{
    static const QRegularExpression expression(
        QStringLiteral("^(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?(?: ?([AaPp])[Mm])?$"));
    const QRegularExpressionMatch match = expression.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    int hour = match.captured(1).toInt();
    if (const QString half = match.captured(4).toUpper(); !half.isEmpty()) {
        if (hour < 1 || hour > 12)
            return std::nullopt;
        hour = hour % 12 + (half == QLatin1String("P") ? 12 : 0);
    }
    const QTime time(hour, match.captured(2).toInt(), match.captured(3).toInt());
    return time.isValid() ? std::optional(time) : std::nullopt;
}

//! Dots stand for day, month, year everywhere; other signs for either order.
QDate dateOf(const QString &text, DateFormat format)
{
    static const QRegularExpression expression(
        QStringLiteral("^(?:(\\d{1,4})([./-])(\\d{1,2})\\2(\\d{1,4})|(\\d{4})(\\d{2})(\\d{2}))$"));
    const QRegularExpressionMatch match = expression.match(text);
    if (!match.hasMatch())
        return {};
    const auto part = [&match](int number) { return match.captured(number); };
    const auto date = [](const QString &year, const QString &month, const QString &day) {
        const bool isLike = year.size() == 4 && year.toInt() >= firstYear && day.size() <= 2;
        return isLike ? QDate(year.toInt(), month.toInt(), day.toInt()) : QDate();
    };
    const bool hasDots = part(2) == QLatin1String(".");
    switch (format) {
    case DateFormat::DayMonthYear:
        return date(part(4), part(3), part(1));
    case DateFormat::MonthDayYear:
        return hasDots ? QDate() : date(part(4), part(1), part(3));
    case DateFormat::YearMonthDay:
        return part(5).isEmpty() ? date(part(1), part(3), part(4)) : date(part(5), part(6), part(7));
    default:
        return {};
    }
}

std::optional<Moment> calendarMoment(const QString &value, DateFormat format)
{
    const auto isBetween = [](QChar c) { return c == QLatin1Char(' ') || c == QLatin1Char('T'); };
    const auto between = std::find_if(value.cbegin(), value.cend(), isBetween);
    const qsizetype length = between - value.cbegin();
    Moment moment{dateOf(value.left(length), format), {}};
    if (!moment.date.isValid())
        return std::nullopt;
    if (between != value.cend()) {
        moment.time = timeOf(value.mid(length + 1).trimmed());
        if (!moment.time)
            return std::nullopt;
    }
    return moment;
}

std::optional<Moment> serialMoment(const QString &value, QDate start)
{
    const bool isPlain = !value.isEmpty() && std::all_of(value.cbegin(), value.cend(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || c == u'.';
    });
    bool ok = isPlain;
    const double days = isPlain ? value.toDouble(&ok) : 0;
    constexpr qint64 secondsOfDay = 86'400;
    constexpr double most = 100'000;
    if (!ok || days > most)
        return std::nullopt;
    const qint64 seconds = std::llround(days * double(secondsOfDay));
    const QDate date = start.addDays(seconds / secondsOfDay);
    if (date.year() < firstSerialYear || date.year() > lastSerialYear)
        return std::nullopt;
    const auto ofDay = int(seconds % secondsOfDay);
    return Moment{date, ofDay > 0 ? std::optional(QTime(0, 0).addSecs(ofDay)) : std::nullopt};
}

std::optional<Moment> momentOf(const QString &value, DateFormat format)
{
    switch (format) {
    case DateFormat::AsWritten:
        return std::nullopt;
    case DateFormat::Days1900: // its 1900 has a 29 February, so days count from the 30th
        return serialMoment(value, QDate(1899, 12, 30));
    case DateFormat::Days1904:
        return serialMoment(value, QDate(1904, 1, 1));
    default:
        return calendarMoment(value, format);
    }
}

} // namespace

std::optional<QString> convertedDate(const QString &value, DateFormat format, ValueType type)
{
    const std::optional<Moment> moment = momentOf(value, format);
    if (!moment)
        return std::nullopt;
    const QString date = moment->date.toString(Qt::ISODate);
    if (!moment->time && type != ValueType::DateTime)
        return date;
    return QString(date + QLatin1Char(' ')
                   + moment->time.value_or(QTime(0, 0)).toString(QStringLiteral("HH:mm:ss")));
}

std::vector<DateFormat> dateFormatsOf(const QString &value)
{
    std::vector<DateFormat> formats;
    std::copy_if(allDateFormats().begin(), allDateFormats().end(), std::back_inserter(formats),
                 [&value](DateFormat format) { return momentOf(value, format).has_value(); });
    return formats;
}

const std::vector<DateFormat> &allDateFormats()
{
    static const std::vector<DateFormat> formats{DateFormat::DayMonthYear, DateFormat::MonthDayYear,
                                                 DateFormat::YearMonthDay, DateFormat::Days1900,
                                                 DateFormat::Days1904,     DateFormat::AsWritten};
    return formats;
}

QString dateFormatName(DateFormat format)
{
    switch (format) {
    case DateFormat::AsWritten:
        break;
    case DateFormat::DayMonthYear:
        return QStringLiteral("dmy");
    case DateFormat::MonthDayYear:
        return QStringLiteral("mdy");
    case DateFormat::YearMonthDay:
        return QStringLiteral("ymd");
    case DateFormat::Days1900:
        return QStringLiteral("excel");
    case DateFormat::Days1904:
        return QStringLiteral("excel1904");
    }
    return QStringLiteral("as-written");
}

Result<DateFormats> parseDateFormats(const QStringList &texts, const QStringList &headings)
{
    DateFormats formats;
    QStringList names;
    for (const DateFormat format : allDateFormats())
        names.append(dateFormatName(format));
    for (const QString &text : texts) {
        const qsizetype equals = text.lastIndexOf(QLatin1Char('='));
        const qsizetype named = names.indexOf(text.mid(equals + 1).trimmed().toLower());
        if (equals <= 0 || named < 0) {
            return fail(ErrorKind::Input,
                        QCoreApplication::translate("upload",
                                                    "“%1” does not say how dates are written. Write "
                                                    "Heading=format with one of these formats: %2.")
                            .arg(text, names.join(QStringLiteral(", "))));
        }
        const QString heading = text.left(equals);
        if (!headings.contains(heading)) {
            return fail(ErrorKind::Input,
                        QCoreApplication::translate("upload",
                                                    "No dates are sent under the heading “%1”. Headings for "
                                                    "dates: %2. Another one needs the type “Date” in its "
                                                    "configuration.")
                            .arg(heading, headings.join(QStringLiteral(", "))));
        }
        formats.insert(heading, allDateFormats()[std::size_t(named)]);
    }
    return formats;
}

std::optional<DateFormat> DateColumn::certain() const
{
    return possible.size() == 1 ? std::optional(possible.front()) : std::nullopt;
}

QString DateColumn::example(DateFormat written) const
{
    return convertedDate(value, written, type).value_or(value);
}

} // namespace gauge::upload
