// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>

#include <optional>

namespace gauge::net {

//! Certificates that the environment names beside the system's store: SSL_CERT_FILE (a file of PEM
//! certificates) and SSL_CERT_DIR (folders of them), as OpenSSL and curl read them. Qt does not.
struct NamedAuthorities
{
    std::optional<QSslConfiguration> configuration; //!< nothing: Qt's own is enough
    QString problem; //!< a sentence on a variable that names nothing usable, or empty
};

//! Reads them once for all requests of this process while the variables stay the same. Call from one thread
//! at a time or several. The first call may take a tenth of a second.
[[nodiscard]] NamedAuthorities namedAuthorities();

} // namespace gauge::net
