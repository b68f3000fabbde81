// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/sql/location.h"

#include <QDir>
#include <QRegularExpression>
#include <QUrl>

#include <libpq-fe.h>

#include <memory>

namespace gauge::lake {

namespace {

//! Takes `schema=NAME`, which libpq does not know, out of the query of \a url.
QString takeSchema(QString &url)
{
    const qsizetype mark = url.indexOf(QLatin1Char('?'));
    if (mark < 0)
        return {};
    QString schema;
    QStringList others;
    for (const QString &item : url.mid(mark + 1).split(QLatin1Char('&'), Qt::SkipEmptyParts)) {
        if (item.startsWith(QLatin1String("schema=")))
            schema = QUrl::fromPercentEncoding(item.mid(7).toUtf8());
        else
            others.append(item);
    }
    url.truncate(mark);
    if (!others.isEmpty())
        url += QLatin1Char('?') + others.join(QLatin1Char('&'));
    return schema;
}

bool isUsableSchema(const QString &name)
{
    // Plain names only, so that nobody who uses the lake from SQL needs quotes.
    static const QRegularExpression plain(QStringLiteral("\\A[a-z_][a-z0-9_]{0,62}\\z"));
    return plain.match(name).hasMatch() && !name.startsWith(QLatin1String("pg_"))
        && name != QLatin1String("information_schema");
}

//! A plain path, or nothing at all. SQLite would take ":memory:" and "file:…?mode=memory" for places where
//! nothing stays, and a path below the current folder means another file each time.
Result<Location> parseFile(const QString &text)
{
    const bool isPath
        = !text.startsWith(u':') && !text.startsWith(QLatin1String("file:"), Qt::CaseInsensitive);
    static const QRegularExpression drive(QStringLiteral("\\A[A-Za-z]:[/\\\\]")); // of Windows, on any system
    if (text.isEmpty() || (isPath && (QDir::isAbsolutePath(text) || drive.match(text).hasMatch())))
        return Location(text);
    return fail(ErrorKind::Input,
                QCoreApplication::translate("lake",
                                            "“%1” is not a place for a local copy. Write the full path of a "
                                            "file, or postgresql://user@host:port/database.")
                    .arg(text.left(200)));
}

struct FreeOptions
{
    void operator()(PQconninfoOption *options) const { PQconninfoFree(options); }
};

} // namespace

bool Location::isUrl(const QString &text)
{
    return text.startsWith(QLatin1String("postgresql:"), Qt::CaseInsensitive)
        || text.startsWith(QLatin1String("postgres:"), Qt::CaseInsensitive);
}

Result<QString> Location::asFile() const
{
    if (isFile())
        return m_text;
    return fail(ErrorKind::Input,
                QCoreApplication::translate("lake",
                                            "This local copy is in a PostgreSQL database, which has its own "
                                            "tools for that: pg_dump, pg_amcheck, VACUUM, psql."));
}

Result<Location> Location::parse(const QString &text, const QString &id)
{
    if (!isUrl(text))
        return parseFile(text);
    Location location;
    location.m_server = text;
    location.m_schema = takeSchema(location.m_server);
    location.m_isShared = !location.m_schema.isEmpty();
    if (!location.m_isShared)
        location.m_schema = QStringLiteral("gaugedesk_") + QString(id).toLower().replace(u'-', u'_');
    // What libpq says about a URL could repeat a password, so it is not passed on.
    const std::unique_ptr<PQconninfoOption, FreeOptions> options(
        PQconninfoParse(location.m_server.toUtf8().constData(), nullptr));
    if (!options) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("lake",
                                                "This is not the address of a PostgreSQL database. Write "
                                                "postgresql://user@host:port/database."));
    }
    for (const PQconninfoOption *option = options.get(); option->keyword; ++option) {
        const std::string_view keyword = option->keyword;
        if ((keyword == "password" || keyword == "sslpassword") && option->val && *option->val) {
            return fail(ErrorKind::Input,
                        QCoreApplication::translate(
                            "lake",
                            "The address of the database holds a password, which others could "
                            "read there. Leave it out, and put it into the file ~/.pgpass or "
                            "the variable PGPASSWORD."));
        }
    }
    if (!isUsableSchema(location.m_schema)) {
        return fail(
            ErrorKind::Input,
            QCoreApplication::translate("lake",
                                        "“%1” cannot be the name of a schema here. Use small letters, "
                                        "digits and underscores, at most 63.")
                .arg(location.m_schema.left(80)));
    }
    location.m_text = text;
    return location;
}

} // namespace gauge::lake
