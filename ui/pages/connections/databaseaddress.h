// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace gauge::ui {

//! The parts of a PostgreSQL address (lake::Location::parse()) that have fields of their own in the form of a
//! connection. Holds no password.
struct DatabaseAddress
{
    QString host; //!< a name, an address, or the folder of a socket; empty: see lake::protectionOf()
    int port = 0; //!< 0: libpq's default
    QString database;
    QString user;
    QString schema; //!< empty: the one that is named after the connection
    QString tls; //!< libpq's sslmode; empty: libpq's default
    QStringList others; //!< further options as in the URL, "connect_timeout=5"

    //! Returns the parts of \a url, or nothing for one that has other parts: several hosts, a password.
    [[nodiscard]] static std::optional<DatabaseAddress> parse(const QString &url);
    [[nodiscard]] QString url() const;
    bool operator==(const DatabaseAddress &) const = default;
};

} // namespace gauge::ui
