// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "query/query.h"

#include <QString>

#include <stop_token>

namespace gauge::lake {

class LakeReader;

//! Why \a query, which found no record of \a feed, found none: the conditions that no record meets, with the
//! values that come near where there are such, or that none meets all of them. A sentence for a person; empty
//! when the query has no conditions and no search, or the feed no records.
[[nodiscard]] Result<QString> whyNothing(LakeReader &reader, const QString &feed, const query::Query &query,
                                         std::stop_token stop = {});

} // namespace gauge::lake
