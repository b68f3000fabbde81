// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query.h"

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

} // namespace gauge::ui
