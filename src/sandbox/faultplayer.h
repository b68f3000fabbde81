// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/answer.h"
#include "sandbox/faults.h"

#include <functional>

class QTcpSocket;

namespace gauge::sandbox {

//! Whom an answer goes to, as far as its framing depends on the request.
struct Client
{
    QTcpSocket *socket = nullptr;
    bool keepsAlive = true; //!< else the connection ends with the answer
    bool isOld = false; //!< HTTP/1.0, which must be told that the connection stays
    bool isHead = false; //!< asked for the head only
};

//! Sends \a answer without faults.
void send(const Client &client, const Answer &answer);

//! Sends \a answer as the \a faults that struck it demand; delays add up, then the first other fault
//! decides. \a redirectTo is where the redirect fault points. \a done is called when the next request of
//! the client may be answered; never if none may, nor when the client has gone away.
void play(const Client &client, Answer answer, const std::vector<Fault> &faults,
          const std::string &redirectTo, std::function<void()> done);

} // namespace gauge::sandbox
