// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/computed.h"

#include <QtGlobal>

#include <charconv>
#include <chrono>
#include <cmath>
#include <optional>

namespace gauge::catalog {

ComputedColumns::ComputedColumns(const Endpoint &endpoint)
{
    for (size_t i = 0; i < endpoint.columns.size(); ++i) {
        const Column &column = endpoint.columns[i];
        if (!column.compute)
            continue;
        One one{i, {}, column.compute};
        for (const QString &name : column.computedFrom)
            one.from.push_back(size_t(endpoint.column(name) - endpoint.columns.data()));
        m_all.push_back(std::move(one));
    }
}

void ComputedColumns::fill(std::span<Cell> cells) const
{
    std::vector<Cell> from;
    for (const One &one : m_all) {
        from.clear();
        for (const size_t index : one.from)
            from.push_back(cells[index]);
        cells[one.column] = one.compute(from);
    }
}

namespace {

using std::chrono::seconds;

//! The digits of \a text from \a at on, \a count of them.
std::optional<int> numberAt(std::string_view text, size_t at, size_t count)
{
    int number = 0;
    const char *end = text.data() + at + count;
    const auto [read, error] = std::from_chars(text.data() + at, end, number);
    return error == std::errc() && read == end && number >= 0 ? std::optional(number) : std::nullopt;
}

//! "2026-03-31", and what may follow.
std::optional<std::chrono::sys_days> dayOf(const Cell &cell)
{
    const std::string_view text = cell.text;
    if (cell.type != Cell::Type::Text || text.size() < 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const auto year = numberAt(text, 0, 4);
    const auto month = numberAt(text, 5, 2);
    const auto day = numberAt(text, 8, 2);
    if (!year || !month || !day)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(unsigned(*month)),
                                           std::chrono::day(unsigned(*day))};
    return date.ok() ? std::optional(std::chrono::sys_days(date)) : std::nullopt;
}

//! "2026-03-31 14:05:09", in whatever zone.
std::optional<std::chrono::sys_seconds> momentOf(const Cell &cell)
{
    const auto date = dayOf(cell);
    const std::string_view text = cell.text;
    if (!date || text.size() != 19 || (text[10] != ' ' && text[10] != 'T') || text[13] != ':'
        || text[16] != ':')
        return std::nullopt;
    const auto hour = numberAt(text, 11, 2);
    const auto minute = numberAt(text, 14, 2);
    const auto second = numberAt(text, 17, 2);
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59)
        return std::nullopt;
    return *date + seconds((*hour * 60 + *minute) * 60 + *second);
}

Cell lifeOf(std::span<const Cell> from)
{
    for (size_t step = std::size(lifeWords); step-- > 0;) {
        if (dayOf(from[step]))
            return Cell::ofText(lifeWords[step]);
    }
    return {};
}

Cell daysBetween(std::span<const Cell> from)
{
    const auto sent = momentOf(from[0]);
    const auto answered = momentOf(from[1]);
    if (!sent || !answered)
        return {};
    const std::chrono::duration<double, std::ratio<86400>> days = *answered - *sent;
    return Cell::ofReal(std::round(days.count() * 100) / 100);
}

} // namespace

Column lifeColumn()
{
    Column column{QString::fromLatin1(lifeName), {}, ColumnType::Text, QT_TRANSLATE_NOOP("catalog", "Life")};
    column.computedFrom
        = {QString::fromLatin1(sentName), QStringLiteral("date_opened"), QStringLiteral("date_clicked")};
    column.compute = lifeOf;
    return column;
}

Column daysToAnswerColumn()
{
    Column column{QString::fromLatin1(daysToAnswerName),
                  {},
                  ColumnType::Real,
                  QT_TRANSLATE_NOOP("catalog", "Days to answer")};
    column.computedFrom = {QString::fromLatin1(sentName), QStringLiteral("date_survey_response")};
    column.compute = daysBetween;
    return column;
}

} // namespace gauge::catalog
