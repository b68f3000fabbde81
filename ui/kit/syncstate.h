// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/endpoint.h"
#include "lake/sql/types.h"
#include "service/connection.h"

//! How far a local copy is in step with its service, for people. Feed by feed: one that was synced says
//! nothing about the others.
namespace gauge::ui {

enum class FeedState {
    NotSynced, //!< no sync of it ever began
    Syncing,
    Interrupted, //!< its newest sync has no end: the program was killed, the computer switched off
    Stopped, //!< a person cancelled its newest sync
    Failed, //!< its newest sync ended with an error
    Partial, //!< its newest sync succeeded without reaching the end of the feed
    Complete,
};

[[nodiscard]] FeedState feedState(const lake::FeedStatus &feed);
//! "synced 4 min ago", "interrupted, 1,760,000 records kept".
[[nodiscard]] QString feedStateText(const lake::FeedStatus &feed, const QDateTime &now);
//! A line per feed in the order of \a catalog: "Responses: 12,480 records, synced 4 min ago".
[[nodiscard]] QStringList feedLines(const std::vector<lake::FeedStatus> &feeds,
                                    const catalog::Catalog &catalog, const QDateTime &now);
//! All of \a feeds in a few words: the gravest state of any, else when the feed was synced whose sync is the
//! longest ago.
[[nodiscard]] QString lakeStateText(const std::vector<lake::FeedStatus> &feeds, const QDateTime &now);

//! What a person should know about the syncs of a connection until it is dealt with.
struct SyncTrouble
{
    enum class Kind { None, Overdue, Interrupted, Failed };
    Kind kind = Kind::None;
    QString feed; //!< id of the feed that it concerns; empty: all
    QString title; //!< a few words: "Responses: interrupted, 1,760,000 records kept"
    QString text; //!< what happened and what happens next
    //! Equal for the same trouble, so that one that a person dismissed does not come back.
    QString key;
    bool operator==(const SyncTrouble &) const = default;
};

//! The gravest trouble of \a connection, whose lake stands as \a feeds. A feed that is being synced has none.
[[nodiscard]] SyncTrouble syncTrouble(const service::Connection &connection,
                                      const std::vector<lake::FeedStatus> &feeds,
                                      const catalog::Catalog &catalog, const QDateTime &now);

} // namespace gauge::ui
