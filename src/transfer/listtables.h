// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/exportplan.h"
#include "transfer/exportwriter.h"

#include <unordered_map>

namespace gauge::transfer {

//! What the lists of a column hold, over all rows.
struct ListContents
{
    //! Labels (Lists::Columns) or names of fields (Lists::Children), in order of appearance.
    std::vector<std::string> names;
    std::unordered_map<std::string, std::size_t> places; //!< of the names

    void add(const std::string &name);
};

//! The columns of a plan whose lists are not written as readable text. First every row is surveyed, then
//! writer() is given the same rows: what the lists hold makes the columns.
class ListExpander
{
public:
    //! \a columns as the plan asks for them.
    ListExpander(const ExportPlan &plan, const std::vector<lake::LakeColumn> &columns);

    //! Nothing to be done: no such column, or they are to be readable.
    [[nodiscard]] bool isEmpty() const { return m_lists.empty(); }
    //! The columns that survey() needs, by name.
    [[nodiscard]] QStringList surveyed() const;
    //! One row of these columns. An Input error when there are more different values than columns can be.
    [[nodiscard]] Result<void> survey(const catalog::Row &row);
    //! The columns that the rows for writer() have: those of the plan, and the record's number where child
    //! tables need it.
    [[nodiscard]] QStringList read() const;
    //! How many columns the records have then.
    [[nodiscard]] int columnsOfRecords() const;
    //! What takes those rows; it writes to \a records and to further tables of \a tables.
    [[nodiscard]] Result<std::unique_ptr<TableWriter>> writer(TableWriter &records,
                                                              ExportWriter &tables) const;

    //! "drivers" of selected_drivers: the name of a list's table.
    [[nodiscard]] static QString tableName(const lake::LakeColumn &column);

private:
    struct List
    {
        std::size_t column = 0; //!< of the plan's
        ListContents contents;
    };
    friend class ValueColumns;
    friend class ChildTables;

    Lists m_kind;
    QString m_keyColumn;
    std::vector<lake::LakeColumn> m_columns;
    std::vector<List> m_lists;
};

} // namespace gauge::transfer
