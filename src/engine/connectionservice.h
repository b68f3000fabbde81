// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "engine/sampleservice.h"

#include <map>

namespace gauge::engine {

//! The part of the engine that lives in its own thread: clients, tokens and secrets of the
//! connections. Everything here is called in that thread only.
class ConnectionService final : public std::enable_shared_from_this<ConnectionService>
{
public:
    explicit ConnectionService(const Options &options);

    Result<std::vector<service::Connection>> connections() const;
    QCoro::Task<Result<service::Connection>> save(service::Connection connection, NewSecrets secrets);
    Result<service::Connection> addSample(const service::Connection &sample);
    QCoro::Task<Result<Removed>> remove(service::Connection connection, bool keepLake);
    //! See Engine::moveLake().
    QCoro::Task<Result<service::Connection>> moveLake(service::Connection connection, QString newLake,
                                                      OldLake what, std::stop_token stop);
    QCoro::Task<Result<TestReport>> test(service::Connection connection, NewSecrets secrets,
                                         std::stop_token stop);
    QCoro::Task<Result<bool>> hasSecret(service::Connection connection);
    QCoro::Task<Result<bool>> hasApiKey(service::Connection connection);
    QCoro::Task<vault::KeychainState> probeKeychain();

    //! The client of a saved connection; the same one each time, so that its token is shared.
    QCoro::Task<Result<std::shared_ptr<service::ServiceClient>>> client(service::Connection connection);
    //! The key of the older call: environment, then where the connection keeps its secrets.
    QCoro::Task<Result<Secret>> apiKey(service::Connection connection);
    QCoro::Task<Result<service::PagePointer>> fetch(service::Connection connection,
                                                    service::PageRequest request, std::stop_token stop);

private:
    //! Why the lake at \a place stays when \a connection is removed, for people; empty if it does not.
    [[nodiscard]] Result<QString> reasonToKeep(const service::Connection &connection,
                                               const lake::Location &place, bool keepLake) const;
    QCoro::Task<Result<void>> forget(service::Connection connection);
    //! Removes every secret of the connection, wherever it may be.
    QCoro::Task<Result<void>> forgetSecrets(service::Connection connection);
    //! Removes the secrets of connection \a id from one place. Succeeds where there is no keychain.
    QCoro::Task<Result<void>> forgetIn(service::SecretPlace place, QString id);
    //! Removes them from every place but that of \a connection; \a before is where they were so far.
    QCoro::Task<Result<void>> forgetElsewhere(service::Connection connection, service::SecretPlace before);
    //! The connection as it was saved so far; nothing if it is new.
    [[nodiscard]] Result<std::optional<service::Connection>> stored(const QString &id) const;
    QCoro::Task<Result<service::Connection>> moveFile(service::Connection connection, lake::Location from,
                                                      lake::Location to, std::stop_token stop);
    //! Fills in the sandbox's address for the sample connection.
    QCoro::Task<Result<service::Connection>> resolved(service::Connection connection);
    QCoro::Task<Result<service::Credentials>> credentials(service::Connection connection, NewSecrets typed);
    std::shared_ptr<service::ServiceClient> makeClient(const service::Connection &connection,
                                                       NewSecrets typed);
    vault::CredentialStore &storeOf(const service::Connection &connection);
    QCoro::Task<Result<void>> writeSecrets(service::Connection connection, NewSecrets secrets);

    Options m_options;
    service::ConnectionStore m_store;
    std::shared_ptr<vault::CredentialStore> m_session; //!< "this session only"
    SampleService m_sample;
    struct Entry
    {
        service::Connection connection; //!< as resolved; another one means another client
        std::shared_ptr<service::ServiceClient> client;
    };
    std::map<QString, Entry> m_clients;
};

} // namespace gauge::engine
