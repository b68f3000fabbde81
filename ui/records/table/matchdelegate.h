// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/endpoint.h"
#include "lake/read/searchhits.h"
#include "query/query.h"

#include <QHash>
#include <QPalette>
#include <QSet>
#include <QStyledItemDelegate>

namespace gauge::ui {

//! Where a record has what a query looked for: the words of its search, in the columns that are searched, and
//! what conditions say that a column contains or starts with.
class SearchMatches
{
public:
    SearchMatches() = default;
    SearchMatches(const query::Query &query, const catalog::Endpoint &endpoint);

    [[nodiscard]] bool isEmpty() const
    {
        return m_search.isEmpty() && m_contained.isEmpty() && m_starts.isEmpty();
    }
    //! In \a text of \a column.
    [[nodiscard]] std::vector<lake::TextRange> in(const QString &column, QStringView text) const;

private:
    lake::SearchHits m_search;
    QSet<QString> m_searched; //!< columns
    QMultiHash<QString, lake::ContainedHits> m_contained; //!< by column
    QMultiHash<QString, lake::ContainedHits> m_starts;
};

//! Behind a hit; hits are bold and underlined besides.
[[nodiscard]] QColor hitTint(const QPalette &palette);

//! Paints cells as usual, and what was searched in them bold, underlined and tinted. A hit that would be out
//! of sight comes into it: the cell then begins with an ellipsis.
class HitDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setHits(SearchMatches hits) { m_hits = std::move(hits); }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

    //! A text as it fits into a cell, and the hits that are seen.
    struct Shown
    {
        QString text;
        std::vector<lake::TextRange> hits;
    };
    [[nodiscard]] static Shown fitted(QString text, std::vector<lake::TextRange> hits, const QFont &font,
                                      int width);

private:
    SearchMatches m_hits;
};

} // namespace gauge::ui
