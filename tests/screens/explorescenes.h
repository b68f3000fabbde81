// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "screens/stage.h"

namespace gauge::screens {

//! Explore's tools and dialogs over the sample data.
void exploreTools(Stage &stage);
//! The service page by page.
void exploreLive(Stage &stage);
void exploreLiveDiffers(Stage &stage);

} // namespace gauge::screens
