// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/background.h"
#include "upload/file/rowqueue.h"

#include <QCoroTask>
#include <QFuture>

#include <deque>
#include <mutex>

namespace gauge::upload {

//! Rows on their way from a file to who sends them, and what became of them on its way into the journal. One
//! write at a time, in a thread of its own while others are sent: it writes down what is known by then, and
//! marks the next rows as sending. A write that fails (the disk is full, somebody else writes) is tried again
//! a few times, while no further row leaves; what is known is kept until the end. Confined to the thread that
//! makes it, but for counts().
class RowSupply
{
public:
    struct Owner
    {
        std::function<bool()> isHeldUp; //!< no row may leave now
        std::function<void(const Error &)> halt; //!< the file cannot be read on, or the lake not be written
    };

    RowSupply(UploadPlan plan, RowQueue::Context context, Owner owner);

    //! As RowQueue::open. Everything else is for afterwards.
    [[nodiscard]] QFuture<Result<void>> open(std::stop_token stop, OnBytes progress);
    [[nodiscard]] const FileReport &report() const { return m_queue->report(); }
    [[nodiscard]] qint64 upload() const { return m_queue->upload(); }
    //! Rows on their way count as not sent yet. From any thread.
    [[nodiscard]] lake::UploadCounts counts() const;

    //! Rows are few and far between, so that each is marked when it leaves.
    [[nodiscard]] bool marksEach() const { return m_most == 1; }
    [[nodiscard]] bool isAtEnd() const;
    //! Returns when there is a row, there are no more, or they are held up.
    [[nodiscard]] QCoro::Task<> fetch();
    //! The next row, which is to leave now; none: there are no more.
    [[nodiscard]] std::optional<RowToSend> take();
    //! What became of a row that was taken.
    void tell(lake::UploadRow row);
    //! A row that was taken did not leave after all: it comes again, before those that come after it in the
    //! file.
    void giveBack(RowToSend row);
    //! Rows that nobody took go back.
    void takeBack();
    //! Returns when everything that is known is on the disk.
    [[nodiscard]] QCoro::Task<> writeDown();

    //! A sign of life in a long wait.
    [[nodiscard]] QFuture<Result<void>> keepAlive();
    //! The end, for now where \a error tells why; the file may be replaced then.
    [[nodiscard]] QCoro::Task<Result<void>> finish(QString error);

private:
    using Rows = Result<std::vector<RowToSend>>;

    void advance(int wanted);
    void takeIn();
    void noteCounts(qint64 onTheirWay);
    [[nodiscard]] bool willRewrite() const;
    [[nodiscard]] QCoro::Task<> waitToRewrite();
    [[nodiscard]] QFuture<Result<void>> tryToFinish(const QString &error);

    const UploadPlan m_plan;
    const RowQueue::Context m_context;
    const Owner m_owner;
    const int m_most; //!< rows that are marked as sending at a time
    std::unique_ptr<RowQueue> m_queue; //!< used in m_thread alone while that runs
    std::deque<RowToSend> m_supply; //!< rows that are on the disk as sending, and still here
    int m_underWay = 0; //!< rows that were taken and not told of
    std::vector<lake::UploadRow> m_told; //!< to be written down
    std::vector<RowToSend> m_back; //!< that did not go after all
    QFuture<Rows> m_advancing; //!< the write that is under way
    bool m_isAdvancing = false;
    int m_wanted = 0; //!< by that write
    bool m_hasMore = true; //!< in the file, as far as is known
    int m_failures = 0; //!< of writes, one after another
    std::optional<std::chrono::milliseconds> m_rewriteAfter; //!< the last write failed and is tried again
    mutable std::mutex m_soFarMutex;
    lake::UploadCounts m_soFar;
    qint64 m_onTheirWay = 0; //!< used in m_thread alone
    qint64 m_arrived = 0; //!< rows that came back and are not written down; used in m_thread alone
    BackgroundThread m_thread; //!< last: it ends before what it uses
};

} // namespace gauge::upload
