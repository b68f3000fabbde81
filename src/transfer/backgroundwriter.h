// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/background.h"
#include "transfer/exportwriter.h"

#include <QFuture>

#include <memory>
#include <string>
#include <vector>

namespace gauge::transfer {

//! Hands copies of rows, in their order, to another writer in a thread of its own: rows are formatted and
//! written while the next ones are read. An error comes back from a later write() or from end(). Holds two
//! batches of rows.
class BackgroundWriter final : public TableWriter
{
public:
    //! \a writer outlives this and is used in one thread at a time.
    explicit BackgroundWriter(TableWriter &writer)
        : m_writer(writer)
    {}
    Result<void> begin(const std::vector<lake::LakeColumn> &columns) override
    {
        return m_writer.begin(columns);
    }
    Result<void> write(const catalog::Row &row) override;
    Result<void> end() override;

    //! Waits until all rows so far were handed to the writer, and returns its error.
    [[nodiscard]] Result<void> settle();

private:
    //! Rows whose texts are here.
    struct Batch
    {
        std::vector<qint64> keys;
        std::vector<catalog::Cell> cells; //!< of all rows
        std::string texts; //!< never grows while there are rows, so views stay valid
    };
    static Result<void> writeAll(TableWriter &writer, const Batch &batch, catalog::Row &row);
    [[nodiscard]] Result<void> send();

    TableWriter &m_writer;
    Batch m_filling;
    Batch m_written;
    catalog::Row m_row; //!< that is being written
    QFuture<Result<void>> m_writing;
    //! Is gone first, with the row that is being written.
    BackgroundThread m_thread{BackgroundThread::Work::Heavy};
};

} // namespace gauge::transfer
