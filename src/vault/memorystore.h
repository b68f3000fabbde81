// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/credentialstore.h"

#include <map>
#include <utility>

namespace gauge::vault {

//! "This session only": secrets live in this object and are wiped with it. For machines without a
//! keychain; always available.
class MemoryStore final : public CredentialStore
{
public:
    QCoro::Task<Result<std::optional<Secret>>> read(QString connectionId, SecretKind kind) override;
    QCoro::Task<Result<void>> write(QString connectionId, SecretKind kind, Secret secret) override;
    QCoro::Task<Result<void>> remove(QString connectionId, SecretKind kind) override;
    QCoro::Task<KeychainState> probe() override;

private:
    std::map<std::pair<QString, SecretKind>, Secret> m_secrets;
};

} // namespace gauge::vault
