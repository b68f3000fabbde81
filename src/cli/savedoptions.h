// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options.h"
#include "cli/session.h"

//! How commands take what is saved in the data folder.
namespace gauge::cli {

//! Rows of a feed.
struct Rows
{
    catalog::Endpoint feed;
    query::Query query;
};

//! The feed that was \a given, if any, and the one that \a name is about must be the same.
[[nodiscard]] Result<catalog::Endpoint> agreedFeed(const catalog::Catalog &catalog, const QString &given,
                                                   const QString &saved, const QString &name);

//! Calls \a next with the rows that \a options mean, the view they name included; or ends the program.
void withRows(Session &session, const RowOptions &options, const QString &feed,
              std::function<void(const Rows &)> next);

} // namespace gauge::cli
