// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/table/columnchooser.h"

#include "kit/labels.h"
#include "kit/plaintext.h"
#include "records/cells/display.h"
#include "records/table/recordmodel.h"
#include "ui_columnchooser.h"

#include <QKeyEvent>
#include <QPushButton>

namespace gauge::ui {

ColumnChooser::ColumnChooser(catalog::Endpoint endpoint, std::vector<lake::LakeColumn> columns,
                             QStringList shown, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ColumnChooser>())
    , m_endpoint(std::move(endpoint))
    , m_columns(std::move(columns))
    , m_shown(std::move(shown))
{
    m_ui->setupUi(this);
    makeQuiet(m_ui->countLabel);
    fill();
    tick(m_shown);
    m_ui->searchEdit->installEventFilter(this);
    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, &ColumnChooser::filter);
    connect(m_ui->tree, &QTreeWidget::itemChanged, this, &ColumnChooser::take);
    connect(m_ui->usualButton, &QPushButton::clicked, this,
            [this] { tick(display::usualColumns(m_endpoint, m_columns)); });
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &ColumnChooser::finish);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

ColumnChooser::~ColumnChooser() = default;

ColumnChooser::Kind ColumnChooser::kindOf(const lake::LakeColumn &column) const
{
    if (m_endpoint.column(column.name))
        return column.type == catalog::ColumnType::List ? Kind::List : Kind::Field;
    if (column.name.startsWith(QLatin1String("property.")))
        return Kind::Segment;
    return column.name.startsWith(QLatin1String("question.")) ? Kind::Question : Kind::Other;
}

QString ColumnChooser::titleOf(Kind kind)
{
    switch (kind) {
    case Kind::Field:
        return tr("Fields");
    case Kind::List:
        return tr("Lists");
    case Kind::Segment:
        return tr("Segments");
    case Kind::Question:
        return tr("Questions");
    case Kind::Other:
        break;
    }
    return tr("Other columns");
}

void ColumnChooser::fill()
{
    constexpr auto ticks = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable;
    const QStringList titles = display::titles(m_columns, 100);
    m_items.resize(m_columns.size());
    for (const Kind kind : {Kind::Field, Kind::List, Kind::Segment, Kind::Question, Kind::Other}) {
        QList<QTreeWidgetItem *> items;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            if (kindOf(m_columns[i]) != kind)
                continue;
            auto *item = new QTreeWidgetItem({titles[qsizetype(i)]});
            item->setFlags(ticks | Qt::ItemNeverHasChildren);
            item->setToolTip(0, plainToolTip(m_columns[i].name));
            m_items[i] = item;
            items.append(item);
        }
        if (items.isEmpty())
            continue;
        auto *group = new QTreeWidgetItem(m_ui->tree);
        group->setFlags(ticks);
        group->addChildren(items);
        group->setExpanded(true);
        m_groups.push_back({kind, group});
    }
    m_ui->tree->setCurrentItem(m_ui->tree->topLevelItem(0));
}

void ColumnChooser::tick(const QStringList &names)
{
    const QSet<QString> wanted(names.begin(), names.end());
    {
        const QSignalBlocker quiet(m_ui->tree);
        for (std::size_t i = 0; i < m_items.size(); ++i)
            m_items[i]->setCheckState(0, wanted.contains(m_columns[i].name) ? Qt::Checked : Qt::Unchecked);
    }
    showGroups();
    showCount();
}

void ColumnChooser::take(QTreeWidgetItem *item)
{
    if (!item->parent())
        tickFound(item);
    showGroups();
    showCount();
}

//! All that are seen of a group, or none of them when all are ticked.
void ColumnChooser::tickFound(QTreeWidgetItem *group)
{
    std::vector<QTreeWidgetItem *> found;
    for (int i = 0; i < group->childCount(); ++i) {
        if (!group->child(i)->isHidden())
            found.push_back(group->child(i));
    }
    const bool all = std::all_of(found.begin(), found.end(), [](const QTreeWidgetItem *item) {
        return item->checkState(0) == Qt::Checked;
    });
    const QSignalBlocker quiet(m_ui->tree);
    for (QTreeWidgetItem *item : found)
        item->setCheckState(0, all ? Qt::Unchecked : Qt::Checked);
}

void ColumnChooser::filter(const QString &text)
{
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const bool found = m_items[i]->text(0).contains(text, Qt::CaseInsensitive)
            || m_columns[i].name.contains(text, Qt::CaseInsensitive);
        m_items[i]->setHidden(!found);
    }
    for (const Group &group : m_groups) {
        bool any = false;
        for (int i = 0; i < group.item->childCount() && !any; ++i)
            any = !group.item->child(i)->isHidden();
        group.item->setHidden(!any);
        if (!text.isEmpty())
            group.item->setExpanded(true);
    }
}

void ColumnChooser::showGroups()
{
    const QSignalBlocker quiet(m_ui->tree);
    for (const Group &group : m_groups) {
        const int all = group.item->childCount();
        int count = 0;
        for (int i = 0; i < all; ++i)
            count += group.item->child(i)->checkState(0) == Qt::Checked ? 1 : 0;
        const Qt::CheckState some = count == 0 ? Qt::Unchecked : Qt::PartiallyChecked;
        group.item->setCheckState(0, count == all ? Qt::Checked : some);
        group.item->setText(0, tr("%1: %L2 of %L3").arg(titleOf(group.kind)).arg(count).arg(all));
    }
}

QStringList ColumnChooser::ticked() const
{
    // Those that are shown keep their place, new ones follow.
    QStringList names;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i]->checkState(0) == Qt::Checked)
            names.append(m_columns[i].name);
    }
    QStringList ordered;
    for (const QString &name : m_shown) {
        if (names.removeAll(name) > 0)
            ordered.append(name);
    }
    return ordered + names;
}

void ColumnChooser::showCount()
{
    const int count = int(ticked().size());
    const bool fits = count > 0 && count <= RecordModel::maxColumns;
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(fits);
    if (count > RecordModel::maxColumns) {
        m_ui->countLabel->setText(
            tr("%L1 of %L2 chosen. A table shows up to %L3 at once; an export of everything "
               "has them all.")
                .arg(count)
                .arg(m_columns.size())
                .arg(RecordModel::maxColumns));
    } else {
        m_ui->countLabel->setText(tr("%L1 of %L2 chosen").arg(count).arg(m_columns.size()));
    }
}

void ColumnChooser::finish()
{
    Q_EMIT chosen(ticked());
    accept();
}

// From the search on into what was found.
bool ColumnChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->searchEdit && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down) {
        if (!m_ui->tree->currentItem() || m_ui->tree->currentItem()->isHidden())
            m_ui->tree->setCurrentIndex(m_ui->tree->indexAt({0, 0})); // the first that was found
        m_ui->tree->setFocus();
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void ColumnChooser::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        showGroups();
        showCount();
    }
    QDialog::changeEvent(event);
}

} // namespace gauge::ui
