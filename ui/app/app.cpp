// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/app.h"

#include "base/platform.h"

#include <QTimer>

namespace gauge::ui {

namespace {

engine::Options engineOptions(const AppOptions &options)
{
    engine::Options result;
    result.dataFolder = options.dataFolder;
    return result;
}

} // namespace

App::App(const AppOptions &options)
    : m_options(options)
    , m_engine(engineOptions(options))
    , m_window(m_engine, m_language, options.dataFolder)
    , m_scheduler(m_engine)
{
    if (Announcer::isPossible()) {
        m_announcer = std::make_unique<Announcer>(m_window);
        m_window.offerAnnouncing();
        m_announcer->setWanted(m_window.announces());
        QObject::connect(&m_window, &MainWindow::announcingChanged, m_announcer.get(), &Announcer::setWanted);
        QObject::connect(&m_scheduler, &engine::Scheduler::broughtNew, m_announcer.get(), &Announcer::tell);
    }
    platform::handleInterrupt([this] { m_window.quit(); });
}

void App::open()
{
    m_window.show();
    // One turn of the event loop later the window is on the screen.
    QTimer::singleShot(0, &m_window, [this] {
        m_window.load();
        if (m_options.sample)
            m_window.openSample();
        m_scheduler.start();
    });
}

} // namespace gauge::ui
