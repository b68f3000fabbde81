// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/form/outcomewords.h"

namespace gauge::upload {

namespace {

constexpr qsizetype longestDetail = 2'000;

} // namespace

QString acceptedWords(const Outcome &outcome)
{
    return outcome.number.isEmpty()
        ? QCoreApplication::translate("upload", "Accepted.")
        : QCoreApplication::translate("upload", "Accepted as record %1.")
              .arg(outcome.number.simplified()); // in one line, whatever the service said
}

QString readBackWords(const ReadBack &read)
{
    if (!read.problem.isEmpty())
        return QCoreApplication::translate("upload", "It could not be read again: %1").arg(read.problem);
    if (!read.found)
        return QCoreApplication::translate(
            "upload", "It is not among the responses yet; that may take CustomerGauge a while.");
    if (read.lost.isEmpty())
        return QCoreApplication::translate("upload", "Read again: all of it is there.");
    return QCoreApplication::translate("upload", "Read again: these did not come back as sent: %1.")
        .arg(read.lost.join(QStringLiteral(", ")));
}

Error problemOf(const Outcome &outcome)
{
    Error error = outcome.error.value_or(Error());
    if (outcome.retryAfter && outcome.state == Outcome::State::NotSent) {
        error.text += QLatin1Char(' ')
            + QCoreApplication::translate("upload", "Try again in %1 s.")
                  .arg(QString::number((outcome.retryAfter->count() + 999) / 1000));
    }
    if (!outcome.raw.isEmpty() && !error.detail.contains(outcome.raw))
        error.detail += QStringLiteral(" | ") + outcome.raw.left(longestDetail);
    return error;
}

} // namespace gauge::upload
