// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/background.h"
#include "base/job.h"
#include "upload/file/uploadrows.h"
#include "upload/form/send.h"

#include <QElapsedTimer>

#include <atomic>

namespace gauge::upload {

//! "480 accepted, 15 refused, 2 unknown, 3 not sent"
[[nodiscard]] QString countsText(const lake::UploadCounts &counts);

//! Sends the rows of a file, a record a request, a few at a time and no faster than it is told. Every row is
//! written down as sending before its request leaves, so that no row is sent twice without a person's word,
//! whenever the program ends. Rows with errors are not sent, and the others are. 429 makes all wait as long
//! as the service asks. Refused credentials, a network that is gone and rows that get no answer, five one
//! after another, end the job; what was not sent then stays so, and a later run goes on. A job that was
//! cancelled waits for the answers of what is under way.
//!
//! Succeeds when all rows were tried, whatever the service said of them: counts() tells. The files of results
//! are written in any case once the upload has begun.
class UploadJob final : public Job
{
    Q_OBJECT
public:
    using ClientSource
        = std::function<QCoro::Task<Result<std::shared_ptr<service::ServiceClient>>>(std::stop_token)>;

    struct Context
    {
        ClientSource client;
        QString connectionId;
        RowQueue::Context queue;
    };

    UploadJob(QString title, QObject *worker, Context context, UploadPlan plan, QObject *parent = nullptr);
    ~UploadJob() override;

    //! No further row is sent until resume(); those under way get their answers. From any thread.
    void pause();
    void resume();
    [[nodiscard]] bool isPaused() const { return m_paused; }

    [[nodiscard]] const UploadPlan &plan() const { return m_plan; }
    //! While it runs: rows on their way count as not sent yet. From any thread.
    [[nodiscard]] lake::UploadCounts counts() const { return m_supply.counts(); }

    // Read after finished().
    //! Rows that earlier runs had sent, and this one did not.
    [[nodiscard]] qint64 sentBefore() const { return m_before; }
    //! What the check of the whole file has found.
    [[nodiscard]] const FileReport &fileReport() const { return m_report; }
    //! Number in the lake; 0: it did not begin.
    [[nodiscard]] qint64 uploadId() const { return m_upload; }
    [[nodiscard]] QString connectionId() const { return m_context.connectionId; }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString advice() const override;
    [[nodiscard]] QString writtenFile() const override { return m_written; }

protected:
    QCoro::Task<Result<void>> run(std::stop_token stop) override;

private:
    using Client = std::shared_ptr<service::ServiceClient>;
    using Milliseconds = std::chrono::duration<double, std::milli>;

    QCoro::Task<Result<void>> open(std::stop_token stop);
    QCoro::Task<> sendAll(Client client);
    QCoro::Task<> sendSome(Client client);
    QCoro::Task<std::optional<RowToSend>> nextRow();
    //! A row whose turn it was was not sent after all.
    void giveBack(const RowToSend &row);
    QCoro::Task<bool> mayGo();
    QCoro::Task<> waitForTurn();
    QCoro::Task<Result<void>> finish();
    [[nodiscard]] Result<void> writeFiles();

    [[nodiscard]] lake::UploadRow concluded(const RowToSend &row, const SendOutcome &outcome);
    [[nodiscard]] bool isTurnedAway(const SendOutcome &outcome);
    [[nodiscard]] bool isHeldUp() const;
    void halt(const Error &error);
    void tellProgress();

    const Context m_context;
    const UploadPlan m_plan;
    std::atomic<bool> m_paused = false;
    std::stop_source m_ending; //!< wakes those who wait: the job is cancelled, or has failed
    std::optional<Error> m_failure;
    Milliseconds m_nextTurn{0};
    std::chrono::milliseconds m_notBefore{0}; //!< what the service asked for
    std::chrono::milliseconds m_lastSign{0};
    QElapsedTimer m_sinceTold; //!< of progress, by the wall: it is for eyes
    std::chrono::milliseconds m_started{0};
    KeyQueues m_keyQueues;
    int m_withoutAnswer = 0; //!< one after another
    int m_turnedAway = 0; //!< times since a row got through
    qint64 m_before = 0; //!< rows that earlier runs had sent
    qint64 m_tried = 0;
    FileReport m_report;
    qint64 m_upload = 0;
    QString m_written;
    RowSupply m_supply;
    BackgroundThread m_thread; //!< writes the results; last: it ends before what it uses
};

} // namespace gauge::upload
