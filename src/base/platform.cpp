// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/platform.h"

#include <QDir>
#include <QSocketNotifier>
#include <QStorageInfo>

#include <utility>
#include <vector>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <cerrno>
#include <csignal>
#include <pthread.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>
#endif

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace gauge::platform {

namespace {

tl::unexpected<Error> cannotWrite(const QString &path, const QString &reason)
{
    return fail(ErrorKind::Storage,
                QCoreApplication::translate("gauge",
                                            "Cannot write %1. Check that the folder exists, has free "
                                            "space and belongs to you.")
                    .arg(QDir::toNativeSeparators(path)),
                reason);
}

} // namespace

Result<void> makePrivateFolder(const QString &path)
{
    const QString folder = QDir::cleanPath(QDir::current().absoluteFilePath(path));
    if (QFileInfo(folder).isDir())
        return {};
    const QString parent = QFileInfo(folder).path();
    if (parent == folder)
        return cannotWrite(folder, QStringLiteral("no such root"));
    GAUGE_CHECK(makePrivateFolder(parent));
#ifdef Q_OS_WIN
    const bool made = QDir().mkdir(folder);
#else
    const bool made = ::mkdir(QFile::encodeName(folder).constData(), 0700) == 0;
#endif
    // Another process may have made it meanwhile.
    return made || QFileInfo(folder).isDir() ? Result<void>()
                                             : cannotWrite(folder, QStringLiteral("mkdir failed"));
}

Result<void> makePrivateFile(const QString &path)
{
    QFile file(path);
    // Not made: it was there before, or another process has just made it.
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)
        || QFile::exists(path))
        return {};
    return cannotWrite(path, file.errorString());
}

#ifdef Q_OS_WIN

Control controlOf(const QString &)
{
    return Control::Ours;
}

bool isStandardStream(const QString &)
{
    return false;
}

#else

Control controlOf(const QString &path)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return Control::Ours;
    if (status.st_uid != 0 && status.st_uid != ::geteuid())
        return Control::AnotherOwner;
    return (status.st_mode & (S_IWGRP | S_IWOTH)) == 0 ? Control::Ours : Control::Others;
}

bool isStandardStream(const QString &path)
{
    struct stat target = {};
    if (::stat(QFile::encodeName(path).constData(), &target) != 0)
        return false;
    for (int stream = 0; stream <= 2; ++stream) {
        struct stat open = {};
        if (::fstat(stream, &open) == 0 && open.st_dev == target.st_dev && open.st_ino == target.st_ino)
            return true;
    }
    return false;
}

#endif

void forbidCoreDumps()
{
#ifndef Q_OS_WIN
    rlimit limit = {};
    if (::getrlimit(RLIMIT_CORE, &limit) == 0) {
        limit.rlim_cur = 0;
        ::setrlimit(RLIMIT_CORE, &limit);
    }
#endif
#ifdef Q_OS_LINUX
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); // which also counts where a program takes core dumps
#endif
}

bool processExists(qint64 processId)
{
    if (processId <= 0)
        return false;
#ifdef Q_OS_WIN
    HANDLE process = OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, DWORD(processId));
    if (!process)
        return false;
    DWORD code = 0;
    const bool running = GetExitCodeProcess(process, &code) && code == STILL_ACTIVE;
    CloseHandle(process);
    return running;
#else
    return ::kill(pid_t(processId), 0) == 0 || errno == EPERM;
#endif
}

bool syncToDisk(const QFile &file)
{
#ifdef Q_OS_WIN
    return ::_commit(file.handle()) == 0;
#else
    // Some file systems have no such call; that is no error of the file.
    return ::fsync(file.handle()) == 0 || errno == EINVAL || errno == ENOTSUP;
#endif
}

