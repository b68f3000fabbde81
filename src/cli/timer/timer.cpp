// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/timer/timer.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace gauge::cli::timer {

namespace {

constexpr int hour = 60;
constexpr int day = 24 * hour;
constexpr int longest = 28 * day;

} // namespace

Result<Cadence> readCadence(const QString &text)
{
    const QString wanted = text.trimmed();
    if (wanted == QLatin1String("hourly"))
        return Cadence{hour, {}};
    if (wanted == QLatin1String("daily"))
        return Cadence{day, {}};
    bool isNumber = false;
    const int minutes = wanted.toInt(&isNumber);
    if (isNumber && minutes >= 1 && minutes <= longest)
        return Cadence{minutes, {}};
    // Letters for days and zones, digits, and what systemd.time(7) puts between them. A line break
    // would begin another setting.
    static const QRegularExpression calendar(QStringLiteral("\\A[A-Za-z0-9*:/.,~+_ -]{1,200}\\z"));
    if (isNumber || wanted.startsWith(QLatin1Char('-')) || !calendar.match(wanted).hasMatch()) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("cli",
                                                "“%1” is not a time that a timer knows. Possible: hourly, "
                                                "daily, a number of minutes up to %2, or what systemd "
                                                "takes for OnCalendar, such as “Mon..Fri 07:30”.")
                        .arg(wanted.left(60), QString::number(longest)));
    }
    return Cadence{hour, wanted};
}

QString cadenceText(const Cadence &cadence)
{
    if (!cadence.calendar.isEmpty())
        return cadence.calendar;
    if (cadence.minutes == hour)
        return QStringLiteral("hourly");
    return cadence.minutes == day ? QStringLiteral("daily") : QString::number(cadence.minutes);
}

} // namespace gauge::cli::timer
