// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/page.h"
#include "lake/read/columnindex.h"
#include "lake/read/daycounts.h"
#include "lake/read/keysnapshot.h"
#include "lake/read/scoregroups.h"
#include "lake/read/valuecounts.h"
#include "lake/sql/location.h"
#include "lake/sql/types.h"
#include "lake/state/lakeowner.h"
#include "query/query.h"

#include <QDate>

#include <functional>
#include <memory>
#include <span>
#include <stop_token>

namespace gauge::lake {

//! A row whose texts are its own.
struct OwnedRow
{
    qint64 key = 0;
    QStringList display; //!< per requested column, lists readable, nulls empty
    QList<bool> null; //!< per requested column: no value at all
};

//! When a record came and changed, by the starts of the syncs (UTC); invalid where that is not known,
//! as for what an earlier version of GaugeDesk has stored.
struct Provenance
{
    QDateTime firstSeen;
    QDateTime lastSeen;
    QDateTime lastChanged;
    QDateTime gone; //!< invalid: the service still has it, as far as is known
    bool operator==(const Provenance &) const = default;
};

//! What a record once was.
struct RecordVersion
{
    QDateTime since; //!< the sync that brought it, UTC
    QByteArray raw; //!< exactly as received
    bool operator==(const RecordVersion &) const = default;
};

//! One record whole.
struct RecordDetail
{
    QByteArray raw; //!< exactly as received
    OwnedRow row; //!< all columns
    Provenance provenance;
    std::vector<RecordVersion> versions; //!< what it was before, the newest first
};

//! Gets cells that live until it returns; false ends the walk early, which is no error.
using RowVisitor = std::function<bool(const catalog::Row &row)>;
using RawVisitor = std::function<bool(qint64 key, std::string_view raw)>;

//! How records as received are given to a RawVisitor.
enum class RawForm {
    AsStored,
    ValidJson, //!< what earlier versions stored is repaired (catalog::validRecord), or a Storage error
};

//! Reads a lake while others write it. Confined to one thread; every call blocks but stop tokens
//! interrupt a running statement. A file that is not a lake, or is newer, is a Storage error; one that
//! is not there, or holds no such feed yet, is NotFound ("nothing has been synced yet").
//!
//! Queries: numeric columns compare and sort as numbers (a value that is none is an Input error; a text
//! that strayed into such a column is neither less nor greater), all others by the bytes of their UTF-8.
//! In sorts empty rows (NULL) go last in both directions, ties keep the order of arrival.
class LakeReader
{
public:
    //! Opening, and everything that the reader is asked later, ends with Cancelled soon after \a closing is
    //! requested, whatever a database server does.
    [[nodiscard]] static Result<std::unique_ptr<LakeReader>>
    open(const Location &location, const catalog::Catalog &catalog, std::stop_token closing = {});
    ~LakeReader();

    //! Whose data the lake holds; nothing before its first sync.
    [[nodiscard]] Result<std::optional<Owner>> owner();

    //! What relative dates in queries are counted from, from now on; without it they are Input errors.
    void setToday(QDate today);

    [[nodiscard]] Result<std::vector<LakeColumn>> columns(const QString &feed);
    //! Input error for a column that the lake does not have; it names the nearest one.
    [[nodiscard]] Result<KeySnapshot> snapshot(const QString &feed, const query::Query &query,
                                               std::stop_token stop = {});
    //! The rows of \a keys in that order; a key that is gone meanwhile is left out. \a columns by name.
    [[nodiscard]] Result<std::vector<OwnedRow>> rows(const QString &feed, std::span<const qint64> keys,
                                                     const QStringList &columns);
    [[nodiscard]] Result<RecordDetail> record(const QString &feed, qint64 key);
    [[nodiscard]] Result<qint64> count(const QString &feed, const query::Query &query,
                                       std::stop_token stop = {});
    [[nodiscard]] Result<ScoreCounts> scores(const QString &feed, const query::Query &query,
                                             std::stop_token stop = {});
    //! The same by group, those without a name last.
    [[nodiscard]] Result<std::vector<ScoreGroup>> scoreGroups(const QString &feed, const query::Query &query,
                                                              const Grouping &grouping,
                                                              std::stop_token stop = {});
    //! What \a column holds in the records of \a query, the \a limit most frequent values: to choose from.
    [[nodiscard]] Result<ValueCounts> values(const QString &feed, const QString &column,
                                             const query::Query &query, size_t limit,
                                             std::stop_token stop = {});
    //! See countDays in daycounts.h.
    [[nodiscard]] Result<std::optional<DayCounts>> dayCounts(const QString &feed, const query::Query &query,
                                                             const QString &column,
                                                             const std::optional<DateSpan> &span,
                                                             std::stop_token stop = {});
    //! Which of \a columns should have an index, and have none: see ColumnIndexer.
    [[nodiscard]] Result<QStringList> missingIndexes(const QString &feed, const QStringList &columns,
                                                     const IndexLimits &limits);

    //! Streams the query's rows within one read transaction: constant memory, and 8 bytes a row more when
    //! the query sorts. The reader may be asked other things meanwhile.
    [[nodiscard]] Result<void> forEachRow(const QString &feed, const query::Query &query,
                                          std::stop_token stop, const RowVisitor &visit);
    //! The same for those of its rows that are in \a range: a part of a lake, for one of several threads.
    [[nodiscard]] Result<void> forEachRowIn(const KeyRange &range, const QString &feed,
                                            const query::Query &query, std::stop_token stop,
                                            const RowVisitor &visit);
    //! Of all rows, those that are gone included. There may be gaps.
    [[nodiscard]] Result<KeyRange> keyRange(const QString &feed);
    //! See isLedByIndex in columnindex.h.
    [[nodiscard]] Result<bool> canUseIndex(const QString &feed, const query::Query &query);
    //! The same for records exactly as received.
    [[nodiscard]] Result<void> forEachRaw(const QString &feed, const query::Query &query,
                                          std::stop_token stop, const RawVisitor &visit,
                                          RawForm form = RawForm::AsStored);

    //! The same for given rows (a selection) in the order of \a keys; keys that are gone are left out.
    [[nodiscard]] Result<void> forEachRow(const QString &feed, std::span<const qint64> keys,
                                          const QStringList &columns, std::stop_token stop,
                                          const RowVisitor &visit);
    [[nodiscard]] Result<void> forEachRaw(const QString &feed, std::span<const qint64> keys,
                                          std::stop_token stop, const RawVisitor &visit,
                                          RawForm form = RawForm::AsStored);
    //! The columns of \a names in that order (all when empty), or an Input error naming the nearest.
    [[nodiscard]] Result<std::vector<LakeColumn>> resolve(const QString &feed, const QStringList &names);

    //! With \a now also who holds each feed at that time.
    [[nodiscard]] Result<std::vector<FeedStatus>> status(const std::optional<QDateTime> &now = std::nullopt);
    //! Whether a sync of \a feed ever reached its end well.
    [[nodiscard]] Result<bool> wasSynced(const QString &feed);
    //! The newest \a limit syncs of all feeds, the newest first, as they are at \a now.
    [[nodiscard]] Result<std::vector<SyncRecord>> history(qint64 limit, const QDateTime &now);

    //! Everything that \a work asks this reader is answered from one state of the lake.
    [[nodiscard]] Result<void> inReadTransaction(const std::function<Result<void>()> &work);

private:
    struct Private;
    explicit LakeReader(std::unique_ptr<Private> opened);
    std::unique_ptr<Private> d;
};

} // namespace gauge::lake
