// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"

#include "base/redaction.h"
#include "base/text.h"

#include <cstdio>

namespace gauge {

Q_LOGGING_CATEGORY(logNet, "gauge.net", QtWarningMsg)
Q_LOGGING_CATEGORY(logLake, "gauge.lake", QtWarningMsg)
Q_LOGGING_CATEGORY(logSync, "gauge.sync", QtWarningMsg)
Q_LOGGING_CATEGORY(logVault, "gauge.vault", QtWarningMsg)
Q_LOGGING_CATEGORY(logUi, "gauge.ui", QtWarningMsg)

namespace {

void writeRedacted(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    // One entry, one line: what a service or a file says cannot look like another entry.
    const QByteArray line
        = withVisibleControls(redacted(qFormatLogMessage(type, context, message)), Layout::Marked).toUtf8();
    std::fprintf(stderr, "%s\n", line.constData());
    std::fflush(stderr);
}

} // namespace

void installLog(bool verbose)
{
    qSetMessagePattern(QStringLiteral("%{if-category}%{category}: %{endif}%{message}"));
    if (verbose)
        QLoggingCategory::setFilterRules(QStringLiteral("gauge.*=true"));
    qInstallMessageHandler(writeRedacted);
}

} // namespace gauge
