// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "screens/stage.h"

namespace gauge::screens {

//! Explore's tools and dialogs over the sample data.
void exploreTools(Stage &stage);
//! Values to choose from, the filter as a whole, fields under the headings and hits that are marked.
void exploreFilters(Stage &stage);
//! The service page by page.
void exploreLive(Stage &stage);
void exploreLiveDiffers(Stage &stage);

//! The table of Explore: frozen columns, several sorts, tall rows, masked.
void exploreTable(Stage &stage);

} // namespace gauge::screens
