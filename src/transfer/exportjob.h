// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/background.h"
#include "base/job.h"
#include "catalog/endpoint.h"
#include "lake/location.h"
#include "query/query.h"
#include "transfer/rowsink.h"

#include <QElapsedTimer>

#include <atomic>

namespace gauge::lake {
class LakeReader;
}

namespace gauge::transfer {

enum class Format { Csv, JsonLines };

//! `csv`, `jsonl`, or by the ending of a file name.
[[nodiscard]] std::optional<Format> formatFromName(const QString &name);
[[nodiscard]] std::optional<Format> formatFromFileName(const QString &path);

//! What an export is asked to write.
struct ExportPlan
{
    catalog::Endpoint endpoint;
    query::Query query; //!< rows, order and columns: exactly what a table shows
    QDate today; //!< what relative dates of the query are counted from; Engine fills it in
    std::vector<qint64> keys; //!< these rows only, in this order (a selection); empty: the query's rows
    QString output; //!< replaced as a whole when everything is written, untouched otherwise
    Format format = Format::Csv;
    CsvOptions csv;
};

//! Writes rows of a lake to a file: constant memory, cancellable, the file appears when it is whole.
//! JSON lines are the records exactly as received, whatever the columns.
class ExportJob final : public Job
{
    Q_OBJECT
public:
    ExportJob(QString title, QObject *worker, lake::Location lake, catalog::Catalog catalog, ExportPlan plan,
              QObject *parent = nullptr);
    ~ExportJob() override;

    [[nodiscard]] qint64 rows() const { return m_rows; } //!< written; read after finished()
    [[nodiscard]] QString output() const { return m_plan.output; }
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QString writtenFile() const override
    {
        return state() == State::Succeeded ? m_plan.output : QString();
    }

protected:
    QCoro::Task<Result<void>> run(std::stop_token stop) override;

private:
    Result<void> write(std::stop_token stop);
    Result<void> writeRows(lake::LakeReader &reader, QIODevice &file, std::stop_token stop);
    Result<void> writeCsv(lake::LakeReader &reader, QIODevice &file, std::stop_token stop);
    Result<void> writeJsonLines(lake::LakeReader &reader, QIODevice &file, std::stop_token stop);
    void countRow();

    lake::Location m_lake;
    catalog::Catalog m_catalog;
    ExportPlan m_plan;
    std::atomic<qint64> m_rows = 0;
    qint64 m_expected = 0;
    QElapsedTimer m_timer;
    BackgroundThread m_thread{BackgroundThread::Work::Heavy}; //!< the reader's database lives and ends there
};

} // namespace gauge::transfer
