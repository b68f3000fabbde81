// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/form/send.h"

#include "base/log.h"
#include "net/retrypolicy.h"
#include "service/serviceerror.h"
#include "upload/form/singleanswer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace gauge::upload {

namespace {

constexpr qsizetype longestRaw = 64 * 1024;

//! Letters and digits alone, for names that the service writes in its own way ("account_name").
QString squashed(const QString &name)
{
    QString letters;
    for (const QChar c : name) {
        if (c.isLetterOrNumber())
            letters += c.toCaseFolded();
    }
    return letters;
}

//! "record.Email", "record[Email]" or "email" as the heading that was sent.
QString headingOf(const QString &key, const FormRecord &sent)
{
    QString name = key;
    if (name.startsWith(QLatin1String("record.")))
        name = name.mid(7);
    else if (name.startsWith(QLatin1String("record[")) && name.endsWith(QLatin1Char(']')))
        name = name.mid(7, name.size() - 8);
    const auto exact = std::any_of(sent.begin(), sent.end(),
                                   [&](const FormValue &field) { return field.heading == name; });
    if (exact)
        return name;
    const auto alike
        = std::find_if(sent.begin(), sent.end(), [wanted = squashed(name)](const FormValue &field) {
              return squashed(field.heading) == wanted;
          });
    return alike == sent.end() ? name : alike->heading;
}

//! The texts of a value, whatever it is made of.
QStringList textsIn(const QJsonValue &value)
{
    QStringList texts;
    if (value.isArray()) {
        const QJsonArray all = value.toArray();
        for (const QJsonValue &each : all)
            texts += textsIn(each);
    } else if (value.isString()) {
        texts.append(redacted(value.toString()).simplified().left(500));
    }
    texts.removeAll(QString());
    return texts;
}

//! {"errors":{"field":["…"]}}, also with a bare text.
std::vector<FieldError> fieldErrors(const QByteArray &body, const FormRecord &sent)
{
    std::vector<FieldError> errors;
    const QJsonObject answer = QJsonDocument::fromJson(body).object();
    const QJsonObject fields = answer.value(QLatin1String("errors")).toObject();
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        errors.push_back({headingOf(field.key(), sent), textsIn(field.value()).join(QLatin1Char(' '))});
    }
    return errors;
}

//! Whether a member that tells of errors says something.
bool isSaid(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool();
    case QJsonValue::Double:
        return value.toDouble() != 0;
    case QJsonValue::String:
        return !value.toString().trimmed().isEmpty();
    case QJsonValue::Array:
        return !value.toArray().isEmpty();
    case QJsonValue::Object:
        return !value.toObject().isEmpty();
    default:
        return false;
    }
}

//! What the body says under a status of success: service.md, "Records". Empty, or JSON without an error, is
//! success; anything else does not come from the service, or not whole.
SendOutcome::State stateOfSuccess(const QByteArray &body)
{
    const QByteArray text = body.startsWith("\xEF\xBB\xBF") ? body.mid(3).trimmed() : body.trimmed();
    if (text.isEmpty())
        return SendOutcome::State::Accepted;
    const QJsonArray values = QJsonDocument::fromJson('[' + text + ']').array(); // also of a bare value
    if (values.size() != 1)
        return SendOutcome::State::Unknown;
    const QJsonObject answer = values.first().toObject();
    const bool isRefused = isSaid(answer.value(QLatin1String("errors")))
        || isSaid(answer.value(QLatin1String("error"))) || isSaid(answer.value(QLatin1String("Error")));
    if (isRefused)
        return SendOutcome::State::Refused;
    const bool saysNo = values.first().isBool() && !values.first().toBool();
    return saysNo ? SendOutcome::State::Unknown : SendOutcome::State::Accepted;
}

SendOutcome::State stateOf(const net::HttpResponse &response, bool hasFieldErrors)
{
    const int status = response.status;
    if (service::isUnauthenticated(response))
        return SendOutcome::State::NotSent;
    if (status >= 200 && status < 300)
        return stateOfSuccess(response.body);
    // Turned away at the door: too soon, by these credentials, or at this address, whatever it holds.
    const std::array unread{403, 404, 405, 410, 429};
    if (std::find(unread.begin(), unread.end(), status) != unread.end())
        return SendOutcome::State::NotSent;
    const bool doubtful = status == 408 || status >= 500 || status < 400;
    return doubtful && !hasFieldErrors ? SendOutcome::State::Unknown : SendOutcome::State::Refused;
}

