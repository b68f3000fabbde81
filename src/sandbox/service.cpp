// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/service.h"

#include "sandbox/pagefaults.h"
#include "sandbox/recordtext.h"

#include <algorithm>
#include <array>

namespace gauge::sandbox {

namespace {

constexpr Seconds farthestAdvance = (Timeline::futureDays - 30) * day;

//! Paths of the service and the names that fault rules know them by.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> paths{{
    {"/oauth2/token", "token"},
    {"/v7/rest/sync/responses", "responses"},
    {"/v7/rest/sync/non-responses", "non-responses"},
    {"/v7/rest/sync/close-loop", "close-loop"},
    {"/v7/rest/close-loop/status", "status"},
    {"/records", "records"},
    {"/v4.1/transactions/response.json", "response"},
    {"/v4.1/transactions/response.xml", "response"},
    {"/v4.1/transactions/response", "response"},
}};

std::string_view feedOf(std::string_view path)
{
    if (path.ends_with('/'))
        path.remove_suffix(1);
    const auto found
        = std::find_if(paths.begin(), paths.end(), [&](const auto &p) { return p.first == path; });
    return found == paths.end() ? std::string_view() : found->second;
}

// A web page in a browser on this machine may reach a loopback port, by a name of its own that it
// points here; it is not let in.
bool isLocal(const Call &call)
{
    const auto host = std::string_view(call.host).substr(0, call.host.rfind(':'));
    return call.origin.empty() && (host == "127.0.0.1" || host == "localhost");
}

bool strikes(const std::vector<Fault> &faults, FaultKind kind)
{
    return std::any_of(faults.begin(), faults.end(),
                       [kind](const Fault &fault) { return fault.kind == kind; });
}

//! 4xx: the call is refused at the door. After any other fault the service has done its work, and only its
//! answer goes wrong.
bool turnsAway(const std::vector<Fault> &faults)
{
    return std::any_of(faults.begin(), faults.end(), [](const Fault &fault) {
        return fault.kind == FaultKind::RefuseCursor || fault.kind == FaultKind::Errors
            || fault.kind == FaultKind::Unauthenticated
            || (fault.kind == FaultKind::Status && fault.status >= 400 && fault.status < 500);
    });
}

Feed feedNamed(std::string_view name)
{
    return name == "responses" ? Feed::Responses
        : name == "close-loop" ? Feed::CloseLoop
                               : Feed::NonResponses;
}

} // namespace

Service::Service(const Options &options)
    : m_clock(options.now, options.clockFollows)
    , m_feeds(Dice(options.seed), options.now, options.records, options.shape)
    , m_tokens(options.secret, options.tokenLifetime)
    , m_controlAuthorization(options.secret.empty() ? std::string() : "Bearer " + options.secret)
    , m_faults(options.faults)
{}

Service::Outcome Service::handle(const Call &call)
{
    if (!isLocal(call))
        return {messageAnswer(403, "The sandbox serves programs on this computer only."), {}};
    if (call.path.starts_with("/sandbox/"))
        return {control(call), {}};
    m_log.add(call);
    if (hasCredentials(call.query)) {
        return {
            {.status = 400,
             .body
             = R"({"error":"invalid_request","error_description":"Credentials do not belong in a URL."})"},
            {}};
    }
    const auto feed = feedOf(call.path);
    auto faults = m_faults.strike(feed, !valueOf(call.query, "cursor").value_or("").empty());
    if (strikes(faults, FaultKind::ExpireToken))
        m_tokens.expireAll();
    if (turnsAway(faults))
        return {{}, std::move(faults)};
    auto answer = carryOut(call, feed, decisive(faults));
    return {std::move(answer), std::move(faults)};
}

Answer Service::carryOut(const Call &call, std::string_view feed, const Fault *fault)
{
    auto answer = route(call, feed);
    if (fault && isPageFault(fault->kind)) {
        const bool isEmptyPage = fault->kind == FaultKind::EmptyPage;
        alterPage(answer, *fault, isEmptyPage ? m_feeds.emptyPage(feedNamed(feed), call) : std::string());
    }
    return answer;
}

Answer Service::route(const Call &call, std::string_view feed)
{
    if (feed == "token")
        return m_tokens.answer(call, m_clock.age());
    if (feed == "response")
        return m_uploads.postResponse(call, call.path.ends_with(".xml"));
    if (call.path.starts_with("/v4.1/"))
        return {.status = 404, .body = R"({"Error":{"Message":"No such module.","Code":300002}})"};
    if (feed.empty())
        return messageAnswer(404, "Not Found");
    if (!m_tokens.accepts(call.authorization, m_clock.age()))
        return unauthenticatedAnswer();
    if (feed == "records")
        return m_uploads.putRecord(call);
    if (feed == "status")
        return m_feeds.setStatus(call, m_clock.now());
    return m_feeds.page(feedNamed(feed), call, m_clock.now());
}

Answer Service::control(const Call &call)
{
    // What was sent here may be a real record, and other users of this computer reach the port, too.
    if (m_controlAuthorization.empty() || call.authorization != m_controlAuthorization)
        return messageAnswer(401, "Control calls need the header Authorization: Bearer SECRET.");
    const auto is = [&call](std::string_view method, std::string_view path) {
        return call.method == method && call.path == path;
    };
    if (is("GET", "/sandbox/health"))
        return health();
    if (is("GET", "/sandbox/requests"))
        return {.body = m_log.json()};
    if (is("DELETE", "/sandbox/requests")) {
        m_log.forget();
        return {.body = "{}"};
    }
    if (is("GET", "/sandbox/received"))
        return {.body = m_uploads.receivedJson()};
    if (is("DELETE", "/sandbox/received")) {
        m_uploads.forget();
        return {.body = "{}"};
    }
    if (is("POST", "/sandbox/faults"))
        return setFaults(call);
    if (is("POST", "/sandbox/advance"))
        return advance(call);
    return messageAnswer(404, "Not Found");
}

Answer Service::health() const
{
    const auto now = m_clock.now();
    return {.body = R"({"status":"ok","now":)" + quoted(dateTimeText(now)) + R"(,"responses":)"
                + std::to_string(m_feeds.responsesBy(now)) + R"(,"invitations":)"
                + std::to_string(m_feeds.invitationsBy(now)) + R"(,"faults":)"
                + std::to_string(m_faults.size()) + '}'};
}

// One rule a line; no line, no faults.
Answer Service::setFaults(const Call &call)
{
    std::vector<Fault> rules;
    std::string_view rest = call.body;
    while (!rest.empty()) {
        auto line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.empty())
            continue;
        const auto fault = parseFault(line);
        if (!fault)
            return invalidAnswer({{"fault", fault.error().text.toStdString()}});
        rules.push_back(*fault);
    }
    m_faults = Faults(std::move(rules));
    return health();
}

Answer Service::advance(const Call &call)
{
    const auto hours = integer(valueOf(call.query, "hours").value_or(""));
    if (!hours || *hours < 0 || *hours > farthestAdvance / hour
        || m_clock.advanced() + *hours * hour > farthestAdvance)
        return invalidAnswer(
            {{"hours", "hours must be a whole number; the sandbox knows about ten years to come."}});
    m_clock.advance(*hours * hour);
    return health();
}

} // namespace gauge::sandbox
