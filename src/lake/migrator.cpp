// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/migrator.h"

#include "lake/connection.h"

namespace gauge::lake {

namespace {

//! One step, if there is one to do, or all of a lake that is new, so that nobody meets one of an earlier
//! version that never was. True while there may be more.
Result<bool> advance(Connection &connection, std::span<const MigrationStep> steps)
{
    auto transaction = Transaction::begin(connection, Transaction::Kind::Write);
    if (!transaction)
        return fail(std::move(transaction.error()));
    // Read under the write lock: another process may have gone ahead meanwhile.
    const auto version = connection.layout();
    if (!version)
        return fail(version.error());
    if (*version < 0 || size_t(*version) >= steps.size())
        return false;
    const auto todo = steps.subspan(size_t(*version), *version == 0 ? steps.size() : 1);
    for (const MigrationStep &step : todo) {
        if (auto done = step(connection); !done)
            return fail(std::move(done.error()));
    }
    if (auto done = connection.setLayout(*version + qint64(todo.size())); !done)
        return fail(std::move(done.error()));
    if (auto done = transaction->commit(); !done)
        return fail(std::move(done.error()));
    return true;
}

} // namespace

Result<void> migrate(Connection &connection, std::span<const MigrationStep> steps)
{
    const auto version = connection.layout();
    if (!version)
        return fail(version.error());
    if (*version >= qint64(steps.size()))
        return {};
    for (;;) {
        const auto more = advance(connection, steps);
        if (!more)
            return fail(more.error());
        if (!*more)
            return {};
    }
}

} // namespace gauge::lake
