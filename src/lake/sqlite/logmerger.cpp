// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/sqlite/logmerger.h"

#include "base/log.h"
#include "base/platform.h"

#include <sqlite3.h>

namespace gauge::lake {

namespace {

//! Pages of 16 KB: 32 MB between two merges, and 512 MB of log when merging cannot keep up.
constexpr int pagesPerMerge = 2048;
constexpr int mostPages = 32768;

} // namespace

WalCheckpointer::WalCheckpointer(sqlite3 *handle, const QString &path)
    : m_writer(handle)
    , m_path(path.toStdString())
{
    sqlite3_wal_hook(m_writer, &WalCheckpointer::committed, this);
    m_thread = std::jthread([this](const std::stop_token &stop) { work(stop); });
}

WalCheckpointer::~WalCheckpointer()
{
    sqlite3_wal_hook(m_writer, nullptr, nullptr);
}

int WalCheckpointer::committed(void *self, sqlite3 *handle, const char *database, int pages)
{
    if (pages >= pagesPerMerge)
        static_cast<WalCheckpointer *>(self)->wake();
    // Errors are none of this commit's, which is done: as in SQLite's own hook.
    if (pages >= mostPages)
        sqlite3_wal_checkpoint_v2(handle, database, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    return SQLITE_OK;
}

void WalCheckpointer::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_merge = true;
    }
    m_wanted.notify_one();
}

void WalCheckpointer::work(const std::stop_token &stop)
{
    platform::lowerThreadPriority();
    sqlite3 *handle = nullptr;
    while (true) {
        {
            std::unique_lock lock(m_mutex);
            if (!m_wanted.wait(lock, stop, [this] { return m_merge; }))
                break;
            m_merge = false;
        }
        if (!handle
            && sqlite3_open_v2(m_path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr)
                != SQLITE_OK) {
            qCInfo(logLake) << "the log is merged by the writer:" << sqlite3_errmsg(handle);
            break;
        }
        // Busy or a full disk: the writer meets it, too, and has words for it.
        sqlite3_wal_checkpoint_v2(handle, "main", SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    }
    sqlite3_close(handle);
}

} // namespace gauge::lake
