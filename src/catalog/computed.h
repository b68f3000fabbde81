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

} // namespace gauge::catalog
