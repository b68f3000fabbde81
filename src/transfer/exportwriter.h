// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "catalog/page.h"
#include "lake/sql/types.h"

#include <memory>
#include <stop_token>
#include <string>

class QIODevice;

namespace gauge::transfer {

//! Receives the rows of one table; knows one format. Errors are of kind Storage, or of kind Input for a
//! table that the format cannot hold.
class TableWriter
{
public:
    virtual ~TableWriter() = default;
    virtual Result<void> begin(const std::vector<lake::LakeColumn> &columns) = 0;
    virtual Result<void> write(const catalog::Row &row) = 0;
    virtual Result<void> end() = 0;
};

//! A writer of text, in a buffer of constant size.
class BufferedWriter : public TableWriter
{
public:
    Result<void> end() override { return flush(); }

    //! What the rows so far take in the file.
    [[nodiscard]] qint64 bytes() const { return m_flushed + qint64(m_buffer.size()); }

protected:
    //! \a device is open for writing and outlives the writer.
    explicit BufferedWriter(QIODevice *device);

    [[nodiscard]] Result<void> flush();
    //! After each row.
    [[nodiscard]] Result<void> flushWhenFull();

    std::string m_buffer;

private:
    QIODevice *m_device;
    qint64 m_flushed = 0;
};

struct ExportPlan;

class Files;

//! What a finished export knows of itself.
struct ExportFacts
{
    qint64 rows = 0;
    int columns = 0;
};

//! What an export writes: the table of records and those of their lists, in one format. One file of
//! several sheets, or several files.
class ExportWriter
{
public:
    virtual ~ExportWriter() = default;
    //! Begins a table; the first holds the records, others have a \a name ("drivers"). Lives as long as
    //! this.
    [[nodiscard]] virtual Result<TableWriter *> add(const QString &name) = 0;
    //! Rows are records as received, in one cell, not columns.
    [[nodiscard]] virtual bool takesRecords() const { return false; }
    //! After the end of every table: all is on its way to the disk.
    [[nodiscard]] virtual Result<void> finish(const ExportFacts &facts) = 0;
    //! The room on the disk that the rows so far take, when they take most.
    [[nodiscard]] virtual qint64 room() const = 0;
    //! Texts that the format could not hold whole.
    [[nodiscard]] virtual qint64 shortened() const { return 0; }
};

//! Opens the main file of \a plan; \a plan and \a files must outlive what comes back.
[[nodiscard]] Result<std::unique_ptr<ExportWriter>> makeExportWriter(const ExportPlan &plan, Files &files,
                                                                     const std::stop_token &stop);

} // namespace gauge::transfer
