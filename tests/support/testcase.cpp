// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcase.h"

#include "base/log.h"

#include <QLoggingCategory>
#include <QRegularExpression>

#include <atomic>

namespace gauge::test {

namespace {

std::atomic<QtMessageHandler> next = nullptr;

//! What the product's own log says in every test, as it would be written. Shown only when it holds a canary.
void searchForCanaries(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const bool isOwn = context.category != nullptr && qstrncmp(context.category, "gauge.", 6) == 0;
    const bool isQuiet = type == QtDebugMsg || type == QtInfoMsg;
    if (isOwn && redacted(message).contains(QLatin1String("canary"), Qt::CaseInsensitive))
        next.load()(QtWarningMsg, context, QStringLiteral("a canary is in the log: ") + message);
    else if (!isOwn || !isQuiet)
        next.load()(type, context, message);
}

} // namespace

void TestCase::init()
{
    // What the offscreen platform cannot do (size hints, raise() and grabs of pop-ups) is not about us.
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support ).")));
    QLoggingCategory::setFilterRules(QStringLiteral("gauge.*=true"));
    if (const QtMessageHandler before = qInstallMessageHandler(searchForCanaries);
        before != searchForCanaries)
        next = before;
}

} // namespace gauge::test
