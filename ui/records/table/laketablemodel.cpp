// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/table/laketablemodel.h"

#include "catalog/computed.h"
#include "kit/onresult.h"
#include "records/cells/display.h"

namespace gauge::ui {

namespace {

constexpr qint64 openingRows = 2 * WindowCache::windowRows; // more than a tall window shows

//! The rows of a window in the order of its keys; a key whose row is gone meanwhile gets an empty one.
WindowCache::Rows aligned(std::span<const qint64> keys, const std::vector<lake::OwnedRow> &rows)
{
    WindowCache::Rows result(keys.size());
    std::size_t next = 0;
    for (std::size_t i = 0; i < keys.size() && next < rows.size(); ++i) {
        if (rows[next].key == keys[i])
            result[i] = rows[next++];
    }
    return result;
}

} // namespace

LakeTableModel::LakeTableModel(QObject *parent)
    : RecordModel(parent)
{}

LakeTableModel::~LakeTableModel()
{
    m_stop.request_stop();
}

void LakeTableModel::setSource(std::shared_ptr<RowSource> source, catalog::Endpoint endpoint,
                               query::Query query)
{
    beginResetModel();
    m_source = std::move(source);
    m_endpoint = std::move(endpoint);
    m_query = std::move(query);
    m_all.clear();
    m_keys.reset();
    setShown({});
    forgetWindows();
    m_running.reset(); // its source may never answer now
    endResetModel();
    Q_EMIT columnsChanged();
    if (m_source) {
        load();
    } else {
        m_stop.request_stop();
        ++m_loadGeneration;
        setState(State::Idle);
    }
}

void LakeTableModel::setQuery(query::Query query)
{
    if (query.columns.isEmpty())
        query.columns = m_query.columns;
    const bool otherColumns = query.columns != m_query.columns;
    const bool otherOrder = query.sort != m_query.sort;
    m_query = std::move(query);
    if (otherOrder)
        tellSorting();
    if (otherColumns && !m_all.empty())
        showColumns(m_query.columns);
    if (m_source)
        load();
}

void LakeTableModel::refresh()
{
    if (m_source)
        load();
}

void LakeTableModel::setState(State state, std::optional<Error> error)
{
    m_state = state;
    m_error = std::move(error);
    Q_EMIT stateChanged();
}

// The columns come first: a lake that grew since the last look has new ones.
void LakeTableModel::load()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    const quint64 generation = ++m_loadGeneration;
    setState(State::Loading);
    onResult(m_source->columns(), this,
             [this, generation](const Result<std::vector<lake::LakeColumn>> &columns) {
                 if (generation != m_loadGeneration)
                     return;
                 if (!columns) {
                     setState(State::Failed, columns.error());
                     return;
                 }
                 takeColumns(*columns);
                 loadKeys();
             });
}

void LakeTableModel::takeColumns(std::vector<lake::LakeColumn> columns)
{
    if (columns == m_all)
        return;
    m_all = std::move(columns);
    if (m_query.columns.isEmpty())
        m_query.columns = display::usualColumns(m_endpoint, m_all);
    showColumns(m_query.columns);
    Q_EMIT columnsChanged();
}

// In the order of arrival the first rows of another question are mostly found long before the last. The same
// question again keeps its rows until all of the new ones are there.
void LakeTableModel::loadKeys()
{
    const bool isOther = !m_keys || m_query.where != m_shownFor.where || m_query.search != m_shownFor.search;
    askForKeys(isOther && m_query.sort.empty() ? std::optional<qint64>(openingRows) : std::nullopt);
}

void LakeTableModel::askForKeys(std::optional<qint64> limit)
{
    query::Query query = m_query;
    query.limit = limit;
    onResult(m_source->snapshot(query, m_stop.get_token()), this,
             [this, limit, generation = m_loadGeneration](const Result<RowSource::SnapshotPointer> &keys) {
                 if (generation != m_loadGeneration)
                     return;
                 if (!keys) {
                     setState(State::Failed, keys.error());
                     return;
                 }
                 takeKeys(*keys);
                 m_shownFor = m_query;
                 const bool more = limit && qint64((*keys)->keys.size()) == *limit;
                 if (more)
                     askForKeys(std::nullopt);
                 setState(more ? State::Loading : State::Ready);
             });
}

//! Whether \a keys begin with those that are shown, so that nothing of what is seen changes.
bool LakeTableModel::continuesShown(const std::vector<qint64> &keys) const
{
    return m_keys && !m_keys->keys.empty() && m_keys->keys.size() < keys.size()
        && m_keys->keys.size() % WindowCache::windowRows == 0
        && std::equal(m_keys->keys.begin(), m_keys->keys.end(), keys.begin());
}

void LakeTableModel::takeKeys(RowSource::SnapshotPointer keys)
{
    const int last = boundedRows(keys->keys.size()) - 1;
    if (continuesShown(keys->keys) && last >= rowCount()) {
        beginInsertRows({}, rowCount(), last);
        m_keys = std::move(keys);
        endInsertRows();
        return;
    }
    beginResetModel();
    m_keys = std::move(keys);
    forgetWindows();
    endResetModel();
}

void LakeTableModel::forgetWindows()
{
    ++m_windowGeneration;
    m_cache.clear();
    m_waiting.reset();
    m_windowsFailed = false;
}

void LakeTableModel::chooseColumns(const QStringList &names)
{
    std::vector<lake::LakeColumn> shown;
    for (const QString &name : names) {
        const auto found = std::find_if(m_all.begin(), m_all.end(),
                                        [&](const lake::LakeColumn &column) { return column.name == name; });
        if (found != m_all.end())
            shown.push_back(*found);
    }
    setShown(std::move(shown));
    m_query.columns = shownNames();
    const bool hasSent = std::any_of(m_all.begin(), m_all.end(), [](const lake::LakeColumn &column) {
        return column.name == QLatin1String(catalog::sentName);
    });
    m_asksSent = hasSent && columnOf(QLatin1String(catalog::lifeName)) >= 0
        && columnOf(QLatin1String(catalog::sentName)) < 0;
}

