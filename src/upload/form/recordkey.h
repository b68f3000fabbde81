// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/form/record.h"

#include <QStringList>

namespace gauge::upload {

//! What identifies a record in CustomerGauge.
struct RecordKey
{
    QString heading; //!< empty: the record has none
    QString value; //!< without blanks around it

    bool operator==(const RecordKey &) const = default;
};

//! The first of \a headings with a value.
[[nodiscard]] RecordKey keyOf(const Record &record, const QStringList &headings);
//! The same for values that differ in case alone.
[[nodiscard]] std::size_t hashOf(const RecordKey &key);

} // namespace gauge::upload
