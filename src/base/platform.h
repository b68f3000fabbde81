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

//! Makes the folders of \a path that are missing, each for its owner alone (0700, as the XDG Base Directory
//! Specification asks for). A folder that is there keeps its mode. Fails with Storage.
[[nodiscard]] Result<void> makePrivateFolder(const QString &path);

//! Makes an empty file for its owner alone (0600). A file that is there keeps its mode. Fails with Storage.
[[nodiscard]] Result<void> makePrivateFile(const QString &path);

//! Who can change a file or folder, or what is in a folder.
enum class Control {
    Ours, //!< this user and root
    AnotherOwner,
    Others, //!< its group or everybody can write to it
};
//! Reads owner and mode of what \a path leads to; Ours where nothing is there. Always Ours on Windows, where
//! folders of a profile inherit rights for their owner alone.
[[nodiscard]] Control controlOf(const QString &path);

//! Whether \a path leads to the file, pipe or device that one of the standard streams has open.
[[nodiscard]] bool isStandardStream(const QString &path);

//! Keeps the memory of this process, which holds secrets and records, out of files: no core dump is written
//! or handed to a crash reporter, and no other program of the same user can read it (PR_SET_DUMPABLE on
//! Linux). Call it once, first in main(). The limit of a core dump is 0 for child processes, too.
void forbidCoreDumps();

//! Waits until what was written to \a file, which is open and flushed, is on the disk.
[[nodiscard]] bool syncToDisk(const QFile &file);

//! The calling thread gives way to the others of this program (and of this machine) from now on, so
//! that a window stays quick while all processors work. Does nothing where the system has no such thing.
void lowerThreadPriority();

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
