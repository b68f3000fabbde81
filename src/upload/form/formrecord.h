// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace gauge::upload {

//! One field of a record as it is sent.
struct FormValue
{
    QString heading;
    QString value;

    bool operator==(const FormValue &) const = default;
};

//! What one call sends, in the order of the form or the file.
using FormRecord = std::vector<FormValue>;

//! The value under \a heading, spelled exactly so; empty: there is none.
[[nodiscard]] QString valueOf(const FormRecord &record, const QString &heading);

//! Nothing but spaces, NBSP among them.
[[nodiscard]] bool isBlank(const QString &text);

//! What identifies a record in CustomerGauge.
struct RecordKey
{
    QString heading; //!< empty: the record has none
    QString value; //!< without blanks around it

    bool operator==(const RecordKey &) const = default;
};

//! The first of \a headings with a value.
[[nodiscard]] RecordKey keyOf(const FormRecord &record, const QStringList &headings);
//! The same for values that differ in case alone.
[[nodiscard]] std::size_t hashOf(const RecordKey &key);

} // namespace gauge::upload
