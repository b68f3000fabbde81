// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is typed as a filter, or stands in a saved query: no crash, an error in words, or a value that is
// the same when it is printed and read again.
#include "demand.h"
#include "query/condition.h"
#include "query/datevalue.h"
#include "query/query.h"

#include <cstdint>

using namespace gauge;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto filter = query::parseFilter(text)) {
        demand(filter->depth() <= query::deepestFilter);
        const auto again = query::parseFilter(query::print(*filter));
        demand(again && *again == *filter);
    } else {
        demand(filter.error().kind == ErrorKind::Input && !filter.error().text.isEmpty());
    }
    if (const auto asked = query::parseQuery(text)) {
        for (const query::Filter &filter : asked->where)
            demand(query::parseFilter(query::print(filter)).has_value());
    }
    if (const auto dates = query::dateTexts(text, QDate(2026, 11, 30)))
        demand(dates->from < dates->before);
    const QStringList values = query::parseList(text);
    demand(query::parseList(query::printList(values)) == values);
    return 0;
}
