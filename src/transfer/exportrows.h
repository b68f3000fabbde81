// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/read/lakereader.h"
#include "transfer/listtables.h"

namespace gauge::transfer {

//! The rows of a plan on their way from a lake to tables: what an export and a sample of it share.
class ExportRows
{
public:
    //! Called after each row; an error ends the walk.
    using Taken = std::function<Result<void>()>;
    static constexpr qint64 all = -1;

    //! All outlive this.
    ExportRows(lake::LakeReader &reader, const ExportPlan &plan, std::stop_token stop);

    //! How many rows there are; a selection counts those that are gone too.
    [[nodiscard]] Result<qint64> count();
    //! Finds the columns; lists that are not readable text take a walk over the first \a most rows.
    [[nodiscard]] Result<void> prepare(const std::function<void()> &beforeWalk = {}, qint64 most = all);
    //! How many columns the records have.
    [[nodiscard]] int columns() const { return m_columns; }
    //! Hands the first \a most rows to \a tables.
    [[nodiscard]] Result<void> write(Tables &tables, const Taken &taken, qint64 most = all);

private:
    using Visit = std::function<Result<void>(const catalog::Row &)>;
    [[nodiscard]] Result<void> writeRecords(RowSink &sink, const Taken &taken, qint64 most);
    [[nodiscard]] Result<void> writeRows(RowSink &sink, const QStringList &names, const Taken &taken,
                                         qint64 most);
    [[nodiscard]] Result<void> forEachRow(const QStringList &names, qint64 most, const Visit &visit);
    [[nodiscard]] query::Query limited(qint64 most) const;

    lake::LakeReader &m_reader;
    const ExportPlan &m_plan;
    const std::stop_token m_stop;
    std::optional<ListTables> m_lists;
    int m_columns = 0;
};

} // namespace gauge::transfer
