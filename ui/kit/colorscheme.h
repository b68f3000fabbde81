// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gauge::ui {

//! Makes the running application "dark" or "light" whatever the system says; any other word leaves
//! it to the system. For desktops whose platform theme tells Qt 6.4 nothing, and for pictures.
void forceColorScheme(const QString &scheme);

} // namespace gauge::ui
