// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartstyle.h"

#include "kit/theme.h"

#include <QApplication>
#include <QBrush>
#include <QFontMetricsF>
#include <QImage>
#include <QStyle>
#include <QWidget>

namespace gauge::ui {

namespace {

ChartStyle lookOf(const QPalette &palette, const QFont &font)
{
    ChartStyle look;
    look.font = font;
    look.isDark = isDark(palette);
    look.text = palette.color(QPalette::Active, QPalette::WindowText);
    look.background = palette.color(QPalette::Active, QPalette::Window);
    look.highlight = palette.color(QPalette::Active, QPalette::Highlight);
    look.line = signalColor(Signal::Neutral, palette);
    look.quiet = look.mixed(look.text, 0.68);
    look.grid = look.mixed(look.text, 0.11);
    return look;
}

} // namespace

ChartStyle ChartStyle::of(const QWidget &widget)
{
    return lookOf(widget.palette(), widget.font());
}

ChartStyle ChartStyle::printed()
{
    QPalette paper(QColor(0xf0, 0xf0, 0xf0), Qt::white);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        paper.setColor(role, QColor(0x20, 0x20, 0x20));
    return lookOf(paper, QApplication::font());
}

QBrush ChartStyle::fill(display::ScoreGroup group) const
{
    if (group != display::ScoreGroup::Detractor)
        return colour(group);
    // Lines on a tint of their colour are seen in bars of a few pixels too, where Qt's patterns are not.
    constexpr int side = 6;
    QImage tile(side, side, QImage::Format_RGB32);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x)
            tile.setPixelColor(x, y, (x + y) % side < 2 ? colour(group) : mixed(colour(group), 0.4));
    }
    return QBrush(tile);
}

QColor ChartStyle::mixed(const QColor &colour, double share) const
{
    const auto mix
        = [share](int over, int under) { return int(std::lround(over * share + under * (1 - share))); };
    return {mix(colour.red(), background.red()), mix(colour.green(), background.green()),
            mix(colour.blue(), background.blue())};
}

double ChartStyle::lineHeight() const
{
    return QFontMetricsF(font).height();
}

double ChartStyle::widthOf(const QString &words) const
{
    return QFontMetricsF(font).horizontalAdvance(words);
}

QString ChartStyle::elided(const QString &words, double width) const
{
    return QFontMetricsF(font).elidedText(words, Qt::ElideRight, width);
}

} // namespace gauge::ui
