// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/read/filtersql.h"

#include "base/text.h"
#include "lake/sql/statement.h"

#include <QLocale>

#include <algorithm>

namespace gauge::lake {

using catalog::ColumnType;
using query::Condition;
using query::DateTexts;
using query::Filter;
using query::Operator;

namespace {

//! Every text is greater than every number to SQLite; a text that strayed into a column of numbers is
//! neither greater nor less. Other engines keep it beside the column.
std::string isNumberInSqlite(const std::string &reference)
{
    return "typeof(" + reference + ") IN ('integer','real')";
}

bool isNumeric(ColumnType type)
{
    return type == ColumnType::Integer || type == ColumnType::Real || type == ColumnType::Score;
}

bool isRange(Operator op)
{
    return op == Operator::Less || op == Operator::LessOrEqual || op == Operator::Greater
        || op == Operator::GreaterOrEqual;
}

Result<Value> numberOf(const LakeColumn &column, const QString &text)
{
    const QString trimmed = text.trimmed();
    bool isInteger = false;
    if (const qint64 integer = QLocale::c().toLongLong(trimmed, &isInteger); isInteger)
        return Value(integer);
    // Kept digit by digit where 64 bits are too few, see FeedTable::bindCell.
    const QStringView unsignedDigits = QStringView(trimmed).mid(trimmed.startsWith(QLatin1Char('-')) ? 1 : 0);
    const bool isDigits = !unsignedDigits.isEmpty()
        && std::all_of(unsignedDigits.begin(), unsignedDigits.end(),
                       [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
    if (isDigits)
        return Value(Blob{trimmed.toStdString()});
    bool isReal = false;
    if (const double real = QLocale::c().toDouble(trimmed, &isReal); isReal && qIsFinite(real))
        return Value(real);
    return fail(ErrorKind::Input,
                QCoreApplication::translate(
                    "lake",
                    "“%1” is a number column; “%2” is not a number. Write it with digits and, "
                    "if needed, a decimal point.")
                    .arg(column.name.left(60), text.left(60)));
}

Result<Value> truthOf(const LakeColumn &column, const QString &text)
{
    const QString word = text.trimmed().toLower();
    if (word == QLatin1String("true") || word == QLatin1String("1") || word == QLatin1String("yes"))
        return Value(qint64(1));
    if (word == QLatin1String("false") || word == QLatin1String("0") || word == QLatin1String("no"))
        return Value(qint64(0));
    return fail(ErrorKind::Input,
                QCoreApplication::translate("lake", "“%1” is either true or false, not “%2”.")
                    .arg(column.name.left(60), text.left(60)));
}

Result<Value> valueOf(const LakeColumn &column, const QString &text)
{
    if (isNumeric(column.type))
        return numberOf(column, text);
    if (column.type == ColumnType::Boolean)
        return truthOf(column, text);
    return Value(text.toStdString());
}

//! A number as a parameter that an engine with columns of numbers takes for one of the column's type.
std::string decimal(const Value &value)
{
    if (const auto *integer = std::get_if<qint64>(&value))
        return std::to_string(*integer);
    if (const auto *real = std::get_if<double>(&value))
        return storedText(catalog::Cell::ofReal(*real));
    return std::get<Blob>(value).bytes; // digits
}

const char *comparisonWith(Operator op)
{
    switch (op) {
    case Operator::Less:
        return "<?";
    case Operator::LessOrEqual:
        return "<=?";
    case Operator::Greater:
        return ">?";
    case Operator::GreaterOrEqual:
        return ">=?";
    case Operator::NotEqual:
        return " IS DISTINCT FROM ?"; // true for NULL too
    default:
        return "=?";
    }
}

} // namespace

const char *FilterSql::bind(Value value)
{
    m_values.push_back(std::move(value));
    return "?";
}

Result<std::string> FilterSql::term(const std::vector<Filter> &filters)
{
    for (const Filter &filter : filters) {
        if (filter.depth() > query::deepestFilter) {
            return fail(ErrorKind::Input,
                        QCoreApplication::translate(
                            "lake", "The filter has more than %1 groups within groups. Make it simpler.")
                            .arg(QString::number(query::deepestFilter)));
        }
    }
    auto result = group(Filter::all(filters));
    if (result && m_values.size() > mostValues) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("lake",
                                                "The filter names %1 values; %2 are possible. Ask "
                                                "in several parts.")
                        .arg(QString::number(m_values.size()), QString::number(mostValues)));
    }
    return result;
}

Result<std::string> FilterSql::group(const Filter &filter)
{
    if (filter.kind() == Filter::Kind::Condition)
        return condition(filter.condition());
    std::string text;
    for (const Filter &member : filter.members()) {
        GAUGE_TRY(const auto inner, group(member));
        if (!text.empty())
            text += filter.kind() == Filter::Kind::All ? " AND " : " OR ";
        text += inner;
    }
    return '(' + text + ')';
}

Result<std::string> FilterSql::condition(const Condition &condition)
{
    if (++m_conditions > mostConditions) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("lake",
                                                "The filter has more than %1 conditions. Where they "
                                                "name values of one column, use “in”.")
                        .arg(QString::number(mostConditions)));
    }
    const auto column = m_layout->find(condition.column);
    if (!column)
        return fail(column.error());
    m_columns.insert(*column);
    const std::string reference = m_layout->reference(*column);
    // What stands beside a column of numbers, or the column's own text.
    const bool hasStray = m_layout->hasStray(*column);
    const std::string text = hasStray ? m_layout->strayReference(*column) : reference;
    switch (condition.op) {
    case Operator::IsEmpty:
        return hasStray ? '(' + reference + " IS NULL AND (" + text + " IS NULL OR " + text + "=''))"
                        : '(' + reference + " IS NULL OR " + reference + "='')";
    case Operator::NotEmpty:
        return hasStray ? '(' + reference + " IS NOT NULL OR " + text + "<>'')"
                        : '(' + reference + " IS NOT NULL AND " + reference + "<>'')";
    case Operator::Contains:
    case Operator::StartsWith:
        return (condition.op == Operator::Contains ? "gauge_contains(" : "gauge_starts(")
            + m_layout->textReference(*column) + ',' + bind(condition.values.value(0).toStdString()) + ')';
    case Operator::In:
        return list(*column, condition);
    case Operator::Between:
        return between(*column, condition);
    default:
        return comparison(*column, condition);
    }
}

