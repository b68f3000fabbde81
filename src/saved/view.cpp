// SPDX-License-Identifier: GPL-3.0-or-later
#include "saved/view.h"

#include "query/condition.h"

#include <algorithm>

namespace gauge::saved {

namespace {

constexpr QLatin1String feedWord("feed");
constexpr QLatin1String windowWord("window");
constexpr QLatin1String widthsWord("widths ");
constexpr QLatin1String frozenWord("frozen ");
constexpr QLatin1String tallWord("rows tall");
constexpr int widest = 4000;

QString printWidths(const QHash<QString, int> &widths)
{
    QStringList names = widths.keys();
    names.sort(); // the same view, the same text
    QStringList entries;
    for (const QString &name : names)
        entries.append(name + QLatin1Char('=') + QString::number(widths.value(name)));
    return widthsWord + query::printList(entries);
}

//! What the window would not take is left out: it is about looks alone.
QHash<QString, int> readWidths(const QString &text)
{
    QHash<QString, int> widths;
    const QStringList entries = query::parseList(text);
    for (const QString &entry : entries) {
        const qsizetype at = entry.lastIndexOf(QLatin1Char('='));
        const int width = QStringView(entry).mid(at + 1).toInt();
        if (at > 0 && width > 0)
            widths[entry.left(at)] = std::min(width, widest);
    }
    return widths;
}

} // namespace

Result<QString> feedOf(SavedText &text)
{
    Result<std::optional<QString>> feed = text.take(feedWord);
    if (!feed)
        return fail(std::move(feed.error()));
    // A quote in it would take the lines behind it with it when it is written again.
    const auto isOfName
        = [](QChar c) { return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('-'); };
    if (!*feed || (*feed)->isEmpty() || !std::all_of((*feed)->cbegin(), (*feed)->cend(), isOfName)) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("saved", "It does not say of which feed it is."));
    }
    return **feed;
}

SavedText View::print() const
{
    SavedText text(kind, name);
    text.add(feedWord, feed);
    text.add(query::print(query));
    if (!widths.isEmpty())
        text.add(windowWord, printWidths(widths));
    if (!frozen.isEmpty())
        text.add(windowWord, frozenWord + query::printList(frozen));
    if (tallRows)
        text.add(windowWord, tallWord);
    return text;
}

Result<View> View::read(SavedText text)
{
    View view;
    view.name = text.name();
    GAUGE_TRY(view.feed, feedOf(text));
    const QStringList looks = text.takeAll(windowWord);
    for (const QString &look : looks) {
        if (look.startsWith(widthsWord))
            view.widths = readWidths(look.mid(widthsWord.size()));
        else if (look.startsWith(frozenWord))
            view.frozen = query::parseList(look.mid(frozenWord.size()));
        else if (look == tallWord)
            view.tallRows = true;
    }
    GAUGE_TRY(view.query, query::parseQuery(text.rest()));
    return view;
}

namespace {

using query::Filter;

std::optional<Filter> fittedFilter(const Filter &filter, const QStringList &known)
{
    if (filter.kind() == Filter::Kind::Condition)
        return known.contains(filter.condition().column) ? std::optional(filter) : std::nullopt;
    std::vector<Filter> members;
    for (const Filter &member : filter.members())
        if (std::optional<Filter> kept = fittedFilter(member, known))
            members.push_back(std::move(*kept));
    if (members.empty())
        return std::nullopt;
    return filter.kind() == Filter::Kind::All ? Filter::all(std::move(members))
                                              : Filter::any(std::move(members));
}

} // namespace

Misfit misfitOf(const query::Query &query, const QStringList &known)
{
    Misfit misfit;
    const auto lacks = [&](const QString &column) {
        const bool missing = !known.contains(column);
        if (missing && !misfit.columns.contains(column))
            misfit.columns.append(column);
        return missing;
    };
    for (const QString &column : query.columns)
        lacks(column);
    for (const query::Condition &condition : query::conditionsOf(query.where))
        if (lacks(condition.column))
            misfit.conditions.append(query::print(condition));
    for (const query::Sort &sort : query.sort)
        lacks(sort.column);
    return misfit;
}

query::Query fitted(query::Query query, const QStringList &known)
{
    query.columns.removeIf([&](const QString &column) { return !known.contains(column); });
    std::erase_if(query.sort, [&](const query::Sort &sort) { return !known.contains(sort.column); });
    std::vector<Filter> where;
    for (const Filter &filter : query.where)
        if (std::optional<Filter> kept = fittedFilter(filter, known))
            where.push_back(std::move(*kept));
    query.where = std::move(where);
    return query;
}

} // namespace gauge::saved
