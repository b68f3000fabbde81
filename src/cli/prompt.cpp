// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/prompt.h"

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

namespace {

constexpr qint64 longestSecret = 64 * 1024;

} // namespace

Result<Secret> readSecretLine(QIODevice &input, const QString &what)
{
    QByteArray line = input.readLine(longestSecret);
    if (line.size() >= longestSecret - 1) {
        line.fill('\0');
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("cli", "The %1 on standard input is too long.").arg(what));
    }
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty()) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate(
                        "cli", "No %1 came on standard input. Give it as one line; nothing was saved.")
                        .arg(what));
    }
    Secret secret(line);
    line.fill('\0');
    return secret;
}

Result<Secret> askForSecret(const QString &what, Typing typing)
{
    // One device for all lines: a second one would miss what the first has read ahead. Unbuffered,
    // it reads no further than the line.
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return fail(ErrorKind::Input, QCoreApplication::translate("cli", "Standard input cannot be read."),
                    input.errorString());
    }
    if (!platform::isTerminal(stdin))
        return readSecretLine(input, what);
    std::fprintf(stderr, "%s: ", qUtf8Printable(what));
    if (typing == Typing::Shown)
        return readSecretLine(input, what);
    const platform::HiddenInput hidden;
    Result<Secret> secret = readSecretLine(input, what);
    std::fputc('\n', stderr);
    return secret;
}

} // namespace gauge::cli
