// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QSystemTrayIcon;
class QWidget;

namespace gauge::ui {

//! Tells news in the desktop's own way, through an icon in its tray that is there only while news are
//! wanted. A click brings the window to the front.
class Announcer final : public QObject
{
    Q_OBJECT
public:
    //! Whether this desktop has a tray that shows messages.
    [[nodiscard]] static bool isPossible();

    //! \a window outlives it.
    explicit Announcer(QWidget &window);
    ~Announcer() override;

    void setWanted(bool wanted);
    [[nodiscard]] bool isWanted() const { return m_icon != nullptr; }
    //! An automatic sync of the connection called \a name brought records.
    void tell(const QString &name, qint64 records);

private:
    void bringForward();

    QWidget &m_window;
    std::unique_ptr<QSystemTrayIcon> m_icon;
};

} // namespace gauge::ui
