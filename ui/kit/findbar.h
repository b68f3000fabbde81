// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

class QPlainTextEdit;

namespace gauge::ui {

namespace Ui {
class FindBar;
}

//! Finds words in a text as one types: all that are found are marked, one of them is chosen, and its number
//! is told. Enter goes on, Shift+Enter back; without regard to case.
class FindBar final : public QWidget
{
    Q_OBJECT
public:
    //! More than these are counted, but not marked.
    static constexpr int mostMarked = 1000;

    explicit FindBar(QWidget *parent = nullptr);
    ~FindBar() override;

    //! The text to look into, which must outlive this or be another before.
    void setView(QPlainTextEdit *view);
    //! The text is another one: looks again, without moving it.
    void refresh();
    //! Puts the cursor into the field.
    void start();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    void step(int by);
    void mark();
    void tell();

    std::unique_ptr<Ui::FindBar> m_ui;
    QPlainTextEdit *m_view = nullptr;
    std::vector<int> m_found; //!< where each begins
    int m_length = 0;
    int m_chosen = -1; //!< of those found
};

} // namespace gauge::ui
