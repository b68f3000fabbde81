// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/background.h"

#include <QByteArray>
#include <QStringList>
#include <QVariantMap>

namespace gauge::ui {

//! What the window remembers until the next start: window.ini in the data folder. Never a secret. The file
//! is read and written in a background thread; the constructor waits for what it reads, the destructor for
//! what is being written.
class WindowState final
{
public:
    explicit WindowState(const QString &dataFolder);

    [[nodiscard]] QByteArray bytes(const QString &key) const;
    [[nodiscard]] QString text(const QString &key) const;
    void set(const QString &key, const QByteArray &value);
    void set(const QString &key, const QString &value);
    //! Forgets every `GROUP/id` whose id is not among \a ids, for each of \a groups. Whether there was any.
    bool keepOnly(const QStringList &groups, const QStringList &ids);
    //! Writes what was set, and nothing else remains in the file, which its owner alone can read. Returns at
    //! once.
    void save();

private:
    QString m_folder;
    QVariantMap m_values;
    BackgroundThread m_thread; //!< one file, one writer
};

} // namespace gauge::ui
