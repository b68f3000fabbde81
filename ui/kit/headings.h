// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace gauge::ui {

//! The one larger text size, for page titles.
void makePageTitle(QLabel *label);
//! Bold at the normal size, for a group within a page.
void makeGroupTitle(QLabel *label);
//! The palette's quiet text colour, for what explains something else; follows light and dark.
void makeQuiet(QLabel *label);

} // namespace gauge::ui
