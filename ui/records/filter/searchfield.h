// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>

namespace gauge::ui {

//! A search as one types: says so once the person pauses for a quarter of a second, at once on
//! Enter or when it is cleared.
class SearchField final : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(QWidget *parent = nullptr);

    //! Sets the text without a signal.
    void setSearch(const QString &text);

Q_SIGNALS:
    void searchChanged(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void announce();

    QTimer m_pause;
    QString m_announced;
};

} // namespace gauge::ui
