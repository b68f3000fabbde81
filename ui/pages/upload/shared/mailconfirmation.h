// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/recordtype.h"

#include <QDialog>

#include <memory>

namespace gauge::ui {

namespace Ui {
class MailConfirmation;
}

//! Asks before something is sent that makes CustomerGauge write to real customers: how many people, and
//! that it cannot be undone. Above typedAbove people their number has to be typed. Accepted is the word to
//! send; Cancel is what Enter and Escape choose.
class MailConfirmation final : public QDialog
{
    Q_OBJECT
public:
    static constexpr int typedAbove = 10;

    MailConfirmation(QWidget *parent, const catalog::RecordType &type, int people);
    ~MailConfirmation() override;

    //! The person does not want to be asked again for single records of this configuration.
    [[nodiscard]] bool isLastQuestion() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyTexts();
    void check();

    std::unique_ptr<Ui::MailConfirmation> m_ui;
    const char *m_warning;
    const int m_people;
};

} // namespace gauge::ui
