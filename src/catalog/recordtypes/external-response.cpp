// SPDX-License-Identifier: GPL-3.0-or-later
// Source: service.md, "Records". The modern way to upload one response; the required headings are known in
// part, and the reference is not documented.
#include "catalog/recordtype.h"

#include <QtGlobal>

namespace gauge::catalog {

RecordType recordType_external_response();

namespace {

QStringList scores()
{
    QStringList all;
    for (int score = 0; score <= 10; ++score)
        all.append(QString::number(score));
    return all;
}

} // namespace

RecordType recordType_external_response()
{
    using T = ValueType;
    RecordType t;
    t.id = QStringLiteral("external-response");
    t.title = QT_TRANSLATE_NOOP("catalog", "External responses");
    t.reference = QStringLiteral("external-response");
    t.required = {QStringLiteral("Email"), QStringLiteral("Account Name"), QStringLiteral("Sent Date"),
                  QStringLiteral("Completed Date")};
    t.headings = {
        {QStringLiteral("Email"), T::Email},
        {QStringLiteral("Account Name")},
        {QStringLiteral("Sent Date"), T::DateTime},
        {QStringLiteral("Completed Date"), T::DateTime},
        {QStringLiteral("NPS"), T::Choice, scores()},
        {QStringLiteral("Comment")},
        {QStringLiteral("First Name")},
        {QStringLiteral("Last Name")},
        {QStringLiteral("Country")},
    };
    t.becomesResponse = true;
    return t;
}

} // namespace gauge::catalog
