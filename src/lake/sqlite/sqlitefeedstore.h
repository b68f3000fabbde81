// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/sql/connection.h"
#include "lake/sql/statement.h"
#include "lake/sqlite/searchindex.h"

namespace gauge::lake {

//! Writes each record at once: a statement costs no more than its work.
class SqliteFeedStore final : public FeedStore
{
public:
    //! \a layout must outlive it.
    [[nodiscard]] static Result<std::unique_ptr<FeedStore>> open(SqlConnection &connection,
                                                                 const FeedLayout &layout);

    [[nodiscard]] Result<void> expect(const std::vector<catalog::Cell> &) override { return {}; }
    [[nodiscard]] Result<std::optional<qint64>> rowOf(const catalog::Cell &key) override;
    [[nodiscard]] Result<std::string_view> body(qint64 row) override;
    [[nodiscard]] Result<void> add(const StoredRecord &record) override;
    [[nodiscard]] Result<void> change(const StoredRecord &record) override;
    [[nodiscard]] Result<void> keepVersion(qint64 row) override;
    [[nodiscard]] Result<void> dropVersions(qint64 row) override;
    [[nodiscard]] Result<void> remove(qint64 row, const catalog::Cell &key) override;
    [[nodiscard]] Result<void> flush() override { return {}; }
    [[nodiscard]] Result<void> purge() override;

private:
    //! One SQL table of the feed. Parameter i + 1 is its column i, the one behind the last the row id.
    struct Part
    {
        int number = 0;
        std::vector<int> columns; //!< indices into the layout
        Statement insert;
        Statement update; //!< of the feed's own table only
        Statement remove;
    };

    SqliteFeedStore(SqlConnection &connection, const FeedLayout &layout)
        : m_connection(connection)
        , m_layout(layout)
    {}
    [[nodiscard]] Result<void> makeStatements();
    [[nodiscard]] Result<void> makeStatements(Part &part) const;
    [[nodiscard]] Result<void> writeColumns(const StoredRecord &record, bool isNew);
    //! True: the part holds a value of the record.
    [[nodiscard]] bool bindCells(Statement &statement, const Part &part, const StoredRecord &record) const;
    [[nodiscard]] static Result<void> forRow(Statement &statement, qint64 row);

    SqlConnection &m_connection;
    const FeedLayout &m_layout;
    std::vector<Part> m_parts;
    Statement m_find;
    Statement m_body;
    Statement m_addRaw;
    Statement m_changeRaw;
    Statement m_seen;
    Statement m_removeRaw;
    Statement m_keepVersion;
    Statement m_removeVersions;
    SearchIndex m_search;
};

} // namespace gauge::lake
