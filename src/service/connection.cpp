// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/connection.h"

#include "base/name.h"
#include "base/privatefile.h"
#include "net/transport.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>
#include <array>

namespace gauge::service {

namespace {

std::optional<QString> objectionToUrl(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return QCoreApplication::translate(
                   "service", "“%1” is not an address. It begins with https:// and names a host.")
            .arg(url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery));
    if (!url.userInfo().isEmpty())
        return QCoreApplication::translate("service",
                                           "The address of %1 must not hold a user name or password.")
            .arg(url.host());
    if (url.hasQuery() || url.hasFragment())
        return QCoreApplication::translate("service", "The address of %1 must end before “?” and “#”.")
            .arg(url.host());
    if (!net::isAllowedScheme(url))
        return QCoreApplication::translate(
                   "service",
                   "%1 needs an https address. Plain http is possible for this computer "
                   "only (127.0.0.1).")
            .arg(url.host());
    return std::nullopt;
}

QUrl regionalUrl(Region region, catalog::Host host)
{
    const char *family = host == catalog::Host::Auth ? "auth"
        : host == catalog::Host::Api                 ? "api"
                                                     : "imports.api";
    return QUrl(
        QStringLiteral("https://%1.%2.customergauge.com").arg(QLatin1String(family), regionName(region)));
}

} // namespace

QUrl Connection::baseUrl(catalog::Host host) const
{
    if (region != Region::Custom)
        return regionalUrl(region, host);
    switch (host) {
    case catalog::Host::Auth:
        return authUrl;
    case catalog::Host::Api:
        return apiUrl;
    case catalog::Host::Imports:
        return importsUrl;
    }
    return {};
}

QStringList Connection::hosts() const
{
    QStringList result;
    for (const auto host : {catalog::Host::Auth, catalog::Host::Api, catalog::Host::Imports}) {
        if (const QUrl url = baseUrl(host); !url.host().isEmpty())
            result.append(net::hostAndPort(url));
    }
    result.removeDuplicates();
    return result;
}

QString regionName(Region region)
{
    switch (region) {
    case Region::Eu:
        return QStringLiteral("eu");
    case Region::Us:
        return QStringLiteral("us");
    case Region::Au:
        return QStringLiteral("au");
    case Region::Custom:
        return QStringLiteral("custom");
    }
    return {};
}

std::optional<Region> regionFromName(const QString &name)
{
    for (const Region region : {Region::Eu, Region::Us, Region::Au, Region::Custom}) {
        if (name.compare(regionName(region), Qt::CaseInsensitive) == 0)
            return region;
    }
    return std::nullopt;
}

std::optional<QString> validationError(const Connection &connection)
{
    if (connection.name.trimmed().isEmpty())
        return QCoreApplication::translate("service", "The connection needs a name.");
    if (connection.region != Region::Custom)
        return std::nullopt;
    const std::array urls{connection.authUrl, connection.apiUrl, connection.importsUrl};
    for (const QUrl &url : urls) {
        if (url.isEmpty()) {
            if (connection.isSample())
                continue;
            return QCoreApplication::translate(
                "service",
                "A custom region needs three addresses: for tokens, for reading and "
                "for uploads.");
        }
        if (const auto reason = objectionToUrl(url))
            return reason;
    }
    return std::nullopt;
}

Result<QString> connectionName(const QString &name)
{
    constexpr int longest = 80; // as the field in the window takes
    Result<QString> usable = usableName(name, longest);
    if (usable && !QUuid::fromString(*usable).isNull()) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("service",
                                                "A connection cannot be named like an id. Choose another "
                                                "name."));
    }
    return usable;
}

QString defaultDataFolder()
{
    const QString stated = qEnvironmentVariable("GAUGEDESK_DATA_DIR");
    if (!stated.isEmpty())
        return stated;
    // The same for the window, the console companion and the sandbox, whatever each calls itself.
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/gaugedesk");
}

