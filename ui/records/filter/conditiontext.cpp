// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/filter/conditiontext.h"

#include "query/condition.h"
#include "query/datevalue.h"
#include "records/cells/display.h"

namespace gauge::ui {

namespace {

using query::Operator;

//! Signs read faster than words on a chip, except for dates.
QString sign(Operator op, catalog::ColumnType type)
{
    if (type == catalog::ColumnType::DateTime)
        return operatorLabel(op, type);
    switch (op) {
    case Operator::Equal:
        return QStringLiteral("=");
    case Operator::NotEqual:
        return QStringLiteral("≠");
    case Operator::Less:
        return QStringLiteral("<");
    case Operator::LessOrEqual:
        return QStringLiteral("≤");
    case Operator::Greater:
        return QStringLiteral(">");
    case Operator::GreaterOrEqual:
        return QStringLiteral("≥");
    default:
        return operatorLabel(op, type);
    }
}

const lake::LakeColumn *columnNamed(const QString &name, const std::vector<lake::LakeColumn> &columns)
{
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const lake::LakeColumn &column) { return column.name == name; });
    return found == columns.end() ? nullptr : &*found;
}

} // namespace

std::vector<Operator> operatorsFor(catalog::ColumnType type)
{
    switch (type) {
    case catalog::ColumnType::Score:
    case catalog::ColumnType::Integer:
    case catalog::ColumnType::Real:
        return {Operator::GreaterOrEqual, Operator::LessOrEqual, Operator::Equal, Operator::NotEqual,
                Operator::Greater,        Operator::Less,        Operator::In,    Operator::Between,
                Operator::IsEmpty,        Operator::NotEmpty};
    case catalog::ColumnType::DateTime:
        return {Operator::In,      Operator::Between, Operator::GreaterOrEqual, Operator::LessOrEqual,
                Operator::Greater, Operator::Less,    Operator::IsEmpty,        Operator::NotEmpty};
    case catalog::ColumnType::Boolean:
        return {Operator::Equal, Operator::IsEmpty, Operator::NotEmpty};
    case catalog::ColumnType::List:
        return {Operator::Contains, Operator::IsEmpty, Operator::NotEmpty};
    case catalog::ColumnType::Text:
        break;
    }
    return {Operator::Contains, Operator::Equal,   Operator::NotEqual, Operator::StartsWith,
            Operator::In,       Operator::IsEmpty, Operator::NotEmpty};
}

namespace {

//! What a person says of dates; empty: the same as of other values.
QString dateWords(Operator op)
{
    switch (op) {
    case Operator::Less:
        return QCoreApplication::translate("conditions", "before");
    case Operator::LessOrEqual:
        return QCoreApplication::translate("conditions", "on or before");
    case Operator::Greater:
        return QCoreApplication::translate("conditions", "after");
    case Operator::GreaterOrEqual:
        return QCoreApplication::translate("conditions", "on or after");
    case Operator::In: // days and periods
        return QCoreApplication::translate("conditions", "is within");
    default:
        return {};
    }
}

} // namespace

QString operatorLabel(Operator op, catalog::ColumnType type)
{
    if (const QString words = dateWords(op); type == catalog::ColumnType::DateTime && !words.isEmpty())
        return words;
    switch (op) {
    case Operator::Equal:
        return QCoreApplication::translate("conditions", "is");
    case Operator::NotEqual:
        return QCoreApplication::translate("conditions", "is not");
    case Operator::Less:
        return QCoreApplication::translate("conditions", "less than");
    case Operator::LessOrEqual:
        return QCoreApplication::translate("conditions", "at most");
    case Operator::Greater:
        return QCoreApplication::translate("conditions", "more than");
    case Operator::GreaterOrEqual:
        return QCoreApplication::translate("conditions", "at least");
    case Operator::Contains:
        return QCoreApplication::translate("conditions", "contains");
    case Operator::StartsWith:
        return QCoreApplication::translate("conditions", "starts with");
    case Operator::IsEmpty:
        return QCoreApplication::translate("conditions", "is empty");
    case Operator::NotEmpty:
        return QCoreApplication::translate("conditions", "is not empty");
    case Operator::Between:
        return QCoreApplication::translate("conditions", "is between");
    case Operator::In:
        break;
    }
    return QCoreApplication::translate("conditions", "is one of");
}

QString conditionLabel(const query::Condition &condition, const std::vector<lake::LakeColumn> &columns)
{
    const lake::LakeColumn *column = columnNamed(condition.column, columns);
    const QString name = column ? display::titles(columns, 40).value(column - columns.data())
                                : display::oneLine(condition.column, 40);
    const catalog::ColumnType type = column ? column->type : catalog::ColumnType::Text;
    QString words = name + QLatin1Char(' ') + sign(condition.op, type);
    if (!takesValue(condition.op))
        return words;
    QStringList values;
    for (const QString &value : condition.values) {
        const bool score = column && column->type == catalog::ColumnType::Score;
        values.append(column && !score ? display::value(column->type, value) : value);
    }
    const QString between = condition.op == Operator::Between
        ? QCoreApplication::translate("conditions", "%1 and %2").arg(values.value(0), values.value(1))
        : values.join(QStringLiteral(", "));
    return words + QLatin1Char(' ') + display::oneLine(between, 60);
}

QString filterLabel(const query::Filter &filter, const std::vector<lake::LakeColumn> &columns)
{
    if (filter.kind() == query::Filter::Kind::Condition)
        return conditionLabel(filter.condition(), columns);
    QStringList members;
    for (const query::Filter &member : filter.members()) {
        const QString words = filterLabel(member, columns);
        members.append(member.kind() == query::Filter::Kind::Condition
                           ? words
                           : QString(QLatin1Char('(') + words + QLatin1Char(')')));
    }
    const QString joiner = filter.kind() == query::Filter::Kind::All
        ? QCoreApplication::translate("conditions", "and")
        : QCoreApplication::translate("conditions", "or");
    return members.join(QString(QLatin1Char(' ') + joiner + QLatin1Char(' ')));
}

std::optional<QString> validationError(const query::Condition &condition, catalog::ColumnType type)
{
    if (!takesValue(condition.op))
        return std::nullopt;
    if (condition.values.isEmpty() || condition.values.contains(QString()))
        return QCoreApplication::translate("conditions", "Enter a value to compare with.");
    const bool number = type == catalog::ColumnType::Score || type == catalog::ColumnType::Integer
        || type == catalog::ColumnType::Real;
    for (const QString &value : condition.values) {
        bool isNumber = false;
        value.toDouble(&isNumber);
        if (number && !isNumber)
            return QCoreApplication::translate("conditions",
                                               "This column holds numbers: enter digits, for example 9.");
        const QDate anyDay(2000, 1, 1); // whether a period is one does not depend on it
        if (type == catalog::ColumnType::DateTime && !query::dateTexts(value, anyDay)) {
            return QCoreApplication::translate(
                "conditions",
                "Enter a day as 2026-03-31, a month as 2026-03, a year, or a period: today, last 30 "
                "days, this quarter.");
        }
    }
    return std::nullopt;
}

} // namespace gauge::ui
