// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/filter/filtertree.h"

#include "kit/plaintext.h"
#include "kit/theme.h"
#include "records/cells/display.h"
#include "records/filter/conditiontext.h"

#include <QDropEvent>
#include <QEvent>
#include <QKeyEvent>

namespace gauge::ui {

using query::Condition;
using query::Filter;

namespace {

// A condition is kept as it is printed: an item that is dragged is written down and read again.
constexpr int kindRole = Qt::UserRole + 1;
constexpr int conditionRole = Qt::UserRole + 2;

Filter::Kind kindOf(const QTreeWidgetItem *item)
{
    return Filter::Kind(item->data(0, kindRole).toInt());
}

bool isGroup(const QTreeWidgetItem *item)
{
    return kindOf(item) != Filter::Kind::Condition;
}

Condition conditionOf(const QTreeWidgetItem *item)
{
    return query::parseCondition(item->data(0, conditionRole).toString()).value_or(Condition());
}

std::vector<Filter> membersOf(const QTreeWidgetItem *group);

std::optional<Filter> filterOf(const QTreeWidgetItem *item)
{
    if (!isGroup(item))
        return Filter(conditionOf(item));
    std::vector<Filter> members = membersOf(item);
    if (members.empty())
        return std::nullopt;
    return kindOf(item) == Filter::Kind::All ? Filter::all(std::move(members))
                                             : Filter::any(std::move(members));
}

std::vector<Filter> membersOf(const QTreeWidgetItem *group)
{
    std::vector<Filter> members;
    for (int i = 0; i < group->childCount(); ++i) {
        if (std::optional<Filter> member = filterOf(group->child(i)))
            members.push_back(std::move(*member));
    }
    return members;
}

//! Groups around \a item, itself included.
int levelOf(const QTreeWidgetItem *item)
{
    int level = 0;
    for (; item; item = item->parent())
        level += isGroup(item) ? 1 : 0;
    return level;
}

QTreeWidgetItem *makeGroup(Filter::Kind kind)
{
    auto *item = new QTreeWidgetItem;
    item->setData(0, kindRole, int(kind));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled);
    return item;
}

QTreeWidgetItem *makeCondition(const Condition &condition)
{
    auto *item = new QTreeWidgetItem;
    item->setData(0, kindRole, int(Filter::Kind::Condition));
    item->setData(0, conditionRole, query::print(condition));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled);
    return item;
}

} // namespace

FilterTree::FilterTree(QWidget *parent)
    : QTreeWidget(parent)
{
    setColumnCount(1);
    setHeaderHidden(true);
    setExpandsOnDoubleClick(false);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setDragDropMode(InternalMove);
    invisibleRootItem()->setFlags(invisibleRootItem()->flags() & ~Qt::ItemIsDropEnabled);
    connect(this, &QTreeWidget::itemDoubleClicked, this, [this](const QTreeWidgetItem *item) {
        if (!isGroup(item))
            Q_EMIT editWanted();
    });
    setFilters({});
}

void FilterTree::setColumns(std::vector<lake::LakeColumn> columns)
{
    m_columns = std::move(columns);
    refresh(root());
}

QTreeWidgetItem *FilterTree::makeItem(const Filter &filter)
{
    if (filter.kind() == Filter::Kind::Condition)
        return makeCondition(filter.condition());
    QTreeWidgetItem *item = makeGroup(filter.kind());
    fill(item, filter.members());
    return item;
}

void FilterTree::fill(QTreeWidgetItem *group, const std::vector<Filter> &members)
{
    for (const Filter &member : members)
        group->addChild(makeItem(member));
}

void FilterTree::setFilters(const std::vector<Filter> &filters)
{
    const QSignalBlocker quiet(this);
    clear();
    const std::optional<Filter> whole = filters.empty() ? std::nullopt : std::optional(Filter::all(filters));
    const bool isGroup = whole && whole->kind() != Filter::Kind::Condition;
    QTreeWidgetItem *first = makeGroup(isGroup ? whole->kind() : Filter::Kind::All);
    first->setFlags(first->flags() & ~Qt::ItemIsDragEnabled);
    addTopLevelItem(first);
    fill(first, isGroup ? whole->members() : filters);
    refresh(first);
    expandAll();
    setCurrentItem(first->childCount() > 0 ? first->child(0) : first);
}

