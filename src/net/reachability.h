// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace gauge::net {

//! Whether work that nobody waits for may use the network now. Lives in the main thread.
class Reachability : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Usable, //!< also where the system does not tell
        Metered, //!< somebody pays for what is sent
        Absent,
    };
    using QObject::QObject;
    [[nodiscard]] virtual State state() const = 0;

Q_SIGNALS:
    void changed();
};

//! As the operating system tells it.
class SystemReachability final : public Reachability
{
    Q_OBJECT
public:
    explicit SystemReachability(QObject *parent = nullptr);
    [[nodiscard]] State state() const override;
};

} // namespace gauge::net
