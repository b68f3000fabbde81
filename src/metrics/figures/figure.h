// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/figures/comparison.h"
#include "metrics/figures/nps.h"

namespace gauge::metrics {

//! What a group of responses says.
struct Figure
{
    Counts counts;
    qint64 records = 0; //!< with and without a valid score

    [[nodiscard]] qint64 ignored() const { return records - counts.total(); }
    //! Nothing without a record that has a score.
    [[nodiscard]] std::optional<Nps> nps() const
    {
        return counts.total() > 0 ? std::optional(npsOf(counts)) : std::nullopt;
    }
    //! As CustomerGauge's own dashboard has it: of all responses, those without a score included.
    [[nodiscard]] std::optional<double> ofAllResponses() const
    {
        return records > 0 ? std::optional(100.0 * static_cast<double>(counts.promoters - counts.detractors)
                                           / static_cast<double>(records))
                           : std::nullopt;
    }
    //! Fewer than \a least of them have a score: one answer more could turn it.
    [[nodiscard]] bool isTooFew(int least) const { return counts.total() < least; }

    //! One more record; −1: it has no valid score.
    void add(int score)
    {
        ++records;
        if (score >= 9)
            ++counts.promoters;
        else if (score >= 7)
            ++counts.passives;
        else if (score >= 0)
            ++counts.detractors;
    }
    Figure &operator+=(const Figure &other);
    Figure &operator-=(const Figure &other);
    bool operator==(const Figure &) const = default;
};

//! What became of invitations: of those sent within one time.
struct Invited
{
    qint64 answered = 0;
    qint64 unanswered = 0;
    qint64 youngAnswered = 0; //!< of the answered: sent too short a time ago to be settled (Settling)
    qint64 youngUnanswered = 0; //!< of the unanswered, likewise: provisional

    //! 0 … 1; nothing where nobody was invited.
    [[nodiscard]] std::optional<double> rate() const { return rateOf(answered, unanswered); }
    //! Of those that are settled only.
    [[nodiscard]] std::optional<double> settledRate() const
    {
        return rateOf(answered - youngAnswered, unanswered - youngUnanswered);
    }
    [[nodiscard]] static std::optional<double> rateOf(qint64 answered, qint64 unanswered)
    {
        const qint64 all = answered + unanswered;
        return all > 0 ? std::optional(static_cast<double>(answered) / static_cast<double>(all))
                       : std::nullopt;
    }
    Invited &operator+=(const Invited &other);
    bool operator==(const Invited &) const = default;
};

} // namespace gauge::metrics
