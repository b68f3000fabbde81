// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/background.h"
#include "base/job.h"
#include "lake/read/lakereader.h"
#include "lake/sql/location.h"
#include "transfer/exportplan.h"
#include "transfer/listtables.h"

#include <QElapsedTimer>

#include <atomic>

namespace gauge::lake {
class LakeReader;
}

namespace gauge::transfer {

class ExportWriter;

//! Writes rows of a lake to a file: constant memory, cancellable, the file appears when it is whole.
//! Rows are counted and read from one state of the lake; when the numbers differ, the export fails.
//! JSON lines are the records exactly as received, whatever the columns.
class ExportJob final : public Job
{
    Q_OBJECT
public:
    //! Bytes that may still be written to the volume of a file.
    using FreeSpace = std::function<qint64(const QString &path)>;

    ExportJob(QString title, QObject *worker, lake::Location lake, catalog::Catalog catalog, ExportPlan plan,
              QObject *parent = nullptr);
    ~ExportJob() override;

    [[nodiscard]] qint64 rows() const { return m_rows; } //!< written; read after finished()
    [[nodiscard]] qint64 shortened() const { return m_shortened; } //!< texts cut to what a cell holds
    [[nodiscard]] QString output() const { return m_plan.output; }
    [[nodiscard]] QStringList files() const { return m_files; } //!< all that were written, output() first
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString writtenFile() const override
    {
        return state() == State::Succeeded ? m_plan.output : QString();
    }
    //! What summary() adds to the number of rows, in sentences; mostly empty.
    [[nodiscard]] QString warnings() const;

    //! Instead of asking the system.
    void setFreeSpace(FreeSpace freeSpace) { m_freeSpace = std::move(freeSpace); }

protected:
    QCoro::Task<Result<void>> run(std::stop_token stop) override;

private:
    Result<void> write(const std::stop_token &stop);
    Result<void> writeAll(lake::LakeReader &reader, ExportWriter &tables, const std::stop_token &stop);
    Result<void> taken(const ExportWriter &tables);
    Result<void> checkRoom(const ExportWriter &tables) const;
    Result<void> checkCount() const;
    void tellProgress();

    lake::Location m_lake;
    catalog::Catalog m_catalog;
    ExportPlan m_plan;
    FreeSpace m_freeSpace;
    std::atomic<qint64> m_rows = 0;
    std::atomic<qint64> m_shortened = 0;
    QStringList m_files;
    int m_columns = 0;
    qint64 m_expected = 0;
    QElapsedTimer m_timer;
    BackgroundThread m_thread{BackgroundThread::Work::Heavy}; //!< the reader's database lives and ends there
};

} // namespace gauge::transfer

namespace gauge::transfer {

//! The rows of a plan on their way from a lake to tables: what an export and a sample of it share.
class ExportRows
{
public:
    //! Called after each row; an error ends the walk.
    using Taken = std::function<Result<void>()>;
    static constexpr qint64 all = -1;

    //! All outlive this.
    ExportRows(lake::LakeReader &reader, const ExportPlan &plan, std::stop_token stop);

    //! How many rows there are; a selection counts those that are gone too.
    [[nodiscard]] Result<qint64> count();
    //! Finds the columns; lists that are not readable text take a walk over the first \a most rows.
    [[nodiscard]] Result<void> prepare(const std::function<void()> &beforeWalk = {}, qint64 most = all);
    //! How many columns the records have.
    [[nodiscard]] int columns() const { return m_columns; }
    //! Hands the first \a most rows to \a tables.
    [[nodiscard]] Result<void> write(ExportWriter &tables, const Taken &taken, qint64 most = all);

private:
    using Visit = std::function<Result<void>(const catalog::Row &)>;
    [[nodiscard]] Result<void> writeRecords(TableWriter &writer, const Taken &taken, qint64 most);
    [[nodiscard]] Result<void> writeRows(TableWriter &writer, const QStringList &names, const Taken &taken,
                                         qint64 most);
    [[nodiscard]] Result<void> forEachRow(const QStringList &names, qint64 most, const Visit &visit);
    [[nodiscard]] query::Query limited(qint64 most) const;

    lake::LakeReader &m_reader;
    const ExportPlan &m_plan;
    const std::stop_token m_stop;
    std::optional<ListExpander> m_lists;
    int m_columns = 0;
};

} // namespace gauge::transfer