namespace {

constexpr int fileVersion = 1;
constexpr auto versionKey = "version";
constexpr auto connectionsKey = "connections";
constexpr auto syncMinutesKey = "sync_minutes";
constexpr auto recheckDaysKey = "recheck_days";
constexpr int longestSyncMinutes = 60 * 24 * 28;

tl::unexpected<Error> unreadable(const QString &path, const QString &detail)
{
    return fail(
        ErrorKind::Storage,
        QCoreApplication::translate("service",
                                    "The list of connections in %1 cannot be read. It was left as it is; "
                                    "repair it or move it away.")
            .arg(QDir::toNativeSeparators(path)),
        detail);
}

QString secretPlaceName(SecretPlace place)
{
    switch (place) {
    case SecretPlace::Keychain:
        return QStringLiteral("keychain");
    case SecretPlace::Session:
        return QStringLiteral("session");
    case SecretPlace::Environment:
        return QStringLiteral("environment");
    case SecretPlace::Sample:
        return QStringLiteral("sample");
    }
    return {};
}

std::optional<SecretPlace> secretPlaceFromName(const QString &name)
{
    for (const auto place :
         {SecretPlace::Keychain, SecretPlace::Session, SecretPlace::Environment, SecretPlace::Sample}) {
        if (name == secretPlaceName(place))
            return place;
    }
    return std::nullopt;
}

//! Ids name files, so nothing but letters, digits and hyphens is let in.
bool isId(const QString &id)
{
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z0-9-]{1,64}\\z"));
    return plain.match(id).hasMatch();
}

std::optional<Connection> fromJson(const QJsonObject &json)
{
    const auto text = [&](const char *key) { return json.value(QLatin1String(key)).toString(); };
    const auto region = regionFromName(text("region"));
    const auto place = secretPlaceFromName(text("secret_place"));
    Connection connection;
    connection.id = text("id");
    connection.name = text("name");
    if (!region || !place || !isId(connection.id) || connection.name.isEmpty())
        return std::nullopt;
    connection.region = *region;
    connection.secretPlace = *place;
    connection.authUrl = QUrl(text("auth_url"));
    connection.apiUrl = QUrl(text("api_url"));
    connection.importsUrl = QUrl(text("imports_url"));
    connection.clientId = text("client_id");
    const int minutes = json.value(QLatin1String(syncMinutesKey)).toInt(connection.syncMinutes);
    connection.syncMinutes = std::clamp(minutes, 0, longestSyncMinutes);
    if (const QJsonValue days = json.value(QLatin1String(recheckDaysKey)); days.isDouble())
        connection.recheckDays = std::clamp(days.toInt(), 0, mostRecheckDays);
    connection.lake = text("lake");
    if (validationError(connection))
        return std::nullopt;
    return connection;
}

//! Writes \a connection over \a json, so that keys of another version stay.
QJsonObject toJson(const Connection &connection, QJsonObject json)
{
    const auto put = [&](const char *key, const QString &value) {
        if (value.isEmpty())
            json.remove(QLatin1String(key));
        else
            json.insert(QLatin1String(key), value);
    };
    put("id", connection.id);
    put("name", connection.name);
    put("region", regionName(connection.region));
    put("secret_place", secretPlaceName(connection.secretPlace));
    put("client_id", connection.clientId);
    put("lake", connection.lake);
    put("auth_url", connection.authUrl.toString(QUrl::FullyEncoded));
    put("api_url", connection.apiUrl.toString(QUrl::FullyEncoded));
    put("imports_url", connection.importsUrl.toString(QUrl::FullyEncoded));
    if (connection.syncMinutes == Connection().syncMinutes)
        json.remove(QLatin1String(syncMinutesKey));
    else
        json.insert(QLatin1String(syncMinutesKey), connection.syncMinutes);
    if (connection.recheckDays)
        json.insert(QLatin1String(recheckDaysKey), *connection.recheckDays);
    else
        json.remove(QLatin1String(recheckDaysKey));
    return json;
}

