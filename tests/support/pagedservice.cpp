// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/pagedservice.h"

#include <QCoroTimer>
#include <QTimer>

namespace gauge::test {

namespace {

net::HttpResponse ok(const QByteArray &body)
{
    return {200, {{"content-type", "application/json"}}, body};
}

} // namespace

QCoro::Task<Result<net::HttpResponse>> PagedService::send(net::HttpRequest request, std::stop_token stop)
{
    // Through the event loop once, as a real answer would be.
    QTimer timer;
    timer.start(0);
    co_await timer;
    if (stop.stop_requested())
        co_return fail(cancelled());
    if (request.method == "POST") {
        ++tokens;
        co_return ok("{\"access_token\":\"t\",\"expires_in\":3600}");
    }
    co_return page(request.url);
}

Result<net::HttpResponse> PagedService::page(const QUrl &url)
{
    const QUrlQuery query(url);
    requests.append(url.path() + QLatin1Char('?') + query.toString(QUrl::FullyDecoded));
    if (hook) {
        if (const std::optional<Result<net::HttpResponse>> answer = hook(url, query))
            return *answer;
    }
    const QString feed = url.path().section(QLatin1Char('/'), -1);
    const QList<QByteArray> &records = feeds[feed];
    const qsizetype from = query.queryItemValue(QStringLiteral("cursor")).toLongLong();
    const qsizetype count = query.queryItemValue(QStringLiteral("per_page")).toLongLong();
    const QList<QByteArray> part = records.mid(from, count);
    return ok("{\"data\":[" + part.join(',')
              + "],\"cursor\":{\"next\":" + QByteArray::number(from + part.size()) + "}}");
}

void PagedService::fill(const QString &feed, int first, int count)
{
    for (int i = first; i < first + count; ++i) {
        feeds[feed].append("{\"number_customergauge\": " + QByteArray::number(i)
                           + ", \"nps\": " + QByteArray::number(i % 11)
                           + ", \"properties\":[{\"field\":\"Country\",\"reference\":\"NL\"}]}");
    }
}

} // namespace gauge::test