//! What the service says against a record, apart from what it says at its fields.
QString refusalMessage(const QByteArray &body)
{
    const QString message = service::answerMessage(body);
    const QJsonValue errors = QJsonDocument::fromJson(body).object().value(QLatin1String("errors"));
    return message.isEmpty() ? textsIn(errors).join(QLatin1Char(' ')) : message;
}

//! Why it is not known what became of a record that was answered.
Error doubtOf(const net::HttpResponse &response)
{
    Error error = service::answerError(response);
    if (isWebPage(response.body)) {
        error.text = QCoreApplication::translate(
                         "upload",
                         "The answer was a web page (HTTP %1), not the service's own: a proxy or a "
                         "sign-in page may have answered in its place.")
                         .arg(response.status);
    }
    return unknownOutcome(error);
}

Error refusal(const net::HttpResponse &response)
{
    Error error = service::answerError(response);
    const QString message = refusalMessage(response.body);
    if (service::isUnauthenticated(response)) {
        net::HttpResponse unauthorized = response;
        unauthorized.status = 401;
        return {ErrorKind::Unauthorized, service::answerError(unauthorized).text, error.detail};
    }
    switch (error.kind) {
    case ErrorKind::Unauthorized:
    case ErrorKind::RateLimited:
        return error;
    case ErrorKind::Forbidden:
        error.text = QCoreApplication::translate(
            "upload",
            "These credentials may not upload. An admin can allow it in CustomerGauge under Data → Rest "
            "APIs.");
        return error;
    case ErrorKind::NotFound:
        error.text = QCoreApplication::translate(
            "upload", "The service takes no uploads under this address. The region may be another.");
        return error;
    default:
        error.kind = ErrorKind::Input;
        error.text = message.isEmpty()
            ? QCoreApplication::translate("upload", "The service refused it (HTTP %1).").arg(response.status)
            : QCoreApplication::translate("upload", "The service refused it: %1").arg(message);
        return error;
    }
}

} // namespace

bool isWebPage(const QByteArray &body)
{
    constexpr qsizetype enough = 512;
    const QByteArray begin = body.left(enough).trimmed().toLower();
    return begin.startsWith("<!doctype html") || begin.contains("<html");
}

QString SendOutcome::words() const
{
    QStringList all;
    if (error)
        all.append(error->text);
    for (const FieldError &each : errors)
        all.append(each.heading + QStringLiteral(": ") + each.words);
    return all.join(QLatin1Char(' '));
}

QString stateName(SendOutcome::State state)
{
    switch (state) {
    case SendOutcome::State::Accepted:
        return QStringLiteral("accepted");
    case SendOutcome::State::Refused:
        return QStringLiteral("refused");
    case SendOutcome::State::Unknown:
        return QStringLiteral("unknown");
    case SendOutcome::State::NotSent:
        return QStringLiteral("not-sent");
    }
    return {};
}

Error unknownOutcome(Error error)
{
    error.text += QLatin1Char(' ')
        + QCoreApplication::translate("upload",
                                      "It was sent, but whether CustomerGauge has it is not known. Look "
                                      "there before you send it again.");
    return error;
}

SendOutcome outcomeOf(const service::Submission &submission, const FormRecord &sent, const Clock &clock)
{
    using Delivery = service::Submission::Delivery;
    SendOutcome outcome;
    outcome.time = clock.now();
    if (submission.delivery != Delivery::Answered) {
        const bool lost = submission.delivery == Delivery::Unknown;
        outcome.state = lost ? SendOutcome::State::Unknown : SendOutcome::State::NotSent;
        outcome.error = submission.error;
        if (lost && outcome.error)
            outcome.error = unknownOutcome(*outcome.error);
        return outcome;
    }
    const net::HttpResponse &response = submission.response;
    outcome.status = response.status;
    outcome.raw = redacted(QString::fromUtf8(response.body.left(longestRaw)));
    std::vector<FieldError> errors = fieldErrors(response.body, sent);
    outcome.state = stateOf(response, !errors.empty());
    switch (outcome.state) {
    case SendOutcome::State::Accepted:
        break;
    case SendOutcome::State::Refused:
        outcome.error = refusal(response);
        outcome.errors = std::move(errors);
        break;
    case SendOutcome::State::Unknown:
        outcome.error = doubtOf(response);
        break;
    case SendOutcome::State::NotSent:
        outcome.error = refusal(response);
        break;
    }
    if (outcome.state == SendOutcome::State::NotSent || outcome.state == SendOutcome::State::Unknown)
        outcome.retryAfter = net::parseRetryAfter(response.header("retry-after"), clock.now());
    return outcome;
}

