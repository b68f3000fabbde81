// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "engine/lakesession.h"
#include "pages/dashboard/dashboardchoices.h"
#include "records/table/emptyreason.h"

#include <QWidget>

namespace gauge::ui {

class DashboardGrid;
struct ChartContext;
class RecordFilter;

namespace Ui {
class DashboardPage;
}

//! The NPS in pictures, of the responses that Explore shows: one filter for both. Figures are worked out in
//! the background; what was shown stays, dimmed, until they are there.
class DashboardPage final : public QWidget
{
    Q_OBJECT
public:
    //! \a filter is shared with other pages; both outlive this.
    DashboardPage(engine::Engine &engine, RecordFilter &filter, QWidget *parent = nullptr);
    ~DashboardPage() override;

    //! Without an id: there is none.
    void setConnection(const service::Connection &connection);
    void setSettlingHours(int hours);
    //! Figures of fewer responses are not told.
    void setLeast(int responses);
    //! Hides personal data.
    void setMasked(bool masked);

    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray &state);

    //! Writes the report in the background.
    void writeReport(const QString &path);

Q_SIGNALS:
    void syncRequested();
    void connectionRequested();
    //! The responses that the shared filter finds now are wanted.
    void recordsWanted();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void connectParts();
    void takeNewSession(const QString &lake);
    void fillBoxes();
    void showChoices();
    void takeChoices();
    void takeFilter();
    void watch(Job *job);
    void ask();
    void takeColumns(const std::vector<lake::LakeColumn> &columns);
    void askFigures();
    void askStatus();
    void take(const Result<engine::LakeSession::DashboardPointer> &answer);
    void present();
    void showState();
    void openRecords(const std::vector<query::Filter> &where);
    void askForReport();
    void tellWritten(const QString &path);
    [[nodiscard]] ChartContext context() const;
    [[nodiscard]] bool isSyncing() const;
    [[nodiscard]] query::Query query() const;
    [[nodiscard]] QString filterText() const;
    [[nodiscard]] QString origin() const;

    std::unique_ptr<Ui::DashboardPage> m_ui;
    engine::Engine &m_engine;
    RecordFilter &m_filter;
    catalog::Endpoint m_endpoint;
    DashboardGrid *m_board;
    service::Connection m_connection;
    std::shared_ptr<engine::LakeSession> m_session;
    std::vector<lake::LakeColumn> m_columns;
    DashboardChoices m_choices;
    DashboardChoices m_shownChoices; //!< those of m_figures
    metrics::ProvisionalWindow m_settling;
    int m_least = 5;
    bool m_isMasked = false;
    engine::LakeSession::DashboardPointer m_figures; //!< what is shown; nothing yet
    std::optional<Error> m_error;
    std::optional<lake::FeedStatus> m_status; //!< how the feed's syncs went, where there are no records
    std::stop_source m_stop;
    quint64 m_generation = 0;
    bool m_isAsking = false;
    bool m_isReporting = false;
    bool m_isDue = false; //!< to be asked as soon as the page is looked at
    EmptyTableReason m_words; //!< where there is nothing to show
    QString m_written; //!< the file that the banner tells of
};

} // namespace gauge::ui
