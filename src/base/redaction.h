// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gauge {

//! \a text with everything that could be a credential replaced by "[hidden]": bearer and api_key
//! values, client secrets and tokens in JSON, XML, form bodies, headers and URLs (query and user
//! info). Every log line, error detail and copied message passes here. It works by the shape of
//! the text, so it also catches secrets it was never told about. Idempotent.
[[nodiscard]] QString redacted(const QString &text);

} // namespace gauge
