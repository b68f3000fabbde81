// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/sql/types.h"

#include <QComboBox>

namespace gauge::ui {

//! Columns to divide responses by: properties, language, account and what else holds few values; and, where
//! it makes sense, none of them.
class ColumnBox final : public QComboBox
{
    Q_OBJECT
public:
    explicit ColumnBox(QWidget *parent = nullptr);

    //! \a none: the words of the first entry, which is no column; empty: there is none.
    void setColumns(const std::vector<lake::LakeColumn> &columns, const QString &none);
    //! Without a signal; what is not there is none.
    void choose(const QString &column);
    [[nodiscard]] QString column() const { return currentData().toString(); }

Q_SIGNALS:
    void chosen();
};

//! Those of \a columns, the likely ones first.
[[nodiscard]] std::vector<lake::LakeColumn> dividingColumns(const std::vector<lake::LakeColumn> &columns);

} // namespace gauge::ui
