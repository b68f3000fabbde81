// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/filter.h"

#include "query/condition.h"

#include <algorithm>

namespace gauge::query {

Filter::Filter(Condition condition)
    : m_condition(std::move(condition))
{}

Filter::Filter(QString column, Operator op, QStringList values)
    : Filter(Condition{std::move(column), op, std::move(values)})
{}

Filter::Filter(Kind kind, std::vector<Filter> members)
    : m_kind(kind)
{
    for (Filter &member : members) {
        if (member.m_kind == kind)
            std::move(member.m_members.begin(), member.m_members.end(), std::back_inserter(m_members));
        else
            m_members.push_back(std::move(member));
    }
}

Filter Filter::all(std::vector<Filter> members)
{
    return members.size() == 1 ? std::move(members.front()) : Filter(Kind::All, std::move(members));
}

Filter Filter::any(std::vector<Filter> members)
{
    return members.size() == 1 ? std::move(members.front()) : Filter(Kind::Any, std::move(members));
}

int Filter::depth() const
{
    int deepest = -1;
    for (const Filter &member : m_members)
        deepest = std::max(deepest, member.depth());
    return m_kind == Kind::Condition ? 0 : deepest + 1;
}

Filter changed(const Filter &filter, const std::function<Condition(Condition)> &change)
{
    if (filter.kind() == Filter::Kind::Condition)
        return {change(filter.condition())};
    std::vector<Filter> members;
    for (const Filter &member : filter.members())
        members.push_back(changed(member, change));
    return filter.kind() == Filter::Kind::All ? Filter::all(std::move(members))
                                              : Filter::any(std::move(members));
}

std::vector<Condition> conditionsOf(const std::vector<Filter> &filters)
{
    std::vector<Condition> result;
    for (const Filter &filter : filters) {
        if (filter.kind() == Filter::Kind::Condition) {
            result.push_back(filter.condition());
            continue;
        }
        std::vector<Condition> inner = conditionsOf(filter.members());
        std::move(inner.begin(), inner.end(), std::back_inserter(result));
    }
    return result;
}

QString print(const Filter &filter)
{
    if (filter.kind() == Filter::Kind::Condition)
        return print(filter.condition());
    QStringList texts;
    for (const Filter &member : filter.members()) {
        const QString text = print(member);
        texts.append(member.kind() == Filter::Kind::Condition
                         ? text
                         : QString(QLatin1Char('(') + text + QLatin1Char(')')));
    }
    return texts.join(filter.kind() == Filter::Kind::All ? QLatin1String(" and ") : QLatin1String(" or "));
}

namespace {

constexpr QLatin1Char quote('"');
constexpr QLatin1Char opening('(');
constexpr QLatin1Char closing(')');

//! Reads one text from left to right; each function leaves m_at behind what it has read.
class Parser
{
public:
    explicit Parser(const QString &text)
        : m_text(text)
    {}

    [[nodiscard]] Result<Filter> whole();
    //! Where a value that begins at \a from ends: at a joiner, at the parenthesis that closes the group
    //! of \a depth, or with the text. Parentheses within a value come in pairs, if they do.
    [[nodiscard]] qsizetype valueEnd(qsizetype from, bool list, int depth) const;

private:
    [[nodiscard]] Result<Filter> any(int depth);
    [[nodiscard]] Result<Filter> all(int depth);
    [[nodiscard]] Result<Filter> term(int depth);
    [[nodiscard]] Result<Filter> condition(int depth);
    [[nodiscard]] std::optional<qsizetype> scanValue(qsizetype from, bool list, int depth, bool pairs) const;
    [[nodiscard]] qsizetype afterQuotes(qsizetype from) const;
    [[nodiscard]] qsizetype joinerIn(qsizetype from, qsizetype to) const;
    [[nodiscard]] bool takeJoiner(Joiner joiner);
    void skipSpaces();
    [[nodiscard]] tl::unexpected<Error> failAt(qsizetype place, const QString &words) const;

