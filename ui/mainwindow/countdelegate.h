// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace gauge::ui {

//! A navigation entry: the platform's item, a little taller, with a count at its right end.
class CountDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum Role { CountRole = Qt::UserRole + 1 }; //!< an int; 0 shows nothing

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace gauge::ui
