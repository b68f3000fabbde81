// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"

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

} // namespace gauge::ui