Result<std::string> FilterSql::comparison(int index, const Condition &condition)
{
    const LakeColumn &column = m_layout->columns()[size_t(index)];
    const std::string reference = m_layout->reference(index);
    if (condition.values.size() != 1) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("lake", "The condition on “%1” needs one value.")
                        .arg(column.name.left(60)));
    }
    const QString &text = condition.values.front();
    GAUGE_TRY(const auto dates, datesOf(column, text));
    if (dates)
        return period(reference, condition.op, *dates);
    if (column.type == ColumnType::Text && !isRange(condition.op)) {
        if (const QStringList forms = normalForms(text); forms.size() > 1)
            return oneOf(reference, condition.op == Operator::NotEqual, forms);
    }
    auto value = valueOf(column, text);
    if (!value)
        return fail(std::move(value.error()));
    if (m_layout->hasStray(index))
        value = Value(decimal(*value));
    else if (isRange(condition.op) && std::holds_alternative<Blob>(*value))
        value = Value(text.trimmed().toDouble());
    m_values.push_back(std::move(*value));
    std::string term = reference + comparisonWith(condition.op);
    if (isRange(condition.op) && isNumeric(column.type) && !m_layout->hasStray(index))
        term = '(' + term + " AND " + isNumberInSqlite(reference) + ')';
    return term;
}

