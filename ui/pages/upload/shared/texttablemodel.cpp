// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/shared/texttablemodel.h"

#include "kit/plaintext.h"
#include "records/cells/display.h"

#include <QGuiApplication>

namespace gauge::ui {

void TextTableModel::refreshTexts()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int TextTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(titles().size());
}

QVariant TextTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole) {
        return isFigure(index.column())
            ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter))
            : QVariant();
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::DecorationRole && role != SortRole)
        return {};
    const Cell told = cell(index.row(), index.column());
    switch (role) {
    case Qt::DisplayRole:
        return display::oneLine(told.text);
    case Qt::ToolTipRole:
        return told.text.isEmpty() ? QVariant() : plainToolTip(told.text);
    case Qt::DecorationRole:
        return told.iconName.isEmpty()
            ? QVariant()
            : icon(told.iconName, signalColor(told.signal, QGuiApplication::palette()));
    default:
        return told.sort.isValid() ? told.sort : told.text;
    }
}

QVariant TextTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter)
                                   | (isFigure(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::ToolTipRole)
        return plainToolTip(titles().at(section));
    return role == Qt::DisplayRole ? display::oneLine(titles().at(section), 60) : QVariant();
}

} // namespace gauge::ui
