// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/authorities.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSslCertificate>

#include <mutex>

namespace gauge::net {

namespace {

constexpr auto fileVariable = "SSL_CERT_FILE";
constexpr auto folderVariable = "SSL_CERT_DIR";

QString sentence(const char *variable, const QString &path)
{
    return QCoreApplication::translate("net",
                                       "%1 names %2, where no certificate can be read. Correct it, or remove "
                                       "it from the environment.")
        .arg(QLatin1String(variable), QDir::toNativeSeparators(path));
}

NamedAuthorities read(const QString &file, const QString &folders)
{
    NamedAuthorities named;
    QList<QSslCertificate> all;
    if (!file.isEmpty()) {
        if (QFileInfo(file).isFile())
            all = QSslCertificate::fromPath(file, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString);
        if (all.isEmpty())
            named.problem = sentence(fileVariable, file);
    }
    const QStringList list = folders.split(QDir::listSeparator(), Qt::SkipEmptyParts);
    for (const QString &folder : list) {
        // Qt looks there itself, and reading all of it takes long.
        if (QFileInfo(folder).canonicalFilePath() == QLatin1String("/etc/ssl/certs"))
            continue;
        const auto found = QSslCertificate::fromPath(folder + QStringLiteral("/*"), QSsl::Pem,
                                                     QSslCertificate::PatternSyntax::Wildcard);
        if (found.isEmpty())
            named.problem = sentence(folderVariable, folder);
        all += found;
    }
    if (all.isEmpty())
        return named;
    // A list that is set takes the place of the system's store.
    named.configuration = QSslConfiguration::defaultConfiguration();
    named.configuration->setCaCertificates(QSslConfiguration::systemCaCertificates() + all);
    return named;
}

} // namespace

NamedAuthorities namedAuthorities()
{
    static std::mutex mutex;
    static std::optional<std::pair<QString, QString>> known;
    static NamedAuthorities named;
    const std::lock_guard lock(mutex);
    const std::pair wanted(qEnvironmentVariable(fileVariable), qEnvironmentVariable(folderVariable));
    if (known != wanted) {
        named = read(wanted.first, wanted.second);
        known = wanted;
    }
    return named;
}

} // namespace gauge::net
