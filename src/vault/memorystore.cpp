// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/memorystore.h"

namespace gauge::vault {

QCoro::Task<Result<std::optional<Secret>>> MemoryStore::read(QString connectionId, SecretKind kind)
{
    std::optional<Secret> found;
    const auto entry = m_secrets.find({connectionId, kind});
    if (entry != m_secrets.end())
        found = entry->second;
    co_return Result<std::optional<Secret>>(std::move(found));
}

QCoro::Task<Result<void>> MemoryStore::write(QString connectionId, SecretKind kind, Secret secret)
{
    m_secrets.insert_or_assign({connectionId, kind}, std::move(secret));
    co_return Result<void>();
}

QCoro::Task<Result<void>> MemoryStore::remove(QString connectionId, SecretKind kind)
{
    m_secrets.erase({connectionId, kind});
    co_return Result<void>();
}

QCoro::Task<KeychainState> MemoryStore::probe()
{
    co_return KeychainState::Available;
}

} // namespace gauge::vault
