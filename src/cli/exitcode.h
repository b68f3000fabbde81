// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace gauge::cli {

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
