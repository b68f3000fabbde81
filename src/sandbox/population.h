// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/timeline.h"

#include <array>
#include <optional>

namespace gauge::sandbox {

//! Who was asked and who answered. Invitation i goes out in order; three of every ten are answered,
//! some days later and in another order; a few mails fail. All of it is computed from (seed, number),
//! forwards and backwards, so that a system of millions takes no memory.
class Population
{
public:
    Population(Dice dice, Seconds anchor, std::int64_t responses);

    [[nodiscard]] const Timeline &timeline() const { return m_timeline; }
    [[nodiscard]] const Dice &dice() const { return m_dice; }

    //! The invitation that the response with this rank (in order of answering) answers.
    [[nodiscard]] std::int64_t invitationOf(std::int64_t rank) const;
    //! The rank at which an invitation is, or will be, answered; nothing if it never is.
    [[nodiscard]] std::optional<std::int64_t> rankOf(std::int64_t invitation) const;

    [[nodiscard]] Seconds sentAt(std::int64_t invitation) const;
    [[nodiscard]] Seconds answeredAt(std::int64_t rank) const { return m_timeline.timeOf(rank); }
    //! How many invitations are sent before \a now.
    [[nodiscard]] std::int64_t sentBy(Seconds now) const;
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
    [[nodiscard]] const std::array<std::uint8_t, 3> &answeringPlaces(std::int64_t block) const;
    [[nodiscard]] std::int64_t factorOf(std::int64_t window) const;
    [[nodiscard]] std::int64_t shiftOf(std::int64_t window) const;

    Dice m_dice;
    Timeline m_timeline;
    std::int64_t m_responses;
    std::int64_t m_window; //!< a prime: about three days of responses, within which their order is shuffled
};

} // namespace gauge::sandbox
