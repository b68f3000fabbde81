// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/timer/systemd.h"

#include "cli/timer/timer.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

#include <algorithm>

namespace gauge::cli::timer {

void runProgram(QObject *context, const QString &program, const QStringList &arguments,
                std::function<void(Ended)> next)
{
    const QString found = QStandardPaths::findExecutable(program);
    if (found.isEmpty()) {
        next({false, -1, {}});
        return;
    }
    auto *process = new QProcess(context);
    const auto conclude = [process, next = std::move(next)] {
        process->deleteLater();
        const QString words = QString::fromLocal8Bit(process->readAllStandardError()).simplified();
        const bool normal = process->exitStatus() == QProcess::NormalExit;
        next({true, normal ? process->exitCode() : -1, words});
    };
    QObject::connect(process, &QProcess::finished, context, conclude);
    QObject::connect(process, &QProcess::errorOccurred, context, [conclude](QProcess::ProcessError e) {
        if (e == QProcess::FailedToStart)
            conclude();
    });
    process->setStandardInputFile(QProcess::nullDevice());
    process->start(found, arguments);
}

void systemctl(QObject *context, const QList<QStringList> &calls, std::function<void(Result<void>)> next)
{
    if (calls.isEmpty()) {
        next({});
        return;
    }
    const auto onEnded = [context, rest = calls.mid(1), next](const Ended &ended) {
        if (ended.started && ended.exitCode == 0) {
            systemctl(context, rest, next);
            return;
        }
        next(fail(
            ErrorKind::Storage,
            QCoreApplication::translate("cli",
                                        "systemd could not be asked on this computer, or not from here: it "
                                        "serves the person who is signed in."),
            ended.started ? ended.words : QStringLiteral("systemctl is not there")));
    };
    runProgram(context, QStringLiteral("systemctl"), QStringList{QStringLiteral("--user")} + calls.first(),
               onEnded);
}

namespace {

constexpr int hour = 60;
constexpr int day = 24 * hour;

//! One word of a command line in a unit: systemd.service(5), "Command lines", and the specifiers and
//! variables that it would put in.
QString quotedWord(const QString &word)
{
    QString quoted;
    for (const QChar c : word) {
        if (c == QLatin1Char('"') || c == QLatin1Char('\\'))
            quoted += QLatin1Char('\\');
        else if (c == QLatin1Char('%') || c == QLatin1Char('$'))
            quoted += c;
        if (c == QLatin1Char('\n'))
            quoted += QStringLiteral("\\n");
        else if (c == QLatin1Char('\r'))
            quoted += QStringLiteral("\\r");
        else
            quoted += c;
    }
    return QLatin1Char('"') + quoted + QLatin1Char('"');
}

//! A text of one line for people.
QString plainText(QString text)
{
    return text.simplified().replace(QLatin1Char('%'), QStringLiteral("%%"));
}

//! Clock times where the minutes divide an hour or a day, since only these are caught up after the
//! computer was off; other spans are counted from the last run.
QString triggerOf(const Cadence &cadence)
{
    const int minutes = cadence.minutes;
    if (!cadence.calendar.isEmpty())
        return QStringLiteral("OnCalendar=%1\n").arg(cadence.calendar);
    if (minutes == hour)
        return QStringLiteral("OnCalendar=hourly\n");
    if (minutes == day)
        return QStringLiteral("OnCalendar=daily\n");
    if (minutes < hour && hour % minutes == 0)
        return QStringLiteral("OnCalendar=*:0/%1\n").arg(minutes);
    if (minutes % hour == 0 && day % minutes == 0)
        return QStringLiteral("OnCalendar=0/%1:00\n").arg(minutes / hour);
    return QStringLiteral("OnActiveSec=%1min\nOnUnitActiveSec=%1min\n").arg(minutes);
}

//! Spreads the calls of many computers, by a tenth of the span and never more than ten minutes.
int delaySeconds(const Cadence &cadence)
{
    constexpr int secondsAMinute = 60;
    constexpr int tenth = 10;
    constexpr int most = 600;
    return std::min(cadence.minutes * secondsAMinute / tenth, most);
}

} // namespace

QString systemdUnit(const QString &connectionId)
{
    return QStringLiteral("gaugedesk-sync-") + connectionId;
}

std::vector<File> systemdFiles(const Plan &plan)
{
    const QString unit = systemdUnit(plan.connectionId);
    const QString title = QStringLiteral("GaugeDesk: sync of ") + plainText(plan.connectionName);
    QStringList words;
    for (const QString &word : plan.command)
        words.append(quotedWord(word));
    // 6: another process syncs this connection already, which serves as well.
    const QString service = QStringLiteral("# Made by gaugedesk-cli schedule.\n"
                                           "[Unit]\n"
                                           "Description=%1\n"
                                           "\n"
                                           "[Service]\n"
                                           "Type=oneshot\n"
                                           "ExecStart=%2\n"
                                           "SuccessExitStatus=6\n"
                                           "Nice=10\n")
                                .arg(title, words.join(QLatin1Char(' ')));
    const QString timer = QStringLiteral("# Made by gaugedesk-cli schedule.\n"
                                         "[Unit]\n"
                                         "Description=%1\n"
                                         "\n"
                                         "[Timer]\n"
                                         "%2"
                                         "Persistent=true\n"
                                         "RandomizedDelaySec=%3\n"
                                         "\n"
                                         "[Install]\n"
                                         "WantedBy=timers.target\n"
                                         "\n"
                                         "[X-GaugeDesk]\n"
                                         "Every=%4\n")
                              .arg(title, triggerOf(plan.cadence),
                                   QString::number(delaySeconds(plan.cadence)), cadenceText(plan.cadence));
    return {{unit + QStringLiteral(".service"), service.toUtf8()},
            {unit + QStringLiteral(".timer"), timer.toUtf8()}};
}

std::optional<QString> systemdCadence(const QByteArray &timer)
{
    static const QRegularExpression every(QStringLiteral("^Every=(.*)$"),
                                          QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = every.match(QString::fromUtf8(timer));
    return match.hasMatch() ? std::optional(match.captured(1)) : std::nullopt;
}

} // namespace gauge::cli::timer
