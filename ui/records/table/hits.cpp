// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/table/hits.h"

#include <algorithm>

namespace gauge::ui {

namespace {

//! As the lake searches them: the columns that are marked, or all texts where none is.
QSet<QString> searchedColumns(const catalog::Endpoint &endpoint)
{
    const bool hasMarked = std::any_of(endpoint.columns.begin(), endpoint.columns.end(),
                                       [](const catalog::Column &column) { return column.searched; });
    QSet<QString> names;
    for (const catalog::Column &column : endpoint.columns) {
        if (hasMarked ? column.searched : column.type == catalog::ColumnType::Text)
            names.insert(column.name);
    }
    return names;
}

} // namespace

Hits::Hits(const query::Query &query, const catalog::Endpoint &endpoint)
    : m_search(query.search)
    , m_searched(searchedColumns(endpoint))
{
    for (const query::Condition &condition : query::conditionsOf(query.where)) {
        const lake::ContainedHits hits(condition.values.value(0));
        if (condition.op == query::Operator::Contains)
            m_contained.insert(condition.column, hits);
        else if (condition.op == query::Operator::StartsWith)
            m_starts.insert(condition.column, hits);
    }
}

std::vector<lake::TextRange> Hits::in(const QString &column, QStringView text) const
{
    std::vector<lake::TextRange> hits;
    const auto add = [&hits](const std::vector<lake::TextRange> &more) {
        hits.insert(hits.end(), more.begin(), more.end());
    };
    if (m_searched.contains(column))
        add(m_search.in(text));
    for (auto [at, end] = m_contained.equal_range(column); at != end; ++at)
        add(at->in(text));
    for (auto [at, end] = m_starts.equal_range(column); at != end; ++at)
        add(at->atStartOf(text));
    return lake::merged(std::move(hits));
}

QColor hitTint(const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor accent = palette.color(QPalette::Highlight);
    const auto mixed = [](int from, int to) { return (2 * from + to) / 3; };
    return {mixed(base.red(), accent.red()), mixed(base.green(), accent.green()),
            mixed(base.blue(), accent.blue())};
}

} // namespace gauge::ui
