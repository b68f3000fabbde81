// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "sandbox/http.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace gauge::sandbox {

enum class FaultKind {
    Status, //!< answer this status
    Reset, //!< close the connection without an answer (RST)
    Truncate, //!< promise the whole body, send half, close
    Cut, //!< half the body with a matching length: half a JSON that looks whole
    Delay, //!< answer later
    Stall, //!< never answer
    Html, //!< 200 with a page for people
    Errors, //!< 200 with {"message","errors"}, as a 422 has
    Unauthenticated, //!< 200 with {"message":"Unauthenticated."}, as a 401 has
    Garbage, //!< 200 with bytes that are no JSON
    Empty, //!< 200 with nothing
    ExpireToken, //!< all tokens are void, this call is the first to see it
    Redirect, //!< 307 to --redirect-to
    Huge, //!< a body of gigabytes, announced
    Endless, //!< the same, unannounced
    Deep, //!< JSON of a thousand levels
    Stuck, //!< the cursor of a page with data does not advance
    EmptyPage, //!< a page without records whose cursor advances; no record is passed over
    NextNull, //!< `next` of the last page with records is null
    NextEmpty, //!< … is an empty text
    NextMissing, //!< … is not there
    DataObject, //!< `data` is an object, {"0":{…},"1":{…}}, or {} on the empty page
    DataNull, //!< `data` of the empty page is null
    RefuseCursor, //!< 422 that names the cursor, for calls that have one
    Headers, //!< the answer has so many header fields more
    EarlyHints, //!< a 103 comes before the answer
};

//! One rule: what goes wrong, where and how often. Counting is deterministic: the n-th call that
//! the rule looks at.
struct Fault
{
    FaultKind kind = FaultKind::Status;
    int status = 0;
    int milliseconds = 0;
    std::int64_t size = 2048; //!< MiB of Huge and Endless
    std::int64_t depth = 1000; //!< levels of Deep
    std::int64_t headers = 150; //!< fields of Headers
    std::int64_t every = 0; //!< 0: not periodic
    std::vector<std::int64_t> at = {};
    std::int64_t from = 1;
    std::int64_t times = 0; //!< at most so often; 0: no limit
    std::string feed = {}; //!< responses, non-responses, close-loop, token, records, response, status; empty:
                           //!< all but token
    enum class RetryAfter { Delay, Date, UnixTime };
    std::string retryAfter = {}; //!< seconds
    RetryAfter retryAfterForm = RetryAfter::Delay; //!< how they are sent
};

//! `KIND[=VALUE][:key=value[,key=value]…]`, e.g. `503:every=7` or `delay=200ms:every=4`.
[[nodiscard]] Result<Fault> parseFault(std::string_view rule);

//! Of the faults that strike one call, the one that decides about its answer: the first but for delays and
//! expired tokens. Null if there is none.
[[nodiscard]] const Fault *decisive(const std::vector<Fault> &faults);

//! The rules in force with their counters.
class Faults
{
public:
    explicit Faults(std::vector<Fault> rules = {});

    //! The faults that strike this call to \a feed. Counts the call; RefuseCursor counts those with a cursor.
    [[nodiscard]] std::vector<Fault> strike(std::string_view feed, bool hasCursor = false);
    [[nodiscard]] std::size_t size() const { return m_rules.size(); }

private:
    struct Counted
    {
        Fault fault;
        std::int64_t seen = 0;
        std::int64_t struck = 0;
    };
    std::vector<Counted> m_rules;
};

} // namespace gauge::sandbox

class QTcpSocket;

namespace gauge::sandbox {

//! Whom an answer goes to, as far as its framing depends on the request.
struct Client
{
    QTcpSocket *socket = nullptr;
    bool keepsAlive = true; //!< else the connection ends with the answer
    bool isOld = false; //!< HTTP/1.0, which must be told that the connection stays
    bool isHead = false; //!< asked for the head only
};

//! Sends \a answer without faults.
void send(const Client &client, const Answer &answer);

//! Sends \a answer as the \a faults that struck it demand; delays add up, then the first other fault
//! decides. \a redirectTo is where the redirect fault points. \a done is called when the next request of
//! the client may be answered; never if none may, nor when the client has gone away.
void play(const Client &client, Answer answer, const std::vector<Fault> &faults,
          const std::string &redirectTo, std::function<void()> done);

} // namespace gauge::sandbox
