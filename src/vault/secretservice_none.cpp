// SPDX-License-Identifier: GPL-3.0-or-later
// Platforms without a Secret Service: macOS and Windows report what happened through QtKeychain.
#include "vault/secretservice.h"

namespace gauge::vault::secretservice {

QCoro::Task<KeychainState> state()
{
    co_return KeychainState::Available;
}

QCoro::Task<KeychainState> unlocked(std::chrono::milliseconds)
{
    co_return KeychainState::Available;
}

QCoro::Task<KeychainState> confirmMissing(QString, QString)
{
    co_return KeychainState::Available;
}

} // namespace gauge::vault::secretservice
