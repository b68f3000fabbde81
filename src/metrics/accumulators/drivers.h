// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/accumulators/accumulator.h"
#include "metrics/figures/valueindex.h"

namespace gauge::metrics {

//! Drivers by their contribution. Each response weighs +1, 0 or −1, in equal shares for its primary drivers;
//! a share is in equal shares for the secondaries that were chosen with it.
class DriverAccumulator final : public Accumulator
{
public:
    DriverAccumulator(NeededColumns &columns, const QString &column);
    void add(const ResponseRow &reading) override;
    void merge(const Accumulator &other) override;
    void writeTo(Dashboard &dashboard) const override;

private:
    struct Tally
    {
        double weight = 0; //!< the sum of shares
        Figure figure;
        void add(int score, double share);
    };
    //! The choices of one response by their numbers.
    struct Choice
    {
        size_t primary = 0;
        std::vector<size_t> secondaries; //!< of Primary::names; at least one: the primary alone is one, too
    };
    struct Primary
    {
        Tally tally;
        Names names;
        std::vector<Tally> secondaries; //!< by name
    };
    [[nodiscard]] const std::vector<Choice> &choicesOf(std::string_view json);
    [[nodiscard]] Driver told(size_t primary, qint64 scored) const;

    QString m_column;
    size_t m_place;
    Names m_names;
    std::vector<Primary> m_primaries; //!< by name
    Tally m_others;
    qint64 m_scored = 0;
    ByText<std::vector<Choice>> m_known; //!< lists repeat: each is read once
    std::vector<Choice> m_unkept;
};

} // namespace gauge::metrics
