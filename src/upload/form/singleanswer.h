// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/form/send.h"

namespace gauge::upload {

//! What an answer of the older call says: JSON or XML, with or without its wrapper, whole or not.
struct LegacyResponse
{
    QString number; //!< number_customergauge, else the id, else empty
    std::optional<int> code; //!< of an error
    QString message; //!< redacted, one line, 500 characters at most

    bool operator==(const LegacyResponse &) const = default;
};

//! Any bytes may come.
[[nodiscard]] LegacyResponse readSingleAnswer(const QByteArray &body);
//! Puts what \a body says into \a outcome, which holds what the status said. An error's code refuses
//! whatever the status: the service uses its own form for what it did not do. A status of success without the
//! number of a record, or with a web page, is Unknown.
void readSingleAnswer(const QByteArray &body, SendOutcome &outcome);

//! What the service means by an error's code, in words; empty: it is not known.
[[nodiscard]] QString codeMeaning(int code);

} // namespace gauge::upload
