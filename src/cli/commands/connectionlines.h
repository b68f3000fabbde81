// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/jsonline.h"
#include "service/connection.h"

namespace gauge::cli {

//! Where the secret of a connection is: "keychain", "environment", "session" or "sample".
[[nodiscard]] QString placeName(service::SecretPlace place);

//! {"name","region","client_id","secret","id"}
[[nodiscard]] JsonLine connectionLine(const service::Connection &connection);

} // namespace gauge::cli
