// SPDX-License-Identifier: GPL-3.0-or-later
// Source: service.md, "Records". The reference is not documented; each system has its own.
#include "catalog/recordtype.h"

#include <QtGlobal>

namespace gauge::catalog {

RecordType recordType_surveys();

RecordType recordType_surveys()
{
    RecordType t;
    t.id = QStringLiteral("surveys");
    t.title = QT_TRANSLATE_NOOP("catalog", "Surveys");
    t.reference = QStringLiteral("surveys");
    t.required = {QStringLiteral("Contact Reference")};
    t.keys = {QStringLiteral("Contact Reference")};
    t.headings = {
        {QStringLiteral("Contact Reference")},
        {QStringLiteral("Campaign")},
        {QStringLiteral("Order Number")},
    };
    t.mailsCustomers = true;
    t.warning = QT_TRANSLATE_NOOP(
        "catalog",
        "Each record makes CustomerGauge send a survey by mail to a real customer. That cannot be undone.");
    return t;
}

} // namespace gauge::catalog
