// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/state/allfeeds.h"

#include "lake/sql/connection.h"
#include "lake/state/lease.h"

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

Result<void> AllFeeds::renew()
{
    m_me.heartbeat = QDateTime::currentDateTimeUtc();
    for (const QString &feed : std::as_const(m_held)) {
        GAUGE_CHECK(renewLease(m_connection, feed, m_me));
    }
    return {};
}

} // namespace gauge::lake
