// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/file/mappingdelegate.h"

#include "pages/upload/file/mappingmodel.h"

#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QLineEdit>

namespace gauge::ui {

namespace {

constexpr int roomForABox = 14; // above and below a line of text

} // namespace

MappingDelegate::MappingDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{}

void MappingDelegate::setColumns(const QStringList &columns)
{
    m_choices.setStringList(QStringList(tr("Not sent")) + columns);
}

QWidget *MappingDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                       const QModelIndex &index) const
{
    auto *box = new QComboBox(parent);
    auto *self = const_cast<MappingDelegate *>(this); // an editor speaks through its delegate
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setModel(&self->m_choices);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    box->setFocusPolicy(Qt::StrongFocus);
    const QString heading = index.siblingAtColumn(MappingModel::Heading).data().toString();
    box->setAccessibleName(tr("Where %1 comes from").arg(heading));
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->completer()->setFilterMode(Qt::MatchContains);
    connect(box, &QComboBox::activated, self, [self, box] { Q_EMIT self->commitData(box); });
    connect(box->lineEdit(), &QLineEdit::editingFinished, self,
            [self, box] { Q_EMIT self->commitData(box); });
    return box;
}

void MappingDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *box = qobject_cast<QComboBox *>(editor);
    const QString text = index.data(Qt::EditRole).toString();
    const int known = text.isEmpty() ? 0 : int(m_choices.stringList().indexOf(text, 1));
    if (known == box->currentIndex() && box->currentText() == box->itemText(known))
        return;
    box->setCurrentIndex(known);
    if (known < 0)
        box->setEditText(text);
}

void MappingDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const auto *box = qobject_cast<QComboBox *>(editor);
    const QString text
        = box->currentText() == m_choices.stringList().value(0) ? QString() : box->currentText();
    if (text != index.data(Qt::EditRole).toString() && !model->setData(index, text, Qt::EditRole))
        setEditorData(editor, index);
}

QSize MappingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max(size.height(), option.fontMetrics.height() + roomForABox));
    return size;
}

bool MappingDelegate::eventFilter(QObject *watched, QEvent *event)
{
    // Whoever scrolls the table does not mean to choose another column.
    if (event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

} // namespace gauge::ui
