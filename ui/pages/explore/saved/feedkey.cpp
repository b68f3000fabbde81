// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/explore/saved/feedkey.h"

#include "records/cells/display.h"

#include <QComboBox>

namespace gauge::ui {

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
