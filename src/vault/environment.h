// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/credentialstore.h"

namespace gauge::vault {

//! GAUGEDESK_CLIENT_ID, which wins over the connection's own for this run; an empty one is unset.
[[nodiscard]] std::optional<QString> environmentClientId();

//! GAUGEDESK_CLIENT_SECRET or GAUGEDESK_API_KEY, which win over the keychain for this run and are
//! never stored. An empty variable counts as unset: scripts clear variables that way.
[[nodiscard]] std::optional<Secret> environmentSecret(SecretKind kind);

} // namespace gauge::vault
