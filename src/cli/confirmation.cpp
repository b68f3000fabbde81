// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/confirmation.h"

#include "base/platform.h"
#include "base/text.h"

#include <QFile>

#include <cstdio>

namespace gauge::cli {

bool readYes(QIODevice &input)
{
    constexpr qint64 longest = 64;
    return input.readLine(longest).trimmed().toLower() == "yes";
}

Result<void> confirm(const QString &warning, bool isAllowed)
{
    if (isAllowed)
        return {};
    if (!platform::isTerminal(stdin)) {
        return fail(ErrorKind::Input,
                    warning + QLatin1Char(' ')
                        + QCoreApplication::translate("cli", "Nothing was sent. Add --yes to send it."));
    }
    std::fprintf(stderr, "%s\n%s ", qUtf8Printable(withVisibleControls(warning, Layout::Kept)),
                 qUtf8Printable(QCoreApplication::translate("cli", "Type yes to send it:")));
    QFile input;
    if (input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered) && readYes(input))
        return {};
    return fail(ErrorKind::Input, QCoreApplication::translate("cli", "Nothing was sent."));
}

} // namespace gauge::cli
