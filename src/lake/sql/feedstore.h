// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/page.h"
#include "lake/sql/feedlayout.h"

#include <memory>
#include <optional>
#include <span>

namespace gauge::lake {

//! A record as its feed's tables take it.
struct StoredRecord
{
    qint64 row = 0;
    catalog::Cell key; //!< identifies it
    std::span<const catalog::Cell> cells; //!< by column of the layout
    std::string_view body; //!< packed
    std::string_view document; //!< what a search looks into
    std::optional<qint64> sync; //!< that brought it, if it is written down
};

//! The tables of one feed as an engine reads and fills them best. Every call belongs into a write
//! transaction. What was written is in the tables after flush(), and may be kept back before; through
//! this object it is seen at once. After a failure, or a change of the layout, throw it away.
class FeedStore
{
public:
    FeedStore() = default;
    virtual ~FeedStore() = default;
    Q_DISABLE_COPY_MOVE(FeedStore)

    //! Records with these keys are looked for next, and their bodies.
    [[nodiscard]] virtual Result<void> expect(const std::vector<catalog::Cell> &keys) = 0;
    [[nodiscard]] virtual Result<std::optional<qint64>> rowOf(const catalog::Cell &key) = 0;
    //! The packed body of \a row, which lives until the next call; empty when there is none.
    [[nodiscard]] virtual Result<std::string_view> body(qint64 row) = 0;

    [[nodiscard]] virtual Result<void> add(const StoredRecord &record) = 0;
    //! Writes it in the place of what its row was. Without a body: the one there is stays.
    [[nodiscard]] virtual Result<void> change(const StoredRecord &record) = 0;
    //! What \a row is now becomes an earlier version of it.
    [[nodiscard]] virtual Result<void> keepVersion(qint64 row) = 0;
    [[nodiscard]] virtual Result<void> dropVersions(qint64 row) = 0;
    [[nodiscard]] virtual Result<void> remove(qint64 row, const catalog::Cell &key) = 0;
    [[nodiscard]] virtual Result<void> flush() = 0;
    //! Words that no record has any more go from the search index, too.
    [[nodiscard]] virtual Result<void> purge() = 0;
};

} // namespace gauge::lake
