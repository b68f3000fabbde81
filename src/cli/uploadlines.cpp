// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/uploadlines.h"

#include "upload/form/send.h"

namespace gauge::cli {

using upload::Outcome;

namespace {

std::string listOf(const std::vector<upload::FieldError> &errors)
{
    std::string list = "[";
    for (const upload::FieldError &each : errors) {
        if (list.size() > 1)
            list += ',';
        list += JsonLine().add("heading", each.heading).add("message", each.words).text();
    }
    return list + ']';
}

JsonLine lineOf(const Outcome &outcome, Numbered numbered)
{
    using State = Outcome::State;
    const auto count = [&outcome](State state) { return qint64(outcome.state == state ? 1 : 0); };
    JsonLine line;
    line.add("sent", 1 - count(State::NotSent))
        .add("accepted", count(State::Accepted))
        .add("refused", count(State::Refused))
        .add("skipped", count(State::NotSent))
        .addNull("results");
    if (numbered == Numbered::Yes) {
        bool isNumber = false;
        const qint64 number = outcome.number.toLongLong(&isNumber);
        if (isNumber)
            line.add("number_customergauge", number);
        else if (outcome.number.isEmpty())
            line.addNull("number_customergauge");
        else
            line.add("number_customergauge", outcome.number);
    }
    line.add("unknown", count(State::Unknown)).add("state", upload::stateName(outcome.state));
    if (!outcome.errors.empty())
        line.addJson("errors", listOf(outcome.errors));
    if (outcome.readBack)
        line.add("found", outcome.readBack->found).add("lost", outcome.readBack->lost);
    return line;
}

ExitCode codeOf(const Outcome &outcome)
{
    switch (outcome.state) {
    case Outcome::State::Accepted:
        return ExitCode::Done;
    case Outcome::State::Refused:
        return ExitCode::Partly;
    case Outcome::State::Unknown:
        return ExitCode::Unreachable;
    case Outcome::State::NotSent:
        break;
    }
    return outcome.error ? exitCodeOf(outcome.error->kind, Source::Service) : ExitCode::Failed;
}

} // namespace

Result<upload::Field> readField(const QString &text)
{
    const qsizetype equals = text.indexOf(QLatin1Char('='));
    if (equals > 0)
        return upload::Field{text.left(equals), text.mid(equals + 1)};
    return fail(ErrorKind::Input,
                QCoreApplication::translate(
                    "cli", "A field has no =, and is not repeated here. Write HEADING=VALUE."));
}

Result<void> tell(Console &console, const std::vector<upload::Finding> &findings)
{
    QStringList errors;
    for (const upload::Finding &finding : findings) {
        if (finding.severity == upload::Severity::Error)
            errors.append(finding.words);
        else
            console.note(QCoreApplication::translate("cli", "warning: %1").arg(finding.words));
    }
    if (errors.isEmpty())
        return {};
    errors.append(QCoreApplication::translate("cli", "Nothing was sent."));
    return fail(ErrorKind::Input, errors.join(QLatin1Char('\n')));
}

ExitCode tell(Console &console, const Outcome &outcome, Numbered numbered)
{
    if (console.isJson()) {
        console.print(lineOf(outcome, numbered));
    } else if (outcome.state == Outcome::State::Accepted) {
        console.print(upload::acceptedWords(outcome));
    }
    if (outcome.error) {
        Error error = upload::problemOf(outcome);
        for (const upload::FieldError &each : outcome.errors)
            error.text += QLatin1Char(' ') + each.heading + QStringLiteral(": ") + each.words;
        console.error(error);
    }
    if (outcome.readBack)
        console.note(upload::readBackWords(*outcome.readBack));
    return codeOf(outcome);
}

void print(Console &console, const upload::Preview &preview)
{
    if (!console.isJson()) {
        console.print(preview.curl);
        return;
    }
    console.print(JsonLine()
                      .add("method", QString::fromLatin1(preview.method))
                      .add("url", preview.url)
                      .add("headers", preview.headers)
                      .add("body", preview.body)
                      .add("curl", preview.curl));
}

} // namespace gauge::cli
