// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/query.h"

#include "query/conditiontext.h"

namespace gauge::query {

Result<Sort> parseSort(const QString &text)
{
    return sortOf(text.trimmed());
}

Result<Sort> sortOf(const QString &text)
{
    Sort sort{text, false};
    if (sort.column.endsWith(QLatin1String(":desc"))) {
        sort.descending = true;
        sort.column.chop(5);
    } else if (sort.column.endsWith(QLatin1String(":asc"))) {
        sort.column.chop(4);
    }
    if (sort.column.isEmpty()) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("query", "A sort needs a column: COLUMN or COLUMN:desc."));
    }
    return sort;
}

} // namespace gauge::query
