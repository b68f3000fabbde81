// SPDX-License-Identifier: GPL-3.0-or-later
// Source: service.md, "Sync feeds"; the seed document of the GET Responses API.
#include "catalog/computed.h"
#include "catalog/surveycolumns.h"

#include <QtGlobal>

namespace gauge::catalog {

Endpoint endpoint_responses();

Endpoint endpoint_responses()
{
    Endpoint e;
    e.id = QStringLiteral("responses");
    e.table = QStringLiteral("responses");
    e.title = QT_TRANSLATE_NOOP("catalog", "Responses");
    e.path = "/v7/rest/sync/responses";
    e.with = {QStringLiteral("selected_drivers"), QStringLiteral("tags"), QStringLiteral("questions"),
              QStringLiteral("properties")};
    e.numberFilter = true;
    e.outboundFilter = true;
    e.periodStyle = PeriodStyle::Field;
    e.periodFields = {QStringLiteral("date_creation"), QStringLiteral("date_order"),
                      QStringLiteral("date_sent"), QStringLiteral("date_survey_response")};
    e.recent = {QStringLiteral("date_survey_response"), QStringLiteral("date_survey_response"), 3, true};
    e.supersedes = QStringLiteral("non-responses");
    e.scoreColumn = QStringLiteral("nps");
    e.keyColumn = QStringLiteral("number_customergauge");
    e.columns = surveyColumns();
    e.columns.push_back(daysToAnswerColumn());
    e.dynamicColumns = {
        {"/properties", QStringLiteral("property."), "field", "reference"},
        {"/custom_fields", QStringLiteral("custom."), "field", "reference"},
        {"/questions", QStringLiteral("question."), "title", "answer"},
    };
    return e;
}

} // namespace gauge::catalog
