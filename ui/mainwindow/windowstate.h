// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSettings>

namespace gauge::ui {

//! What the window remembers until the next start: window.ini in the data folder. Never a secret.
class WindowState final
{
public:
    explicit WindowState(const QString &dataFolder);

    [[nodiscard]] QByteArray bytes(const QString &key) const;
    [[nodiscard]] QString text(const QString &key) const;
    void set(const QString &key, const QByteArray &value);
    void set(const QString &key, const QString &value);
    //! Writes what was set; the file is readable by its owner alone.
    void save();

private:
    QString m_folder;
    QSettings m_settings;
};

} // namespace gauge::ui
