// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/read/valuecounts.h"
#include "lake/sql/types.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace gauge::ui {

//! The values of a column to tick, each with how many records have it. What is ticked stays ticked whatever
//! is listed; what is ticked and not listed comes first, without a count.
class ValueListModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { ValueColumn, RecordsColumn };

    using QAbstractTableModel::QAbstractTableModel;

    void setValues(catalog::ColumnType type, std::vector<lake::ValueCount> values);
    //! Without a signal.
    void setTicked(const QStringList &values);
    //! In the order they were ticked.
    [[nodiscard]] const QStringList &ticked() const { return m_ticked; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void tickedByPerson();

private:
    void arrange();
    [[nodiscard]] QString shown(const lake::ValueCount &value) const;

    catalog::ColumnType m_type = catalog::ColumnType::Text;
    std::vector<lake::ValueCount> m_listed; //!< as counted
    std::vector<lake::ValueCount> m_rows; //!< with those that are ticked only, which have -1 records
    QStringList m_ticked;
};

} // namespace gauge::ui
