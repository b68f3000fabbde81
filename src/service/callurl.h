// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/connection.h"

namespace gauge::service {

//! Adds `name=value` to \a query, both percent-encoded, brackets included.
void addParameter(QByteArray &query, const QString &name, const QString &value);

//! The address of a call: the connection's base URL of \a host with \a path behind it.
[[nodiscard]] QUrl callUrl(const Connection &connection, catalog::Host host, const QString &path,
                           const QByteArray &query = {});

} // namespace gauge::service
