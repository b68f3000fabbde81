// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/condition.h"

#include <array>

namespace gauge::query {

namespace {

struct OperatorName
{
    Operator op;
    const char *text;
};

//! As print() writes them.
constexpr std::array operatorNames{
    OperatorName{Operator::StartsWith, "starts-with"},
    OperatorName{Operator::NotEmpty, "not-empty"},
    OperatorName{Operator::IsEmpty, "is-empty"},
    OperatorName{Operator::Contains, "contains"},
    OperatorName{Operator::In, "in"},
    OperatorName{Operator::Between, "between"},
    OperatorName{Operator::NotEqual, "!="},
    OperatorName{Operator::LessOrEqual, "<="},
    OperatorName{Operator::GreaterOrEqual, ">="},
    OperatorName{Operator::Equal, "="},
    OperatorName{Operator::Less, "<"},
    OperatorName{Operator::Greater, ">"},
};

//! What other languages and people write for the same.
constexpr std::array otherSpellings{
    OperatorName{Operator::Equal, "=="},
    OperatorName{Operator::NotEqual, "<>"},
    OperatorName{Operator::GreaterOrEqual, "=>"},
    OperatorName{Operator::LessOrEqual, "=<"},
};

//! These occur in questions too ("What happened before?"): they are operators before a date only.
constexpr std::array dateOperators{
    OperatorName{Operator::LessOrEqual, "on or before"},
    OperatorName{Operator::GreaterOrEqual, "on or after"},
    OperatorName{Operator::Less, "before"},
    OperatorName{Operator::Greater, "after"},
};

constexpr QLatin1Char quote('"');
constexpr QLatin1Char apostrophe('\'');

bool holdsJoiner(const QString &text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (joinerAt(text, at).joiner != Joiner::None)
            return true;
    }
    return false;
}

//! Whether apostrophes enclose \a text and nothing within it is one.
bool isInApostrophes(const QString &text)
{
    return text.size() >= 2 && text.startsWith(apostrophe) && text.indexOf(apostrophe, 1) == text.size() - 1;
}

//! Whether \a text means something else outside quotes, wherever it stands.
bool needsQuotes(const QString &text)
{
    return text.isEmpty() || text != text.trimmed() || text.contains(quote) || text.startsWith(apostrophe)
        || text.contains(QLatin1Char('\n')) || text.contains(QLatin1Char('('))
        || text.contains(QLatin1Char(')')) || holdsJoiner(text);
}

//! The list between the parentheses that enclose \a text, if they do.
QString withoutParentheses(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (!trimmed.startsWith(QLatin1Char('(')) || !trimmed.endsWith(QLatin1Char(')')))
        return text;
    const QString inner = trimmed.mid(1, trimmed.size() - 2);
    return inner.contains(QLatin1Char('(')) || inner.contains(QLatin1Char(')')) ? text : inner;
}

} // namespace

QString inQuotes(const QString &text)
{
    return quote + QString(text).replace(QLatin1String("\""), QLatin1String("\"\"")) + quote;
}

QString unquoted(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.size() >= 2 && trimmed.startsWith(quote) && trimmed.endsWith(quote))
        return trimmed.mid(1, trimmed.size() - 2).replace(QLatin1String("\"\""), QLatin1String("\""));
    return isInApostrophes(trimmed) ? trimmed.mid(1, trimmed.size() - 2) : trimmed;
}

QString printList(const QStringList &entries)
{
    QStringList printed;
    for (const QString &entry : entries) {
        const bool needs = needsQuotes(entry) || entry.contains(QLatin1Char(','));
        printed.append(needs ? inQuotes(entry) : entry);
    }
    return printed.join(QLatin1Char(','));
}

bool takesValue(Operator op)
{
    return op != Operator::IsEmpty && op != Operator::NotEmpty;
}

