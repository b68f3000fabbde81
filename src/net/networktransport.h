// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/transport.h"

#include <QStringList>

#include <memory>

class QNetworkAccessManager;

namespace gauge::net {

//! HTTP/1.1 over QNetworkAccessManager, for a fixed set of hosts (as hostAndPort() writes them).
//! No redirects, no cookies, no cache, no prompts, no request sent twice; TLS errors are fatal. The
//! proxy is the system's, none for this computer. Lives in the thread that first sends, and must
//! be destroyed there, with no request under way.
class NetworkTransport final : public HttpTransport
{
public:
    explicit NetworkTransport(QStringList allowedHosts);
    ~NetworkTransport() override;

    QCoro::Task<Result<HttpResponse>> send(HttpRequest request, std::stop_token stop) override;

private:
    [[nodiscard]] Result<void> check(const QUrl &url) const;

    const QStringList m_allowedHosts;
    std::unique_ptr<QNetworkAccessManager> m_manager;
};

} // namespace gauge::net
