// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

//! What differs between operating systems about sockets that other libraries have opened.
namespace gauge::platform {

//! Bytes that have arrived at a TCP \a socket since it was opened, read or not; -1 where that is not known:
//! a socket of another kind, or a system that does not count.
[[nodiscard]] qint64 bytesReceived(int socket);

} // namespace gauge::platform
