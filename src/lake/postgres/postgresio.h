// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string_view>

namespace gauge::lake {

//! What a server, or libpq, said: in words, with \a state (SQLSTATE; empty where none came) deciding.
//! \a message is kept for the log only where it cannot hold values of records.
[[nodiscard]] Error postgresError(std::string_view state, std::string_view message, const QString &server);
//! Whether \a error is that of a statement which was cancelled, whoever asked for it.
[[nodiscard]] bool isCancel(const Error &error);
//! The detail of an error where a server has sent more than was expected.
inline constexpr auto floodDetail = "answer too large";
[[nodiscard]] bool isFlood(const Error &error);

} // namespace gauge::lake
