// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/table/pagecomparison.h"

#include "kit/onresult.h"
#include "lake/read/display.h"
#include "records/cells/display.h"

#include <QtConcurrentRun>

namespace gauge::ui {

LivePage::LivePage(PagePointer page, catalog::Endpoint endpoint)
    : m_page(std::move(page))
    , m_endpoint(std::move(endpoint))
    , m_columns(display::columnsOf(m_endpoint))
{
    if (!m_page)
        return;
    for (const QString &name : m_page->dynamicNames)
        m_columns.push_back(display::dynamicColumn(m_endpoint, name));
}

const catalog::Cell *LivePage::cell(int row, int place) const
{
    const catalog::Record &record = m_page->records[std::size_t(row)];
    const std::size_t base = m_endpoint.columns.size();
    if (std::size_t(place) < base)
        return std::size_t(place) < record.cells.size() ? &record.cells[std::size_t(place)] : nullptr;
    const std::size_t name = std::size_t(place) - base;
    const auto found = std::find_if(record.extras.begin(), record.extras.end(),
                                    [&](const catalog::Record::Extra &extra) { return extra.name == name; });
    return found == record.extras.end() ? nullptr : &found->cell;
}

std::optional<QString> LivePage::value(int row, int place) const
{
    const catalog::Cell *found = cell(row, place);
    if (!found || found->isNull())
        return std::nullopt;
    std::string buffer;
    return lake::displayText(*found, m_columns[std::size_t(place)].type, buffer);
}

QString LivePage::valueOf(int row, const QString &column) const
{
    const auto found
        = std::find_if(m_columns.begin(), m_columns.end(),
                       [&](const lake::LakeColumn &candidate) { return candidate.name == column; });
    return found == m_columns.end() ? QString()
                                    : value(row, int(found - m_columns.begin())).value_or(QString());
}

QByteArray LivePage::raw(int row) const
{
    const std::string_view raw = m_page->records[std::size_t(row)].raw;
    return {raw.data(), qsizetype(raw.size())};
}

PageComparison comparison(const LivePage &page, const std::vector<lake::OwnedRow> &rows,
                          const QStringList &columns, bool whole)
{
    PageComparison result;
    const qsizetype keyPlace = columns.indexOf(page.endpoint().keyColumn);
    QHash<QString, const lake::OwnedRow *> known;
    for (const lake::OwnedRow &row : rows)
        known.insert(row.display.value(keyPlace), &row);
    std::vector<qsizetype> places; // in the lake's rows, by place on the page
    for (const lake::LakeColumn &column : page.columns())
        places.push_back(columns.indexOf(column.name));
    for (int row = 0; row < int(page.rows()); ++row) {
        const lake::OwnedRow *found = known.value(page.valueOf(row, page.endpoint().keyColumn));
        if (!found) {
            result.rows.push_back(PageComparison::State::Missing);
            ++result.missing;
            continue;
        }
        bool same = true;
        for (int place = 0; place < int(places.size()); ++place) {
            const std::optional<QString> live = page.value(row, place);
            const QString stored = found->display.value(places[std::size_t(place)]);
            if (live.value_or(QString()) == stored || (!live && !whole))
                continue;
            same = false;
            result.instead.insert({row, place}, stored);
        }
        result.rows.push_back(same ? PageComparison::State::Same : PageComparison::State::Differs);
        result.differing += same ? 0 : 1;
    }
    return result;
}

PageComparer::~PageComparer()
{
    m_stop.request_stop();
}

void PageComparer::cancel()
{
    ++m_generation;
    m_stop.request_stop();
    m_stop = {};
}

void PageComparer::compare(std::shared_ptr<engine::LakeSession> session, LivePage page, bool whole)
{
    cancel();
    m_session = std::move(session);
    m_page = std::move(page);
    m_whole = whole;
    if (!m_session || m_page.rows() == 0)
        return;
    const quint64 generation = m_generation;
    onResult(m_session->columns(m_page.endpoint().id), this,
             [this, generation](const Result<std::vector<lake::LakeColumn>> &columns) {
                 if (generation != m_generation)
                     return;
                 if (!columns) {
                     if (columns.error().kind == ErrorKind::NotFound)
                         conclude({}, {m_page.endpoint().keyColumn});
                     return;
                 }
                 QStringList names;
                 for (const lake::LakeColumn &column : *columns)
                     names.append(column.name);
                 find(names);
             });
}

void PageComparer::find(const QStringList &columns)
{
    const QString &keyColumn = m_page.endpoint().keyColumn;
    QStringList keys;
    for (int row = 0; row < int(m_page.rows()); ++row) {
        if (const QString key = m_page.valueOf(row, keyColumn); !key.isEmpty())
            keys.append(key);
    }
    if (keys.isEmpty()) {
        conclude({}, columns);
        return;
    }
    query::Query query;
    query.where.push_back({keyColumn, query::Operator::In, keys});
    const quint64 generation = m_generation;
    onResult(m_session->snapshot(m_page.endpoint().id, query, m_stop.get_token()), this,
             [this, generation, columns](const Result<engine::LakeSession::SnapshotPointer> &found) {
                 if (generation == m_generation && found)
                     read((*found)->keys, columns);
             });
}

void PageComparer::read(const std::vector<qint64> &keys, const QStringList &columns)
{
    // Only what the page can be compared by.
    QStringList wanted;
    for (const lake::LakeColumn &column : m_page.columns()) {
        if (columns.contains(column.name))
            wanted.append(column.name);
    }
    const quint64 generation = m_generation;
    onResult(m_session->rows(m_page.endpoint().id, keys, wanted), this,
             [this, generation, wanted](const Result<std::vector<lake::OwnedRow>> &rows) {
                 if (generation == m_generation && rows)
                     conclude(*rows, wanted);
             });
}

void PageComparer::conclude(const std::vector<lake::OwnedRow> &rows, const QStringList &columns)
{
    const auto work = [page = m_page, rows, columns, whole = m_whole] {
        return std::make_shared<const PageComparison>(comparison(page, rows, columns, whole));
    };
    const quint64 generation = m_generation;
    onResult(QtConcurrent::run(work), this, [this, generation](const ComparisonPointer &done) {
        if (generation == m_generation)
            Q_EMIT compared(done);
    });
}

} // namespace gauge::ui
