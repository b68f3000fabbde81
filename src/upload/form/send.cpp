// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/form/send.h"

#include "base/log.h"
#include "net/retrypolicy.h"
#include "upload/form/singleanswer.h"

namespace gauge::upload {

namespace {

bool isWorthRepeating(const Outcome &outcome, Resending::When when)
{
    if (when == Resending::When::Never || !outcome.error || outcome.error->kind == ErrorKind::Cancelled)
        return false;
    const bool mayHaveArrived = outcome.state == Outcome::State::Unknown;
    if (outcome.error->kind == ErrorKind::RateLimited)
        return when == Resending::When::TurnedAway || mayHaveArrived;
    if (!mayHaveArrived)
        return outcome.state == Outcome::State::NotSent && net::isRetryableError(*outcome.error);
    if (outcome.status == 0)
        return net::isRetryableError(*outcome.error);
    const bool isOfSomebodyElse = outcome.status < 300; // a success that is not the service's
    return isOfSomebodyElse || net::isRetryableStatus(outcome.status);
}

} // namespace

QCoro::Task<Outcome> sendRecord(std::shared_ptr<service::ServiceClient> client, QString reference,
                                Record record, RecordForm form, Resending resending, std::stop_token stop)
{
    const net::HttpRequest request = recordRequest(client->connection(), reference, record, form);
    service::Attempts attempts = client->attempts(resending.budget);
    bool mayHaveArrived = false;
    while (true) {
        const service::Submission submission = co_await client->submit(request, std::nullopt, stop);
        Outcome outcome = outcomeOf(submission, record, client->clock());
        mayHaveArrived = mayHaveArrived || outcome.state == Outcome::State::Unknown;
        if (outcome.state == Outcome::State::NotSent && mayHaveArrived) {
            outcome.state = Outcome::State::Unknown; // an earlier try
            if (outcome.error)
                outcome.error = unknownFate(*outcome.error);
        }
        if (!submission.hadToken || !isWorthRepeating(outcome, resending.when))
            co_return outcome;
        const service::Failure failure{*outcome.error, true, outcome.retryAfter};
        const Result<void> waited
            = co_await attempts.again(failure, QString::fromLatin1(request.method), resending.until);
        if (waited)
            continue;
        if (attempts.tries() > 1) {
            outcome.error->text += QLatin1Char(' ')
                + QCoreApplication::translate("upload", "It was tried %1 times.").arg(attempts.tries());
        }
        co_return outcome;
    }
}

QCoro::Task<Outcome> sendResponse(std::shared_ptr<service::ServiceClient> client, Secret apiKey,
                                  Record fields, AnswerFormat format, std::stop_token stop)
{
    const net::HttpRequest request = responseRequest(client->connection(), fields, format);
    hideEverywhere(apiKey);
    const std::optional<Secret> authorization = Secret("api_key " + apiKey.expose());
    const service::Submission submission = co_await client->submit(request, authorization, stop);
    Outcome outcome = outcomeOf(submission, fields, client->clock());
    if (submission.delivery == service::Submission::Delivery::Answered)
        readSingleAnswer(submission.response.body, outcome);
    if (outcome.error && outcome.error->kind == ErrorKind::Unauthorized) {
        outcome.error->text = QCoreApplication::translate(
            "upload",
            "The service refused the API key. Check it in CustomerGauge, and enter it again under "
            "Connections.");
    }
    co_return outcome;
}

} // namespace gauge::upload
