// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringListModel>
#include <QStyledItemDelegate>

namespace gauge::ui {

//! Chooses the column that a heading has its value from, or takes what is typed. Its editors are always open,
//! so that everybody sees what can be chosen.
class MappingDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit MappingDelegate(QObject *parent = nullptr);

    void setColumns(const QStringList &columns);

    [[nodiscard]] QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QStringListModel m_choices; //!< one for all editors: "Not sent", then the columns
};

} // namespace gauge::ui
