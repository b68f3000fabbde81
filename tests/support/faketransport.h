// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/transport.h"

#include <QStringList>

#include <deque>
#include <functional>
#include <optional>
#include <vector>

namespace gauge::test {

//! An HttpTransport without a network: plays a script, or asks a handler, and remembers what it
//! was sent. A request that the script does not foresee is answered by an Input error (which nobody
//! retries) and noted in failures. Answers come through the event loop, as real ones do.
//!
//!     transport->answer(503, "", {{"retry-after", "3"}}).answer(200, page);
class FakeTransport final : public net::HttpTransport
{
public:
    using Headers = QList<QPair<QByteArray, QByteArray>>;
    using Handler = std::function<Result<net::HttpResponse>(const net::HttpRequest &)>;

    FakeTransport &answer(int status, QByteArray body = {}, Headers headers = {});
    FakeTransport &fail(ErrorKind kind, QString text = QStringLiteral("made to fail"), QString detail = {});
    //! Asked for every request that the script does not cover.
    FakeTransport &otherwise(Handler handler);

    //! Requests wait from here on until release(); a cancelled one goes at once.
    void hold() { m_held = true; }
    void release() { m_held = false; }

    QCoro::Task<Result<net::HttpResponse>> send(net::HttpRequest request, std::stop_token stop) override;

    //! Whether the script was played to its end and nothing else was asked.
    [[nodiscard]] bool isDone() const { return m_script.empty() && failures.isEmpty(); }

    std::vector<net::HttpRequest> requests;
    QStringList failures;

private:
    std::deque<Result<net::HttpResponse>> m_script;
    std::optional<Handler> m_otherwise;
    bool m_held = false;
};

} // namespace gauge::test
