// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/accumulators/questions.h"

#include "lake/read/scoregroups.h"
#include "metrics/figures/dashboard.h"

#include <algorithm>
#include <charconv>

namespace gauge::metrics {

namespace {

//! `4`, `-3`, `4.5`; nothing for other texts, and for what no scale reaches.
std::optional<double> numberIn(std::string_view text)
{
    constexpr double most = 1e6;
    constexpr size_t longest = 20;
    const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (digits.empty() || text.size() > longest || !isDigit(digits.front()) || !isDigit(digits.back()))
        return std::nullopt;
    double number = 0;
    const auto read
        = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || number > most || number < -most)
        return std::nullopt;
    return number;
}

} // namespace

QuestionAccumulator::QuestionAccumulator(NeededColumns &columns, const std::vector<Asked> &questions)
{
    for (const Asked &asked : questions) {
        Tally tally;
        tally.asked = asked;
        tally.place = columns.place(asked.column);
        m_questions.push_back(std::move(tally));
    }
}

//! Null as soon as there are too many to be told one by one.
QuestionAccumulator::Answers *QuestionAccumulator::Tally::answersTo(std::string_view text)
{
    if (isFreeText)
        return nullptr;
    const size_t known = names.size();
    const size_t name = names.of(text);
    if (names.size() > mostAnswers) {
        isFreeText = true;
        names = {};
        answers.clear();
        return nullptr;
    }
    Answers &found = grown(answers, name);
    if (name == known)
        found.number = numberIn(text);
    return &found;
}

void QuestionAccumulator::Tally::add(std::string_view text, int score)
{
    ++answered;
    Answers *known = answersTo(text);
    if (known)
        known->figure.add(score);
    const std::optional<double> number = known ? known->number : numberIn(text);
    if (!number)
        return;
    numbers.add(*number, 0);
    if (score >= 0)
        pairs.add(*number, score);
}

void QuestionAccumulator::Tally::merge(const Tally &other)
{
    answered += other.answered;
    numbers.merge(other.numbers);
    pairs.merge(other.pairs);
    if (other.isFreeText) {
        isFreeText = true;
        names = {};
        answers.clear();
    }
    for (size_t i = 0; i < other.answers.size() && !isFreeText; ++i) {
        if (Answers *to = answersTo(other.names.text(i)))
            to->figure += other.answers[i].figure;
    }
}

Question QuestionAccumulator::Tally::told() const
{
    Question question;
    question.column = asked.column;
    question.title = asked.title;
    question.answered = answered;
    question.numbers = numbers.count();
    question.mean = numbers.meanX();
    question.deviation = numbers.deviationX();
    question.pairs = pairs.count();
    question.correlation = pairs.correlation();
    question.isFreeText = isFreeText;
    question.drillDown = {{asked.column, query::Operator::NotEmpty, {}}};
    std::vector<size_t> order;
    for (size_t i = 0; i < answers.size(); ++i)
        order.push_back(i);
    std::sort(order.begin(), order.end(), [&](size_t a, size_t b) {
        const auto &first = answers[a].number;
        const auto &second = answers[b].number;
        if (first && second && *first != *second)
            return *first < *second;
        return first.has_value() != second.has_value() ? first.has_value() : names.text(a) < names.text(b);
    });
    for (const size_t i : order) {
        const QString text = names.string(i);
        question.answers.push_back({text, answers[i].figure, hasValue(asked.column, text)});
    }
    return question;
}

void QuestionAccumulator::add(const ResponseRow &reading)
{
    if (!reading.isInRange)
        return;
    std::string buffer;
    for (Tally &tally : m_questions) {
        const std::string_view text = lake::groupText(reading.cell(tally.place), buffer);
        if (!text.empty())
            tally.add(text, reading.score);
    }
}

void QuestionAccumulator::merge(const Accumulator &part)
{
    const auto &other = static_cast<const QuestionAccumulator &>(part);
    for (size_t i = 0; i < m_questions.size(); ++i)
        m_questions[i].merge(other.m_questions[i]);
}

void QuestionAccumulator::writeTo(Dashboard &dashboard) const
{
    for (const Tally &tally : m_questions) {
        if (tally.answered > 0)
            dashboard.questions.push_back(tally.told());
    }
    std::stable_sort(dashboard.questions.begin(), dashboard.questions.end(),
                     [](const Question &a, const Question &b) { return a.answered > b.answered; });
}

} // namespace gauge::metrics
