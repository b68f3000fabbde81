// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/read/display.h"

#include "base/text.h"
#include "catalog/lists.h"

#include <QLocale>

namespace gauge::lake {

using catalog::Cell;
using catalog::ColumnType;

QString displayText(const Cell &cell, ColumnType type, std::string &buffer)
{
    switch (cell.type) {
    case Cell::Type::Null:
        return {};
    case Cell::Type::Integer:
        if (type == ColumnType::Boolean && (cell.integer == 0 || cell.integer == 1))
            return cell.integer == 1 ? QStringLiteral("true") : QStringLiteral("false");
        return QString::number(cell.integer);
    case Cell::Type::Real:
        return QString::number(cell.real, 'g', QLocale::FloatingPointShortest);
    case Cell::Type::Text:
        break;
    }
    if (type != ColumnType::List)
        return fromUtf8(cell.text);
    buffer.clear();
    catalog::appendReadable(buffer, cell.text);
    return fromUtf8(buffer);
}

OwnedRow ownedRow(const catalog::Row &row, const FeedLayout &layout, std::span<const int> columns)
{
    OwnedRow result;
    result.key = row.key;
    result.display.reserve(qsizetype(columns.size()));
    result.null.reserve(qsizetype(columns.size()));
    std::string buffer;
    for (size_t i = 0; i < columns.size(); ++i) {
        result.display.append(displayText(row.cells[i], layout.columns()[size_t(columns[i])].type, buffer));
        result.null.append(row.cells[i].isNull());
    }
    return result;
}

} // namespace gauge::lake
