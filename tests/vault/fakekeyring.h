// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusVirtualObject>
#include <QStringList>

namespace gauge::test {

//! A Secret Service of which only locking is real: it owns org.freedesktop.secrets on a connection of its own
//! and does as the person whom it plays is told to.
class FakeKeyring final : public QDBusVirtualObject
{
    Q_OBJECT
public:
    //! What the person does when asked for the password.
    enum class Person { Unlocks, Dismisses, IsAway, CannotBeAsked };

    FakeKeyring();
    ~FakeKeyring() override;

    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override;
    [[nodiscard]] QString introspect(const QString &path) const override;

    bool locked = true;
    bool hasDefault = true;
    bool asksAtAll = true; //!< else it unlocks without a question
    QStringList silentOn; //!< methods that are never answered
    QString failWith; //!< name of the D-Bus error with which every call fails
    QStringList lockedItems;
    Person person = Person::Unlocks;
    QStringList calls;

private:
    void complete(bool dismissed);
    QVariantList unlock();

    QDBusConnection m_bus;
};

} // namespace gauge::test
