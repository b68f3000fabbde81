// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/upload/form/fieldeditor.h"

class QButtonGroup;

namespace gauge::ui {

//! A score from 0 to 10 as eleven buttons, and one for none. A value that is no score, from a draft that
//! somebody wrote, is none.
class ScoreEditor final : public FieldEditor
{
    Q_OBJECT
public:
    explicit ScoreEditor(QWidget *parent);

    [[nodiscard]] QString value() const override;
    void setValue(const QString &value) override;
    [[nodiscard]] QWidget *control() const override;
    [[nodiscard]] std::vector<QWidget *> tabStops() const override;
    void retranslate() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    static constexpr int highest = 10;
    static constexpr int none = highest + 1;

    void showChoice();

    QButtonGroup *m_buttons;
};

} // namespace gauge::ui
