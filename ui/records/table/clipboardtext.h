// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/endpoint.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace gauge::ui {

//! Cells on their way to a spreadsheet, as received.
struct CopiedCells
{
    QStringList headers; //!< none: only the cells
    std::vector<catalog::ColumnType> types; //!< of each column
    std::vector<QStringList> rows;
};

//! Tab-separated lines. Values with a tab, line break or quote are quoted as spreadsheets do; what a
//! spreadsheet would run as a formula gets a leading apostrophe (cli.md, "Formula guard").
[[nodiscard]] QString clipboardText(const CopiedCells &cells);

//! The same as a table of HTML, where texts say that they are texts: leading zeros and long numbers stay
//! as they are.
[[nodiscard]] QString clipboardHtml(const CopiedCells &cells);

} // namespace gauge::ui