std::vector<Filter> FilterTree::filters() const
{
    std::vector<Filter> members = membersOf(root());
    if (kindOf(root()) == Filter::Kind::All || members.empty())
        return members;
    return {Filter::any(std::move(members))};
}

void FilterTree::goTo(int place)
{
    if (QTreeWidgetItem *item = root()->child(place))
        setCurrentItem(item);
}

std::optional<Condition> FilterTree::currentCondition() const
{
    return currentItem() && !isGroup(currentItem()) ? std::optional(conditionOf(currentItem()))
                                                    : std::nullopt;
}

void FilterTree::setCurrentCondition(const Condition &condition)
{
    if (!currentItem() || isGroup(currentItem()))
        return;
    currentItem()->setData(0, conditionRole, query::print(condition));
    refresh();
}

Filter::Kind FilterTree::currentKind() const
{
    return currentItem() ? kindOf(currentItem()) : Filter::Kind::All;
}

std::vector<Filter> FilterTree::othersOfCurrent() const
{
    std::vector<Filter> others;
    for (const QTreeWidgetItem *item = currentItem(); item && item->parent(); item = item->parent()) {
        if (kindOf(item->parent()) != Filter::Kind::All)
            continue;
        for (int i = 0; i < item->parent()->childCount(); ++i) {
            const QTreeWidgetItem *sibling = item->parent()->child(i);
            const std::optional<Filter> other = sibling == item ? std::nullopt : filterOf(sibling);
            // One that is not finished counts nothing.
            const std::vector<Condition> inOther
                = other ? query::conditionsOf({*other}) : std::vector<Condition>();
            const bool holds = std::none_of(inOther.begin(), inOther.end(),
                                            [this](const Condition &each) { return validationError(each); });
            if (other && holds)
                others.push_back(*other);
        }
    }
    return others;
}

std::optional<QString> FilterTree::validationError(const Condition &condition) const
{
    const auto column = std::find_if(m_columns.begin(), m_columns.end(), [&](const lake::LakeColumn &each) {
        return each.name == condition.column;
    });
    if (column == m_columns.end())
        return tr("There is no column “%1”.").arg(condition.column.left(60));
    return ui::validationError(condition, column->type);
}

std::optional<QString> FilterTree::validationError() const
{
    const std::vector<Filter> all = filters();
    for (const Condition &condition : query::conditionsOf(all)) {
        if (const std::optional<QString> problem = validationError(condition))
            return QString(conditionLabel(condition, m_columns) + QStringLiteral(": ") + *problem);
    }
    if (!all.empty() && Filter::all(all).depth() > query::deepestFilter)
        return tr("Groups can be %L1 deep at most.").arg(query::deepestFilter);
    return std::nullopt;
}

QTreeWidgetItem *FilterTree::groupAtHand() const
{
    QTreeWidgetItem *item = currentItem() ? currentItem() : root();
    return isGroup(item) ? item : item->parent();
}

void FilterTree::add(QTreeWidgetItem *item)
{
    QTreeWidgetItem *group = groupAtHand();
    const bool isBehind = currentItem() && !isGroup(currentItem());
    group->insertChild(isBehind ? group->indexOfChild(currentItem()) + 1 : group->childCount(), item);
    group->setExpanded(true);
    setCurrentItem(item);
    refresh();
}

void FilterTree::addCondition(const Condition &condition)
{
    add(makeCondition(condition));
}

bool FilterTree::canAddGroup() const
{
    return levelOf(groupAtHand()) < query::deepestFilter;
}

//! One of the other kind: a group of the same kind would be no group of its own.
void FilterTree::addGroup()
{
    if (canAddGroup())
        add(makeGroup(joiner() == Filter::Kind::All ? Filter::Kind::Any : Filter::Kind::All));
}

