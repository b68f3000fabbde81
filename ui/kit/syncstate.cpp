// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/syncstate.h"

#include "base/result.h"
#include "kit/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace gauge::ui {

namespace {

using lake::FeedStatus;
using lake::SyncRecord;
using Kind = SyncTrouble::Kind;

// Twice the interval has passed without a sync, and the time that one may take.
constexpr int missedIntervals = 2;
constexpr int patienceMinutes = 10;

QString feedTitle(const QString &id, const catalog::Catalog &catalog)
{
    const catalog::Endpoint *feed = catalog.find(id);
    return feed ? QCoreApplication::translate("catalog", feed->title) : id;
}

//! Of a lake whose syncs are not all written down.
FeedState stateWithoutRecord(const FeedStatus &feed)
{
    if (!feed.lastError.isEmpty())
        return feed.lastError == cancelled().text ? FeedState::Stopped : FeedState::Failed;
    if (feed.lastSync)
        return feed.checkpoint.complete ? FeedState::Complete : FeedState::Partial;
    return feed.records > 0 ? FeedState::Interrupted : FeedState::NotSynced;
}

std::optional<QDateTime> oldestSync(const std::vector<FeedStatus> &feeds)
{
    std::optional<QDateTime> oldest;
    for (const FeedStatus &feed : feeds) {
        if (feed.lastSync && (!oldest || *feed.lastSync < *oldest))
            oldest = feed.lastSync;
    }
    return oldest;
}

const FeedStatus *firstIn(const std::vector<FeedStatus> &feeds, FeedState state)
{
    const auto found = std::ranges::find(feeds, state, feedState);
    return found == feeds.end() ? nullptr : &*found;
}

SyncTrouble failedTrouble(const FeedStatus &feed, const QString &title)
{
    const QString error = feed.newest ? feed.newest->error : feed.lastError;
    return {Kind::Failed, feed.feed, title, error, QStringLiteral("failed %1 %2").arg(feed.feed, error)};
}

SyncTrouble interruptedTrouble(const service::Connection &connection, const FeedStatus &feed,
                               const QString &title)
{
    QString text = feedState(feed) == FeedState::Stopped
        ? QCoreApplication::translate(
            "syncstate", "The last sync of “%1” was stopped. Everything that had arrived is kept.")
        : QCoreApplication::translate(
            "syncstate", "The last sync of “%1” was interrupted. Everything that had arrived is kept.");
    text = text.arg(connection.name);
    if (connection.syncMinutes > 0 && !connection.isSample()) {
        text += QLatin1Char(' ')
            + QCoreApplication::translate("syncstate", "The next automatic sync resumes where it stopped.");
    }
    const qint64 sync = feed.newest ? feed.newest->id : 0;
    return {Kind::Interrupted, feed.feed, title, text,
            QStringLiteral("interrupted %1 %2").arg(feed.feed).arg(sync)};
}

SyncTrouble overdueTrouble(const service::Connection &connection, const std::vector<FeedStatus> &feeds,
                           const QDateTime &now)
{
    const std::optional<QDateTime> last = oldestSync(feeds);
    if (!last || connection.syncMinutes <= 0 || connection.isSample())
        return {};
    const qint64 allowed = 60LL * (missedIntervals * connection.syncMinutes + patienceMinutes);
    if (last->secsTo(now) <= allowed)
        return {};
    return {Kind::Overdue,
            {},
            QCoreApplication::translate("syncstate", "Sync overdue: last one %1").arg(agoText(*last, now)),
            QCoreApplication::translate(
                "syncstate",
                "“%1” is set to sync automatically, but its last complete sync was %2. The local copy "
                "may lack newer records.")
                .arg(connection.name, agoText(*last, now)),
            QStringLiteral("overdue %1").arg(last->toString(Qt::ISODate))};
}

} // namespace

FeedState feedState(const FeedStatus &feed)
{
    if (feed.heldBy || (feed.newest && feed.newest->state == SyncRecord::State::Running))
        return FeedState::Syncing;
    if (!feed.newest)
        return stateWithoutRecord(feed);
    switch (feed.newest->state) {
    case SyncRecord::State::Interrupted:
        return FeedState::Interrupted;
    case SyncRecord::State::Failed:
        return feed.newest->error == cancelled().text ? FeedState::Stopped : FeedState::Failed;
    case SyncRecord::State::Running:
    case SyncRecord::State::Succeeded:
        break;
    }
    return feed.checkpoint.complete ? FeedState::Complete : FeedState::Partial;
}

