// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.h"

namespace gauge {

Error cancelled()
{
    return Error{ErrorKind::Cancelled, QCoreApplication::translate("gauge", "Cancelled."), {}};
}

QString kindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Cancelled:
        return QStringLiteral("cancelled");
    case ErrorKind::Offline:
        return QStringLiteral("offline");
    case ErrorKind::Timeout:
        return QStringLiteral("timeout");
    case ErrorKind::Unauthorized:
        return QStringLiteral("unauthorized");
    case ErrorKind::Forbidden:
        return QStringLiteral("forbidden");
    case ErrorKind::NotFound:
        return QStringLiteral("not-found");
    case ErrorKind::RateLimited:
        return QStringLiteral("rate-limited");
    case ErrorKind::Server:
        return QStringLiteral("server");
    case ErrorKind::Protocol:
        return QStringLiteral("protocol");
    case ErrorKind::Storage:
        return QStringLiteral("storage");
    case ErrorKind::Keychain:
        return QStringLiteral("keychain");
    case ErrorKind::Input:
        return QStringLiteral("input");
    case ErrorKind::Busy:
        return QStringLiteral("busy");
    }
    return QStringLiteral("unknown");
}

} // namespace gauge
