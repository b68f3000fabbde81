// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
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
