// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/options.h"

#include <functional>
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

class QObject;

namespace gauge::sandbox {

//! Calls \a then in the thread of \a context once standard input has ended: when the program that
//! started this one is gone, however it went.
void whenInputEnds(QObject *context, std::function<void()> then);

} // namespace gauge::sandbox
