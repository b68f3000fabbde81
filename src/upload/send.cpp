// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/send.h"

#include "upload/singleanswer.h"

namespace gauge::upload {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("upload", text);
}

} // namespace

QCoro::Task<Outcome> sendRecord(std::shared_ptr<service::ServiceClient> client, QString reference,
                                Record record, RecordForm form, std::stop_token stop)
{
    const net::HttpRequest request = recordRequest(client->connection(), reference, record, form);
    const service::Submission submission = co_await client->submit(request, std::nullopt, stop);
    Outcome outcome = outcomeOf(submission, record, client->clock());
    co_return outcome;
}

QCoro::Task<Outcome> sendResponse(std::shared_ptr<service::ServiceClient> client, Secret apiKey,
                                  Record fields, AnswerFormat format, std::stop_token stop)
{
    const net::HttpRequest request = responseRequest(client->connection(), fields, format);
    const std::optional<Secret> authorization = Secret("api_key " + apiKey.expose());
    const service::Submission submission = co_await client->submit(request, authorization, stop);
    Outcome outcome = outcomeOf(submission, fields, client->clock());
    if (submission.delivery == service::Submission::Delivery::Answered)
        readSingleAnswer(submission.response.body, outcome);
    if (outcome.error && outcome.error->kind == ErrorKind::Unauthorized) {
        outcome.error->text = translated(QT_TRANSLATE_NOOP(
            "upload",
            "The service refused the API key. Check it in CustomerGauge, and enter it again under "
            "Connections."));
    }
    co_return outcome;
}

} // namespace gauge::upload