void lowerThreadPriority()
{
    thread_local bool done = false;
    if (std::exchange(done, true))
        return;
#if defined(Q_OS_WIN)
    SetThreadPriority(GetCurrentThread(), THREAD_PRIORITY_BELOW_NORMAL);
#elif defined(Q_OS_LINUX)
    // Of a thread on Linux, although POSIX says "process".
    constexpr int lower = 5;
    setpriority(PRIO_PROCESS, id_t(gettid()), lower);
#elif defined(Q_OS_MACOS)
    pthread_set_qos_class_self_np(QOS_CLASS_UTILITY, 0);
#endif
}

bool isNetworkFileSystem(const QString &path)
{
    const QByteArray type = QStorageInfo(path).fileSystemType().toLower();
    for (const char *known : {"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "webdav", "9p",
                              "fuse.sshfs", "sshfs", "davfs", "afs", "ncpfs"}) {
        if (type == known)
            return true;
    }
    return false;
}

#ifdef Q_OS_WIN

bool isTerminal(std::FILE *stream)
{
    return ::_isatty(::_fileno(stream)) != 0;
}

struct HiddenInput::Private
{
    HANDLE console = GetStdHandle(STD_INPUT_HANDLE);
    DWORD before = 0;
    bool changed
        = GetConsoleMode(console, &before) && SetConsoleMode(console, before & ~DWORD(ENABLE_ECHO_INPUT));
};

HiddenInput::HiddenInput()
    : d(std::make_unique<Private>())
{}

HiddenInput::~HiddenInput()
{
    if (d->changed)
        SetConsoleMode(d->console, d->before);
}

void handleInterrupt(std::function<void()> onInterrupt)
{
    static std::function<void()> handler;
    handler = std::move(onInterrupt);
    SetConsoleCtrlHandler(
        [](DWORD) -> BOOL {
            QMetaObject::invokeMethod(
                qApp, [] { handler(); }, Qt::QueuedConnection);
            return TRUE;
        },
        TRUE);
}

#else

namespace {

int signalPipe[2] = {-1, -1};

void onSignal(int)
{
    const char byte = 1;
    // Only async-signal-safe calls here; a full pipe already holds the news.
    [[maybe_unused]] const auto written = ::write(signalPipe[0], &byte, sizeof byte);
}

} // namespace

bool isTerminal(std::FILE *stream)
{
    return ::isatty(::fileno(stream)) == 1;
}

namespace {

termios terminalBefore{};

void restoreTerminalAndLeave(int signal)
{
    // tcsetattr, signal and raise are async-signal-safe.
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &terminalBefore);
    std::signal(signal, SIG_DFL);
    ::raise(signal);
}

} // namespace

struct HiddenInput::Private
{
    bool changed = false;
    std::vector<std::pair<int, void (*)(int)>> handlers;
};

HiddenInput::HiddenInput()
    : d(std::make_unique<Private>())
{
    if (::tcgetattr(STDIN_FILENO, &terminalBefore) != 0)
        return;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT})
        d->handlers.emplace_back(signal, std::signal(signal, restoreTerminalAndLeave));
    termios hidden = terminalBefore;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    d->changed = ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0;
}

HiddenInput::~HiddenInput()
{
    if (d->changed)
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &terminalBefore);
    for (const auto &[signal, handler] : d->handlers)
        std::signal(signal, handler);
}

void handleInterrupt(std::function<void()> onInterrupt)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, signalPipe) != 0)
        return;
    auto *notifier = new QSocketNotifier(signalPipe[1], QSocketNotifier::Read, qApp);
    QObject::connect(notifier, &QSocketNotifier::activated, qApp, [handler = std::move(onInterrupt)] {
        char byte = 0;
        [[maybe_unused]] const auto taken = ::read(signalPipe[1], &byte, sizeof byte);
        handler();
    });
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
    // The terminal or the connection to it is gone. nohup has it ignored, and that stays.
    struct sigaction hangUp = {};
    if (::sigaction(SIGHUP, nullptr, &hangUp) == 0 && hangUp.sa_handler != SIG_IGN)
        std::signal(SIGHUP, onSignal);
}

#endif

} // namespace gauge::platform
