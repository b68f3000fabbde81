// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/jobwords.h"

#include "base/log.h"
#include "kit/format.h"
#include "sync/syncjob.h"

#include <QCoreApplication>

namespace gauge::ui {

QString stateText(const Job &job)
{
    if (job.isCancelling())
        return QCoreApplication::translate("kit", "Stopping");
    switch (job.state()) {
    case Job::State::Waiting:
        return QCoreApplication::translate("kit", "Waiting");
    case Job::State::Running:
        return QCoreApplication::translate("kit", "Running");
    case Job::State::Succeeded:
        return QCoreApplication::translate("kit", "Done");
    case Job::State::Failed:
        return QCoreApplication::translate("kit", "Failed");
    case Job::State::Cancelled:
        return QCoreApplication::translate("kit", "Cancelled");
    }
    return {};
}

QString stateIconName(const Job &job)
{
    switch (job.state()) {
    case Job::State::Waiting:
        return QStringLiteral("waiting");
    case Job::State::Running:
        return QStringLiteral("running");
    case Job::State::Succeeded:
        return QStringLiteral("success");
    case Job::State::Failed:
        return QStringLiteral("error");
    case Job::State::Cancelled:
        return QStringLiteral("stopped");
    }
    return QStringLiteral("info");
}

Signal stateSignal(const Job &job)
{
    switch (job.state()) {
    case Job::State::Succeeded:
        return Signal::Good;
    case Job::State::Failed:
        return Signal::Bad;
    case Job::State::Cancelled:
        return Signal::Attention;
    case Job::State::Waiting:
    case Job::State::Running:
        break;
    }
    return Signal::Neutral;
}

QString runningText(const Job &job)
{
    const auto *sync = qobject_cast<const sync::SyncJob *>(&job);
    if (!sync || !sync->pausedUntil())
        return progressText(job.progress());
    const QString until = QLocale().toString(sync->pausedUntil()->toLocalTime(), QLocale::ShortFormat);
    const QString paused
        = QCoreApplication::translate("kit", "Paused until %1, as the service asked").arg(until);
    const QString progress = progressText(job.progress());
    return progress.isEmpty() ? paused : paused + QStringLiteral(" · ") + progress;
}

QString outcomeText(const Job &job)
{
    if (!job.isFinished())
        return {};
    if (job.state() == Job::State::Succeeded || !job.error())
        return job.summary();
    const QString kept = job.summary();
    return kept.isEmpty() ? job.error()->text : job.error()->text + QLatin1Char(' ') + kept;
}

QString jobCopyText(const Job &job)
{
    QStringList lines{job.title(), stateText(job)};
    if (const QString outcome = outcomeText(job); !outcome.isEmpty())
        lines << outcome;
    if (job.error()) {
        lines << kindName(job.error()->kind);
        if (!job.error()->detail.isEmpty())
            lines << job.error()->detail;
    }
    lines << QStringLiteral("GaugeDesk " GAUGE_VERSION);
    return redacted(lines.join(QLatin1Char('\n')));
}

} // namespace gauge::ui
