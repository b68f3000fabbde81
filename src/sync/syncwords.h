// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

//! The words of syncs, the same in the window and on the command line.
namespace gauge::sync {

//! "2 new columns: property.Tier, question.Why"; of more than five the rest is counted. Empty for none.
//! A name that two feeds have is named once.
[[nodiscard]] QString newColumnsText(QStringList names);

//! Returns a warning that texts were damaged (Page::replacedTexts); empty for 0.
[[nodiscard]] QString replacedTextsText(qint64 count);

} // namespace gauge::sync
