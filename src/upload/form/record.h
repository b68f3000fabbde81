// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace gauge::upload {

//! One field of a record as it is sent.
struct Field
{
    QString heading;
    QString value;

    bool operator==(const Field &) const = default;
};

//! What one call sends, in the order of the form or the file.
using Record = std::vector<Field>;

//! The value under \a heading, spelled exactly so; empty: there is none.
[[nodiscard]] QString valueOf(const Record &record, const QString &heading);

//! Nothing but spaces, NBSP among them.
[[nodiscard]] bool isBlank(const QString &text);

} // namespace gauge::upload
