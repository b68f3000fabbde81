// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/form/singleanswer.h"

#include "base/log.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamReader>

#include <algorithm>
#include <array>

namespace gauge::upload {

namespace {

struct Meaning
{
    int code;
    const char *words;
};

// service.md, "Single response".
constexpr std::array meanings{
    Meaning{200000, QT_TRANSLATE_NOOP("upload", "The API key is not valid.")},
    Meaning{300000, QT_TRANSLATE_NOOP("upload", "There are too many fields.")},
    Meaning{300001, QT_TRANSLATE_NOOP("upload", "A value is not valid.")},
    Meaning{300002, QT_TRANSLATE_NOOP("upload", "The service does not have this call.")},
    Meaning{300003, QT_TRANSLATE_NOOP("upload", "The service does not have this call.")},
    Meaning{300004, QT_TRANSLATE_NOOP("upload", "A required field is missing.")},
    Meaning{400002, QT_TRANSLATE_NOOP("upload", "The record does not exist.")},
    Meaning{400003, QT_TRANSLATE_NOOP("upload", "The response could not be stored.")},
    Meaning{400004, QT_TRANSLATE_NOOP("upload", "The number of the record is wrong.")},
    Meaning{400005, QT_TRANSLATE_NOOP("upload", "There is no record of this number.")},
    Meaning{400006, QT_TRANSLATE_NOOP("upload", "The system has no field for the completed date.")},
    Meaning{400007, QT_TRANSLATE_NOOP("upload", "The completed date is missing.")},
    Meaning{400008, QT_TRANSLATE_NOOP("upload", "A completed date is not allowed here.")},
    Meaning{400011, QT_TRANSLATE_NOOP("upload", "There is no such workflow status.")},
    Meaning{400700, QT_TRANSLATE_NOOP("upload", "No data arrived.")},
};

QString oneLine(const QString &text)
{
    return redacted(text.left(4096)).simplified().left(500);
}

//! A number or a text of digits and letters, as a record is numbered; empty for anything else, and for 0.
QString numberOf(const QString &text)
{
    const QString trimmed = text.trimmed();
    const bool plain = std::all_of(trimmed.begin(), trimmed.end(), [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == QLatin1Char('-') || c == QLatin1Char('_'));
    });
    return plain && trimmed.size() <= 64 && trimmed != QLatin1String("0") ? trimmed : QString();
}

std::optional<int> codeOf(const QString &text)
{
    bool whole = false;
    const int code = text.trimmed().toInt(&whole);
    return whole && code > 0 ? std::optional(code) : std::nullopt;
}

QString textOf(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toInteger());
    return value.toString();
}

LegacyResponse ofJson(const QJsonObject &root)
{
    const auto inner = [&root](const char *key) {
        const QJsonValue wrapped = root.value(QLatin1String(key));
        return wrapped.isObject() ? wrapped.toObject() : root;
    };
    const QJsonObject error = inner("Error");
    const QJsonObject data = inner("Data");
    LegacyResponse answer;
    answer.code = codeOf(textOf(error.value(QLatin1String("Code"))));
    answer.message = oneLine(error.value(QLatin1String("Message")).toString());
    answer.number = numberOf(textOf(data.value(QLatin1String("number_customergauge"))));
    if (answer.number.isEmpty())
        answer.number = numberOf(textOf(data.value(QLatin1String("id"))));
    return answer;
}

//! The first element of each name, at any depth, as far as the text is well-formed; \a isWhole tells
//! whether it is to its end.
LegacyResponse ofXml(const QByteArray &body, bool &isWhole)
{
    LegacyResponse answer;
    QString id;
    QXmlStreamReader reader(body);
    QString name;
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::StartElement)
            name = reader.name().toString();
        else if (token == QXmlStreamReader::EndElement)
            name.clear();
        if (token != QXmlStreamReader::Characters || reader.isWhitespace())
            continue;
        const QString text = reader.text().toString();
        if (name == QLatin1String("Code") && !answer.code)
            answer.code = codeOf(text);
        else if (name == QLatin1String("Message"))
            answer.message += text;
        else if (name == QLatin1String("number_customergauge") && answer.number.isEmpty())
            answer.number = numberOf(text);
        else if (name == QLatin1String("id") && id.isEmpty())
            id = numberOf(text);
    }
    isWhole = !reader.hasError();
    answer.message = oneLine(answer.message);
    if (answer.number.isEmpty())
        answer.number = id;
    return answer;
}

