// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/file/findingsmodel.h"

#include "kit/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace gauge::ui {

using upload::FileFinding;

FindingsModel::FindingsModel(QObject *parent)
    : TextTableModel(parent)
    , m_columns(upload::findingColumns())
{
    std::stable_partition(m_columns.begin(), m_columns.end(), [](const upload::FindingColumn &column) {
        return qstrcmp(column.id, "severity") == 0;
    });
}

int FindingsModel::columnOf(const char *id) const
{
    const auto found
        = std::find_if(m_columns.begin(), m_columns.end(),
                       [&](const upload::FindingColumn &column) { return qstrcmp(column.id, id) == 0; });
    Q_ASSERT(found != m_columns.end());
    return int(found - m_columns.begin());
}

void FindingsModel::setFindings(std::vector<FileFinding> findings)
{
    beginResetModel();
    m_findings = std::move(findings);
    endResetModel();
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_findings.size());
}

TextTableModel::Cell FindingsModel::cell(int row, int column) const
{
    const FileFinding &found = m_findings[std::size_t(row)];
    if (column == 0) {
        return found.severity == upload::Severity::Error
            ? Cell{tr("Error"), 0, QStringLiteral("error"), Signal::Bad}
            : Cell{tr("Warning"), 1, QStringLiteral("warning"), Signal::Attention};
    }
    const upload::FindingColumn &shown = m_columns[std::size_t(column)];
    const QVariant value = shown.value(found);
    if (!shown.isNumber)
        return {value.toString()};
    const qint64 number = value.toLongLong();
    return {number == 0 ? tr("all") : countText(number), number};
}

QStringList FindingsModel::titles() const
{
    QStringList titles;
    for (const upload::FindingColumn &column : m_columns)
        titles.append(QCoreApplication::translate("upload", column.title));
    return titles;
}

bool FindingsModel::isFigure(int column) const
{
    return m_columns[std::size_t(column)].isNumber;
}

FindingsFilter::FindingsFilter(FindingsModel *model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSourceModel(model);
    setSortRole(TextTableModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void FindingsFilter::setSeverity(std::optional<upload::Severity> only)
{
    m_only = only;
    invalidateFilter();
}

void FindingsFilter::setSearch(const QString &text)
{
    m_search = text;
    invalidateFilter();
}

const FileFinding *FindingsFilter::finding(const QModelIndex &index) const
{
    return index.isValid() ? &m_model->finding(mapToSource(index).row()) : nullptr;
}

bool FindingsFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const FileFinding &found = m_model->finding(row);
    if (m_only && found.severity != *m_only)
        return false;
    return m_search.isEmpty() || found.heading.contains(m_search, Qt::CaseInsensitive)
        || found.words.contains(m_search, Qt::CaseInsensitive) || QString::number(found.row) == m_search
        || QString::number(found.line) == m_search;
}

} // namespace gauge::ui
