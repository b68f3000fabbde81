// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/transport.h"

#include <QJsonObject>
#include <QMap>
#include <QUrlQuery>

#include <functional>

namespace gauge::test {

//! A transport that answers like the sync feeds from lists of records in memory, and knows periods. The
//! cursor is the position in the list, or the record's number. A hook may answer in its place.
class PagedService final : public net::HttpTransport
{
public:
    using Hook = std::function<std::optional<Result<net::HttpResponse>>(const QUrl &, const QUrlQuery &)>;

    QCoro::Task<Result<net::HttpResponse>> send(net::HttpRequest request, std::stop_token stop) override;

    //! Appends \a count records numbered on from \a first to a feed.
    void fill(const QString &feed, int first, int count);

    QMap<QString, QList<QByteArray>> feeds; //!< id to records as served
    bool byNumber = false; //!< the feeds are in the order of number_customergauge, which is the cursor
    Hook hook;
    //! Appends a record with \a fields; replaces the one of the same number.
    void put(const QString &feed, int number, const QByteArray &fields);
    void drop(const QString &feed, int number);

    QStringList requests; //!< path and query of page requests, decoded
    int tokens = 0;

private:
    Result<net::HttpResponse> page(const QUrl &url);
};

} // namespace gauge::test
