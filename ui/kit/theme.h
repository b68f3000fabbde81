// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPalette>
#include <QString>

namespace gauge::ui {

//! The icon resources/icons/<name>.svg in the text colour of the palette; it follows light, dark
//! and selected by itself, because it is drawn when it is asked for.
[[nodiscard]] QIcon icon(const QString &name);
//! The same in one colour, for signals that carry a meaning besides their shape.
[[nodiscard]] QIcon icon(const QString &name, const QColor &color);
//! The program's own icon.
[[nodiscard]] QIcon applicationIcon();

//! Whether \a palette is a dark one.
[[nodiscard]] bool isDark(const QPalette &palette);

//! Colours that tell good from bad to colour-blind eyes too; always shown with a shape.
enum class Signal { Good, Neutral, Attention, Bad };
[[nodiscard]] QColor signalColor(Signal signal, const QPalette &palette);

//! Makes the running application "dark" or "light" whatever the system says; any other word leaves
//! it to the system. For desktops whose platform theme tells Qt 6.4 nothing, and for pictures.
void forceColorScheme(const QString &scheme);

} // namespace gauge::ui
