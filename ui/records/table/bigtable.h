// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace gauge::ui {

//! A table view whose work does not grow with what is selected in it. QTableView of Qt 6.4 lists every
//! selected cell for a screen reader and before a drag: tens of millions when a long table is selected whole.
class BigTable : public QTableView
{
    Q_OBJECT
public:
    using QTableView::QTableView;

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    //! One cell of each range, for a drag to begin with, if the person pressed on a selected cell; what
    //! begins elsewhere selects.
    [[nodiscard]] QModelIndexList selectedIndexes() const override;

private:
    void speak(const QItemSelection &cells, bool added);

    bool m_pressedOnSelection = false;
};

} // namespace gauge::ui
