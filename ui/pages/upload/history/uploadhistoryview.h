// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace gauge::ui {

namespace Ui {
class UploadHistoryView;
}
class UploadListModel;
class UploadRowsModel;

//! What was uploaded by one connection, as its lake has it written down, and what became of each row.
class UploadHistoryView final : public QWidget
{
    Q_OBJECT
public:
    //! How many uploads, and rows of one, it shows.
    static constexpr qint64 mostUploads = 500;
    static constexpr qint64 mostRows = 10'000;

    explicit UploadHistoryView(engine::Engine &engine, QWidget *parent = nullptr);
    ~UploadHistoryView() override;

    void setConnection(const std::optional<service::Connection> &connection);
    //! Something may have been sent.
    void refresh();

Q_SIGNALS:
    //! A person wants to go on with an upload that has an end to come.
    void resumeRequested(const gauge::lake::UploadEntry &upload);
    //! What there is to tell stands there; of the rows, too.
    void answered();
    void rowsAnswered();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    using Uploads = std::vector<lake::UploadEntry>;

    void connectParts();
    void fillOutcomes();
    void watch(Job *job);
    void take(const Result<Uploads> &uploads);
    [[nodiscard]] const lake::UploadEntry *current() const;
    void readRows();
    void present();
    void presentEmpty();
    void presentCurrent();
    void askToRemove();
    void askToClear();
    void ask(const QString &title, const QString &words, const QString &button,
             const std::function<engine::BlockingJob<bool> *()> &forget);

    std::unique_ptr<Ui::UploadHistoryView> m_ui;
    engine::Engine &m_engine;
    UploadListModel *m_model;
    UploadRowsModel *m_rows;
    std::optional<service::Connection> m_connection;
    std::optional<Result<qsizetype>> m_known; //!< how many, or why not; nothing: not read yet
    qint64 m_currentId = 0;
    quint64 m_generation = 0;
    quint64 m_rowsGeneration = 0;
};

} // namespace gauge::ui
