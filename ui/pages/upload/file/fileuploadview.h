// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/fileuploads.h"

#include <QWidget>

#include <array>
#include <memory>

class QToolButton;

namespace gauge::engine {
class Engine;
}

namespace gauge::ui {

namespace Ui {
class FileUploadView;
}
class CheckStep;
class ColumnStep;
class FileStep;
class SendStep;
class UploadPane;

//! Uploading a file in four steps: which file, which columns, what the check says, how it is sent. An upload
//! that runs is shown whenever its connection is, whoever began it in this window.
class FileUploadView final : public QWidget
{
    Q_OBJECT
public:
    explicit FileUploadView(engine::Engine &engine, QWidget *parent = nullptr);
    ~FileUploadView() override;

    void setConnection(const std::optional<service::Connection> &connection);
    //! Begins with \a path; also a file that was dropped elsewhere.
    void open(const QString &path);
    //! Opens the file of \a upload, which is to go on, or asks for it where it is not where it was.
    void resume(const lake::UploadEntry &upload);

Q_SIGNALS:
    //! An upload has begun or ended: there is something new in the history.
    void historyChanged();

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    enum Step { File, Columns, Check, Send, StepCount };

    void connectSteps();
    void goTo(int step);
    void goBackTo(int step);
    void advance();
    void enter(int step);
    void send(const upload::UploadPlan &plan, qint64 rows);
    void start(const upload::UploadPlan &plan, qint64 rows);
    void sendRefused(const upload::FilePlan &file);
    void showRunning();
    void onChanged();
    void present();
    [[nodiscard]] bool showsUpload() const;
    [[nodiscard]] QString obstacle(int step) const;
    [[nodiscard]] upload::FilePlan filePlan() const;
    void chooseConfigurationOf(const QString &reference);
    void askForFileOf(const lake::UploadEntry &upload);

    engine::Engine &m_engine;
    std::unique_ptr<Ui::FileUploadView> m_ui;
    FileStep *m_file;
    ColumnStep *m_columns;
    CheckStep *m_check;
    SendStep *m_send;
    UploadPane *m_upload;
    std::array<QToolButton *, StepCount> m_buttons{};
    std::optional<service::Connection> m_connection;
    int m_step = File;
};

} // namespace gauge::ui
