// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/figures/dashboard.h"

namespace gauge::metrics {

query::DateRange previousOf(const query::DateRange &range)
{
    if (range.start.day() != 1 || range.end.day() != 1)
        return {range.start.addDays(-range.start.daysTo(range.end)), range.start};
    const int months = 12 * (range.end.year() - range.start.year()) + range.end.month() - range.start.month();
    return {range.start.addMonths(-months), range.start};
}

using query::Operator;

namespace {

enum class Escaping { Plain, Php };

//! \a name as a JSON text in quotes. PHP's json_encode writes ASCII only and escapes slashes.
QString jsonText(const QString &name, Escaping escaping)
{
    QString text = QStringLiteral("\"");
    for (const QChar c : name) {
        const bool isAscii = c.unicode() >= 0x20 && c.unicode() < 0x7f;
        if (c == QLatin1Char('"') || c == QLatin1Char('\\')
            || (c == QLatin1Char('/') && escaping == Escaping::Php)) {
            text += QLatin1Char('\\');
            text += c;
        } else if (c.unicode() < 0x20 || (escaping == Escaping::Php && !isAscii)) {
            text += QStringLiteral("\\u%1").arg(uint(c.unicode()), 4, 16, QLatin1Char('0'));
        } else {
            text += c;
        }
    }
    return text + QLatin1Char('"');
}

} // namespace

Filters hasValue(const QString &column, const std::optional<QString> &value)
{
    return {value ? query::Filter(column, Operator::Equal, {*value})
                  : query::Filter(column, Operator::IsEmpty, {})};
}

Filters isWithin(const QString &column, const query::DateRange &range)
{
    return {{column, Operator::GreaterOrEqual, {range.start.toString(Qt::ISODate)}},
            {column, Operator::Less, {range.end.toString(Qt::ISODate)}}};
}

Filters listsName(const QString &column, const QString &name)
{
    const QString plain = jsonText(name, Escaping::Plain);
    const QString escaped = jsonText(name, Escaping::Php);
    std::vector<query::Filter> either{{column, Operator::Contains, {plain}}};
    if (escaped != plain)
        either.emplace_back(column, Operator::Contains, QStringList(escaped));
    return {query::Filter::any(std::move(either))};
}

} // namespace gauge::metrics
