// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/explore/feedkey.h"

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

} // namespace gauge::ui
