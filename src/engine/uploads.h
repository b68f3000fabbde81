// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"
#include "catalog/endpoint.h"
#include "engine/joblist.h"
#include "service/connection.h"
#include "upload/form/configurationstore.h"
#include "upload/form/formstore.h"
#include "upload/form/request.h"
#include "upload/form/response.h"
#include "upload/form/send.h"
#include "upload/form/singlejournal.h"

#include <functional>
#include <memory>

namespace gauge::engine {

class ConnectionService;

//! Whether what was accepted is looked up afterwards, where the service can be asked.
enum class ReadBackOptions { Nothing, ReadBack };

//! One record, checked, with its default values.
struct RecordUpload
{
    upload::Configuration configuration;
    upload::FormRecord record;
    upload::RecordForm form = upload::RecordForm::Parameters;
    ReadBackOptions afterwards = ReadBackOptions::Nothing;
};

//! One response by the older call, checked.
struct ResponseToSend
{
    upload::ResponseKeys keys;
    upload::FormRecord fields;
    upload::AnswerFormat format = upload::AnswerFormat::Json;
    ReadBackOptions afterwards = ReadBackOptions::Nothing;
};

//! Uploading behind jobs. Every method has started its job; a job of sending ends with an outcome, whatever
//! became of the record. What is sent is written into the lake's history of uploads before it leaves.
class Uploads
{
public:
    //! The context and the jobs outlive what is asked here; files are read and written in the engine's
    //! thread.
    struct Parts
    {
        QString dataFolder;
        QObject *context = nullptr;
        JobList *jobs = nullptr;
        std::shared_ptr<ConnectionService> worker;
        catalog::Catalog catalog;
        std::shared_ptr<Clock> clock;
        std::function<lake::Location(const service::Connection &)> lakeOf; //!< has the history of uploads
    };
    explicit Uploads(Parts parts);

    AsyncJob<upload::ConfigurationStore::Contents> *configurations() const;
    AsyncJob<upload::Configuration> *findConfiguration(const QString &nameOrReference) const;
    AsyncJob<upload::Configuration> *saveConfiguration(const upload::Configuration &configuration) const;
    AsyncJob<upload::Configuration> *renameConfiguration(const QString &id, const QString &name) const;
    AsyncJob<upload::Configuration> *duplicateConfiguration(const QString &id) const;
    //! What it was, for saveConfiguration().
    AsyncJob<upload::Configuration> *removeConfiguration(const QString &id) const;
    AsyncJob<upload::Configuration> *importConfiguration(const QString &path) const;
    AsyncJob<bool> *exportConfiguration(const QString &id, const QString &path) const;

    AsyncJob<upload::ResponseKeys> *responseKeys(const service::Connection &connection) const;
    AsyncJob<bool> *saveResponseKeys(const service::Connection &connection,
                                     const upload::ResponseKeys &keys) const;

    //! What forms remember. Drafts are saved in the order in which this is asked.
    AsyncJob<upload::Draft> *draft(const upload::FormKey &key) const;
    AsyncJob<bool> *saveDraft(const upload::FormKey &key, const upload::Draft &draft) const;
    AsyncJob<upload::RecentValues> *recentValues(const upload::FormKey &key) const;
    AsyncJob<bool> *rememberValues(const upload::FormKey &key, const upload::FormRecord &sent) const;
    AsyncJob<bool> *forgetRecentValues(const service::Connection &connection) const;

    AsyncJob<upload::SendOutcome> *send(const service::Connection &connection,
                                        const RecordUpload &what) const;
    AsyncJob<upload::SendOutcome> *send(const service::Connection &connection,
                                        const ResponseToSend &what) const;

private:
    template <typename T>
    AsyncJob<T> *launch(const QString &title, typename AsyncJob<T>::Work work,
                        const QString &lake = {}) const;
    template <typename T>
    AsyncJob<T> *ask(std::function<Result<T>(const upload::ConfigurationStore &)> question) const;
    template <typename T>
    AsyncJob<T> *askForms(std::function<Result<T>(const upload::FormStore &)> question) const;
    AsyncJob<bool> *changeForms(std::function<Result<void>(const upload::FormStore &)> change) const;

    [[nodiscard]] upload::SingleJournal::Place placeOf(const service::Connection &connection) const;

    Parts m_parts;
    std::optional<catalog::Endpoint> m_responses; //!< the feed in which accepted ones appear
};

} // namespace gauge::engine
