// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"

#include <QWidget>

#include <memory>

namespace gauge::ui {

namespace Ui {
class RecordView;
}
class ConfigurationBox;
class SendView;

//! One record of any configuration by form.
class RecordView final : public QWidget
{
    Q_OBJECT
public:
    explicit RecordView(engine::Engine &engine, QWidget *parent = nullptr);
    ~RecordView() override;

    void setConnection(const std::optional<service::Connection> &connection);

Q_SIGNALS:
    void connectionEditRequested(const QString &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showForm();
    void applyTexts();

    engine::Engine &m_engine;
    std::unique_ptr<Ui::RecordView> m_ui;
    ConfigurationBox *m_configurations;
    SendView *m_send;
    std::optional<service::Connection> m_connection;
};

} // namespace gauge::ui
