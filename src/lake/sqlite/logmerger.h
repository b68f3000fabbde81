// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#include <condition_variable>
#include <mutex>
#include <thread>

struct sqlite3;

namespace gauge::lake {

//! Merges the write-ahead log of a lake into its file while the writer goes on writing: a merge waits
//! for the disk twice, which took a fifth of a first sync's time in the writer's own thread. Needs no
//! care when it fails: the log stays the truth, and the writer merges it when it grows too long.
class WalCheckpointer
{
public:
    //! From now on the writer of \a handle leaves the merging to this, up to a bound.
    WalCheckpointer(sqlite3 *handle, const QString &path);
    ~WalCheckpointer();
    Q_DISABLE_COPY_MOVE(WalCheckpointer)

private:
    static int committed(void *self, sqlite3 *handle, const char *database, int pages);
    void wake();
    void work(const std::stop_token &stop);

    sqlite3 *m_writer;
    const std::string m_path;
    std::mutex m_mutex;
    std::condition_variable_any m_wanted;
    bool m_merge = false;
    std::jthread m_thread; //!< last: it uses the others
};

} // namespace gauge::lake
