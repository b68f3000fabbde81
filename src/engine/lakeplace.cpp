// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/lakeplace.h"

#include "engine/sampleservice.h"
#include "lake/maintenance/relocation.h"
#include "lake/sqlite/lakefiles.h"
#include "net/transport.h"
#include "vault/credentialstore.h"

#include <QDir>
#include <QFileInfo>

namespace gauge::engine {

namespace {

//! Whether a new lake could be made at \a path.
Result<void> checkFolderOf(const QString &path)
{
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (folder.isDir() && folder.isWritable())
        return {};
    return fail(ErrorKind::Input,
                QCoreApplication::translate("engine",
                                            "The folder %1 does not exist or cannot be written. Nothing "
                                            "was changed. Choose another folder.")
                    .arg(QDir::toNativeSeparators(folder.absoluteFilePath())));
}

QString addressOf(const QUrl &url)
{
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    return url.host().isEmpty() ? QString() : net::hostAndPort(url) + path;
}

} // namespace

QString clientIdOf(const service::Connection &connection)
{
    return connection.isSample() ? SampleService::clientId()
                                 : vault::environmentClientId().value_or(connection.clientId);
}

lake::System systemOf(const service::Connection &connection)
{
    lake::System system{connection.name, connection.id, {}, clientIdOf(connection)};
    if (connection.isSample()) {
        system.hosts = {QStringLiteral("sample")};
        return system;
    }
    for (const auto host : {catalog::Host::Auth, catalog::Host::Api, catalog::Host::Imports})
        system.hosts.append(addressOf(connection.baseUrl(host)));
    system.hosts.removeAll(QString());
    return system;
}

lake::Location ownLake(const QString &dataFolder, const service::Connection &connection)
{
    if (connection.lake.isEmpty())
        return service::ConnectionStore(dataFolder).lakePath(connection);
    return lake::Location::parse(connection.lake, connection.id).value_or(lake::Location());
}

std::optional<service::Connection> anotherWith(const lake::Location &place, const QString &dataFolder,
                                               const service::Connection &connection,
                                               const std::vector<service::Connection> &all)
{
    const auto fileOf = [](const lake::Location &lake) {
        return lake.isFile() ? QFileInfo(lake.text()).canonicalFilePath() : QString();
    };
    const QString file = fileOf(place);
    for (const service::Connection &other : all) {
        const lake::Location lake = ownLake(dataFolder, other);
        const bool isSame = lake.key() == place.key() || (!file.isEmpty() && fileOf(lake) == file);
        if (other.id != connection.id && isSame)
            return other;
    }
    return std::nullopt;
}

Result<LakeTest> lookAtLake(const QString &dataFolder, const service::Connection &connection,
                            const QDateTime &now, const std::stop_token &stop)
{
    GAUGE_TRY([[maybe_unused]] const auto parsed, lake::Location::parse(connection.lake, connection.id));
    const lake::Location place = ownLake(dataFolder, connection);
    GAUGE_TRY(const auto found, lake::lookAt(place, now, stop));
    // The program makes its own folder when it needs it.
    if (!found.exists && place.isFile() && !connection.lake.isEmpty()) {
        GAUGE_CHECK(checkFolderOf(place.text()));
    }
    const lake::System system = systemOf(connection);
    return LakeTest{found.exists, found.records, found.owner ? found.owner->text() : QString(),
                    lake::validationError(system, found.owner).has_value(),
                    lake::canBeAdopted(lake::standingOf(system, found.owner))};
}

Result<Removed> removeLakeAt(const lake::Location &place, bool isOurs)
{
    auto removed = lake::removeLake(place);
    if (removed && *removed)
        return Removed{place.text(), true, {}};
    if (isOurs && QFileInfo::exists(place.text())) {
        const auto deleted = lake::deleteLake(place.text());
        return deleted ? Result<Removed>(Removed{place.text(), true, {}}) : fail(deleted.error());
    }
    if (!removed)
        return fail(std::move(removed.error()));
    return Removed{place.text(), false,
                   QCoreApplication::translate("engine", "There is none: nothing was synced yet.")};
}

} // namespace gauge::engine
