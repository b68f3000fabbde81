// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/upload/form/fieldeditor.h"

class QLineEdit;

namespace gauge::ui {

class FlowLayout;

//! Several codes as chips: Enter or a comma makes one of what was typed, Backspace in the empty field takes
//! the last one away. The value is the codes with commas between them, what is still typed included.
class CodesEditor final : public FieldEditor
{
    Q_OBJECT
public:
    explicit CodesEditor(QWidget *parent);

    [[nodiscard]] QString value() const override;
    void setValue(const QString &value) override;
    [[nodiscard]] QWidget *control() const override;
    [[nodiscard]] std::vector<QWidget *> tabStops() const override;
    void retranslate() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeTyped();
    void showChips();
    [[nodiscard]] QWidget *makeChip(const QString &code);
    void remove(const QString &code);

    QLineEdit *m_edit;
    FlowLayout *m_flow;
    QStringList m_codes;
    std::vector<QWidget *> m_chips;
};

} // namespace gauge::ui
