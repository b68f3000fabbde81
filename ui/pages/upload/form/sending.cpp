// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/form/sending.h"

namespace gauge::ui {

using upload::Outcome;

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
        Outcome outcome;
        // A job that fails was cancelled before it began.
        if (job->error())
            outcome.error = *job->error();
        else
            outcome = job->result();
        settle(outcome);
        Q_EMIT concluded(outcome);
    });
}

void Sending::settle(const Outcome &outcome)
{
    if (outcome.state == Outcome::State::Unknown) {
        m_unknownSince = outcome.time;
        return; // the mark stays
    }
    const bool accepted = outcome.state == Outcome::State::Accepted;
    if (accepted) {
        m_unknownSince = {};
        m_uploads.rememberValues(m_what.key, m_what.record);
    }
    const bool gone = accepted && !m_what.keepsValues;
    m_uploads.saveDraft(m_what.key, gone ? upload::Draft() : upload::Draft{m_what.typed, m_unknownSince});
}

} // namespace gauge::ui
