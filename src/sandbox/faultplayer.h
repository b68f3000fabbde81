// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/answer.h"
#include "sandbox/faults.h"

class QTcpSocket;

namespace gauge::sandbox {

//! Sends \a answer as the \a faults that struck it demand; delays add up, then the first other fault
//! decides. \a redirectTo is where the redirect fault points.
void play(QTcpSocket *socket, Answer answer, const std::vector<Fault> &faults, const std::string &redirectTo);

} // namespace gauge::sandbox
