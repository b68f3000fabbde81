// SPDX-License-Identifier: GPL-3.0-or-later
// Source: service.md, "Sync feeds"; the seed document of the GET Non-Responses API.
#include "catalog/computed.h"
#include "catalog/surveycolumns.h"

#include <QtGlobal>

namespace gauge::catalog {

Endpoint endpoint_non_responses();

Endpoint endpoint_non_responses()
{
    Endpoint e;
    e.id = QStringLiteral("non-responses");
    e.table = QStringLiteral("non_responses");
    e.title = QT_TRANSLATE_NOOP("catalog", "Non-responses");
    e.path = "/v7/rest/sync/non-responses";
    e.with = {QStringLiteral("properties")};
    e.numberFilter = true;
    e.outboundFilter = true;
    e.periodStyle = PeriodStyle::Field;
    e.periodFields
        = {QStringLiteral("date_creation"), QStringLiteral("date_order"), QStringLiteral("date_sent")};
    e.recent = {QStringLiteral("date_sent"), QStringLiteral("date_sent"), 7, true};
    e.keyColumn = QStringLiteral("number_customergauge");
    e.columns = surveyColumns();
    e.columns.push_back(lifeColumn());
    e.dynamicColumns = {
        {"/properties", QStringLiteral("property."), "field", "reference"},
        {"/custom_fields", QStringLiteral("custom."), "field", "reference"},
    };
    return e;
}

} // namespace gauge::catalog
