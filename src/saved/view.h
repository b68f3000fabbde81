// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query.h"
#include "saved/savedtext.h"

#include <QHash>

namespace gauge::saved {

//! Which rows of a feed, in which order, with which columns, under a name. Its text is that of the query,
//! and `feed FEED`; lines that begin with `window` are about the window alone and may be unknown.
struct View
{
    static constexpr Kind kind = Kind::View;

    QString name;
    QString feed; //!< id
    query::Query query;
    QHash<QString, int> widths = {}; //!< of columns, by their names
    QStringList frozen = {}; //!< names of the columns that do not scroll
    bool tallRows = false;

    [[nodiscard]] SavedText print() const;
    //! Errors (Input) say what is wrong with which line.
    [[nodiscard]] static Result<View> read(SavedText text);

    bool operator==(const View &) const = default;
};

//! The feed that \a text is about, or an Input error where it names none.
[[nodiscard]] Result<QString> feedOf(SavedText &text);

} // namespace gauge::saved
