// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "screens/stage.h"

namespace gauge::screens {

//! The dashboard of sample data: from its top to its end, as tables, narrowed and opened.
void dashboard(Stage &stage);
//! The same with little and with nothing to show.
void dashboardSparse(Stage &stage);
//! Every chart alone, with much, little and no data.
void charts(Stage &stage);

} // namespace gauge::screens
