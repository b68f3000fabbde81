// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/form/response.h"

#include "base/privatefile.h"
#include "service/request.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

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

net::HttpRequest responseRequest(const service::Connection &connection, const Record &fields,
                                 AnswerFormat format)
{
    const bool xml = format == AnswerFormat::Xml;
    net::HttpRequest request;
    request.method = "POST";
    request.url = service::callUrl(connection, catalog::Host::Api,
                                   xml ? QStringLiteral("/v4.1/transactions/response.xml")
                                       : QStringLiteral("/v4.1/transactions/response.json"));
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"},
                       {"Accept", xml ? "application/xml" : "application/json"}};
    request.maxBody = 1024 * 1024;
    QByteArray form;
    for (const Field &field : fields)
        service::addParameter(form, field.heading, field.value);
    request.body = Secret(form);
    return request;
}

} // namespace gauge::upload
