// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace gauge {

//! Looks texts up without making a string of each.
struct TextHash
{
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

template <typename T>
using ByText = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;

} // namespace gauge
