// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vault/credentialstore.h"

#include <chrono>

namespace gauge::vault {

//! The operating system's keychain through QtKeychain; a secret is there or nowhere, never in a
//! file of our own. Entries are named "<connection id>/client-secret" and ".../api-key".
//! Use it from the main thread: QtKeychain queues all jobs of the process in one place, without a lock.
class KeychainStore final : public CredentialStore
{
public:
    //! \a patience is how long a person has to unlock the keychain, for each operation.
    explicit KeychainStore(QString service = QStringLiteral("GaugeDesk"),
                           std::chrono::milliseconds patience = std::chrono::minutes(2));

    QCoro::Task<Result<std::optional<Secret>>> read(QString connectionId, SecretKind kind) override;
    QCoro::Task<Result<void>> write(QString connectionId, SecretKind kind, Secret secret) override;
    QCoro::Task<Result<void>> remove(QString connectionId, SecretKind kind) override;
    QCoro::Task<KeychainState> probe() override;

private:
    QString m_service;
    std::chrono::milliseconds m_patience;
};

} // namespace gauge::vault
