// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/endpoint.h"
#include "query/query.h"

#include <QHash>
#include <QJsonObject>

namespace gauge::ui {

//! A feed's view as it is kept between two starts. Conditions and sorts are written as on the
//! command line; what cannot be read back is left out.
[[nodiscard]] QJsonObject toJson(const query::Query &query, const QHash<QString, int> &widths);
void fromJson(const QJsonObject &json, query::Query &query, QHash<QString, int> &widths);

//! A feed's view with what the table adds to it.
struct FeedView
{
    query::Query query;
    QHash<QString, int> widths;
    QStringList frozen; //!< names of the columns that do not scroll
    bool tallRows = false;
    bool operator==(const FeedView &) const = default;
};
[[nodiscard]] QJsonObject toJson(const FeedView &view);
[[nodiscard]] FeedView feedViewFromJson(const QJsonObject &json);

} // namespace gauge::ui

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
