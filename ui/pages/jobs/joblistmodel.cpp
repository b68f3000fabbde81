// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/jobs/joblistmodel.h"

#include "base/text.h"
#include "engine/joblist.h"
#include "kit/format.h"
#include "kit/plaintext.h"

#include <QApplication>
#include <QGuiApplication>
#include <QPainter>

namespace gauge::ui {

JobListModel::JobListModel(engine::JobList &jobs, QObject *parent)
    : QAbstractTableModel(parent)
    , m_rows(jobs.listed())
{
    connect(&jobs, &engine::JobList::added, this, &JobListModel::onAdded);
    connect(&jobs, &engine::JobList::changed, this, &JobListModel::onChanged);
    connect(&jobs, &engine::JobList::removed, this, &JobListModel::onRemoved);
    recount();
}

void JobListModel::onAdded(Job *job)
{
    beginInsertRows({}, 0, 0);
    m_rows.prepend(job);
    endInsertRows();
    recount();
}

void JobListModel::onChanged(Job *job)
{
    const int row = int(m_rows.indexOf(job));
    if (row < 0)
        return; // a quiet job
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    recount();
}

void JobListModel::onRemoved(Job *job)
{
    const int row = int(m_rows.indexOf(job));
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
    recount();
}

void JobListModel::recount()
{
    const int running = int(std::ranges::count_if(m_rows, [](const Job *job) { return !job->isFinished(); }));
    if (running == m_running)
        return;
    m_running = running;
    Q_EMIT runningCountChanged(running);
}

void JobListModel::refreshTexts()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

Job *JobListModel::at(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows.at(row) : nullptr;
}

int JobListModel::runningCount() const
{
    return m_running;
}

int JobListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int JobListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant JobListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Job &job = *m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return withVisibleControls(text(job, index.column()).section(QLatin1Char('\n'), 0, 0),
                                   Layout::Marked);
    case Qt::ToolTipRole:
        return plainToolTip(text(job, index.column()));
    case Qt::DecorationRole:
        if (index.column() == State)
            return icon(stateIconName(job), signalColor(stateSignal(job), QGuiApplication::palette()));
        return {};
    case PercentRole: {
        if (index.column() != Progress || job.isFinished())
            return {};
        const gauge::Progress progress = job.progress();
        return progress.total > 0 ? int(100.0 * double(progress.done) / double(progress.total)) : -1;
    }
    default:
        return {};
    }
}

QString JobListModel::text(const Job &job, int column) const
{
    switch (column) {
    case State:
        return stateText(job);
    case Title:
        return job.title();
    case Progress:
        return job.isFinished() ? QString() : runningText(job);
    case Outcome:
        return outcomeText(job);
    default:
        return {};
    }
}

QVariant JobListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const std::array<QString, ColumnCount> titles{tr("State"), tr("Job"), tr("Progress"), tr("Outcome")};
    return titles[std::size_t(section)];
}

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
