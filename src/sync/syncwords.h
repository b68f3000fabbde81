// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "lake/sql/types.h"

#include <QStringList>

//! The words of syncs, the same in the window and on the command line.
namespace gauge::sync {

//! "2 new columns: property.Tier, question.Why"; of more than five the rest is counted. Empty for none.
//! A name that two feeds have is named once.
[[nodiscard]] QString newColumnsText(QStringList names);

//! Tells how many \a values got no column (StoreCounts::valuesLeftOut); empty when all did.
[[nodiscard]] QString leftOutText(qint64 values);
//! Returns a warning that texts were damaged (Page::replacedTexts); empty for 0.
[[nodiscard]] QString replacedTextsText(qint64 count);

//! A service that returned no record of \a feed, of which \a known are in the lake: it is more likely out of
//! order than empty.
[[nodiscard]] Error noneReceived(const QString &feed, qint64 known);

//! "12 changed, 3 arrived late, 1 gone": what reading again has found; empty for nothing.
[[nodiscard]] QString rereadText(const lake::StoreCounts &counts);

} // namespace gauge::sync
