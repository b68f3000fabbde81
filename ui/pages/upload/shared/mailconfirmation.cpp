// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/shared/mailconfirmation.h"

#include "kit/labels.h"
#include "kit/theme.h"
#include "ui_mailconfirmation.h"

#include <QEvent>
#include <QPushButton>

namespace gauge::ui {

MailConfirmation::MailConfirmation(QWidget *parent, const catalog::RecordType &type, int people)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::MailConfirmation>())
    , m_warning(type.warning)
    , m_people(people)
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("mailConfirmation"));
    makeGroupTitle(m_ui->questionLabel);
    m_ui->iconLabel->setPixmap(icon(QStringLiteral("warning"), signalColor(Signal::Attention, palette()))
                                   .pixmap(QSize(32, 32), devicePixelRatio()));
    const bool typed = m_people > typedAbove;
    m_ui->typeLabel->setVisible(typed);
    m_ui->typeEdit->setVisible(typed);
    m_ui->quietCheck->setVisible(m_people == 1);
    connect(m_ui->typeEdit, &QLineEdit::textChanged, this, &MailConfirmation::check);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    // Enter must not send: the safe button is the one it presses.
    m_ui->buttons->button(QDialogButtonBox::Ok)->setAutoDefault(false);
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    applyTexts();
    check();
    if (typed)
        m_ui->typeEdit->setFocus(Qt::OtherFocusReason);
    else
        m_ui->buttons->button(QDialogButtonBox::Cancel)->setFocus(Qt::OtherFocusReason);
}

MailConfirmation::~MailConfirmation() = default;

bool MailConfirmation::isLastQuestion() const
{
    return m_ui->quietCheck->isChecked();
}

void MailConfirmation::applyTexts()
{
    setWindowTitle(tr("Mails to customers"));
    m_ui->questionLabel->setText(tr("CustomerGauge will e-mail %Ln people. Continue?", nullptr, m_people));
    m_ui->warningLabel->setText(QCoreApplication::translate("catalog", m_warning));
    m_ui->typeLabel->setText(tr("Type %1 to continue.").arg(m_people));
    m_ui->typeEdit->setAccessibleName(m_ui->typeLabel->text());
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("&Send to %Ln people", nullptr, m_people));
}

void MailConfirmation::check()
{
    const bool typed
        = m_people <= typedAbove || m_ui->typeEdit->text().trimmed() == QString::number(m_people);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(typed);
}

void MailConfirmation::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        applyTexts();
    }
    QDialog::changeEvent(event);
}

} // namespace gauge::ui
