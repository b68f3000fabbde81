// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "catalog/endpoint.h"
#include "lake/sql/dialect.h"
#include "lake/sql/types.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace gauge::lake {

class SqlConnection;

//! Columns of one feed as they are in the file: which SQL table and column holds which name.
//! Reads lake_columns; plans new columns; the SQL itself is the caller's.
class FeedLayout
{
public:
    //! SQLite takes 2,000 columns a table at most (SQLITE_MAX_COLUMN of the distribution); more go to
    //! continuation tables. Far fewer, because every row spends a byte on each column of its table, and
    //! ALTER TABLE compares each column with all others.
    static constexpr int columnsPerTable = 400;
    //! Further names get no column: each command reads all columns, which takes 4.5 s for a million of them.
    static constexpr int mostColumns = 10'000;

    FeedLayout(const catalog::Endpoint &endpoint, const Dialect &dialect);
    //! As in the file; without any column when the feed has no table there yet.
    [[nodiscard]] static Result<FeedLayout> load(SqlConnection &connection,
                                                 const catalog::Endpoint &endpoint);

    [[nodiscard]] const std::vector<LakeColumn> &columns() const { return m_columns; }
    //! Index into columns(), or -1.
    [[nodiscard]] int indexOf(const QString &name) const { return m_byName.value(name, -1); }
    //! The columns that \a names mean (their names or titles), or all; an Input error suggests the nearest to
    //! one that is not there.
    [[nodiscard]] Result<std::vector<int>> select(const QStringList &names) const;
    [[nodiscard]] Result<int> find(const QString &name) const;
    [[nodiscard]] int keyIndex() const { return m_keyIndex; }
    [[nodiscard]] const catalog::Endpoint &endpoint() const { return *m_endpoint; }

    //! Plans one more column: a physical name that no other has, and the table with room for it.
    int add(const QString &name, catalog::ColumnType type, const QString &title, bool personal);

    //! Columns added from now on go to a continuation table of their own; the feed's own is the first.
    void openTable() { m_lastPart = std::max(m_lastPart + 1, 2); }
    //! The highest continuation table there is; 0: none.
    [[nodiscard]] int lastPart() const { return m_lastPart; }
    //! As the engine knows it: "responses", or "responses_2" for a continuation table.
    [[nodiscard]] QString tableName(int part) const;
    //! Quoted names for SQL.
    [[nodiscard]] std::string table(int part) const;
    [[nodiscard]] std::string rawTable() const;
    [[nodiscard]] std::string versionsTable() const;
    [[nodiscard]] std::string searchTable() const;
    //! `"nps"`
    [[nodiscard]] std::string columnName(int column) const;
    //! Whether a column has another beside it for what is no number, and its name, `"nps~text"`.
    [[nodiscard]] bool hasStray(int column) const;
    [[nodiscard]] std::string strayName(int column) const;
    [[nodiscard]] QString strayPhysical(int column) const;
    [[nodiscard]] std::string strayReference(int column) const;
    //! The column as a text, also where a column of numbers has what is none beside it.
    [[nodiscard]] std::string textReference(int column) const;
    [[nodiscard]] const Dialect &dialect() const { return *m_dialect; }
    //! `t0."nps"`: tables have the alias t<part> in queries.
    [[nodiscard]] std::string reference(int column) const;

private:
    [[nodiscard]] std::string companion(const char *suffix) const;
    void insert(LakeColumn column);
    [[nodiscard]] QString freePhysicalName(const QString &name);
    //! The column that \a name was probably meant to be; empty where none is near.
    [[nodiscard]] QString nearest(const QString &name) const;

    const Dialect *m_dialect;
    const catalog::Endpoint *m_endpoint; //!< of the catalog that the reader or writer keeps
    std::vector<LakeColumn> m_columns;
    QHash<QString, int> m_byName;
    QSet<QString> m_physical; //!< case-folded
    QHash<QString, int> m_nextSuffix; //!< so that thousands of titles with one beginning stay quick
    QHash<int, int> m_used; //!< columns by part
    int m_lastPart = 0;
    int m_keyIndex = -1;
};

//! "Text", "Integer" … as in lake_columns.type.
[[nodiscard]] QString typeName(catalog::ColumnType type);

} // namespace gauge::lake
