// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/dashboard/kpiheader.h"

#include "kit/flowlayout.h"
#include "kit/format.h"
#include "kit/labels.h"
#include "kit/plaintext.h"
#include "pages/dashboard/dashboardchoices.h"

#include <QCoreApplication>
#include <QVBoxLayout>

namespace gauge::ui {

using display::ScoreGroup;

namespace {

Kpi changeFact(const ChartContext &context)
{
    const metrics::Dashboard &figures = context.figures;
    Kpi fact{QCoreApplication::translate("headline", "Change"), QStringLiteral("–"), {}};
    const auto tell = [&](const metrics::Figure &now, const metrics::Figure &before, const QString &words) {
        const auto comparison = metrics::compare(now.counts, before.counts);
        if (!comparison || now.isTooFew(context.least) || before.isTooFew(context.least)) {
            fact.words = QCoreApplication::translate("headline", "Too few responses to compare.");
            return;
        }
        const double change = now.nps()->score - before.nps()->score;
        const QString moved = signedText(change, 1);
        const bool isStill = std::abs(change) < 0.05;
        fact.value
            = isStill ? moved : QString(QChar(change < 0 ? 0x2193 : 0x2191) + (QLatin1Char(' ') + moved));
        fact.words = words + QStringLiteral(": ")
            + (comparison->isReal()
                   ? QCoreApplication::translate("headline", "real, chance alone seldom makes so much")
                   : QCoreApplication::translate("headline", "could be chance"));
    };
    const QLocale locale;
    if (figures.range && figures.previousRange) {
        const query::DateRange &days = *figures.previousRange;
        tell(figures.figure, figures.previous,
             QCoreApplication::translate("headline", "against %1 – %2")
                 .arg(locale.toString(days.start, QLocale::ShortFormat),
                      locale.toString(days.end.addDays(-1), QLocale::ShortFormat)));
    } else if (figures.trend.size() >= 3) {
        // The last period goes on, so that it is not compared yet.
        const metrics::TrendPoint &now = figures.trend[figures.trend.size() - 2];
        const metrics::TrendPoint &before = figures.trend[figures.trend.size() - 3];
        tell(now.figure, before.figure,
             QCoreApplication::translate("headline", "%1 against %2")
                 .arg(periodText(now.period).name, periodText(before.period).name));
    } else {
        fact.words = QCoreApplication::translate("headline", "There is no earlier period to compare with.");
    }
    return fact;
}

//! "▲ 54 % promoters (6,739)"
QString groupLine(ScoreGroup group, const char *name, qint64 count, qint64 all)
{
    return QString(display::shape(group)) + QLatin1Char(' ')
        + QCoreApplication::translate("headline", name)
              .arg(percentText(100.0 * double(count) / double(std::max<qint64>(all, 1))), countText(count));
}

Kpi groupsFact(const metrics::Counts &counts)
{
    const QStringList lines{
        groupLine(ScoreGroup::Promoter, QT_TRANSLATE_NOOP("headline", "%1 promoters (%2)"), counts.promoters,
                  counts.total()),
        groupLine(ScoreGroup::Passive, QT_TRANSLATE_NOOP("headline", "%1 passives (%2)"), counts.passives,
                  counts.total()),
        groupLine(ScoreGroup::Detractor, QT_TRANSLATE_NOOP("headline", "%1 detractors (%2)"),
                  counts.detractors, counts.total())};
    return {QCoreApplication::translate("headline", "Groups"), {}, lines.join(QLatin1Char('\n'))};
}

Kpi rateFact(const ChartContext &context, int settlingHours)
{
    Kpi fact{QCoreApplication::translate("headline", "Response rate"), QStringLiteral("–"), {}};
    const std::optional<metrics::Invited> &invited = context.figures.invited;
    const std::optional<double> rate = invited ? invited->rate() : std::nullopt;
    if (!rate) {
        fact.words = QCoreApplication::translate(
            "headline", "Not known for this filter: non-responses have other columns.");
        return fact;
    }
    fact.value = percentText(100 * *rate, 1);
    fact.words = QCoreApplication::translate("headline", "%1 of %2 invited")
                     .arg(countText(invited->answered), countText(invited->answered + invited->unanswered));
    const qint64 young = invited->youngAnswered + invited->youngUnanswered;
    if (young > 0)
        fact.words += QCoreApplication::translate("headline", "; %1 of the last %2 h are unsettled")
                          .arg(countText(young), countText(settlingHours));
    return fact;
}

PlainLabel *label(const QString &text, QWidget *parent)
{
    auto *made = new WrappedLabel(parent);
    made->setText(text);
    return made;
}

} // namespace

std::vector<Kpi> headlineFacts(const ChartContext &context, int settlingHours)
{
    const metrics::Figure &figure = context.figures.figure;
    const metrics::Counts &counts = figure.counts;
    std::vector<Kpi> facts;
    const QString responses = QCoreApplication::translate("headline", "Responses");
    const QString unscored = figure.ignored() == 0
        ? QCoreApplication::translate("headline", "all with a score")
        : QCoreApplication::translate("headline", "%Ln without a score", nullptr, int(figure.ignored()));
    if (context.isTooFew()) {
        return {{QCoreApplication::translate("headline", "NPS"), tooFewText(), tooFewText(context.least)},
                {responses, countText(figure.records), unscored}};
    }
    const metrics::Nps nps = *figure.nps();
    facts.push_back({QCoreApplication::translate("headline", "NPS"), signedText(nps.score),
                     QCoreApplication::translate("headline", "%1 … %2 at 95 %")
                         .arg(pointsText(nps.low), pointsText(nps.high))});
    facts.push_back(changeFact(context));
    facts.push_back(groupsFact(counts));
    facts.push_back({responses, countText(figure.records), unscored});
    facts.push_back(rateFact(context, settlingHours));
    facts.push_back({QCoreApplication::translate("headline", "As in CustomerGauge"),
                     signedText(figure.ofAllResponses().value_or(0)),
                     QCoreApplication::translate(
                         "headline", "It divides by all responses, also by those without a score.")});
    return facts;
}

KpiHeader::KpiHeader(QWidget *parent)
    : QWidget(parent)
{
    auto *flow = new FlowLayout(16, this);
    flow->setContentsMargins(0, 0, 0, 0);
}

void KpiHeader::setFacts(const std::vector<Kpi> &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    while (QLayoutItem *item = layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    bool isFirst = true;
    std::vector<QWidget *> made;
    int height = 0;
    for (const Kpi &fact : facts) {
        made.push_back(makeFact(fact, std::exchange(isFirst, false)));
        height = std::max(height, made.back()->layout()->heightForWidth(made.back()->minimumWidth()));
    }
    // As high as each other, so that their captions are on one line.
    for (QWidget *each : made) {
        each->setFixedHeight(height);
        layout()->addWidget(each);
    }
}

QWidget *KpiHeader::makeFact(const Kpi &fact, bool isFirst)
{
    auto *made = new QWidget(this);
    auto *column = new QVBoxLayout(made);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    PlainLabel *caption = label(fact.caption, made);
    caption->setWordWrap(false);
    PlainLabel *value = label(fact.value, made);
    value->setWordWrap(false);
    if (isFirst) {
        // The one figure that is larger than all else.
        QFont font = value->font();
        font.setPointSizeF(font.pointSizeF() * 2.4);
        value->setFont(font);
        value->setObjectName(QStringLiteral("headlineFigure"));
    } else {
        makePageTitle(value);
    }
    PlainLabel *words = label(fact.words, made);
    if (fact.value.isEmpty())
        value->hide();
    else
        makeQuiet(words);
    for (PlainLabel *each : {caption, value, words})
        column->addWidget(each);
    column->addStretch();
    // Words wrap below their figure; short ones take no more room than they need.
    int width = 0;
    const QStringList lines = fact.words.split(QLatin1Char('\n'));
    for (const QString &line : lines)
        width = std::max(width, words->fontMetrics().horizontalAdvance(line) + 8);
    width = std::clamp(width, 88, fact.value.isEmpty() ? 240 : 160);
    made->setFixedWidth(std::max({width, value->sizeHint().width(), caption->sizeHint().width()}));
    // A wrapped label tells its height for the width that it has.
    for (PlainLabel *each : {caption, value, words})
        each->resize(made->minimumWidth(), each->height());
    return made;
}

} // namespace gauge::ui
