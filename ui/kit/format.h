// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"
#include "kit/theme.h"

#include <QDateTime>
#include <QString>

//! Numbers and times as people read them, by the default QLocale.
namespace gauge::ui {

[[nodiscard]] QString countText(qint64 count); //!< "12,480"
[[nodiscard]] QString pointsText(double points, int decimals = 0); //!< "−4", with a true minus
[[nodiscard]] QString signedText(double points, int decimals = 0); //!< "+38", "−4", "0"
[[nodiscard]] QString percentText(double percent, int decimals = 0); //!< "54 %"
[[nodiscard]] QString rateText(double perSecond); //!< "18,200/s", or empty when not known
[[nodiscard]] QString remainingText(const Progress &progress); //!< "about 1 min left", or empty
[[nodiscard]] QString sizeText(qint64 bytes); //!< "4.2 MB"
//! "4 min ago", beyond a day the date. Both in UTC.
[[nodiscard]] QString agoText(const QDateTime &then, const QDateTime &now);

//! "214,000 · 18,200/s · about 1 min left"; empty parts are left out.
[[nodiscard]] QString progressText(const Progress &progress);

// The words and signs of a job, the same on the status line and on the Jobs page.

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
