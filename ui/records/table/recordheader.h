// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/table/stripheader.h"

namespace gauge::ui {

//! The column headers of a table of records: every column that it is sorted by has the arrow of the style,
//! and, where there are several, its place among them behind the title.
class RecordHeader final : public StripHeader
{
    Q_OBJECT
public:
    explicit RecordHeader(QWidget *parent = nullptr);

    //! Takes only one of its own: it does not show what is selected, and to look for that takes QHeaderView
    //! of Qt 6.4 a walk over every row.
    void setSelectionModel(QItemSelectionModel *selection) override;

Q_SIGNALS:
    //! \a further: with Shift.
    void columnClicked(int column, bool further);

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void initStyleOptionForIndex(QStyleOptionHeader *option, int column) const override;

private:
    void writePlace(QStyleOptionHeader *option, int column, std::size_t place) const;

    bool m_further = false;
};

} // namespace gauge::ui
