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

//! Whether a value can be dropped at once: its end does nothing, as that of a lock or a transaction does.
//! Specialised where only memory ends.
template <typename T>
inline constexpr bool isDroppable = std::is_void_v<T> || std::is_trivially_destructible_v<T>;
template <typename R>
inline constexpr bool hasDroppable = isDroppable<typename R::value_type>;

// Errors pass on in one line, so that the logic of a function is what one sees:
//   GAUGE_TRY(const auto reader, LakeReader::open(place)); // reader is the value
//   GAUGE_CHECK(reader->run());                            // a value must be isDroppable
// Where the result is an error the function returns it. GAUGE_CO_TRY and GAUGE_CO_CHECK: in a coroutine.
// The first argument of TRY is a declaration or something to assign to. A result with a name is copied.
#define GAUGE_TRY_AS(leave, name, target, ...)                                                               \
    auto name = (__VA_ARGS__);                                                                               \
    if (!name) [[unlikely]]                                                                                  \
        leave ::gauge::fail(std::move(name).error());                                                        \
    target = *std::move(name)
#define GAUGE_CHECK_AS(leave, name, ...)                                                                     \
    do {                                                                                                     \
        auto name = (__VA_ARGS__);                                                                           \
        static_assert(::gauge::hasDroppable<decltype(name)>, "keep it with GAUGE_TRY");                      \
        if (!name) [[unlikely]]                                                                              \
            leave ::gauge::fail(std::move(name).error());                                                    \
    } while (false)
#define GAUGE_NAME_2(a, b) a##b
#define GAUGE_NAME(a, b) GAUGE_NAME_2(a, b)
#define GAUGE_TRY(target, ...) GAUGE_TRY_AS(return, GAUGE_NAME(tried, __COUNTER__), target, __VA_ARGS__)
#define GAUGE_CHECK(...) GAUGE_CHECK_AS(return, GAUGE_NAME(tried, __COUNTER__), __VA_ARGS__)
#define GAUGE_CO_TRY(target, ...) GAUGE_TRY_AS(co_return, GAUGE_NAME(tried, __COUNTER__), target, __VA_ARGS__)
#define GAUGE_CO_CHECK(...) GAUGE_CHECK_AS(co_return, GAUGE_NAME(tried, __COUNTER__), __VA_ARGS__)

[[nodiscard]] Error cancelled();

//! Stable machine-readable name of a kind ("rate-limited"), as printed by gaugedesk-cli.
[[nodiscard]] QString kindName(ErrorKind kind);

} // namespace gauge
