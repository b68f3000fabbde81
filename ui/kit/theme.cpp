// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/theme.h"

#include <QApplication>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>
#include <QSvgRenderer>

// Resources of a static library must be asked for, from outside any namespace.
static void initIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace gauge::ui {

namespace {

QByteArray drawing(const QString &name)
{
    static const bool ready = [] {
        initIcons();
        return true;
    }();
    Q_UNUSED(ready)
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "icon", qPrintable(name));
    return opened ? file.readAll() : QByteArray();
}

//! Draws an SVG whose strokes are "#000" in the palette's colour of the moment.
class TintedIconEngine final : public QIconEngine
{
public:
    TintedIconEngine(QByteArray svg, QColor color)
        : m_svg(std::move(svg))
        , m_color(std::move(color))
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QByteArray tinted = m_svg;
        tinted.replace("#000", colorFor(mode).name().toUtf8());
        QSvgRenderer renderer(tinted);
        painter->save();
        painter->setOpacity(mode == QIcon::Disabled ? 0.5 : 1.0);
        const int side = std::min(rect.width(), rect.height());
        QRectF square(0, 0, side, side);
        square.moveCenter(QRectF(rect).center());
        renderer.render(painter, square);
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap result(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return result;
    }

    QIconEngine *clone() const override { return new TintedIconEngine(*this); }
    QString key() const override { return QStringLiteral("gauge-tinted"); }

private:
    QColor colorFor(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Selected)
            return palette.color(QPalette::Active, QPalette::HighlightedText);
        if (m_color.isValid())
            return m_color;
        return palette.color(QPalette::Active, QPalette::WindowText);
    }

    QByteArray m_svg;
    QColor m_color;
};

} // namespace

QIcon icon(const QString &name)
{
    return icon(name, {});
}

QIcon icon(const QString &name, const QColor &color)
{
    return QIcon(new TintedIconEngine(drawing(name), color));
}

QIcon applicationIcon()
{
    // No stroke of this one is "#000", so it keeps its colours.
    return icon(QStringLiteral("gaugedesk"));
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QColor signalColor(Signal signal, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (signal) {
    case Signal::Good:
        return dark ? QColor(0x4f, 0xcf, 0xa8) : QColor(0x00, 0x82, 0x5f);
    case Signal::Neutral:
        return dark ? QColor(0x6c, 0xb4, 0xe6) : QColor(0x00, 0x72, 0xb2);
    case Signal::Attention:
        return dark ? QColor(0xf0, 0xc0, 0x55) : QColor(0x9a, 0x6a, 0x00);
    case Signal::Bad:
        return dark ? QColor(0xff, 0x9a, 0x57) : QColor(0xa3, 0x43, 0x00);
    }
    return palette.color(QPalette::WindowText);
}

} // namespace gauge::ui

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
