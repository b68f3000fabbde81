// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/state/migrator.h"

#include "lake/sql/connection.h"

namespace gauge::lake {

namespace {

//! One step, if there is one to do, or all of a lake that is new, so that nobody meets one of an earlier
//! version that never was. True while there may be more.
Result<bool> advance(Connection &connection, std::span<const MigrationStep> steps)
{
    GAUGE_TRY(auto transaction, Transaction::begin(connection, Transaction::Kind::Write));
    // Read under the write lock: another process may have gone ahead meanwhile.
    GAUGE_TRY(const auto version, connection.layout());
    if (version < 0 || size_t(version) >= steps.size())
        return false;
    const auto todo = steps.subspan(size_t(version), version == 0 ? steps.size() : 1);
    for (const MigrationStep &step : todo) {
        GAUGE_CHECK(step(connection));
    }
    GAUGE_CHECK(connection.setLayout(version + qint64(todo.size())));
    GAUGE_CHECK(transaction.commit());
    return true;
}

} // namespace

Result<void> migrate(Connection &connection, std::span<const MigrationStep> steps)
{
    GAUGE_TRY(const auto version, connection.layout());
    if (version >= qint64(steps.size()))
        return {};
    for (;;) {
        GAUGE_TRY(const auto more, advance(connection, steps));
        if (!more)
            return {};
    }
}

} // namespace gauge::lake
