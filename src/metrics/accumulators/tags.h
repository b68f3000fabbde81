// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/lists.h"
#include "metrics/accumulators/accumulator.h"
#include "metrics/figures/valueindex.h"

#include <array>

namespace gauge::metrics {

//! Topics and tags by sentiment.
class TagAccumulator final : public Accumulator
{
public:
    TagAccumulator(NeededColumns &columns, const QString &column);
    void add(const ResponseRow &reading) override;
    void merge(const Accumulator &other) override;
    void writeTo(Dashboard &dashboard) const override;

private:
    static constexpr size_t sentiments = 5;
    //! One tag of one response.
    struct Choice
    {
        size_t tag = 0;
        std::array<bool, sentiments> has{}; //!< by TagChoice::Sentiment
    };
    struct Tally
    {
        std::array<qint64, sentiments> bySentiment{};
        Figure figure;
    };
    [[nodiscard]] const std::vector<Choice> &choicesOf(std::string_view json);

    QString m_column;
    size_t m_place;
    Names m_names; //!< type, line feed, label
    std::vector<Tally> m_tallies; //!< by name
    ByText<std::vector<Choice>> m_known; //!< lists repeat: each is read once
    std::vector<Choice> m_unkept;
};

} // namespace gauge::metrics
