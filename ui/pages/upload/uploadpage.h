// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"

#include <QWidget>

#include <memory>

namespace gauge::ui {

namespace Ui {
class UploadPage;
}
class FileUploadView;
class RecordView;
class ResponseView;
class UploadHistoryView;

//! What goes to CustomerGauge: one record or one response by form, records from a file, and what was sent.
class UploadPage final : public QWidget
{
    Q_OBJECT
public:
    explicit UploadPage(engine::Engine &engine, QWidget *parent = nullptr);
    ~UploadPage() override;

    //! Nothing: there is no connection.
    void setConnection(const std::optional<service::Connection> &connection);
    //! Goes on with \a upload of the current connection, as far as a person must decide nothing.
    void resume(const lake::UploadEntry &upload);

Q_SIGNALS:
    //! There is no connection and the person wants one.
    void connectionRequested();
    //! What is wrong with this connection can be put right in its editor.
    void connectionEditRequested(const QString &id);
    //! The record of this number_customergauge is to be shown.
    void recordRequested(const QString &number);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyTexts();

    std::unique_ptr<Ui::UploadPage> m_ui;
    RecordView *m_record;
    ResponseView *m_response;
    FileUploadView *m_file;
    UploadHistoryView *m_history;
};

} // namespace gauge::ui