namespace {

constexpr qsizetype longestDetail = 2'000;

} // namespace

QString acceptedText(const SendOutcome &outcome)
{
    return outcome.number.isEmpty()
        ? QCoreApplication::translate("upload", "Accepted.")
        : QCoreApplication::translate("upload", "Accepted as record %1.")
              .arg(outcome.number.simplified()); // in one line, whatever the service said
}

QString readBackText(const ReadBack &read)
{
    if (!read.problem.isEmpty())
        return QCoreApplication::translate("upload", "It could not be read again: %1").arg(read.problem);
    if (!read.found)
        return QCoreApplication::translate(
            "upload", "It is not among the responses yet; that may take CustomerGauge a while.");
    if (read.lost.isEmpty())
        return QCoreApplication::translate("upload", "Read again: all of it is there.");
    return QCoreApplication::translate("upload", "Read again: these did not come back as sent: %1.")
        .arg(read.lost.join(QStringLiteral(", ")));
}

Error problemOf(const SendOutcome &outcome)
{
    Error error = outcome.error.value_or(Error());
    if (outcome.retryAfter && outcome.state == SendOutcome::State::NotSent) {
        error.text += QLatin1Char(' ')
            + QCoreApplication::translate("upload", "Try again in %1 s.")
                  .arg(QString::number((outcome.retryAfter->count() + 999) / 1000));
    }
    if (!outcome.raw.isEmpty() && !error.detail.contains(outcome.raw))
        error.detail += QStringLiteral(" | ") + outcome.raw.left(longestDetail);
    return error;
}

namespace {

bool isWorthRepeating(const SendOutcome &outcome, Resending::When when)
{
    if (when == Resending::When::Never || !outcome.error || outcome.error->kind == ErrorKind::Cancelled)
        return false;
    const bool mayHaveArrived = outcome.state == SendOutcome::State::Unknown;
    if (outcome.error->kind == ErrorKind::RateLimited)
        return when == Resending::When::TurnedAway || mayHaveArrived;
    if (!mayHaveArrived)
        return outcome.state == SendOutcome::State::NotSent && net::isRetryableError(*outcome.error);
    if (outcome.status == 0)
        return net::isRetryableError(*outcome.error);
    const bool isOfSomebodyElse = outcome.status < 300; // a success that is not the service's
    return isOfSomebodyElse || net::isRetryableStatus(outcome.status);
}

} // namespace

QCoro::Task<SendOutcome> sendRecord(std::shared_ptr<service::ServiceClient> client, QString reference,
                                    FormRecord record, RecordForm form, Resending resending,
                                    std::stop_token stop)
{
    const net::HttpRequest request = recordRequest(client->connection(), reference, record, form);
    service::RetryLoop attempts = client->attempts(resending.budget);
    bool mayHaveArrived = false;
    while (true) {
        const service::Submission submission = co_await client->submit(request, std::nullopt, stop);
        SendOutcome outcome = outcomeOf(submission, record, client->clock());
        mayHaveArrived = mayHaveArrived || outcome.state == SendOutcome::State::Unknown;
        if (outcome.state == SendOutcome::State::NotSent && mayHaveArrived) {
            outcome.state = SendOutcome::State::Unknown; // an earlier try
            if (outcome.error)
                outcome.error = unknownOutcome(*outcome.error);
        }
        if (!submission.hadToken || !isWorthRepeating(outcome, resending.when))
            co_return outcome;
        const service::RetryCause failure{*outcome.error, true, outcome.retryAfter};
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

QCoro::Task<SendOutcome> sendResponse(std::shared_ptr<service::ServiceClient> client, Secret apiKey,
                                      FormRecord fields, AnswerFormat format, std::stop_token stop)
{
    const net::HttpRequest request = responseRequest(client->connection(), fields, format);
    hideEverywhere(apiKey);
    const std::optional<Secret> authorization = Secret("api_key " + apiKey.expose());
    const service::Submission submission = co_await client->submit(request, authorization, stop);
    SendOutcome outcome = outcomeOf(submission, fields, client->clock());
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
