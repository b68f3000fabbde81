// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/filter/fieldtext.h"

#include "query/condition.h"
#include "records/cells/display.h"
#include "records/filter/conditiontext.h"

#include <QCoreApplication>

#include <array>

namespace gauge::ui {

namespace {

using catalog::ColumnType;
using query::Condition;
using query::Operator;

constexpr QLatin1Char star('*');
constexpr QLatin1Char comma(',');
const QLatin1String dots("..");

struct Sign
{
    const char *text;
    Operator op;
};

// Longer ones first, so that "<=" is not read as "<".
constexpr std::array signs{
    Sign{"!=", Operator::NotEqual}, Sign{"<=", Operator::LessOrEqual}, Sign{">=", Operator::GreaterOrEqual},
    Sign{"=", Operator::Equal},     Sign{"<", Operator::Less},         Sign{">", Operator::Greater}};

//! What stands for no value, in the person's language.
QString emptyWord()
{
    return QCoreApplication::translate("fields", "empty");
}

bool isEmptyWord(const QString &text)
{
    return text.compare(emptyWord(), Qt::CaseInsensitive) == 0
        || text.compare(QLatin1String("empty"), Qt::CaseInsensitive) == 0;
}

bool isOrdered(ColumnType type)
{
    return type == ColumnType::Integer || type == ColumnType::Real || type == ColumnType::Score
        || type == ColumnType::DateTime;
}

//! The sign that \a text begins with, where columns of \a type have one: in texts, < and > are letters.
const Sign *signOf(const QString &text, ColumnType type)
{
    if (type == ColumnType::List)
        return nullptr;
    for (const Sign &sign : signs) {
        const bool orders = sign.op != Operator::Equal && sign.op != Operator::NotEqual;
        if (text.startsWith(QLatin1String(sign.text)))
            return !orders || isOrdered(type) ? &sign : nullptr;
    }
    return nullptr;
}

QString signText(Operator op)
{
    for (const Sign &sign : signs) {
        if (sign.op == op)
            return QLatin1String(sign.text);
    }
    return {};
}

//! `A,B`; an end that is a comma makes a list of one.
QStringList entriesOf(const QString &text)
{
    QStringList entries = query::parseList(text);
    entries.removeAll(QString());
    return entries;
}

bool isList(const QString &text)
{
    return query::parseList(text).size() > 1;
}

Result<Condition> readText(const QString &text, const Sign *sign, Condition condition)
{
    const QString rest = sign ? text.mid(qsizetype(qstrlen(sign->text))) : text;
    if (isList(rest) && (!sign || sign->op == Operator::Equal)) {
        condition.op = Operator::In;
        condition.values = entriesOf(rest);
        return condition;
    }
    const bool isStart = !sign && rest.size() > 1 && rest.endsWith(star);
    condition.op = sign ? sign->op : isStart ? Operator::StartsWith : Operator::Contains;
    condition.values = {query::unquoted(isStart ? rest.chopped(1) : rest)};
    return condition;
}

Result<Condition> readNumber(const QString &text, const Sign *sign, Condition condition)
{
    const QString rest = sign ? text.mid(qsizetype(qstrlen(sign->text))) : text;
    if (isList(rest) && (!sign || sign->op == Operator::Equal)) {
        condition.op = Operator::In;
        condition.values = entriesOf(rest);
    } else {
        condition.op = sign ? sign->op : Operator::Equal;
        condition.values = {rest.trimmed()};
    }
    return condition;
}

//! Days, months, years and periods are what a date is within; two dots make a range.
Condition readDate(const QString &text, const Sign *sign, Condition condition)
{
    const QString rest = (sign ? text.mid(qsizetype(qstrlen(sign->text))) : text).simplified();
    const bool isWithin = !sign || sign->op == Operator::Equal;
    if (const QStringList ends = rest.split(dots); isWithin && ends.size() == 2) {
        condition.op = Operator::Between;
        condition.values = {ends.front().trimmed(), ends.back().trimmed()};
        return condition;
    }
    const QStringList entries = isWithin ? entriesOf(rest) : QStringList{rest};
    condition.op = isWithin ? Operator::In : sign->op;
    condition.values = entries.isEmpty() ? QStringList{QString()} : entries;
    return condition;
}

Result<Condition> readTruth(const QString &text, const Sign *sign, Condition condition)
{
    const QString word = (sign ? text.mid(qsizetype(qstrlen(sign->text))) : text).trimmed().toLower();
    condition.op = Operator::Equal;
    for (const char *value : {"1", "0"}) {
        const QString shown = display::value(ColumnType::Boolean, QLatin1String(value)).toLower();
        const bool isOne = *value == '1';
        const QStringList words{QLatin1String(value), shown, QLatin1String(isOne ? "yes" : "no"),
                                QLatin1String(isOne ? "true" : "false")};
        if (words.contains(word) && !(sign && sign->op == Operator::NotEqual)) {
            condition.values = {QLatin1String(value)};
            return condition;
        }
    }
    return fail(ErrorKind::Input,
                QCoreApplication::translate("fields", "Type yes, no, %1 or !%1.").arg(emptyWord()));
}

Result<Condition> read(const QString &text, const lake::LakeColumn &column)
{
    Condition condition{column.name, Operator::Contains, {}};
    const bool negated = text.startsWith(QLatin1Char('!'));
    if (isEmptyWord(text.mid(negated ? 1 : 0).trimmed())) {
        condition.op = negated ? Operator::NotEmpty : Operator::IsEmpty;
        return condition;
    }
    const Sign *sign = signOf(text, column.type);
    switch (column.type) {
    case ColumnType::Text:
        return readText(text, sign, std::move(condition));
    case ColumnType::Integer:
    case ColumnType::Real:
    case ColumnType::Score:
        return readNumber(text, sign, std::move(condition));
    case ColumnType::DateTime:
        return readDate(text, sign, std::move(condition));
    case ColumnType::Boolean:
        return readTruth(text, sign, std::move(condition));
    case ColumnType::List:
        break;
    }
    condition.values = {query::unquoted(text)};
    return condition;
}

QString listText(const QStringList &values)
{
    const QString text = query::printList(values);
    return values.size() == 1 ? QString(text + comma) : text;
}

//! The plainest text for a condition, which may mean another one: the caller reads it back.
QString plainText(const Condition &condition, const lake::LakeColumn &column)
{
    const QString value = condition.values.value(0);
    const bool isNumber = isOrdered(column.type) && column.type != ColumnType::DateTime;
    switch (condition.op) {
    case Operator::IsEmpty:
        return emptyWord();
    case Operator::NotEmpty:
        return QLatin1Char('!') + emptyWord();
    case Operator::Contains:
        return value;
    case Operator::StartsWith:
        return value + star;
    case Operator::In:
        return column.type == ColumnType::DateTime ? query::printList(condition.values)
                                                   : listText(condition.values);
    case Operator::Between:
        return value + dots + condition.values.value(1);
    case Operator::Equal:
        if (column.type == ColumnType::Boolean)
            return display::value(column.type, value);
        return isNumber ? value : QString(signText(condition.op) + value);
    default:
        return signText(condition.op) + value;
    }
}

//! The same where signs and commas of the value would mean something.
QString quotedText(const Condition &condition)
{
    const QString value = query::inQuotes(condition.values.value(0));
    if (condition.op == Operator::StartsWith)
        return value + star;
    return condition.op == Operator::Contains ? value : QString(signText(condition.op) + value);
}

} // namespace

Result<std::optional<Condition>> readField(const QString &text, const lake::LakeColumn &column)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return std::nullopt;
    GAUGE_TRY(auto condition, read(typed, column));
    if (const std::optional<QString> problem = validationError(condition, column.type))
        return fail(ErrorKind::Input, *problem);
    return std::optional(std::move(condition));
}

