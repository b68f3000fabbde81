// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

//! The other hand on the gnome-keyring that with-keyring.sh started: what a person does in the
//! keyring's own program, without windows. Each returns whether the keyring agreed.
namespace gauge::test::realkeyring {

//! D-Bus path of the keyring in which new secrets are stored.
[[nodiscard]] QString defaultKeyring();
[[nodiscard]] bool lock(const QString &keyring);
//! With the password of with-keyring.sh.
[[nodiscard]] bool unlock(const QString &keyring);
//! Makes another keyring with the same password; returns its path, or nothing.
[[nodiscard]] QString create(const QString &label);
[[nodiscard]] bool makeDefault(const QString &keyring);
//! The names of all entries of \a service that begin with \a beginning, in any keyring, sorted.
[[nodiscard]] QStringList entries(const QString &server, const QString &beginning);

} // namespace gauge::test::realkeyring
