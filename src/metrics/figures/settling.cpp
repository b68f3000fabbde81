// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/figures/settling.h"

#include "catalog/computed.h"

namespace gauge::metrics {

QString Settling::since() const
{
    if (hours <= 0 || !clock)
        return {};
    return clock->now()
        .toLocalTime()
        .addSecs(qint64(-3600) * hours)
        .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

bool Settling::isProvisional(const QString &sent) const
{
    const QString from = since();
    return !from.isEmpty() && sent > from && sent < QLatin1String(endOfDates);
}

query::Query Settling::provisional(query::Query query) const
{
    using query::Operator;
    const QString column = QString::fromLatin1(catalog::sentName);
    const QString from = since();
    query.where.emplace_back(column, Operator::Greater,
                             QStringList(from.isEmpty() ? QString::fromLatin1(endOfDates) : from));
    query.where.emplace_back(column, Operator::Less, QStringList(QString::fromLatin1(endOfDates)));
    return query;
}

} // namespace gauge::metrics
