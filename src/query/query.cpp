// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/query.h"

#include "query/condition.h"

#include <array>

namespace gauge::query {

namespace {

//! parseSort() of an entry, whose spaces are its own.
Result<Sort> sortOf(const QString &text)
{
    Sort sort{text, false};
    if (sort.column.endsWith(QLatin1String(":desc"))) {
        sort.descending = true;
        sort.column.chop(5);
    } else if (sort.column.endsWith(QLatin1String(":asc"))) {
        sort.column.chop(4);
    }
    if (sort.column.isEmpty()) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("query", "A sort needs a column: COLUMN or COLUMN:desc."));
    }
    return sort;
}

constexpr QLatin1Char quote('"');

struct PresenceName
{
    Presence presence;
    const char *text;
};

constexpr std::array presenceNames{
    PresenceName{Presence::There, "there"},
    PresenceName{Presence::Gone, "gone"},
    PresenceName{Presence::Both, "all"},
};

//! Reads one line after the other into a query.
class Reader
{
public:
    Result<void> read(const QString &line);
    [[nodiscard]] Query take() { return std::move(m_query); }

private:
    Result<void> readClause(const QString &word, const QString &rest);
    Result<void> readSort(const QString &rest);
    Result<void> readLimit(const QString &rest);
    Result<void> readPresence(const QString &rest);

    Query m_query;
    QStringList m_words; //!< that were read
};

Result<void> Reader::read(const QString &line)
{
    const QString text = line.trimmed();
    if (text.isEmpty() || text.startsWith(QLatin1Char('#')))
        return {};
    const QString word = text.section(QLatin1Char(' '), 0, 0);
    const QString rest = text.mid(word.size()).trimmed();
    if (rest.isEmpty()) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("query", "“%1” says nothing: something must follow it.")
                        .arg(word.left(60)));
    }
    if (word != QLatin1String("where") && m_words.contains(word)) {
        return fail(ErrorKind::Input, QCoreApplication::translate("query", "“%1” is there twice.").arg(word));
    }
    m_words.append(word);
    return readClause(word, rest);
}

Result<void> Reader::readClause(const QString &word, const QString &rest)
{
    if (word == QLatin1String("where")) {
        GAUGE_TRY(auto filter, parseFilter(rest));
        m_query.where.push_back(std::move(filter));
        return {};
    }
    if (word == QLatin1String("search")) {
        m_query.search = unquoted(rest);
        return {};
    }
    if (word == QLatin1String("columns")) {
        m_query.columns = parseList(rest);
        return {};
    }
    if (word == QLatin1String("sort"))
        return readSort(rest);
    if (word == QLatin1String("limit"))
        return readLimit(rest);
    if (word == QLatin1String("records"))
        return readPresence(rest);
    return fail(ErrorKind::Input,
                QCoreApplication::translate("query",
                                            "“%1” begins no line of a query. Possible: where, search, sort, "
                                            "columns, limit, records.")
                    .arg(word.left(60)));
}

Result<void> Reader::readSort(const QString &rest)
{
    const QStringList columns = parseList(rest);
    for (const QString &text : columns) {
        GAUGE_TRY(auto sort, sortOf(text));
        m_query.sort.push_back(std::move(sort));
    }
    return {};
}

Result<void> Reader::readLimit(const QString &rest)
{
    bool isNumber = false;
    const qint64 limit = rest.toLongLong(&isNumber);
    if (!isNumber || limit < 0) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("query", "A limit is a number of rows, not “%1”.")
                        .arg(rest.left(60)));
    }
    m_query.limit = limit;
    return {};
}

Result<void> Reader::readPresence(const QString &rest)
{
    for (const PresenceName &name : presenceNames) {
        if (rest == QLatin1String(name.text)) {
            m_query.presence = name.presence;
            return {};
        }
    }
    return fail(
        ErrorKind::Input,
        QCoreApplication::translate("query", "Records are there, gone or all, not “%1”.").arg(rest.left(60)));
}

QString printSort(const Sort &sort)
{
    if (sort.descending)
        return sort.column + QLatin1String(":desc");
    // A name may end as a direction does.
    const bool isMistakable
        = sort.column.endsWith(QLatin1String(":desc")) || sort.column.endsWith(QLatin1String(":asc"));
    return isMistakable ? QString(sort.column + QLatin1String(":asc")) : sort.column;
}

} // namespace

Result<Sort> parseSort(const QString &text)
{
    return sortOf(text.trimmed());
}

QStringList linesOf(const QString &text)
{
    QStringList lines{QString()};
    bool quoted = false;
    for (const QChar c : text) {
        if (c == quote)
            quoted = !quoted;
        if (c == QLatin1Char('\n') && !quoted)
            lines.append(QString());
        else
            lines.back() += c;
    }
    return lines;
}

Result<Query> parseQuery(const QString &text)
{
    Reader reader;
    const QStringList lines = linesOf(text);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (auto done = reader.read(lines[i]); !done) {
            Error error = std::move(done.error());
            error.text
                = QCoreApplication::translate("query", "Line %1: %2").arg(QString::number(i + 1), error.text);
            return fail(std::move(error));
        }
    }
    return reader.take();
}

QString print(const Query &query)
{
    QStringList lines;
    const auto add = [&](const char *word, const QString &rest) {
        lines.append(QLatin1String(word) + QLatin1Char(' ') + rest);
    };
    for (const Filter &filter : query.where)
        add("where", print(filter));
    if (!query.search.isEmpty())
        add("search", printList({query.search}));
    QStringList sorts;
    for (const Sort &sort : query.sort)
        sorts.append(printSort(sort));
    if (!sorts.isEmpty())
        add("sort", printList(sorts));
    if (!query.columns.isEmpty())
        add("columns", printList(query.columns));
    if (query.limit)
        add("limit", QString::number(*query.limit));
    for (const PresenceName &name : presenceNames) {
        if (name.presence == query.presence && query.presence != Presence::There)
            add("records", QLatin1String(name.text));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace gauge::query
