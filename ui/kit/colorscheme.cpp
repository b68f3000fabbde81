// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/colorscheme.h"

#include <QApplication>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>

namespace gauge::ui {

namespace {

QPalette darkPalette()
{
    // Fusion draws its outlines darker than the window, so the window must not be the darkest.
    const QColor window(0x2e, 0x31, 0x35);
    const QColor text(0xe6, 0xe8, 0xea);
    const QColor highlight(0x2f, 0x6f, 0xb5);
    QPalette palette(QColor(0x3d, 0x41, 0x47), window);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, text);
    palette.setColor(QPalette::Base, QColor(0x1f, 0x21, 0x24));
    palette.setColor(QPalette::AlternateBase, QColor(0x26, 0x28, 0x2c));
    palette.setColor(QPalette::ToolTipBase, QColor(0x38, 0x3b, 0x40));
    palette.setColor(QPalette::Highlight, highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x7a, 0xb8, 0xf5));
    palette.setColor(QPalette::PlaceholderText, QColor(0x9a, 0xa0, 0xa6));
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, QColor(0x7d, 0x82, 0x88));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(0x3a, 0x3d, 0x42));
    return palette;
}

} // namespace

void forceColorScheme(const QString &scheme)
{
    const bool dark = scheme == QLatin1String("dark");
    if (!dark && scheme != QLatin1String("light"))
        return;
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(dark ? darkPalette() : QApplication::style()->standardPalette());
}

} // namespace gauge::ui
