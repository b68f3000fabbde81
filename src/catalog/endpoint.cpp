// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/endpoint.h"

#include <QCoreApplication>
#include <QDate>
#include <QRegularExpression>
#include <QUuid>

#include <algorithm>

namespace gauge::catalog {

//! Generated from the files of endpoints/.
std::vector<Endpoint> builtInEndpoints();

namespace {

bool isDate(const QString &text)
{
    return text.size() == 10 && QDate::fromString(text, QStringLiteral("yyyy-MM-dd")).isValid();
}

std::optional<QString> objectionToPeriod(const Endpoint &endpoint, const Scope &scope)
{
    if (scope.periodField.isEmpty() && scope.periodStart.isEmpty() && scope.periodEnd.isEmpty())
        return std::nullopt;
    if (endpoint.periodStyle == PeriodStyle::None)
        return QCoreApplication::translate("catalog", "This feed cannot be narrowed to a period.");
    const QStringList fields = endpoint.possiblePeriodFields();
    if (!fields.contains(scope.periodField)) {
        return QCoreApplication::translate("catalog", "The period needs one of these date fields: %1.")
            .arg(fields.join(QStringLiteral(", ")));
    }
    if (!isDate(scope.periodStart) || !isDate(scope.periodEnd))
        return QCoreApplication::translate("catalog",
                                           "The period needs a start and an end, each as yyyy-mm-dd.");
    if (scope.periodStart > scope.periodEnd)
        return QCoreApplication::translate("catalog", "The period ends before it starts.");
    return std::nullopt;
}

} // namespace

const Column *Endpoint::column(const QString &name) const
{
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const Column &column) { return column.name == name; });
    return found == columns.end() ? nullptr : &*found;
}

const Column *Endpoint::column(Identifies by) const
{
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const Column &column) { return column.identifies == by; });
    return found == columns.end() ? nullptr : &*found;
}

QStringList Endpoint::possiblePeriodFields() const
{
    switch (periodStyle) {
    case PeriodStyle::None:
        return {};
    case PeriodStyle::Field:
        return periodFields;
    case PeriodStyle::UpdatedAt:
        break;
    }
    return {QStringLiteral("updated_at")};
}

Catalog::Catalog(std::vector<Endpoint> endpoints)
    : m_endpoints(std::move(endpoints))
{
    QStringList superseded;
    for (const Endpoint &endpoint : m_endpoints)
        superseded.append(endpoint.supersedes);
    const auto place = [&superseded](const Endpoint &endpoint) {
        if (superseded.contains(endpoint.id))
            return 2;
        return endpoint.supersedes.isEmpty() ? 1 : 0;
    };
    std::stable_sort(m_endpoints.begin(), m_endpoints.end(),
                     [&place](const Endpoint &a, const Endpoint &b) { return place(a) < place(b); });
}

Catalog Catalog::builtIn()
{
    return Catalog(builtInEndpoints());
}

const Endpoint *Catalog::find(const QString &id) const
{
    const auto found = std::find_if(m_endpoints.begin(), m_endpoints.end(),
                                    [&](const Endpoint &endpoint) { return endpoint.id == id; });
    return found == m_endpoints.end() ? nullptr : &*found;
}

QStringList Catalog::ids() const
{
    QStringList result;
    for (const Endpoint &endpoint : m_endpoints)
        result.append(endpoint.id);
    return result;
}

QString Scope::key() const
{
    QStringList parts;
    if (!number.isEmpty())
        parts.append(QStringLiteral("number=") + number);
    if (!outboundFilter.isEmpty())
        parts.append(QStringLiteral("filter=") + outboundFilter.toLower());
    if (!periodField.isEmpty())
        parts.append(QStringLiteral("period=%1:%2..%3").arg(periodField, periodStart, periodEnd));
    return parts.join(QLatin1Char('&'));
}

std::optional<QString> validationError(const Endpoint &endpoint, const Scope &scope)
{
    if (!scope.number.isEmpty()) {
        if (!endpoint.numberFilter)
            return QCoreApplication::translate("catalog",
                                               "This feed cannot be narrowed to one record number.");
        static const QRegularExpression digits(QStringLiteral("^[0-9]{1,19}$"));
        if (!digits.match(scope.number).hasMatch())
            return QCoreApplication::translate("catalog", "The record number is made of digits only.");
    }
    if (!scope.outboundFilter.isEmpty()) {
        if (!endpoint.outboundFilter)
            return QCoreApplication::translate("catalog", "This feed takes no outbound filter.");
        if (QUuid::fromString(scope.outboundFilter).isNull()) {
            return QCoreApplication::translate(
                "catalog",
                "The outbound filter is not a reference as CustomerGauge shows it "
                "(Data → Rest APIs → Outbound Filters).");
        }
    }
    for (const QString &part : scope.with) {
        if (!endpoint.with.contains(part)) {
            return QCoreApplication::translate("catalog", "This feed cannot include “%1”. Possible: %2.")
                .arg(part,
                     endpoint.with.isEmpty() ? QStringLiteral("–")
                                             : endpoint.with.join(QStringLiteral(", ")));
        }
    }
    return objectionToPeriod(endpoint, scope);
}

} // namespace gauge::catalog
