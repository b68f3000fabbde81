// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/lakesession.h"
#include "pages/explore/saved/explorestate.h"
#include "records/detail/recordsheet.h"
#include "records/table/emptyreason.h"

#include <QTimer>
#include <QWidget>

namespace gauge::ui {

class FilterSync;
class LakeSummary;
class RecordFilter;
class RecordTable;

namespace Ui {
class LakeView;
}

//! Explore's lake mode: filter chips, figures and the table of one feed, with words and an action
//! for every state it can be in. Records that arrive are announced, never moved under the person.
class LakeView final : public QWidget
{
    Q_OBJECT
public:
    explicit LakeView(QWidget *parent = nullptr);
    ~LakeView() override;

    //! From now on the filter of RecordFilter::feed() is \a filter, which outlives this.
    void shareFilter(RecordFilter *filter);

    //! Shows \a endpoint of the lake of connection \a name; nullptr: there is no connection.
    void setLake(std::shared_ptr<engine::LakeSession> session, const QString &name,
                 const catalog::Endpoint &endpoint, query::Presence presence);
    //! \a presence: its records that are there, or those that vanished.
    void setFeed(const catalog::Endpoint &endpoint, query::Presence presence);
    void setSettling(const metrics::ProvisionalWindow &settling);
    //! Whether syncs of it begin without being asked for.
    void setSyncsItself(bool does);
    void setSearch(const QString &search);
    //! Hides personal data.
    void setMasked(bool masked);
    //! A sync of this lake runs: an empty table waits for it.
    void setSyncing(bool syncing);
    //! A sync stored records of \a feed, \a count of them new.
    void announce(const QString &feed, qint64 count);
    //! Reads again: what is shown may not be there any more.
    void reload();

    //! What is shown, in the order it is seen: for an export.
    [[nodiscard]] query::Query shownQuery() const;
    [[nodiscard]] qint64 shownRows() const;
    //! The same with how the table looks.
    [[nodiscard]] FeedView currentView() const;
    //! Shows these rows of the feed instead.
    void showView(const FeedView &view);
    //! What the lake has of \a feed; nothing without a connection.
    [[nodiscard]] std::optional<QFuture<Result<std::vector<lake::LakeColumn>>>>
    columnsOf(const QString &feed) const;
    [[nodiscard]] std::vector<qint64> selectedKeys() const;
    //! There is a lake with this feed, be it empty.
    [[nodiscard]] bool hasLake() const;
    void chooseColumns();
    //! Tells of the current record once more.
    void showCurrent() { m_recordPause.start(); }
    //! Makes the record \a by places further down the current one, if there is one.
    void step(int by);
    //! The same, with those that came since the lake was last looked at.
    void chooseNewColumns();

    //! Columns, widths, order and filter of every feed.
    [[nodiscard]] QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);
    //! Fields to filter by under the headings.
    [[nodiscard]] bool hasFilterRow() const;
    void setFilterRow(bool shown);
    //! Forgets filters and searches: they were about another connection's records.
    void forgetFilters();

Q_SIGNALS:
    void syncRequested();
    //! All of \a feed is to be read again, to find what is gone.
    void reconcileRequested(const QString &feed);
    void connectionRequested();
    void searchReset(const QString &search);
    void recordShown(const gauge::ui::RecordSheet &sheet);
    void recordLeft(); //!< no record is chosen any more
    void recordFailed(const QString &words);
    void viewChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QString viewKey() const;
    [[nodiscard]] bool showsGone() const { return m_presence == query::Presence::Gone; }
    [[nodiscard]] bool showsShared() const;
    [[nodiscard]] static QString sharedKey();
    void takeShared();
    void tellShared(const query::Query &query);
    void keepFeedView();
    void connectFilters();
    void applyQuery(const query::Query &query);
    void showKept();
    void clearFilters();
    void showState();
    void showEmpty();
    void showTable();
    void showNews();
    void showFigures();
    void fetchRecord();
    void readStatus();
    void showStatus();
    [[nodiscard]] std::optional<lake::FeedStatus> status() const;
    void tell(const QString &problem);
    [[nodiscard]] bool filtered() const;
    [[nodiscard]] bool lakeIsMissing() const;
    [[nodiscard]] EmptyTableReason words() const;
    void fetchReason();

    std::unique_ptr<Ui::LakeView> m_ui;
    LakeTableModel *m_model;
    RecordTable *m_table;
    FilterSync *m_filters;
    LakeSummary *m_summary;
    RecordFilter *m_shared = nullptr;
    std::shared_ptr<engine::LakeSession> m_session;
    QString m_name;
    catalog::Endpoint m_endpoint;
    query::Presence m_presence = query::Presence::There;
    metrics::ProvisionalWindow m_settling;
    QHash<QString, FeedView> m_views; //!< by viewKey()
    QString m_keysOf; //!< viewKey() of the table's keys
    EmptyTableReason m_words; //!< where the table has no rows
    QString m_reason; //!< why a filter found nothing, once it is known
    std::optional<std::pair<QString, query::Query>> m_reasonOf; //!< the feed and query that it was asked for
    std::vector<lake::FeedStatus> m_status; //!< how the syncs of each feed went
    quint64 m_statusGeneration = 0;
    bool m_syncsItself = false;
    bool m_syncing = false;
    bool m_choosing = false; //!< as soon as the columns are known
    qint64 m_news = 0;
    qint64 m_wantedKey = -1;
    quint64 m_recordGeneration = 0;
    QTimer m_recordPause; //!< a held arrow key fetches where it stops
};

} // namespace gauge::ui
