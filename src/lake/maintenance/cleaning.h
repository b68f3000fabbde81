// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "catalog/endpoint.h"
#include "lake/maintenance/maintenance.h"
#include "lake/sql/feedlayout.h"
#include "lake/state/recordbody.h"

#include <set>

namespace gauge::lake {

class ExclusiveLease;
class SqlConnection;

//! Erased records leave traces: words in a search index, pieces of text in dictionaries that were trained
//! of them, free pages and logs. The erasure notes, in its own transaction, that these are still to be
//! removed; whoever was killed before the end is finished by the next erasure, compacting or sync.

//! Whether an erasure waits for its traces to be removed.
[[nodiscard]] Result<bool> needsCleanup(SqlConnection &connection);

//! Notes it, and sets all dictionaries aside. Within the write transaction that deletes the records.
[[nodiscard]] Result<void> noteErasure(SqlConnection &connection);

//! Removes the traces: may be interrupted and run again at any point. \a held are all feeds.
[[nodiscard]] Result<void> clean(SqlConnection &connection, const catalog::Catalog &catalog,
                                 ExclusiveLease &held, const std::stop_token &stop,
                                 const OnProgress &progress);

//! Packs the bodies of a feed anew that need a dictionary which was set aside (cleaning.h), in steps of a
//! transaction each. The new dictionary is made of records that are there.
class Repacker
{
public:
    //! \a layout must outlive it.
    Repacker(SqlConnection &connection, const FeedLayout &layout);

    //! Some more bodies; false: none is left. Within a write transaction; after a failure, or a transaction
    //! that was rolled back, throw it away.
    [[nodiscard]] Result<bool> step();
    //! Bodies that were looked at.
    [[nodiscard]] qint64 done() const { return m_done; }

private:
    struct Bodies
    {
        std::string table;
        const char *key;
    };
    [[nodiscard]] Result<void> readOutdated();
    //! The next bodies with a dictionary that was set aside; false: the table is at its end.
    [[nodiscard]] Result<bool> take(const Bodies &from, catalog::Page &page, std::vector<qint64> &rows);
    [[nodiscard]] Result<void> replace(const Bodies &in, const catalog::Page &page,
                                       const std::vector<qint64> &rows);

    SqlConnection &m_connection;
    const FeedLayout &m_layout;
    const std::vector<Bodies> m_tables;
    size_t m_table = 0;
    qint64 m_last = 0; //!< key of the body that was looked at last
    qint64 m_done = 0;
    std::set<qint64> m_outdated; //!< dictionaries
    BodyUnpacker m_unpacker;
    BodyPacker m_packer;
};

} // namespace gauge::lake