Filter::Kind FilterTree::joiner() const
{
    return kindOf(groupAtHand());
}

void FilterTree::setJoiner(Filter::Kind kind)
{
    if (kind == Filter::Kind::Condition || kind == joiner())
        return;
    groupAtHand()->setData(0, kindRole, int(kind));
    refresh();
}

bool FilterTree::canRemove() const
{
    return currentItem() && currentItem() != root();
}

void FilterTree::removeCurrent()
{
    if (!canRemove())
        return;
    delete currentItem();
    refresh();
}

bool FilterTree::canMoveUp() const
{
    const QTreeWidgetItem *item = currentItem();
    return canRemove() && (item->parent() != root() || root()->indexOfChild(currentItem()) > 0);
}

bool FilterTree::canMoveDown() const
{
    const QTreeWidgetItem *item = currentItem();
    return canRemove()
        && (item->parent() != root() || root()->indexOfChild(currentItem()) < root()->childCount() - 1);
}

void FilterTree::moveTo(QTreeWidgetItem *group, int place)
{
    QTreeWidgetItem *item = currentItem();
    item->parent()->removeChild(item);
    group->insertChild(place, item);
    expandAll();
    setCurrentItem(item);
    refresh();
}

void FilterTree::moveUp()
{
    if (!canMoveUp())
        return;
    QTreeWidgetItem *group = currentItem()->parent();
    const int place = group->indexOfChild(currentItem());
    QTreeWidgetItem *before = group->child(place - 1);
    if (!before)
        moveTo(group->parent(), group->parent()->indexOfChild(group));
    else if (isGroup(before))
        moveTo(before, before->childCount());
    else
        moveTo(group, place - 1);
}

void FilterTree::moveDown()
{
    if (!canMoveDown())
        return;
    QTreeWidgetItem *group = currentItem()->parent();
    const int place = group->indexOfChild(currentItem());
    QTreeWidgetItem *behind = group->child(place + 1);
    if (!behind)
        moveTo(group->parent(), group->parent()->indexOfChild(group) + 1);
    else if (isGroup(behind))
        moveTo(behind, 0);
    else
        moveTo(group, place + 1);
}

void FilterTree::dropEvent(QDropEvent *event)
{
    QTreeWidgetItem *moved = currentItem();
    QTreeWidget::dropEvent(event);
    expandAll();
    setCurrentItem(moved);
    refresh();
}

void FilterTree::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        Q_EMIT removeWanted();
    else if (isEnter || event->key() == Qt::Key_F2)
        Q_EMIT editWanted();
    else
        QTreeWidget::keyPressEvent(event);
}

void FilterTree::refresh()
{
    refresh(root());
    Q_EMIT changed();
}

void FilterTree::refresh(QTreeWidgetItem *item)
{
    const Filter::Kind kind = kindOf(item);
    if (kind == Filter::Kind::Condition) {
        showCondition(item);
        return;
    }
    const bool isAll = kind == Filter::Kind::All;
    QString words = isAll ? tr("All of these hold") : tr("Any of these holds");
    if (item->childCount() == 0)
        words = tr("%1 (nothing yet)").arg(words);
    item->setText(0, words);
    QFont font = this->font();
    font.setBold(true);
    item->setFont(0, font);
    for (int i = 0; i < item->childCount(); ++i)
        refresh(item->child(i));
}

void FilterTree::showCondition(QTreeWidgetItem *item) const
{
    const Condition condition = conditionOf(item);
    const std::optional<QString> problem = validationError(condition);
    item->setText(0, conditionLabel(condition, m_columns));
    item->setIcon(0, problem ? icon(QStringLiteral("warning")) : QIcon());
    item->setToolTip(0, problem ? plainToolTip(*problem) : QString());
    item->setData(0, Qt::AccessibleDescriptionRole, problem.value_or(QString()));
}

void FilterTree::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh(root());
    QTreeWidget::changeEvent(event);
}

} // namespace gauge::ui
