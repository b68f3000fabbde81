// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console.h"

#include "base/log.h"
#include "base/platform.h"
#include "base/text.h"

#include <QRegularExpression>

#include <cerrno>
#include <cstring>

namespace gauge::cli {

namespace {

//! A message may repeat what a service or a file says: its further lines are indented, so that none of them
//! looks like a message.
QString messageText(const QString &text)
{
    return withVisibleControls(text, Layout::Kept).replace(QLatin1Char('\n'), QLatin1String("\n  "));
}

} // namespace

QStringList addressesIn(const QStringList &arguments)
{
    static const QRegularExpression address(QStringLiteral("[^\\s@=<>()\"',;:/]+@[^\\s@=<>()\"',;:/]+"));
    QStringList found;
    for (const QString &argument : arguments) {
        if (argument.contains(QLatin1String("://")))
            continue;
        for (auto each = address.globalMatch(argument); each.hasNext();)
            found.append(each.next().captured());
    }
    return found;
}

Console::Console(const Settings &settings, std::FILE *out, std::FILE *err)
    : m_out(out)
    , m_err(err)
    , m_format(settings.format)
    , m_quiet(settings.quiet)
    , m_verbose(settings.verbose)
    , m_isTerminal(platform::isTerminal(out))
    , m_showsProgress(!settings.quiet && platform::isTerminal(err))
{}

void Console::print(const JsonLine &line)
{
    printJson(line.text());
}

void Console::print(const QString &text)
{
    printLine(withVisibleControls(text, Layout::Kept).toStdString());
}

bool Console::printJson(std::string_view line)
{
    return m_isTerminal ? printLine(withControlsEscaped(line)) : printLine(line);
}

bool Console::printLine(std::string_view line)
{
    clearProgress();
    const bool written
        = std::fwrite(line.data(), 1, line.size(), m_out) == line.size() && std::fputc('\n', m_out) != EOF;
    if (!written && m_failure.isEmpty())
        m_failure = QString::fromLocal8Bit(std::strerror(errno));
    return written;
}

void Console::note(const QString &text)
{
    if (!m_quiet)
        say(text);
}

void Console::say(const QString &text)
{
    clearProgress();
    writeError(messageText(text) + QLatin1Char('\n'));
}

QString Console::harmless(QString text) const
{
    for (const QString &hidden : m_hidden)
        text.replace(hidden, QStringLiteral("…"));
    return redacted(text);
}

void Console::error(const Error &error)
{
    const QString message = harmless(error.text);
    const QString detail = harmless(error.detail);
    if (isJson()) {
        JsonLine inner;
        inner.add("kind", kindName(error.kind)).add("message", message).add("detail", detail);
        print(JsonLine().addJson("error", inner.text()));
        return;
    }
    say(QStringLiteral("gaugedesk-cli: ") + message);
    if (m_verbose && !detail.isEmpty())
        say(QStringLiteral("  ") + detail);
}

void Console::progress(const QString &text)
{
    if (!m_showsProgress)
        return;
    // Back to the line's start, and clear to its end.
    writeError(QStringLiteral("\r\033[K") + withVisibleControls(text, Layout::Marked));
    m_progressShown = true;
}

void Console::clearProgress()
{
    if (!m_progressShown)
        return;
    m_progressShown = false;
    writeError(QStringLiteral("\r\033[K"));
}

void Console::writeError(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), m_err);
    std::fflush(m_err);
}

Result<void> Console::flush()
{
    clearProgress();
    if (std::fflush(m_out) != 0 && m_failure.isEmpty())
        m_failure = QString::fromLocal8Bit(std::strerror(errno));
    if (m_failure.isEmpty())
        return {};
    return fail(
        ErrorKind::Storage,
        QCoreApplication::translate("cli", "The results could not all be written to standard output."),
        m_failure);
}

namespace {

ExitCode ofNotFound(Source source)
{
    switch (source) {
    case Source::Service:
        return ExitCode::Unreachable;
    case Source::Connections:
    case Source::Saved:
        return ExitCode::BadUsage;
    case Source::Lake:
    case Source::File:
        return ExitCode::Failed;
    }
    return ExitCode::Failed;
}

} // namespace

ExitCode exitCodeOf(ErrorKind kind, Source source)
{
    switch (kind) {
    case ErrorKind::Cancelled:
        return ExitCode::Interrupted;
    case ErrorKind::Input:
        return source == Source::Connections || source == Source::Lake ? ExitCode::BadUsage
                                                                       : ExitCode::Failed;
    case ErrorKind::Unauthorized:
        return ExitCode::Refused;
    case ErrorKind::Offline:
    case ErrorKind::Timeout:
    case ErrorKind::RateLimited:
    case ErrorKind::Server:
    case ErrorKind::Protocol:
    case ErrorKind::Forbidden:
        return ExitCode::Unreachable;
    case ErrorKind::NotFound:
        return ofNotFound(source);
    case ErrorKind::Busy:
        return ExitCode::Busy;
    case ErrorKind::Storage:
    case ErrorKind::Keychain:
        return ExitCode::Failed;
    }
    return ExitCode::Failed;
}

} // namespace gauge::cli
