// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/endpoint.h"
#include "lake/sql/types.h"

#include <QAbstractTableModel>

namespace gauge::ui {

//! The syncs that a lake has written down, newest first, in words.
class SyncHistoryModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Started, Feed, Kind, Part, Pages, Received, New, Changed, Gone, Outcome, ColumnCount };
    enum Role { TextRole = Qt::UserRole }; //!< the whole text of a cell

    explicit SyncHistoryModel(catalog::Catalog catalog, QObject *parent = nullptr);

    void setRecords(std::vector<lake::SyncRecord> records);
    void refreshTexts();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const lake::SyncRecord &record, int column) const;
    [[nodiscard]] QString partText(const lake::SyncRecord &record) const;

    const catalog::Catalog m_catalog;
    std::vector<lake::SyncRecord> m_records;
};

} // namespace gauge::ui
