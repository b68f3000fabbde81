// SPDX-License-Identifier: GPL-3.0-or-later
// Source: service.md, "Records". An activity is made, or changed where its Reference is known. The headings
// after the required ones are those of the usual configuration; a system may have mapped others.
#include "catalog/recordtype.h"

#include <QtGlobal>

namespace gauge::catalog {

RecordType recordType_activities();

RecordType recordType_activities()
{
    using T = ValueType;
    RecordType t;
    t.id = QStringLiteral("activities");
    t.title = QT_TRANSLATE_NOOP("catalog", "Activities");
    t.reference = QStringLiteral("activities");
    t.isUpdatedByKey = true;
    t.required = {QStringLiteral("Account Name"), QStringLiteral("Reference"), QStringLiteral("Source"),
                  QStringLiteral("Type")};
    t.keys = {QStringLiteral("Reference")};
    t.headings = {
        {QStringLiteral("Account Name")},    {QStringLiteral("Reference")},
        {QStringLiteral("Source")},          {QStringLiteral("Type")},
        {QStringLiteral("Date"), T::Date},   {QStringLiteral("Subject")},
        {QStringLiteral("Description")},     {QStringLiteral("Status")},
        {QStringLiteral("Owner")},           {QStringLiteral("Closed Date"), T::Date},
        {QStringLiteral("Email"), T::Email}, {QStringLiteral("First Name")},
        {QStringLiteral("Last Name")},
    };
    return t;
}

} // namespace gauge::catalog
