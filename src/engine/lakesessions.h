// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/lakesession.h"

#include <QHash>

#include <memory>

namespace gauge::engine {

//! The sessions of one engine: one per lake, made on first use, gone with the last user. Call everything
//! from the thread of the engine's creator. Nothing here waits, except the destructor.
class LakeSessions final
{
public:
    LakeSessions(catalog::Catalog catalog, std::shared_ptr<Clock> clock);
    //! Closes the sessions that are still in use and waits until all readers are closed.
    ~LakeSessions();
    Q_DISABLE_COPY_MOVE(LakeSessions)

    //! Returns the session of \a lake. Its last user may drop it in any thread: it ends in the background.
    [[nodiscard]] std::shared_ptr<LakeSession> of(const lake::Location &lake);
    //! Closes the readers of \a lake, because its file is about to be moved or deleted. The future finishes
    //! when no reader is open any more. Until reopen(), of() returns a session that answers Cancelled.
    QFuture<void> close(const lake::Location &lake);
    void reopen(const lake::Location &lake);

private:
    [[nodiscard]] std::shared_ptr<LakeSession> make(const lake::Location &lake) const;

    const catalog::Catalog m_catalog;
    const std::shared_ptr<Clock> m_clock;
    const std::shared_ptr<QThreadPool> m_ending; //!< waits for the readers of sessions that end
    QHash<QString, std::weak_ptr<LakeSession>> m_sessions; //!< by Location::key()
    QHash<QString, std::shared_ptr<LakeSession>> m_closed; //!< between close() and reopen()
};

} // namespace gauge::engine
