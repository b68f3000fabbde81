// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/format.h"

#include "base/log.h"
#include "sync/syncjob.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace gauge::ui {

namespace {

QString words(const char *text, int n = -1)
{
    return QCoreApplication::translate("kit", text, nullptr, n);
}

} // namespace

QString countText(qint64 count)
{
    return QLocale().toString(count);
}

QString pointsText(double points, int decimals)
{
    const double unit = std::pow(10.0, decimals);
    const double rounded = std::round(points * unit) / unit;
    return (rounded < 0 ? QString(QChar(0x2212)) : QString())
        + QLocale().toString(std::abs(rounded), 'f', decimals);
}

QString signedText(double points, int decimals)
{
    const QString text = pointsText(points, decimals);
    return points * std::pow(10.0, decimals) >= 0.5 ? QLatin1Char('+') + text : text;
}

QString percentText(double percent, int decimals)
{
    return QCoreApplication::translate("kit", "%1 %", "a share").arg(pointsText(percent, decimals));
}

QString rateText(double perSecond)
{
    if (!(perSecond > 0) || !std::isfinite(perSecond))
        return {};
    // Three leading digits say enough and stand still while the rate trembles.
    const double magnitude = std::pow(10.0, std::max(0.0, std::floor(std::log10(perSecond)) - 2));
    const auto steady = static_cast<qint64>(std::round(perSecond / magnitude) * magnitude);
    if (steady < 1)
        return QCoreApplication::translate("kit", "under 1/s");
    return QCoreApplication::translate("kit", "%1/s", "rate per second").arg(countText(steady));
}

QString remainingText(const Progress &progress)
{
    if (progress.total < 0 || progress.done >= progress.total || !(progress.perSecond > 0))
        return {};
    const double seconds = double(progress.total - progress.done) / progress.perSecond;
    if (seconds < 5)
        return QCoreApplication::translate("kit", "a few seconds left");
    if (seconds < 55)
        return words(QT_TRANSLATE_N_NOOP("kit", "about %n s left"), int(std::ceil(seconds / 5)) * 5);
    if (seconds < 55 * 60)
        return words(QT_TRANSLATE_N_NOOP("kit", "about %n min left"), int(std::round(seconds / 60)));
    const double hours = std::min(seconds / 3600, 9999.0);
    return words(QT_TRANSLATE_N_NOOP("kit", "about %n h left"), std::max(1, int(std::round(hours))));
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString agoText(const QDateTime &then, const QDateTime &now)
{
    const qint64 seconds = then.secsTo(now);
    if (seconds < 60) // also a clock that was set back
        return QCoreApplication::translate("kit", "just now");
    if (seconds < 3600)
        return words(QT_TRANSLATE_N_NOOP("kit", "%n min ago"), int(seconds / 60));
    if (seconds < 24 * 3600)
        return words(QT_TRANSLATE_N_NOOP("kit", "%n h ago"), int(seconds / 3600));
    return QLocale().toString(then.toLocalTime().date(), QLocale::ShortFormat);
}

QString progressText(const Progress &progress)
{
    QStringList parts;
    if (!progress.note.isEmpty())
        parts << progress.note;
    if (progress.total > 0)
        parts << QCoreApplication::translate("kit", "%1 of %2")
                     .arg(countText(progress.done), countText(progress.total));
    else if (progress.done > 0)
        parts << countText(progress.done);
    for (const QString &part : {rateText(progress.perSecond), remainingText(progress)}) {
        if (!part.isEmpty())
            parts << part;
    }
    return parts.join(QStringLiteral(" · "));
}

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
