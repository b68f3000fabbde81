// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/connectionwords.h"

#include "kit/format.h"

#include <QCoreApplication>

namespace gauge::ui {

namespace {

QString feedTitles(const QStringList &ids, const catalog::Catalog &catalog)
{
    QStringList titles;
    for (const QString &id : ids) {
        const catalog::Endpoint *feed = catalog.find(id);
        titles << (feed ? QCoreApplication::translate("catalog", feed->title) : id);
    }
    return titles.join(QStringLiteral(", "));
}

} // namespace

QString regionText(const service::Connection &connection)
{
    if (connection.isSample())
        return QCoreApplication::translate("connections", "This computer");
    switch (connection.region) {
    case service::Region::Eu:
        return QStringLiteral("EU");
    case service::Region::Us:
        return QStringLiteral("US");
    case service::Region::Au:
        return QStringLiteral("AU");
    case service::Region::Custom:
        break;
    }
    return QCoreApplication::translate("connections", "Custom");
}

QString secretPlaceText(const service::Connection &connection)
{
    switch (connection.secretPlace) {
    case service::SecretPlace::Keychain:
        return vault::keychainName();
    case service::SecretPlace::Session:
        return QCoreApplication::translate("connections", "This session only");
    case service::SecretPlace::Environment:
        return QCoreApplication::translate("connections", "Environment variables");
    case service::SecretPlace::Sample:
        break;
    }
    return QCoreApplication::translate("connections", "None needed");
}

QString intervalText(int minutes)
{
    constexpr int hour = 60;
    constexpr int day = 24 * hour;
    if (minutes <= 0)
        return QCoreApplication::translate("connections", "Only when I ask");
    if (minutes == hour)
        return QCoreApplication::translate("connections", "Every hour");
    if (minutes == day)
        return QCoreApplication::translate("connections", "Every day");
    if (minutes % hour == 0)
        return QCoreApplication::translate("connections", "Every %n hours", nullptr, minutes / hour);
    return QCoreApplication::translate("connections", "Every %n minutes", nullptr, minutes);
}

QString holdersText(const std::vector<lake::FeedStatus> &held, const catalog::Catalog &catalog,
                    const QDateTime &now)
{
    QStringList lines;
    for (const lake::FeedStatus &feed : held) {
        lines << QCoreApplication::translate(
                     "connections",
                     "%1: being synced by process %2 on %3, last sign of life: %4. What is there can be read "
                     "meanwhile; to sync here, wait until that sync is done.")
                     .arg(feedTitles({feed.feed}, catalog), QString::number(feed.heldBy->processId),
                          feed.heldBy->host, agoText(feed.heldBy->heartbeat, now));
    }
    return lines.join(QLatin1Char('\n'));
}

QString reportText(const engine::TestReport &report, const catalog::Catalog &catalog)
{
    const QString readable = feedTitles(report.readableFeeds, catalog);
    const QString refused = feedTitles(report.refusedFeeds, catalog);
    if (readable.isEmpty())
        return QCoreApplication::translate("connections",
                                           "The service accepted the client ID and secret, but they "
                                           "may not read any data. Ask an administrator of your "
                                           "CustomerGauge system to give them access.");
    if (refused.isEmpty())
        return QCoreApplication::translate("connections", "It works. These can be read: %1.").arg(readable);
    return QCoreApplication::translate("connections",
                                       "It works. These can be read: %1. These may not be read with "
                                       "this client ID: %2.")
        .arg(readable, refused);
}

} // namespace gauge::ui
