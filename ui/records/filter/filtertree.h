// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/sql/types.h"
#include "query/filter.h"

#include <QTreeWidget>

namespace gauge::ui {

//! A filter being put together: groups of which all or any must hold, and conditions in words. The first item
//! is the group of all there is. Conditions and groups are moved with the mouse or by moveUp() and
//! moveDown(), which go into groups and out of them, so that every place can be reached.
class FilterTree final : public QTreeWidget
{
    Q_OBJECT
public:
    explicit FilterTree(QWidget *parent = nullptr);

    void setColumns(std::vector<lake::LakeColumn> columns);
    //! Without a signal. All of \a filters must hold.
    void setFilters(const std::vector<query::Filter> &filters);
    //! All of them must hold. Groups without a condition say nothing and are left out.
    [[nodiscard]] std::vector<query::Filter> filters() const;
    //! Makes the \a place-th member of the first group the current one.
    void goTo(int place);

    //! Nothing: the current item is a group.
    [[nodiscard]] std::optional<query::Condition> currentCondition() const;
    void setCurrentCondition(const query::Condition &condition);
    //! Of the current group.
    [[nodiscard]] query::Filter::Kind currentKind() const;
    //! What must hold as well wherever the current condition matters.
    [[nodiscard]] std::vector<query::Filter> othersOfCurrent() const;
    //! Why the filter cannot be applied as it is, in words, or nothing.
    [[nodiscard]] std::optional<QString> validationError() const;

    //! Behind the current condition, or at the end of the current group; it becomes the current one.
    void addCondition(const query::Condition &condition);
    void addGroup();
    [[nodiscard]] bool canAddGroup() const;
    //! Of the current group, or the one that the current condition is in.
    void setJoiner(query::Filter::Kind kind);
    [[nodiscard]] query::Filter::Kind joiner() const;
    [[nodiscard]] bool canRemove() const;
    void removeCurrent();
    [[nodiscard]] bool canMoveUp() const;
    [[nodiscard]] bool canMoveDown() const;
    void moveUp();
    void moveDown();

Q_SIGNALS:
    void changed();
    //! Enter was pressed on a condition, or it was double-clicked.
    void editWanted();
    void removeWanted();

protected:
    void changeEvent(QEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QTreeWidgetItem *root() const { return topLevelItem(0); }
    [[nodiscard]] QTreeWidgetItem *groupAtHand() const;
    [[nodiscard]] QTreeWidgetItem *makeItem(const query::Filter &filter);
    void fill(QTreeWidgetItem *group, const std::vector<query::Filter> &members);
    void add(QTreeWidgetItem *item);
    void moveTo(QTreeWidgetItem *group, int place);
    void refresh();
    void refresh(QTreeWidgetItem *item);
    void showCondition(QTreeWidgetItem *item) const;
    [[nodiscard]] std::optional<QString> validationError(const query::Condition &condition) const;

    std::vector<lake::LakeColumn> m_columns;
};

} // namespace gauge::ui
