// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/uploads.h"

#include "base/secret.h"
#include "engine/connectionservice.h"
#include "engine/lakeplace.h"
#include "upload/form/readback.h"
#include "upload/form/send.h"

namespace gauge::engine {

using service::Connection;
using upload::Configuration;
using upload::ConfigurationStore;
using upload::FormKey;
using upload::FormStore;
using upload::SendOutcome;

namespace {

//! What is known before anything was sent.
SendOutcome notSent(const Error &error)
{
    SendOutcome outcome;
    outcome.time = QDateTime::currentDateTimeUtc();
    outcome.error = error;
    return outcome;
}

using Client = std::shared_ptr<service::ServiceClient>;

//! Fills in what came back of an accepted one. What cannot be asked is told, and changes nothing.
QCoro::Task<SendOutcome> lookedUp(Client client, std::optional<catalog::Endpoint> responses,
                                  upload::ReadBackQuestion question, SendOutcome outcome,
                                  std::stop_token stop)
{
    const bool possible = responses && question.canBeAsked();
    if (outcome.state != SendOutcome::State::Accepted || !possible)
        co_return outcome;
    const Result<upload::ReadBack> found = co_await upload::readBack(client, *responses, question, stop);
    outcome.readBack = found ? *found : upload::ReadBack{false, {}, found.error().text};
    co_return outcome;
}

//! A row of the history without a file.
lake::UploadEntry aboutOne(const Connection &connection, const QString &reference, const QString &type)
{
    lake::UploadEntry about;
    about.connection = connection.name;
    about.configuration = reference;
    about.recordType = type;
    return about;
}

QCoro::Task<Result<SendOutcome>> sendOne(std::shared_ptr<ConnectionService> worker, Connection connection,
                                         upload::SingleJournal::Place place, RecordUpload what,
                                         std::optional<catalog::Endpoint> responses, std::stop_token stop)
{
    const Result<Client> client = co_await worker->client(connection);
    if (!client)
        co_return notSent(client.error());
    const QString reference = what.configuration.reference;
    upload::SingleJournal journal(place);
    const Result<void> begun
        = co_await journal.begin(aboutOne(connection, reference, what.configuration.recordType));
    if (!begun)
        co_return notSent(begun.error());
    const catalog::RecordType *type = catalog::findRecordType(what.configuration.recordType);
    upload::Resending resending;
    resending.until = stop;
    if (type != nullptr && type->isUpdatedByKey)
        resending.when = upload::Resending::When::TurnedAway;
    SendOutcome outcome
        = co_await upload::sendRecord(*client, reference, what.record, what.form, resending, stop);
    co_await journal.conclude(upload::labelOf(what.record), outcome);
    if (what.afterwards == ReadBackOptions::ReadBack && type != nullptr && type->becomesResponse) {
        const upload::ReadBackQuestion question = upload::questionFor(what.record);
        outcome = co_await lookedUp(*client, responses, question, outcome, stop);
    }
    co_return outcome;
}

QCoro::Task<Result<SendOutcome>> sendOne(std::shared_ptr<ConnectionService> worker, Connection connection,
                                         upload::SingleJournal::Place place, ResponseToSend what,
                                         std::optional<catalog::Endpoint> responses, std::stop_token stop)
{
    const Result<Client> client = co_await worker->client(connection);
    if (!client)
        co_return notSent(client.error());
    const Result<Secret> key = co_await worker->apiKey(connection);
    if (!key)
        co_return notSent(key.error());
    upload::SingleJournal journal(place);
    const Result<void> begun
        = co_await journal.begin(aboutOne(connection, {}, QLatin1String(upload::singleResponseType)));
    if (!begun)
        co_return notSent(begun.error());
    SendOutcome outcome = co_await upload::sendResponse(*client, *key, what.fields, what.format, stop);
    if (outcome.error && outcome.error->kind == ErrorKind::Unauthorized) {
        const QString hint = secretHint(*key, QCoreApplication::translate("engine", "API key"));
        outcome.error->text += hint.isEmpty() ? hint : QLatin1Char(' ') + hint;
    }
    co_await journal.conclude(upload::labelOf(outcome), outcome);
    if (what.afterwards == ReadBackOptions::ReadBack) {
        const upload::ReadBackQuestion question = upload::questionFor(what.keys, what.fields, outcome.number);
        outcome = co_await lookedUp(*client, responses, question, outcome, stop);
    }
    co_return outcome;
}

} // namespace

Uploads::Uploads(Parts parts)
    : m_parts(std::move(parts))
{
    if (const catalog::Endpoint *feed = m_parts.catalog.find(QStringLiteral("responses")))
        m_responses = *feed;
}

upload::SingleJournal::Place Uploads::placeOf(const Connection &connection) const
{
    return {m_parts.lakeOf(connection), m_parts.catalog, m_parts.clock, systemOf(connection)};
}

template <typename T>
AsyncJob<T> *Uploads::launch(const QString &title, typename AsyncJob<T>::Work work, const QString &lake) const
{
    auto *job = new AsyncJob<T>(title, m_parts.context, std::move(work));
    m_parts.jobs->add(job, JobList::Listing::Quiet, lake);
    return job;
}

template <typename T>
AsyncJob<T> *Uploads::ask(std::function<Result<T>(const ConfigurationStore &)> question) const
{
    return launch<T>(QCoreApplication::translate("engine", "Saved configurations of uploads"),
                     [store = ConfigurationStore(m_parts.dataFolder), question = std::move(question)](
                         std::stop_token) -> QCoro::Task<Result<T>> { co_return question(store); });
}

AsyncJob<ConfigurationStore::Contents> *Uploads::configurations() const
{
    return ask<ConfigurationStore::Contents>([](const ConfigurationStore &store) { return store.list(); });
}

AsyncJob<Configuration> *Uploads::findConfiguration(const QString &nameOrReference) const
{
    return ask<Configuration>(
        [nameOrReference](const ConfigurationStore &store) { return store.find(nameOrReference); });
}

AsyncJob<Configuration> *Uploads::saveConfiguration(const Configuration &configuration) const
{
    return ask<Configuration>(
        [configuration](const ConfigurationStore &store) { return store.save(configuration); });
}

AsyncJob<Configuration> *Uploads::renameConfiguration(const QString &id, const QString &name) const
{
    return ask<Configuration>([=](const ConfigurationStore &store) { return store.rename(id, name); });
}

AsyncJob<Configuration> *Uploads::duplicateConfiguration(const QString &id) const
{
    return ask<Configuration>([id](const ConfigurationStore &store) { return store.duplicate(id); });
}

AsyncJob<Configuration> *Uploads::removeConfiguration(const QString &id) const
{
    return ask<Configuration>([id](const ConfigurationStore &store) { return store.remove(id); });
}

AsyncJob<Configuration> *Uploads::importConfiguration(const QString &path) const
{
    return ask<Configuration>([path](const ConfigurationStore &store) { return store.importFrom(path); });
}

AsyncJob<bool> *Uploads::exportConfiguration(const QString &id, const QString &path) const
{
    return ask<bool>([=](const ConfigurationStore &store) -> Result<bool> {
        const Result<void> written = store.exportTo(id, path);
        return written ? Result<bool>(true) : fail(written.error());
    });
}

AsyncJob<upload::ResponseKeys> *Uploads::responseKeys(const Connection &connection) const
{
    return ask<upload::ResponseKeys>(
        [folder = m_parts.dataFolder, id = connection.id](const ConfigurationStore &) {
            return upload::ResponseKeyStore(folder).load(id);
        });
}

AsyncJob<bool> *Uploads::saveResponseKeys(const Connection &connection,
                                          const upload::ResponseKeys &keys) const
{
    return ask<bool>(
        [folder = m_parts.dataFolder, id = connection.id, keys](const ConfigurationStore &) -> Result<bool> {
            const Result<void> saved = upload::ResponseKeyStore(folder).save(id, keys);
            return saved ? Result<bool>(true) : fail(saved.error());
        });
}

template <typename T>
AsyncJob<T> *Uploads::askForms(std::function<Result<T>(const FormStore &)> question) const
{
    return launch<T>(QCoreApplication::translate("engine", "What forms remember"),
                     [store = FormStore(m_parts.dataFolder), question = std::move(question)](
                         std::stop_token) -> QCoro::Task<Result<T>> { co_return question(store); });
}

AsyncJob<bool> *Uploads::changeForms(std::function<Result<void>(const FormStore &)> change) const
{
    return askForms<bool>([change = std::move(change)](const FormStore &store) -> Result<bool> {
        const Result<void> changed = change(store);
        return changed ? Result<bool>(true) : fail(changed.error());
    });
}

AsyncJob<upload::Draft> *Uploads::draft(const FormKey &key) const
{
    return askForms<upload::Draft>([key](const FormStore &store) { return store.draft(key); });
}

AsyncJob<bool> *Uploads::saveDraft(const FormKey &key, const upload::Draft &draft) const
{
    return changeForms([key, draft](const FormStore &store) { return store.saveDraft(key, draft); });
}

AsyncJob<upload::RecentValues> *Uploads::recentValues(const FormKey &key) const
{
    return askForms<upload::RecentValues>(
        [key](const FormStore &store) { return Result<upload::RecentValues>(store.recent(key)); });
}

AsyncJob<bool> *Uploads::rememberValues(const FormKey &key, const upload::FormRecord &sent) const
{
    return changeForms([key, sent](const FormStore &store) { return store.remember(key, sent); });
}

AsyncJob<bool> *Uploads::forgetRecentValues(const Connection &connection) const
{
    return changeForms([id = connection.id](const FormStore &store) { return store.forgetRecent(id); });
}

AsyncJob<SendOutcome> *Uploads::send(const Connection &connection, const RecordUpload &what) const
{
    const upload::SingleJournal::Place place = placeOf(connection);
    return launch<SendOutcome>(
        QCoreApplication::translate("engine", "Send a record to “%1”").arg(connection.name),
        [=, worker = m_parts.worker, responses = m_responses](std::stop_token stop) {
            return sendOne(worker, connection, place, what, responses, stop);
        },
        place.lake.key());
}

AsyncJob<SendOutcome> *Uploads::send(const Connection &connection, const ResponseToSend &what) const
{
    const upload::SingleJournal::Place place = placeOf(connection);
    return launch<SendOutcome>(
        QCoreApplication::translate("engine", "Send a response to “%1”").arg(connection.name),
        [=, worker = m_parts.worker, responses = m_responses](std::stop_token stop) {
            return sendOne(worker, connection, place, what, responses, stop);
        },
        place.lake.key());
}

} // namespace gauge::engine