std::optional<QString> fieldText(const Condition &condition, const lake::LakeColumn &column)
{
    for (const QString &text : {plainText(condition, column), quotedText(condition)}) {
        const auto meant = readField(text, column);
        if (meant && *meant == condition)
            return text;
    }
    return std::nullopt;
}

QString fieldHelp(ColumnType type)
{
    QStringList lines;
    switch (type) {
    case ColumnType::Integer:
    case ColumnType::Real:
    case ColumnType::Score:
        lines = {QCoreApplication::translate("fields", "9 · is 9"),
                 QCoreApplication::translate("fields", ">=9, <5, !=0 · compares"),
                 QCoreApplication::translate("fields", "0,6,10 · is one of these")};
        break;
    case ColumnType::DateTime:
        lines = {
            QCoreApplication::translate("fields", "2026, 2026-03, 2026-03-31 · in that year, month or day"),
            QCoreApplication::translate("fields", "today, last 30 days, this quarter · within that period"),
            QCoreApplication::translate("fields", "2026-01..2026-03 · from the first to the last"),
            QCoreApplication::translate("fields", ">=2026-03-31, <last month · on or after, before")};
        break;
    case ColumnType::Boolean:
        lines = {QCoreApplication::translate("fields", "yes, no")};
        break;
    case ColumnType::List:
        lines = {QCoreApplication::translate("fields", "late · contains it")};
        break;
    case ColumnType::Text:
        lines = {QCoreApplication::translate("fields", "late · contains it"),
                 QCoreApplication::translate("fields", "late* · starts with it"),
                 QCoreApplication::translate("fields", "=NL, !=NL · is exactly that, or is not"),
                 QCoreApplication::translate("fields", "NL,DE · is one of these"),
                 QCoreApplication::translate("fields", "\"late, cold\" · quotes keep commas and signs")};
        break;
    }
    lines.append(
        QCoreApplication::translate("fields", "%1, !%1 · has no value, or has one").arg(emptyWord()));
    return lines.join(QLatin1Char('\n'));
}

} // namespace gauge::ui
