// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mainwindow/sidebar.h"
#include "mainwindow/windowstate.h"

#include <QMainWindow>
#include <QSet>
#include <QTimer>

#include <memory>

namespace gauge::engine {
struct UnfinishedUpload;
}

namespace gauge::ui {

namespace Ui {
class MainWindow;
}
class ActionBanner;
class ConnectionsPage;
class DashboardPage;
class ExplorePage;
class FirstStartPage;
class JobListModel;
class JobsPage;
class JobPanel;
class Language;
class RecordFilter;
class SettingsPage;
class SyncHistoryView;
struct SyncFailure;
class UploadPage;
class Workspace;

//! The window: assembles side bar, pages and status line, and decides nothing.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    //! All outlive the window.
    MainWindow(engine::Engine &engine, Language &language, const QString &dataFolder,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    //! Reads the connections; called once the window is on the screen.
    void load();
    //! Adds, chooses and syncs the sample connection.
    void openSample();
    void showPage(Page page);
    [[nodiscard]] Page page() const { return m_page; }
    //! Whether the person wants to be told of news; to be asked only where the desktop can show them.
    void offerAnnouncing();
    [[nodiscard]] bool announces() const;
    //! Stops what runs and closes, without a question.
    void quit();

Q_SIGNALS:
    void announcingChanged(bool wanted);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void addPages(const QString &dataFolder);
    void wireActions();
    void wireConnections();
    void restore();
    void remember();
    void arrange();
    void forgetRemoved();
    void onCurrentChanged();
    void onSyncingChanged();
    //! The trouble of the current connection that nobody has dismissed.
    [[nodiscard]] SyncTrouble trouble() const;
    void showTrouble();
    void showTroubleBanner();
    [[nodiscard]] static QString actionText(const SyncFailure &failed);
    void openTrouble();
    void dismissTrouble();
    void openReadAgain(const QString &id);
    void openForget(const QString &id);
    void offerUpload();
    void showUnfinished(const engine::UnfinishedUpload &found);
    void askToQuit(const QStringList &running);
    [[nodiscard]] QStringList runningTitles() const;
    void onListFailed(const Error &error);
    void askForSecret(const QString &id);
    void chooseLanguage(const QString &code);

    engine::Engine &m_engine;
    Language &m_language;
    WindowState m_state;
    std::unique_ptr<Ui::MainWindow> m_ui;
    ConnectionListModel *m_connections;
    JobListModel *m_jobs;
    Workspace *m_workspace;
    SideBar *m_sideBar;
    JobPanel *m_jobPanel;
    ActionBanner *m_syncBanner = nullptr;
    ActionBanner *m_uploadBanner = nullptr;
    qint64 m_offeredUpload = 0; //!< by the banner
    QSet<QString> m_uploadedHere; //!< connections that uploaded, or resumed, since the start
    FirstStartPage *m_firstStart = nullptr;
    RecordFilter *m_filter; //!< of responses, on every page that shows them
    ExplorePage *m_explore = nullptr;
    DashboardPage *m_dashboard = nullptr;
    UploadPage *m_upload = nullptr;
    ConnectionsPage *m_connectionsPage = nullptr;
    SettingsPage *m_settings = nullptr;
    JobsPage *m_jobsPage = nullptr;
    SyncHistoryView *m_history = nullptr;
    Page m_page = Page::Explore;
    QTimer m_minute; //!< relative times grow old
    bool m_mayStop = false; //!< the person wants to quit whatever runs
    bool m_closing = false;
};

} // namespace gauge::ui