Result<std::string> FilterSql::list(int index, const Condition &condition)
{
    const LakeColumn &column = m_layout->columns()[size_t(index)];
    const std::string reference = m_layout->reference(index);
    std::string periods;
    QStringList others;
    for (const QString &text : condition.values) {
        GAUGE_TRY(const auto dates, datesOf(column, text));
        if (dates)
            periods += period(reference, Operator::Equal, *dates) + " OR ";
        else if (column.type == ColumnType::Text)
            others += normalForms(text);
        else
            others.append(text);
    }
    std::string parameters;
    for (const QString &text : others) {
        GAUGE_TRY(auto value, valueOf(column, text));
        parameters += parameters.empty() ? "" : ",";
        parameters += bind(m_layout->hasStray(index) ? Value(decimal(value)) : std::move(value));
    }
    if (!others.isEmpty())
        return '(' + periods + reference + " IN (" + parameters + "))";
    if (periods.empty())
        return std::string("FALSE"); // an empty list in parentheses is not SQL everywhere
    periods.resize(periods.size() - 4);
    return '(' + periods + ')';
}

std::string FilterSql::oneOf(const std::string &reference, bool isNegated, const QStringList &texts)
{
    std::string term = '(' + reference;
    term += isNegated ? " IS NULL OR " + reference + " NOT IN (" : " IN (";
    for (const QString &text : texts) {
        term += bind(text.toStdString());
        term += ',';
    }
    term.back() = ')';
    return term + ')';
}

Result<void> FilterSql::checkOrder(int index, const QStringList &fromTo) const
{
    const LakeColumn &column = m_layout->columns()[size_t(index)];
    bool isReversed = false;
    if (column.type == ColumnType::DateTime) {
        const auto from = datesOf(column, fromTo.front());
        const auto to = datesOf(column, fromTo.back());
        isReversed = from && to && *from && *to && (*from)->from >= (*to)->before;
    } else if (isNumeric(column.type)) {
        isReversed = fromTo.front().trimmed().toDouble() > fromTo.back().trimmed().toDouble();
    }
    if (!isReversed)
        return {};
    return fail(ErrorKind::Input,
                QCoreApplication::translate("lake",
                                            "Nothing is between “%1” and “%2”. Write the earlier or lower "
                                            "value first: between %2 and %1.")
                    .arg(fromTo.front().left(60), fromTo.back().left(60)));
}

Result<std::string> FilterSql::between(int index, const Condition &condition)
{
    if (condition.values.size() != 2) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("lake", "“between” on “%1” needs two values.")
                        .arg(m_layout->columns()[size_t(index)].name.left(60)));
    }
    GAUGE_CHECK(checkOrder(index, condition.values));
    const auto from
        = comparison(index, {condition.column, Operator::GreaterOrEqual, {condition.values.front()}});
    if (!from)
        return from;
    GAUGE_TRY(const auto to,
              comparison(index, {condition.column, Operator::LessOrEqual, {condition.values.back()}}));
    return '(' + *from + " AND " + to + ')';
}

Result<std::optional<DateTexts>> FilterSql::datesOf(const LakeColumn &column, const QString &text) const
{
    if (column.type != ColumnType::DateTime)
        return std::nullopt;
    if (auto texts = query::dateTexts(text, m_today))
        return texts;
    return fail(ErrorKind::Input,
                QCoreApplication::translate(
                    "lake",
                    "“%1” is not a valid date. Write a day as 2026-03-31, a month as 2026-03, "
                    "a year as 2026, or a period: today, last 30 days, this quarter.")
                    .arg(text.left(60)),
                m_today.isValid() ? QString() : QStringLiteral("the date of today is not set"));
}

std::string FilterSql::period(const std::string &reference, Operator op, const DateTexts &texts)
{
    const auto from = [&] { return bind(texts.from.toStdString()); };
    const auto before = [&] { return bind(texts.before.toStdString()); };
    switch (op) {
    case Operator::Less:
        return reference + '<' + from();
    case Operator::LessOrEqual:
        return reference + '<' + before();
    case Operator::Greater:
        return reference + ">=" + before();
    case Operator::GreaterOrEqual:
        return reference + ">=" + from();
    case Operator::NotEqual: {
        const std::string earlier = reference + '<' + from();
        return '(' + reference + " IS NULL OR " + earlier + " OR " + reference + ">=" + before() + ')';
    }
    default: {
        const std::string start = reference + ">=" + from();
        return '(' + start + " AND " + reference + '<' + before() + ')';
    }
    }
}

} // namespace gauge::lake
