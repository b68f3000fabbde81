// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/windowstate.h"

#include "base/log.h"
#include "base/platform.h"

namespace gauge::ui {

WindowState::WindowState(const QString &dataFolder)
    : m_folder(dataFolder)
    , m_settings(dataFolder + QStringLiteral("/window.ini"), QSettings::IniFormat)
{}

QByteArray WindowState::bytes(const QString &key) const
{
    return m_settings.value(key).toByteArray();
}

QString WindowState::text(const QString &key) const
{
    return m_settings.value(key).toString();
}

void WindowState::set(const QString &key, const QByteArray &value)
{
    m_settings.setValue(key, value);
}

void WindowState::set(const QString &key, const QString &value)
{
    m_settings.setValue(key, value);
}

void WindowState::save()
{
    // A window that cannot be remembered is no reason to keep it open: it is only logged.
    Result<void> ready = platform::makePrivateFolder(m_folder);
    if (ready)
        ready = platform::makePrivateFile(m_settings.fileName());
    if (!ready) {
        qCInfo(logUi) << "window state not saved:" << ready.error().detail;
        return;
    }
    m_settings.sync();
}

} // namespace gauge::ui
