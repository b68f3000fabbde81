// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "lake/sql/types.h"

#include <chrono>
#include <optional>

namespace gauge::lake {

class SqlConnection;

//! A holder that gave no sign for this long is taken for gone, also on another machine.
inline constexpr std::chrono::minutes leaseLifetime{2};

//! This process as a holder, under a new UUID.
[[nodiscard]] LeaseHolder newHolder();

//! Takes \a feed for \a me, or renews it, or says in a Busy error who has it. Call it within a write
//! transaction: then of two processes only one can win.
[[nodiscard]] Result<void> takeLease(SqlConnection &connection, const QString &feed, const LeaseHolder &me);
//! Renews the lease that \a me has, unless it was renewed within the last second; Busy when it is another's
//! meanwhile. Within a write transaction.
[[nodiscard]] Result<void> renewLease(SqlConnection &connection, const QString &feed, const LeaseHolder &me);
//! Who has \a feed at \a now; nobody where the lease has run out or its process is gone.
[[nodiscard]] Result<std::optional<LeaseHolder>> activeHolder(SqlConnection &connection, const QString &feed,
                                                              const QDateTime &now);
//! Whether anybody has \a feed at \a now.
[[nodiscard]] Result<bool> isHeld(SqlConnection &connection, const QString &feed, const QDateTime &now);
//! Whether \a holder is a sync of this very process.
[[nodiscard]] bool isThisProcess(const LeaseHolder &holder);
//! Who sends an upload at \a now, whichever it is; nobody where none is being sent.
[[nodiscard]] Result<std::optional<LeaseHolder>> livingSender(SqlConnection &connection,
                                                              const QDateTime &now);
//! Held besides all feeds by those who write for long (ExclusiveLease): no upload begins meanwhile, since it
//! could not write down what becomes of its rows.
[[nodiscard]] QString longWriteLease();
[[nodiscard]] Result<void> dropLease(SqlConnection &connection, const QString &feed, const LeaseHolder &me);

class SqlConnection;

//! All feeds of a lake, held so that neither a sync nor an upload begins meanwhile.
class ExclusiveLease
{
public:
    explicit ExclusiveLease(SqlConnection &connection);
    ~ExclusiveLease();
    Q_DISABLE_COPY_MOVE(ExclusiveLease)

    //! Busy names who syncs one of them or sends an upload; none is taken then.
    [[nodiscard]] Result<void> take(const QStringList &feeds);
    //! Gives a sign of life, within the write transaction of a step; Busy when another has taken over.
    [[nodiscard]] Result<void> renew();

private:
    SqlConnection &m_connection;
    LeaseHolder m_me;
    QStringList m_held;
};

} // namespace gauge::lake
