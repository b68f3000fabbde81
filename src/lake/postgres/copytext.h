// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/page.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gauge::lake {

//! \a text as PostgreSQL can hold it: U+FFFD stands for NUL and for what is no UTF-8.
[[nodiscard]] std::string keptText(std::string_view text);

//! \a cell as a column of numbers shows it again, or nothing where it is none (a word) or would not
//! come back as it was (leading zeros beyond 64 bits): that is a stray.
[[nodiscard]] std::optional<std::string> numberText(const catalog::Cell &cell);

//! Appends a value in COPY's text format, without the tab or newline behind it.
void appendCopyText(std::string &line, std::string_view text);
void appendCopyBytes(std::string &line, std::string_view bytes);
inline void appendCopyNull(std::string &line)
{
    line += "\\N";
}

//! \a items as the text of an array, `{"a","b"}`.
[[nodiscard]] std::string arrayText(const std::vector<std::string> &items);

} // namespace gauge::lake
