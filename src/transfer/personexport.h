// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/people/person.h"

#include <QDateTime>

namespace gauge::transfer {

//! Everything about a person, as it is to be written.
struct PersonExportPlan
{
    QString output; //!< JSON lines; the report is <output>.report.json
    std::vector<lake::Location> lakes;
    lake::PersonKey key;
    lake::Mentions mentions = lake::Mentions::Kept; //!< Erased: records of others that mention it go along
    QString connection; //!< its name
    QDateTime created;
};

//! What was written.
struct PersonExport
{
    QString output;
    QString report;
    qint64 lines = 0;
};

//! Writes each record and earlier version as it was received, a line each with where it was found, and a
//! report of what was looked at. Both files appear when they are whole; their owner alone may read them.
[[nodiscard]] Result<PersonExport> exportPerson(const PersonExportPlan &plan, const catalog::Catalog &catalog,
                                                std::stop_token stop, const lake::OnProgress &progress);

} // namespace gauge::transfer
