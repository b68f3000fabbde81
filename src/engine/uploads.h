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

class Worker;

//! Whether what was accepted is looked up afterwards, where the service can be asked.
enum class Afterwards { Nothing, ReadBack };

//! One record, checked, with its default values.
struct RecordToSend
{
    upload::Configuration configuration;
    upload::Record record;
    upload::RecordForm form = upload::RecordForm::Parameters;
    Afterwards afterwards = Afterwards::Nothing;
};

//! One response by the older call, checked.
struct ResponseToSend
{
    upload::ResponseKeys keys;
    upload::Record fields;
    upload::AnswerFormat format = upload::AnswerFormat::Json;
    Afterwards afterwards = Afterwards::Nothing;
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
        std::shared_ptr<Worker> worker;
        catalog::Catalog catalog;
        std::shared_ptr<Clock> clock;
        std::function<lake::Location(const service::Connection &)> lakeOf; //!< has the history of uploads
    };
    explicit Uploads(Parts parts);

    ResultJob<upload::ConfigurationStore::Contents> *configurations() const;
    ResultJob<upload::Configuration> *findConfiguration(const QString &nameOrReference) const;
    ResultJob<upload::Configuration> *saveConfiguration(const upload::Configuration &configuration) const;
    ResultJob<upload::Configuration> *renameConfiguration(const QString &id, const QString &name) const;
    ResultJob<upload::Configuration> *duplicateConfiguration(const QString &id) const;
    //! What it was, for saveConfiguration().
    ResultJob<upload::Configuration> *removeConfiguration(const QString &id) const;
    ResultJob<upload::Configuration> *importConfiguration(const QString &path) const;
    ResultJob<bool> *exportConfiguration(const QString &id, const QString &path) const;

    ResultJob<upload::ResponseKeys> *responseKeys(const service::Connection &connection) const;
    ResultJob<bool> *saveResponseKeys(const service::Connection &connection,
                                      const upload::ResponseKeys &keys) const;

    //! What forms remember. Drafts are saved in the order in which this is asked.
    ResultJob<upload::Draft> *draft(const upload::FormKey &key) const;
    ResultJob<bool> *saveDraft(const upload::FormKey &key, const upload::Draft &draft) const;
    ResultJob<upload::RecentValues> *recentValues(const upload::FormKey &key) const;
    ResultJob<bool> *rememberValues(const upload::FormKey &key, const upload::Record &sent) const;
    ResultJob<bool> *forgetRecentValues(const service::Connection &connection) const;

    ResultJob<upload::Outcome> *send(const service::Connection &connection, const RecordToSend &what) const;
    ResultJob<upload::Outcome> *send(const service::Connection &connection, const ResponseToSend &what) const;

private:
    template <typename T>
    ResultJob<T> *launch(const QString &title, typename ResultJob<T>::Work work,
                         const QString &lake = {}) const;
    template <typename T>
    ResultJob<T> *ask(std::function<Result<T>(const upload::ConfigurationStore &)> question) const;
    template <typename T>
    ResultJob<T> *askForms(std::function<Result<T>(const upload::FormStore &)> question) const;
    ResultJob<bool> *changeForms(std::function<Result<void>(const upload::FormStore &)> change) const;

    [[nodiscard]] upload::SingleJournal::Place placeOf(const service::Connection &connection) const;

    Parts m_parts;
    std::optional<catalog::Endpoint> m_responses; //!< the feed in which accepted ones appear
};

} // namespace gauge::engine
