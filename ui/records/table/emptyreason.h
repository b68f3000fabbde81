// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/endpoint.h"
#include "lake/sql/types.h"
#include "query/query.h"
#include "records/table/laketablemodel.h"

namespace gauge::ui {

//! Why a lake's table has no rows, and what can be done.
struct EmptyTableReason
{
    enum class Action { None, Connect, Sync, Reconcile, Clear };
    QString icon; //!< as in resources/icons
    QString title;
    QString text;
    QString actionText; //!< empty: there is nothing to do
    Action action = Action::None;
};

//! What an empty table is told by.
struct LakeSituation
{
    QString name; //!< of the connection
    const catalog::Endpoint &endpoint;
    query::Presence presence = query::Presence::There;
    bool hasSession = false;
    bool isSyncing = false;
    bool isFiltered = false;
    bool isMissing = false; //!< there is no local copy
    LakeTableModel::State state = LakeTableModel::State::Idle;
    std::optional<lake::FeedStatus> status; //!< how the feed's syncs went, once it is known
    bool syncsItself = false; //!< the connection is set to sync automatically
};

[[nodiscard]] EmptyTableReason emptyTableReason(const LakeSituation &situation);

} // namespace gauge::ui
