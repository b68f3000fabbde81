// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/configurations/headingdelegate.h"

#include "pages/upload/configurations/headingmodel.h"

#include <QComboBox>
#include <QCoreApplication>
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

QString valueTypeText(catalog::ValueType type)
{
    using catalog::ValueType;
    const auto translated = [](const char *text) { return QCoreApplication::translate("upload", text); };
    switch (type) {
    case ValueType::Text:
        break;
    case ValueType::Number:
        return translated(QT_TRANSLATE_NOOP("upload", "Number"));
    case ValueType::Date:
        return translated(QT_TRANSLATE_NOOP("upload", "Date"));
    case ValueType::DateTime:
        return translated(QT_TRANSLATE_NOOP("upload", "Date and time"));
    case ValueType::Choice:
        return translated(QT_TRANSLATE_NOOP("upload", "Choice"));
    case ValueType::Email:
        return translated(QT_TRANSLATE_NOOP("upload", "E-mail address"));
    case ValueType::Phone:
        return translated(QT_TRANSLATE_NOOP("upload", "Phone number"));
    }
    return translated(QT_TRANSLATE_NOOP("upload", "Text"));
}

} // namespace gauge::ui
