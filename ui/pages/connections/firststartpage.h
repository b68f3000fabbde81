// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"

#include <QWidget>

#include <memory>

namespace gauge::ui {

namespace Ui {
class FirstStartPage;
}

//! What a person sees first: connect to a system, or look around with made-up data.
class FirstStartPage final : public QWidget
{
    Q_OBJECT
public:
    explicit FirstStartPage(engine::Engine &engine, QWidget *parent = nullptr);
    ~FirstStartPage() override;

    //! Says why the connections or the sample could not be had; \a actionText retries.
    void showError(const Error &error, const QString &actionText = {});
    void setSampleBusy(bool busy);

Q_SIGNALS:
    void connected(const gauge::service::Connection &connection);
    void sampleRequested();
    //! The action of the error was triggered.
    void retryRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    std::unique_ptr<Ui::FirstStartPage> m_ui;
};

} // namespace gauge::ui
