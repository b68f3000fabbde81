// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/read/lakereader.h"
#include "lake/state/recordbody.h"

#include <QFuture>
#include <QThreadPool>

#include <deque>
#include <memory>
#include <optional>
#include <stop_token>

namespace gauge::lake {

//! Unpacks records, and checks them where that is asked for, in other threads while the caller reads the next
//! ones, and visits them in the order in which they were added. Holds a few batches, whatever the number of
//! records. One core reads and writes 1,000,000 records in the time that a second one needs to unpack them.
class UnpackAhead
{
public:
    //! \a connection, \a unpacker and \a visit must outlive this. \a visit is called in the thread that calls
    //! add() and finish().
    UnpackAhead(SqlConnection &connection, BodyUnpacker &unpacker, RawForm form, std::stop_token stop,
                const RawVisitor &visit);
    //! Waits for what is being unpacked; visits nothing.
    ~UnpackAhead();
    Q_DISABLE_COPY_MOVE(UnpackAhead)

    //! Copies \a stored and may visit records that were added before. False: \a visit wants no more.
    //! Fails with Storage where a record to visit is damaged, with Cancelled before it after a stop.
    [[nodiscard]] Result<bool> add(qint64 key, std::string_view stored);
    //! Visits the rest.
    [[nodiscard]] Result<void> finish();

private:
    struct Entry
    {
        qint64 key = 0;
        std::size_t packedEnd = 0; //!< in Batch::packed
        const ZSTD_DDict_s *dictionary = nullptr;
        std::size_t recordEnd = 0; //!< in Batch::records
        std::optional<Error> damage; //!< instead of a record
    };
    //! Packed records that are handed to another thread, and what it makes of them.
    struct Batch
    {
        std::vector<Entry> entries;
        std::string packed;
        std::string records;
        FrameUnpacker unpacker;
        QFuture<void> work;
    };
    static void unpack(Batch &batch, RawForm form);
    void send();
    [[nodiscard]] Result<bool> visitOldest();
    [[nodiscard]] Result<bool> visit(const Batch &batch) const;
    [[nodiscard]] std::unique_ptr<Batch> emptyBatch();

    SqlConnection &m_connection;
    BodyUnpacker &m_unpacker;
    const RawForm m_form;
    const std::stop_token m_stop;
    const RawVisitor &m_visit;
    QThreadPool m_pool;
    std::vector<std::unique_ptr<Batch>> m_free; //!< keep their memory for the next records
    std::unique_ptr<Batch> m_filling = emptyBatch();
    std::deque<std::unique_ptr<Batch>> m_sent; //!< the oldest first
};

} // namespace gauge::lake
