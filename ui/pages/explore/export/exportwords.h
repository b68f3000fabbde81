// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/csvwriter.h"
#include "transfer/exportplan.h"

//! What the export dialog says of its choices.
namespace gauge::ui {

//! How a file for \a reader is written; nothing for choices of one's own.
[[nodiscard]] QString readerHint(transfer::CsvAudience reader);
[[nodiscard]] QString listsHint(transfer::Lists lists, bool csv);
//! Of a file dialog.
[[nodiscard]] QString nameFilter(transfer::Format format);

} // namespace gauge::ui
