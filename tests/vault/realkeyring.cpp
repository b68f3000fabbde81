// SPDX-License-Identifier: GPL-3.0-or-later
#include "realkeyring.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>

namespace gauge::test::realkeyring {

//! A secret on the wire of the Secret Service, "(oayays)".
struct WireSecret
{
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType;
};

QDBusArgument &operator<<(QDBusArgument &out, const WireSecret &secret)
{
    out.beginStructure();
    out << secret.session << secret.parameters << secret.value << secret.contentType;
    out.endStructure();
    return out;
}

const QDBusArgument &operator>>(const QDBusArgument &in, WireSecret &secret)
{
    in.beginStructure();
    in >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    in.endStructure();
    return in;
}

} // namespace gauge::test::realkeyring

Q_DECLARE_METATYPE(gauge::test::realkeyring::WireSecret)

namespace gauge::test::realkeyring {

namespace {

const QString service = QStringLiteral("org.freedesktop.Secret.Service");
// gnome-keyring's own door for its tests and its login module.
const QString backDoor = QStringLiteral("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface");

QDBusMessage call(const QString &interface, const QString &method, const QVariantList &arguments)
{
    QDBusMessage message
        = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.secrets"),
                                         QStringLiteral("/org/freedesktop/secrets"), interface, method);
    message.setArguments(arguments);
    QDBusMessage reply = QDBusConnection::sessionBus().call(message);
    if (reply.type() != QDBusMessage::ReplyMessage)
        qWarning("%s: %s", qPrintable(method), qPrintable(reply.errorMessage()));
    return reply;
}

bool succeeded(const QDBusMessage &reply)
{
    return reply.type() == QDBusMessage::ReplyMessage;
}

QVariant path(const QString &text)
{
    return QVariant::fromValue(QDBusObjectPath(text));
}

QString pathIn(const QDBusMessage &reply, int index)
{
    return reply.arguments().value(index).value<QDBusObjectPath>().path();
}

QVariant password()
{
    qDBusRegisterMetaType<WireSecret>();
    const QVariant nothing = QVariant::fromValue(QDBusVariant(QString()));
    const QDBusMessage session
        = call(service, QStringLiteral("OpenSession"), {QStringLiteral("plain"), nothing});
    WireSecret secret;
    secret.session = QDBusObjectPath(pathIn(session, 1));
    secret.value = qgetenv("GAUGE_KEYRING_PASSWORD");
    secret.contentType = QStringLiteral("text/plain");
    return QVariant::fromValue(secret);
}

} // namespace

QString defaultKeyring()
{
    return pathIn(call(service, QStringLiteral("ReadAlias"), {QStringLiteral("default")}), 0);
}

bool lock(const QString &keyring)
{
    const QList<QDBusObjectPath> keyrings = {QDBusObjectPath(keyring)};
    return succeeded(call(service, QStringLiteral("Lock"), {QVariant::fromValue(keyrings)}));
}

bool unlock(const QString &keyring)
{
    return succeeded(call(backDoor, QStringLiteral("UnlockWithMasterPassword"), {path(keyring), password()}));
}

QString create(const QString &label)
{
    const QVariantMap attributes = {{QStringLiteral("org.freedesktop.Secret.Collection.Label"), label}};
    return pathIn(call(backDoor, QStringLiteral("CreateWithMasterPassword"), {attributes, password()}), 0);
}

bool makeDefault(const QString &keyring)
{
    return succeeded(call(service, QStringLiteral("SetAlias"), {QStringLiteral("default"), path(keyring)}));
}

QStringList entries(const QString &server, const QString &beginning)
{
    using Attributes = QMap<QString, QString>;
    qDBusRegisterMetaType<Attributes>();
    const QDBusMessage found
        = call(QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("SearchItems"),
               {QVariant::fromValue(Attributes{{QStringLiteral("server"), server}})});
    QStringList names;
    for (const QVariant &each : found.arguments()) { // unlocked ones, locked ones
        const auto items = qdbus_cast<QList<QDBusObjectPath>>(each);
        for (const QDBusObjectPath &item : items) {
            QDBusMessage get = QDBusMessage::createMethodCall(
                QStringLiteral("org.freedesktop.secrets"), item.path(),
                QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
            get << QStringLiteral("org.freedesktop.Secret.Item") << QStringLiteral("Attributes");
            const QDBusMessage reply = QDBusConnection::sessionBus().call(get);
            const auto value = reply.arguments().value(0).value<QDBusVariant>().variant();
            const QString name = qdbus_cast<Attributes>(value).value(QStringLiteral("user"));
            if (name.startsWith(beginning))
                names.append(name);
        }
    }
    names.sort();
    return names;
}

} // namespace gauge::test::realkeyring
