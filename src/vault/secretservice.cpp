// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/secretservice.h"

#include "base/log.h"
#include "vault/unlockprompt.h"

#include <QCoroSignal>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>

namespace gauge::vault::secretservice {

namespace {

using namespace std::chrono_literals;

// Interface names of the Secret Service API, version 0.2 (specifications.freedesktop.org).
constexpr QLatin1String serviceName("org.freedesktop.secrets");
constexpr QLatin1String rootPath("/org/freedesktop/secrets");
constexpr QLatin1String serviceInterface("org.freedesktop.Secret.Service");
constexpr QLatin1String collectionInterface("org.freedesktop.Secret.Collection");
constexpr QLatin1String propertiesInterface("org.freedesktop.DBus.Properties");
// "No such object" in the Secret Service's answers.
constexpr QLatin1String noObject("/");
// A keyring that is not running is started by the bus when it is first asked.
constexpr std::chrono::milliseconds startTimeout = 30s;

//! The state that the failure of a call speaks of.
KeychainState stateOf(const QDBusMessage &failure)
{
    const QString name = failure.errorName();
    qCInfo(logVault).noquote() << "the Secret Service answered" << name << failure.errorMessage();
    if (name == u"org.freedesktop.DBus.Error.AccessDenied")
        return KeychainState::Denied;
    // Somebody is there but has not answered: services are known to hold calls back while their
    // own question for the password is open, and trying again is the right advice here too.
    if (name == u"org.freedesktop.DBus.Error.NoReply" || name == u"org.freedesktop.DBus.Error.Timeout"
        || name == u"org.freedesktop.DBus.Error.TimedOut")
        return KeychainState::Locked;
    return KeychainState::Absent;
}

QCoro::Task<QDBusMessage> call(QString path, QString interface, QString method, QVariantList arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(serviceName, path, interface, method);
    message.setArguments(arguments);
    QDBusPendingCallWatcher watcher(
        QDBusConnection::sessionBus().asyncCall(message, static_cast<int>(startTimeout.count())));
    if (!watcher.isFinished())
        co_await qCoro(&watcher, &QDBusPendingCallWatcher::finished);
    co_return watcher.reply();
}

bool failed(const QDBusMessage &reply)
{
    return reply.type() != QDBusMessage::ReplyMessage;
}

//! The default keyring ("/" where none was ever made) and its state.
struct DefaultKeyring
{
    KeychainState state = KeychainState::Absent;
    QString path;
};

QCoro::Task<DefaultKeyring> defaultKeyring()
{
    DefaultKeyring keyring;
    if (!QDBusConnection::sessionBus().isConnected()) {
        qCInfo(logVault) << "there is no session bus";
        co_return keyring;
    }
    const QVariantList alias = {QStringLiteral("default")};
    const QDBusMessage named = co_await call(rootPath, serviceInterface, QStringLiteral("ReadAlias"), alias);
    if (failed(named)) {
        keyring.state = stateOf(named);
        co_return keyring;
    }
    keyring.path = named.arguments().value(0).value<QDBusObjectPath>().path();
    if (keyring.path.isEmpty() || keyring.path == noObject) {
        keyring.path = noObject;
        keyring.state = KeychainState::Available;
        co_return keyring;
    }
    const QVariantList property = {collectionInterface, QStringLiteral("Locked")};
    const QDBusMessage locked
        = co_await call(keyring.path, propertiesInterface, QStringLiteral("Get"), property);
    if (failed(locked))
        keyring.state = stateOf(locked);
    else if (locked.arguments().value(0).value<QDBusVariant>().variant().toBool())
        keyring.state = KeychainState::Locked;
    else
        keyring.state = KeychainState::Available;
    co_return keyring;
}

QCoro::Task<> askToUnlock(QString keyring, std::chrono::milliseconds patience)
{
    const QList<QDBusObjectPath> keyrings = {QDBusObjectPath(keyring)};
    const QVariantList arguments = {QVariant::fromValue(keyrings)};
    const QDBusMessage reply = co_await call(rootPath, serviceInterface, QStringLiteral("Unlock"), arguments);
    const QString prompt = reply.arguments().value(1).value<QDBusObjectPath>().path();
    if (failed(reply) || prompt.isEmpty() || prompt == noObject)
        co_return;
    UnlockPrompt question(QDBusConnection::sessionBus(), reply.service(), prompt);
    question.show();
    const auto answered = co_await qCoro(&question, &UnlockPrompt::completed, patience);
    if (!answered)
        question.dismiss();
}

} // namespace

QCoro::Task<KeychainState> state()
{
    const DefaultKeyring keyring = co_await defaultKeyring();
    co_return keyring.state;
}

QCoro::Task<KeychainState> unlocked(std::chrono::milliseconds patience)
{
    const DefaultKeyring keyring = co_await defaultKeyring();
    if (keyring.state != KeychainState::Locked || keyring.path.isEmpty())
        co_return keyring.state;
    qCInfo(logVault) << "the keyring is locked; it is asked to unlock";
    co_await askToUnlock(keyring.path, patience);
    const KeychainState afterwards = co_await state();
    co_return afterwards;
}

QCoro::Task<KeychainState> confirmMissing(QString service, QString key)
{
    const KeychainState current = co_await state();
    if (current != KeychainState::Available)
        co_return current;
    // The entry may lie in a locked keyring that is not the default one (any more).
    using Attributes = QMap<QString, QString>;
    qDBusRegisterMetaType<Attributes>();
    const Attributes attributes = {{QStringLiteral("server"), service}, {QStringLiteral("user"), key}};
    const QVariantList arguments = {QVariant::fromValue(attributes)};
    const QDBusMessage found
        = co_await call(rootPath, serviceInterface, QStringLiteral("SearchItems"), arguments);
    if (failed(found))
        co_return stateOf(found);
    const auto lockedItems = qdbus_cast<QList<QDBusObjectPath>>(found.arguments().value(1));
    co_return lockedItems.isEmpty() ? KeychainState::Available : KeychainState::Locked;
}

} // namespace gauge::vault::secretservice
