// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/endofinput.h"

#include <QObject>

#include <cstdio>
#include <thread>

namespace gauge::sandbox {

void whenInputEnds(QObject *context, std::function<void()> then)
{
    // A blocking read in a thread of its own works on every platform and kind of input; a socket
    // notifier does not (files, consoles of Windows). The thread ends with the program.
    std::thread([context, then = std::move(then)] {
        while (std::fgetc(stdin) != EOF) {}
        QMetaObject::invokeMethod(context, then, Qt::QueuedConnection);
    }).detach();
}

} // namespace gauge::sandbox
