// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/page.h"

#include <optional>
#include <string>
#include <string_view>

//! How values go into the cells of a workbook, whatever writes it.
namespace gauge::transfer::xlsx {

inline constexpr int mostRows = 1'048'576; //!< of a sheet, its heading included
inline constexpr int mostColumns = 16'384;
inline constexpr int mostCharacters = 32'767; //!< of a cell, in UTF-16 units

//! A date as a workbook counts it: days since 1899-12-30, with the time as a fraction.
struct Date
{
    double serial = 0;
    bool hasTime = false;
};

//! `yyyy-MM-dd` or `yyyy-MM-dd HH:mm:ss` from 1900-03-01 (the days before are counted differently by
//! different programs) to 9999-12-31; nothing for any other text.
[[nodiscard]] std::optional<Date> readDate(std::string_view text);

//! The number of a cell where a workbook shows it exactly, which is with 15 digits at most.
[[nodiscard]] std::optional<double> exactNumber(const catalog::Cell &cell);

//! Texts as they must be handed to libxlsxwriter so that readers that know the escapes of the format
//! (_xHHHH_, ECMA-376 part 1, 22.9.2.19) get exactly what was there. libxlsxwriter itself escapes the
//! control characters but NUL.
class Text
{
public:
    explicit Text(int most)
        : m_most(most)
    {}

    //! Lives until the next call.
    [[nodiscard]] const std::string &of(std::string_view text);
    //! The last one was longer than a cell holds: it ends with a mark that says so.
    [[nodiscard]] bool isShortened() const { return m_shortened; }

private:
    void escape(std::string_view text);

    const int m_most;
    bool m_shortened = false;
    std::string m_out;
};

//! UTF-16 units of a text in UTF-8.
[[nodiscard]] int unitsOf(std::string_view text);

} // namespace gauge::transfer::xlsx
