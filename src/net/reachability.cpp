// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/reachability.h"

#include <QNetworkInformation>

namespace gauge::net {

SystemReachability::SystemReachability(QObject *parent)
    : Reachability(parent)
{
    // False on systems without NetworkManager or the like; then everything is Usable.
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    const QNetworkInformation *system = QNetworkInformation::instance();
    connect(system, &QNetworkInformation::reachabilityChanged, this, &Reachability::changed);
    connect(system, &QNetworkInformation::isMeteredChanged, this, &Reachability::changed);
}

Reachability::State SystemReachability::state() const
{
    const QNetworkInformation *system = QNetworkInformation::instance();
    if (!system)
        return State::Usable;
    // A network without a way to the internet may still lead to the service, through a proxy.
    if (system->reachability() == QNetworkInformation::Reachability::Disconnected)
        return State::Absent;
    return system->isMetered() ? State::Metered : State::Usable;
}

} // namespace gauge::net
