// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "screens/stage.h"

namespace gauge::screens {

//! A file from the choice to the end, with all that can be wrong with it.
void fileUpload(Stage &stage);
//! A file that was begun before, and one that is being sent.
void fileUploadAgain(Stage &stage);
//! What was sent, and what became of it.
void uploadHistory(Stage &stage);

} // namespace gauge::screens
