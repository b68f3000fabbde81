// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

//! What simdjson leaves open about JSON text.
namespace gauge::service {

//! \a text without the white space that JSON allows around a value.
[[nodiscard]] std::string_view trimmed(std::string_view text);

//! The inside of a JSON string (without its quotes), unescaped. A lone surrogate becomes U+FFFD
//! and an unknown escape the character itself: a comment is never lost over its spelling.
void appendUnescaped(std::string &out, std::string_view escaped);

} // namespace gauge::service
