// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/filter/valuelistmodel.h"

#include "kit/plaintext.h"
#include "records/cells/display.h"

#include <QLocale>
#include <QSet>

namespace gauge::ui {

namespace {

constexpr qint64 notCounted = -1;

} // namespace

void ValueListModel::setValues(catalog::ColumnType type, std::vector<lake::ValueCount> values)
{
    m_type = type;
    m_listed = std::move(values);
    arrange();
}

void ValueListModel::setTicked(const QStringList &values)
{
    if (values == m_ticked)
        return;
    m_ticked = values;
    arrange();
}

void ValueListModel::arrange()
{
    beginResetModel();
    QSet<QString> listed;
    for (const lake::ValueCount &value : m_listed)
        listed.insert(value.text);
    m_rows.clear();
    for (const QString &text : std::as_const(m_ticked)) {
        if (!listed.contains(text))
            m_rows.push_back({text, notCounted});
    }
    m_rows.insert(m_rows.end(), m_listed.begin(), m_listed.end());
    endResetModel();
}

int ValueListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ValueListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 2;
}

QString ValueListModel::shown(const lake::ValueCount &value) const
{
    return display::oneLine(display::value(m_type, value.text));
}

QVariant ValueListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const lake::ValueCount &value = m_rows[std::size_t(index.row())];
    if (index.column() == RecordsColumn) {
        if (role == Qt::DisplayRole)
            return value.records == notCounted ? QString() : QLocale().toString(value.records);
        if (role == Qt::TextAlignmentRole)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return shown(value);
    case Qt::CheckStateRole:
        return m_ticked.contains(value.text) ? Qt::Checked : Qt::Unchecked;
    case Qt::ToolTipRole:
        return plainToolTip(value.text);
    case Qt::AccessibleTextRole:
        return value.records == notCounted
            ? shown(value)
            : tr("%1, %2").arg(shown(value), tr("%Ln record(s)", nullptr, int(value.records)));
    default:
        return {};
    }
}

bool ValueListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != ValueColumn
        || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const QString &text = m_rows[std::size_t(index.row())].text;
    m_ticked.removeAll(text);
    if (value.toInt() == Qt::Checked)
        m_ticked.append(text);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT tickedByPerson();
    return true;
}

Qt::ItemFlags ValueListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags usual = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return index.column() == ValueColumn ? usual | Qt::ItemIsUserCheckable : usual;
}

QVariant ValueListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == ValueColumn ? tr("Value") : tr("Records");
}

} // namespace gauge::ui
