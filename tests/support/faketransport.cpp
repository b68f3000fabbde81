// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faketransport.h"

#include <QCoroSignal>
#include <QTimer>

namespace gauge::test {

using net::HttpRequest;
using net::HttpResponse;

FakeTransport &FakeTransport::answer(int status, QByteArray body, Headers headers)
{
    m_script.push_back(HttpResponse{status, std::move(headers), std::move(body)});
    return *this;
}

FakeTransport &FakeTransport::fail(ErrorKind kind, QString text, QString detail)
{
    m_script.push_back(gauge::fail(kind, std::move(text), std::move(detail)));
    return *this;
}

FakeTransport &FakeTransport::otherwise(Handler handler)
{
    m_otherwise = std::move(handler);
    return *this;
}

QCoro::Task<Result<HttpResponse>> FakeTransport::send(HttpRequest request, std::stop_token stop)
{
    requests.push_back(request);
    Result<HttpResponse> result = gauge::fail(ErrorKind::Input, QStringLiteral("not in the script"));
    if (!m_script.empty()) {
        result = m_script.front();
        m_script.pop_front();
    } else if (m_otherwise) {
        result = (*m_otherwise)(request);
    } else {
        failures.append(
            QStringLiteral("unforeseen: %1 %2")
                .arg(QString::fromLatin1(request.method), request.url.toString(QUrl::FullyEncoded)));
    }
    QTimer tick;
    tick.start(0);
    do {
        co_await qCoro(&tick, &QTimer::timeout);
    } while (m_held && !stop.stop_requested());
    if (stop.stop_requested())
        co_return gauge::fail(cancelled());
    co_return result;
}

} // namespace gauge::test
