// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gauge::ui {

//! \a json with line breaks and indentation between its tokens and not a byte of a token changed:
//! numbers of any length and texts stay as received. What is no JSON is indented as far as it goes.
[[nodiscard]] QByteArray indentedJson(const QByteArray &json);

} // namespace gauge::ui