//! What stands behind \a name in a broken text of either form, up to the end of the value.
QString behind(const QString &text, const QString &name)
{
    const qsizetype found = text.indexOf(name);
    if (found < 0)
        return {};
    qsizetype begin = found + name.size();
    while (begin < text.size() && QStringLiteral("\"':=> ").contains(text[begin]))
        ++begin;
    qsizetype end = begin;
    while (end < text.size() && !QStringLiteral("\"<,}\r\n").contains(text[end]))
        ++end;
    return text.mid(begin, end - begin);
}

LegacyResponse ofBroken(const QByteArray &body)
{
    const QString text = QString::fromUtf8(body.left(64 * 1024));
    LegacyResponse answer;
    answer.code = codeOf(behind(text, QStringLiteral("Code")));
    answer.message = oneLine(behind(text, QStringLiteral("Message")));
    answer.number = numberOf(behind(text, QStringLiteral("number_customergauge")));
    return answer;
}

Error rejectionError(const LegacyResponse &answer)
{
    const QString meaning = codeMeaning(*answer.code);
    QString words = answer.message.isEmpty() ? meaning : answer.message;
    if (words.isEmpty())
        words = QCoreApplication::translate("upload", "It gave no reason.");
    Error error;
    error.kind = *answer.code == 200000 ? ErrorKind::Unauthorized : ErrorKind::Input;
    error.text = QCoreApplication::translate("upload", "The service refused the response: %1 (code %2)")
                     .arg(words, QString::number(*answer.code));
    if (!meaning.isEmpty() && meaning != words)
        error.text += QLatin1Char(' ') + meaning;
    return error;
}

} // namespace

LegacyResponse readSingleAnswer(const QByteArray &body)
{
    const QJsonDocument json = QJsonDocument::fromJson(body);
    if (json.isObject())
        return ofJson(json.object());
    LegacyResponse answer;
    bool isWhole = false;
    if (body.trimmed().startsWith('<'))
        answer = ofXml(body, isWhole);
    if (isWhole)
        return answer;
    const LegacyResponse rest = ofBroken(body);
    if (answer.number.isEmpty())
        answer.number = rest.number;
    if (answer.message.isEmpty())
        answer.message = rest.message;
    answer.code = answer.code ? answer.code : rest.code;
    return answer;
}

void readSingleAnswer(const QByteArray &body, SendOutcome &outcome)
{
    if (outcome.state == SendOutcome::State::NotSent)
        return;
    const LegacyResponse answer = readSingleAnswer(body);
    const bool succeeded = outcome.status >= 200 && outcome.status < 300;
    if (answer.code && (!succeeded || answer.number.isEmpty())) {
        const QString detail = outcome.error ? outcome.error->detail : outcome.raw.left(500);
        outcome.error = rejectionError(answer);
        // A key that is not valid is no matter of the response.
        outcome.state = outcome.error->kind == ErrorKind::Unauthorized ? SendOutcome::State::NotSent
                                                                       : SendOutcome::State::Refused;
        outcome.error->detail = detail;
        return;
    }
    if (!succeeded || outcome.state == SendOutcome::State::Refused)
        return;
    if (!answer.number.isEmpty() && !isWebPage(body)) {
        outcome.state = SendOutcome::State::Accepted; // also as XML, which records do not have
        outcome.error.reset();
        outcome.number = answer.number;
    } else if (outcome.state == SendOutcome::State::Accepted) {
        outcome.state = SendOutcome::State::Unknown;
        outcome.error = unknownOutcome(
            {ErrorKind::Protocol,
             QCoreApplication::translate("upload", "The service answered without the number of a record."),
             outcome.raw.left(500)});
    }
}

QString codeMeaning(int code)
{
    const auto found = std::find_if(meanings.begin(), meanings.end(),
                                    [code](const Meaning &each) { return each.code == code; });
    return found == meanings.end() ? QString() : QCoreApplication::translate("upload", found->words);
}

} // namespace gauge::upload
