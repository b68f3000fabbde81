// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/page.h"
#include "lake/sql/connection.h"
#include "lake/state/recordbody.h"

#include <memory>
#include <optional>

namespace gauge::lake {

//! What identifies a record. `cell` lives as long as the record, or for a made key until the next one.
struct RecordKey
{
    catalog::Cell cell;
    bool made = false; //!< of the content, because the record has none
};

//! What is known of a record that another feed may have superseded, or the reverse.
struct KnownRecord
{
    bool isGone = false;
    std::string date; //!< in the column of the feed's recent past; empty: none
};

//! What writing a record did.
enum class Written { New, Changed, Same };

//! Writes the records of one feed, as received and as columns, and what is known of when. Every call belongs
//! into a write transaction; after one that failed the object knows columns that were rolled back and must be
//! thrown away.
class FeedTable
{
public:
    [[nodiscard]] static Result<std::unique_ptr<FeedTable>> open(SqlConnection &connection,
                                                                 const catalog::Endpoint &endpoint);

    //! Makes a column for each name of \a page that has none yet. Records of this page may follow, which
    //! the sync of number \a sync has received (0: none that is written down).
    [[nodiscard]] Result<void> begin(const catalog::Page &page, qint64 sync);
    [[nodiscard]] const QString &feed() const { return m_layout.endpoint().id; }
    //! The columns that the page brought for the first time.
    [[nodiscard]] const QStringList &addedColumns() const { return m_added; }
    //! Values of the page's records so far whose names got no column, as the feed has
    //! FeedLayout::mostColumns.
    [[nodiscard]] qint64 valuesLeftOut() const { return m_leftOut; }
    [[nodiscard]] RecordKey keyOf(const catalog::Record &record);
    //! Records with these keys are put, or looked for, next.
    [[nodiscard]] Result<void> expect(const std::vector<catalog::Cell> &keys)
    {
        return m_store->expect(keys);
    }
    [[nodiscard]] Result<std::optional<qint64>> rowOf(const RecordKey &key)
    {
        return m_store->rowOf(key.cell);
    }
    //! \a record is one of the page that began. What was there before is kept as an earlier version, unless
    //! the person was taken out of it.
    [[nodiscard]] Result<Written> put(const catalog::Record &record, const RecordKey &key);
    [[nodiscard]] Result<void> remove(const RecordKey &key, qint64 row)
    {
        return m_store->remove(row, key.cell);
    }
    //! What was put or removed is in the tables.
    [[nodiscard]] Result<void> flush() { return m_store->flush(); }
    [[nodiscard]] Result<void> end();
    [[nodiscard]] Result<KnownRecord> knownRecord(qint64 row);
    //! The date of \a record in the column of the feed's recent past; empty: none.
    [[nodiscard]] std::string_view dateOf(const catalog::Record &record) const;
    //! Marks the record in \a row as gone; the sync of number \a sync found that.
    [[nodiscard]] Result<void> markRowGone(qint64 row, qint64 sync);
    //! Those of \a dated that no sync since number \a sync has seen are marked as gone; tells how many.
    [[nodiscard]] Result<qint64> markGone(qint64 sync, const DatedRecords &dated);
    //! How many records are not gone.
    [[nodiscard]] Result<qint64> present();
    //! Whether among the records that came last there are \a many or more dated from \a date on.
    [[nodiscard]] Result<bool> hasManySince(const QString &date, qint64 many);
    //! Makes an index of the column of the feed's recent past, unless the feed is small or has one.
    [[nodiscard]] Result<void> ensureDateIndex();
    //! Words of people who were taken out are still in the index, until purge().
    [[nodiscard]] bool needsPurge() const { return m_needsPurge; }
    [[nodiscard]] Result<void> purge();

private:
    FeedTable(SqlConnection &connection, FeedLayout layout);
    [[nodiscard]] Result<void> openStore();
    [[nodiscard]] StoredRecord stored(const catalog::Record &record, const RecordKey &key, qint64 row);
    [[nodiscard]] Result<Written> writeNew(StoredRecord stored, const catalog::Record &record);
    [[nodiscard]] Result<Written> writeAgain(StoredRecord stored, const catalog::Record &record);

    SqlConnection &m_connection;
    FeedLayout m_layout;
    std::unique_ptr<FeedStore> m_store;
    std::vector<int> m_extras; //!< column by name of the page; -1: not written
    qint64 m_leftOut = 0;
    QStringList m_added; //!< by the page at hand
    std::vector<int> m_searched;
    std::vector<catalog::Cell> m_cells; //!< of the record at hand, by column of the layout
    std::string m_document; //!< of the record at hand
    BodyPacker m_packer;
    BodyUnpacker m_unpacker;
    std::string m_madeKey;
    qint64 m_nextRow = 1;
    qint64 m_sync = 0;
    const catalog::Record *m_records = nullptr; //!< of the page at hand
    bool m_needsPurge = false;
};

} // namespace gauge::lake
