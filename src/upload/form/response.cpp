// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/form/response.h"

#include "base/privatefile.h"
#include "service/request.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace gauge::upload {

namespace {

constexpr auto keysKey = "keys";
constexpr qint64 largestFile = 64 * 1024;
constexpr qsizetype longestKey = 256;

const ResponseFieldInfo &infoOf(ResponseField field)
{
    const std::vector<ResponseFieldInfo> &all = responseFields();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [field](const ResponseFieldInfo &info) { return info.field == field; });
    return found == all.end() ? all.front() : *found;
}

} // namespace

const std::vector<ResponseFieldInfo> &responseFields()
{
    using F = ResponseField;
    static const std::vector<ResponseFieldInfo> all{
        {F::Email, "email", QT_TRANSLATE_NOOP("upload", "E-mail"), "Email"},
        {F::CustomerNumber, "customer-number", QT_TRANSLATE_NOOP("upload", "Customer number"),
         "CustomerNumber"},
        {F::FirstName, "first-name", QT_TRANSLATE_NOOP("upload", "First name"), "FirstName"},
        {F::LastName, "last-name", QT_TRANSLATE_NOOP("upload", "Last name"), "LastName"},
        {F::Score, "score", QT_TRANSLATE_NOOP("upload", "Score (0–10)"), "NetPromoterScore"},
        {F::Comment, "comment", QT_TRANSLATE_NOOP("upload", "Comment"), "Comment"},
        {F::Sent, "sent", QT_TRANSLATE_NOOP("upload", "E-mail sent"), "EmailSentDate"},
        {F::Completed, "completed", QT_TRANSLATE_NOOP("upload", "Survey completed"), "SurveyCompletedDate"},
        {F::FollowUp, "follow-up", QT_TRANSLATE_NOOP("upload", "Follow-up required"), "FollowUpRequired"},
        {F::Workflow, "workflow", QT_TRANSLATE_NOOP("upload", "Workflow status"), "WorkflowStatus"},
        {F::Reasons, "reasons", QT_TRANSLATE_NOOP("upload", "Reason codes"), "ReasonCode"},
    };
    return all;
}

QString ResponseKeys::key(ResponseField field) const
{
    const auto own = m_own.find(field);
    return own == m_own.end() ? QString::fromLatin1(infoOf(field).usualKey) : own->second;
}

void ResponseKeys::setKey(ResponseField field, const QString &key)
{
    if (key.isEmpty() || key == QLatin1String(infoOf(field).usualKey))
        m_own.erase(field);
    else
        m_own.insert_or_assign(field, key);
}

std::optional<ResponseField> ResponseKeys::field(const QString &wanted) const
{
    for (const ResponseFieldInfo &info : responseFields()) {
        if (key(info.field) == wanted)
            return info.field;
    }
    return std::nullopt;
}

QByteArray ResponseKeys::toJson() const
{
    QJsonObject keys;
    for (const auto &[field, key] : m_own)
        keys.insert(QLatin1String(infoOf(field).id), key);
    return QJsonDocument(QJsonObject{{QLatin1String(keysKey), keys}}).toJson();
}

Result<ResponseKeys> ResponseKeys::parse(const QByteArray &json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    if (!root.value(QLatin1String(keysKey)).isObject())
        return fail(
            ErrorKind::Input,
            QCoreApplication::translate("upload", "This file does not hold the names of response fields."));
    const QJsonObject named = root.value(QLatin1String(keysKey)).toObject();
    ResponseKeys keys;
    for (const ResponseFieldInfo &info : responseFields())
        keys.setKey(info.field, named.value(QLatin1String(info.id)).toString().left(longestKey));
    return keys;
}

ResponseKeyStore::ResponseKeyStore(const QString &dataFolder)
    : m_folder(dataFolder + QStringLiteral("/response-fields"))
{}

