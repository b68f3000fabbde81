// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/file/cellmodel.h"

namespace gauge::ui {

void CellModel::setCells(const QStringList &headings, std::vector<QStringList> rows)
{
    beginResetModel();
    m_headings = headings.mid(0, mostColumns);
    m_rows = std::move(rows);
    endResetModel();
}

int CellModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

WordTable::Cell CellModel::cell(int row, int column) const
{
    return {m_rows[std::size_t(row)].value(column)};
}

} // namespace gauge::ui
