// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"

#include <QWidget>

namespace gauge::engine {
class LakeSession;
}

namespace gauge::ui {

class ExportStarter;
class LiveView;
class RecordFilter;
class ViewMenu;

namespace Ui {
class ExplorePage;
}

//! Browse what was synced (lake) or what the service has now (live), see one record whole, export.
class ExplorePage final : public QWidget
{
    Q_OBJECT
public:
    explicit ExplorePage(engine::Engine &engine, QWidget *parent = nullptr);
    ~ExplorePage() override;

    //! The filter of responses is \a filter, which other pages follow too and which outlives this.
    void shareFilter(RecordFilter *filter);
    //! Shows the responses of the lake.
    void showResponses();
    [[nodiscard]] bool isMasking() const;

    //! A connection without an id: there is none.
    void setConnection(const service::Connection &connection);

    //! How long a non-response is provisional.
    void setSettlingHours(int hours);

    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray &state);
    //! Forgets filters and searches of a connection that is not one of \a ids. Whether there were any.
    bool keepFiltersOf(const QStringList &ids);

    //! Shows the response of this number_customergauge alone, in the lake, as soon as it is there.
    void showRecord(const QString &number);
    //! Opens the export dialog for what the lake table shows, masked where the screen is.
    void exportCurrent();

Q_SIGNALS:
    void maskingChanged(bool masked);
    void syncRequested();
    //! All of \a feed is to be read again, to find what is gone.
    void reconcileRequested(const QString &feed);
    //! There is no connection and the person wants one.
    void connectionRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Mode { Lake, Live };

    void connectViews();
    void takeNewSession(const QString &lake);
    void chooseFeed();
    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const;
    void forgetFilters();
    void watch(Job *job);
    void watchSync(sync::SyncJob *job);
    void showSyncing();
    void tellNewColumns(const sync::SyncJob &job);
    void setMasked(bool masked);
    void showMasking();
    void showExportButton();
    void showModeSwitch();
    void step(int by);
    void showDetails(bool shown);
    void arrange();
    [[nodiscard]] catalog::Endpoint endpoint() const;
    [[nodiscard]] query::Presence presence() const;

    std::unique_ptr<Ui::ExplorePage> m_ui;
    engine::Engine &m_engine;
    LiveView *m_live = nullptr;
    service::Connection m_connection;
    std::shared_ptr<engine::LakeSession> m_session;
    ViewMenu *m_views = nullptr;
    ExportStarter *m_exports = nullptr;
    QString m_filtersOf; //!< id of the connection that the kept filters are about
};

} // namespace gauge::ui
