// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QLoggingCategory>
#include <QString>

namespace gauge {

Q_DECLARE_LOGGING_CATEGORY(logNet)
Q_DECLARE_LOGGING_CATEGORY(logLake)
Q_DECLARE_LOGGING_CATEGORY(logSync)
Q_DECLARE_LOGGING_CATEGORY(logVault)
Q_DECLARE_LOGGING_CATEGORY(logUi)

//! From here on every Qt message passes redacted() before it reaches standard error.
//! Without \a verbose, debug and info lines of our own categories are dropped.
void installLog(bool verbose);

//! Has redacted() hide \a secret from now on, wherever it appears: unchanged, percent-encoded, as in a JSON
//! string, or cut off at the end. Call it where a credential comes into this process, in any thread. The last
//! 100 are known; they are wiped when the process ends. A secret of less than 8 bytes is not taken: hiding it
//! would also hide parts of ordinary words.
void hideEverywhere(const Secret &secret);

//! \a text with everything that could be a credential replaced by "[hidden]": bearer and api_key
//! values, client secrets and tokens in JSON, XML, form bodies, headers and URLs (query and user
//! info). Every log line, error detail and copied message passes here. It works by the shape of
//! the text, so it also catches secrets it was never told about, and by hideEverywhere(). Idempotent.
[[nodiscard]] QString redacted(const QString &text);

} // namespace gauge
