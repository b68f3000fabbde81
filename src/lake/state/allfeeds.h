// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "lake/sql/lake.h"

namespace gauge::lake {

class Connection;

//! All feeds of a lake, held so that neither a sync nor an upload begins meanwhile.
class AllFeeds
{
public:
    explicit AllFeeds(Connection &connection);
    ~AllFeeds();
    Q_DISABLE_COPY_MOVE(AllFeeds)

    //! Busy names who syncs one of them or sends an upload; none is taken then.
    [[nodiscard]] Result<void> take(const QStringList &feeds);
    //! Gives a sign of life, within the write transaction of a step; Busy when another has taken over.
    [[nodiscard]] Result<void> renew();

private:
    Connection &m_connection;
    LeaseHolder m_me;
    QStringList m_held;
};

} // namespace gauge::lake
