// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/windowstate.h"

#include "base/log.h"
#include "base/platform.h"
#include "base/privatefile.h"

#include <QSettings>

namespace gauge::ui {

namespace {

// These run in the background thread.

QVariantMap read(const QString &folder, const QString &file)
{
    if (!checkDataFolder(folder)) // the list of connections says why
        return {};
    const QSettings settings(file, QSettings::IniFormat);
    QVariantMap values;
    for (const QString &key : settings.allKeys())
        values.insert(key, settings.value(key));
    return values;
}

void write(const QString &folder, const QString &file, const QVariantMap &values)
{
    // A window that cannot be remembered is no reason to keep it open: it is only logged.
    Result<void> ready = checkDataFolder(folder);
    if (ready)
        ready = platform::makePrivateFolder(folder);
    if (ready)
        ready = platform::makePrivateFile(file);
    if (!ready) {
        qCInfo(logUi) << "window state not saved:" << ready.error().detail;
        return;
    }
    QSettings settings(file, QSettings::IniFormat);
    const QStringList keys = settings.allKeys();
    for (const QString &key : keys) {
        if (!values.contains(key))
            settings.remove(key);
    }
    for (auto value = values.begin(); value != values.end(); ++value)
        settings.setValue(value.key(), value.value());
    settings.sync();
}

QString fileIn(const QString &folder)
{
    return folder + QStringLiteral("/window.ini");
}

} // namespace

WindowState::WindowState(const QString &dataFolder)
    : m_folder(dataFolder)
{
    static_cast<void>(m_thread.run([this] { m_values = read(m_folder, fileIn(m_folder)); }));
    m_thread.wait(); // not for the future, which might then run here
}

QByteArray WindowState::bytes(const QString &key) const
{
    return m_values.value(key).toByteArray();
}

QString WindowState::text(const QString &key) const
{
    return m_values.value(key).toString();
}

void WindowState::set(const QString &key, const QByteArray &value)
{
    m_values.insert(key, value);
}

void WindowState::set(const QString &key, const QString &value)
{
    m_values.insert(key, value);
}

bool WindowState::keepOnly(const QStringList &groups, const QStringList &ids)
{
    const qsizetype before = m_values.size();
    m_values.removeIf([&](const QVariantMap::iterator &value) {
        const QString group = value.key().section(QLatin1Char('/'), 0, 0);
        return groups.contains(group) && !ids.contains(value.key().section(QLatin1Char('/'), 1));
    });
    return m_values.size() != before;
}

void WindowState::save()
{
    static_cast<void>(
        m_thread.run([folder = m_folder, values = m_values] { write(folder, fileIn(folder), values); }));
}

} // namespace gauge::ui
