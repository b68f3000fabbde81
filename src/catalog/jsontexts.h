// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace gauge::catalog {

//! Calls \a visit with every text in \a json, unescaped, the names of keys included; each lives until the
//! next call. False: it is no JSON, or has a text that is none, and \a visit has not seen all.
[[nodiscard]] bool forEachText(std::string_view json, const std::function<void(std::string_view)> &visit);

//! The text at \a pointer of the object \a json, or the digits of a number there; nothing where there is
//! neither.
[[nodiscard]] std::optional<std::string> textAt(std::string_view json, std::string_view pointer);

} // namespace gauge::catalog
