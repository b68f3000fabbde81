// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/accentline.h"

#include "kit/icons.h"

#include <QCryptographicHash>
#include <QPainter>

namespace gauge::ui {

QColor accentColor(const QString &connectionId, const QPalette &palette)
{
    // Twelve hues are what eyes keep apart in a thin line. qHash() would differ between versions.
    const QByteArray digest = QCryptographicHash::hash(connectionId.toUtf8(), QCryptographicHash::Sha1);
    const int hue = (static_cast<unsigned char>(digest.at(0)) % 12) * 30;
    return isDark(palette) ? QColor::fromHsl(hue, 150, 150) : QColor::fromHsl(hue, 170, 105);
}

AccentLine::AccentLine(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void AccentLine::setConnectionId(const QString &id)
{
    m_id = id;
    update();
}

QSize AccentLine::sizeHint() const
{
    return {16, 3};
}

void AccentLine::paintEvent(QPaintEvent *)
{
    if (m_id.isEmpty())
        return;
    QPainter painter(this);
    painter.fillRect(rect(), accentColor(m_id, palette()));
}

} // namespace gauge::ui
