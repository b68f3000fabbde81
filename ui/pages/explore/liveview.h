// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "records/detail/recordsheet.h"
#include "records/table/pagecomparison.h"

#include <QJsonObject>
#include <QPointer>
#include <QWidget>

namespace gauge::ui {

class LivePageModel;
class RecordTable;

namespace Ui {
class LiveView;
}

//! Explore's live mode: pages as the service sends them, forwards and back; nothing is stored.
class LiveView final : public QWidget
{
    Q_OBJECT
public:
    explicit LiveView(engine::Engine &engine, QWidget *parent = nullptr);
    ~LiveView() override;

    //! Nothing: there is no connection. Pages are compared with the lake of \a session.
    void setConnection(std::optional<service::Connection> connection,
                       std::shared_ptr<engine::LakeSession> session);
    void setFeed(const catalog::Endpoint &endpoint);
    void setSettling(const metrics::ProvisionalWindow &settling);
    //! Hides personal data.
    void setMasked(bool masked);
    void chooseColumns();
    //! Tells of the current record once more.
    void showCurrent();
    //! Makes the record \a by places further down the current one, if there is one.
    void step(int by);

    [[nodiscard]] QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

Q_SIGNALS:
    void recordShown(const gauge::ui::RecordSheet &sheet);
    void recordLeft(); //!< no record is chosen any more
    void connectionRequested();
    //! Records of the page that is shown were stored, \a inserted of them new.
    void kept(const QString &feed, qint64 inserted);

protected:
    void changeEvent(QEvent *event) override;

private:
    //! Which page of the run that Fetch began; its cursor is m_cursors[page].
    void load(std::size_t page);
    void fetch();
    void cancel();
    void take(std::size_t page, const service::PagePointer &answer);
    void reset();
    void showPage(const service::PagePointer &page);
    void showState();
    void showEmpty();
    void compare();
    void showComparison();
    void keep();

    std::unique_ptr<Ui::LiveView> m_ui;
    engine::Engine &m_engine;
    LivePageModel *m_model;
    RecordTable *m_table;
    PageComparer *m_comparer;
    std::shared_ptr<engine::LakeSession> m_session;
    PageComparer::ComparisonPointer m_comparison; //!< of the page that is shown, once it is known
    std::optional<service::Connection> m_connection;
    catalog::Endpoint m_endpoint;
    metrics::ProvisionalWindow m_settling;
    service::PageRequest m_request; //!< as Fetch sent it: Next and Previous repeat it
    std::vector<QString> m_cursors; //!< of the pages so far and of the one after them
    std::size_t m_page = 0;
    std::size_t m_failedPage = 0;
    bool m_ended = false; //!< the last page is the last one
    bool m_fetched = false;
    QPointer<Job> m_job;
    QPointer<Job> m_keeping;
};

} // namespace gauge::ui
