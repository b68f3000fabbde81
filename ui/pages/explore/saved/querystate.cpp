// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/explore/saved/querystate.h"

#include <QJsonArray>

namespace gauge::ui {

QJsonObject toJson(const query::Query &query, const QHash<QString, int> &widths)
{
    QJsonArray where;
    for (const query::Filter &filter : query.where)
        where.append(query::print(filter));
    QJsonArray sort;
    for (const query::Sort &each : query.sort)
        sort.append(
            QString(each.column + (each.descending ? QLatin1String(":desc") : QLatin1String(":asc"))));
    QJsonObject sizes;
    for (auto width = widths.begin(); width != widths.end(); ++width)
        sizes[width.key()] = width.value();
    return {{QStringLiteral("columns"), QJsonArray::fromStringList(query.columns)},
            {QStringLiteral("where"), where},
            {QStringLiteral("sort"), sort},
            {QStringLiteral("search"), query.search},
            {QStringLiteral("widths"), sizes}};
}

void fromJson(const QJsonObject &json, query::Query &query, QHash<QString, int> &widths)
{
    const QJsonArray columns = json[QLatin1String("columns")].toArray();
    for (const QJsonValue &column : columns)
        query.columns.append(column.toString());
    const QJsonArray where = json[QLatin1String("where")].toArray();
    for (const QJsonValue &text : where) {
        if (const auto filter = query::parseFilter(text.toString()))
            query.where.push_back(*filter);
    }
    const QJsonArray sort = json[QLatin1String("sort")].toArray();
    for (const QJsonValue &text : sort) {
        if (const auto each = query::parseSort(text.toString()))
            query.sort.push_back(*each);
    }
    query.search = json[QLatin1String("search")].toString();
    const QJsonObject sizes = json[QLatin1String("widths")].toObject();
    for (auto size = sizes.begin(); size != sizes.end(); ++size) {
        if (const int width = size->toInt(); width > 0)
            widths[size.key()] = std::min(width, 4000);
    }
}

QJsonObject toJson(const FeedView &view)
{
    QJsonObject json = toJson(view.query, view.widths);
    json[QLatin1String("frozen")] = QJsonArray::fromStringList(view.frozen);
    json[QLatin1String("tallRows")] = view.tallRows;
    return json;
}

FeedView feedViewFromJson(const QJsonObject &json)
{
    FeedView view;
    fromJson(json, view.query, view.widths);
    const QJsonArray frozen = json[QLatin1String("frozen")].toArray();
    for (const QJsonValue &name : frozen)
        view.frozen.append(name.toString());
    view.tallRows = json[QLatin1String("tallRows")].toBool();
    return view;
}

} // namespace gauge::ui
