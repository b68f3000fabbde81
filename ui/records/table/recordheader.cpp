// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/table/recordheader.h"

#include "records/table/columns.h"
#include "records/table/recordmodel.h"

#include <QMouseEvent>
#include <QStyleOptionHeader>

namespace gauge::ui {

namespace {

constexpr int narrowest = 48;

//! ① to ⑳, which no title is mistaken for.
QString placeMark(std::size_t place)
{
    constexpr std::size_t circled = 20;
    return place < circled ? QString(QChar(char16_t(0x2460 + place))) : QStringLiteral("(%1)").arg(place + 1);
}

} // namespace

RecordHeader::RecordHeader(QWidget *parent)
    : StripHeader(parent)
{
    setSectionsMovable(true);
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(narrowest);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QHeaderView::sectionClicked, this,
            [this](int column) { Q_EMIT columnClicked(column, m_further); });
}

void RecordHeader::setSelectionModel(QItemSelectionModel *selection)
{
    if (!selection || selection->parent() == this)
        QHeaderView::setSelectionModel(selection);
}

void RecordHeader::mouseReleaseEvent(QMouseEvent *event)
{
    m_further = event->modifiers().testFlag(Qt::ShiftModifier);
    QHeaderView::mouseReleaseEvent(event);
}

// QHeaderView itself knows one sorted column; the model knows all of them.
void RecordHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int column) const
{
    QHeaderView::initStyleOptionForIndex(option, column);
    const auto *records = qobject_cast<const RecordModel *>(model());
    if (!records || column >= records->columnCount())
        return;
    const sorting::Sorts sorts = records->sorting();
    const std::optional<std::size_t> place
        = sorting::place(sorts, records->shownColumns()[std::size_t(column)].name);
    if (!place) {
        option->sortIndicator = QStyleOptionHeader::None;
        return;
    }
    // As QHeaderView has it: which way the arrow points then is up to the style.
    option->sortIndicator
        = sorts[*place].descending ? QStyleOptionHeader::SortUp : QStyleOptionHeader::SortDown;
    if (sorts.size() > 1)
        writePlace(option, column, *place);
}

// The title gives way, not the mark.
void RecordHeader::writePlace(QStyleOptionHeader *option, int column, std::size_t place) const
{
    const QString mark = QLatin1Char(' ') + placeMark(place);
    option->rect = QRect(0, 0, sectionSize(column), height()); // drawn somewhere else, of that size
    const int room = style()->subElementRect(QStyle::SE_HeaderLabel, option, this).width()
        - option->fontMetrics.horizontalAdvance(mark);
    option->text = option->fontMetrics.elidedText(option->text, Qt::ElideRight, std::max(room, 0)) + mark;
}

} // namespace gauge::ui
