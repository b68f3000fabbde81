// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/pagedservice.h"

#include <QCoroTimer>
#include <QHash>
#include <QJsonDocument>
#include <QTimer>

namespace gauge::test {

namespace {

net::HttpResponse ok(const QByteArray &body)
{
    return {200, {{"content-type", "application/json"}}, body};
}

qint64 numberOf(const QByteArray &record)
{
    return QJsonDocument::fromJson(record).object().value(QLatin1String("number_customergauge")).toInteger();
}

//! A record without the date is in no period.
bool isInPeriod(const QByteArray &record, const QUrlQuery &query)
{
    QHash<QString, QString> items;
    for (const auto &[key, value] : query.queryItems(QUrl::FullyDecoded))
        items.insert(key, value);
    QString field = items.value(QStringLiteral("period[field]"));
    QString name = QStringLiteral("period");
    if (items.contains(QStringLiteral("updated_at[start]")))
        field = name = QStringLiteral("updated_at");
    if (field.isEmpty())
        return true;
    const QString day = QJsonDocument::fromJson(record).object().value(field).toString().left(10);
    return !day.isEmpty() && day >= items.value(name + QStringLiteral("[start]"))
        && day <= items.value(name + QStringLiteral("[end]"));
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
    QList<QByteArray> records = feeds[feed];
    if (byNumber)
        std::sort(records.begin(), records.end(),
                  [](const QByteArray &a, const QByteArray &b) { return numberOf(a) < numberOf(b); });
    qint64 cursor = query.queryItemValue(QStringLiteral("cursor")).toLongLong();
    const qsizetype count = query.queryItemValue(QStringLiteral("per_page")).toLongLong();
    QList<QByteArray> part;
    for (qsizetype i = 0; i < records.size() && part.size() < count; ++i) {
        const qint64 key = byNumber ? numberOf(records[i]) : i + 1;
        if (key <= cursor || !isInPeriod(records[i], query))
            continue;
        part.append(records[i]);
        cursor = key;
    }
    return ok("{\"data\":[" + part.join(',') + "],\"cursor\":{\"next\":" + QByteArray::number(cursor) + "}}");
}

void PagedService::put(const QString &feed, int number, const QByteArray &fields)
{
    const QByteArray record = "{\"number_customergauge\": " + QByteArray::number(number)
        + (fields.isEmpty() ? "" : ", ") + fields + "}";
    QList<QByteArray> &records = feeds[feed];
    const auto known = std::find_if(records.begin(), records.end(),
                                    [number](const QByteArray &other) { return numberOf(other) == number; });
    if (known == records.end())
        records.append(record);
    else
        *known = record;
}

void PagedService::drop(const QString &feed, int number)
{
    feeds[feed].removeIf([number](const QByteArray &record) { return numberOf(record) == number; });
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
