// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transport.h"

#include <QHostAddress>

namespace gauge::net {

QByteArray HttpResponse::header(const QByteArray &lowerCaseName) const
{
    for (const auto &[name, value] : headers) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

bool wasNotSent(const Error &error)
{
    return error.detail.startsWith(QLatin1String(nothingSent));
}

bool isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

bool isAllowedScheme(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return false;
    if (url.scheme() == QLatin1String("https"))
        return true;
    if (url.scheme() != QLatin1String("http"))
        return false;
    return isLoopback(url.host());
}

QString hostAndPort(const QUrl &url)
{
    QString host = url.host(QUrl::FullyEncoded).toLower();
    if (host.contains(QLatin1Char(':')))
        host = QLatin1Char('[') + host + QLatin1Char(']');
    const int own = url.scheme() == QLatin1String("http") ? 80 : 443;
    const int port = url.port(own);
    if (port != own)
        host += QLatin1Char(':') + QString::number(port);
    return host;
}

} // namespace gauge::net
