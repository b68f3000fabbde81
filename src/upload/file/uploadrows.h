// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/background.h"
#include "lake/write/uploadjournal.h"
#include "upload/file/resumption.h"
#include "upload/form/formrecord.h"

#include <QCoroTask>
#include <QFuture>
#include <QHash>
#include <QPromise>

#include <deque>
#include <memory>
#include <mutex>
#include <vector>

namespace gauge::upload {

//! What an upload of a file is asked to do.
struct UploadPlan
{
    //! What to do where the same file was begun before.
    enum class Begin {
        Once, //!< refuse while an earlier upload of it has an end to come
        Resume, //!< go on with it, also where the file was changed; refuse where there is nothing to resume
        Restart, //!< send every row again
    };

    FilePlan file;
    QString checkedSha256; //!< of the file as a person has checked it; empty: it was not
    Begin begin = Begin::Once;
    bool resendUnknown = false; //!< on a person's word: rows whose answer never came are sent again
    double perSecond = 20; //!< records; 0: as fast as it goes
    int atOnce = 4; //!< requests under way at most
    bool asJson = false; //!< RecordForm::JsonBody
    QString results; //!< file for every row with its outcome, or empty
    QString refused; //!< file for the rows that were refused, to be sent again, or empty
};

//! A row that was marked as sending.
struct RowToSend
{
    qint64 number = 0;
    qint64 line = 0;
    FormRecord record;
    QString content; //!< see lake::UploadRow
};

//! The rows of a file that are still to be sent, and the journal that knows which. Confined to one thread;
//! every call blocks.
class RowQueue
{
public:
    struct Context
    {
        QString connection; //!< its name
        lake::Location lake;
        catalog::Catalog catalog;
        std::shared_ptr<Clock> clock;
        lake::System system = {}; //!< that the rows go to; a lake with the data of another one is refused
    };

    //! Checks the whole file, then takes its upload. Input error when nothing of it can be sent, when it is
    //! not what was checked, was begun before and \a plan does not say what to do, or cannot be resumed.
    [[nodiscard]] static Result<std::unique_ptr<RowQueue>>
    open(const UploadPlan &plan, const Context &context, std::stop_token stop, const OnBytes &progress);

    //! Writes down what became of rows that were given out, takes back those that were not sent after all,
    //! and gives out the next ones, \a wanted at most: they are on the disk as sending before this returns.
    //! None: there are no more. After an error no row was given out, and what is known is kept: the next call
    //! writes it with its own.
    [[nodiscard]] Result<std::vector<RowToSend>> advance(std::vector<lake::UploadRow> told,
                                                         std::vector<RowToSend> back, int wanted);
    //! A sign of life in a long wait.
    [[nodiscard]] Result<void> keepAlive() { return m_journal->keepAlive(); }
    //! The end, for now where \a error tells why. Writes down what an earlier call could not. May be called
    //! again after an error.
    [[nodiscard]] Result<void> finish(const QString &error);
    //! Whether the last call of advance() or finish() failed because the journal could not be written.
    [[nodiscard]] bool isWriteFailed() const { return m_isWriteFailed; }

    [[nodiscard]] qint64 upload() const { return m_upload; }
    [[nodiscard]] const FileReport &report() const { return m_report; }
    [[nodiscard]] const lake::UploadCounts &counts() const { return m_journal->counts(); }

private:
    RowQueue(UploadPlan plan, Context context);
    [[nodiscard]] Result<void> take(std::stop_token stop);
    [[nodiscard]] Result<std::optional<Resumption>> earlier(std::stop_token stop);
    [[nodiscard]] Result<void> resumeChanged(qint64 id, const lake::UploadEntry &about, std::stop_token stop);
    [[nodiscard]] bool isToBeSent(qint64 number) const;
    [[nodiscard]] lake::UploadRow rowOf(qint64 number, qint64 line, lake::UploadRowState state,
                                        const QString &message = {}) const;
    [[nodiscard]] Result<std::optional<RowToSend>> nextRow();
    [[nodiscard]] Result<std::vector<RowToSend>> readRows(int wanted);
    void putBack(std::vector<RowToSend> &rows);
    [[nodiscard]] Result<void> writeKnown();
    [[nodiscard]] Result<bool> readRow(MappedRow &row);

    UploadPlan m_plan;
    Context m_context;
    FileReport m_report;
    std::unique_ptr<lake::UploadJournal> m_journal;
    std::unique_ptr<MappedFile> m_file;
    std::vector<lake::UploadRow> m_unwritten; //!< what became of rows, not in the journal yet
    std::vector<RowToSend> m_back; //!< that were given out and not sent; the next one is the last
    qint64 m_upload = 0;
    bool m_atEnd = false;
    bool m_isWriteFailed = false;
};

//! "The file was changed …", of kind Input.
[[nodiscard]] tl::unexpected<Error> fileWasChanged();

//! Sends rows with one key one after another, in the order in which they join: what the last one says counts.
//! Rows without a key, and those of different keys, do not wait for each other. Confined to one thread.
class KeyQueues
{
public:
    //! \a headings: that identify a record, the first that has a value counts.
    explicit KeyQueues(QStringList headings);

    //! Returns when \a row may be sent: true. False: it was handed back by leave() with a row in front of it.
    [[nodiscard]] QCoro::Task<bool> join(RowToSend row);
    //! The fate of a row whose turn it was is known: the next one with its key may be sent.
    void finish(const RowToSend &row);
    //! A row whose turn it was is not sent for now. It and all that wait behind it: they must be given out
    //! again together, or one of them would overtake it.
    [[nodiscard]] std::vector<RowToSend> leave(const RowToSend &row);

private:
    struct Place
    {
        RowToSend row;
        std::shared_ptr<QPromise<bool>> turn;
    };
    using Line = std::deque<Place>; //!< the first is under way

    const QStringList m_headings;
    QHash<std::size_t, Line> m_lines; //!< by key
};

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
