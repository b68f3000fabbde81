// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/allfeeds.h"

#include "lake/connection.h"
#include "lake/lease.h"

#include <QCoreApplication>

namespace gauge::lake {

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

AllFeeds::AllFeeds(Connection &connection)
    : m_connection(connection)
    , m_me(newHolder())
{}

AllFeeds::~AllFeeds()
{
    for (const QString &feed : std::as_const(m_held))
        std::ignore = dropLease(m_connection, feed, m_me); // else it ends by itself
}

Result<void> AllFeeds::take(const QStringList &feeds)
{
    auto transaction = Transaction::begin(m_connection, Transaction::Kind::Write);
    if (!transaction)
        return fail(std::move(transaction.error()));
    m_me.heartbeat = QDateTime::currentDateTimeUtc();
    const auto sender = livingSender(m_connection, m_me.heartbeat);
    if (!sender)
        return fail(sender.error());
    if (*sender)
        return anUploadRuns(**sender);
    const QStringList all = feeds + QStringList{longWriteLease()};
    for (const QString &feed : all) {
        if (auto taken = takeLease(m_connection, feed, m_me); !taken)
            return taken;
    }
    if (auto done = transaction->commit(); !done)
        return done;
    m_held = all;
    return {};
}

Result<void> AllFeeds::renew()
{
    m_me.heartbeat = QDateTime::currentDateTimeUtc();
    for (const QString &feed : std::as_const(m_held)) {
        if (auto renewed = renewLease(m_connection, feed, m_me); !renewed)
            return renewed;
    }
    return {};
}

} // namespace gauge::lake
