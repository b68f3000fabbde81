// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/keychainnotice.h"

#include "kit/plaintext.h"

namespace gauge::ui {

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
