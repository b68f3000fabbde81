// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/headings.h"

namespace gauge::ui {

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
