// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/endpoint.h"
#include "engine/engine.h"
#include "lake/sql/types.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <memory>

namespace gauge::ui {

namespace Ui {
class SyncHistoryView;
}
class SyncHistoryModel;

//! The last syncs of one connection, as its lake has them written down: of this window, of others, of the
//! command line.
class SyncHistoryView final : public QWidget
{
    Q_OBJECT
public:
    //! How many it shows.
    static constexpr qint64 most = 200;

    explicit SyncHistoryView(engine::Engine &engine, QWidget *parent = nullptr);
    ~SyncHistoryView() override;

    void setConnection(const std::optional<service::Connection> &connection);

Q_SIGNALS:
    //! What there is to tell stands there.
    void answered();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void watch(Job *job);
    void read();
    void take(const Result<std::vector<lake::SyncRecord>> &records);
    void showEmpty(const QString &title, const QString &words);
    void showState();
    void showOutcome();

    std::unique_ptr<Ui::SyncHistoryView> m_ui;
    engine::Engine &m_engine;
    SyncHistoryModel *m_model;
    std::optional<service::Connection> m_connection;
    std::optional<Result<qsizetype>> m_known; //!< how many, or why not; nothing: not read yet
    quint64 m_generation = 0;
};

//! The syncs that a lake has written down, newest first, in words.
class SyncHistoryModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Started, Feed, Kind, Part, Pages, Received, New, Changed, Gone, Outcome, ColumnCount };
    enum Role { TextRole = Qt::UserRole }; //!< the whole text of a cell

    explicit SyncHistoryModel(catalog::Catalog catalog, QObject *parent = nullptr);

    void setRecords(std::vector<lake::SyncRecord> records);
    void refreshTexts();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const lake::SyncRecord &record, int column) const;
    [[nodiscard]] QString partText(const lake::SyncRecord &record) const;

    const catalog::Catalog m_catalog;
    std::vector<lake::SyncRecord> m_records;
};

} // namespace gauge::ui
