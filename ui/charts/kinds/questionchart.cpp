// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/kinds/questionchart.h"

#include "kit/format.h"

namespace gauge::ui {

namespace {

constexpr double blockHeight = 48; // a line of words above a strip

QString spreadText(const QuestionChart::Question &question)
{
    if (question.isFreeText)
        return QuestionChart::tr("many different answers");
    QStringList parts;
    for (const QuestionChart::Answer &answer : question.answers)
        parts.append(answer.text + QStringLiteral(": ") + countText(answer.responses));
    return parts.join(QStringLiteral("; "));
}

//! How a correlation is called; by common use.
QString relationText(const std::optional<double> &correlation)
{
    if (!correlation)
        return {};
    const double strength = std::abs(*correlation);
    if (strength < 0.1)
        return QuestionChart::tr("does not go with the score");
    const bool isUp = *correlation > 0;
    if (strength < 0.3)
        return isUp ? QuestionChart::tr("goes a little with the score")
                    : QuestionChart::tr("goes a little against the score");
    return isUp ? QuestionChart::tr("goes with the score") : QuestionChart::tr("goes against the score");
}

} // namespace

void QuestionChart::setFigures(std::vector<Question> questions)
{
    m_questions = std::move(questions);
    std::vector<Row> rows;
    for (const Question &question : m_questions) {
        const Cell mean
            = question.mean ? Cell{QLocale().toString(*question.mean, 'f', 2), *question.mean} : Cell{};
        const Cell correlation = question.correlation
            ? Cell{QLocale().toString(*question.correlation, 'f', 2), *question.correlation}
            : Cell{};
        rows.push_back({textCell(question.title), opening(countCell(question.answered), question.where), mean,
                        correlation, textCell(relationText(question.correlation)),
                        textCell(spreadText(question))});
    }
    setTable({{tr("Question"), false},
              {tr("Answers"), true, true},
              {tr("Mean")},
              {tr("Correlation")},
              {tr("Relation to the score"), false},
              {tr("Spread of the answers"), false}},
             std::move(rows));
}

double QuestionChart::height(const ChartStyle &) const
{
    return double(drawn()) * blockHeight + 8;
}

void QuestionChart::draw(Drawing &drawing) const
{
    const ChartStyle &look = drawing.look();
    const double width = drawing.size().width();
    for (std::size_t i = 0; i < drawn(); ++i) {
        const Question &question = m_questions[i];
        const double top = double(i) * blockHeight + 4;
        QStringList facts{tr("n %1", "number of responses").arg(countText(question.answered))};
        if (question.mean)
            facts.append(tr("mean %1").arg(QLocale().toString(*question.mean, 'f', 1)));
        if (question.correlation)
            facts.append(relationText(question.correlation));
        const QString words = look.elided(facts.join(QStringLiteral(" · ")), width * 0.6);
        const double room = width - look.widthOf(words) - 12;
        drawing.addText({0, top}, look.elided(question.title, room), Qt::AlignLeft | Qt::AlignTop, look.text);
        drawing.addText({width, top}, words, Qt::AlignRight | Qt::AlignTop, look.quiet);
        drawAnswers(drawing, question, {0, top + look.lineHeight() + 2, width, 18});
        drawing.addMark(int(i), 1, QRectF(0, top - 2, width, blockHeight - 4));
    }
}

//! A strip of all answers, each as long as its share, lighter and darker in turn.
void QuestionChart::drawAnswers(Drawing &drawing, const Question &question, const QRectF &area) const
{
    const ChartStyle &look = drawing.look();
    if (question.answers.empty()) {
        drawing.addText(area.topLeft(), spreadText(question), Qt::AlignLeft | Qt::AlignTop, look.quiet);
        return;
    }
    qint64 all = 0;
    for (const Answer &answer : question.answers)
        all += answer.responses;
    double left = area.left();
    for (std::size_t i = 0; all > 0 && i < question.answers.size(); ++i) {
        const Answer &answer = question.answers[i];
        const double width = area.width() * double(answer.responses) / double(all);
        const double depth
            = 0.15 + 0.5 * double(i) / double(std::max<std::size_t>(question.answers.size() - 1, 1));
        drawing.addBox({left, area.top(), std::max(width - 1, 0.0), area.height()},
                       look.mixed(look.line, depth));
        if (look.widthOf(answer.text) + 8 < width)
            drawing.addText({left + width / 2, area.center().y()}, answer.text,
                            Qt::AlignHCenter | Qt::AlignVCenter,
                            depth > 0.5 && !look.isDark ? Qt::white : look.text);
        left += width;
    }
}

} // namespace gauge::ui
