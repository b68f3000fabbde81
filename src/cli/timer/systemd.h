// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QObject>
#include <QStringList>

#include <functional>

namespace gauge::cli::timer {

//! How a program ended.
struct Ended
{
    bool started = false; //!< false: it is not on this computer
    int exitCode = -1;
    QString words; //!< what it said on standard error, simplified
};

//! Runs \a program without blocking and tells \a next how it ended, in \a context's thread.
void runProgram(QObject *context, const QString &program, const QStringList &arguments,
                std::function<void(Ended)> next);

//! Runs `systemctl --user` with each of \a calls in turn and stops at the first that fails; the error
//! says that systemd could not be asked. \a next is called once.
void systemctl(QObject *context, const QList<QStringList> &calls, std::function<void(Result<void>)> next);

} // namespace gauge::cli::timer
