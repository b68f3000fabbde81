// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/feeds.h"

#include "sandbox/recordtext.h"

#include <algorithm>
#include <chrono>

namespace gauge::sandbox {

namespace {

constexpr std::int64_t farAway = 1'000'000'000'000'000; // keeps arithmetic on hostile cursors in range
constexpr std::string_view opaquePrefix = "eyJrIjo"; // cursors were opaque strings once

enum class DateField { Creation, Order, Sent, Response, UpdatedAt };

struct Period
{
    DateField field = DateField::Creation;
    Seconds from = 0;
    Seconds until = 0; //!< exclusive
};

// Midnight of a yyyy-mm-dd.
std::optional<Seconds> dayOf(const std::optional<std::string> &text)
{
    if (!text || text->size() != 10 || (*text)[4] != '-' || (*text)[7] != '-')
        return std::nullopt;
    const std::string_view view(*text);
    const auto year = integer(view.substr(0, 4));
    const auto month = integer(view.substr(5, 2));
    const auto date = integer(view.substr(8, 2));
    if (!year || !month || !date)
        return std::nullopt;
    const std::chrono::year_month_day civil{std::chrono::year(static_cast<int>(*year)),
                                            std::chrono::month(static_cast<unsigned>(*month)),
                                            std::chrono::day(static_cast<unsigned>(*date))};
    if (!civil.ok())
        return std::nullopt;
    return std::chrono::sys_days(civil).time_since_epoch().count() * day;
}

std::optional<DateField> dateField(std::string_view name, Feed feed)
{
    if (name == "date_creation")
        return DateField::Creation;
    if (name == "date_order")
        return DateField::Order;
    if (name == "date_sent")
        return DateField::Sent;
    if (name == "date_survey_response" && feed == Feed::Responses)
        return DateField::Response;
    return std::nullopt;
}

} // namespace

struct Feeds::Query
{
    std::int64_t perPage = 100;
    std::optional<std::int64_t> after; //!< the key of the last row seen
    std::optional<std::int64_t> number;
    std::string filter;
    std::optional<Period> period;
    With with;
    Range ranks; //!< of the responses that have arrived
};

//! One row of a feed: an invitation, and the response that is or will be its answer.
struct Feeds::Row
{
    std::int64_t invitation;
    std::optional<std::int64_t> rank;
};

Feeds::Feeds(Dice dice, Seconds anchor, std::int64_t responses, Shape shape)
    : m_shape(shape)
    , m_population(dice, anchor, responses, shape.lateChanges)
    , m_respondents(m_population, shape)
    , m_records(m_population, m_respondents, shape)
    , m_cases(m_population, m_respondents, m_records)
{}

std::string Feeds::cursorText(std::int64_t key) const
{
    return m_shape.quirks ? quoted(std::string(opaquePrefix) + std::to_string(key)) : std::to_string(key);
}

void Feeds::parsePeriod(Feed feed, const Form &form, Query &query, FieldErrors &errors) const
{
    const bool isCases = feed == Feed::CloseLoop;
    const std::string name = isCases ? "updated_at" : "period";
    const auto parts = mapOf(form, name);
    if (parts.empty())
        return;
    Period period;
    if (isCases) {
        period.field = DateField::UpdatedAt;
    } else if (const auto field = dateField(valueOf(parts, "field").value_or(""), feed)) {
        period.field = *field;
    } else {
        errors.emplace_back(name + ".field", "The selected period.field is invalid.");
    }
    const auto start = dayOf(valueOf(parts, "start"));
    const auto end = dayOf(valueOf(parts, "end"));
    if (!start)
        errors.emplace_back(name + ".start",
                            "The " + name + ".start field is required and must be a date (yyyy-mm-dd).");
    if (!end)
        errors.emplace_back(name + ".end",
                            "The " + name + ".end field is required and must be a date (yyyy-mm-dd).");
    if (start && end && *end < *start)
        errors.emplace_back(name + ".end",
                            "The " + name + ".end must be a date after or equal to " + name + ".start.");
    period.from = start.value_or(0);
    period.until = end.value_or(0) + day;
    query.period = period;
}

Feeds::Query Feeds::parse(Feed feed, const Call &call, FieldErrors &errors) const
{
    Query query;
    const auto &form = call.query;
    if (const auto text = valueOf(form, "per_page")) {
        const auto number = integer(*text);
        if (!number || *number < 1 || *number > 1000)
            errors.emplace_back("per_page", "The per_page must be between 1 and 1000.");
        query.perPage = number.value_or(1);
    }
    if (const auto text = valueOf(form, "cursor"); text && !text->empty()) {
        const std::string_view view(*text);
        query.after = integer(view.starts_with(opaquePrefix) ? view.substr(opaquePrefix.size()) : view);
        if (!query.after)
            errors.emplace_back("cursor", "The cursor must be an integer.");
        query.after = std::clamp<std::int64_t>(query.after.value_or(0), 0, farAway);
    }
    if (const auto text = valueOf(form, "number_customergauge")) {
        query.number = integer(*text);
        if (!query.number)
            errors.emplace_back("number_customergauge", "The number_customergauge must be a number.");
        query.number = std::clamp<std::int64_t>(query.number.value_or(0), 0, farAway);
    }
    query.filter = valueOf(form, "filter").value_or("");
    if (!query.filter.empty() && query.filter != promotersFilter && query.filter != netherlandsFilter)
        errors.emplace_back("filter", "The selected filter is invalid.");
    for (const auto &name : listOf(form, "with")) {
        const bool isResponses = feed == Feed::Responses;
        if (name == "properties" && feed != Feed::CloseLoop)
            query.with.properties = true;
        else if (name == "selected_drivers" && isResponses)
            query.with.drivers = true;
        else if (name == "tags" && isResponses)
            query.with.tags = true;
        else if (name == "questions" && isResponses)
            query.with.questions = true;
        else
            errors.emplace_back("with", "The selected with is invalid: " + name + ".");
    }
    parsePeriod(feed, form, query, errors);
    return query;
}

Feeds::Row Feeds::rowAt(Feed feed, std::int64_t index) const
{
    if (isByNumber(feed))
        return {index, m_population.rankOf(index)};
    return {m_population.invitationOf(index), index};
}

Range Feeds::ofNumber(Feed feed, std::int64_t number) const
{
    const auto invitation = m_population.invitationOfNumber(number);
    const auto row = invitation && !isByNumber(feed) ? m_population.rankOf(*invitation) : invitation;
    return row ? Range{*row, *row + 1} : Range{};
}

Range Feeds::ofPeriod(Feed feed, const Query &query) const
{
    const auto &[field, from, until] = *query.period;
    if (field == DateField::Response || field == DateField::UpdatedAt) {
        Range ranks{m_population.ranksBy(from).end,
                    m_population.ranksBy(until + Population::longestPartlyFinished).end};
        if (field == DateField::UpdatedAt)
            ranks.begin = m_cases.firstSet(m_population.ranksBy(from - Cases::longestLife).end);
        return isByNumber(feed) ? m_population.invitationsAround(ranks) : ranks;
    }
    // Creation and order come before the sending, by less than this.
    constexpr auto longestBefore = 7 * day;
    const Range invitations{m_population.sentBefore(from), m_population.sentBefore(until + longestBefore)};
    return isByNumber(feed) ? invitations : m_population.ranksAround(invitations);
}

Range Feeds::candidates(Feed feed, const Query &query, Seconds now) const
{
    auto rows = isByNumber(feed) ? m_population.sentBy(now) : m_population.ranksBy(now);
    if (isByNumber(feed) && feed != Feed::NonResponses)
        rows.begin = 0; // surveys that were sent before the first non-response and became responses since
    const auto narrow = [&rows](Range to) {
        rows = {std::max(rows.begin, to.begin), std::min(rows.end, to.end)};
    };
    if (query.after)
        narrow({m_population.rowAfter(*query.after), rows.end});
    if (query.number && feed != Feed::CloseLoop) // at most one row can have this number
        narrow(ofNumber(feed, *query.number));
    if (query.period)
        narrow(ofPeriod(feed, query));
    return rows;
}

bool Feeds::holdsPeriod(const Query &query, const Row &row, Seconds now) const
{
    Seconds time = 0;
    switch (query.period->field) {
    case DateField::Creation:
        time = m_respondents.createdAt(row.invitation);
        break;
    case DateField::Order:
        time = m_respondents.orderedAt(row.invitation);
        break;
    case DateField::Sent:
        time = m_population.sentAt(row.invitation);
        break;
    case DateField::Response:
        time = m_population.answeredAt(*row.rank);
        break;
    case DateField::UpdatedAt:
        time = m_cases.updatedAt(*row.rank, now);
        break;
    }
    return time >= query.period->from && time < query.period->until;
}

bool Feeds::holds(Feed feed, const Query &query, const Row &row, Seconds now) const
{
    const bool hasArrived = row.rank && *row.rank < query.ranks.end;
    if (feed == Feed::NonResponses) {
        if (hasArrived || m_population.hasFailed(row.invitation, now))
            return false;
    } else if (!hasArrived || *row.rank < query.ranks.begin) {
        return false;
    }
    if (query.period && !holdsPeriod(query, row, now))
        return false;
    if (feed == Feed::CloseLoop)
        return m_cases.exists(*row.rank);
    if (query.filter == promotersFilter)
        return feed == Feed::Responses && m_records.scoreOf(*row.rank) >= 9;
    if (query.filter == netherlandsFilter)
        return m_respondents.accountOf(row.invitation).country == "NL";
    return true;
}

void Feeds::append(std::string &out, Feed feed, const Query &query, const Row &row, Seconds now) const
{
    switch (feed) {
    case Feed::Responses:
        m_records.appendResponse(out, *row.rank, now, query.with);
        break;
    case Feed::NonResponses:
        m_records.appendNonResponse(out, row.invitation, now, query.with);
        break;
    case Feed::CloseLoop:
        m_cases.append(out, *row.rank, now);
        break;
    }
}

Answer Feeds::page(Feed feed, const Call &call, Seconds now) const
{
    if (call.method != "GET")
        return messageAnswer(405, "Method Not Allowed");
    FieldErrors errors;
    auto query = parse(feed, call, errors);
    if (!errors.empty())
        return invalidAnswer(errors);

    query.ranks = m_population.ranksBy(now);
    const auto rows = candidates(feed, query, now);
    Answer answer{.isLastPage = true};
    answer.body = R"({"data":[)";
    std::optional<std::int64_t> last = query.after;
    std::int64_t count = 0;
    for (auto index = rows.begin; index < rows.end; ++index) {
        const auto row = rowAt(feed, index);
        if (!holds(feed, query, row, now))
            continue;
        if (count == query.perPage) {
            answer.isLastPage = false;
            break;
        }
        if (count++ > 0)
            answer.body += ',';
        append(answer.body, feed, query, row, now);
        last = m_population.keyOf(index);
    }
    answer.body += R"(],"cursor":{"next":)" + (last ? cursorText(*last) : "null") + "}}";
    return answer;
}

std::string Feeds::emptyPage(Feed feed, const Call &call) const
{
    FieldErrors errors;
    const auto after = parse(feed, call, errors).after.value_or(0);
    // The key of the next row is farther away than this, unless some thirty empty pages went before.
    const auto next = std::min(after + 1, m_population.keyOf(m_population.rowAfter(after)) - 1);
    return R"({"data":[],"cursor":{"next":)" + cursorText(next) + "}}";
}

Answer Feeds::setStatus(const Call &call, Seconds now)
{
    if (call.method != "PUT")
        return messageAnswer(405, "Method Not Allowed");
    // Documented as a JSON body; a form body and the query are taken as well.
    const auto fields = call.queryAndJson();
    if (!fields)
        return malformedAnswer();
    auto form = *fields;
    if (call.contentType.starts_with("application/x-www-form-urlencoded")) {
        const auto body = call.form();
        form.insert(form.end(), body.begin(), body.end());
    }
    const auto number = integer(valueOf(form, "number_customergauge").value_or(""));
    auto status = valueOf(form, "status").value_or("");
    std::transform(status.begin(), status.end(), status.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    const auto invitation = m_population.invitationOfNumber(std::min(number.value_or(0), farAway));
    const auto rank = invitation ? m_population.rankOf(*invitation).value_or(farAway) : farAway;
    FieldErrors errors;
    const auto arrived = m_population.ranksBy(now);
    if (rank < arrived.begin || rank >= arrived.end || !m_cases.exists(rank))
        errors.emplace_back("number_customergauge", "The selected number_customergauge is invalid.");
    constexpr std::array<std::string_view, 5> known{"OPEN", "IN-PROGRESS", "PROGRESS", "CLOSED", "CLOSE"};
    if (std::find(known.begin(), known.end(), status) == known.end())
        errors.emplace_back("status", "The selected status is invalid.");
    if (!errors.empty())
        return invalidAnswer(errors);
    m_cases.setStatus(rank, status, now);
    return {};
}

} // namespace gauge::sandbox
