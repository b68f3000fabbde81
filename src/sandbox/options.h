// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/faults.h"
#include "sandbox/recordwriter.h"

#include <cstdint>
#include <variant>

namespace gauge::sandbox {

//! Everything a person can ask of the sandbox.
struct Options
{
    static constexpr Seconds defaultNow = 1767225600; //!< 2026-01-01 00:00:00

    std::uint16_t port = 0; //!< 0: any free one
    std::int64_t records = 5000; //!< responses answered before `now`
    std::uint64_t seed = 1;
    Seconds now = defaultNow;
    bool clockFollows = false; //!< the clock runs on from `now`
    Seconds tokenLifetime = 3600;
    Shape shape;
    std::vector<Fault> faults;
    std::string redirectTo;
    std::string secret; //!< the client secret, also of the control calls; empty: nobody is let in
    bool isSecretMadeUp = false; //!< no one else knows it, so the program prints it
    bool untilStdinCloses = false;
};

//! 128 random bits from the operating system, in hexadecimal digits.
[[nodiscard]] std::string randomSecret();

//! Options from the command line, with the secret of GAUGEDESK_SANDBOX_SECRET or else a random one; or the
//! exit code, after help or a complaint was printed.
[[nodiscard]] std::variant<Options, int> parseOptions(int argc, char **argv);

} // namespace gauge::sandbox
