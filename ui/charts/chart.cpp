// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart.h"

#include "base/text.h"
#include "kit/format.h"
#include "kit/plaintext.h"

#include <QCoreApplication>

#include <cmath>

namespace gauge::ui {

namespace {

constexpr double usualHeight = 200;

//! What a file gets: more digits would tell of the arithmetic only.
double written(double value)
{
    return std::round(value * 1e6) / 1e6;
}

} // namespace

Chart::Cell textCell(const QString &text)
{
    return {text, text};
}

Chart::Cell countCell(qint64 count)
{
    return {countText(count), count};
}

Chart::Cell pointsCell(double points)
{
    return {signedText(points, 1), written(points)};
}

Chart::Cell shareCell(double share)
{
    return {percentText(100 * share, 1), written(100 * share)};
}

void Chart::setTitle(const QString &title)
{
    m_title = title;
    Q_EMIT titleChanged();
}

void Chart::setNote(const QString &note)
{
    m_note = note;
    Q_EMIT titleChanged();
}

void Chart::setEmptyText(const QString &words)
{
    m_emptyWords = words;
}

void Chart::setTable(std::vector<Column> columns, std::vector<Row> rows)
{
    beginResetModel();
    m_columns = std::move(columns);
    m_rows = std::move(rows);
    endResetModel();
}

int Chart::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int Chart::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant Chart::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const Cell &cell = m_rows[std::size_t(index.row())][std::size_t(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return withVisibleControls(cell.shown, Layout::Marked);
    case Qt::ToolTipRole:
        return plainToolTip(cell.shown);
    case Qt::EditRole:
        return cell.value;
    case SpokenRole:
        return accessibleText(index);
    case Qt::AccessibleTextRole:
        return cell.shown.isEmpty() ? tr("empty") : cell.name();
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter
                   | (m_columns[std::size_t(index.column())].isFigure ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

QString Chart::Cell::name() const
{
    return accessibleText.isEmpty() ? shown.trimmed() : accessibleText;
}

QVariant Chart::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const Column &column = m_columns[std::size_t(section)];
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (column.isFigure ? Qt::AlignRight : Qt::AlignLeft));
    return role == Qt::DisplayRole ? QVariant(column.title) : QVariant();
}

std::vector<query::Filter> Chart::where(const QModelIndex &index) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    return m_rows[std::size_t(index.row())][std::size_t(index.column())].where;
}

QString Chart::accessibleText(const QModelIndex &index) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    const auto isPoint = [](const Column &column) { return column.isPoint; };
    const bool several = std::count_if(m_columns.begin(), m_columns.end(), isPoint) > 1;
    QStringList parts;
    for (std::size_t column = 1; column < m_columns.size(); ++column) {
        const bool isMeant = !several || int(column) == index.column();
        if (isMeant && !row[column].shown.isEmpty())
            parts.append(m_columns[column].title + QLatin1Char(' ') + row[column].shown);
    }
    const QString name = row.front().name();
    return parts.isEmpty() ? name : QString(name + QStringLiteral(": ") + parts.join(QStringLiteral(", ")));
}

double Chart::height(const ChartStyle &) const
{
    return usualHeight;
}

bool Chart::toggle(int)
{
    return false;
}

bool Estimate::isTold() const
{
    return responses > 0 && !isFew && std::isfinite(score) && std::isfinite(low) && std::isfinite(high);
}

QString tooFewText()
{
    return QCoreApplication::translate("charts", "too few");
}

Chart::Cell scoreCell(const Estimate &estimate)
{
    if (estimate.isFew)
        return {tooFewText(), {}};
    return estimate.isTold() ? pointsCell(estimate.score) : Chart::Cell{};
}

Chart::Cell lowCell(const Estimate &estimate)
{
    return estimate.isTold() ? pointsCell(estimate.low) : Chart::Cell{};
}

Chart::Cell highCell(const Estimate &estimate)
{
    return estimate.isTold() ? pointsCell(estimate.high) : Chart::Cell{};
}

Chart::Cell opening(Chart::Cell cell, const std::vector<query::Filter> &where)
{
    cell.where = where;
    return cell;
}

} // namespace gauge::ui
