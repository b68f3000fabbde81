// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/page.h"
#include "metrics/figures/dashboard.h"

#include <QStringList>

namespace gauge::metrics {

//! One response as the parts of a dashboard see it. Views live until the next.
struct ResponseRow
{
    const std::vector<catalog::Cell> *cells = nullptr; //!< of the columns that the parts need
    int score = -1; //!< −1: it has no valid one
    std::string_view date; //!< by which it is in a period
    int period = 0; //!< noPeriod without a date
    bool isInRange = true;
    bool isInPrevious = false;

    [[nodiscard]] const catalog::Cell &cell(size_t column) const { return (*cells)[column]; }
};

//! The columns that are read, each once.
class NeededColumns
{
public:
    //! Its place among the cells of a ResponseRow.
    [[nodiscard]] size_t place(const QString &name)
    {
        if (!m_names.contains(name))
            m_names.append(name);
        return size_t(m_names.indexOf(name));
    }
    [[nodiscard]] const QStringList &names() const { return m_names; }

private:
    QStringList m_names;
};

//! A part of a dashboard while it is added up: one in each thread that reads, put together at the end.
class Accumulator
{
public:
    Accumulator() = default;
    virtual ~Accumulator() = default;
    Q_DISABLE_COPY_MOVE(Accumulator)

    virtual void add(const ResponseRow &reading) = 0;
    //! What \a other, which is of the same class and plan, has added up.
    virtual void merge(const Accumulator &other) = 0;
    //! Writes its figures. The parts before it have written theirs.
    virtual void writeTo(Dashboard &dashboard) const = 0;
};

//! A score as it stands in a cell; −1: none, or one that is not from 0 to 10 and whole.
[[nodiscard]] inline int scoreOf(const catalog::Cell &cell)
{
    using Type = catalog::Cell::Type;
    if (cell.type == Type::Integer)
        return cell.integer >= 0 && cell.integer <= 10 ? int(cell.integer) : -1;
    if (cell.type == Type::Real && cell.real >= 0 && cell.real <= 10 && double(int(cell.real)) == cell.real)
        return int(cell.real); // a database server may give 9 as 9.0
    return -1;
}

} // namespace gauge::metrics
