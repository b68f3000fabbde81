// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/endpoint.h"
#include "catalog/page.h"

#include <span>
#include <vector>

namespace gauge::catalog {

//! The columns of one feed that are made of others of the same record.
class ComputedColumns
{
public:
    explicit ComputedColumns(const Endpoint &endpoint);

    //! \a cells are those of one record, one per Endpoint::columns.
    void fill(std::span<Cell> cells) const;

private:
    struct One
    {
        size_t column = 0;
        std::vector<size_t> from;
        Compute compute = nullptr;
    };
    std::vector<One> m_all;
};

// How far an invitation came. It is a non-response until it is answered; then it stands among the
// responses by the same number, or it just disappears ("Sync feeds" in service.md).

inline constexpr auto lifeName = "life";
inline constexpr auto daysToAnswerName = "days_to_answer";
inline constexpr auto sentName = "date_sent";

//! The words of the column `life`, from the first to the last.
inline constexpr const char *lifeWords[] = {"sent", "opened", "clicked"};

//! `clicked`, `opened` or `sent`: the last of them that has a date. Nothing where none has.
[[nodiscard]] Column lifeColumn();
//! Days from being sent to the answer, whole and part, rounded to two decimals. Nothing unless both are a
//! date with a time; negative where the answer is said to be the earlier.
[[nodiscard]] Column daysToAnswerColumn();

} // namespace gauge::catalog
