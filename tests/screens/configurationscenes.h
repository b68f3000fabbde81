// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "screens/stage.h"

namespace gauge::screens {

//! The box of configurations, with its menu and what it has to say.
void configurationBox(Stage &stage);
//! The dialog of one configuration, new, wrong, learned and of a type that mails customers.
void configurationEditor(Stage &stage);

} // namespace gauge::screens
