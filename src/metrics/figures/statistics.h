// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace gauge::metrics {

//! How many records of each kind a figure rests on.
struct Counts
{
    qint64 promoters = 0; //!< score 9–10
    qint64 passives = 0; //!< score 7–8
    qint64 detractors = 0; //!< score 0–6
    [[nodiscard]] qint64 total() const { return promoters + passives + detractors; }
    bool operator==(const Counts &) const = default;
};

//! The Net Promoter Score with its uncertainty. Source: service.md, "Figures analysts expect".
struct Nps
{
    double score = 0; //!< −100 … 100
    double standardError = 0; //!< of the score, unadjusted, in points
    double low = 0; //!< adjusted Wald interval at 95 %, clamped to ±100
    double high = 0;
    bool operator==(const Nps &) const = default;
};

//! All zero when there is no record with a score.
[[nodiscard]] Nps npsOf(const Counts &counts);

inline constexpr double z95 = 1.959964;

//! A score and its standard error, in points; not clamped.
struct Estimate
{
    double score = 0;
    double standardError = 0;
};

//! Of one record at least.
[[nodiscard]] Estimate estimateOf(const Counts &counts);
//! Adjusted Wald: three more made-up records, ¾ promoter, 1½ passive, ¾ detractor.
[[nodiscard]] Estimate adjustedEstimateOf(const Counts &counts);

//! Whether two groups differ, or chance alone could have made it so. Source: service.md, "Figures analysts
//! expect": of the adjusted values, as the interval is.
struct Comparison
{
    double delta = 0; //!< the one less the other, of the adjusted scores, in points
    double standardError = 0; //!< of that
    double z = 0; //!< |delta| / standardError
    double p = 1; //!< two-sided: how often chance alone makes so great a difference
    //! At 95 %, as the intervals are.
    [[nodiscard]] bool isReal() const { return p < 0.05; }
    bool operator==(const Comparison &) const = default;
};

//! \a one less \a other; nothing where one of them has no record with a score.
[[nodiscard]] std::optional<Comparison> compare(const Counts &one, const Counts &other);

//! Mean, deviation and correlation of pairs, one by one. Sums of squares would lose the digits of numbers
//! that are large and close together (Welford; Chan, Golub and LeVeque 1983 for the merge).
class Moments
{
public:
    void add(double x, double y);
    void merge(const Moments &other);

    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] std::optional<double> meanX() const;
    //! Of x, with n − 1; from two pairs on.
    [[nodiscard]] std::optional<double> deviationX() const;
    //! Pearson's; from three pairs on, unless one side is always the same.
    [[nodiscard]] std::optional<double> correlation() const;

private:
    qint64 m_count = 0;
    double m_meanX = 0;
    double m_meanY = 0;
    double m_squaresX = 0; //!< of the differences from the mean
    double m_squaresY = 0;
    double m_products = 0;
};

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
    qint64 youngAnswered
        = 0; //!< of the answered: sent too short a time ago to be settled (ProvisionalWindow)
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
