// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/upload/form/fieldeditor.h"

class QAction;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QStringListModel;

namespace gauge::ui {

//! A line of text, a number, an address: offers what was sent before as one types, and all of it on the
//! Down key.
class LineEditor final : public FieldEditor
{
    Q_OBJECT
public:
    LineEditor(const FormField &field, QWidget *parent);

    [[nodiscard]] QString value() const override;
    void setValue(const QString &value) override;
    void setRecent(const QStringList &values) override;
    [[nodiscard]] QWidget *control() const override;
    void retranslate() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void offerAll();

    const QString m_default;
    QLineEdit *m_edit;
    QStringListModel *m_recent;
    QAction *m_offer;
};

//! One of a few values, or another one that is typed.
class ChoiceEditor final : public FieldEditor
{
    Q_OBJECT
public:
    ChoiceEditor(const FormField &field, QWidget *parent);

    [[nodiscard]] QString value() const override;
    void setValue(const QString &value) override;
    void setRecent(const QStringList &values) override;
    [[nodiscard]] QWidget *control() const override;
    void retranslate() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const QStringList &values);

    const QString m_default;
    const QStringList m_choices;
    QComboBox *m_box;
};

//! Text of several lines.
class LongTextEditor final : public FieldEditor
{
    Q_OBJECT
public:
    LongTextEditor(const FormField &field, QWidget *parent);

    [[nodiscard]] QString value() const override;
    void setValue(const QString &value) override;
    [[nodiscard]] QWidget *control() const override;
    void retranslate() override;

private:
    const QString m_default;
    QPlainTextEdit *m_edit;
};

} // namespace gauge::ui
