// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/livepagemodel.h"

#include "catalog/life.h"
#include "catalog/readable.h"
#include "records/display.h"

namespace gauge::ui {

namespace {

QString textOf(const catalog::Cell &cell, catalog::ColumnType type)
{
    switch (cell.type) {
    case catalog::Cell::Type::Null:
        return {};
    case catalog::Cell::Type::Integer:
        return QString::number(cell.integer);
    case catalog::Cell::Type::Real:
        return QString::number(cell.real, 'g', QLocale::FloatingPointShortest);
    case catalog::Cell::Type::Text:
        break;
    }
    if (type != catalog::ColumnType::List)
        return QString::fromUtf8(cell.text.data(), qsizetype(cell.text.size()));
    std::string readable;
    catalog::appendReadable(readable, cell.text);
    return QString::fromStdString(readable);
}

} // namespace

void LivePageModel::setPage(PagePointer page, catalog::Endpoint endpoint)
{
    beginResetModel();
    const bool sameFeed = endpoint.id == m_endpoint.id;
    const QStringList chosen = sameFeed ? shownNames() : QStringList();
    m_page = std::move(page);
    m_endpoint = std::move(endpoint);
    m_all = display::columnsOf(m_endpoint);
    if (m_page) {
        for (const QString &name : m_page->dynamicNames)
            m_all.push_back(display::dynamicColumn(m_endpoint, name));
    }
    chooseColumns(chosen);
    endResetModel();
}

void LivePageModel::showColumns(const QStringList &names)
{
    beginResetModel();
    chooseColumns(names);
    endResetModel();
}

void LivePageModel::chooseColumns(const QStringList &names)
{
    const auto choose = [this](const QStringList &wanted) {
        std::vector<lake::LakeColumn> shown;
        m_places.clear();
        for (const QString &name : wanted) {
            const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const lake::LakeColumn &column) {
                return column.name == name;
            });
            if (found == m_all.end())
                continue;
            shown.push_back(*found);
            m_places.push_back(int(found - m_all.begin()));
        }
        setShown(std::move(shown));
    };
    choose(names);
    if (m_places.empty())
        choose(display::usualColumns(m_endpoint, m_all));
}

const catalog::Cell *LivePageModel::cell(int row, int place) const
{
    const catalog::Record &record = m_page->records[std::size_t(row)];
    const std::size_t base = m_endpoint.columns.size();
    if (std::size_t(place) < base)
        return std::size_t(place) < record.cells.size() ? &record.cells[std::size_t(place)] : nullptr;
    const std::size_t name = std::size_t(place) - base;
    const auto found = std::find_if(record.extras.begin(), record.extras.end(),
                                    [&](const catalog::Record::Extra &extra) { return extra.name == name; });
    return found == record.extras.end() ? nullptr : &found->cell;
}

RecordModel::Value LivePageModel::valueAtPlace(int row, int place) const
{
    const catalog::Cell *found = cell(row, place);
    if (!found || found->isNull())
        return {Presence::Here, {}, true};
    return {Presence::Here, textOf(*found, m_all[std::size_t(place)].type), false};
}

RecordModel::Value LivePageModel::valueAt(int row, int column) const
{
    return valueAtPlace(row, m_places[std::size_t(column)]);
}

QString LivePageModel::sentAt(int row) const
{
    const catalog::Column *sent = m_endpoint.column(QLatin1String(catalog::sentName));
    return sent ? valueAtPlace(row, int(sent - m_endpoint.columns.data())).text : QString();
}

lake::RecordDetail LivePageModel::record(int row) const
{
    lake::RecordDetail detail;
    if (row < 0 || row >= rowCount())
        return detail;
    const std::string_view raw = m_page->records[std::size_t(row)].raw;
    detail.raw = QByteArray(raw.data(), qsizetype(raw.size()));
    detail.row.key = row;
    for (int place = 0; place < int(m_all.size()); ++place) {
        const Value value = valueAtPlace(row, place);
        detail.row.display.append(value.text);
        detail.row.null.append(value.null);
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
            const Value value = valueAtPlace(row, place);
            owned.display.append(value.text);
            owned.null.append(value.null);
        }
        result.push_back(std::move(owned));
    }
    return QtFuture::makeReadyFuture(Result<std::vector<lake::OwnedRow>>(std::move(result)));
}

int LivePageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_page ? 0 : boundedRows(m_page->records.size());
}

} // namespace gauge::ui
