// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/timeline.h"

#include <array>
#include <optional>

namespace gauge::sandbox {

//! Row numbers from begin up to, without, end.
struct Range
{
    std::int64_t begin = 0;
    std::int64_t end = 0;
};

//! Who was asked and who answered. Invitation i goes out in order; three of every ten are answered,
//! some days later and in another order; a few mails fail. All of it is computed from (seed, number),
//! forwards and backwards, so that a system of millions takes no memory.
//!
//! With late changes, one answer in twelve is a partly finished survey: its last click comes within two
//! days of the invitation, and it becomes a response 10 to 30 days after that click.
class Population
{
public:
    static constexpr Seconds shortestPartlyFinished = 10 * day; //!< from the last click to the response
    static constexpr Seconds longestPartlyFinished = 30 * day;

    Population(Dice dice, Seconds anchor, std::int64_t responses, bool lateChanges = false);

    [[nodiscard]] const Timeline &timeline() const { return m_timeline; }
    [[nodiscard]] const Dice &dice() const { return m_dice; }
    [[nodiscard]] bool hasLateChanges() const { return m_lag > 0; }

    //! The invitation that the response with this rank (in order of arrival) answers.
    [[nodiscard]] std::int64_t invitationOf(std::int64_t rank) const;
    //! The rank at which an invitation is, or will be, answered; nothing if it never is.
    [[nodiscard]] std::optional<std::int64_t> rankOf(std::int64_t invitation) const;
    //! The ranks of the responses that have arrived before \a now.
    [[nodiscard]] Range ranksBy(Seconds now) const { return {m_first, m_first + m_timeline.answeredBy(now)}; }
    [[nodiscard]] bool isPartlyFinished(std::int64_t rank) const;

    [[nodiscard]] Seconds sentAt(std::int64_t invitation) const;
    //! When the response with this rank arrives: it is in the feed from then on.
    [[nodiscard]] Seconds arrivedAt(std::int64_t rank) const { return m_timeline.timeOf(rank - m_first); }
    //! The date that the response bears: of its arrival, or of the last click of a partly finished survey.
    [[nodiscard]] Seconds answeredAt(std::int64_t rank) const;
    //! How many invitations are sent before \a now, those before the first non-response included: they are
    //! the partly finished surveys among the first responses.
    [[nodiscard]] std::int64_t sentBefore(Seconds now) const;
    //! The invitations that are sent before \a now, from the first that can be a non-response.
    [[nodiscard]] Range sentBy(Seconds now) const;
    //! Ranks among which are all that answer one of \a invitations.
    [[nodiscard]] Range ranksAround(Range invitations) const;
    //! Invitations among which are all that one of \a ranks answers.
    [[nodiscard]] Range invitationsAround(Range ranks) const;
    //! The mail came back: the record leaves the feed of non-responses and goes nowhere.
    [[nodiscard]] bool hasFailed(std::int64_t invitation, Seconds now) const;

    //! number_customergauge of an invitation and back.
    [[nodiscard]] std::int64_t numberOf(std::int64_t invitation) const;
    [[nodiscard]] std::optional<std::int64_t> invitationOfNumber(std::int64_t number) const;

    //! The service's internal key of row n of a feed (a cursor); rising, with gaps.
    [[nodiscard]] std::int64_t keyOf(std::int64_t row) const;
    //! The first row whose key is greater than \a key.
    [[nodiscard]] std::int64_t rowAfter(std::int64_t key) const;

private:
    [[nodiscard]] std::int64_t compressed(std::int64_t answer) const;
    [[nodiscard]] std::int64_t expanded(std::int64_t ordinary) const;
    //! How far the rank of an answer lies from its place among the answers in order of invitation, at most.
    [[nodiscard]] std::int64_t spread() const;
    [[nodiscard]] std::int64_t inRanks(std::int64_t meanDays) const;
    [[nodiscard]] const std::array<std::uint8_t, 3> &answeringPlaces(std::int64_t block) const;
    [[nodiscard]] std::int64_t factorOf(std::int64_t window) const;
    [[nodiscard]] std::int64_t shiftOf(std::int64_t window) const;

    Dice m_dice;
    Timeline m_timeline;
    std::int64_t m_responses;
    std::int64_t m_window; //!< a prime: about three days of responses, within which their order is shuffled
    std::int64_t m_lead; //!< ranks from an invitation to its place among the answers
    std::int64_t m_lag
        = 0; //!< twelves of ranks from there to the answer of a partly finished survey; 0: none
    std::int64_t m_first = 0; //!< rank of the first response
};

} // namespace gauge::sandbox
