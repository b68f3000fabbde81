// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/callurl.h"

namespace gauge::service {

void addParameter(QByteArray &query, const QString &name, const QString &value)
{
    if (!query.isEmpty())
        query += '&';
    query += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
}

QUrl callUrl(const Connection &connection, catalog::Host host, const QString &path, const QByteArray &query)
{
    QUrl url = connection.baseUrl(host);
    QString base = url.path();
    while (base.endsWith(QLatin1Char('/')))
        base.chop(1);
    url.setPath(base + path);
    if (!query.isEmpty())
        url.setQuery(QString::fromLatin1(query));
    return url;
}

} // namespace gauge::service
