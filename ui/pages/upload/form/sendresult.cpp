// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/form/sendresult.h"

#include "kit/plaintext.h"
#include "pages/upload/form/sendview.h"
#include "pages/upload/shared/mailconfirmation.h"
#include "ui_sendview.h"
#include "upload/form/send.h"

#include <QMessageBox>

// The part of SendView that sends, and tells what became of it.
namespace gauge::ui {

using upload::SendOutcome;
using Severity = ErrorBanner::Severity;

void SendView::send(Values values)
{
    if (!m_subject || m_sending || m_isLoading)
        return;
    m_values = values;
    m_banner->dismiss();
    const std::vector<upload::RecordFinding> others = m_ui->form->validate();
    if (m_ui->form->hasErrors()) {
        QStringList words{tr("Nothing was sent. Correct the marked fields.")};
        for (const upload::RecordFinding &finding : others)
            words.append(finding.words);
        m_banner->tell(Severity::Warning, words.join(QLatin1Char('\n')));
        return;
    }
    if (m_subject->complete(m_ui->form->record()).empty()) {
        m_banner->tell(Severity::Warning, tr("Nothing was sent. The form is empty."));
        m_ui->form->focusFirst();
        return;
    }
    if (m_unknownSince.isValid())
        askWhetherAgain();
    else
        askAboutMails();
}

void SendView::askWhetherAgain()
{
    QuestionText asked;
    asked.name = QStringLiteral("sendAgainQuestion");
    asked.title = tr("Send again?");
    asked.text = tr("It is not known whether CustomerGauge has what was sent before.");
    asked.details
        = tr("If it arrived, sending it again makes a second one, or writes over it. Look in CustomerGauge "
             "first; its Request History shows for 90 days what arrived.");
    QMessageBox *question = makeQuestion(asked, this);
    auto *again = question->addButton(tr("&Send again"), QMessageBox::AcceptRole);
    auto *arrived = question->addButton(tr("It &arrived: clear the form"), QMessageBox::DestructiveRole);
    again->setObjectName(QStringLiteral("againButton"));
    arrived->setObjectName(QStringLiteral("arrivedButton"));
    question->setDefaultButton(question->addButton(QMessageBox::Cancel));
    connect(question, &QMessageBox::buttonClicked, this,
            [this, again, arrived](const QAbstractButton *button) {
                if (button == again)
                    askAboutMails();
                else if (button == arrived)
                    clearForm();
            });
    question->open();
}

void SendView::askAboutMails()
{
    const QString form = m_subject->key.connection + QLatin1Char(' ') + m_subject->key.form;
    if (!m_subject->mails || m_unasked.contains(form)) {
        deliver();
        return;
    }
    auto *question = new MailConfirmation(this, *m_subject->mails, 1);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QDialog::accepted, this, [this, question, form, key = m_subject->key] {
        if (question->isLastQuestion())
            m_unasked.insert(form);
        if (m_subject && m_subject->key == key)
            deliver();
    });
    question->open();
}

void SendView::deliver()
{
    if (m_sending)
        return;
    m_pause.stop();
    const engine::ReadBackOptions afterwards = m_subject->canBeLookedUp && m_ui->readBackCheck->isChecked()
        ? engine::ReadBackOptions::ReadBack
        : engine::ReadBackOptions::Nothing;
    Sending::What what;
    what.key = m_subject->key;
    what.typed = m_ui->form->record();
    what.record = m_subject->complete(what.typed);
    what.unknownSince = m_unknownSince;
    what.keepsValues = m_values == Values::Keep;
    what.start = [send = m_subject->send, afterwards](const upload::FormRecord &record) {
        return send(record, afterwards);
    };
    m_sending = new Sending(m_engine.uploads(), std::move(what), this);
    connect(m_sending, &Sending::concluded, this, &SendView::conclude);
    connect(m_sending, &Sending::notMarked, this, [this](const Error &error) {
        std::exchange(m_sending, nullptr)->deleteLater();
        m_ui->sendBusy->stop();
        m_banner->tell(error);
        showState();
    });
    m_ui->sendBusy->start(tr("Sending to “%1”…").arg(m_subject->connection.name), true);
    showState();
    m_sending->start(m_engine.clock().now());
}

void SendView::conclude(const SendOutcome &outcome)
{
    const bool isThis = isSendingThis();
    Sending *sending = std::exchange(m_sending, nullptr);
    sending->deleteLater();
    m_ui->sendBusy->stop();
    if (!isThis) {
        concludeElsewhere(outcome);
        showState();
        return;
    }
    m_unknownSince = sending->unknownSince();
    showState(); // what is disabled takes no focus
    m_ui->sendButton->setFocus(Qt::OtherFocusReason);
    switch (outcome.state) {
    case SendOutcome::State::Accepted:
        tellAccepted(outcome);
        break;
    case SendOutcome::State::Refused:
        tellRefused(outcome);
        break;
    case SendOutcome::State::Unknown:
        tellUnknown(outcome);
        break;
    case SendOutcome::State::NotSent:
        tellNotSent(outcome);
        break;
    }
}

