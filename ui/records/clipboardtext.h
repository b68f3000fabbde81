// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace gauge::ui {

//! Rows for the clipboard: tab-separated, with \a headers as the first line unless it is empty.
//! Values with a tab, line break or quote are quoted as spreadsheets do; what a spreadsheet would
//! run as a formula gets a leading apostrophe (cli.md, "Formula guard").
[[nodiscard]] QString clipboardText(const QStringList &headers, const std::vector<QStringList> &rows);

} // namespace gauge::ui
