// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/sql/location.h"

#include <QByteArray>

namespace gauge::lake {

//! How what is said to a lake's database is protected on its way.
enum class Encryption {
    ThisComputer, //!< a file, a Unix socket, or a server on a loopback address
    Verified, //!< TLS, and the server has proved its name (sslmode=verify-full)
    Required, //!< TLS, but another server could pose as this one (sslmode=require, verify-ca)
    Open, //!< without TLS, or only perhaps with it (sslmode=disable, allow, prefer)
};

//! What a connection to a database asks of TLS.
struct Protection
{
    Encryption encryption = Encryption::ThisComputer;
    QByteArray sslMode; //!< as libpq takes it; empty: libpq's own default
    bool operator==(const Protection &) const = default;
};

//! The protection of a connection to \a place. Beyond this computer it is Required, whatever PGSSLMODE and
//! service files say, unless the address itself names another `sslmode`: that is a person's choice. A
//! PGSSLMODE that asks for more counts. A server is on this computer if every host and hostaddr of its
//! address, or of PGHOST and PGHOSTADDR, is a path, `localhost`, 127.x.x.x or ::1; one that a service file
//! names is not.
[[nodiscard]] Protection protectionOf(const Location &place);

//! What a person should know about it, for the window and for `status`; empty where all is well.
[[nodiscard]] QString warningOf(Encryption encryption);
//! "this-computer", "verified", "required", "open": for machines.
[[nodiscard]] QString encryptionName(Encryption encryption);

} // namespace gauge::lake