namespace {

//! Whether a date follows at \a at: a digit, a quote, or the first word of a relative period.
bool isBeforeDate(const QString &text, qsizetype at)
{
    const QString rest = text.mid(at, 40).trimmed().toLower();
    if (rest.isEmpty())
        return false;
    const QChar first = rest[0];
    if ((first >= QLatin1Char('0') && first <= QLatin1Char('9')) || first == quote || first == apostrophe)
        return true;
    const QString word = rest.section(QLatin1Char(' '), 0, 0);
    return word == QLatin1String("today") || word == QLatin1String("yesterday")
        || word == QLatin1String("last") || word == QLatin1String("this");
}

//! Where the last `and` of \a text stands, or -1. A `between` before it has a second value.
qsizetype lastAnd(const QString &text)
{
    qsizetype at = text.size() - 1;
    while (at >= 0 && joinerAt(text, at).joiner != Joiner::And)
        --at;
    return at;
}

//! The longest of \a names that stands at \a at, alone where it is a word.
template <typename Names>
std::optional<OperatorPlace> operatorAt(const Names &names, const QString &text, qsizetype at)
{
    std::optional<OperatorPlace> longest;
    for (const OperatorName &candidate : names) {
        const QLatin1String name(candidate.text);
        if ((longest && longest->length >= name.size()) || !QStringView(text).mid(at).startsWith(name))
            continue;
        const qsizetype end = at + name.size();
        const bool isWord = candidate.text[0] >= 'a';
        const bool stands = text[at - 1].isSpace()
            && (end == text.size() || text[end].isSpace() || text[end] == QLatin1Char(')'));
        if (!isWord || stands)
            longest = OperatorPlace{at, name.size(), candidate.op};
    }
    return longest;
}

//! \a end is lastAnd(), once it was needed: texts may be long and full of such words.
std::optional<OperatorPlace> anyOperatorAt(const QString &text, qsizetype at, std::optional<qsizetype> &end)
{
    const auto other = operatorAt(otherSpellings, text, at);
    if (other)
        return other;
    const auto plain = operatorAt(operatorNames, text, at);
    if (plain && plain->op == Operator::Between) {
        if (!end)
            end = lastAnd(text);
        return *end >= at + plain->length ? plain : std::nullopt;
    }
    if (plain)
        return plain;
    const auto date = operatorAt(dateOperators, text, at);
    return date && isBeforeDate(text, at + date->length) ? date : std::nullopt;
}

} // namespace

OperatorPlace findOperator(const QString &text, qsizetype from)
{
    bool quoted = false;
    std::optional<qsizetype> end;
    for (qsizetype i = from; i < text.size(); ++i) {
        if (text[i] == quote)
            quoted = !quoted;
        if (quoted || i == from)
            continue;
        if (const auto place = anyOperatorAt(text, i, end))
            return *place;
    }
    return {};
}

JoinerPlace joinerAt(const QString &text, qsizetype at)
{
    struct Spelling
    {
        QLatin1String text;
        Joiner joiner;
    };
    static constexpr std::array spellings{
        Spelling{QLatin1String("and"), Joiner::And}, Spelling{QLatin1String("or"), Joiner::Or},
        Spelling{QLatin1String("&&"), Joiner::And}, Spelling{QLatin1String("||"), Joiner::Or}};
    if (at > 0 && !text[at - 1].isSpace() && text[at - 1] != quote && text[at - 1] != QLatin1Char(')'))
        return {};
    for (const Spelling &spelling : spellings) {
        if (!QStringView(text).mid(at).startsWith(spelling.text, Qt::CaseInsensitive))
            continue;
        const qsizetype end = at + spelling.text.size();
        if (end == text.size() || text[end].isSpace() || text[end] == QLatin1Char('('))
            return {spelling.joiner, spelling.text.size()};
    }
    return {};
}

QString operatorText(Operator op)
{
    for (const OperatorName &candidate : operatorNames) {
        if (candidate.op == op)
            return QString::fromLatin1(candidate.text);
    }
    return {};
}

QStringList parseList(const QString &text)
{
    QStringList result;
    QString current;
    bool quoted = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        if (c == quote)
            quoted = !quoted;
        if (const qsizetype end = afterApostrophes(text, at); end > at && current.trimmed().isEmpty()) {
            current += QStringView(text).mid(at, end - at);
            at = end - 1;
            continue;
        }
        if (c == QLatin1Char(',') && !quoted) {
            result.append(unquoted(current));
            current.clear();
        } else {
            current.append(c);
        }
    }
    result.append(unquoted(current));
    return result;
}

