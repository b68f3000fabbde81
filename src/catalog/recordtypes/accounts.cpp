// SPDX-License-Identifier: GPL-3.0-or-later
// Source: service.md, "Records". The reference is not documented; each system has its own.
#include "catalog/recordtype.h"

#include <QtGlobal>

namespace gauge::catalog {

RecordType recordType_accounts();

RecordType recordType_accounts()
{
    RecordType t;
    t.id = QStringLiteral("accounts");
    t.title = QT_TRANSLATE_NOOP("catalog", "Accounts");
    t.reference = QStringLiteral("accounts");
    t.isUpdatedByKey = true;
    t.required = {QStringLiteral("Account Name")};
    t.keys = {QStringLiteral("Account Number"), QStringLiteral("Account Name")};
    t.headings = {
        {QStringLiteral("Account Name")}, {QStringLiteral("Account Number")},
        {QStringLiteral("Country")},      {QStringLiteral("Division")},
        {QStringLiteral("Segment A")},    {QStringLiteral("Account Manager")},
    };
    return t;
}

} // namespace gauge::catalog
