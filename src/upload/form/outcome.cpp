// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/form/outcome.h"

#include "base/log.h"
#include "net/retrypolicy.h"
#include "service/serviceerror.h"

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
QString headingOf(const QString &key, const Record &sent)
{
    QString name = key;
    if (name.startsWith(QLatin1String("record.")))
        name = name.mid(7);
    else if (name.startsWith(QLatin1String("record[")) && name.endsWith(QLatin1Char(']')))
        name = name.mid(7, name.size() - 8);
    const auto exact
        = std::any_of(sent.begin(), sent.end(), [&](const Field &field) { return field.heading == name; });
    if (exact)
        return name;
    const auto alike = std::find_if(sent.begin(), sent.end(), [wanted = squashed(name)](const Field &field) {
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
std::vector<FieldError> fieldErrors(const QByteArray &body, const Record &sent)
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
Outcome::State stateOfSuccess(const QByteArray &body)
{
    const QByteArray text = body.startsWith("\xEF\xBB\xBF") ? body.mid(3).trimmed() : body.trimmed();
    if (text.isEmpty())
        return Outcome::State::Accepted;
    const QJsonArray values = QJsonDocument::fromJson('[' + text + ']').array(); // also of a bare value
    if (values.size() != 1)
        return Outcome::State::Unknown;
    const QJsonObject answer = values.first().toObject();
    const bool isRefused = isSaid(answer.value(QLatin1String("errors")))
        || isSaid(answer.value(QLatin1String("error"))) || isSaid(answer.value(QLatin1String("Error")));
    if (isRefused)
        return Outcome::State::Refused;
    const bool saysNo = values.first().isBool() && !values.first().toBool();
    return saysNo ? Outcome::State::Unknown : Outcome::State::Accepted;
}

Outcome::State stateOf(const net::HttpResponse &response, bool hasFieldErrors)
{
    const int status = response.status;
    if (service::isUnauthenticated(response))
        return Outcome::State::NotSent;
    if (status >= 200 && status < 300)
        return stateOfSuccess(response.body);
    // Turned away at the door: too soon, by these credentials, or at this address, whatever it holds.
    const std::array unread{403, 404, 405, 410, 429};
    if (std::find(unread.begin(), unread.end(), status) != unread.end())
        return Outcome::State::NotSent;
    const bool doubtful = status == 408 || status >= 500 || status < 400;
    return doubtful && !hasFieldErrors ? Outcome::State::Unknown : Outcome::State::Refused;
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
    return unknownFate(error);
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

QString Outcome::words() const
{
    QStringList all;
    if (error)
        all.append(error->text);
    for (const FieldError &each : errors)
        all.append(each.heading + QStringLiteral(": ") + each.words);
    return all.join(QLatin1Char(' '));
}

QString stateName(Outcome::State state)
{
    switch (state) {
    case Outcome::State::Accepted:
        return QStringLiteral("accepted");
    case Outcome::State::Refused:
        return QStringLiteral("refused");
    case Outcome::State::Unknown:
        return QStringLiteral("unknown");
    case Outcome::State::NotSent:
        return QStringLiteral("not-sent");
    }
    return {};
}

Error unknownFate(Error error)
{
    error.text += QLatin1Char(' ')
        + QCoreApplication::translate("upload",
                                      "It was sent, but whether CustomerGauge has it is not known. Look "
                                      "there before you send it again.");
    return error;
}

Outcome outcomeOf(const service::Submission &submission, const Record &sent, const Clock &clock)
{
    using Delivery = service::Submission::Delivery;
    Outcome outcome;
    outcome.time = clock.now();
    if (submission.delivery != Delivery::Answered) {
        const bool lost = submission.delivery == Delivery::Unknown;
        outcome.state = lost ? Outcome::State::Unknown : Outcome::State::NotSent;
        outcome.error = submission.error;
        if (lost && outcome.error)
            outcome.error = unknownFate(*outcome.error);
        return outcome;
    }
    const net::HttpResponse &response = submission.response;
    outcome.status = response.status;
    outcome.raw = redacted(QString::fromUtf8(response.body.left(longestRaw)));
    std::vector<FieldError> errors = fieldErrors(response.body, sent);
    outcome.state = stateOf(response, !errors.empty());
    switch (outcome.state) {
    case Outcome::State::Accepted:
        break;
    case Outcome::State::Refused:
        outcome.error = refusal(response);
        outcome.errors = std::move(errors);
        break;
    case Outcome::State::Unknown:
        outcome.error = doubtOf(response);
        break;
    case Outcome::State::NotSent:
        outcome.error = refusal(response);
        break;
    }
    if (outcome.state == Outcome::State::NotSent || outcome.state == Outcome::State::Unknown)
        outcome.retryAfter = net::parseRetryAfter(response.header("retry-after"), clock.now());
    return outcome;
}

} // namespace gauge::upload
