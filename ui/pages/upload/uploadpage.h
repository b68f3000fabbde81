// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"

#include <QWidget>

#include <memory>

namespace gauge::ui {

namespace Ui {
class UploadPage;
}
class RecordView;
class ResponseView;

//! What goes to CustomerGauge: one record or one response by form, and what the window adds.
class UploadPage final : public QWidget
{
    Q_OBJECT
public:
    explicit UploadPage(engine::Engine &engine, QWidget *parent = nullptr);
    ~UploadPage() override;

    //! Records from a file, and what was sent before: the third tab and the fourth, once they are given.
    void setFileView(QWidget *view);
    void setHistoryView(QWidget *view);

    //! Nothing: there is no connection. The two views above are told by those who gave them.
    void setConnection(const std::optional<service::Connection> &connection);

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
    QWidget *m_file = nullptr;
    QWidget *m_history = nullptr;
};

} // namespace gauge::ui
