// SPDX-License-Identifier: GPL-3.0-or-later
// A feed that the service does not have: the whole cost of a new one.
#include "catalog/endpoint.h"

namespace gauge::catalog {

Endpoint endpoint_weather_reports();

Endpoint endpoint_weather_reports()
{
    using T = ColumnType;
    Endpoint e;
    e.id = QStringLiteral("weather-reports");
    e.table = QStringLiteral("weather_reports");
    e.title = "Weather reports";
    e.path = "/v9/weather-reports";
    e.with = {QStringLiteral("clouds")};
    e.keyColumn = QStringLiteral("station");
    e.scoreColumn = QStringLiteral("rating");
    e.columns = {
        {QStringLiteral("station"), "/station/code", T::Text, "Station"},
        {QStringLiteral("degrees"), "/degrees", T::Real, "Degrees"},
        {QStringLiteral("rating"), "/rating", T::Score, "Rating"},
        {QStringLiteral("clouds"), "/clouds", T::List, "Clouds"},
    };
    e.dynamicColumns = {{"/instruments", QStringLiteral("instrument."), "kind", "serial"}};
    return e;
}

} // namespace gauge::catalog
