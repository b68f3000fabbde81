// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include <tl/expected.hpp>

namespace gauge {

//! What went wrong, coarse enough to act upon; each kind has one exit code and one banner.
enum class ErrorKind {
    Cancelled,
    Offline,
    Timeout,
    Unauthorized,
    Forbidden,
    NotFound,
    RateLimited,
    Server,
    Protocol,
    Storage,
    Keychain,
    Input,
    Busy, //!< another process holds the lease of this feed
};

//! An error as a value. `text` is a translated sentence or two for people: what happened, what was
//! kept, what to do. `detail` is for the log and the details pane, already redacted.
struct Error
{
    ErrorKind kind = ErrorKind::Protocol;
    QString text;
    QString detail;

    bool operator==(const Error &) const = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

//! `return fail(ErrorKind::Input, tr("…"));`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, QString text, QString detail = {})
{
    return tl::unexpected<Error>(Error{kind, std::move(text), std::move(detail)});
}

[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

[[nodiscard]] Error cancelled();

//! Stable machine-readable name of a kind ("rate-limited"), as printed by gaugedesk-cli.
[[nodiscard]] QString kindName(ErrorKind kind);

} // namespace gauge
