// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/upload/shared/texttablemodel.h"
#include "upload/file/mappedfile.h"

#include <QSortFilterProxyModel>

namespace gauge::ui {

//! What the check of a file has found.
class FindingsModel final : public TextTableModel
{
    Q_OBJECT
public:
    //! The severity with its sign comes first, then the others of upload::findingColumns().
    explicit FindingsModel(QObject *parent = nullptr);

    //! The column with an \a id of upload::findingColumns(), which must be one.
    [[nodiscard]] int columnOf(const char *id) const;
    void setFindings(std::vector<upload::FileFinding> findings);
    [[nodiscard]] const upload::FileFinding &finding(int row) const { return m_findings[std::size_t(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;

protected:
    [[nodiscard]] Cell cell(int row, int column) const override;
    [[nodiscard]] QStringList titles() const override;
    [[nodiscard]] bool isFigure(int column) const override;

private:
    std::vector<upload::FindingColumn> m_columns;
    std::vector<upload::FileFinding> m_findings;
};

//! Those of them that a person wants to see, in the order they want.
class FindingsFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit FindingsFilter(FindingsModel *model, QObject *parent = nullptr);

    void setSeverity(std::optional<upload::Severity> only);
    void setSearch(const QString &text);
    //! Null: there is none.
    [[nodiscard]] const upload::FileFinding *finding(const QModelIndex &index) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    FindingsModel *const m_model;
    std::optional<upload::Severity> m_only;
    QString m_search;
};

} // namespace gauge::ui
