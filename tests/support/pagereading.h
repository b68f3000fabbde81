// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/page.h"

#include <QString>

#include <optional>

namespace gauge::test {

inline QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), qsizetype(view.size()));
}

//! A cell as a short text: "null", "i 7", "r 1.5", "t words".
inline QString shown(const catalog::Cell &cell)
{
    switch (cell.type) {
    case catalog::Cell::Type::Null:
        return QStringLiteral("null");
    case catalog::Cell::Type::Integer:
        return QStringLiteral("i %1").arg(cell.integer);
    case catalog::Cell::Type::Real:
        return QStringLiteral("r %1").arg(cell.real);
    case catalog::Cell::Type::Text:
        return QStringLiteral("t ") + text(cell.text);
    }
    return {};
}

//! The cell of \a record in the column \a name, described or met on the page; "absent" when there is none.
inline QString cellOf(const catalog::Page &page, const catalog::Endpoint &endpoint, const QString &name,
                      std::size_t record = 0)
{
    if (record >= page.records.size())
        return QStringLiteral("no such record");
    const catalog::Record &row = page.records[record];
    for (std::size_t i = 0; i < endpoint.columns.size(); ++i) {
        if (endpoint.columns[i].name == name)
            return shown(row.cells[i]);
    }
    for (const catalog::Record::Extra &extra : row.extras) {
        if (page.dynamicNames[extra.name] == name)
            return shown(extra.cell);
    }
    return QStringLiteral("absent");
}

} // namespace gauge::test
