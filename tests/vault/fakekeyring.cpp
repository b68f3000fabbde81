// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakekeyring.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>

namespace gauge::test {

namespace {

const QString busName = QStringLiteral("org.freedesktop.secrets");
const QString connectionName = QStringLiteral("fake keyring");
const QString root = QStringLiteral("/org/freedesktop/secrets");
const QString keyringPath = root + QStringLiteral("/collection/login");
const QString promptPath = root + QStringLiteral("/prompt/p1");

QVariant objectPath(const QString &path)
{
    return QVariant::fromValue(QDBusObjectPath(path));
}

QVariant objectPaths(const QStringList &paths)
{
    QList<QDBusObjectPath> list;
    for (const QString &path : paths)
        list.append(QDBusObjectPath(path));
    return QVariant::fromValue(list);
}

} // namespace

FakeKeyring::FakeKeyring()
    : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, connectionName))
{
    if (!m_bus.registerVirtualObject(root, this, QDBusConnection::SubPath) || !m_bus.registerService(busName))
        qFatal("the fake keyring found no bus: run me inside with-bus.sh");
}

FakeKeyring::~FakeKeyring()
{
    m_bus.unregisterService(busName);
    m_bus.unregisterObject(root, QDBusConnection::UnregisterTree);
    QDBusConnection::disconnectFromBus(connectionName);
}

QString FakeKeyring::introspect(const QString &) const
{
    return {};
}

void FakeKeyring::complete(bool dismissed)
{
    QDBusMessage signal = QDBusMessage::createSignal(
        promptPath, QStringLiteral("org.freedesktop.Secret.Prompt"), QStringLiteral("Completed"));
    signal << dismissed << QVariant::fromValue(QDBusVariant(QString()));
    m_bus.send(signal);
}

QVariantList FakeKeyring::unlock()
{
    if (asksAtAll)
        return {objectPaths({}), objectPath(promptPath)};
    locked = false;
    return {objectPaths({keyringPath}), objectPath(QStringLiteral("/"))};
}

bool FakeKeyring::handleMessage(const QDBusMessage &message, const QDBusConnection &bus)
{
    const QString member = message.member();
    calls.append(member);
    if (silentOn.contains(member))
        return true;
    if (!failWith.isEmpty())
        return bus.send(message.createErrorReply(failWith, QStringLiteral("on purpose")));
    QVariantList reply;
    if (member == u"ReadAlias")
        reply = {objectPath(hasDefault ? keyringPath : QStringLiteral("/"))};
    else if (member == u"Get")
        reply = {QVariant::fromValue(QDBusVariant(locked))};
    else if (member == u"Unlock")
        reply = unlock();
    else if (member == u"SearchItems")
        reply = {objectPaths({}), objectPaths(lockedItems)};
    else if (member == u"Prompt" && person == Person::CannotBeAsked)
        return bus.send(message.createErrorReply(QStringLiteral("org.freedesktop.DBus.Error.Failed"),
                                                 QStringLiteral("no display")));
    bus.send(message.createReply(reply));
    if (member == u"Prompt" && person == Person::Unlocks)
        locked = false;
    if (member == u"Prompt" && person != Person::IsAway)
        complete(person == Person::Dismisses);
    return true;
}

} // namespace gauge::test
