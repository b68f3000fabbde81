// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/detail/recordsheet.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace gauge::ui {

//! One value that was another before; empty: there was none.
struct ValueChange
{
    lake::LakeColumn column;
    QString before;
    QString after;
};

//! What a sync changed of a record.
struct RecordChange
{
    QDateTime when; //!< start of that sync, UTC; invalid when that is not known
    std::vector<ValueChange> values;
};

//! How the record became what it is, from its earlier versions, the newest change first. Versions that
//! differ in their JSON only, not in any value, are left out.
[[nodiscard]] std::vector<RecordChange> recordChanges(const RecordSheet &sheet);

} // namespace gauge::ui
