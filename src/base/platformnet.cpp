// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/platformnet.h"

#ifdef Q_OS_LINUX
#include <cstddef>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>
#endif

namespace gauge::platform {

qint64 bytesReceived(int socket)
{
#ifdef Q_OS_LINUX
    tcp_info info = {};
    socklen_t size = sizeof info;
    const bool isKnown = ::getsockopt(socket, IPPROTO_TCP, TCP_INFO, &info, &size) == 0
        && size >= offsetof(tcp_info, tcpi_bytes_received) + sizeof info.tcpi_bytes_received;
    return isKnown ? qint64(info.tcpi_bytes_received) : -1;
#else
    Q_UNUSED(socket)
    return -1;
#endif
}

} // namespace gauge::platform
