// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/outcomewords.h"

namespace gauge::upload {

namespace {

constexpr qsizetype longestDetail = 2'000;

QString translated(const char *text)
{
    return QCoreApplication::translate("upload", text);
}

} // namespace

QString acceptedWords(const Outcome &outcome)
{
    return outcome.number.isEmpty()
        ? translated(QT_TRANSLATE_NOOP("upload", "Accepted."))
        : translated(QT_TRANSLATE_NOOP("upload", "Accepted as record %1."))
              .arg(outcome.number.simplified()); // in one line, whatever the service said
}

QString readBackWords(const ReadBack &read)
{
    if (!read.problem.isEmpty())
        return translated(QT_TRANSLATE_NOOP("upload", "It could not be read again: %1")).arg(read.problem);
    if (!read.found)
        return translated(QT_TRANSLATE_NOOP(
            "upload", "It is not among the responses yet; that may take CustomerGauge a while."));
    if (read.lost.isEmpty())
        return translated(QT_TRANSLATE_NOOP("upload", "Read again: all of it is there."));
    return translated(QT_TRANSLATE_NOOP("upload", "Read again: these did not come back as sent: %1."))
        .arg(read.lost.join(QStringLiteral(", ")));
}

Error problemOf(const Outcome &outcome)
{
    Error error = outcome.error.value_or(Error());
    if (outcome.retryAfter && outcome.state == Outcome::State::NotSent) {
        error.text += QLatin1Char(' ')
            + translated(QT_TRANSLATE_NOOP("upload", "Try again in %1 s."))
                  .arg(QString::number((outcome.retryAfter->count() + 999) / 1000));
    }
    if (!outcome.raw.isEmpty() && !error.detail.contains(outcome.raw))
        error.detail += QStringLiteral(" | ") + outcome.raw.left(longestDetail);
    return error;
}

} // namespace gauge::upload
