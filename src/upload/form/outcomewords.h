// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/form/outcome.h"

//! What became of one record in sentences, the same in the window and on the command line.
namespace gauge::upload {

//! "Accepted." or "Accepted as record 5."
[[nodiscard]] QString acceptedWords(const Outcome &outcome);
//! What came of looking it up again.
[[nodiscard]] QString readBackWords(const ReadBack &read);
//! Why it was not accepted: with how long the service asks to wait, and its answer in the detail.
[[nodiscard]] Error problemOf(const Outcome &outcome);

} // namespace gauge::upload
