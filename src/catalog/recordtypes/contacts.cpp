// SPDX-License-Identifier: GPL-3.0-or-later
// Source: service.md, "Records".
#include "catalog/recordtype.h"

#include <QtGlobal>

namespace gauge::catalog {

RecordType recordType_contacts();

RecordType recordType_contacts()
{
    using T = ValueType;
    RecordType t;
    t.id = QStringLiteral("contacts");
    t.title = QT_TRANSLATE_NOOP("catalog", "Contacts");
    t.reference = QStringLiteral("contact");
    t.isUpdatedByKey = true;
    t.oneOf = {QStringLiteral("Email"), QStringLiteral("Phone")};
    t.keys = {QStringLiteral("Email"), QStringLiteral("Phone")};
    t.headings = {
        {QStringLiteral("Email"), T::Email}, {QStringLiteral("Phone"), T::Phone},
        {QStringLiteral("First Name")},      {QStringLiteral("Last Name")},
        {QStringLiteral("Account Name")},    {QStringLiteral("Language")},
        {QStringLiteral("Job Title")},
    };
    return t;
}

} // namespace gauge::catalog
