// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/wrappedlabel.h"

#include <QResizeEvent>

namespace gauge::ui {

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

} // namespace gauge::ui
