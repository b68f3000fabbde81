// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/lakewords.h"

#include "records/display.h"

#include <QCoreApplication>

namespace gauge::ui {

namespace {

using Action = LakeWords::Action;
using State = LakeTableModel::State;

QString translated(const char *text)
{
    return QCoreApplication::translate("lakewords", text);
}

LakeWords made(const char *icon, const QString &title, const QString &text, Action action = Action::None,
               const char *actionText = nullptr)
{
    return {QLatin1String(icon), title, text, actionText ? translated(actionText) : QString(), action};
}

//! What vanished is known by a reconciliation alone.
LakeWords wordsOfGone(const LakeSituation &now)
{
    if (now.isSyncing) {
        return made(
            "sync", translated(QT_TRANSLATE_NOOP("lakewords", "A sync is under way")),
            translated(QT_TRANSLATE_NOOP(
                "lakewords", "What a reconciliation does not find any more appears here at its end.")));
    }
    return made(
        "lake",
        translated(QT_TRANSLATE_NOOP("lakewords", "%1: none found"))
            .arg(display::feedTitle(now.endpoint, now.presence)),
        translated(
            QT_TRANSLATE_NOOP("lakewords",
                              "Only a reconciliation finds them: it reads the whole feed again and marks the "
                              "records that it does not meet. The same from a command line: %1"))
            .arg(QStringLiteral("gaugedesk-cli sync \"%1\" %2 --reconcile").arg(now.name, now.endpoint.id)),
        Action::Reconcile, QT_TRANSLATE_NOOP("lakewords", "&Reconcile now"));
}

LakeWords wordsOfFailure(const LakeSituation &now)
{
    const QString title = translated(QT_TRANSLATE_NOOP("lakewords", "Not shown"));
    const QString text = translated(
        QT_TRANSLATE_NOOP("lakewords", "The local copy could not be read. Nothing in it was changed."));
    return now.isFiltered
        ? made("warning", title, text, Action::Clear, QT_TRANSLATE_NOOP("lakewords", "&Clear filters"))
        : made("warning", title, text);
}

} // namespace

LakeWords lakeWords(const LakeSituation &now)
{
    const bool isGone = now.presence == query::Presence::Gone;
    if (!now.hasSession) {
        return made("connections", translated(QT_TRANSLATE_NOOP("lakewords", "No connection yet")),
                    translated(QT_TRANSLATE_NOOP(
                        "lakewords", "Connect to CustomerGauge, or look around with sample data first.")),
                    Action::Connect, QT_TRANSLATE_NOOP("lakewords", "&Connect…"));
    }
    if (now.state == State::Loading) {
        return made("waiting", translated(QT_TRANSLATE_NOOP("lakewords", "Loading")),
                    translated(QT_TRANSLATE_NOOP("lakewords", "The local copy of “%1” is being read."))
                        .arg(now.name));
    }
    if (now.isSyncing && !isGone) {
        return made("sync", translated(QT_TRANSLATE_NOOP("lakewords", "The first sync is under way")),
                    translated(QT_TRANSLATE_NOOP("lakewords", "Records of “%1” appear here as they arrive."))
                        .arg(now.name));
    }
    if (now.isMissing) {
        return made(
            "lake", translated(QT_TRANSLATE_NOOP("lakewords", "Nothing synced yet")),
            translated(QT_TRANSLATE_NOOP("lakewords",
                                         "“%1” has no local copy yet. The first sync fetches every record, "
                                         "later ones only what is new."))
                .arg(now.name),
            Action::Sync, QT_TRANSLATE_NOOP("lakewords", "&Sync now"));
    }
    if (now.state == State::Failed)
        return wordsOfFailure(now);
    if (now.isFiltered) {
        return made(
            "filter", translated(QT_TRANSLATE_NOOP("lakewords", "No matches")),
            translated(QT_TRANSLATE_NOOP("lakewords", "No record passes all filters and the search.")),
            Action::Clear, QT_TRANSLATE_NOOP("lakewords", "&Clear filters"));
    }
    if (isGone)
        return wordsOfGone(now);
    return made(
        "lake",
        translated(QT_TRANSLATE_NOOP("lakewords", "%1: none yet"))
            .arg(display::feedTitle(now.endpoint, now.presence)),
        translated(QT_TRANSLATE_NOOP("lakewords", "The service has sent no records of this feed so far.")),
        Action::Sync, QT_TRANSLATE_NOOP("lakewords", "&Sync now"));
}

} // namespace gauge::ui
