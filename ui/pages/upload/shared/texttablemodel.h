// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kit/theme.h"

#include <QAbstractTableModel>

namespace gauge::ui {

//! A table of values in words. Its children tell the cells; figures stand to the right, long texts are cut to
//! a line and whole in their tool tips.
class TextTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    //! By what a proxy sorts: numbers and times as such.
    static constexpr int SortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    void refreshTexts();

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    struct Cell
    {
        QString text;
        QVariant sort = {}; //!< a null one: the text
        QString iconName = {}; //!< as in resources/icons
        Signal signal = Signal::Neutral; //!< the icon's colour
    };
    [[nodiscard]] virtual Cell cell(int row, int column) const = 0;
    [[nodiscard]] virtual QStringList titles() const = 0;
    [[nodiscard]] virtual bool isFigure(int column) const = 0;
};

} // namespace gauge::ui