//! The person has gone to another form meanwhile.
void SendView::concludeElsewhere(const SendOutcome &outcome)
{
    if (outcome.state == SendOutcome::State::Accepted)
        m_banner->tell(Severity::Success, tr("What was on its way: %1").arg(upload::acceptedText(outcome)));
    else
        m_banner->tell(Severity::Warning,
                       tr("What was on its way: %1 It is kept in its form.").arg(outcome.words()));
}

void SendView::tellAccepted(const SendOutcome &outcome)
{
    if (m_values == Values::Clear)
        m_ui->form->setRecord({});
    showPreview();
    showState();
    loadRecent();
    m_ui->form->focusFirst();
    QStringList words{upload::acceptedText(outcome),
                      tr("Sent to “%1” at %2.")
                          .arg(m_subject->connection.name,
                               outcome.time.toLocalTime().toString(QStringLiteral("HH:mm:ss")))};
    Severity severity = Severity::Success;
    if (outcome.readBack) {
        words.append(upload::readBackText(*outcome.readBack));
        if (!outcome.readBack->lost.isEmpty())
            severity = Severity::Warning;
    }
    const QString text = words.join(QLatin1Char(' '));
    if (outcome.number.isEmpty())
        m_banner->tell(severity, text);
    else
        m_banner->tell(severity, text, tr("Open in &Explore"),
                       [this, number = outcome.number] { Q_EMIT recordRequested(number); });
}

void SendView::tellRefused(const SendOutcome &outcome)
{
    const std::vector<upload::FieldError> others = m_ui->form->showRefusals(outcome.errors);
    Error error = upload::problemOf(outcome);
    for (const upload::FieldError &each : others)
        error.text += QLatin1Char('\n') + each.heading + QStringLiteral(": ") + each.words;
    m_banner->tell(error);
}

void SendView::tellUnknown(const SendOutcome &outcome)
{
    const Error error = upload::problemOf(outcome);
    const auto again = [this, values = m_values] { send(values); };
    // That the person cancelled is known; that it may have arrived nevertheless is not.
    if (error.kind == ErrorKind::Cancelled)
        m_banner->tell(Severity::Warning, error.text, tr("Send a&gain…"), again);
    else
        m_banner->tell(error, tr("Send a&gain…"), again);
}

void SendView::tellNotSent(const SendOutcome &outcome)
{
    const Error error = upload::problemOf(outcome);
    const bool byConnection = error.kind == ErrorKind::Unauthorized || error.kind == ErrorKind::NotFound
        || error.kind == ErrorKind::Keychain;
    if (error.kind == ErrorKind::Forbidden || (byConnection && m_subject->connection.isSample())) {
        m_banner->tell(error);
    } else if (byConnection) {
        m_banner->tell(error, tr("Open the &connection"),
                       [this, id = m_subject->connection.id] { Q_EMIT connectionEditRequested(id); });
    } else {
        m_banner->tell(error, tr("&Try again"), [this, values = m_values] { send(values); });
    }
}

using upload::SendOutcome;

Sending::Sending(const engine::Uploads &uploads, What what, QObject *parent)
    : QObject(parent)
    , m_uploads(uploads)
    , m_what(std::move(what))
    , m_unknownSince(m_what.unknownSince)
{}

void Sending::start(const QDateTime &now)
{
    auto *job = m_uploads.saveDraft(m_what.key, {m_what.typed, now});
    connect(job, &Job::finished, this, [this, job] {
        if (job->error())
            Q_EMIT notMarked(*job->error());
        else
            send();
    });
}

void Sending::cancel()
{
    m_cancelled = true;
    if (m_job)
        m_job->cancel();
}

void Sending::send()
{
    auto *job = m_what.start(m_what.record);
    m_job = job;
    if (m_cancelled)
        job->cancel();
    connect(job, &Job::finished, this, [this, job] {
        SendOutcome outcome;
        // A job that fails was cancelled before it began.
        if (job->error())
            outcome.error = *job->error();
        else
            outcome = job->result();
        settle(outcome);
        Q_EMIT concluded(outcome);
    });
}

void Sending::settle(const SendOutcome &outcome)
{
    if (outcome.state == SendOutcome::State::Unknown) {
        m_unknownSince = outcome.time;
        return; // the mark stays
    }
    const bool accepted = outcome.state == SendOutcome::State::Accepted;
    if (accepted) {
        m_unknownSince = {};
        m_uploads.rememberValues(m_what.key, m_what.record);
    }
    const bool gone = accepted && !m_what.keepsValues;
    m_uploads.saveDraft(m_what.key, gone ? upload::Draft() : upload::Draft{m_what.typed, m_unknownSince});
}

} // namespace gauge::ui