    const QString &m_text;
    qsizetype m_at = 0;
};

tl::unexpected<Error> Parser::failAt(qsizetype place, const QString &words) const
{
    return fail(
        ErrorKind::Input,
        QCoreApplication::translate("query", "At character %1: %2").arg(QString::number(place + 1), words));
}

void Parser::skipSpaces()
{
    while (m_at < m_text.size() && m_text[m_at].isSpace())
        ++m_at;
}

//! Takes \a joiner if it is next.
bool Parser::takeJoiner(Joiner joiner)
{
    skipSpaces();
    const JoinerPlace next = m_at < m_text.size() ? joinerAt(m_text, m_at) : JoinerPlace{};
    if (next.joiner != joiner)
        return false;
    m_at += next.length;
    return true;
}

//! The first joiner outside quotes, or -1.
qsizetype Parser::joinerIn(qsizetype from, qsizetype to) const
{
    bool quoted = false;
    for (qsizetype at = from; at < to; ++at) {
        if (m_text[at] == quote)
            quoted = !quoted;
        if (!quoted && at > from && joinerAt(m_text, at).joiner != Joiner::None)
            return at;
    }
    return -1;
}

Result<Filter> Parser::whole()
{
    auto filter = any(0);
    if (!filter)
        return filter;
    skipSpaces();
    if (m_at < m_text.size()) {
        return failAt(m_at,
                      QCoreApplication::translate("query",
                                                  "“%1” was not expected. Conditions are joined "
                                                  "with and, or; put a value in double quotes.")
                          .arg(m_text.mid(m_at, 40)));
    }
    return filter;
}

Result<Filter> Parser::any(int depth)
{
    std::vector<Filter> members;
    do {
        GAUGE_TRY(auto member, all(depth));
        members.push_back(std::move(member));
    } while (takeJoiner(Joiner::Or));
    return Filter::any(std::move(members));
}

Result<Filter> Parser::all(int depth)
{
    std::vector<Filter> members;
    do {
        GAUGE_TRY(auto member, term(depth));
        members.push_back(std::move(member));
    } while (takeJoiner(Joiner::And));
    return Filter::all(std::move(members));
}

Result<Filter> Parser::term(int depth)
{
    skipSpaces();
    if (m_at >= m_text.size() || m_text[m_at] != opening)
        return condition(depth);
    const qsizetype opened = m_at++;
    if (depth + 1 == deepestFilter) {
        return failAt(opened,
                      QCoreApplication::translate("query", "Parentheses can be %1 deep at most.")
                          .arg(QString::number(deepestFilter - 1)));
    }
    auto group = any(depth + 1);
    if (!group)
        return group;
    skipSpaces();
    if (m_at < m_text.size() && m_text[m_at] == closing) {
        ++m_at;
        return group;
    }
    return failAt(opened,
                  QCoreApplication::translate("query", "The parenthesis that opens here is not closed."));
}

Result<Filter> Parser::condition(int depth)
{
    const qsizetype start = m_at;
    const OperatorPlace place = findOperator(m_text, start);
    // A column may hold "and" as it is only where nothing else can be meant: at the very beginning.
    const qsizetype columnEnd = place.start < 0 ? m_text.size() : place.start;
    const bool first = start == 0 || m_text.left(start).trimmed().isEmpty();
    const qsizetype joiner = first && depth == 0 ? -1 : joinerIn(start, columnEnd);
    if (place.start < 0 || joiner >= 0) {
        const QString found = m_text.mid(start, (joiner >= 0 ? joiner : m_text.size()) - start).trimmed();
        if (found.isEmpty())
            return failAt(start, QCoreApplication::translate("query", "A condition is missing here."));
        return failAt(start,
                      QCoreApplication::translate(
                          "query",
                          "“%1” is not a condition. Write COLUMN OPERATOR VALUE; if it belongs to "
                          "the value before it, put that value in double quotes.")
                          .arg(found.left(60)));
    }
    const qsizetype value = place.start + place.length;
    qsizetype end = takesValue(place.op) ? valueEnd(value, place.op == Operator::In, depth) : value;
    if (place.op == Operator::Between && end < m_text.size())
        end = valueEnd(end + joinerAt(m_text, end).length, false, depth);
    auto read = conditionAt(m_text, start, place, end);
    if (!read)
        return failAt(start, read.error().text);
    m_at = end;
    return Filter(std::move(*read));
}

//! Behind the quoted text that begins at \a from, or \a from itself when the quote is never closed.
qsizetype Parser::afterQuotes(qsizetype from) const
{
    for (qsizetype at = from + 1; at < m_text.size(); ++at) {
        if (m_text[at] != quote)
            continue;
        if (at + 1 < m_text.size() && m_text[at + 1] == quote)
            ++at; // doubled: a quote within
        else
            return at + 1;
    }
    return from;
}

qsizetype Parser::valueEnd(qsizetype from, bool list, int depth) const
{
    // Nothing if a parenthesis stays open, as in a smiley: then they are letters like others.
    const std::optional<qsizetype> paired = scanValue(from, list, depth, true);
    return paired ? *paired : scanValue(from, list, depth, false).value_or(m_text.size());
}

std::optional<qsizetype> Parser::scanValue(qsizetype from, bool list, int depth, bool pairs) const
{
    bool atStart = true; // of the value or an entry of the list: only there a quote is one
    int open = 0;
    for (qsizetype at = from; at < m_text.size(); ++at) {
        const QChar c = m_text[at];
        if (c.isSpace())
            continue;
        if (atStart && (c == quote || c == QLatin1Char('\''))) {
            atStart = false;
            const qsizetype after = c == quote ? afterQuotes(at) : afterApostrophes(m_text, at);
            if (after > at)
                at = after - 1;
            continue;
        }
        if (open == 0 && at > from && joinerAt(m_text, at).joiner != Joiner::None)
            return at;
        if (c == closing && open == 0 && depth > 0)
            return at;
        if (pairs && c == opening)
            ++open;
        else if (c == closing && open > 0)
            --open;
        atStart = list && (c == QLatin1Char(',') || (c == opening && atStart));
    }
    return open > 0 ? std::nullopt : std::optional(m_text.size());
}

//! Whether a joiner outside quotes follows a value in \a text and is its last word: a condition is missing.
bool endsWithJoiner(const QString &text, qsizetype valueStart)
{
    const QString value = text.mid(valueStart).trimmed();
    const qsizetype start = value.lastIndexOf(QLatin1Char(' ')) + 1;
    const bool isQuoted = value.count(quote) % 2 == 1;
    return start > 0 && !isQuoted && joinerAt(value, start).joiner != Joiner::None;
}

} // namespace

Result<Filter> parseFilter(const QString &text)
{
    Parser parser(text);
    auto filter = parser.whole();
    if (filter || text.trimmed().startsWith(opening))
        return filter;
    // One condition whose unquoted value holds "and" or "or": nothing behind that word is a condition.
    const OperatorPlace place = findOperator(text, 0);
    if (place.start >= 0 && takesValue(place.op)) {
        const qsizetype value = place.start + place.length;
        const qsizetype end = parser.valueEnd(value, place.op == Operator::In, 0);
        if ((end < text.size() && findOperator(text, end).start >= 0) || endsWithJoiner(text, value))
            return filter;
    }
    if (auto single = parseCondition(text); single || place.start < 0)
        return single.map([](Condition &condition) { return Filter(std::move(condition)); });
    return filter;
}

} // namespace gauge::query
