// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/form/configurationstore.h"

#include "base/name.h"
#include "base/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>

namespace gauge::upload {

namespace {

constexpr qint64 largestFile = 1 << 20; // a hundred times what a large configuration takes
constexpr auto ending = ".json";

//! "file: words".
QString problem(const QString &path, const QString &words)
{
    return QDir::toNativeSeparators(path) + QStringLiteral(": ") + words;
}

bool sameName(const QString &a, const QString &b)
{
    return a.trimmed().compare(b.trimmed(), Qt::CaseInsensitive) == 0;
}

const Configuration *named(const std::vector<Configuration> &all, const QString &name)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const Configuration &each) {
        return !each.isBuiltIn() && sameName(each.name, name);
    });
    return found == all.end() ? nullptr : &*found;
}

QString freeName(const std::vector<Configuration> &all, const QString &name)
{
    QString free = name;
    for (int number = 2; named(all, free) != nullptr; ++number)
        free = QStringLiteral("%1 (%2)").arg(name, QString::number(number));
    return free;
}

tl::unexpected<Error> gone()
{
    return fail(ErrorKind::NotFound,
                QCoreApplication::translate("upload", "This configuration was removed already."));
}

} // namespace

ConfigurationStore::ConfigurationStore(const QString &dataFolder)
    : m_folder(dataFolder + QStringLiteral("/configurations"))
{}

QString ConfigurationStore::pathOf(const QString &id) const
{
    return m_folder + QLatin1Char('/') + id + QLatin1String(ending);
}

Result<Configuration> ConfigurationStore::readFile(const QString &path) const
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorKind::Storage,
                    problem(path, QCoreApplication::translate("upload", "The file cannot be read.")),
                    file.errorString());
    }
    const QByteArray bytes = file.read(largestFile + 1);
    if (bytes.size() > largestFile) {
        return fail(ErrorKind::Input,
                    problem(path, QCoreApplication::translate("upload", "The file is too large for this.")));
    }
    Result<Configuration> read = parseConfiguration(bytes);
    if (!read)
        return fail(ErrorKind::Input, problem(path, read.error().text), read.error().detail);
    return read;
}

Result<ConfigurationStore::Contents> ConfigurationStore::list() const
{
    for (const QString &each : {QFileInfo(m_folder).path(), m_folder}) {
        GAUGE_CHECK(checkDataFolder(each));
    }
    const QDir folder(m_folder);
    Contents contents;
    const QStringList files
        = folder.entryList({QLatin1Char('*') + QLatin1String(ending)}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        Result<Configuration> read = readFile(folder.filePath(file));
        if (!read) {
            contents.problems.append(read.error().text + QLatin1Char(' ')
                                     + QCoreApplication::translate("upload", "The file was left as it is."));
            continue;
        }
        read->id = QFileInfo(file).completeBaseName();
        contents.configurations.push_back(std::move(*read));
    }
    std::sort(contents.configurations.begin(), contents.configurations.end(),
              [](const Configuration &a, const Configuration &b) {
                  return QString::localeAwareCompare(a.name, b.name) < 0;
              });
    std::vector<Configuration> builtIn = builtInConfigurations();
    contents.configurations.insert(contents.configurations.begin(), std::make_move_iterator(builtIn.begin()),
                                   std::make_move_iterator(builtIn.end()));
    return contents;
}

Result<Configuration> ConfigurationStore::find(const QString &nameOrReference) const
{
    GAUGE_TRY(const Contents contents, list());
    const std::vector<Configuration> &all = contents.configurations;
    if (const Configuration *found = named(all, nameOrReference))
        return *found;
    // From the end: what a person saved goes before what is built in.
    const auto found = std::find_if(all.rbegin(), all.rend(), [&](const Configuration &each) {
        return each.reference == nameOrReference || each.id == nameOrReference
            || sameName(each.name, nameOrReference);
    });
    if (found != all.rend())
        return *found;
    QStringList names;
    for (const Configuration &each : all)
        names.append(each.name);
    const QString words
        = QCoreApplication::translate("upload", "There is no configuration “%1”. There are: %2.")
              .arg(nameOrReference, names.join(QStringLiteral(", ")));
    // What is asked for may be the one that cannot be read.
    return fail(ErrorKind::NotFound, (QStringList(words) + contents.problems).join(QLatin1Char('\n')));
}

