// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/state/lakeowner.h"

#include "base/log.h"
#include "lake/sql/connection.h"
#include "lake/sql/statement.h"
#include "lake/state/schema.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QRandomGenerator>

#include <array>

namespace gauge::lake {

namespace {

constexpr QChar between = u' '; // stands in no host and no path

QString freshSalt()
{
    std::array<quint32, 4> random{};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    return QString::fromLatin1(
        QByteArray::fromRawData(reinterpret_cast<const char *>(random.data()), sizeof(random)).toHex());
}

QString fingerprintOf(const QString &salt, const QStringList &hosts, const QString &clientId)
{
    const QString text = QStringList{salt, hosts.join(between), clientId}.join(u'\n');
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex());
}

QString nameAndHost(const QString &name, const QStringList &hosts)
{
    const QString host = hosts.value(hosts.size() > 1 ? 1 : 0); // for data
    return host.isEmpty() ? QStringLiteral("“%1”").arg(name) : QStringLiteral("“%1” (%2)").arg(name, host);
}

//! The row of lake_owner. Read in each transaction that writes, so without a look at the layout.
Result<std::optional<Owner>> stored(SqlConnection &connection)
{
    GAUGE_TRY(auto statement,
              Statement::prepare(
                  connection, "SELECT name, connection, hosts, salt, fingerprint, moved_to FROM lake_owner"));
    GAUGE_TRY(const auto row, statement.step());
    if (!row)
        return std::nullopt;
    return Owner{
        statement.string(0), statement.string(1), statement.string(2).split(between, Qt::SkipEmptyParts),
        statement.string(3), statement.string(4), statement.string(5)};
}

//! The row of lake_owner, which is replaced as a whole.
Result<void> write(SqlConnection &connection, const Owner &owner, const QDateTime &now)
{
    GAUGE_CHECK(connection.run("DELETE FROM lake_owner"));
    auto statement
        = Statement::prepare(connection,
                             "INSERT INTO lake_owner(one, name, connection, hosts, salt, fingerprint, "
                             "claimed, moved_to) VALUES(1,?,?,?,?,?,?,?)");
    if (!statement)
        return fail(std::move(statement.error()));
    int at = 0;
    for (const QString &text : {owner.name, owner.connection, owner.hosts.join(between), owner.salt,
                                owner.fingerprint, now.toUTC().toString(Qt::ISODateWithMs), owner.movedTo})
        statement->bind(++at, text);
    return statement->run();
}

} // namespace

bool Owner::hasClientId(const QString &clientId) const
{
    return fingerprint == fingerprintOf(salt, hosts, clientId);
}

QString Owner::text() const
{
    return fingerprint.isEmpty() ? QString() : nameAndHost(name, hosts);
}

Standing standingOf(const System &system, const std::optional<Owner> &owner)
{
    if (!owner)
        return Standing::Unclaimed;
    if (!owner->movedTo.isEmpty())
        return Standing::Moved;
    const bool isSameId = owner->hasClientId(system.clientId);
    if (owner->hosts == system.hosts)
        return isSameId ? Standing::Own : Standing::OtherClientId;
    const bool isSameConnection = !system.connection.isEmpty() && owner->connection == system.connection;
    return isSameId && isSameConnection ? Standing::OtherHosts : Standing::Foreign;
}

bool canBeAdopted(Standing standing)
{
    return standing == Standing::OtherClientId || standing == Standing::OtherHosts;
}

std::optional<Error> validationError(const System &system, const std::optional<Owner> &owner)
{
    const auto refused = [](const QString &text) { return Error{ErrorKind::Storage, text, {}}; };
    const QString asked = nameAndHost(system.name, system.hosts);
    switch (standingOf(system, owner)) {
    case Standing::Unclaimed:
    case Standing::Own:
        return std::nullopt;
    case Standing::OtherClientId:
        return refused(QCoreApplication::translate(
                           "lake",
                           "The local copy holds data of %1 that were read with another client ID than "
                           "that of %2. Nothing was changed. If the client ID was replaced and reads the "
                           "same data, adopt the local copy: sync --adopt. Otherwise choose another local "
                           "copy for this connection.")
                           .arg(owner->text(), asked));
    case Standing::OtherHosts:
        return refused(QCoreApplication::translate(
                           "lake",
                           "The local copy holds data of %1, and the connection now reads %2. Nothing was "
                           "changed. If that is the same system under another address, adopt the local "
                           "copy: sync --adopt. Otherwise choose another local copy for this connection.")
                           .arg(owner->text(), asked));
    case Standing::Foreign:
        return refused(
            QCoreApplication::translate("lake",
                                        "The local copy holds data of %1, which is another system than %2. "
                                        "Nothing was changed. Choose another local copy for this connection.")
                .arg(owner->text(), asked));
    case Standing::Moved:
        return refused(
            QCoreApplication::translate("lake",
                                        "The local copy was moved to %1. Nothing was changed. Try again, so "
                                        "that the new place is used.")
                .arg(QDir::toNativeSeparators(owner->movedTo)));
    }
    return std::nullopt;
}

Result<std::optional<Owner>> readOwner(SqlConnection &connection)
{
    GAUGE_TRY(const auto layout, connection.layout());
    return layout < layoutWithOwner ? std::nullopt : stored(connection);
}

Result<void> checkOwner(SqlConnection &connection, const System &system, bool adopt)
{
    GAUGE_TRY(const auto owner, stored(connection));
    if (adopt && canBeAdopted(standingOf(system, owner)))
        return {};
    const auto refused = validationError(system, owner);
    return refused ? fail(*refused) : Result<void>();
}

Result<void> claim(SqlConnection &connection, const System &system, const QDateTime &now)
{
    GAUGE_TRY(const auto owner, stored(connection));
    Owner next{system.name, system.connection, system.hosts, freshSalt(), {}, {}};
    next.fingerprint = fingerprintOf(next.salt, next.hosts, system.clientId);
    if (standingOf(system, owner) == Standing::Own) {
        // A new name of the connection; of a lake that a team shares, each has another one.
        if (owner->name == system.name || owner->connection != system.connection)
            return {};
        next = *owner;
        next.name = system.name;
    } else if (owner) {
        qCInfo(logLake) << "the local copy is adopted";
    }
    return write(connection, next, now);
}

Result<void> noteMove(SqlConnection &connection, const QString &to, const QDateTime &now)
{
    GAUGE_TRY(auto owner, stored(connection));
    Owner next = owner.value_or(Owner());
    next.movedTo = to;
    return write(connection, next, now);
}

} // namespace gauge::lake
