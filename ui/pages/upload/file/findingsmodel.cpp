// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/file/findingsmodel.h"

#include "kit/format.h"

namespace gauge::ui {

using upload::FileFinding;

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
    const bool isError = found.severity == upload::Severity::Error;
    switch (column) {
    case Severity:
        return isError ? Cell{tr("Error"), 0, QStringLiteral("error"), Signal::Bad}
                       : Cell{tr("Warning"), 1, QStringLiteral("warning"), Signal::Attention};
    case Row:
        return {found.row == 0 ? tr("all") : countText(found.row), found.row};
    case Line:
        return {countText(found.line), found.line};
    case Heading:
        return {found.heading};
    default:
        return {found.words};
    }
}

QStringList FindingsModel::titles() const
{
    return {tr("Severity"), tr("Row"), tr("Line"), tr("Heading"), tr("What is wrong")};
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
