// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/endpoint.h"
#include "query/query.h"

class QComboBox;

namespace gauge::ui {

//! A feed and which of its records are meant; each such pair is browsed by itself.
struct FeedKey
{
    QString feed;
    query::Presence presence = query::Presence::There;

    //! "responses", "non-responses/gone", "non-responses/all".
    [[nodiscard]] QString text() const;
    [[nodiscard]] static FeedKey read(const QString &text);
    bool operator==(const FeedKey &) const = default;
};

//! All there are, their keys as data; the one that was chosen stays so, or else the one that people come
//! for is.
void fillFeeds(QComboBox &box, const catalog::Catalog &catalog);

} // namespace gauge::ui
