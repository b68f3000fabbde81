// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gauge::sandbox {

//! Decoded names and values of a query or a form body, in order, repeated ones included.
using Form = std::vector<std::pair<std::string, std::string>>;

//! Reads `a=1&b%5B%5D=x+y`; an octet that is not well encoded stays as it is.
[[nodiscard]] Form parseForm(std::string_view encoded);
//! The members of a JSON object in the same notation: nested ones as `name[key]`, list items as `name[]`,
//! numbers and booleans as their text, null as an empty text. Nothing if \a body is no JSON object.
[[nodiscard]] std::optional<Form> parseJson(std::string_view body);
//! The last value of \a name, as the service's framework takes it.
[[nodiscard]] std::optional<std::string> valueOf(const Form &form, std::string_view name);
//! All values of `name[]`, `name[0]`, …
[[nodiscard]] std::vector<std::string> listOf(const Form &form, std::string_view name);
//! The pairs of `name[key]=value`.
[[nodiscard]] Form mapOf(const Form &form, std::string_view name);
//! A whole number, or nothing.
[[nodiscard]] std::optional<std::int64_t> integer(std::string_view text);

} // namespace gauge::sandbox
