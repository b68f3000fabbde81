// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/postgres/copytable.h"
#include "lake/postgres/postgresstatement.h"
#include "lake/sql/connection.h"

#include <unordered_map>
#include <unordered_set>

namespace gauge::lake {

//! Asks for all records of a page at once and sends them at once: one way to the server costs as much
//! as the work for many records.
class PostgresFeedStore final : public FeedStore
{
public:
    PostgresFeedStore(const PostgresConnection &connection, const FeedLayout &layout);

    //! Makes `<table>_search` and its index; see SqlConnection::ensureSearch().
    [[nodiscard]] static Result<void> ensureSearch(PostgresConnection &connection, const FeedLayout &layout);

    [[nodiscard]] Result<void> expect(const std::vector<catalog::Cell> &keys) override;
    [[nodiscard]] Result<std::optional<qint64>> rowOf(const catalog::Cell &key) override;
    [[nodiscard]] Result<std::string_view> body(qint64 row) override;
    [[nodiscard]] Result<void> add(const StoredRecord &record) override;
    [[nodiscard]] Result<void> change(const StoredRecord &record) override;
    [[nodiscard]] Result<void> keepVersion(qint64 row) override;
    [[nodiscard]] Result<void> dropVersions(qint64 row) override;
    [[nodiscard]] Result<void> remove(qint64 row, const catalog::Cell &key) override;
    [[nodiscard]] Result<void> flush() override;
    //! Nothing to do: the server's own vacuum takes away what no transaction can see any more.
    [[nodiscard]] Result<void> purge() override { return {}; }

private:
    //! One SQL table of the feed.
    struct Part
    {
        std::string table;
        std::vector<int> columns; //!< indices into the layout
        std::unique_ptr<CopyTable> rows;
        std::vector<qint64> removed; //!< rows that no longer have a value here
    };

    [[nodiscard]] std::string keyText(const catalog::Cell &key, bool &isStray) const;
    [[nodiscard]] Result<void> find(PostgresStatement &statement, const std::vector<std::string> &keys);
    [[nodiscard]] Result<void> find(const std::vector<catalog::Cell> &keys);
    [[nodiscard]] Result<void> fetchBodies(const std::vector<qint64> &rows);
    void writeColumns(const StoredRecord &record, bool isNew);
    void writeRaw(const StoredRecord &record, bool isNew);
    void writeWords(const StoredRecord &record, bool isNew);
    //! Sends what one of the tables is waiting with, another one each time: the server takes it in while the
    //! next records are made ready.
    [[nodiscard]] Result<void> sendSome();
    //! A row that waits to be sent is sent before it is touched again.
    [[nodiscard]] Result<void> settle(qint64 row);
    [[nodiscard]] Result<void> forRows(const std::string &sql, std::vector<qint64> &rows);
    [[nodiscard]] Result<void> flushRemoved();

    const PostgresConnection &m_connection;
    const FeedLayout &m_layout;
    std::vector<Part> m_parts;
    CopyTable m_raw;
    CopyTable m_search;
    PostgresStatement m_findNumbers;
    PostgresStatement m_findTexts;
    PostgresStatement m_findBodies;
    std::unordered_map<std::string, std::optional<qint64>> m_rows; //!< by key
    std::unordered_map<qint64, std::string> m_bodies;
    bool m_hasBodies = false; //!< of all expected rows
    std::unordered_set<qint64> m_pending;
    int m_unsent = 0; //!< records since the last sendSome()
    size_t m_turn = 0; //!< the table that it sends next
    std::vector<qint64> m_seen, m_removed, m_kept, m_dropped;
    std::optional<qint64> m_sync;
};

} // namespace gauge::lake