QStringList LakeTableModel::askedNames() const
{
    QStringList names = shownNames();
    if (m_asksSent)
        names.append(QLatin1String(catalog::sentName));
    return names;
}

void LakeTableModel::showColumns(const QStringList &names)
{
    if (m_all.empty()) {
        m_query.columns = names; // known once the lake has answered
        return;
    }
    beginResetModel();
    chooseColumns(names);
    if (m_query.columns.isEmpty())
        chooseColumns(display::usualColumns(m_endpoint, m_all));
    forgetWindows();
    endResetModel();
}

std::vector<qint64> LakeTableModel::keys(const std::vector<int> &rows) const
{
    std::vector<qint64> result;
    result.reserve(rows.size());
    for (const int row : rows) {
        if (const qint64 key = keyOf(row); key != -1)
            result.push_back(key);
    }
    return result;
}

qint64 LakeTableModel::keyOf(int row) const
{
    return m_keys && row >= 0 && std::size_t(row) < m_keys->keys.size() ? m_keys->keys[std::size_t(row)] : -1;
}

int LakeTableModel::rowOf(qint64 key) const
{
    if (!m_keys)
        return -1;
    const auto found = std::find(m_keys->keys.begin(), m_keys->keys.end(), key);
    const auto row = found - m_keys->keys.begin();
    return row < rowCount() ? int(row) : -1;
}

QFuture<RecordModel::RowsAnswer> LakeTableModel::unmaskedRows(const std::vector<int> &rows)
{
    return m_source->rows(keys(rows), shownNames());
}

int LakeTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_keys ? 0 : boundedRows(m_keys->keys.size());
}

void LakeTableModel::sort(int column, Qt::SortOrder order)
{
    std::vector<query::Sort> sort;
    if (column >= 0 && column < columnCount()) {
        sort.push_back({shownColumns()[std::size_t(column)].name, order == Qt::DescendingOrder});
    }
    sortBy(sort);
}

void LakeTableModel::sortBy(const std::vector<query::Sort> &sorts)
{
    if (sorts == m_query.sort)
        return;
    m_query.sort = sorts;
    tellSorting();
    refresh();
}

RecordModel::Value LakeTableModel::valueAt(int row, int column) const
{
    const int window = row / WindowCache::windowRows;
    const WindowCache::Rows *rows = m_cache.find(window);
    if (!rows) {
        want(window);
        return {Presence::Loading, {}, true};
    }
    const lake::OwnedRow &found = (*rows)[std::size_t(row % WindowCache::windowRows)];
    if (column >= found.display.size())
        return {Presence::Gone, {}, true};
    return {Presence::Here, found.display[column], column < found.null.size() && found.null[column]};
}

QString LakeTableModel::sentAt(int row) const
{
    if (m_query.presence == query::Presence::Gone)
        return {}; // no answer is waited for any more
    const WindowCache::Rows *rows = m_cache.find(row / WindowCache::windowRows);
    const int column = m_asksSent ? columnCount() : columnOf(QLatin1String(catalog::sentName));
    return rows && column >= 0 ? (*rows)[std::size_t(row % WindowCache::windowRows)].display.value(column)
                               : QString();
}

void LakeTableModel::want(int window) const
{
    if (m_windowsFailed || m_waiting == window)
        return;
    if (m_running && m_running->generation == m_windowGeneration && m_running->window == window)
        return;
    const bool scheduled = m_waiting.has_value();
    m_waiting = window;
    // Started from the event loop: painting asks cell by cell and must not start anything itself.
    if (!m_running && !scheduled) {
        QMetaObject::invokeMethod(const_cast<LakeTableModel *>(this), &LakeTableModel::startWaiting,
                                  Qt::QueuedConnection);
    }
}

void LakeTableModel::startWaiting()
{
    if (m_running || !m_waiting)
        return;
    const int window = *m_waiting;
    m_waiting.reset();
    startWindow(window);
}

void LakeTableModel::startWindow(int window)
{
    const auto first = std::size_t(window) * WindowCache::windowRows;
    if (!m_keys || first >= m_keys->keys.size())
        return;
    const std::size_t count = std::min<std::size_t>(WindowCache::windowRows, m_keys->keys.size() - first);
    const auto begin = m_keys->keys.begin() + std::ptrdiff_t(first);
    const WindowRequest request{window, m_windowGeneration};
    m_running = request;
    onResult(m_source->rows({begin, begin + std::ptrdiff_t(count)}, askedNames()), this,
             [this, request](const Result<std::vector<lake::OwnedRow>> &rows) {
                 if (m_running == request)
                     m_running.reset();
                 if (request.generation == m_windowGeneration) {
                     if (rows) {
                         takeWindow(request, *rows);
                     } else {
                         m_windowsFailed = true;
                         setState(State::Failed, rows.error());
                     }
                 }
                 startWaiting();
             });
}

void LakeTableModel::takeWindow(WindowRequest request, const std::vector<lake::OwnedRow> &rows)
{
    const int first = request.window * WindowCache::windowRows;
    const int last = std::min(first + WindowCache::windowRows, rowCount()) - 1;
    const std::span<const qint64> keys(
        m_keys->keys.data() + first,
        std::min<std::size_t>(WindowCache::windowRows, m_keys->keys.size() - std::size_t(first)));
    m_cache.insert(request.window, aligned(keys, rows));
    if (last >= first)
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
}

} // namespace gauge::ui
