// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

class QMessageBox;

//! Texts on the screen are plain: what a service, a file or a colleague wrote is never read as markup, and
//! its controls are shown as marks (see withVisibleControls()). tests/plaintext.py finds texts that go
//! another way.
namespace gauge::ui {

//! \a text as a tool tip that wraps, cut at 2,000 characters; empty for an empty text.
[[nodiscard]] QString plainToolTip(const QString &text);

//! A label of plain text.
class PlainLabel : public QLabel
{
    Q_OBJECT
public:
    explicit PlainLabel(QWidget *parent = nullptr);
    explicit PlainLabel(const QString &text, QWidget *parent = nullptr);

    void setText(const QString &text); //!< hides that of QLabel
};

//! What a message box asks; \a title, \a text and \a details are plain.
struct QuestionText
{
    QString name; //!< of the object
    QString title;
    QString text;
    QString details; //!< below, smaller
    bool isWarning = true;
};

//! A message box without buttons that is deleted when it is closed. The caller adds buttons and opens it.
[[nodiscard]] QMessageBox *makeQuestion(const QuestionText &question, QWidget *parent);

} // namespace gauge::ui
