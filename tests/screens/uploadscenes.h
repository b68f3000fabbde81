// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "screens/stage.h"

namespace gauge::screens {

//! One record by form: empty, filled in, with findings, accepted, refused, of unknown fate.
void uploadRecord(Stage &stage);
void uploadMails(Stage &stage);
//! One response: the form, the names of its fields, accepted, no API key.
void uploadResponse(Stage &stage);
//! Nobody to send to, and the sandbox.
void uploadNoConnection(Stage &stage);
void uploadSample(Stage &stage);

} // namespace gauge::screens
