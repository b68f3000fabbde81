// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/table/matchdelegate.h"

#include "records/cells/display.h"
#include "records/table/recordmodel.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

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

SearchMatches::SearchMatches(const query::Query &query, const catalog::Endpoint &endpoint)
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

std::vector<lake::TextRange> SearchMatches::in(const QString &column, QStringView text) const
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

namespace {

constexpr QChar ellipsis(0x2026);
// A cell's own text ends at 300 characters; hits are looked for further on, but not in megabytes.
constexpr qsizetype cutText = 300;
constexpr qsizetype longestText = 2000;

//! Takes characters from the beginning, so that the first hit begins within the first third of \a width.
void bringIntoSight(HitDelegate::Shown &shown, const QFontMetrics &metrics, int width)
{
    const lake::TextRange first = shown.hits.front();
    if (metrics.horizontalAdvance(shown.text.left(first.start + first.length)) <= width)
        return;
    qsizetype cut = first.start;
    for (int used = metrics.horizontalAdvance(ellipsis); cut > 0 && used < width / 3; --cut)
        used += metrics.horizontalAdvance(shown.text[cut - 1]);
    if (cut > 0 && shown.text[cut].isLowSurrogate())
        --cut;
    if (cut == 0)
        return;
    shown.text = ellipsis + shown.text.mid(cut);
    for (lake::TextRange &hit : shown.hits)
        hit.start += 1 - cut;
}

//! As many lines as \a room has place for, one at least; how tall they are.
qreal layOut(QTextLayout &layout, const QRect &room)
{
    qreal tall = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(room.width());
        line.setPosition({0, tall});
        tall += line.height();
        if (tall + line.height() > room.height())
            break;
    }
    layout.endLayout();
    return tall;
}

} // namespace

HitDelegate::Shown HitDelegate::fitted(QString text, std::vector<lake::TextRange> hits, const QFont &font,
                                       int width)
{
    Shown shown{std::move(text), std::move(hits)};
    if (shown.hits.empty())
        return shown;
    const QFontMetrics metrics(font);
    bringIntoSight(shown, metrics, width);
    // Bold letters take more room.
    QFont bold = font;
    bold.setBold(true);
    const QFontMetrics boldMetrics(bold);
    int extra = 0;
    for (const lake::TextRange &hit : shown.hits) {
        const QString part = shown.text.mid(hit.start, hit.length);
        extra += boldMetrics.horizontalAdvance(part) - metrics.horizontalAdvance(part);
    }
    const bool isWhole = metrics.horizontalAdvance(shown.text) + extra <= width;
    if (isWhole)
        return shown;
    shown.text = metrics.elidedText(shown.text, Qt::ElideRight, std::max(0, width - std::max(0, extra)));
    const qsizetype seen = std::max<qsizetype>(0, shown.text.size() - 1); // without the ellipsis
    std::vector<lake::TextRange> seenHits;
    for (const lake::TextRange &hit : shown.hits) {
        if (hit.start < seen)
            seenHits.push_back({hit.start, std::min(hit.length, seen - hit.start)});
    }
    shown.hits = std::move(seenHits);
    return shown;
}

void HitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (m_hits.isEmpty()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    QString text = cell.text;
    if (text.size() >= cutText)
        text = display::oneLine(index.data(RecordModel::ReceivedRole).toString(), longestText);
    const QString column
        = index.model()->headerData(index.column(), Qt::Horizontal, RecordModel::ColumnNameRole).toString();
    std::vector<lake::TextRange> hits = m_hits.in(column, text);
    if (hits.empty()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, cell.widget) + 1;
    const QRect room = style->subElementRect(QStyle::SE_ItemViewItemText, &cell, cell.widget)
                           .adjusted(margin, 0, -margin, 0);
    const bool wraps = cell.features.testFlag(QStyleOptionViewItem::WrapText);
    const Shown shown = wraps ? Shown{std::move(text), std::move(hits)}
                              : fitted(std::move(text), std::move(hits), cell.font, room.width());
    cell.text.clear();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const bool isSelected = cell.state.testFlag(QStyle::State_Selected);
    const auto group = !cell.state.testFlag(QStyle::State_Enabled) ? QPalette::Disabled
        : cell.state.testFlag(QStyle::State_Active)                ? QPalette::Normal
                                                                   : QPalette::Inactive;
    QTextCharFormat marked;
    marked.setFontWeight(QFont::Bold);
    marked.setFontUnderline(true);
    if (!isSelected) // a selection has a colour of its own
        marked.setBackground(hitTint(cell.palette));
    QList<QTextLayout::FormatRange> formats;
    for (const lake::TextRange &hit : shown.hits)
        formats.append({int(hit.start), int(hit.length), marked});
    QTextOption layoutOption(QStyle::visualAlignment(cell.direction, cell.displayAlignment));
    layoutOption.setWrapMode(wraps ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    layoutOption.setTextDirection(shown.text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    QTextLayout layout(shown.text, cell.font);
    layout.setTextOption(layoutOption);
    layout.setFormats(formats);
    const qreal tall = layOut(layout, room);
    painter->save();
    painter->setClipRect(room);
    painter->setPen(cell.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text));
    layout.draw(painter, QPointF(room.x(), room.y() + (room.height() - tall) / 2));
    painter->restore();
}

} // namespace gauge::ui