QString feedStateText(const FeedStatus &feed, const QDateTime &now)
{
    switch (feedState(feed)) {
    case FeedState::NotSynced:
        break;
    case FeedState::Syncing:
        return QCoreApplication::translate("syncstate", "syncing now");
    case FeedState::Interrupted:
        return QCoreApplication::translate("syncstate", "interrupted, %Ln record(s) kept", nullptr,
                                           int(feed.records));
    case FeedState::Stopped:
        return QCoreApplication::translate("syncstate", "stopped, %Ln record(s) kept", nullptr,
                                           int(feed.records));
    case FeedState::Failed:
        return QCoreApplication::translate("syncstate", "sync failed, %Ln record(s) kept", nullptr,
                                           int(feed.records));
    case FeedState::Partial:
        return QCoreApplication::translate("syncstate", "incomplete, %Ln record(s) so far", nullptr,
                                           int(feed.records));
    case FeedState::Complete:
        return feed.lastSync
            ? QCoreApplication::translate("syncstate", "synced %1").arg(agoText(*feed.lastSync, now))
            : QCoreApplication::translate("syncstate", "complete");
    }
    return QCoreApplication::translate("syncstate", "not synced yet");
}

QStringList feedLines(const std::vector<FeedStatus> &feeds, const catalog::Catalog &catalog,
                      const QDateTime &now)
{
    QStringList lines;
    for (const catalog::Endpoint &endpoint : catalog.endpoints()) {
        const auto feed = std::ranges::find(feeds, endpoint.id, &FeedStatus::feed);
        if (feed == feeds.end())
            continue;
        const QString title = feedTitle(feed->feed, catalog);
        const QString state = feedStateText(*feed, now);
        const bool namesRecords
            = feedState(*feed) != FeedState::Complete && feedState(*feed) != FeedState::Syncing;
        const auto records = int(feed->records);
        lines.append(namesRecords
                         ? QCoreApplication::translate("syncstate", "%1: %2").arg(title, state)
                         : QCoreApplication::translate("syncstate", "%1: %Ln record(s), %2", nullptr, records)
                               .arg(title, state));
    }
    return lines;
}

QString lakeStateText(const std::vector<FeedStatus> &feeds, const QDateTime &now)
{
    for (const FeedState state : {FeedState::Syncing, FeedState::Failed, FeedState::Interrupted,
                                  FeedState::Stopped, FeedState::Partial}) {
        if (const FeedStatus *feed = firstIn(feeds, state))
            return feedStateText(*feed, now);
    }
    const std::optional<QDateTime> oldest = oldestSync(feeds);
    if (!oldest)
        return QCoreApplication::translate("syncstate", "not synced yet");
    return firstIn(feeds, FeedState::NotSynced)
        ? QCoreApplication::translate("syncstate", "incomplete")
        : QCoreApplication::translate("syncstate", "synced %1").arg(agoText(*oldest, now));
}

SyncTrouble syncTrouble(const service::Connection &connection, const std::vector<FeedStatus> &feeds,
                        const catalog::Catalog &catalog, const QDateTime &now)
{
    if (firstIn(feeds, FeedState::Syncing))
        return {};
    const auto titleOf = [&](const FeedStatus &feed) {
        return QCoreApplication::translate("syncstate", "%1: %2")
            .arg(feedTitle(feed.feed, catalog), feedStateText(feed, now));
    };
    if (const FeedStatus *feed = firstIn(feeds, FeedState::Failed))
        return failedTrouble(*feed, titleOf(*feed));
    if (const FeedStatus *feed = firstIn(feeds, FeedState::Interrupted))
        return interruptedTrouble(connection, *feed, titleOf(*feed));
    // Whoever stopped one that had reached the end before has all that there was.
    const auto isCutShort = [](const FeedStatus &feed) {
        return feedState(feed) == FeedState::Stopped && !feed.checkpoint.complete;
    };
    if (const auto feed = std::ranges::find_if(feeds, isCutShort); feed != feeds.end())
        return interruptedTrouble(connection, *feed, titleOf(*feed));
    return overdueTrouble(connection, feeds, now);
}

} // namespace gauge::ui
