// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/transport.h"
#include "service/connection.h"
#include "upload/form/recordcheck.h"

#include <map>

namespace gauge::upload {

//! What the fields of a single response mean. Each system has its own names for them.
enum class ResponseField {
    CustomerNumber,
    Email,
    FirstName,
    LastName,
    Score, //!< 0 to 10
    Comment,
    Sent,
    Completed,
    FollowUp, //!< Y or N
    Workflow, //!< OPEN, IN-PROGRESS, PROGRESS, CLOSED, CLOSE, or 0 to 99
    Reasons, //!< 10000,10020
};

//! One field in the order of the form.
struct ResponseFieldInfo
{
    ResponseField field;
    const char *id; //!< in files: "customer-number"
    const char *title; //!< QT_TRANSLATE_NOOP("upload", …)
    const char *usualKey; //!< what systems usually call it: "CustomerNumber"
};
[[nodiscard]] const std::vector<ResponseFieldInfo> &responseFields();

//! What one system calls the fields.
class ResponseKeys
{
public:
    [[nodiscard]] QString key(ResponseField field) const;
    //! An empty \a key stands for the usual one.
    void setKey(ResponseField field, const QString &key);
    [[nodiscard]] std::optional<ResponseField> field(const QString &key) const;

    [[nodiscard]] QByteArray toJson() const;
    [[nodiscard]] static Result<ResponseKeys> parse(const QByteArray &json);
    bool operator==(const ResponseKeys &) const = default;

private:
    std::map<ResponseField, QString> m_own; //!< those that differ from the usual ones
};

//! The keys of each connection, a small private file each in the data folder. Blocks.
class ResponseKeyStore
{
public:
    explicit ResponseKeyStore(const QString &dataFolder);

    //! The usual keys where none were saved. A file that cannot be read is an error, never the usual keys.
    [[nodiscard]] Result<ResponseKeys> load(const QString &connectionId) const;
    [[nodiscard]] Result<void> save(const QString &connectionId, const ResponseKeys &keys) const;
    //! Where there are any.
    [[nodiscard]] Result<void> remove(const QString &connectionId) const;

private:
    [[nodiscard]] QString pathOf(const QString &connectionId) const;

    QString m_folder;
};

//! The values of WorkflowStatus that have a name.
[[nodiscard]] QStringList workflowNames();

//! What is wrong with a single response. Keys that mean nothing to GaugeDesk are passed over: a system may
//! have fields of its own.
[[nodiscard]] std::vector<RecordFinding> checkResponse(const ResponseKeys &keys, const FormRecord &fields,
                                                       Strictness strictness = Strictness::Usual);

//! In which form the older call is asked to answer.
enum class AnswerFormat { Json, Xml };

//! POST …/v4.1/transactions/response.json (or .xml), without authorization.
[[nodiscard]] net::HttpRequest responseRequest(const service::Connection &connection,
                                               const FormRecord &fields, AnswerFormat format);

} // namespace gauge::upload
