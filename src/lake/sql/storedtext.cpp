// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/sql/storedtext.h"

#include <array>
#include <charconv>

namespace gauge::lake {

using catalog::Cell;

std::string storedText(const Cell &cell)
{
    switch (cell.type) {
    case Cell::Type::Null:
        return {};
    case Cell::Type::Integer:
        return std::to_string(cell.integer);
    case Cell::Type::Real: {
        std::array<char, 32> buffer{};
        const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), cell.real);
        return std::string(buffer.data(), end);
    }
    case Cell::Type::Text:
        return std::string(cell.text);
    }
    return {};
}

} // namespace gauge::lake
