// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

//! Small questions about JSON text that simdjson and QJsonDocument leave open.
namespace gauge::service {

//! \a text without the white space that JSON allows around a value.
[[nodiscard]] std::string_view trimmed(std::string_view text);

//! The deepest nesting of objects and arrays in \a json, which need not be valid.
[[nodiscard]] std::size_t nestingDepth(std::string_view json);

//! The inside of a JSON string (without its quotes), unescaped. A lone surrogate becomes U+FFFD
//! and an unknown escape the character itself: a comment is never lost over its spelling.
void appendUnescaped(std::string &out, std::string_view escaped);

//! \a json with raw control characters inside its strings written as \u00xx, which is what the
//! sender meant and what lets a record stand on one line.
[[nodiscard]] std::string withEscapedControls(std::string_view json);

} // namespace gauge::service