Result<QJsonObject> readFile(const QString &path)
{
    GAUGE_CHECK(checkDataFolder(QFileInfo(path).path()));
    QFile file(path);
    if (QFileInfo(path).isSymLink() && !file.exists())
        return unreadable(path, QStringLiteral("a link that leads nowhere"));
    if (!file.exists())
        return QJsonObject{{QLatin1String(versionKey), fileVersion}};
    GAUGE_CHECK(checkControl(path));
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(path, file.errorString());
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isObject())
        return unreadable(path,
                          error.error == QJsonParseError::NoError ? QStringLiteral("not an object")
                                                                  : error.errorString());
    const QJsonObject root = document.object();
    if (root.value(QLatin1String(versionKey)).toInt(fileVersion) > fileVersion) {
        return fail(
            ErrorKind::Storage,
            QCoreApplication::translate("service",
                                        "The list of connections in %1 comes from a newer GaugeDesk. It was "
                                        "left as it is.")
                .arg(QDir::toNativeSeparators(path)));
    }
    const QJsonValue list = root.value(QLatin1String(connectionsKey));
    if (!list.isArray() && !list.isUndefined())
        return unreadable(path, QStringLiteral("“connections” is not a list"));
    return root;
}

Result<std::vector<Connection>> connectionsOf(const QJsonObject &root, const QString &path)
{
    std::vector<Connection> result;
    const QJsonArray items = root.value(QLatin1String(connectionsKey)).toArray();
    for (const QJsonValue &item : items) {
        const auto connection = fromJson(item.toObject());
        if (!connection)
            return unreadable(path, QStringLiteral("connection number %1").arg(result.size() + 1));
        result.push_back(*connection);
    }
    return result;
}

Result<void> writeFile(const QString &path, const QJsonObject &root)
{
    return writePrivateFile(
        path, QJsonDocument(root).toJson(),
        QCoreApplication::translate("service",
                                    "The connection could not be saved in %1. Nothing was changed; check "
                                    "the folder and the free space.")
            .arg(QDir::toNativeSeparators(path)));
}

//! Reads, changes and writes the list while no other process does.
template <typename Change>
Result<void> update(const QString &folder, const QString &path, Change change)
{
    GAUGE_CHECK(checkDataFolder(folder));
    GAUGE_TRY(const auto lock,
              lockPrivateFolder(folder, QFileInfo(path).fileName() + QStringLiteral(".lock"),
                                QCoreApplication::translate(
                                    "service",
                                    "Another GaugeDesk is saving its connections, or the folder %1 cannot "
                                    "be written. Nothing was changed; try again.")
                                    .arg(QDir::toNativeSeparators(folder))));
    GAUGE_TRY(QJsonObject root, readFile(path));
    GAUGE_TRY(const std::vector<Connection> known, connectionsOf(root, path));
    QJsonArray list = root.value(QLatin1String(connectionsKey)).toArray();
    GAUGE_CHECK(change(known, list));
    root.insert(QLatin1String(connectionsKey), list);
    return writeFile(path, root);
}

tl::unexpected<Error> isGone()
{
    return fail(ErrorKind::NotFound,
                QCoreApplication::translate("service", "This connection was removed already."));
}

QString keptName(const QString &name)
{
    return connectionName(name).value_or(name.trimmed());
}

//! Whether \a connection may have its name beside the others. A name that an earlier version let in stays.
Result<void> checkName(const Connection &connection, const std::vector<Connection> &known)
{
    bool isNewName = true;
    for (const Connection &other : known) {
        if (other.id == connection.id) {
            isNewName = other.name != connection.name;
        } else if (other.name.compare(connection.name, Qt::CaseInsensitive) == 0) {
            return fail(ErrorKind::Input,
                        QCoreApplication::translate("service",
                                                    "There is already a connection “%1”. Choose another "
                                                    "name.")
                            .arg(other.name));
        } else if (other.id.compare(connection.name, Qt::CaseInsensitive) == 0) {
            return fail(ErrorKind::Input,
                        QCoreApplication::translate("service",
                                                    "“%1” is the id of another connection. Choose another "
                                                    "name.")
                            .arg(connection.name));
        }
    }
    if (!isNewName)
        return {};
    const Result<QString> name = connectionName(connection.name);
    return name ? Result<void>() : fail(name.error());
}

