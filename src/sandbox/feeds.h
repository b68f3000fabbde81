// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/cases.h"
#include "sandbox/http.h"

#include <QtGlobal>

namespace gauge::sandbox {

enum class Feed { Responses, NonResponses, CloseLoop };

//! The Outbound Filters of this system; in the real product they are made by an admin.
inline constexpr std::string_view promotersFilter = "147b3662-cd7e-490c-b865-9be3480ca2fd";
inline constexpr std::string_view netherlandsFilter = "2f0c7a14-5d0e-4c5b-9a63-0d6f6b1c7e21";

//! The sync feeds: checks the parameters, walks the rows after the cursor, writes a page. Pages are
//! made anew for every request, so that memory does not grow with the data set.
class Feeds
{
public:
    Feeds(Dice dice, Seconds anchor, std::int64_t responses, Shape shape);
    Q_DISABLE_COPY_MOVE(Feeds) // its parts point at each other

    //! GET /v7/rest/sync/…
    [[nodiscard]] Answer page(Feed feed, const Call &call, Seconds now) const;
    //! The body of a page without records whose cursor advances, and passes over none.
    [[nodiscard]] std::string emptyPage(Feed feed, const Call &call) const;
    //! PUT /v7/rest/close-loop/status
    [[nodiscard]] Answer setStatus(const Call &call, Seconds now);

    [[nodiscard]] std::int64_t responsesBy(Seconds now) const
    {
        return m_population.timeline().answeredBy(now);
    }
    [[nodiscard]] std::int64_t invitationsBy(Seconds now) const
    {
        const auto sent = m_population.sentBy(now);
        return sent.end - sent.begin;
    }

private:
    struct Query;
    struct Row;

    [[nodiscard]] Query parse(Feed feed, const Call &call, FieldErrors &errors) const;
    void parsePeriod(Feed feed, const Form &form, Query &query, FieldErrors &errors) const;
    //! Whether the rows of \a feed are invitations in order of number, else responses in order of arrival.
    [[nodiscard]] bool isByNumber(Feed feed) const
    {
        return feed == Feed::NonResponses || m_shape.order == Order::Number;
    }
    [[nodiscard]] Row rowAt(Feed feed, std::int64_t index) const;
    //! The rows to look at: all that \a query may hold are among them.
    [[nodiscard]] Range candidates(Feed feed, const Query &query, Seconds now) const;
    [[nodiscard]] Range ofPeriod(Feed feed, const Query &query) const;
    [[nodiscard]] Range ofNumber(Feed feed, std::int64_t number) const;
    [[nodiscard]] bool holds(Feed feed, const Query &query, const Row &row, Seconds now) const;
    [[nodiscard]] bool holdsPeriod(const Query &query, const Row &row, Seconds now) const;
    void append(std::string &out, Feed feed, const Query &query, const Row &row, Seconds now) const;
    [[nodiscard]] std::string cursorText(std::int64_t key) const;

    Shape m_shape;
    Population m_population;
    Respondents m_respondents;
    RecordWriter m_records;
    Cases m_cases;
};

} // namespace gauge::sandbox
