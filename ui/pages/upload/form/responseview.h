// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"

#include <QWidget>

#include <memory>

namespace gauge::ui {

namespace Ui {
class ResponseView;
}
class ActionBanner;
class SendView;

//! One survey response by the older call, whose fields each system names in its own way.
class ResponseView final : public QWidget
{
    Q_OBJECT
public:
    explicit ResponseView(engine::Engine &engine, QWidget *parent = nullptr);
    ~ResponseView() override;

    void setConnection(const std::optional<service::Connection> &connection);

Q_SIGNALS:
    void connectionEditRequested(const QString &id);
    void recordRequested(const QString &number);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void loadKeys();
    //! Says so when there is none, before anything is typed in vain.
    void lookForApiKey();
    void editKeys();
    void takeKeys(const upload::ResponseKeys &keys);
    void showForm(const QHash<QString, QString> &renamed = {});
    [[nodiscard]] upload::AnswerFormat format() const;

    engine::Engine &m_engine;
    std::unique_ptr<Ui::ResponseView> m_ui;
    ActionBanner *m_banner;
    SendView *m_send;
    std::optional<service::Connection> m_connection;
    std::optional<upload::ResponseKeys> m_keys; //!< nothing: they are not here yet, or cannot be read
    bool m_keyIsMissing = false; //!< the API key, and the person was told
};

} // namespace gauge::ui
