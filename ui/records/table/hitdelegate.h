// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/table/hits.h"

#include <QStyledItemDelegate>

namespace gauge::ui {

//! Paints cells as usual, and what was searched in them bold, underlined and tinted. A hit that would be out
//! of sight comes into it: the cell then begins with an ellipsis.
class HitDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setHits(Hits hits) { m_hits = std::move(hits); }

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
    Hits m_hits;
};

} // namespace gauge::ui
