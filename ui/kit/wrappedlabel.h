// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kit/plaintext.h"

namespace gauge::ui {

//! A label of several lines that is never cut. Layouts ask a wrapped QLabel for its height at the width
//! that a page could have, not at the one that a page of limited width gets.
class WrappedLabel final : public PlainLabel
{
    Q_OBJECT
public:
    explicit WrappedLabel(QWidget *parent = nullptr);

    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace gauge::ui
