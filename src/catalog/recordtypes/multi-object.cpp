// SPDX-License-Identifier: GPL-3.0-or-later
// Source: service.md, "Records". The reference is not documented; each system has its own.
#include "catalog/recordtype.h"

#include <QtGlobal>

namespace gauge::catalog {

RecordType recordType_multi_object();

RecordType recordType_multi_object()
{
    using T = ValueType;
    RecordType t;
    t.id = QStringLiteral("multi-object");
    t.title = QT_TRANSLATE_NOOP("catalog", "Several objects at once");
    t.reference = QStringLiteral("multi-object");
    t.oneOf = {QStringLiteral("Email"), QStringLiteral("Phone")};
    t.keys = {QStringLiteral("Email"), QStringLiteral("Phone")};
    t.headings = {
        {QStringLiteral("Email"), T::Email}, {QStringLiteral("Phone"), T::Phone},
        {QStringLiteral("Account Name")},    {QStringLiteral("First Name")},
        {QStringLiteral("Last Name")},       {QStringLiteral("Order Number")},
        {QStringLiteral("Country")},
    };
    t.mailsCustomers = true;
    t.warning = QT_TRANSLATE_NOOP("catalog",
                                  "Each record can make CustomerGauge send a survey by mail to a real "
                                  "customer. That cannot be undone.");
    return t;
}

} // namespace gauge::catalog
