// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"

#include "lake/sql/location.h"

#include <QDir>
#include <QUrl>

namespace gauge::cli {

Result<void> readPeriod(const QString &text, catalog::Scope &scope)
{
    const qsizetype colon = text.indexOf(QLatin1Char(':'));
    const qsizetype dots = text.indexOf(QLatin1String(".."), colon + 1);
    if (colon <= 0 || dots < 0) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("cli",
                                                "“%1” is not a period. Write FIELD:START..END, for example "
                                                "date_creation:2026-01-01..2026-01-31.")
                        .arg(text));
    }
    scope.periodField = text.left(colon);
    scope.periodStart = text.mid(colon + 1, dots - colon - 1);
    scope.periodEnd = text.mid(dots + 2);
    return {};
}

Result<QString> readLake(const QString &text)
{
    if (text.isEmpty())
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("cli", "--lake needs a file or the address of a database."));
    if (text.startsWith(u':')) {
        return fail(
            ErrorKind::Input,
            QCoreApplication::translate("cli",
                                        "“%1” is not a file, and a local copy is kept on a disk. Name a "
                                        "file, or postgresql://user@host:port/database.")
                .arg(text));
    }
    const QString scheme = QUrl(text).scheme();
    // One letter is a Windows drive.
    if (scheme.size() < 2)
        return QDir::cleanPath(QDir::current().absoluteFilePath(text));
    if (lake::Location::isUrl(text)) {
        // The id of a connection, which names the schema, does not matter to whether it can be read.
        const auto location = lake::Location::parse(text, {});
        return location ? Result<QString>(text) : fail(location.error());
    }
    QUrl url(text);
    // A lake on another computer's disk is not safe (see platform::isNetworkFileSystem).
    const bool here = url.host().isEmpty() || url.host() == QLatin1String("localhost");
    // What SQLite knows besides (mode=memory, immutable=1) would be dropped in silence.
    const bool isPlain
        = url.isLocalFile() && url.path().startsWith(u'/') && !url.hasQuery() && !url.hasFragment();
    if (!isPlain || !here) {
        return fail(
            ErrorKind::Input,
            QCoreApplication::translate(
                "cli",
                "“%1” is not a place for a lake. Name a file, or postgresql://user@host:port/database.")
                .arg(text));
    }
    url.setHost(QString());
    return QDir::cleanPath(url.toLocalFile());
}

Result<QString> readOutput(const char *option, const QString &text, OutputContent content,
                           const QStringList &taken)
{
    if (text.isEmpty()) {
        return fail(
            ErrorKind::Input,
            QCoreApplication::translate("cli", "%1 needs the name of a file.").arg(QLatin1String(option)));
    }
    if (text == QLatin1String("-")) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("cli",
                                                "%1 needs a file; only export writes to standard output. A "
                                                "file of that name is ./-.")
                        .arg(QLatin1String(option)));
    }
    GAUGE_CHECK(checkEnding(text, content));
    if (const Result<QString> target = outputTarget(text, taken); !target)
        return fail(target.error());
    return QDir::current().absoluteFilePath(text);
}

Result<char> readDelimiter(const QString &text)
{
    if (text == QLatin1String("tab"))
        return '\t';
    if (text == QLatin1String(",") || text == QLatin1String(";"))
        return text[0].toLatin1();
    return fail(ErrorKind::Input,
                QCoreApplication::translate("cli", "“%1” is not a delimiter. Possible: , ; tab.").arg(text));
}

QStringList readParts(const QString &text)
{
    QStringList parts;
    for (const QString &part : text.split(QLatin1Char(','))) {
        if (!part.trimmed().isEmpty())
            parts.append(part.trimmed());
    }
    parts.removeDuplicates();
    return parts;
}

Result<std::vector<query::Filter>> readFilters(const QStringList &texts)
{
    std::vector<query::Filter> filters;
    for (const QString &text : texts) {
        GAUGE_TRY(query::Filter filter, query::parseFilter(text));
        filters.push_back(std::move(filter));
    }
    return filters;
}

Result<catalog::Endpoint> readFeed(const catalog::Catalog &catalog, const QString &id)
{
    if (const catalog::Endpoint *endpoint = catalog.find(id))
        return *endpoint;
    return fail(ErrorKind::Input,
                QCoreApplication::translate("cli", "There is no feed “%1”. There are: %2.")
                    .arg(id, catalog.ids().join(QStringLiteral(", "))));
}

Result<void> checkScope(const catalog::Endpoint &endpoint, const catalog::Scope &scope)
{
    if (const std::optional<QString> words = catalog::objection(endpoint, scope))
        return fail(ErrorKind::Input, endpoint.id + QStringLiteral(": ") + *words);
    return {};
}

Result<void> checkPerPage(const catalog::Endpoint &endpoint, qint64 perPage)
{
    if (perPage >= 1 && perPage <= endpoint.maxPerPage)
        return {};
    return fail(ErrorKind::Input,
                QCoreApplication::translate("cli", "A page of %1 holds 1 to %2 records, not %3.")
                    .arg(endpoint.id, QString::number(endpoint.maxPerPage), QString::number(perPage)));
}

} // namespace gauge::cli
