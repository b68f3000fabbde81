// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/feeds.h"
#include "sandbox/options.h"
#include "sandbox/requestlog.h"
#include "sandbox/timeline.h"
#include "sandbox/tokens.h"
#include "sandbox/uploads.h"

namespace gauge::sandbox {

//! The service without its sockets: a call comes in, an answer and the faults that strike it go out.
class Service
{
public:
    struct Outcome
    {
        Answer answer;
        std::vector<Fault> faults;
    };

    explicit Service(const Options &options);

    [[nodiscard]] Outcome handle(const Call &call);

private:
    //! The answer, as a fault in the JSON of pages alters it.
    [[nodiscard]] Answer carryOut(const Call &call, std::string_view feed, const Fault *fault);
    [[nodiscard]] Answer route(const Call &call, std::string_view feed);
    [[nodiscard]] Answer control(const Call &call);
    [[nodiscard]] Answer health() const;
    [[nodiscard]] Answer setFaults(const Call &call);
    [[nodiscard]] Answer advance(const Call &call);

    SandboxClock m_clock;
    Feeds m_feeds;
    Tokens m_tokens;
    std::string m_controlAuthorization;
    Uploads m_uploads;
    Faults m_faults;
    RequestLog m_log;
};

} // namespace gauge::sandbox
