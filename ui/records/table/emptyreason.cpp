// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/table/emptyreason.h"

#include "kit/syncstate.h"
#include "records/cells/display.h"

#include <QCoreApplication>

namespace gauge::ui {

namespace {

using Action = EmptyTableReason::Action;
using State = LakeTableModel::State;

EmptyTableReason made(const char *icon, const QString &title, const QString &text,
                      Action action = Action::None, const char *actionText = nullptr)
{
    return {QLatin1String(icon), title, text,
            actionText ? QCoreApplication::translate("lakewords", actionText) : QString(), action};
}

//! What vanished is known by a reconciliation alone.
EmptyTableReason wordsOfGone(const LakeSituation &now)
{
    if (now.isSyncing) {
        return made(
            "sync", QCoreApplication::translate("lakewords", "A sync is under way"),
            QCoreApplication::translate(
                "lakewords", "What a reconciliation does not find any more appears here at its end."));
    }
    return made(
        "lake",
        QCoreApplication::translate("lakewords", "%1: none found")
            .arg(display::feedTitle(now.endpoint, now.presence)),
        QCoreApplication::translate(
            "lakewords",
            "Only a reconciliation finds them: it reads the whole feed again and marks the "
            "records that it does not meet. The same from a command line: %1")
            .arg(QStringLiteral("gaugedesk-cli sync \"%1\" %2 --reconcile").arg(now.name, now.endpoint.id)),
        Action::Reconcile, QT_TRANSLATE_NOOP("lakewords", "&Reconcile now"));
}

EmptyTableReason wordsOfFailure(const LakeSituation &now)
{
    const QString title = QCoreApplication::translate("lakewords", "Not shown");
    const QString text = QCoreApplication::translate(
        "lakewords", "The local copy could not be read. Nothing in it was changed.");
    return now.isFiltered
        ? made("warning", title, text, Action::Clear, QT_TRANSLATE_NOOP("lakewords", "&Clear filters"))
        : made("warning", title, text);
}

QString titleOf(const char *text, const LakeSituation &now)
{
    return QCoreApplication::translate("lakewords", text).arg(display::feedTitle(now.endpoint, now.presence));
}

EmptyTableReason wordsOfUnfinished(const LakeSituation &now, bool isStopped)
{
    QString text = isStopped
        ? QCoreApplication::translate("lakewords",
                                      "The last sync of this feed was stopped before any record arrived.")
        : QCoreApplication::translate(
            "lakewords", "The last sync of this feed was interrupted before any record arrived.");
    if (now.syncsItself)
        text += QLatin1Char(' ')
            + QCoreApplication::translate("lakewords", "The next automatic sync resumes where it stopped.");
    return made("warning", titleOf(QT_TRANSLATE_NOOP("lakewords", "%1: sync not finished"), now), text,
                Action::Sync, QT_TRANSLATE_NOOP("lakewords", "&Resume"));
}

//! Of a feed without records: only a sync that has reached its end says that there are none.
EmptyTableReason wordsOfEmptyFeed(const LakeSituation &now)
{
    switch (feedState(*now.status)) {
    case FeedState::NotSynced:
        return made("lake", titleOf(QT_TRANSLATE_NOOP("lakewords", "%1: not synced yet"), now),
                    QCoreApplication::translate("lakewords", "No sync has read this feed so far."),
                    Action::Sync, QT_TRANSLATE_NOOP("lakewords", "&Sync now"));
    case FeedState::Interrupted:
        return wordsOfUnfinished(now, false);
    case FeedState::Stopped:
        return wordsOfUnfinished(now, true);
    case FeedState::Failed:
        return made("warning", titleOf(QT_TRANSLATE_NOOP("lakewords", "%1: the last sync failed"), now),
                    now.status->newest ? now.status->newest->error : now.status->lastError, Action::Sync,
                    QT_TRANSLATE_NOOP("lakewords", "&Sync again"));
    case FeedState::Syncing: // by another program
        return made("sync", titleOf(QT_TRANSLATE_NOOP("lakewords", "%1: none yet"), now),
                    QCoreApplication::translate("lakewords", "A sync of this feed is running."));
    case FeedState::Partial:
    case FeedState::Complete:
        break;
    }
    return made(
        "lake", titleOf(QT_TRANSLATE_NOOP("lakewords", "%1: none yet"), now),
        QCoreApplication::translate("lakewords", "The service has sent no records of this feed so far."),
        Action::Sync, QT_TRANSLATE_NOOP("lakewords", "&Sync now"));
}

} // namespace

EmptyTableReason emptyTableReason(const LakeSituation &now)
{
    const bool isGone = now.presence == query::Presence::Gone;
    if (!now.hasSession) {
        return made("connections", QCoreApplication::translate("lakewords", "No connection yet"),
                    QCoreApplication::translate(
                        "lakewords", "Connect to CustomerGauge, or look around with sample data first."),
                    Action::Connect, QT_TRANSLATE_NOOP("lakewords", "&Connect…"));
    }
    if (now.state == State::Loading) {
        return made(
            "waiting", QCoreApplication::translate("lakewords", "Loading"),
            QCoreApplication::translate("lakewords", "The local copy of “%1” is being read.").arg(now.name));
    }
    if (now.isSyncing && !isGone) {
        return made("sync", QCoreApplication::translate("lakewords", "The first sync is under way"),
                    QCoreApplication::translate("lakewords", "Records of “%1” appear here as they arrive.")
                        .arg(now.name));
    }
    if (now.isMissing) {
        return made(
            "lake", QCoreApplication::translate("lakewords", "Nothing synced yet"),
            QCoreApplication::translate("lakewords",
                                        "“%1” has no local copy yet. The first sync fetches every record, "
                                        "later ones only what is new.")
                .arg(now.name),
            Action::Sync, QT_TRANSLATE_NOOP("lakewords", "&Sync now"));
    }
    if (now.state == State::Failed)
        return wordsOfFailure(now);
    if (now.isFiltered) {
        return made("filter", QCoreApplication::translate("lakewords", "No matches"),
                    QCoreApplication::translate("lakewords", "No record passes all filters and the search."),
                    Action::Clear, QT_TRANSLATE_NOOP("lakewords", "&Clear filters"));
    }
    if (isGone)
        return wordsOfGone(now);
    if (now.status)
        return wordsOfEmptyFeed(now);
    return made("lake", titleOf(QT_TRANSLATE_NOOP("lakewords", "%1: none yet"), now),
                QCoreApplication::translate("lakewords", "The local copy has no records of this feed."),
                Action::Sync, QT_TRANSLATE_NOOP("lakewords", "&Sync now"));
}

} // namespace gauge::ui
