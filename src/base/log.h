// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace gauge {

Q_DECLARE_LOGGING_CATEGORY(logNet)
Q_DECLARE_LOGGING_CATEGORY(logLake)
Q_DECLARE_LOGGING_CATEGORY(logSync)
Q_DECLARE_LOGGING_CATEGORY(logVault)
Q_DECLARE_LOGGING_CATEGORY(logUi)

//! From here on every Qt message passes redacted() before it reaches standard error.
//! Without \a verbose, debug and info lines of our own categories are dropped.
void installLog(bool verbose);

} // namespace gauge
