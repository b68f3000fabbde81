// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/table/livepage.h"

#include "lake/read/display.h"
#include "records/cells/display.h"

namespace gauge::ui {

LivePage::LivePage(PagePointer page, catalog::Endpoint endpoint)
    : m_page(std::move(page))
    , m_endpoint(std::move(endpoint))
    , m_columns(display::columnsOf(m_endpoint))
{
    if (!m_page)
        return;
    for (const QString &name : m_page->dynamicNames)
        m_columns.push_back(display::dynamicColumn(m_endpoint, name));
}

const catalog::Cell *LivePage::cell(int row, int place) const
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

std::optional<QString> LivePage::value(int row, int place) const
{
    const catalog::Cell *found = cell(row, place);
    if (!found || found->isNull())
        return std::nullopt;
    std::string buffer;
    return lake::displayText(*found, m_columns[std::size_t(place)].type, buffer);
}

QString LivePage::valueOf(int row, const QString &column) const
{
    const auto found
        = std::find_if(m_columns.begin(), m_columns.end(),
                       [&](const lake::LakeColumn &candidate) { return candidate.name == column; });
    return found == m_columns.end() ? QString()
                                    : value(row, int(found - m_columns.begin())).value_or(QString());
}

QByteArray LivePage::raw(int row) const
{
    const std::string_view raw = m_page->records[std::size_t(row)].raw;
    return {raw.data(), qsizetype(raw.size())};
}

} // namespace gauge::ui
