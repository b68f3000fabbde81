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

} // namespace gauge::ui