//! Puts \a connection into \a list, in the place of the one with its id.
Result<void> put(const Connection &connection, const std::vector<Connection> &known, QJsonArray &list)
{
    qsizetype place = -1;
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (known[i].id == connection.id)
            place = qsizetype(i);
    }
    GAUGE_CHECK(checkName(connection, known));
    if (place < 0)
        list.append(toJson(connection, {}));
    else
        list.replace(place, toJson(connection, list.at(place).toObject()));
    return {};
}

} // namespace

ConnectionStore::ConnectionStore(QString dataFolder)
    : m_dataFolder(std::move(dataFolder))
{}

QString ConnectionStore::filePath() const
{
    return m_dataFolder + QStringLiteral("/connections.json");
}

Result<std::vector<Connection>> ConnectionStore::load() const
{
    GAUGE_TRY(const QJsonObject root, readFile(filePath()));
    return connectionsOf(root, filePath());
}

Result<Connection> ConnectionStore::find(const QString &name) const
{
    GAUGE_TRY(const std::vector<Connection> known, load());
    QStringList names;
    for (const Connection &connection : known) {
        if (connection.name.compare(name, Qt::CaseInsensitive) == 0)
            return connection;
        names.append(connection.name);
    }
    return fail(
        ErrorKind::NotFound,
        names.isEmpty()
            ? QCoreApplication::translate("service", "There is no connection “%1”; none has been made yet.")
                  .arg(name)
            : QCoreApplication::translate("service", "There is no connection “%1”. There are: %2.")
                  .arg(name, names.join(QStringLiteral(", "))));
}

Result<Connection> ConnectionStore::byId(const QString &id) const
{
    GAUGE_TRY(const std::vector<Connection> known, load());
    const auto found
        = std::find_if(known.begin(), known.end(), [&](const Connection &each) { return each.id == id; });
    return found == known.end() ? Result<Connection>(isGone()) : *found;
}

Result<void> ConnectionStore::check(const Connection &wanted) const
{
    Connection connection = wanted;
    connection.name = keptName(wanted.name);
    if (const auto reason = validationError(connection))
        return fail(ErrorKind::Input, *reason);
    GAUGE_TRY(const std::vector<Connection> known, load());
    return checkName(connection, known);
}

Result<Connection> ConnectionStore::save(Connection connection)
{
    connection.name = keptName(connection.name);
    if (connection.id.isEmpty())
        connection.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (!isId(connection.id))
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("service", "The connection's id is not usable."));
    if (const auto reason = validationError(connection))
        return fail(ErrorKind::Input, *reason);
    const Result<void> saved
        = update(m_dataFolder, filePath(), [&](const std::vector<Connection> &known, QJsonArray &list) {
              return put(connection, known, list);
          });
    if (!saved)
        return fail(saved.error());
    return connection;
}

Result<Connection> ConnectionStore::addSample(Connection sample)
{
    sample.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const Result<void> saved
        = update(m_dataFolder, filePath(),
                 [&](const std::vector<Connection> &known, QJsonArray &list) -> Result<void> {
                     const auto found
                         = std::find_if(known.begin(), known.end(),
                                        [](const Connection &connection) { return connection.isSample(); });
                     if (found == known.end())
                         return put(sample, known, list);
                     sample = *found;
                     return {};
                 });
    if (!saved)
        return fail(saved.error());
    return sample;
}

Result<void> ConnectionStore::remove(const QString &id)
{
    return update(m_dataFolder, filePath(),
                  [&](const std::vector<Connection> &known, QJsonArray &list) -> Result<void> {
                      const auto found
                          = std::find_if(known.begin(), known.end(),
                                         [&](const Connection &connection) { return connection.id == id; });
                      if (found == known.end())
                          return isGone();
                      list.removeAt(found - known.begin());
                      return {};
                  });
}

QString ConnectionStore::lakePath(const Connection &connection) const
{
    return m_dataFolder + QStringLiteral("/lakes/") + connection.id + QStringLiteral(".sqlite");
}

} // namespace gauge::service
