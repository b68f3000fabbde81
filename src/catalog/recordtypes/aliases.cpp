// SPDX-License-Identifier: GPL-3.0-or-later
// Source: service.md, "Records". The reference is not documented; each system has its own.
#include "catalog/recordtype.h"

#include <QtGlobal>

namespace gauge::catalog {

RecordType recordType_aliases();

RecordType recordType_aliases()
{
    RecordType t;
    t.id = QStringLiteral("aliases");
    t.title = QT_TRANSLATE_NOOP("catalog", "Account aliases");
    t.reference = QStringLiteral("account-aliases");
    t.isUpdatedByKey = true;
    t.required = {QStringLiteral("Account Name"), QStringLiteral("Alias")};
    t.keys = {QStringLiteral("Alias")};
    t.headings = {
        {QStringLiteral("Account Name")},
        {QStringLiteral("Alias")},
    };
    return t;
}

} // namespace gauge::catalog
