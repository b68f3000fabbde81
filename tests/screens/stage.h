// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "engine/joblist.h"
#include "kit/language.h"
#include "mainwindow/mainwindow.h"
#include "support/fakesystem.h"
#include "vault/credentialstore.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace gauge::screens {

//! One look of the window: every scene is drawn in each.
struct Variant
{
    QString name; //!< suffix of the picture's file name
    QString colorScheme; //!< "light" or "dark"
    QString language; //!< "en" or "nl"
    QSize size;
};

//! The real window on a fresh data folder, with a keychain in memory, a fake system on loopback and
//! the sandbox; scenes drive it and take pictures.
class Stage
{
public:
    Stage(const Variant &variant, QString folder, vault::KeychainState keychain);
    ~Stage();

    [[nodiscard]] ui::MainWindow &window() { return *m_window; }
    [[nodiscard]] engine::Engine &engine() { return *m_engine; }
    [[nodiscard]] test::FakeSystem &system() { return m_system; }

    //! A child of the window by object name; ends the program when there is none.
    template <typename T>
    T *part(const char *name)
    {
        T *found = m_window->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("the window has no %s", name);
        return found;
    }
    template <typename T>
    T *part(const char *parent, const char *name)
    {
        T *found = part<QWidget>(parent)->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("%s has no %s", parent, name);
        return found;
    }

    void waitUntil(const std::function<bool()> &condition, int milliseconds = 60'000);
    void waitUntilIdle();
    //! Lets queued painting and answers arrive.
    void settle();
    //! Writes <folder>/<name>-<variant>.png of the window, or of \a widget.
    void picture(const QString &name, QWidget *widget = nullptr);
    //! Saves a connection to the fake system and waits until the window knows it.
    service::Connection addConnection(const QString &name, service::Region region = service::Region::Custom);
    //! The sample connection, synced and shown.
    void openSample();

private:
    Variant m_variant;
    QString m_folder;
    QTemporaryDir m_data;
    test::FakeSystem m_system;
    std::unique_ptr<engine::Engine> m_engine;
    std::unique_ptr<ui::Language> m_language;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace gauge::screens
