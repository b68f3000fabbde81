// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/outcome.h"

#include "base/redaction.h"
#include "net/retrypolicy.h"
#include "service/answererror.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace gauge::upload {

namespace {

constexpr qsizetype longestRaw = 64 * 1024;

QString translated(const char *text)
{
    return QCoreApplication::translate("upload", text);
}

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

//! {"errors":{"field":["…"]}}, also with a bare text.
std::vector<FieldError> fieldErrors(const QByteArray &body, const Record &sent)
{
    std::vector<FieldError> errors;
    const QJsonObject answer = QJsonDocument::fromJson(body).object();
    const QJsonObject fields = answer.value(QLatin1String("errors")).toObject();
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        QStringList words;
        const QJsonArray texts
            = field.value().isArray() ? field.value().toArray() : QJsonArray{field.value()};
        for (const QJsonValue &text : texts)
            words.append(redacted(text.toString()).simplified().left(500));
        words.removeAll(QString());
        errors.push_back({headingOf(field.key(), sent), words.join(QLatin1Char(' '))});
    }
    return errors;
}

Outcome::State stateOf(int status, bool hasFieldErrors)
{
    if (status >= 200 && status < 300)
        return Outcome::State::Accepted;
    // Turned away at the door: too soon, by these credentials, or at this address, whatever it holds.
    const std::array unread{401, 403, 404, 405, 410, 429};
    if (std::find(unread.begin(), unread.end(), status) != unread.end())
        return Outcome::State::NotSent;
    const bool doubtful = status == 408 || status >= 500 || status < 400;
    return doubtful && !hasFieldErrors ? Outcome::State::Unknown : Outcome::State::Refused;
}

Error refusal(const net::HttpResponse &response)
{
    Error error = service::answerError(response);
    const QString message = service::answerMessage(response.body);
    switch (error.kind) {
    case ErrorKind::Unauthorized:
    case ErrorKind::RateLimited:
        return error;
    case ErrorKind::Forbidden:
        error.text = translated(QT_TRANSLATE_NOOP(
            "upload",
            "These credentials may not upload. An admin can allow it in CustomerGauge under Data → Rest "
            "APIs."));
        return error;
    case ErrorKind::NotFound:
        error.text = translated(QT_TRANSLATE_NOOP(
            "upload", "The service takes no uploads under this address. The region may be another."));
        return error;
    default:
        error.kind = ErrorKind::Input;
        error.text = message.isEmpty()
            ? translated(QT_TRANSLATE_NOOP("upload", "The service refused it (HTTP %1)."))
                  .arg(response.status)
            : translated(QT_TRANSLATE_NOOP("upload", "The service refused it: %1")).arg(message);
        return error;
    }
}

} // namespace

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
        + translated(QT_TRANSLATE_NOOP("upload",
                                       "It was sent, but whether CustomerGauge has it is not known. Look "
                                       "there before you send it again."));
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
    outcome.state = stateOf(response.status, !errors.empty());
    switch (outcome.state) {
    case Outcome::State::Accepted:
        break;
    case Outcome::State::Refused:
        outcome.error = refusal(response);
        outcome.errors = std::move(errors);
        break;
    case Outcome::State::Unknown:
        outcome.error = unknownFate(service::answerError(response));
        break;
    case Outcome::State::NotSent:
        outcome.error = refusal(response);
        outcome.retryAfter = net::parseRetryAfter(response.header("retry-after"), clock.now());
        break;
    }
    return outcome;
}

} // namespace gauge::upload
