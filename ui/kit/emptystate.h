// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace gauge::ui {

namespace Ui {
class EmptyState;
}

//! What stands where there is nothing to show: an icon, a title, words and at most one action.
class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);
    ~EmptyState() override;

    //! \a iconName as in resources/icons; an empty \a actionText leaves the button away.
    void setContent(const QString &iconName, const QString &title, const QString &words,
                    const QString &actionText = {});

Q_SIGNALS:
    void actionTriggered();

protected:
    void changeEvent(QEvent *event) override;

private:
    void drawIcon();

    std::unique_ptr<Ui::EmptyState> m_ui;
    QString m_iconName;
};

} // namespace gauge::ui
