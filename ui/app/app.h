// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/announcer.h"
#include "app/options.h"
#include "engine/scheduler.h"
#include "kit/language.h"
#include "mainwindow/mainwindow.h"

namespace gauge::ui {

//! The object graph of the program, in one place. Needs a QApplication; ends in reverse order, the
//! engine last.
class App final
{
public:
    explicit App(const AppOptions &options);

    [[nodiscard]] MainWindow &window() { return m_window; }
    //! Shows the window; reading anything begins after it is painted.
    void open();

private:
    AppOptions m_options;
    engine::Engine m_engine;
    Language m_language;
    MainWindow m_window;
    engine::Scheduler m_scheduler;
    std::unique_ptr<Announcer> m_announcer; //!< where the desktop shows messages
};

} // namespace gauge::ui
