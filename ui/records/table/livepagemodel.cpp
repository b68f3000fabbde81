// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/table/livepagemodel.h"

#include "catalog/computed.h"
#include "kit/plaintext.h"
#include "records/cells/display.h"

#include <QFont>

namespace gauge::ui {

void LivePageModel::setPage(PagePointer page, catalog::Endpoint endpoint)
{
    beginResetModel();
    const bool sameFeed = endpoint.id == m_page.endpoint().id;
    const QStringList chosen = sameFeed ? shownNames() : QStringList();
    m_page = LivePage(std::move(page), std::move(endpoint));
    m_comparison = nullptr;
    chooseColumns(chosen);
    endResetModel();
}

void LivePageModel::setComparison(ComparisonPointer comparison)
{
    m_comparison = std::move(comparison);
    if (rowCount() == 0 || columnCount() == 0)
        return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
}

void LivePageModel::showColumns(const QStringList &names)
{
    beginResetModel();
    chooseColumns(names);
    endResetModel();
}

void LivePageModel::chooseColumns(const QStringList &names)
{
    const std::vector<lake::LakeColumn> &all = allColumns();
    const auto choose = [&](const QStringList &wanted) {
        std::vector<lake::LakeColumn> shown;
        m_places.clear();
        for (const QString &name : wanted) {
            const auto found = std::find_if(
                all.begin(), all.end(), [&](const lake::LakeColumn &column) { return column.name == name; });
            if (found == all.end())
                continue;
            shown.push_back(*found);
            m_places.push_back(int(found - all.begin()));
        }
        setShown(std::move(shown));
    };
    choose(names);
    if (m_places.empty())
        choose(display::usualColumns(endpoint(), all));
}

RecordModel::Value LivePageModel::valueAt(int row, int column) const
{
    const std::optional<QString> value = m_page.value(row, m_places[std::size_t(column)]);
    return {Presence::Here, value.value_or(QString()), !value};
}

QString LivePageModel::sentAt(int row) const
{
    return m_page.valueOf(row, QString::fromLatin1(catalog::sentName));
}

lake::RecordDetail LivePageModel::record(int row) const
{
    lake::RecordDetail detail;
    if (row < 0 || row >= rowCount())
        return detail;
    detail.raw = m_page.raw(row);
    detail.row.key = row;
    for (int place = 0; place < int(allColumns().size()); ++place) {
        const std::optional<QString> value = m_page.value(row, place);
        detail.row.display.append(value.value_or(QString()));
        detail.row.null.append(!value);
    }
    return detail;
}

qint64 LivePageModel::keyOf(int row) const
{
    return row >= 0 && row < rowCount() ? row : -1;
}

int LivePageModel::rowOf(qint64 key) const
{
    return key >= 0 && key < rowCount() ? int(key) : -1;
}

QFuture<RecordModel::RowsAnswer> LivePageModel::unmaskedRows(const std::vector<int> &rows)
{
    std::vector<lake::OwnedRow> result;
    for (const int row : rows) {
        if (row < 0 || row >= rowCount())
            continue;
        lake::OwnedRow owned{row, {}, {}};
        for (const int place : m_places) {
            const std::optional<QString> value = m_page.value(row, place);
            owned.display.append(value.value_or(QString()));
            owned.null.append(!value);
        }
        result.push_back(std::move(owned));
    }
    return QtFuture::makeReadyFuture(Result<std::vector<lake::OwnedRow>>(std::move(result)));
}

int LivePageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : boundedRows(m_page.rows());
}

std::optional<QString> LivePageModel::insteadOf(const QModelIndex &index) const
{
    if (!m_comparison || !index.isValid())
        return std::nullopt;
    const auto found = m_comparison->instead.find({index.row(), m_places[std::size_t(index.column())]});
    return found == m_comparison->instead.end() ? std::nullopt : std::optional(*found);
}

QVariant LivePageModel::data(const QModelIndex &index, int role) const
{
    const std::optional<QString> instead
        = role == Qt::FontRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole ? insteadOf(index)
                                                                                            : std::nullopt;
    if (!instead || (isMasked(index.column()) && role != Qt::FontRole))
        return RecordModel::data(index, role);
    const catalog::ColumnType type = shownColumns()[std::size_t(index.column())].type;
    if (role == Qt::FontRole) {
        QFont font;
        font.setBold(true);
        return font;
    }
    if (role == Qt::ToolTipRole) {
        return plainToolTip(instead->isEmpty()
                                ? tr("Empty in the local copy")
                                : tr("In the local copy: %1").arg(display::value(type, *instead)));
    }
    const QString accessibleText = RecordModel::data(index, role).toString();
    return instead->isEmpty()
        ? tr("%1, empty in the local copy").arg(accessibleText)
        : tr("%1, in the local copy: %2")
              .arg(accessibleText, display::oneLine(display::accessibleText(type, *instead)));
}

QVariant LivePageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QVariant usual = RecordModel::headerData(section, orientation, role);
    if (orientation == Qt::Horizontal || !m_comparison || section < 0
        || std::size_t(section) >= m_comparison->rows.size())
        return usual;
    const PageComparison::State state = m_comparison->rows[std::size_t(section)];
    if (state == PageComparison::State::Same)
        return usual;
    const bool missing = state == PageComparison::State::Missing;
    const QString number = RecordModel::headerData(section, orientation, Qt::DisplayRole).toString();
    switch (role) {
    case Qt::DisplayRole:
        return QString(number + (missing ? QLatin1String(" +") : QString::fromUtf8(" ≠")));
    case Qt::ToolTipRole:
        return missing ? tr("Not in the local copy") : tr("Differs from the local copy");
    case Qt::AccessibleTextRole:
        return missing ? tr("%1, not in the local copy").arg(number)
                       : tr("%1, differs from the local copy").arg(number);
    default:
        return usual;
    }
}

} // namespace gauge::ui
