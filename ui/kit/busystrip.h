// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace gauge::ui {

namespace Ui {
class BusyStrip;
}

//! One line that says what is being waited for, with a way out. Hidden while nothing is.
class BusyStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit BusyStrip(QWidget *parent = nullptr);
    ~BusyStrip() override;

    //! \a cancellable shows a Cancel button.
    void start(const QString &words, bool cancellable);
    void stop();

Q_SIGNALS:
    void cancelTriggered();

protected:
    void changeEvent(QEvent *event) override;

private:
    std::unique_ptr<Ui::BusyStrip> m_ui;
};

} // namespace gauge::ui
