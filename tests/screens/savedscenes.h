// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "screens/stage.h"

namespace gauge::screens {

//! The export dialog in every format, with its sample.
void exportDialog(Stage &stage);
//! Exports under names, in the dialog and in their menu.
void savedExports(Stage &stage);
//! The button View: saving, choosing, changing, removing.
void savedViews(Stage &stage);

} // namespace gauge::screens
