// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/syncjob.h"

#include <QHash>

namespace gauge::lake {
class LakeReader;
}

namespace gauge::sync {

//! What a verification is asked to do.
struct VerifyPlan
{
    catalog::Endpoint feed;
    int perPage = 1000;
    QString report; //!< a file of JSON lines, one a difference, that appears when it is whole; or empty
};

//! How a lake differs from its service.
struct VerifyCounts
{
    qint64 received = 0;
    qint64 missing = 0; //!< the service has them, the lake does not
    qint64 changed = 0; //!< other content than in the lake
    qint64 gone = 0; //!< the lake has them, the service does not
    bool operator==(const VerifyCounts &) const = default;
};

//! Walks a feed from its start and compares each record with the lake; changes nothing. Keeps about a
//! hundred bytes a record in memory. Records without a key are not compared. A lake with the data of another
//! system is refused. Nothing is called gone, and the job fails, when the service returned no records at all
//! or an empty page led on.
class VerifyJob final : public Job
{
    Q_OBJECT
public:
    VerifyJob(QString title, QObject *worker, SyncJob::Context context, VerifyPlan plan,
              QObject *parent = nullptr);
    ~VerifyJob() override;

    [[nodiscard]] const VerifyCounts &counts() const { return m_counts; } //!< read after finished()
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString advice() const override;
    [[nodiscard]] QString writtenFile() const override;

protected:
    QCoro::Task<Result<void>> run(std::stop_token stop) override;

private:
    struct Known
    {
        size_t content = 0; //!< hash of the record as received
        bool seen = false;
    };
    QFuture<Result<void>> readLake(const std::stop_token &stop);
    Result<void> readKnown(lake::LakeReader &reader, const std::stop_token &stop);
    //! Compares page after page until the feed's end.
    QCoro::Task<Result<void>> compareAll(PageStream *pages, std::stop_token stop);
    QCoro::Task<Result<void>> walk(std::shared_ptr<service::ServiceClient> client, std::stop_token stop);
    void compare(const catalog::Page &page);
    void note(const char *difference, const QByteArray &key);
    Result<void> conclude();

    SyncJob::Context m_context;
    VerifyPlan m_plan;
    VerifyCounts m_counts;
    QHash<QByteArray, Known> m_known; //!< by key
    qint64 m_stored = 0; //!< records of the feed in the lake
    QByteArray m_report;
    bool m_hasGap = false; //!< an empty page led on
    BackgroundThread m_lakeThread;
};

} // namespace gauge::sync
