// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/lakesessions.h"

#include <QtConcurrentRun>

namespace gauge::engine {

namespace {

// The threads only wait. A server that does not answer must not delay the end of other sessions.
constexpr int endingAtOnce = 16;

} // namespace

LakeSessions::LakeSessions(catalog::Catalog catalog, std::shared_ptr<Clock> clock)
    : m_catalog(std::move(catalog))
    , m_clock(std::move(clock))
    , m_ending(std::make_shared<QThreadPool>())
{
    m_ending->setMaxThreadCount(endingAtOnce);
}

LakeSessions::~LakeSessions()
{
    for (const std::weak_ptr<LakeSession> &known : std::as_const(m_sessions)) {
        if (const std::shared_ptr<LakeSession> session = known.lock()) {
            session->interrupt();
            m_ending->start([session] { session->close(); });
        }
    }
    m_closed.clear();
    m_ending->waitForDone();
}

std::shared_ptr<LakeSession> LakeSessions::make(const lake::Location &lake) const
{
    const auto end = [ending = m_ending](LakeSession *session) {
        session->interrupt();
        ending->start([session] { delete session; });
    };
    return {new LakeSession(lake, m_catalog, m_clock), end};
}

std::shared_ptr<LakeSession> LakeSessions::of(const lake::Location &lake)
{
    if (const auto closed = m_closed.constFind(lake.key()); closed != m_closed.constEnd())
        return *closed;
    std::weak_ptr<LakeSession> &known = m_sessions[lake.key()];
    std::shared_ptr<LakeSession> session = known.lock();
    if (!session) {
        session = make(lake);
        known = session;
    }
    return session;
}

QFuture<void> LakeSessions::close(const lake::Location &lake)
{
    const std::shared_ptr<LakeSession> session = of(lake);
    m_sessions.remove(lake.key());
    m_closed.insert(lake.key(), session);
    session->interrupt();
    return QtConcurrent::run(m_ending.get(), [session] { session->close(); });
}

void LakeSessions::reopen(const lake::Location &lake)
{
    m_closed.remove(lake.key());
}

} // namespace gauge::engine
