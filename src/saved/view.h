// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query.h"
#include "saved/presettext.h"

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

//! What of a query cannot be asked where some of its columns are missing.
struct Misfit
{
    QStringList columns; //!< that are missing, each once
    QStringList conditions; //!< on them, as they are written

    [[nodiscard]] bool isNone() const { return columns.isEmpty(); }
};

//! \a known: the columns there are.
[[nodiscard]] Misfit misfitOf(const query::Query &query, const QStringList &known);
//! \a query without the columns, sorts and conditions that \a known does not have.
[[nodiscard]] query::Query fitted(query::Query query, const QStringList &known);

} // namespace gauge::saved
