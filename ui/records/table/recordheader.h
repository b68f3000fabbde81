// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace gauge::ui {

//! The headings of a table with room under them, within the header, for something that belongs to the
//! columns.
class StripHeader : public QHeaderView
{
public:
    explicit StripHeader(QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
    {}

    //! 0: none.
    void setStrip(int height)
    {
        if (height == m_height)
            return;
        m_height = height;
        updateGeometries();
        Q_EMIT geometriesChanged();
    }
    [[nodiscard]] int strip() const { return m_height; }

    [[nodiscard]] QSize sizeHint() const override
    {
        const QSize own = QHeaderView::sizeHint();
        return {own.width(), own.height() + m_height};
    }

protected:
    void updateGeometries() override
    {
        setViewportMargins(0, 0, 0, m_height);
        QHeaderView::updateGeometries();
    }

private:
    int m_height = 0;
};

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
