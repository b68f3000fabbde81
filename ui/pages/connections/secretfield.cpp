// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/secretfield.h"

#include "kit/plaintext.h"
#include "kit/theme.h"

#include <QLineEdit>
#include <QToolButton>

namespace gauge::ui {

SecretField::SecretField(QLineEdit *edit, QToolButton *reveal, QObject *parent)
    : QObject(parent)
    , m_edit(edit)
    , m_reveal(reveal)
{
    connect(reveal, &QToolButton::toggled, this, &SecretField::show);
    show(false);
}

void SecretField::show(bool shown)
{
    m_edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_reveal->setIcon(icon(shown ? QStringLiteral("eye-off") : QStringLiteral("eye")));
}

void SecretField::clear()
{
    m_edit->clear();
    m_reveal->setChecked(false);
}

std::optional<Secret> SecretField::typed() const
{
    // Blanks around a pasted secret come from the clipboard, never from the service.
    const QString text = m_edit->text().trimmed();
    return m_edit->isEnabled() && !text.isEmpty() ? std::optional(Secret(text.toUtf8())) : std::nullopt;
}

KeychainNotice::KeychainNotice(engine::Engine &engine, PlainLabel *label, QPushButton *retry, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_label(label)
    , m_retry(retry)
{
    m_retry->hide();
    connect(m_retry, &QPushButton::clicked, this, &KeychainNotice::probe);
}

void KeychainNotice::probe()
{
    if (m_waiting)
        return;
    m_waiting = true;
    m_state.reset();
    refreshTexts();
    auto *job = m_engine.probeKeychain();
    connect(job, &Job::finished, this, [this, job] {
        m_waiting = false;
        m_state = job->error() ? vault::KeychainState::Denied : job->result();
        refreshTexts();
        Q_EMIT answered(*m_state);
    });
}

void KeychainNotice::refreshTexts()
{
    const bool available = m_state == vault::KeychainState::Available;
    m_retry->setVisible(m_state && !available);
    // Quiet while all is well; what asks for a step is read like the rest of the form.
    m_label->setForegroundRole(m_retry->isHidden() ? QPalette::PlaceholderText : QPalette::WindowText);
    if (m_waiting)
        m_label->setText(tr("Waiting for your keyring… It may ask you to unlock it."));
    else if (available)
        m_label->setText(tr("%1 is ready.").arg(vault::keychainName()));
    else if (m_state)
        m_label->setText(vault::explain(*m_state));
    else
        m_label->clear();
}

} // namespace gauge::ui
