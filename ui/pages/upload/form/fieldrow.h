// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kit/plaintext.h"
#include "pages/upload/form/formfields.h"
#include "upload/form/recordcheck.h"

#include <QWidget>

class QPushButton;
class QToolButton;

namespace gauge::ui {

class FieldEditor;

//! One field of a form: its label, its editor, a hint, and below it in words what is wrong with it.
class FieldRow final : public QWidget
{
    Q_OBJECT
public:
    FieldRow(FormField field, QWidget *parent);

    [[nodiscard]] const FormField &field() const { return m_field; }
    //! Belongs to the row; the form puts it beside it.
    [[nodiscard]] PlainLabel *label() const { return m_label; }
    [[nodiscard]] FieldEditor *editor() const { return m_editor; }
    [[nodiscard]] QString value() const;
    void setValue(const QString &value);
    [[nodiscard]] std::vector<QWidget *> tabStops() const;

    //! A person has typed something and gone on: what is wrong may be said.
    [[nodiscard]] bool isVisited() const { return m_visited; }
    void setVisited(bool visited) { m_visited = visited; }

    //! What the check has found about this field; shown while the field is visited.
    void setFindings(const std::vector<upload::RecordFinding> &findings);
    //! What the service said about it, until it is changed or sent again.
    void setRefusal(const QString &words);
    void forgetRefusal();
    [[nodiscard]] bool hasError() const { return m_severity == upload::Severity::Error; }

Q_SIGNALS:
    void edited();
    void left();
    void removeWanted();
    void spellingWanted(const QString &heading);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeParts();
    void applyTexts();
    void say(const QString &words, std::optional<upload::Severity> severity);
    [[nodiscard]] QString withoutName(const QString &words) const;

    const FormField m_field;
    PlainLabel *m_label;
    FieldEditor *m_editor;
    QToolButton *m_remove;
    PlainLabel *m_hint;
    QWidget *m_finding;
    PlainLabel *m_findingIcon;
    PlainLabel *m_findingWords;
    QPushButton *m_spelling;
    QString m_instead; //!< how the heading is spelled
    QString m_refusal;
    QString m_words;
    std::optional<upload::Severity> m_severity;
    bool m_touched = false;
    bool m_visited = false;
};

} // namespace gauge::ui
