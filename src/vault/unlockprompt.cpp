// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/unlockprompt.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>

namespace gauge::vault {

namespace {

constexpr QLatin1String promptInterface("org.freedesktop.Secret.Prompt");

} // namespace

UnlockPrompt::UnlockPrompt(QDBusConnection bus, QString service, QString path)
    : m_bus(std::move(bus))
    , m_service(std::move(service))
    , m_path(std::move(path))
{
    // The formatter would put a blank into the signature, which Qt would have to take out each time.
    // clang-format off
    m_bus.connect(m_service, m_path, promptInterface, QStringLiteral("Completed"), this,
                  SLOT(onCompleted(bool,QDBusVariant)));
    // clang-format on
}

void UnlockPrompt::show()
{
    QDBusMessage call
        = QDBusMessage::createMethodCall(m_service, m_path, promptInterface, QStringLiteral("Prompt"));
    // The window the question belongs to; the vault has none.
    call << QString();
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *finished) {
        finished->deleteLater();
        if (finished->isError())
            Q_EMIT completed();
    });
}

void UnlockPrompt::dismiss()
{
    m_bus.asyncCall(
        QDBusMessage::createMethodCall(m_service, m_path, promptInterface, QStringLiteral("Dismiss")));
}

void UnlockPrompt::onCompleted(bool, const QDBusVariant &)
{
    Q_EMIT completed();
}

} // namespace gauge::vault
