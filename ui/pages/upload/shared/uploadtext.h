// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kit/theme.h"
#include "lake/read/uploadhistory.h"

#include <utility>
#include <vector>

//! The words and signs of what became of rows, the same wherever they are shown.
namespace gauge::ui {

[[nodiscard]] QString stateText(lake::UploadRowState state); //!< "Accepted", "Refused", …
[[nodiscard]] QString stateIconName(lake::UploadRowState state); //!< as in resources/icons
[[nodiscard]] Signal stateSignal(lake::UploadRowState state);

//! What is counted under which state, in this order: accepted, refused, unknown, not sent.
[[nodiscard]] std::vector<std::pair<lake::UploadRowState, qint64>> counted(const lake::UploadCounts &counts);

[[nodiscard]] QString stateText(lake::UploadEntry::State state); //!< "Running", "Interrupted", …

//! It has an end to come that somebody can bring about: it has a file.
[[nodiscard]] bool canGoOn(const lake::UploadEntry &upload);

} // namespace gauge::ui