QString ResponseKeyStore::pathOf(const QString &connectionId) const
{
    return m_folder + QLatin1Char('/') + connectionId + QStringLiteral(".json");
}

Result<ResponseKeys> ResponseKeyStore::load(const QString &connectionId) const
{
    const QString path = pathOf(connectionId);
    if (!QFile::exists(path))
        return ResponseKeys();
    const QString words = QCoreApplication::translate(
                              "upload",
                              "The names of response fields in %1 cannot be read. The file was left as "
                              "it is; repair it or move it away.")
                              .arg(QDir::toNativeSeparators(path));
    GAUGE_TRY(const QByteArray bytes, readSmallFile(path, largestFile, words));
    Result<ResponseKeys> keys = ResponseKeys::parse(bytes);
    return keys ? keys : fail(ErrorKind::Storage, words, keys.error().text);
}

Result<void> ResponseKeyStore::save(const QString &connectionId, const ResponseKeys &keys) const
{
    const QString words
        = QCoreApplication::translate("upload",
                                      "The names of response fields could not be saved in %1. Nothing was "
                                      "changed; check the folder and the free space.")
              .arg(QDir::toNativeSeparators(m_folder));
    const auto lock = lockPrivateFolder(m_folder, QStringLiteral(".lock"), words);
    return lock ? writePrivateFile(pathOf(connectionId), keys.toJson(), words) : fail(lock.error());
}

Result<void> ResponseKeyStore::remove(const QString &connectionId) const
{
    QFile file(pathOf(connectionId));
    if (!file.exists() || file.remove())
        return {};
    return fail(ErrorKind::Storage,
                QCoreApplication::translate("upload", "The file %1 cannot be removed.")
                    .arg(QDir::toNativeSeparators(file.fileName())),
                file.errorString());
}

net::HttpRequest responseRequest(const service::Connection &connection, const FormRecord &fields,
                                 AnswerFormat format)
{
    const bool xml = format == AnswerFormat::Xml;
    net::HttpRequest request;
    request.method = "POST";
    request.url = service::requestUrl(connection, catalog::Host::Api,
                                      xml ? QStringLiteral("/v4.1/transactions/response.xml")
                                          : QStringLiteral("/v4.1/transactions/response.json"));
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"},
                       {"Accept", xml ? "application/xml" : "application/json"}};
    request.maxBody = 1024 * 1024;
    QByteArray form;
    for (const FormValue &field : fields)
        service::addParameter(form, field.heading, field.value);
    request.body = Secret(form);
    return request;
}

namespace {

bool isDigits(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c >= QLatin1Char('0') && c <= QLatin1Char('9');
    });
}

bool isNumberUpTo(const QString &text, int most)
{
    return isDigits(text) && text.size() <= 2 && text.toInt() <= most;
}

std::optional<QString> objectionToReasons(const QString &value)
{
    const QStringList codes = value.split(QLatin1Char(','));
    if (std::all_of(codes.begin(), codes.end(), isDigits))
        return std::nullopt;
    return QCoreApplication::translate("upload", "Numbers with commas between them, like 10000,10020.");
}

std::optional<QString> objectionToWorkflow(const QString &value)
{
    if (workflowNames().contains(value) || isNumberUpTo(value, 99))
        return std::nullopt;
    return QCoreApplication::translate("upload",
                                       "One of: %1; or 0 to 99 where the system has an extended set.")
        .arg(workflowNames().join(QStringLiteral(", ")));
}

