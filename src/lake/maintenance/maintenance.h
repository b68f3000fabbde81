// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "catalog/endpoint.h"
#include "lake/sql/location.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

//! What keeps a lake in good order: described, copied, imported, checked and made small again. Every call
//! blocks and ends with Cancelled soon after its stop token is; what it had begun is undone then. NotFound:
//! there is no lake yet.
namespace gauge::lake {

//! Told between steps, from the calling thread; `total` is -1 where it is not known.
using OnProgress = std::function<void(qint64 done, qint64 total)>;

//! One column as it stands in the lake.
struct ColumnDescription
{
    QString column; //!< its name in SQL
    QString type; //!< the engine's: "TEXT", "bigint" …, empty where it has none
    QString meaning; //!< translated
    QString name; //!< its name in queries, for columns of records; else empty
    QString field; //!< where it is in the service's record ("/contact/email"), or empty
    bool operator==(const ColumnDescription &) const = default;
};

//! One table as it stands in the lake.
struct TableDescription
{
    QString table;
    QString meaning; //!< translated
    QString feed; //!< whose records it holds, or empty
    std::vector<ColumnDescription> columns; //!< in the table's order
    bool operator==(const TableDescription &) const = default;
};

//! Every table and column that is there now. What nobody described has an empty meaning.
[[nodiscard]] Result<std::vector<TableDescription>>
describe(const Location &location, const catalog::Catalog &catalog, std::stop_token stop = {});

//! What is wrong with a lake.
struct IntegrityFinding
{
    QString check; //!< stable: file, owner, columns, raw, superseded, numbers, checkpoint, content
    QString feed; //!< or empty
    QString text; //!< translated
    bool operator==(const IntegrityFinding &) const = default;
};

struct CheckReport
{
    qint64 records = 0; //!< that were looked at, all feeds together
    std::vector<IntegrityFinding> findings; //!< empty: the lake is sound
    bool operator==(const CheckReport &) const = default;
};

enum class Depth {
    Quick, //!< a file's structure, and what must agree between tables
    Full, //!< also every index entry of a file, and each record's content
};

//! Looks at everything that must hold; a damaged lake is a report with findings, no error. Pages and indexes
//! of a database are its server's to check.
[[nodiscard]] Result<CheckReport> check(const Location &location, const catalog::Catalog &catalog,
                                        Depth depth, std::stop_token stop, const OnProgress &progress);

struct BackupReport
{
    QString output;
    qint64 bytes = 0;
    bool operator==(const BackupReport &) const = default;
};

//! Copies a lake in a file, as it is at one moment, to \a output, which appears when it is whole, readable by
//! its owner alone. A sync may run meanwhile. Input error when \a output is there and may not be replaced, or
//! is a lake in use.
[[nodiscard]] Result<BackupReport> backup(const QString &path, const QString &output, bool replace,
                                          std::stop_token stop, const OnProgress &progress);

struct ImportReport
{
    QString output;
    qint64 bytes = 0;
    QStringList leftOut; //!< what is not GaugeDesk's in the source: "view looked", "table notes"
    bool operator==(const ImportReport &) const = default;
};

//! Copies the rows of the lake at \a path, which may come from anywhere, into a new lake at \a output. The
//! source is only read. What GaugeDesk never makes stays behind: triggers, views, tables of others. Search
//! indexes are made anew, and an older layout is brought up to date. Input error when \a output is there,
//! Storage when the source is damaged or has generated columns in a table of GaugeDesk.
[[nodiscard]] Result<ImportReport> importLake(const QString &path, const QString &output,
                                              const catalog::Catalog &catalog, std::shared_ptr<Clock> clock,
                                              std::stop_token stop, const OnProgress &progress);

struct CompactReport
{
    qint64 before = 0; //!< bytes, the log included
    qint64 after = 0;
    bool operator==(const CompactReport &) const = default;
};

//! Gives the room of deleted records of a file back. Busy while a sync holds a feed; Storage when the disk
//! has less room than the copy that this makes needs.
[[nodiscard]] Result<CompactReport> compact(const QString &path, const catalog::Catalog &catalog,
                                            std::stop_token stop);

} // namespace gauge::lake
