// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/sql/types.h"

namespace gauge::lake {

StoreCounts &StoreCounts::operator+=(const StoreCounts &other)
{
    received += other.received;
    inserted += other.inserted;
    updated += other.updated;
    removed += other.removed;
    changed += other.changed;
    gone += other.gone;
    late += other.late;
    newColumns += other.newColumns;
    replacedTexts += other.replacedTexts;
    valuesLeftOut += other.valuesLeftOut;
    return *this;
}

} // namespace gauge::lake
