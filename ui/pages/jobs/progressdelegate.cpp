// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/jobs/progressdelegate.h"

#include "pages/jobs/joblistmodel.h"

#include <QApplication>
#include <QPainter>

namespace gauge::ui {

QSize ProgressDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize natural = QStyledItemDelegate::sizeHint(option, index);
    return {natural.width(), natural.height() + 16};
}

void ProgressDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QVariant percent = index.data(JobListModel::PercentRole);
    // Without a total there is nothing to fill; the text counts, and nothing has to be animated.
    if (!percent.isValid() || percent.toInt() < 0)
        return;
    QStyleOptionProgressBar bar;
    bar.rect = QRect(option.rect.left() + 4, option.rect.bottom() - 7, option.rect.width() - 8, 4);
    bar.palette = option.palette;
    bar.state = option.state | QStyle::State_Horizontal;
    bar.minimum = 0;
    bar.maximum = 100;
    bar.progress = percent.toInt();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ProgressBar, &bar, painter, option.widget);
}

} // namespace gauge::ui
