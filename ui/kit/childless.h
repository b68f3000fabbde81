// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

namespace gauge::ui {

//! A widget that a screen reader meets as one thing, whatever it is made of.
class ChildlessInterface : public QAccessibleWidget
{
public:
    using QAccessibleWidget::QAccessibleWidget;
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
};

} // namespace gauge::ui
