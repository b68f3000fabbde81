// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/flowlayout.h"

#include <QStyle>
#include <QWidget>

namespace gauge::ui {

FlowLayout::FlowLayout(int spacing, QWidget *parent)
    : QLayout(parent)
{
    setSpacing(spacing);
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    for (QLayoutItem *item : m_items)
        delete item;
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.push_back(item);
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[std::size_t(index)] : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    QLayoutItem *item = itemAt(index);
    if (item)
        m_items.erase(m_items.begin() + index);
    return item;
}

void FlowLayout::insertWidget(int index, QWidget *widget)
{
    addWidget(widget);
    std::rotate(m_items.begin() + std::clamp(index, 0, count() - 1), m_items.end() - 1, m_items.end());
    invalidate();
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size;
}

QSize FlowLayout::sizeHint() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        size.rwidth() += item->sizeHint().width() + spacing();
        size.setHeight(std::max(size.height(), item->sizeHint().height()));
    }
    return size;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool apply) const
{
    std::vector<std::pair<QLayoutItem *, QRect>> line;
    int x = rect.x();
    int y = rect.y();
    int lineHeight = 0;
    const auto flush = [&] {
        for (const auto &[item, place] : line) {
            QRect middle = place;
            middle.moveTop(place.top() + (lineHeight - place.height()) / 2);
            if (apply)
                item->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), rect, middle));
        }
        line.clear();
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size
            = item->sizeHint().boundedTo({std::max(rect.width(), item->minimumSize().width()), 4096});
        if (x > rect.x() && x + size.width() > rect.right() + 1) {
            flush();
            x = rect.x();
            y += lineHeight + spacing();
            lineHeight = 0;
        }
        line.emplace_back(item, QRect(QPoint(x, y), size));
        x += size.width() + spacing();
        lineHeight = std::max(lineHeight, size.height());
    }
    flush();
    return y + lineHeight - rect.y();
}

} // namespace gauge::ui
