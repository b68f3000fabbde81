// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace gauge::lake {

class SqlConnection;

//! The CustomerGauge system that a connection reads, and the client ID that it reads it with.
struct System
{
    QString name; //!< of the connection, for people
    QString connection; //!< its id
    QStringList hosts; //!< for tokens, data and imports: host[:port][/path]
    QString clientId; //!< never stored; a fingerprint of it is
    bool operator==(const System &) const = default;
};

//! Whose data a lake holds, as table lake_owner has it. README.md says what the fingerprint protects.
struct Owner
{
    QString name;
    QString connection;
    QStringList hosts;
    QString salt; //!< hexadecimal
    QString fingerprint; //!< hexadecimal SHA-256 of salt, hosts and client ID
    QString movedTo; //!< the file that took the place of this one, or empty
    //! Whether the fingerprint is that of \a clientId.
    [[nodiscard]] bool hasClientId(const QString &clientId) const;
    //! For people: "ACME (api.eu.customergauge.com)".
    [[nodiscard]] QString text() const;
    bool operator==(const Owner &) const = default;
};

//! What a system is to a lake.
enum class Standing {
    Unclaimed, //!< the lake has no owner yet
    Own, //!< same hosts, same client ID
    OtherClientId, //!< same hosts
    OtherHosts, //!< same connection and client ID: its region or addresses were edited
    Foreign, //!< anything else
    Moved, //!< the lake was moved to another file
};

[[nodiscard]] Standing standingOf(const System &system, const std::optional<Owner> &owner);
//! Whether a person may decide that the data are the system's all the same (SyncPlan::adopt).
[[nodiscard]] bool canBeAdopted(Standing standing);
//! An error that names both, of kind Storage; nothing for a system that may use the lake.
[[nodiscard]] std::optional<Error> validationError(const System &system, const std::optional<Owner> &owner);

//! Returns nothing if the lake has no owner, or an earlier layout. The functions below are for lakes of this
//! layout.
[[nodiscard]] Result<std::optional<Owner>> readOwner(SqlConnection &connection);
//! Fails with validationError(), unless \a adopt is true and the lake can be adopted. Call it within the
//! transaction that it protects.
[[nodiscard]] Result<void> checkOwner(SqlConnection &connection, const System &system, bool adopt = false);
//! Makes \a system the owner of a lake that has none or can be adopted. Call it within a write transaction,
//! after checkOwner().
[[nodiscard]] Result<void> claim(SqlConnection &connection, const System &system, const QDateTime &now);
//! Notes that another file took the place of this one: from now on checkOwner() fails. Within a write
//! transaction.
[[nodiscard]] Result<void> noteMove(SqlConnection &connection, const QString &to, const QDateTime &now);

} // namespace gauge::lake
