// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart.h"

namespace gauge::ui {

//! Additional questions: how their answers are spread and, where these are numbers, their mean and how it
//! goes with the score.
class QuestionChart final : public Chart
{
    Q_OBJECT
public:
    struct Answer
    {
        QString text;
        qint64 responses = 0;
    };
    struct Question
    {
        QString title;
        qint64 answered = 0;
        std::optional<double> mean = {};
        std::optional<double> correlation = {}; //!< −1 … 1
        std::vector<Answer> answers = {}; //!< in their order; none of free texts
        bool isFreeText = false;
        std::vector<query::Filter> where = {};
    };
    static constexpr std::size_t mostDrawn = 12;

    using Chart::Chart;

    void setFigures(std::vector<Question> questions);
    [[nodiscard]] double height(const ChartStyle &look) const override;
    void draw(Drawing &drawing) const override;

private:
    [[nodiscard]] std::size_t drawn() const { return std::min(m_questions.size(), mostDrawn); }
    void drawAnswers(Drawing &drawing, const Question &question, const QRectF &area) const;

    std::vector<Question> m_questions;
};

} // namespace gauge::ui
