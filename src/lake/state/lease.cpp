// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/state/lease.h"

#include "base/platform.h"
#include "lake/sql/connection.h"
#include "lake/sql/statement.h"

#include <QCoreApplication>
#include <QSysInfo>
#include <QUuid>

#include <optional>

namespace gauge::lake {

namespace {

Result<std::optional<LeaseHolder>> holderOf(SqlConnection &connection, const QString &feed)
{
    GAUGE_TRY(auto statement,
              Statement::prepare(connection,
                                 "SELECT owner, host, process_id, heartbeat FROM lake_leases WHERE feed=?"));
    statement.bind(1, feed);
    GAUGE_TRY(const auto row, statement.step());
    if (!row)
        return std::nullopt;
    return LeaseHolder{statement.string(0), statement.string(1), statement.integer(2),
                       QDateTime::fromString(statement.string(3), Qt::ISODateWithMs)};
}

//! Names of computers are not unique where a team shares a lake; a number of a process means something
//! on its own machine only.
QString machineOf(const LeaseHolder &holder)
{
    return holder.host + QLatin1Char(':') + holder.owner.section(QLatin1Char(':'), 0, 0);
}

bool isGone(const LeaseHolder &holder, const LeaseHolder &me)
{
    if (machineOf(holder) == machineOf(me) && !platform::processExists(holder.processId))
        return true;
    // A heartbeat from the future comes from a clock that was set back: it must not hold for ever.
    const auto age = std::chrono::milliseconds(holder.heartbeat.msecsTo(me.heartbeat));
    return !holder.heartbeat.isValid() || age > leaseLifetime || age < -leaseLifetime;
}

Result<void> write(SqlConnection &connection, const QString &feed, const LeaseHolder &me)
{
    GAUGE_TRY(auto statement,
              Statement::prepare(connection,
                                 "INSERT INTO lake_leases(feed, owner, host, process_id, heartbeat) "
                                 "VALUES(?,?,?,?,?) ON CONFLICT(feed) DO UPDATE SET "
                                 "owner=excluded.owner, host=excluded.host, "
                                 "process_id=excluded.process_id, heartbeat=excluded.heartbeat"));
    statement.bind(1, feed);
    statement.bind(2, me.owner);
    statement.bind(3, me.host);
    statement.bind(4, me.processId);
    statement.bind(5, me.heartbeat.toString(Qt::ISODateWithMs));
    return statement.run();
}

} // namespace

LeaseHolder newHolder()
{
    constexpr qsizetype enough = 8;
    return {QString::fromLatin1(QSysInfo::machineUniqueId().left(enough)) + QLatin1Char(':')
                + QUuid::createUuid().toString(QUuid::WithoutBraces),
            QSysInfo::machineHostName(),
            QCoreApplication::applicationPid(),
            {}};
}

Result<void> takeLease(SqlConnection &connection, const QString &feed, const LeaseHolder &me)
{
    GAUGE_TRY(const auto holder, holderOf(connection, feed));
    if (holder && holder->owner != me.owner && !isGone(*holder, me)) {
        return fail(ErrorKind::Busy,
                    QCoreApplication::translate("lake",
                                                "Another sync of this feed is running (process %1 on %2). "
                                                "Nothing was changed. Try again when it is done.")
                        .arg(QString::number(holder->processId), holder->host),
                    QStringLiteral("%1 is held since %2").arg(feed, holder->heartbeat.toString(Qt::ISODate)));
    }
    return write(connection, feed, me);
}

Result<void> renewLease(SqlConnection &connection, const QString &feed, const LeaseHolder &me)
{
    GAUGE_TRY(const auto holder, holderOf(connection, feed));
    if (!holder || holder->owner != me.owner) {
        return fail(ErrorKind::Busy,
                    QCoreApplication::translate("lake",
                                                "Another sync of this feed has taken over. What was stored "
                                                "is kept, and that sync continues from there."),
                    QStringLiteral("%1 is not held by this run").arg(feed));
    }
    // Written as often as an upload writes rows down, it would cost as much as these.
    constexpr std::chrono::seconds fresh{1};
    const std::chrono::milliseconds age(holder->heartbeat.msecsTo(me.heartbeat));
    if (holder->heartbeat.isValid() && age >= age.zero() && age < fresh)
        return {};
    return write(connection, feed, me);
}

Result<std::optional<LeaseHolder>> activeHolder(SqlConnection &connection, const QString &feed,
                                                const QDateTime &now)
{
    LeaseHolder me = newHolder();
    me.heartbeat = now;
    return holderOf(connection, feed).map([&me](std::optional<LeaseHolder> holder) {
        return holder && isGone(*holder, me) ? std::nullopt : holder;
    });
}

Result<bool> isHeld(SqlConnection &connection, const QString &feed, const QDateTime &now)
{
    return activeHolder(connection, feed, now).map([](const std::optional<LeaseHolder> &holder) {
        return holder.has_value();
    });
}

Result<std::optional<LeaseHolder>> livingSender(SqlConnection &connection, const QDateTime &now)
{
    auto statement
        = Statement::prepare(connection, "SELECT feed FROM lake_leases WHERE feed LIKE 'upload:%'");
    if (!statement)
        return fail(std::move(statement.error()));
    QStringList uploads;
    GAUGE_CHECK(statement->forEachRow([&] { uploads.append(statement->string(0)); }));
    for (const QString &upload : std::as_const(uploads)) {
        auto holder = activeHolder(connection, upload, now);
        if (!holder || *holder)
            return holder;
    }
    return std::nullopt;
}

QString longWriteLease()
{
    return QStringLiteral("lake");
}

bool isThisProcess(const LeaseHolder &holder)
{
    const LeaseHolder me = newHolder();
    return machineOf(holder) == machineOf(me) && holder.processId == me.processId;
}

Result<void> dropLease(SqlConnection &connection, const QString &feed, const LeaseHolder &me)
{
    GAUGE_TRY(auto statement,
              Statement::prepare(connection, "DELETE FROM lake_leases WHERE feed=? AND owner=?"));
    statement.bind(1, feed);
    statement.bind(2, me.owner);
    return statement.run();
}

namespace {

tl::unexpected<Error> anUploadRuns(const LeaseHolder &holder)
{
    return fail(
        ErrorKind::Busy,
        QCoreApplication::translate("lake",
                                    "An upload is running (process %1 on %2). Nothing was changed. Try "
                                    "again when it is done.")
            .arg(QString::number(holder.processId), holder.host));
}

} // namespace

ExclusiveLease::ExclusiveLease(SqlConnection &connection)
    : m_connection(connection)
    , m_me(newHolder())
{}

ExclusiveLease::~ExclusiveLease()
{
    for (const QString &feed : std::as_const(m_held))
        std::ignore = dropLease(m_connection, feed, m_me); // else it ends by itself
}

Result<void> ExclusiveLease::take(const QStringList &feeds)
{
    GAUGE_TRY(auto transaction, Transaction::begin(m_connection, Transaction::Kind::Write));
    m_me.heartbeat = QDateTime::currentDateTimeUtc();
    GAUGE_TRY(const auto sender, livingSender(m_connection, m_me.heartbeat));
    if (sender)
        return anUploadRuns(*sender);
    const QStringList all = feeds + QStringList{longWriteLease()};
    for (const QString &feed : all) {
        GAUGE_CHECK(takeLease(m_connection, feed, m_me));
    }
    GAUGE_CHECK(transaction.commit());
    m_held = all;
    return {};
}

Result<void> ExclusiveLease::renew()
{
    m_me.heartbeat = QDateTime::currentDateTimeUtc();
    for (const QString &feed : std::as_const(m_held)) {
        GAUGE_CHECK(renewLease(m_connection, feed, m_me));
    }
    return {};
}

} // namespace gauge::lake
