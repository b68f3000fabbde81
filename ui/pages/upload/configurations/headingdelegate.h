// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/recordtype.h"

#include <QStyledItemDelegate>

namespace gauge::ui {

//! Edits the cells of a HeadingModel: types are chosen, everything else is typed.
class HeadingDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
};

//! The type of a value as people call it: "Date and time".
[[nodiscard]] QString valueTypeText(catalog::ValueType type);

} // namespace gauge::ui
