// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "catalog/endpoint.h"

#include <QString>
#include <QUrl>

#include <optional>
#include <vector>

namespace gauge::service {

enum class Region { Eu, Us, Au, Custom };

//! Where a connection's client secret comes from.
enum class SecretPlace {
    Keychain,
    Session, //!< "this session only": in memory, asked again at the next start
    Environment, //!< GAUGEDESK_CLIENT_ID, GAUGEDESK_CLIENT_SECRET, GAUGEDESK_API_KEY
    Sample, //!< the built-in sandbox; no secret of value
};

//! The most days that a sync reads again: ten years.
inline constexpr int mostRecheckDays = 3650;

//! A CustomerGauge system as a person named it. Holds no secret.
struct Connection
{
    QString id; //!< UUID without braces; names the lake file and the keychain entries
    QString name; //!< unique without regard to case
    Region region = Region::Eu;
    QUrl authUrl; //!< base URLs, used for Region::Custom and filled by the sandbox for Sample
    QUrl apiUrl;
    QUrl importsUrl;
    QString clientId;
    SecretPlace secretPlace = SecretPlace::Keychain;
    int syncMinutes = 60; //!< between two automatic syncs while the program runs; 0: none
    std::optional<int> recheckDays; //!< days that each sync reads again; nothing: the default; 0: none
    QString lake; //!< postgresql://… where its lake is in a database; empty: a file of its own

    //! The base URL of a host family: derived from the region, or the custom one.
    [[nodiscard]] QUrl baseUrl(catalog::Host host) const;
    //! Host names (with port where it is not the default) that requests may go to.
    [[nodiscard]] QStringList hosts() const;
    [[nodiscard]] bool isSample() const { return secretPlace == SecretPlace::Sample; }
    bool operator==(const Connection &) const = default;
};

[[nodiscard]] QString regionName(Region region); //!< "eu", "us", "au", "custom"
[[nodiscard]] std::optional<Region> regionFromName(const QString &name);

//! Why \a connection cannot be saved, in words, or nothing: empty name, custom without three URLs,
//! plain http to anything but loopback, user info, query or fragment in a URL. The URLs of a sample
//! connection may be empty, as the sandbox gives them at each start.
[[nodiscard]] std::optional<QString> validationError(const Connection &connection);

//! \a name for a new connection, or a new name of one: see gauge::usableName(). Fails with Input also for
//! what looks like the id of a connection, which timers call connections by.
[[nodiscard]] Result<QString> connectionName(const QString &name);

//! connections.json in the data directory: atomic writes, owner-readable only, never a secret.
//! A file that cannot be read is an error, never an empty list; it is not overwritten then. Keys that
//! this version does not know are kept. Two processes that save at once wait for each other.
class ConnectionStore
{
public:
    explicit ConnectionStore(QString dataFolder);

    [[nodiscard]] Result<std::vector<Connection>> load() const;
    //! By name, without regard to case; NotFound lists the names there are.
    [[nodiscard]] Result<Connection> find(const QString &name) const;
    [[nodiscard]] Result<Connection> byId(const QString &id) const;
    //! Whether save() would take \a connection as far as the others and its own fields matter.
    [[nodiscard]] Result<void> check(const Connection &connection) const;
    //! Adds, or replaces the one with the same id. Gives an id to a new one and returns it whole.
    [[nodiscard]] Result<Connection> save(Connection connection);
    //! Saves \a sample under a new id, unless there is a sample connection already, also one that another
    //! process adds at this moment. Returns the one that is there now.
    [[nodiscard]] Result<Connection> addSample(Connection sample);
    [[nodiscard]] Result<void> remove(const QString &id);

    //! The lake of a connection: <data folder>/lakes/<id>.sqlite.
    [[nodiscard]] QString lakePath(const Connection &connection) const;
    [[nodiscard]] QString dataFolder() const { return m_dataFolder; }

private:
    [[nodiscard]] QString filePath() const;

    QString m_dataFolder;
};

//! GAUGEDESK_DATA_DIR, or the platform's application-data folder.
[[nodiscard]] QString defaultDataFolder();

} // namespace gauge::service
