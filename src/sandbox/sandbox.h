// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/options.h"

#include <memory>

namespace gauge::sandbox {

//! The stand-in with its port, listening on loopback as long as it lives. Needs a running event loop.
class Sandbox
{
public:
    explicit Sandbox(Options options);
    ~Sandbox();

    //! The port it listens on; an Offline error if it could not be had.
    [[nodiscard]] Result<std::uint16_t> listen();

private:
    class Server;
    std::unique_ptr<Server> m_server;
    std::uint16_t m_port;
};

} // namespace gauge::sandbox
