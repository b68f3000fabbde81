// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/timer/systemctl.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>

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

} // namespace gauge::cli::timer
