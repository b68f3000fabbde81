// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/table/pagecomparison.h"
#include "records/table/recordmodel.h"

namespace gauge::ui {

//! One page of live records, shown from the page's own bytes. What differs from the lake is marked, once
//! that is known: records at their number, values in bold; both in words, too.
class LivePageModel final : public RecordModel
{
    Q_OBJECT
public:
    using PagePointer = LivePage::PagePointer;
    using ComparisonPointer = PageComparer::ComparisonPointer;

    using RecordModel::RecordModel;

    void setPage(PagePointer page, catalog::Endpoint endpoint);
    //! Of this page; nullptr: it is not known how the page differs.
    void setComparison(ComparisonPointer comparison);
    //! Shows these columns, left to right; an empty list shows the usual ones.
    void showColumns(const QStringList &names);

    [[nodiscard]] const LivePage &page() const { return m_page; }
    [[nodiscard]] const std::vector<lake::LakeColumn> &allColumns() const { return m_page.columns(); }
    [[nodiscard]] const catalog::Endpoint &endpoint() const { return m_page.endpoint(); }

    //! One record whole: its JSON as received, and the value of every column.
    [[nodiscard]] lake::RecordDetail record(int row) const;

    [[nodiscard]] qint64 keyOf(int row) const override;
    [[nodiscard]] int rowOf(qint64 key) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] const std::vector<lake::LakeColumn> &knownColumns() const override
    {
        return m_page.columns();
    }
    [[nodiscard]] Value valueAt(int row, int column) const override;
    [[nodiscard]] QFuture<RowsAnswer> unmaskedRows(const std::vector<int> &rows) override;
    [[nodiscard]] QString sentAt(int row) const override;

private:
    void chooseColumns(const QStringList &names);
    //! What the lake has instead of what is shown; nothing where they agree.
    [[nodiscard]] std::optional<QString> insteadOf(const QModelIndex &index) const;

    LivePage m_page;
    ComparisonPointer m_comparison;
    std::vector<int> m_places; //!< of the shown columns in allColumns()
};

} // namespace gauge::ui
