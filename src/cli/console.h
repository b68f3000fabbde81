// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cli/commandline.h"
#include "cli/jsonline.h"

#include <QStringList>

#include <cstdio>

namespace gauge::cli {

//! Standard output for results, standard error for everything else. Texts are made harmless for a
//! terminal and pass redacted() when they tell of an error.
class Console
{
public:
    explicit Console(const Settings &settings, std::FILE *out = stdout, std::FILE *err = stderr);
    Q_DISABLE_COPY_MOVE(Console)

    //! From here on errors do not repeat these texts.
    void hide(const QStringList &texts) { m_hidden = texts; }

    [[nodiscard]] bool isJson() const { return m_format == OutputFormat::Json; }

    void print(const JsonLine &line);
    void print(const QString &text);
    //! A record as one line of JSON: unchanged to a file or a pipe; a terminal gets controls escaped. False
    //! when it could not be written.
    bool printJson(std::string_view line);
    //! A line of bytes as they are, of texts that are our own. False when it could not be written.
    bool printLine(std::string_view line);

    //! What a person may want to know; silent with --quiet.
    void note(const QString &text);
    //! What callers are promised on standard error, also with --quiet.
    void say(const QString &text);
    void error(const Error &error);

    //! Replaces the progress line of a terminal; nothing elsewhere or with --quiet.
    void progress(const QString &text);

    //! Writes what is left. An error when the results could not all be written.
    [[nodiscard]] Result<void> flush();

private:
    [[nodiscard]] QString harmless(QString text) const;
    void clearProgress();
    void writeError(const QString &text);

    std::FILE *m_out;
    std::FILE *m_err;
    OutputFormat m_format;
    bool m_quiet;
    bool m_verbose;
    bool m_isTerminal; //!< standard output
    bool m_showsProgress;
    bool m_progressShown = false;
    QStringList m_hidden;
    QString m_failure; //!< why writing results failed, or empty
};

//! E-mail addresses in \a arguments: whoever reads an error need not read about a person. Addresses of
//! databases are none.
[[nodiscard]] QStringList addressesIn(const QStringList &arguments);

//! What the program's end tells its caller; a promise of cli.md.
enum class ExitCode {
    Done = 0,
    Failed = 1,
    BadUsage = 2,
    Refused = 3, //!< the service does not accept the credentials
    Unreachable = 4, //!< service or network, after retries
    Partly = 5, //!< rows of an upload were refused, or traces of a person stay
    Busy = 6, //!< another process is syncing this feed
    Interrupted = 130,
};

//! Who said no: "not found" by the service is another matter than a connection or lake that is not there, and
//! what a person typed (Connections, Lake) is another matter than what a file holds or the service refuses,
//! which a timer meets without a mistake in its command. Saved: what is called by its name, and may be
//! damaged.
enum class Source { Service, Connections, Lake, File, Saved };

[[nodiscard]] ExitCode exitCodeOf(ErrorKind kind, Source source);

} // namespace gauge::cli
