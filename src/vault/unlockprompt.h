// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>

namespace gauge::vault {

//! One org.freedesktop.Secret.Prompt: the keyring's own window that asks for its password. Its
//! answer does not matter here, whether the keyring is open afterwards does.
class UnlockPrompt final : public QObject
{
    Q_OBJECT
public:
    //! \a service is the unique bus name of the keyring, \a path the prompt it made.
    UnlockPrompt(QDBusConnection bus, QString service, QString path);

    //! Shows the question. Emits completed() when it is answered, dismissed or cannot be shown.
    void show();
    //! Takes the question off the screen, so that giving up leaves no orphan behind.
    void dismiss();

Q_SIGNALS:
    void completed();

private Q_SLOTS:
    void onCompleted(bool dismissed, const QDBusVariant &result);

private:
    QDBusConnection m_bus;
    QString m_service;
    QString m_path;
};

} // namespace gauge::vault
