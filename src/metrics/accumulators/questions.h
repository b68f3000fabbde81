// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/accumulators/accumulator.h"
#include "metrics/figures/statistics.h"
#include "metrics/figures/valueindex.h"

#include <optional>

namespace gauge::metrics {

//! Additional questions, each of which is a column of its own.
class QuestionAccumulator final : public Accumulator
{
public:
    //! A column and the question that it answers.
    struct Asked
    {
        QString column;
        QString title;
    };
    QuestionAccumulator(NeededColumns &columns, const std::vector<Asked> &questions);
    void add(const ResponseRow &reading) override;
    void merge(const Accumulator &other) override;
    void writeTo(Dashboard &dashboard) const override;

private:
    struct Answers
    {
        std::optional<double> number;
        Figure figure;
    };
    struct Tally
    {
        Asked asked;
        size_t place = 0;
        qint64 answered = 0;
        Names names;
        std::vector<Answers> answers; //!< by name; none where it is free text
        bool isFreeText = false;
        Moments numbers; //!< with 0 beside them
        Moments pairs; //!< with the score beside them

        [[nodiscard]] Answers *answersTo(std::string_view text);
        void add(std::string_view text, int score);
        void merge(const Tally &other);
        [[nodiscard]] Question told() const;
    };
    std::vector<Tally> m_questions;
};

} // namespace gauge::metrics
