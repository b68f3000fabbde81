// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/connectionservice.h"

#include "base/background.h"
#include "base/platform.h"
#include "engine/lakeplace.h"
#include "lake/maintenance/relocation.h"
#include "lake/sql/errors.h"
#include "net/networktransport.h"
#include "vault/credentialstore.h"

#include <QCoroFuture>
#include <QFileInfo>
#include <QUuid>

#include <tuple>

namespace gauge::engine {

namespace {

using service::Connection;
using service::SecretPlace;
using vault::SecretKind;

tl::unexpected<Error> noSecret(const Connection &connection)
{
    return fail(
        ErrorKind::Unauthorized,
        QCoreApplication::translate("engine",
                                    "There is no client secret for “%1” on this computer. Enter it under "
                                    "Connections, or set GAUGEDESK_CLIENT_ID and GAUGEDESK_CLIENT_SECRET.")
            .arg(connection.name));
}

tl::unexpected<Error> noClientId(const Connection &connection)
{
    return fail(ErrorKind::Unauthorized,
                QCoreApplication::translate("engine",
                                            "“%1” has no client ID. Enter it under Connections, or set "
                                            "GAUGEDESK_CLIENT_ID.")
                    .arg(connection.name));
}

tl::unexpected<Error> isForeign(const LakeTest &found, const Connection &connection)
{
    return fail(
        ErrorKind::Input,
        QCoreApplication::translate("engine",
                                    "The local copy there holds the data of %1, so “%2” cannot use it. "
                                    "Nothing was changed. Choose another place.")
            .arg(found.owner, connection.name));
}

tl::unexpected<Error> cannotBeMoved()
{
    return fail(ErrorKind::Input,
                QCoreApplication::translate("engine",
                                            "Only a local copy in a file that no other connection uses can "
                                            "be moved, and only to another file. Nothing was changed. Keep "
                                            "the old copy where it is instead."));
}

bool keepsSecrets(const Connection &connection)
{
    return connection.secretPlace == SecretPlace::Keychain || connection.secretPlace == SecretPlace::Session;
}

} // namespace

ConnectionService::ConnectionService(const Options &options)
    : m_options(options)
    , m_store(options.dataFolder)
    , m_session(std::make_shared<vault::MemoryStore>())
    , m_sample(options.sandboxProgram, options.sampleRecords)
{}

Result<std::vector<Connection>> ConnectionService::connections() const
{
    return m_store.load();
}

Result<Connection> ConnectionService::addSample(const Connection &sample)
{
    return m_store.addSample(sample);
}

vault::CredentialStore &ConnectionService::storeOf(const Connection &connection)
{
    return connection.secretPlace == SecretPlace::Session ? *m_session : *m_options.keychain;
}

QCoro::Task<Result<Connection>> ConnectionService::resolved(Connection connection)
{
    if (!connection.isSample())
        co_return connection;
    GAUGE_CO_TRY(QUrl url, co_await m_sample.url());
    connection.region = service::Region::Custom;
    connection.authUrl = url;
    connection.apiUrl = url;
    connection.importsUrl = url;
    connection.clientId = SampleService::clientId();
    co_return connection;
}

QCoro::Task<Result<service::Credentials>> ConnectionService::credentials(Connection connection,
                                                                         NewSecrets typed)
{
    service::Credentials result;
    result.clientId = clientIdOf(connection);
    if (connection.isSample()) {
        result.clientSecret = m_sample.clientSecret();
        co_return result;
    }
    if (result.clientId.isEmpty())
        co_return noClientId(connection);
    // What a person just typed, then the environment (for this run), then where it is kept.
    if (typed.clientSecret) {
        result.clientId = connection.clientId;
        result.clientSecret = *typed.clientSecret;
        co_return result;
    }
    if (const std::optional<Secret> fromEnvironment = vault::environmentSecret(SecretKind::ClientSecret)) {
        result.clientSecret = *fromEnvironment;
        co_return result;
    }
    if (connection.secretPlace == SecretPlace::Environment)
        co_return noSecret(connection);
    Result<std::optional<Secret>> stored
        = co_await storeOf(connection).read(connection.id, SecretKind::ClientSecret);
    if (!stored)
        co_return fail(stored.error());
    if (!*stored)
        co_return noSecret(connection);
    result.clientSecret = **stored;
    co_return result;
}

std::shared_ptr<service::ServiceClient> ConnectionService::makeClient(const Connection &connection,
                                                                      NewSecrets typed)
{
    auto transport = std::make_shared<net::NetworkTransport>(connection.hosts());
    // The token outlives this call but never the worker's thread; weak, since clients are kept here.
    auto source = [weak = weak_from_this(), connection, typed] {
        return weak.lock()->credentials(connection, typed);
    };
    auto tokens
        = std::make_shared<service::TokenProvider>(connection, transport, m_options.clock, std::move(source));
    return std::make_shared<service::ServiceClient>(connection, transport, tokens, m_options.clock);
}

QCoro::Task<Result<std::shared_ptr<service::ServiceClient>>> ConnectionService::client(Connection connection)
{
    GAUGE_CO_TRY(Connection ready, co_await resolved(connection));
    Entry &entry = m_clients[connection.id];
    if (!entry.client || entry.connection != ready)
        entry = {ready, makeClient(ready, {})};
    // A named copy: QCoro 0.8 moves out of whatever lvalue is co_returned.
    std::shared_ptr<service::ServiceClient> shared = entry.client;
    co_return shared;
}

QCoro::Task<Result<Secret>> ConnectionService::apiKey(Connection connection)
{
    if (connection.isSample())
        co_return Secret(SampleService::apiKey());
    if (std::optional<Secret> fromEnvironment = vault::environmentSecret(SecretKind::ApiKey))
        co_return *fromEnvironment;
    const Error missing{
        ErrorKind::Unauthorized,
        QCoreApplication::translate("engine",
                                    "There is no API key for “%1” on this computer. Enter it under "
                                    "Connections, or set GAUGEDESK_API_KEY.")
            .arg(connection.name),
        {}};
    if (connection.secretPlace == SecretPlace::Environment)
        co_return fail(missing);
    const Result<std::optional<Secret>> stored
        = co_await storeOf(connection).read(connection.id, SecretKind::ApiKey);
    if (!stored)
        co_return fail(stored.error());
    if (!*stored)
        co_return fail(missing);
    co_return Secret(**stored);
}

QCoro::Task<Result<service::PagePointer>>
ConnectionService::fetch(Connection connection, service::PageRequest request, std::stop_token stop)
{
    GAUGE_CO_TRY(std::shared_ptr<service::ServiceClient> from, co_await client(connection));
    co_return co_await from->fetchPage(request, stop);
}

QCoro::Task<Result<void>> ConnectionService::writeSecrets(Connection connection, NewSecrets secrets)
{
    if (secrets.clientSecret) {
        GAUGE_CO_CHECK(co_await storeOf(connection)
                           .write(connection.id, SecretKind::ClientSecret, *secrets.clientSecret));
    }
    if (secrets.removeApiKey)
        co_return co_await storeOf(connection).remove(connection.id, SecretKind::ApiKey);
    if (secrets.apiKey)
        co_return co_await storeOf(connection).write(connection.id, SecretKind::ApiKey, *secrets.apiKey);
    co_return Result<void>{};
}

//! What the connection had under its id so far; nothing: it is new.
Result<std::optional<Connection>> ConnectionService::stored(const QString &id) const
{
    GAUGE_TRY(const std::vector<Connection> all, m_store.load());
    const auto found
        = std::find_if(all.begin(), all.end(), [&](const Connection &each) { return each.id == id; });
    return found == all.end() ? std::optional<Connection>() : *found;
}

QCoro::Task<Result<Connection>> ConnectionService::save(Connection connection, NewSecrets secrets)
{
    // Before a secret is written anywhere.
    GAUGE_CO_CHECK(m_store.check(connection));
    GAUGE_CO_TRY([[maybe_unused]] const auto parsed, lake::Location::parse(connection.lake, connection.id));
    const bool isNew = connection.id.isEmpty();
    if (isNew)
        connection.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    GAUGE_CO_TRY(const std::optional<Connection> before, stored(connection.id));
    if (keepsSecrets(connection)) {
        GAUGE_CO_CHECK(co_await writeSecrets(connection, secrets));
    }
    Result<Connection> saved = m_store.save(connection);
    if (!saved && isNew && keepsSecrets(connection))
        std::ignore = co_await forgetIn(connection.secretPlace, connection.id);
    m_clients.erase(connection.id);
    if (!saved || !before)
        co_return saved;
    Result<void> forgotten = co_await forgetElsewhere(connection, before->secretPlace);
    if (forgotten)
        co_return saved;
    // As it was: where the old entry stays, the connection still names its place, and saving can be repeated.
    std::ignore = m_store.save(*before);
    if (connection.secretPlace != before->secretPlace && keepsSecrets(connection))
        std::ignore = co_await forgetIn(connection.secretPlace, connection.id);
    co_return fail(forgotten.error());
}

Result<QString> ConnectionService::reasonToKeep(const Connection &connection, const lake::Location &place,
                                                bool keepLake) const
{
    if (keepLake)
        return QCoreApplication::translate("engine", "You chose to keep it.");
    if (place.isEmpty())
        return QCoreApplication::translate("engine", "Its address is not usable.");
    if (place.isShared())
        return QCoreApplication::translate("engine",
                                           "Its address names the schema, which others may use as well.");
    GAUGE_TRY(const std::vector<Connection> all, m_store.load());
    const auto other = anotherWith(place, m_options.dataFolder, connection, all);
    return other ? QCoreApplication::translate("engine", "“%1” uses it as well.").arg(other->name)
                 : QString();
}

QCoro::Task<Result<void>> ConnectionService::forgetIn(SecretPlace place, QString id)
{
    vault::CredentialStore &store = place == SecretPlace::Session ? *m_session : *m_options.keychain;
    Result<void> removed = co_await store.remove(id, SecretKind::ClientSecret);
    if (removed)
        removed = co_await store.remove(id, SecretKind::ApiKey);
    if (removed)
        co_return removed;
    // Without a keychain there is nothing in it to forget; a locked one still holds the secret.
    const vault::KeychainState state = co_await store.probe();
    if (state == vault::KeychainState::Absent)
        co_return Result<void>{};
    co_return removed;
}

QCoro::Task<Result<void>> ConnectionService::forgetElsewhere(Connection connection, SecretPlace before)
{
    if (connection.secretPlace != SecretPlace::Session)
        std::ignore = co_await forgetIn(SecretPlace::Session, connection.id);
    if (connection.secretPlace == SecretPlace::Keychain
        || (connection.isSample() && before == SecretPlace::Sample))
        co_return Result<void>{};
    if (before != SecretPlace::Keychain) {
        // What an earlier version has left there is removed where that needs no question to the person.
        const vault::KeychainState state = co_await m_options.keychain->probe();
        if (state != vault::KeychainState::Available)
            co_return Result<void>{};
    }
    co_return co_await forgetIn(SecretPlace::Keychain, connection.id);
}

QCoro::Task<Result<void>> ConnectionService::forgetSecrets(Connection connection)
{
    if (keepsSecrets(connection)) {
        GAUGE_CO_CHECK(co_await forgetIn(connection.secretPlace, connection.id));
    }
    co_return co_await forgetElsewhere(connection, connection.secretPlace);
}

QCoro::Task<Result<void>> ConnectionService::forget(Connection connection)
{
    GAUGE_CO_CHECK(co_await forgetSecrets(connection));
    GAUGE_CO_CHECK(m_store.remove(connection.id));
    m_clients.erase(connection.id);
    // Its names of response fields hold nothing that matters to anyone else.
    static_cast<void>(upload::ResponseKeyStore(m_options.dataFolder).remove(connection.id));
    // What was typed into its forms may be about people.
    Result<void> emptied = upload::FormStore(m_options.dataFolder).remove(connection.id);
    co_return emptied;
}

QCoro::Task<Result<Removed>> ConnectionService::remove(Connection connection, bool keepLake)
{
    const lake::Location place = ownLake(m_options.dataFolder, connection);
    const bool isOurs = place.text() == m_store.lakePath(connection);
    GAUGE_CO_TRY(const QString reason, reasonToKeep(connection, place, keepLake));
    BackgroundThread thread;
    if (reason.isEmpty()) {
        QFuture<Result<lake::PlaceReport>> looking
            = thread.run([place, now = m_options.clock->now()] { return lake::lookAt(place, now, {}); });
        const Result<lake::PlaceReport> found = co_await looking;
        if (found && found->holder)
            co_return fail(lake::inUse(*found->holder));
    }
    GAUGE_CO_CHECK(co_await forget(connection));
    if (!reason.isEmpty())
        co_return Removed{place.text(), false, reason};
    QFuture<Result<Removed>> removing = thread.run([place, isOurs] { return removeLakeAt(place, isOurs); });
    Result<Removed> removed = co_await removing;
    if (removed)
        co_return removed;
    Error error = removed.error();
    error.text
        = QCoreApplication::translate("engine", "The connection is deleted, but its local copy %1 is not: %2")
              .arg(place.text(), error.text);
    co_return fail(error);
}

QCoro::Task<Result<Connection>> ConnectionService::moveLake(Connection connection, QString newLake,
                                                            OldLake what, std::stop_token stop)
{
    GAUGE_CO_TRY(const Connection saved, m_store.byId(connection.id));
    const lake::Location from = ownLake(m_options.dataFolder, saved);
    connection.lake = newLake;
    const lake::Location to = ownLake(m_options.dataFolder, connection);
    if (!to.isEmpty() && to.key() == from.key())
        co_return co_await save(connection, {});
    BackgroundThread thread;
    QFuture<Result<LakeTest>> looking
        = thread.run([connection, folder = m_options.dataFolder, now = m_options.clock->now(), stop] {
              return lookAtLake(folder, connection, now, stop);
          });
    GAUGE_CO_TRY(const LakeTest found, co_await looking);
    if (found.isForeign && !found.canBeAdopted)
        co_return isForeign(found, connection);
    if (newLake.isEmpty())
        static_cast<void>(platform::makePrivateFolder(QFileInfo(to.text()).absolutePath()));
    if (what == OldLake::Keep)
        co_return co_await save(connection, {});
    co_return co_await moveFile(connection, from, to, stop);
}

QCoro::Task<Result<Connection>> ConnectionService::moveFile(Connection connection, lake::Location from,
                                                            lake::Location to, std::stop_token stop)
{
    GAUGE_CO_TRY(const std::vector<Connection> all, m_store.load());
    if (!from.isFile() || !to.isFile() || anotherWith(from, m_options.dataFolder, connection, all))
        co_return cannotBeMoved();
    BackgroundThread thread;
    std::unique_ptr<lake::LakeMove> move;
    QFuture<Result<void>> copying = thread.run([&, now = m_options.clock->now()]() -> Result<void> {
        auto copied = lake::LakeMove::copy(from.text(), to.text(), now, stop, [](qint64, qint64) {});
        if (copied)
            move = std::move(*copied);
        return copied ? Result<void>() : fail(copied.error());
    });
    const Result<void> copied = co_await copying;
    if (!copied && copied.error().kind != ErrorKind::NotFound) // nothing was synced yet: nothing to move
        co_return fail(copied.error());
    Result<Connection> saved = co_await save(connection, {});
    QFuture<Result<void>> finishing = thread.run([&]() -> Result<void> {
        Result<void> finished = move && saved ? move->finish() : Result<void>();
        move.reset(); // in its thread
        return finished;
    });
    const Result<void> finished = co_await finishing;
    if (finished)
        co_return saved;
    Error error = finished.error();
    error.text = QCoreApplication::translate("engine",
                                             "The connection uses the local copy in its new place, but the "
                                             "old one is still there: %1")
                     .arg(error.text);
    co_return fail(error);
}

QCoro::Task<Result<TestReport>> ConnectionService::test(Connection connection, NewSecrets secrets,
                                                        std::stop_token stop)
{
    if (const std::optional<QString> words = service::validationError(connection))
        co_return fail(ErrorKind::Input, *words);
    GAUGE_CO_TRY(Connection ready, co_await resolved(connection));
    const std::shared_ptr<service::ServiceClient> client = makeClient(ready, secrets);
    TestReport report;
    std::optional<Error> refused;
    for (const catalog::Endpoint &endpoint : m_options.catalog.endpoints()) {
        service::PageRequest request;
        request.endpoint = endpoint;
        request.perPage = 1;
        Result<service::PagePointer> page = co_await client->fetchPage(request, stop);
        if (page) {
            report.readableFeeds.append(endpoint.id);
            continue;
        }
        const ErrorKind kind = page.error().kind;
        if (kind != ErrorKind::Forbidden && kind != ErrorKind::NotFound)
            co_return fail(page.error());
        report.refusedFeeds.append(endpoint.id);
        refused = page.error();
    }
    if (report.readableFeeds.isEmpty() && refused)
        co_return fail(*refused);
    co_return report;
}

QCoro::Task<Result<bool>> ConnectionService::hasSecret(Connection connection)
{
    Result<service::Credentials> found = co_await credentials(connection, {});
    if (found)
        co_return true;
    if (found.error().kind == ErrorKind::Unauthorized)
        co_return false;
    co_return fail(found.error());
}

QCoro::Task<Result<bool>> ConnectionService::hasApiKey(Connection connection)
{
    const Result<Secret> found = co_await apiKey(connection);
    if (found)
        co_return true;
    if (found.error().kind == ErrorKind::Unauthorized)
        co_return false;
    co_return fail(found.error());
}

QCoro::Task<vault::KeychainState> ConnectionService::probeKeychain()
{
    co_return co_await m_options.keychain->probe();
}

} // namespace gauge::engine
