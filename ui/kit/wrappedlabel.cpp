// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/wrappedlabel.h"

#include <QResizeEvent>

namespace gauge::ui {

WrappedLabel::WrappedLabel(QWidget *parent)
    : QLabel(parent)
{
    setWordWrap(true);
}

int WrappedLabel::heightForWidth(int asked) const
{
    return QLabel::heightForWidth(std::min(asked, width()));
}

void WrappedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
}

} // namespace gauge::ui
