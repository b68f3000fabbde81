// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "service/serviceclient.h"
#include "upload/form/formrecord.h"
#include "upload/form/request.h"
#include "upload/form/response.h"

#include <chrono>
#include <optional>
#include <vector>

namespace gauge::upload {

//! What the service said about one field.
struct FieldError
{
    QString heading; //!< as it was sent where it can be told, else as the service names it
    QString words;

    bool operator==(const FieldError &) const = default;
};

//! What the service shows of a record that it accepted.
struct ReadBack
{
    bool found = false; //!< it may take the service a while
    QStringList lost; //!< headings whose values did not come back as they were sent
    QString problem; //!< why it could not be looked up, in words

    bool operator==(const ReadBack &) const = default;
};

//! What became of one record or response. Four states that exclude each other.
struct SendOutcome
{
    enum class State {
        Accepted,
        Refused, //!< the service said no; nothing was stored
        Unknown, //!< it was sent and no answer tells what became of it; it must not be sent again unasked
        NotSent, //!< it certainly did not reach the service, or was turned away whatever it holds
    };

    State state = State::NotSent;
    QDateTime time; //!< UTC, of the answer or of giving up
    int status = 0; //!< HTTP; 0: no answer
    QString number; //!< number_customergauge of a single response, where the answer tells it
    std::vector<FieldError> errors; //!< of a refusal, by heading
    std::optional<Error> error; //!< why, in words and by kind; none of what was accepted
    std::optional<std::chrono::milliseconds> retryAfter; //!< NotSent: how long the service asks to wait
    QString raw; //!< the answer's body for details, secrets taken out, at most 64 KiB of it
    std::optional<ReadBack> readBack; //!< where it was asked for

    //! The error's words and those at the fields, for a line of a report.
    [[nodiscard]] QString words() const;
    bool operator==(const SendOutcome &) const = default;
};

//! "accepted", "refused", "unknown", "not-sent".
[[nodiscard]] QString stateName(SendOutcome::State state);

//! What \a submission of \a sent means. A 5xx is Unknown unless its body tells of fields that were refused. A
//! 2xx is Accepted when its body is empty or JSON without an error, Refused when it tells of errors, NotSent
//! when it says that the caller is not known, and else Unknown (a web page, half a JSON).
[[nodiscard]] SendOutcome outcomeOf(const service::Submission &submission, const FormRecord &sent,
                                    const Clock &clock);

//! Whether \a body is HTML: a page for people, of a proxy or a sign-in.
[[nodiscard]] bool isWebPage(const QByteArray &body);

//! An error's words for what was sent without an answer.
[[nodiscard]] Error unknownOutcome(Error error);

// What became of one record in sentences, the same in the window and on the command line.

//! "Accepted." or "Accepted as record 5."
[[nodiscard]] QString acceptedText(const SendOutcome &outcome);
//! What came of looking it up again.
[[nodiscard]] QString readBackText(const ReadBack &read);
//! Why it was not accepted: with how long the service asks to wait, and its answer in the detail.
[[nodiscard]] Error problemOf(const SendOutcome &outcome);

//! Whether a record is sent again, and when a wait for that ends.
struct Resending
{
    enum class When {
        Never,
        Unanswered, //!< an answer was lost, is no answer of the service, or is 408 or 5xx
        TurnedAway, //!< the same, and 429; Unanswered leaves that to who sends more than one
    };

    When when = When::Never;
    std::stop_token until = {}; //!< ends the wait for the next try
    std::chrono::milliseconds budget = net::RetryPolicy().budget; //!< no try begins after it
};

//! Sends one record. A request that the service turned away unread is asked again with a new token.
//! Everything else is repeated only as \a resending says, by the client's RetryPolicy, and is Unknown after
//! that where one of its tries may have arrived. 429 is NotSent with the time to wait.
[[nodiscard]] QCoro::Task<SendOutcome> sendRecord(std::shared_ptr<service::ServiceClient> client,
                                                  QString reference, FormRecord record, RecordForm form,
                                                  Resending resending, std::stop_token stop);

//! Sends one response by the older call, once.
[[nodiscard]] QCoro::Task<SendOutcome> sendResponse(std::shared_ptr<service::ServiceClient> client,
                                                    Secret apiKey, FormRecord fields, AnswerFormat format,
                                                    std::stop_token stop);

} // namespace gauge::upload
