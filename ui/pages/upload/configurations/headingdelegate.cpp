// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/configurations/headingdelegate.h"

#include "pages/upload/configurations/headingmodel.h"
#include "pages/upload/configurations/valuetypewords.h"

#include <QComboBox>
#include <QLineEdit>

namespace gauge::ui {

QWidget *HeadingDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                       const QModelIndex &index) const
{
    const QString title = index.model()->headerData(index.column(), Qt::Horizontal).toString();
    if (index.column() != HeadingModel::TypeColumn) {
        QWidget *editor = QStyledItemDelegate::createEditor(parent, option, index);
        editor->setAccessibleName(title);
        if (auto *line = qobject_cast<QLineEdit *>(editor);
            line && index.column() == HeadingModel::ChoicesColumn)
            line->setPlaceholderText(tr("Call; Visit; …"));
        return editor;
    }
    auto *types = new QComboBox(parent);
    types->setAccessibleName(title);
    for (const catalog::ValueType type : catalog::valueTypes())
        types->addItem(valueTypeText(type), int(type));
    // What was chosen is in force at once, so that choices can be typed next.
    connect(types, &QComboBox::activated, this, [this, types] {
        auto *self = const_cast<HeadingDelegate *>(this);
        Q_EMIT self->commitData(types);
        Q_EMIT self->closeEditor(types);
    });
    return types;
}

void HeadingDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (auto *types = qobject_cast<QComboBox *>(editor))
        types->setCurrentIndex(types->findData(index.data(Qt::EditRole)));
    else
        QStyledItemDelegate::setEditorData(editor, index);
}

void HeadingDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *types = qobject_cast<QComboBox *>(editor))
        model->setData(index, types->currentData());
    else
        QStyledItemDelegate::setModelData(editor, model, index);
}

} // namespace gauge::ui
