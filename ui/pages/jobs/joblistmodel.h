// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

namespace gauge::engine {
class JobList;
}

namespace gauge::ui {

//! The listed jobs, newest first.
class JobListModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { State, Title, Progress, Outcome, ColumnCount };
    enum Role {
        PercentRole = Qt::UserRole, //!< 0–100; -1 while the total is not known; nothing when not running
    };

    explicit JobListModel(engine::JobList &jobs, QObject *parent = nullptr);

    [[nodiscard]] Job *at(int row) const; //!< nullptr when there is none
    [[nodiscard]] int runningCount() const;
    void refreshTexts();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void runningCountChanged(int count);

private:
    void onAdded(Job *job);
    void onChanged(Job *job);
    void onRemoved(Job *job);
    void recount();
    QString text(const Job &job, int column) const;

    QList<Job *> m_rows; //!< a copy: the list itself changes before it says so
    int m_running = 0;
};

} // namespace gauge::ui

namespace gauge::ui {

//! Draws a cell's text above a progress bar of the platform's style.
class ProgressDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace gauge::ui
