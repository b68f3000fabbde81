// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"

namespace gauge::ui {

//! "EU", "US", "AU", "Custom", or "This computer" for sample data.
[[nodiscard]] QString regionText(const service::Connection &connection);
//! Where the client secret is, in a few words.
[[nodiscard]] QString secretPlaceText(const service::Connection &connection);
//! How often a connection is synced by itself, in a few words; 0: not.
[[nodiscard]] QString intervalText(int minutes);
//! Who syncs which of its feeds, a line each; empty when nobody does.
[[nodiscard]] QString holdersText(const std::vector<lake::FeedStatus> &held, const catalog::Catalog &catalog,
                                  const QDateTime &now);
//! What a connection test found, feed by feed.
[[nodiscard]] QString reportText(const engine::TestReport &report, const catalog::Catalog &catalog);

} // namespace gauge::ui
