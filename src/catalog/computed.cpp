// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/computed.h"

namespace gauge::catalog {

ComputedColumns::ComputedColumns(const Endpoint &endpoint)
{
    for (size_t i = 0; i < endpoint.columns.size(); ++i) {
        const Column &column = endpoint.columns[i];
        if (!column.compute)
            continue;
        One one{i, {}, column.compute};
        for (const QString &name : column.computedFrom)
            one.from.push_back(size_t(endpoint.column(name) - endpoint.columns.data()));
        m_all.push_back(std::move(one));
    }
}

void ComputedColumns::fill(std::span<Cell> cells) const
{
    std::vector<Cell> from;
    for (const One &one : m_all) {
        from.clear();
        for (const size_t index : one.from)
            from.push_back(cells[index]);
        cells[one.column] = one.compute(from);
    }
}

} // namespace gauge::catalog
