// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/condition.h"

#include "query/conditiontext.h"

#include <array>

namespace gauge::query {

namespace {

struct OperatorName
{
    Operator op;
    const char *text;
};

// Longer spellings first, so that "<=" is not read as "<".
constexpr std::array operatorNames{
    OperatorName{Operator::StartsWith, "starts-with"},
    OperatorName{Operator::NotEmpty, "not-empty"},
    OperatorName{Operator::IsEmpty, "is-empty"},
    OperatorName{Operator::Contains, "contains"},
    OperatorName{Operator::In, "in"},
    OperatorName{Operator::NotEqual, "!="},
    OperatorName{Operator::LessOrEqual, "<="},
    OperatorName{Operator::GreaterOrEqual, ">="},
    OperatorName{Operator::Equal, "="},
    OperatorName{Operator::Less, "<"},
    OperatorName{Operator::Greater, ">"},
};

constexpr QLatin1Char quote('"');

QString translated(const char *text)
{
    return QCoreApplication::translate("query", text);
}

bool holdsJoiner(const QString &text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (joinerAt(text, at) > 0)
            return true;
    }
    return false;
}

//! Whether \a text means something else outside quotes, wherever it stands.
bool needsQuotes(const QString &text)
{
    return text.isEmpty() || text != text.trimmed() || text.contains(quote)
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
    return trimmed;
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

OperatorPlace findOperator(const QString &text, qsizetype from)
{
    bool quoted = false;
    for (qsizetype i = from; i < text.size(); ++i) {
        if (text[i] == quote)
            quoted = !quoted;
        if (quoted || i == from)
            continue;
        for (const OperatorName &candidate : operatorNames) {
            const QLatin1String name(candidate.text);
            if (!QStringView(text).mid(i).startsWith(name))
                continue;
            const qsizetype end = i + name.size();
            const bool word = candidate.text[0] >= 'a';
            const bool separated = text[i - 1].isSpace()
                && (end == text.size() || text[end].isSpace() || text[end] == QLatin1Char(')'));
            if (!word || separated)
                return {i, name.size(), candidate.op};
        }
    }
    return {};
}

qsizetype joinerAt(const QString &text, qsizetype at)
{
    if (at > 0 && !text[at - 1].isSpace() && text[at - 1] != quote && text[at - 1] != QLatin1Char(')'))
        return 0;
    for (const QLatin1String word : {QLatin1String("and"), QLatin1String("or")}) {
        if (!QStringView(text).mid(at).startsWith(word, Qt::CaseInsensitive))
            continue;
        const qsizetype end = at + word.size();
        if (end == text.size() || text[end].isSpace() || text[end] == QLatin1Char('('))
            return word.size();
    }
    return 0;
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
    for (const QChar c : text) {
        if (c == quote)
            quoted = !quoted;
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

Result<Condition> conditionAt(const QString &text, qsizetype start, const OperatorPlace &place, qsizetype end)
{
    const QString column = place.start > start ? unquoted(text.mid(start, place.start - start)) : QString();
    if (column.isEmpty()) {
        return fail(
            ErrorKind::Input,
            translated(QT_TRANSLATE_NOOP("query",
                                         "“%1” is not a condition. Write COLUMN OPERATOR VALUE, for example "
                                         "nps >= 9; operators are = != < <= > >= contains starts-with "
                                         "is-empty not-empty in."))
                .arg(text.mid(start, end - start).trimmed()));
    }
    Condition condition{column, place.op, {}};
    const qsizetype afterOperator = place.start + place.length;
    const QString rest = text.mid(afterOperator, end - afterOperator);
    if (!takesValue(place.op)) {
        if (!rest.trimmed().isEmpty()) {
            return fail(ErrorKind::Input,
                        translated(QT_TRANSLATE_NOOP("query", "“%1” takes no value in “%2”."))
                            .arg(operatorText(place.op), text.mid(start, end - start).trimmed()));
        }
        return condition;
    }
    if (place.op != Operator::In) {
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

QString print(const Condition &condition)
{
    // A column that holds an operator of its own or a quote must be quoted to be read back.
    const bool plain
        = !needsQuotes(condition.column) && findOperator(condition.column + QLatin1Char(' '), 0).start < 0;
    QString text = (plain ? condition.column : inQuotes(condition.column)) + QLatin1Char(' ')
        + operatorText(condition.op);
    if (!takesValue(condition.op))
        return text;
    const bool list = condition.op == Operator::In;
    if (list && condition.values.isEmpty())
        return text + QLatin1String(" ()");
    if (list)
        return text + QLatin1Char(' ') + printList(condition.values);
    const QString value = condition.values.value(0);
    return text + QLatin1Char(' ') + (needsQuotes(value) ? inQuotes(value) : value);
}

} // namespace gauge::query