Result<Configuration> ConfigurationStore::byId(const QString &id) const
{
    GAUGE_TRY(const Contents contents, list());
    const auto found = std::find_if(contents.configurations.begin(), contents.configurations.end(),
                                    [&](const Configuration &each) { return each.id == id; });
    return found == contents.configurations.end() ? Result<Configuration>(gone()) : *found;
}

template <typename Change>
Result<Configuration> ConfigurationStore::update(Change change) const
{
    GAUGE_TRY(const auto lock,
              lockPrivateFolder(m_folder, QStringLiteral(".lock"),
                                QCoreApplication::translate(
                                    "upload",
                                    "Another GaugeDesk is saving something in %1, or the folder cannot be "
                                    "written. Nothing was changed; try again.")
                                    .arg(QDir::toNativeSeparators(m_folder))));
    GAUGE_TRY(const Contents contents, list());
    return change(contents.configurations);
}

Result<Configuration> ConfigurationStore::save(Configuration configuration) const
{
    configuration.name = configuration.name.trimmed();
    configuration.reference = configuration.reference.trimmed();
    if (const std::optional<QString> reason = validationError(configuration))
        return fail(ErrorKind::Input, *reason);
    if (configuration.isBuiltIn() || configuration.id.isEmpty() || configuration.id.contains(QLatin1Char('/'))
        || configuration.id.contains(QLatin1Char('\\')))
        configuration.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return update([&](const std::vector<Configuration> &all) -> Result<Configuration> {
        const Configuration *other = named(all, configuration.name);
        // One that an earlier version has let in can still be changed.
        if (other == nullptr) {
            GAUGE_TRY(const QString name, usableName(configuration.name));
            configuration.name = name;
            other = named(all, configuration.name);
        }
        if (other != nullptr && other->id != configuration.id) {
            return fail(ErrorKind::Input,
                        QCoreApplication::translate(
                            "upload", "There is already a configuration “%1”. Choose another name.")
                            .arg(other->name));
        }
        const Result<void> written = writePrivateFile(
            pathOf(configuration.id), toJson(configuration),
            QCoreApplication::translate("upload",
                                        "“%1” could not be saved in %2. Nothing was changed; check the "
                                        "folder and the free space.")
                .arg(configuration.name, QDir::toNativeSeparators(m_folder)));
        return written ? Result<Configuration>(configuration) : fail(written.error());
    });
}

Result<Configuration> ConfigurationStore::rename(const QString &id, const QString &name) const
{
    GAUGE_TRY(Configuration found, byId(id));
    found.name = name;
    return save(std::move(found));
}

Result<Configuration> ConfigurationStore::duplicate(const QString &id) const
{
    Result<Configuration> copy = byId(id);
    const Result<Contents> contents = list();
    if (!copy || !contents)
        return copy ? fail(contents.error()) : copy;
    copy->id.clear();
    copy->name = freeName(contents->configurations, copy->name);
    return save(std::move(*copy));
}

Result<Configuration> ConfigurationStore::remove(const QString &id) const
{
    return update([&](const std::vector<Configuration> &all) -> Result<Configuration> {
        const auto found
            = std::find_if(all.begin(), all.end(), [&](const Configuration &each) { return each.id == id; });
        if (found == all.end())
            return gone();
        if (found->isBuiltIn()) {
            return fail(ErrorKind::Input,
                        QCoreApplication::translate(
                            "upload", "The configurations that come with GaugeDesk cannot be removed."));
        }
        QFile file(pathOf(id));
        if (!file.remove()) {
            return fail(ErrorKind::Storage,
                        problem(file.fileName(),
                                QCoreApplication::translate("upload", "The file cannot be removed.")),
                        file.errorString());
        }
        return *found;
    });
}

Result<Configuration> ConfigurationStore::importFrom(const QString &path) const
{
    Result<Configuration> read = readFile(path);
    const Result<Contents> contents = list();
    if (!read || !contents)
        return read ? fail(contents.error()) : read;
    read->name = freeName(contents->configurations, read->name.trimmed());
    return save(std::move(*read));
}

Result<void> ConfigurationStore::exportTo(const QString &id, const QString &path) const
{
    GAUGE_TRY(const Configuration found, byId(id));
    return writeWholeFile(
        path, toJson(found),
        problem(path,
                QCoreApplication::translate("upload", "The file cannot be written. Choose another folder.")));
}

} // namespace gauge::upload
