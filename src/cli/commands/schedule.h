// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/connection.h"

#include <QObject>

#include <functional>

namespace gauge::cli {

//! Stops the timer of \a connection, if there is one, and deletes its files; then calls \a next.
void forgetSchedule(QObject *context, const service::Connection &connection,
                    std::function<void(Result<void>)> next);

} // namespace gauge::cli
