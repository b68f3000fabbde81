// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/page.h"
#include "lake/sql/types.h"

#include <array>

namespace gauge::transfer {

//! What cells and headers say, whatever the format of the table. By default the formula guard is on.
struct CellOptions
{
    enum class Header { Names, Titles };
    bool rawFormulas = false; //!< off: texts a spreadsheet would run get a leading apostrophe
    bool maskPersonal = false; //!< columns marked personal show *** instead of their value
    Header header = Header::Names;

    bool operator==(const CellOptions &) const = default;
};

//! True for a text that a spreadsheet would take for a formula: it begins with = + - @ tab or
//! carriage return and is no plain number or phone number (contract: cli.md, "Formula guard").
[[nodiscard]] bool needsFormulaGuard(std::string_view text);

//! Turns cells into texts: numbers as received, booleans true and false, lists readable, nulls empty,
//! personal columns masked, formulas guarded.
class CellText
{
public:
    explicit CellText(CellOptions options)
        : m_options(options)
    {}

    //! The headings of the columns of a table; titles that read the same are told apart by names.
    [[nodiscard]] std::vector<std::string> headings(const std::vector<lake::LakeColumn> &columns);
    //! Lives until the next call, or as long as the cell.
    [[nodiscard]] std::string_view of(const catalog::Cell &cell, const lake::LakeColumn &column);
    //! Whether of() hides what the cell holds.
    [[nodiscard]] bool isMasked(const lake::LakeColumn &column) const
    {
        return m_options.maskPersonal && column.personal;
    }

private:
    [[nodiscard]] std::string_view guarded(std::string_view text);

    CellOptions m_options;
    std::array<char, 32> m_digits;
    std::string m_readable;
    std::string m_guarded;
};

} // namespace gauge::transfer
