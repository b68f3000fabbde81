// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace gauge::service {

//! The beginning of an answer's body for an error's detail: redacted, on one line, 500 characters at most.
[[nodiscard]] QString excerpt(const QByteArray &body);

} // namespace gauge::service
