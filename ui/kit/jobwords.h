// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"
#include "kit/icons.h"

//! The words and signs of a job, the same on the status line and on the Jobs page.
namespace gauge::ui {

[[nodiscard]] QString stateText(const Job &job); //!< "Running", "Stopping", "Done", …
[[nodiscard]] QString stateIconName(const Job &job); //!< as in resources/icons
[[nodiscard]] Signal stateSignal(const Job &job);
//! How far a running job has come, or what it waits for.
[[nodiscard]] QString runningText(const Job &job);
//! What came of a finished job: its summary, or the words of its error.
[[nodiscard]] QString outcomeText(const Job &job);
//! All of it for the clipboard, secrets taken out.
[[nodiscard]] QString jobCopyText(const Job &job);

} // namespace gauge::ui