qsizetype afterApostrophes(const QString &text, qsizetype at)
{
    if (at >= text.size() || text[at] != apostrophe)
        return at;
    const qsizetype closing = text.indexOf(apostrophe, at + 1);
    if (closing < 0)
        return at;
    // An entry ends behind the second one; otherwise both are letters ('s avonds, 't).
    qsizetype next = closing + 1;
    while (next < text.size() && text[next].isSpace())
        ++next;
    const bool ends = next == text.size() || text[next] == QLatin1Char(',') || text[next] == QLatin1Char(')')
        || (next > closing + 1 && joinerAt(text, next).joiner != Joiner::None);
    return ends ? closing + 1 : at;
}

namespace {

//! The two values of a `between`, which `and` separates.
Result<QStringList> twoValues(const QString &text)
{
    bool quoted = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == quote)
            quoted = !quoted;
        const JoinerPlace place = quoted || at == 0 ? JoinerPlace{} : joinerAt(text, at);
        if (place.joiner != Joiner::And)
            continue;
        const QString first = text.left(at);
        const QString second = text.mid(at + place.length);
        if (!first.trimmed().isEmpty() && !second.trimmed().isEmpty())
            return QStringList{unquoted(first), unquoted(second)};
    }
    return fail(ErrorKind::Input,
                QCoreApplication::translate(
                    "query", "“between” needs two values: date_sent between 2026-01-01 and 2026-03-31."));
}

} // namespace

Result<Condition> conditionAt(const QString &text, qsizetype start, const OperatorPlace &place, qsizetype end)
{
    const QString column = place.start > start ? unquoted(text.mid(start, place.start - start)) : QString();
    if (column.isEmpty()) {
        return fail(
            ErrorKind::Input,
            QCoreApplication::translate("query",
                                        "“%1” is not a condition. Write COLUMN OPERATOR VALUE, for example "
                                        "nps >= 9; operators are = != < <= > >= contains starts-with "
                                        "is-empty not-empty in between before after.")
                .arg(text.mid(start, end - start).trimmed()));
    }
    Condition condition{column, place.op, {}};
    const qsizetype afterOperator = place.start + place.length;
    const QString rest = text.mid(afterOperator, end - afterOperator);
    if (!takesValue(place.op)) {
        if (!rest.trimmed().isEmpty()) {
            return fail(ErrorKind::Input,
                        QCoreApplication::translate("query", "“%1” takes no value in “%2”.")
                            .arg(operatorText(place.op), text.mid(start, end - start).trimmed()));
        }
        return condition;
    }
    if (place.op == Operator::Between) {
        GAUGE_TRY(condition.values, twoValues(rest));
    } else if (place.op != Operator::In) {
        condition.values = {unquoted(rest)};
    } else if (const QString list = withoutParentheses(rest); !list.isEmpty()) {
        condition.values = parseList(list);
    } else if (rest.trimmed().isEmpty()) {
        condition.values = {QString()};
    } // else "()": in none
    return condition;
}

Result<Condition> parseCondition(const QString &text)
{
    return conditionAt(text, 0, findOperator(text, 0), text.size());
}

namespace {

//! What follows the column.
QString operatorAndValues(const Condition &condition)
{
    const QString text = operatorText(condition.op);
    if (!takesValue(condition.op))
        return text;
    const bool list = condition.op == Operator::In;
    if (list && condition.values.isEmpty())
        return text + QLatin1String(" ()");
    if (list)
        return text + QLatin1Char(' ') + printList(condition.values);
    QStringList values;
    for (const QString &value : condition.values)
        values.append(needsQuotes(value) ? inQuotes(value) : value);
    return text + QLatin1Char(' ') + values.join(QLatin1String(" and "));
}

} // namespace

QString print(const Condition &condition)
{
    const QString rest = operatorAndValues(condition);
    // A column that holds an operator of its own must be quoted to be read back. What follows, in a filter
    // also another condition, can make one of its words an operator: `between` takes the next `and` for its
    // own.
    const QString plain = condition.column + QLatin1Char(' ') + rest;
    const bool isRead = !needsQuotes(condition.column)
        && !condition.column.endsWith(operatorText(Operator::Between), Qt::CaseInsensitive)
        && findOperator(condition.column + QLatin1Char(' '), 0).start < 0
        && findOperator(plain, 0).start == condition.column.size() + 1;
    return isRead ? plain : QString(inQuotes(condition.column) + QLatin1Char(' ') + rest);
}

} // namespace gauge::query
