// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcase.h"

#include <QRegularExpression>

namespace gauge::test {

void TestCase::init()
{
    // What the offscreen platform cannot do (size hints, raise() and grabs of pop-ups) is not about us.
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support ).")));
}

} // namespace gauge::test
