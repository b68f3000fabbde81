// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/retrypolicy.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace gauge::net {

using std::chrono::milliseconds;

namespace {

//! RFC 9110, 5.6.7: the date of today and the two obsolete ones that must still be read.
QDateTime parseHttpDate(const QString &text, const QDateTime &now)
{
    const QLocale english = QLocale::c();
    for (const QString &format :
         {QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"), QStringLiteral("ddd MMM d HH:mm:ss yyyy")}) {
        const QDateTime date = english.toDateTime(text.simplified(), format);
        if (date.isValid())
            return {date.date(), date.time(), Qt::UTC};
    }
    // "Sunday, 06-Nov-94 08:49:37 GMT": two digits of a year are the nearest that is not more than
    // fifty years ahead. The week day is skipped, as it was right for one century only.
    const QString dated = text.section(QStringLiteral(", "), 1);
    const QDateTime date = english.toDateTime(dated, QStringLiteral("dd-MMM-yy HH:mm:ss 'GMT'"));
    if (!date.isValid())
        return {};
    const int century = now.date().year() / 100 * 100;
    int year = century + date.date().year() % 100;
    if (year > now.date().year() + 50)
        year -= 100;
    return {QDate(year, date.date().month(), date.date().day()), date.time(), Qt::UTC};
}

} // namespace

std::optional<milliseconds> RetryPolicy::delay(int triesMade, milliseconds spent,
                                               std::optional<milliseconds> retryAfter, double random) const
{
    if (triesMade >= maxTries || spent >= budget)
        return std::nullopt;
    if (retryAfter) {
        if (*retryAfter > budget - spent)
            return std::nullopt;
        return std::max(*retryAfter, milliseconds(0));
    }
    // Full jitter: anywhere between now and the exponential bound, so that clients that failed
    // together do not come back together.
    const double bound
        = std::min(double(cap.count()), double(base.count()) * std::exp2(std::max(triesMade - 1, 0)));
    const milliseconds wait(qint64(bound * std::clamp(random, 0.0, 1.0)));
    if (wait > budget - spent)
        return std::nullopt;
    return wait;
}

bool isRetryableStatus(int status)
{
    return status == 408 || status == 429 || (status >= 500 && status <= 599);
}

bool isRetryableError(const Error &error)
{
    if (error.kind == ErrorKind::Offline || error.kind == ErrorKind::Timeout)
        return true;
    return error.kind == ErrorKind::Protocol && error.detail.startsWith(QLatin1String(incompleteAnswer));
}

std::optional<milliseconds> parseRetryAfter(const QByteArray &value, const QDateTime &now)
{
    const QByteArray text = value.trimmed();
    if (text.isEmpty() || text.size() > 64)
        return std::nullopt;
    if (std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        // A number too large for a day count as well as one of ten years: more than any budget.
        constexpr qint64 tenYears = 315'360'000;
        // More than thirty years is the time itself, in seconds or milliseconds since 1970.
        constexpr qint64 unixTime = 1'000'000'000;
        bool fits = false;
        const qint64 seconds = text.toLongLong(&fits);
        if (!fits || seconds < unixTime)
            return std::chrono::seconds(fits ? std::min(seconds, tenYears) : tenYears);
        const qint64 at = seconds < unixTime * 1000 ? seconds * 1000 : seconds;
        const qint64 wait = std::clamp<qint64>(at - now.toMSecsSinceEpoch(), 0, tenYears * 1000);
        return milliseconds(wait);
    }
    const QDateTime date = parseHttpDate(QString::fromLatin1(text), now);
    if (!date.isValid())
        return std::nullopt;
    return milliseconds(std::max<qint64>(0, now.msecsTo(date)));
}

} // namespace gauge::net
