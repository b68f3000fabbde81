// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/labels.h"

#include "kit/theme.h"

#include <QCryptographicHash>
#include <QPainter>
#include <QResizeEvent>

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

WrappedLabel::WrappedLabel(QWidget *parent)
    : PlainLabel(parent)
{
    setWordWrap(true);
}

int WrappedLabel::heightForWidth(int asked) const
{
    return PlainLabel::heightForWidth(std::min(asked, width()));
}

void WrappedLabel::resizeEvent(QResizeEvent *event)
{
    PlainLabel::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
}

void makePageTitle(QLabel *label)
{
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * 1.4);
    label->setFont(font);
}

void makeGroupTitle(QLabel *label)
{
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
}

void makeQuiet(QLabel *label)
{
    label->setForegroundRole(QPalette::PlaceholderText);
}

} // namespace gauge::ui
