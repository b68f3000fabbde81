// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/databaseaddress.h"

#include "lake/sql/location.h"

#include <QUrl>

namespace gauge::ui {

namespace {

QString encoded(const QString &text, const QByteArray &kept = {})
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, kept));
}

QString decoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

//! The value of the option \a name, taken out of \a options.
QString take(QStringList &options, const QString &name)
{
    const QString start = name + QLatin1Char('=');
    for (qsizetype i = 0; i < options.size(); ++i) {
        if (options.at(i).startsWith(start))
            return decoded(options.takeAt(i).mid(start.size()));
    }
    return {};
}

} // namespace

std::optional<DatabaseAddress> DatabaseAddress::parse(const QString &url)
{
    const QUrl parsed(url, QUrl::StrictMode);
    if (!lake::Location::isUrl(url) || !parsed.isValid() || !parsed.password().isEmpty()
        || parsed.hasFragment())
        return std::nullopt;
    DatabaseAddress address;
    address.others = parsed.query(QUrl::FullyEncoded).split(QLatin1Char('&'), Qt::SkipEmptyParts);
    address.host = parsed.host();
    if (address.host.isEmpty())
        address.host = take(address.others, QStringLiteral("host"));
    address.port = std::max(0, parsed.port(0));
    address.user = parsed.userName(QUrl::FullyDecoded);
    address.database = parsed.path(QUrl::FullyDecoded).mid(1);
    address.schema = take(address.others, QStringLiteral("schema"));
    address.tls = take(address.others, QStringLiteral("sslmode"));
    return address;
}

QString DatabaseAddress::url() const
{
    const bool isSocket = host.startsWith(QLatin1Char('/'));
    QString text = QStringLiteral("postgresql://");
    if (!user.isEmpty())
        text += encoded(user) + QLatin1Char('@');
    if (!isSocket)
        text += host.contains(QLatin1Char(':')) ? QLatin1Char('[') + host + QLatin1Char(']') : encoded(host);
    if (port > 0)
        text += QLatin1Char(':') + QString::number(port);
    text += QLatin1Char('/') + encoded(database);
    QStringList options;
    if (isSocket)
        options << QStringLiteral("host=") + encoded(host, "/");
    if (!schema.isEmpty())
        options << QStringLiteral("schema=") + encoded(schema);
    if (!tls.isEmpty())
        options << QStringLiteral("sslmode=") + encoded(tls);
    options += others;
    return options.isEmpty() ? text : text + QLatin1Char('?') + options.join(QLatin1Char('&'));
}

} // namespace gauge::ui
