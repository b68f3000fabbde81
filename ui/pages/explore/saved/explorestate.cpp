// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/explore/saved/explorestate.h"

#include "records/cells/display.h"

#include <QComboBox>
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

namespace {

constexpr QLatin1String goneMark("/gone");
constexpr QLatin1String bothMark("/all");

} // namespace

QString FeedKey::text() const
{
    switch (presence) {
    case query::Presence::Gone:
        return feed + goneMark;
    case query::Presence::Both:
        return feed + bothMark;
    case query::Presence::There:
        break;
    }
    return feed;
}

FeedKey FeedKey::read(const QString &text)
{
    if (text.endsWith(goneMark))
        return {text.chopped(goneMark.size()), query::Presence::Gone};
    if (text.endsWith(bothMark))
        return {text.chopped(bothMark.size()), query::Presence::Both};
    return {text, query::Presence::There};
}

void fillFeeds(QComboBox &box, const catalog::Catalog &catalog)
{
    const QSignalBlocker quiet(&box);
    const QVariant chosen = box.currentData();
    box.clear();
    const std::vector<catalog::Endpoint> &feeds = catalog.endpoints();
    QString first = feeds.empty() ? QString() : feeds.front().id;
    for (const catalog::Endpoint &feed : feeds) {
        const auto add = [&](query::Presence presence) {
            box.addItem(display::feedTitle(feed, presence), FeedKey{feed.id, presence}.text());
        };
        add(query::Presence::There);
        const bool mayVanish = std::any_of(feeds.begin(), feeds.end(), [&](const catalog::Endpoint &other) {
            return other.supersedes == feed.id;
        });
        if (mayVanish) {
            add(query::Presence::Gone);
            add(query::Presence::Both);
        }
        // A feed that supersedes another is the one people come for.
        if (!feed.supersedes.isEmpty())
            first = feed.id;
    }
    const int kept = box.findData(chosen);
    box.setCurrentIndex(kept >= 0 ? kept : box.findData(first));
}

} // namespace gauge::ui
