// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/connections/connectionlistmodel.h"

#include <QStyledItemDelegate>
#include <QWidget>

#include <memory>

class QListWidgetItem;

namespace gauge::ui {

namespace Ui {
class SideBar;
}

//! The pages of the window, in the order of the side bar.
enum class Page { Explore, Dashboard, Upload, Jobs, Connections, Settings };

//! Which connection, how fresh its copy is, and where to go.
class SideBar final : public QWidget
{
    Q_OBJECT
public:
    explicit SideBar(ConnectionListModel &model, QWidget *parent = nullptr);
    ~SideBar() override;

    void setCurrentConnection(const QString &id);
    void setSyncing(bool syncing);
    //! Shown in place of the last sync; empty: none.
    void setTrouble(const QString &words);
    void setCurrentPage(Page page);
    void setRunningJobs(int count);
    //! Says relative times anew.
    void refresh();

Q_SIGNALS:
    void connectionChosen(const QString &id);
    void pageChosen(gauge::ui::Page page);
    void troubleOpened();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillMenu();
    void applyTexts();
    void showTrouble();

    ConnectionListModel &m_model;
    std::unique_ptr<Ui::SideBar> m_ui;
    QString m_connectionId;
    QString m_trouble;
    int m_running = 0;
    bool m_syncing = false;
};

} // namespace gauge::ui

namespace gauge::ui {

//! A navigation entry: the platform's item, a little taller, with a count at its right end.
class CountDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum Role { CountRole = Qt::UserRole + 1 }; //!< an int; 0 shows nothing

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace gauge::ui
