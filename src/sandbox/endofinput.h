// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QObject;

namespace gauge::sandbox {

//! Calls \a then in the thread of \a context once standard input has ended: when the program that
//! started this one is gone, however it went.
void whenInputEnds(QObject *context, std::function<void()> then);

} // namespace gauge::sandbox
