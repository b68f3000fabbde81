// SPDX-License-Identifier: GPL-3.0-or-later
// Source: service.md, "Sync feeds". The document names per_page, cursor, updated_at and the two times in
// whole hours; the other columns are inferred and stay empty where the service does not send them. Every key
// that is not listed here becomes a column of its own.
#include "catalog/surveycolumns.h"

#include <QtGlobal>

namespace gauge::catalog {

Endpoint endpoint_close_loop();

Endpoint endpoint_close_loop()
{
    using T = ColumnType;
    Endpoint e;
    e.id = QStringLiteral("close-loop");
    e.table = QStringLiteral("close_loop");
    e.title = QT_TRANSLATE_NOOP("catalog", "Close-loop cases");
    e.path = "/v7/rest/sync/close-loop";
    e.periodStyle = PeriodStyle::UpdatedAt;
    e.recent = {QStringLiteral("updated_at"), QStringLiteral("updated_at"), 3, false};
    e.scoreColumn = QStringLiteral("nps");
    e.keyColumn = QStringLiteral("number_customergauge");
    e.columns = surveyColumns({QStringLiteral("number_customergauge"), QStringLiteral("status"),
                               QStringLiteral("contact_first_name"), QStringLiteral("contact_last_name"),
                               QStringLiteral("account_name"), QStringLiteral("account_number"),
                               QStringLiteral("email"), QStringLiteral("nps")});
    const std::vector<Column> own{
        {QStringLiteral("time_to_follow_up"), "/time_to_follow_up", T::Integer,
         QT_TRANSLATE_NOOP("catalog", "Hours to follow-up")},
        {QStringLiteral("time_to_close"), "/time_to_close", T::Integer,
         QT_TRANSLATE_NOOP("catalog", "Hours to close")},
        {QStringLiteral("created_at"), "/created_at", T::DateTime, QT_TRANSLATE_NOOP("catalog", "Created")},
        {QStringLiteral("updated_at"), "/updated_at", T::DateTime, QT_TRANSLATE_NOOP("catalog", "Updated")},
    };
    e.columns.insert(e.columns.end(), own.begin(), own.end());
    e.dynamicColumns = {
        {"/properties", QStringLiteral("property."), "field", "reference"},
    };
    return e;
}

} // namespace gauge::catalog
