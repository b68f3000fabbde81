// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/page.h"
#include "records/recordmodel.h"

namespace gauge::ui {

//! One page of live records, shown from the page's own bytes: a cell becomes text when it is painted.
class LivePageModel final : public RecordModel
{
    Q_OBJECT
public:
    using PagePointer = std::shared_ptr<const catalog::Page>;

    using RecordModel::RecordModel;

    void setPage(PagePointer page, catalog::Endpoint endpoint);
    //! Shows these columns, left to right; an empty list shows the usual ones.
    void showColumns(const QStringList &names);

    [[nodiscard]] const std::vector<lake::LakeColumn> &allColumns() const { return m_all; }
    [[nodiscard]] const catalog::Endpoint &endpoint() const { return m_endpoint; }

    //! One record whole: its JSON as received, and the value of every column.
    [[nodiscard]] lake::RecordDetail record(int row) const;

    [[nodiscard]] qint64 keyOf(int row) const override;
    [[nodiscard]] int rowOf(qint64 key) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;

protected:
    [[nodiscard]] const std::vector<lake::LakeColumn> &knownColumns() const override { return m_all; }
    [[nodiscard]] Value valueAt(int row, int column) const override;
    [[nodiscard]] QFuture<RowsAnswer> unmaskedRows(const std::vector<int> &rows) override;
    [[nodiscard]] QString sentAt(int row) const override;

private:
    void chooseColumns(const QStringList &names);
    [[nodiscard]] const catalog::Cell *cell(int row, int place) const;
    [[nodiscard]] Value valueAtPlace(int row, int place) const;

    PagePointer m_page;
    catalog::Endpoint m_endpoint;
    std::vector<lake::LakeColumn> m_all; //!< the endpoint's columns, then the page's dynamic names
    std::vector<int> m_places; //!< of the shown columns in m_all
};

} // namespace gauge::ui
