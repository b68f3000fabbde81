// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/sql/dialect.h"

#include "base/text.h"

namespace gauge::lake {

using catalog::ColumnType;

bool holdsText(ColumnType type)
{
    return type == ColumnType::Text || type == ColumnType::DateTime || type == ColumnType::List;
}

const char *Dialect::columnType(ColumnType type) const
{
    if (holdsText(type))
        return "TEXT";
    return type == ColumnType::Real ? "REAL" : number;
}

bool Dialect::hasStray(ColumnType type) const
{
    return hasStrays && !holdsText(type);
}

QString Dialect::kept(const QString &text) const
{
    // What is no Unicode text (half a surrogate pair) changes here, once.
    QString result = fromUtf8(text.toUtf8());
    if (!holdsNul)
        result.replace(QChar(0), QChar(QChar::ReplacementCharacter));
    return result;
}

} // namespace gauge::lake
