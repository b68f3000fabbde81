// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QFile>
#include <QString>

#include <cstdio>
#include <functional>
#include <memory>

//! What differs between operating systems, and nothing else.
namespace gauge::platform {

//! Makes \a path and its parents; the folder itself is readable by its owner alone (0700).
[[nodiscard]] Result<void> makePrivateFolder(const QString &path);

//! Makes an empty file readable by its owner alone (0600), or tightens an existing one.
[[nodiscard]] Result<void> makePrivateFile(const QString &path);

//! Waits until what was written to \a file, which is open and flushed, is on the disk.
[[nodiscard]] bool syncToDisk(const QFile &file);

//! The calling thread gives way to the others of this program (and of this machine) from now on, so
//! that a window stays quick while all processors work. Does nothing where the system has no such thing.
void giveWay();

//! Whether a process with this id exists on this machine.
[[nodiscard]] bool processExists(qint64 processId);

//! Whether \a path lies on a network file system, where SQLite's write-ahead log is not safe.
[[nodiscard]] bool isNetworkFileSystem(const QString &path);

//! `onInterrupt` is called in the main thread's event loop on Ctrl+C, a polite request to end, or
//! when the terminal is closed (SIGHUP, unless the program was started with it ignored).
void handleInterrupt(std::function<void()> onInterrupt);

//! Whether \a stream shows at a terminal, rather than going to a file or pipe.
[[nodiscard]] bool isTerminal(std::FILE *stream);

//! While it lives, what is typed at the terminal of standard input is not shown. A signal that ends
//! the program meanwhile does so with the terminal as it was before.
class HiddenInput
{
public:
    HiddenInput();
    ~HiddenInput();
    Q_DISABLE_COPY_MOVE(HiddenInput)

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gauge::platform
