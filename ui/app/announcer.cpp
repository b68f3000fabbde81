// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/announcer.h"

#include "base/text.h"
#include "kit/theme.h"

#include <QSystemTrayIcon>
#include <QWidget>

namespace gauge::ui {

bool Announcer::isPossible()
{
    return QSystemTrayIcon::isSystemTrayAvailable() && QSystemTrayIcon::supportsMessages();
}

Announcer::Announcer(QWidget &window)
    : m_window(window)
{}

Announcer::~Announcer() = default;

void Announcer::setWanted(bool wanted)
{
    if (wanted == isWanted())
        return;
    if (!wanted) {
        m_icon.reset();
        return;
    }
    m_icon = std::make_unique<QSystemTrayIcon>(applicationIcon());
    m_icon->setToolTip(QStringLiteral("GaugeDesk"));
    connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, &Announcer::bringForward);
    connect(m_icon.get(), &QSystemTrayIcon::activated, this, &Announcer::bringForward);
    m_icon->show();
}

void Announcer::tell(const QString &name, qint64 records)
{
    // One who looks at the window sees it there.
    if (m_icon && !m_window.isActiveWindow())
        m_icon->showMessage(withVisibleControls(name, Layout::Marked),
                            tr("%n new records", nullptr, int(records)), QSystemTrayIcon::NoIcon);
}

void Announcer::bringForward()
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

} // namespace gauge::ui
