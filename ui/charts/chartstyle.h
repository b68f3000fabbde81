// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/cells/display.h"

#include <QBrush>
#include <QColor>
#include <QFont>

class QWidget;

namespace gauge::ui {

//! Colours and font that charts are drawn in: of a widget on the screen, or of paper.
struct ChartStyle
{
    QFont font;
    QColor text;
    QColor quiet; //!< what explains something else
    QColor grid; //!< hardly there
    QColor background;
    QColor line; //!< of what is neither good nor bad
    QColor highlight; //!< around what has the keyboard
    bool isDark = false;

    [[nodiscard]] static ChartStyle of(const QWidget &widget);
    //! Light whatever the theme is.
    [[nodiscard]] static ChartStyle printed();

    [[nodiscard]] QColor colour(display::ScoreGroup group) const { return display::colour(group, isDark); }
    //! The fill of a group: detractors are hatched, so that no eye needs the colour.
    [[nodiscard]] QBrush fill(display::ScoreGroup group) const;
    //! \a colour on the background, as strong as \a share says: 0 … 1.
    [[nodiscard]] QColor mixed(const QColor &colour, double share) const;
    //! The size of letters; everything else is measured by it.
    [[nodiscard]] double lineHeight() const;
    [[nodiscard]] double widthOf(const QString &words) const;
    [[nodiscard]] QString elided(const QString &words, double width) const;
};

} // namespace gauge::ui
