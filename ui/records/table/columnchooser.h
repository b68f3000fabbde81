// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/endpoint.h"
#include "lake/sql/types.h"

#include <QDialog>

class QTreeWidgetItem;

namespace gauge::ui {

namespace Ui {
class ColumnChooser;
}

//! Which of a feed's columns a table shows, in groups by their kind; a feed may have thousands, so they can
//! be searched, and a group's tick is for those of it that were found. Their order is changed by dragging
//! headers in the table.
class ColumnChooser final : public QDialog
{
    Q_OBJECT
public:
    ColumnChooser(catalog::Endpoint endpoint, std::vector<lake::LakeColumn> columns, QStringList shown,
                  QWidget *parent = nullptr);
    ~ColumnChooser() override;

Q_SIGNALS:
    void chosen(const QStringList &names);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Kind { Field, List, Segment, Question, Other };
    struct Group
    {
        Kind kind = Kind::Field;
        QTreeWidgetItem *item = nullptr;
    };

    [[nodiscard]] Kind kindOf(const lake::LakeColumn &column) const;
    [[nodiscard]] static QString titleOf(Kind kind);
    void fill();
    void tick(const QStringList &names);
    void take(QTreeWidgetItem *item);
    void tickFound(QTreeWidgetItem *group);
    void filter(const QString &text);
    void showGroups();
    void showCount();
    [[nodiscard]] QStringList ticked() const;
    void finish();

    std::unique_ptr<Ui::ColumnChooser> m_ui;
    catalog::Endpoint m_endpoint;
    std::vector<lake::LakeColumn> m_columns;
    std::vector<QTreeWidgetItem *> m_items; //!< one a column
    std::vector<Group> m_groups;
    QStringList m_shown;
};

} // namespace gauge::ui
