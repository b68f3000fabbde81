// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/read/lakereader.h"
#include "records/table/recordmodel.h"
#include "records/table/rowsource.h"

#include <list>
#include <unordered_map>

namespace gauge::ui {

//! The last used windows of rows: 64 of 256 rows are 16,384 rows, whatever the table's length.
class WindowCache
{
public:
    static constexpr int windowRows = 256;
    static constexpr std::size_t capacity = 64;

    using Rows = std::vector<lake::OwnedRow>;

    //! The rows of a window, now the most recently used, or nullptr.
    [[nodiscard]] const Rows *find(int window)
    {
        const auto found = m_places.find(window);
        if (found == m_places.end())
            return nullptr;
        m_windows.splice(m_windows.begin(), m_windows, found->second);
        return &found->second->second;
    }

    void insert(int window, Rows rows)
    {
        erase(window);
        m_windows.emplace_front(window, std::move(rows));
        m_places[window] = m_windows.begin();
        if (m_windows.size() > capacity)
            erase(m_windows.back().first);
    }

    void clear()
    {
        m_places.clear();
        m_windows.clear();
    }

    [[nodiscard]] std::size_t size() const { return m_windows.size(); }

private:
    void erase(int window)
    {
        const auto found = m_places.find(window);
        if (found == m_places.end())
            return;
        m_windows.erase(found->second);
        m_places.erase(found);
    }

    std::list<std::pair<int, Rows>> m_windows;
    std::unordered_map<int, std::list<std::pair<int, Rows>>::iterator> m_places;
};

//! A feed of the lake as one table of any length.
//!
//! Holds the keys of the current query (8 bytes a row) and a few windows of rows. A missing row
//! shows as loading and is asked for in the background: one request runs, one waits (the newest),
//! so that a fast scroll never queues up. Answers to a question that is no longer asked are
//! dropped. The rows of the last query stay until those of the next one are known.
class LakeTableModel final : public RecordModel
{
    Q_OBJECT
public:
    enum class State {
        Idle, //!< no source
        Loading, //!< the rows of a query are on their way; older ones may still be shown
        Ready,
        Failed,
    };

    explicit LakeTableModel(QObject *parent = nullptr);
    ~LakeTableModel() override;

    //! Forgets everything and loads \a query of \a source. An empty Query::columns asks for the
    //! usual ones. nullptr empties the table.
    void setSource(std::shared_ptr<RowSource> source, catalog::Endpoint endpoint, query::Query query = {});
    //! Loads other rows of the same source; its columns are taken when there are any.
    void setQuery(query::Query query);
    //! Loads the current query once more: new records, or another try after a failure.
    void refresh();
    //! Shows these columns, left to right; names the lake does not have are left out.
    void showColumns(const QStringList &names);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    //! What is shown or on its way, columns included.
    [[nodiscard]] const query::Query &query() const { return m_query; }
    [[nodiscard]] const catalog::Endpoint &endpoint() const { return m_endpoint; }
    //! All columns of the feed as the lake has them.
    [[nodiscard]] const std::vector<lake::LakeColumn> &allColumns() const { return m_all; }
    //! The lake's keys of \a rows, in that order.
    [[nodiscard]] std::vector<qint64> keys(const std::vector<int> &rows) const;

    [[nodiscard]] qint64 keyOf(int row) const override;
    [[nodiscard]] int rowOf(qint64 key) const override;
    [[nodiscard]] bool isSortable() const override { return true; }
    [[nodiscard]] std::vector<query::Sort> sorting() const override { return m_query.sort; }
    void sortBy(const std::vector<query::Sort> &sorts) override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    void stateChanged();
    //! allColumns() changed.
    void columnsChanged();

protected:
    [[nodiscard]] const std::vector<lake::LakeColumn> &knownColumns() const override { return m_all; }
    [[nodiscard]] Value valueAt(int row, int column) const override;
    [[nodiscard]] QFuture<RowsAnswer> unmaskedRows(const std::vector<int> &rows) override;
    [[nodiscard]] QString sentAt(int row) const override;

private:
    struct WindowRequest
    {
        int window = 0;
        quint64 generation = 0;
        bool operator==(const WindowRequest &) const = default;
    };

    void setState(State state, std::optional<Error> error = {});
    void load();
    void takeColumns(std::vector<lake::LakeColumn> columns);
    void loadKeys();
    void askForKeys(std::optional<qint64> limit);
    void takeKeys(RowSource::SnapshotPointer keys);
    [[nodiscard]] bool continuesShown(const std::vector<qint64> &keys) const;
    void want(int window) const;
    void startWindow(int window);
    void takeWindow(WindowRequest request, const std::vector<lake::OwnedRow> &rows);
    void startWaiting();
    void chooseColumns(const QStringList &names);
    [[nodiscard]] QStringList askedNames() const;
    void forgetWindows();

    std::shared_ptr<RowSource> m_source;
    catalog::Endpoint m_endpoint;
    query::Query m_query;
    query::Query m_shownFor; //!< what the keys that are there answer
    std::vector<lake::LakeColumn> m_all;
    bool m_asksSent = false; //!< rows have when they were sent behind what is shown, for how it is shown
    RowSource::SnapshotPointer m_keys;
    State m_state = State::Idle;
    std::optional<Error> m_error;
    std::stop_source m_stop;

    quint64 m_loadGeneration = 0; //!< of the query
    quint64 m_windowGeneration = 0; //!< of keys and columns: what a window's rows depend on
    // data() is const and what makes a window wanted.
    mutable WindowCache m_cache;
    mutable std::optional<WindowRequest> m_running;
    mutable std::optional<int> m_waiting;
    bool m_windowsFailed = false; //!< do not ask again until a person does
};

} // namespace gauge::ui
