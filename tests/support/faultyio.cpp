// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into a program (LD_PRELOAD), makes its writes to some files fail:
//   GAUGE_FAULT_PATH   files whose path contains this
//   GAUGE_FAULT_AT     the number of the first write, sync or resize that fails, from 1
//   GAUGE_FAULT_ERRNO  with this error: EIO (5) fails that one, ENOSPC (28) all from there on
//   GAUGE_FAULT_COUNT  a file that gets the number of calls at the end
#include <dlfcn.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

namespace {

std::atomic<long> calls{0};

long number(const char *variable)
{
    const char *text = std::getenv(variable);
    return text ? std::atol(text) : 0;
}

bool concerns(int file)
{
    const char *wanted = std::getenv("GAUGE_FAULT_PATH");
    if (!wanted)
        return false;
    char path[4096];
    const std::string link = "/proc/self/fd/" + std::to_string(file);
    const ssize_t length = readlink(link.c_str(), path, sizeof path);
    return length > 0
        && std::string_view(path, static_cast<std::size_t>(length)).find(wanted) != std::string_view::npos;
}

//! Counts the call; true: it must fail, and errno says why.
bool fails(int file)
{
    if (!concerns(file))
        return false;
    const long call = ++calls;
    const long first = number("GAUGE_FAULT_AT");
    const int error = static_cast<int>(number("GAUGE_FAULT_ERRNO"));
    if (first == 0 || (error == ENOSPC ? call < first : call != first))
        return false;
    errno = error;
    return true;
}

template <typename Function>
Function *real(Function *, const char *name)
{
    void *found = dlsym(RTLD_NEXT, name);
    Function *function = nullptr;
    std::memcpy(&function, &found, sizeof function);
    return function;
}

struct Report
{
    ~Report()
    {
        const char *path = std::getenv("GAUGE_FAULT_COUNT");
        if (std::FILE *file = path ? std::fopen(path, "w") : nullptr) {
            std::fprintf(file, "%ld\n", calls.load());
            std::fclose(file);
        }
    }
} report;

} // namespace

#define GAUGE_REPLACED(name, declaration, arguments, result)                                                 \
    extern "C" result name declaration                                                                       \
    {                                                                                                        \
        static auto *const original = real(static_cast<result(*) declaration>(nullptr), #name);              \
        return fails(file) ? static_cast<result>(-1) : original arguments;                                   \
    }

GAUGE_REPLACED(write, (int file, const void *data, size_t size), (file, data, size), ssize_t)
GAUGE_REPLACED(pwrite, (int file, const void *data, size_t size, off_t at), (file, data, size, at), ssize_t)
GAUGE_REPLACED(pwrite64, (int file, const void *data, size_t size, off64_t at), (file, data, size, at),
               ssize_t)
GAUGE_REPLACED(fsync, (int file), (file), int)
GAUGE_REPLACED(fdatasync, (int file), (file), int)
GAUGE_REPLACED(ftruncate, (int file, off_t size), (file, size), int)
GAUGE_REPLACED(ftruncate64, (int file, off64_t size), (file, size), int)
