// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exitcode.h"

namespace gauge::cli {

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