std::optional<QString> objectionTo(ResponseField field, const QString &value)
{
    using catalog::ValueType;
    if (value.isEmpty())
        return std::nullopt;
    switch (field) {
    case ResponseField::Email:
        return validationError(value, ValueType::Email);
    case ResponseField::Score:
        if (isNumberUpTo(value, 10))
            return std::nullopt;
        return QCoreApplication::translate("upload", "A whole number from 0 to 10.");
    case ResponseField::Sent:
    case ResponseField::Completed:
        return validationError(value, ValueType::DateTime);
    case ResponseField::FollowUp:
        return validationError(value, ValueType::Choice, {QStringLiteral("Y"), QStringLiteral("N")});
    case ResponseField::Workflow:
        return objectionToWorkflow(value);
    case ResponseField::Reasons:
        return objectionToReasons(value);
    case ResponseField::CustomerNumber:
    case ResponseField::FirstName:
    case ResponseField::LastName:
    case ResponseField::Comment:
        return std::nullopt;
    }
    return std::nullopt;
}

//! A key that differs from a known one in case alone.
std::optional<QString> alike(const ResponseKeys &keys, const QString &key)
{
    for (const ResponseFieldInfo &info : responseFields()) {
        if (keys.key(info.field).compare(key, Qt::CaseInsensitive) == 0)
            return keys.key(info.field);
    }
    return std::nullopt;
}

//! What the fields say together.
void addDoubts(const ResponseKeys &keys, const FormRecord &fields, Severity doubt,
               std::vector<RecordFinding> &findings)
{
    const auto value = [&](ResponseField field) { return valueOf(fields, keys.key(field)); };
    if (value(ResponseField::Email).isEmpty()) {
        findings.push_back({keys.key(ResponseField::Email), doubt, FindingKind::RequiredMissing,
                            QCoreApplication::translate("upload", "Most systems require “%1”.")
                                .arg(keys.key(ResponseField::Email))});
    }
    const QString completed = value(ResponseField::Completed);
    if (!value(ResponseField::Score).isEmpty() && completed.isEmpty()) {
        findings.push_back({keys.key(ResponseField::Completed), doubt, FindingKind::RequiredMissing,
                            QCoreApplication::translate("upload", "A score usually needs “%1” with it.")
                                .arg(keys.key(ResponseField::Completed))});
    }
    const QString sent = value(ResponseField::Sent);
    if (!sent.isEmpty() && !completed.isEmpty() && completed < sent) {
        findings.push_back(
            {keys.key(ResponseField::Completed), doubt, FindingKind::BadValue,
             QCoreApplication::translate("upload", "The survey is completed before it was sent.")});
    }
}

} // namespace

QStringList workflowNames()
{
    return {QStringLiteral("OPEN"), QStringLiteral("IN-PROGRESS"), QStringLiteral("PROGRESS"),
            QStringLiteral("CLOSED"), QStringLiteral("CLOSE")};
}

std::vector<RecordFinding> checkResponse(const ResponseKeys &keys, const FormRecord &fields,
                                         Strictness strictness)
{
    const Severity doubt = strictness == Strictness::Strict ? Severity::Error : Severity::Warning;
    std::vector<RecordFinding> findings;
    QSet<QString> seen;
    for (const FormValue &each : fields) {
        if (seen.contains(each.heading)) {
            findings.push_back(
                {each.heading, Severity::Error, FindingKind::Repeated,
                 QCoreApplication::translate("upload", "“%1” is there twice. Only one would arrive.")
                     .arg(each.heading)});
            continue;
        }
        seen.insert(each.heading);
        if (const std::optional<ResponseField> field = keys.field(each.heading)) {
            if (const std::optional<QString> words = objectionTo(*field, each.value)) {
                findings.push_back({each.heading, Severity::Error, FindingKind::BadValue,
                                    QStringLiteral("“%1”: ").arg(each.heading) + *words});
            }
        } else if (const std::optional<QString> known = alike(keys, each.heading)) {
            findings.push_back({each.heading, doubt, FindingKind::WrongCase,
                                QCoreApplication::translate(
                                    "upload",
                                    "“%1” is not spelled like “%2”: upper and lower case count, and a "
                                    "field of an unknown name is left out without a word.")
                                    .arg(each.heading, *known),
                                *known});
        }
    }
    addDoubts(keys, fields, doubt, findings);
    return findings;
}

} // namespace gauge::upload
