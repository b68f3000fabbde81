// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/dashboard/chartfactory.h"

#include "catalog/personaldata.h"
#include "kit/format.h"
#include "pages/dashboard/dashboardchoices.h"

#include <QCoreApplication>

namespace gauge::ui {

namespace {

const lake::LakeColumn *find(const ChartContext &context, const QString &name)
{
    const auto found = std::find_if(context.columns.begin(), context.columns.end(),
                                    [&name](const lake::LakeColumn &column) { return column.name == name; });
    return found == context.columns.end() ? nullptr : &*found;
}

//! What a cross of the plan came to; nothing while it is another one.
const metrics::Cross *crossOf(const ChartContext &context, const QString &rows, const QString &columns)
{
    for (const metrics::Cross &cross : context.figures.crosses) {
        if (cross.rowColumn == rows && cross.columnColumn == columns)
            return &cross;
    }
    return nullptr;
}

//! With which records \a opens of the figures are found.
std::vector<query::Filter> found(const ChartContext &context, const metrics::Filters &drillDown)
{
    if (drillDown.empty())
        return {};
    std::vector<query::Filter> where = context.figures.query.where;
    where.insert(where.end(), drillDown.begin(), drillDown.end());
    return where;
}

std::vector<query::Filter> score(const ChartContext &context, int value)
{
    return found(context,
                 {query::Filter(context.scoreColumn, query::Operator::Equal, {QString::number(value)})});
}

TrendChart::Line lineOf(const ChartContext &context, const metrics::Cross &cross, std::size_t row)
{
    TrendChart::Line line{context.valueOf(cross.rowColumn, cross.rows[row]), {}, cross.rowOpens[row]};
    if (context.hides(cross.rowColumn))
        line.isClosed = true;
    // Both have the same periods; a trend that changed meanwhile is no reason to point to another month.
    for (const metrics::TrendPoint &point : context.figures.trend) {
        const auto column
            = std::find(cross.columns.begin(), cross.columns.end(), std::optional(point.period));
        line.estimates.push_back(
            column == cross.columns.end()
                ? Estimate()
                : context.estimate(cross.at(row, std::size_t(column - cross.columns.begin()))));
    }
    return line;
}

ContributionChart::Driver driverOf(const ChartContext &context, const metrics::Driver &driver, bool isPrimary)
{
    const QString unnamed = isPrimary ? QCoreApplication::translate("figurecharts", "Other: no driver")
                                      : QCoreApplication::translate("figurecharts", "without a second one");
    ContributionChart::Driver made{driver.name.isEmpty() ? unnamed : driver.name,
                                   driver.contribution,
                                   context.estimate(driver.figure),
                                   driver.figure.records,
                                   {},
                                   found(context, driver.drillDown)};
    // A primary that was only ever chosen alone has nothing inside.
    const bool isSplit = driver.secondaries.size() > 1
        || (driver.secondaries.size() == 1 && !driver.secondaries.front().name.isEmpty());
    for (const metrics::Driver &secondary : driver.secondaries) {
        if (isSplit)
            made.inside.push_back(driverOf(context, secondary, false));
    }
    return made;
}

RankedChart::Rest restOf(const std::optional<metrics::Comparison> &comparison)
{
    if (!comparison)
        return RankedChart::Rest::Unknown;
    if (!comparison->isReal())
        return RankedChart::Rest::Alike;
    return comparison->delta > 0 ? RankedChart::Rest::Higher : RankedChart::Rest::Lower;
}

QString tooManyWords()
{
    return QCoreApplication::translate(
        "figurecharts", "This column has too many different values to compare. Choose another one.");
}

} // namespace

QString ChartContext::titleOf(const QString &column) const
{
    const lake::LakeColumn *known = find(*this, column);
    return known ? display::title(*known) : column;
}

QString ChartContext::valueOf(const QString &column, const std::optional<QString> &value) const
{
    if (!value)
        return QCoreApplication::translate("figurecharts", "(none)");
    if (hides(column))
        return QLatin1String(catalog::maskText);
    const lake::LakeColumn *known = find(*this, column);
    return display::oneLine(known ? display::value(known->type, *value) : *value, 80);
}

bool ChartContext::hides(const QString &column) const
{
    const lake::LakeColumn *known = find(*this, column);
    return isMasked && known && known->personal;
}

Estimate ChartContext::estimate(const metrics::Figure &figure) const
{
    const std::optional<metrics::Nps> nps = figure.nps();
    if (!nps)
        return {};
    return {nps->score, nps->low, nps->high, figure.counts.total(), figure.isTooFew(least)};
}

QString periodTitle(lake::Grouping::By period)
{
    switch (period) {
    case lake::Grouping::By::Week:
        return QCoreApplication::translate("figurecharts", "week");
    case lake::Grouping::By::Quarter:
        return QCoreApplication::translate("figurecharts", "quarter");
    case lake::Grouping::By::Day:
    case lake::Grouping::By::Month:
    case lake::Grouping::By::Column:
        break;
    }
    return QCoreApplication::translate("figurecharts", "month");
}

QString tooFewText(int least)
{
    return QCoreApplication::translate(
        "figurecharts", "Fewer than %Ln responses with a score: too few for a figure.", nullptr, least);
}

void fillTrend(TrendChart &chart, const ChartContext &context)
{
    const QString period = periodTitle(context.choices.period);
    TrendChart::Data data;
    data.showsRate = context.choices.showsRate;
    TrendChart::Line all{QCoreApplication::translate("figurecharts", "NPS"), {}, {}};
    for (const metrics::TrendPoint &point : context.figures.trend) {
        const PeriodText words = periodText(point.period);
        const std::optional<double> rate = point.invited ? point.invited->rate() : std::nullopt;
        data.periods.push_back(
            {words.label, words.name, point.figure.records, rate, found(context, point.drillDown)});
        all.estimates.push_back(context.estimate(point.figure));
    }
    const metrics::Cross *cross
        = context.choices.lines.isEmpty() ? nullptr : crossOf(context, context.choices.lines, {});
    QString note;
    constexpr int mostLines = TrendChart::mostLines; // a name that lupdate can read
    if (cross) {
        chart.setTitle(QCoreApplication::translate("figurecharts", "NPS by %1 and %2")
                           .arg(period, context.titleOf(context.choices.lines)));
        for (std::size_t row = 0; row < std::min(cross->rows.size(), TrendChart::mostLines); ++row)
            data.lines.push_back(lineOf(context, *cross, row));
        const bool isMore = cross->isTooMany || cross->rows.size() > TrendChart::mostLines;
        if (isMore)
            note = QCoreApplication::translate("figurecharts", "The %Ln values with the most responses.",
                                               nullptr, mostLines);
    } else {
        chart.setTitle(
            QCoreApplication::translate("figurecharts", "NPS by %1, with its 95 % interval").arg(period));
        if (context.figures.undated.records > 0)
            note = QCoreApplication::translate("figurecharts", "%Ln responses without a date are not in it.",
                                               nullptr, int(context.figures.undated.records));
        data.lines.push_back(std::move(all));
    }
    chart.setNote(note);
    chart.setEmptyText(QCoreApplication::translate("figurecharts", "No response has a date in this period."));
    chart.setFigures(context.isTooFew() ? TrendChart::Data() : std::move(data));
}

void fillDistribution(DistributionChart &chart, const ChartContext &context)
{
    chart.setTitle(QCoreApplication::translate("figurecharts", "Responses by score"));
    DistributionChart::Data data;
    if (!context.isTooFew()) {
        data.counts = context.figures.scores;
        for (int value = 0; value <= 10; ++value)
            data.where[std::size_t(value)] = score(context, value);
    }
    chart.setFigures(data);
}

void fillShares(SharesChart &chart, const ChartContext &context)
{
    chart.setTitle(QCoreApplication::translate("figurecharts", "Promoters, passives and detractors by %1")
                       .arg(periodTitle(context.choices.period)));
    std::vector<SharesChart::Period> periods;
    for (const metrics::TrendPoint &point : context.figures.trend) {
        if (context.isTooFew())
            break;
        const PeriodText words = periodText(point.period);
        const metrics::Counts &counts = point.figure.counts;
        periods.push_back({words.label, words.name, counts.promoters, counts.passives, counts.detractors,
                           point.figure.isTooFew(context.least), found(context, point.drillDown)});
    }
    chart.setFigures(std::move(periods), context.scoreColumn);
}

void fillDrivers(ContributionChart &chart, const ChartContext &context)
{
    chart.setTitle(QCoreApplication::translate("figurecharts", "What drivers add to the NPS, in points"));
    std::vector<ContributionChart::Driver> drivers;
    const bool isKnown = std::any_of(context.figures.drivers.begin(), context.figures.drivers.end(),
                                     [](const metrics::Driver &driver) { return !driver.name.isEmpty(); });
    for (const metrics::Driver &driver : context.figures.drivers) {
        if (isKnown && !context.isTooFew())
            drivers.push_back(driverOf(context, driver, true));
    }
    const std::optional<metrics::Nps> nps = context.figures.figure.nps();
    chart.setNote(drivers.empty() || !nps
                      ? QString()
                      : QCoreApplication::translate("figurecharts", "Together they are the NPS of %1.")
                            .arg(signedText(nps->score, 1)));
    chart.setEmptyText(
        QCoreApplication::translate("figurecharts", "No driver was chosen in these responses."));
    chart.setFigures(std::move(drivers));
}

void fillTopics(SentimentChart &chart, const ChartContext &context)
{
    chart.setTitle(QCoreApplication::translate("figurecharts", "Topics and tags by sentiment"));
    chart.setEmptyText(
        QCoreApplication::translate("figurecharts", "These responses have no topics or tags."));
    std::vector<SentimentChart::Topic> topics;
    for (const metrics::Tag &tag : context.figures.tags) {
        if (context.isTooFew())
            break;
        topics.push_back({tag.name, tag.positive, tag.neutral, tag.mixed, tag.negative, tag.plain,
                          context.estimate(tag.figure), found(context, tag.drillDown)});
    }
    chart.setFigures(std::move(topics));
}

void fillSegments(RankedChart &chart, const ChartContext &context)
{
    const QString title = context.titleOf(context.choices.segment);
    chart.setTitle(QCoreApplication::translate("figurecharts", "NPS by %1, with 95 % intervals").arg(title));
    std::vector<RankedChart::Item> items;
    bool isTooMany = false;
    for (const metrics::Segment &segment : context.figures.segments) {
        if (segment.column != context.choices.segment || context.isTooFew())
            continue;
        isTooMany = segment.isTooMany;
        for (const metrics::SegmentValue &value : segment.values) {
            items.push_back({context.valueOf(segment.column, value.value), context.estimate(value.figure),
                             restOf(value.againstRest),
                             value.againstRest ? std::optional(value.againstRest->p) : std::nullopt,
                             context.hides(segment.column) ? std::vector<query::Filter>()
                                                           : found(context, value.drillDown)});
        }
    }
    // The best first; what is not told is at the end, in the order it came.
    std::stable_sort(items.begin(), items.end(), [](const RankedChart::Item &a, const RankedChart::Item &b) {
        if (a.estimate.isTold() != b.estimate.isTold())
            return a.estimate.isTold();
        return a.estimate.isTold() && a.estimate.score > b.estimate.score;
    });
    chart.setEmptyText(isTooMany
                           ? tooManyWords()
                           : QCoreApplication::translate("figurecharts", "Choose a column to compare by."));
    chart.setNote(items.empty() ? QString()
                                : QCoreApplication::translate(
                                    "figurecharts",
                                    "Higher and lower: than all other responses, by more than chance "
                                    "explains (95 %). Grey: fewer than 30 responses."));
    chart.setFigures(std::move(items), title);
}

void fillQuestions(QuestionChart &chart, const ChartContext &context)
{
    chart.setTitle(QCoreApplication::translate("figurecharts", "Additional questions and the score"));
    chart.setEmptyText(
        QCoreApplication::translate("figurecharts", "These responses have no additional questions."));
    std::vector<QuestionChart::Question> questions;
    for (const metrics::Question &question : context.figures.questions) {
        if (context.isTooFew())
            break;
        QuestionChart::Question made{question.title,
                                     question.answered,
                                     question.mean,
                                     question.correlation,
                                     {},
                                     question.isFreeText,
                                     found(context, question.drillDown)};
        for (const metrics::Answer &answer : question.answers)
            made.answers.push_back({display::oneLine(answer.text, 40), answer.figure.records});
        questions.push_back(std::move(made));
    }
    chart.setFigures(std::move(questions));
}

void fillTwoWay(TwoWayChart &chart, const ChartContext &context)
{
    const DashboardChoices &choices = context.choices;
    const bool byPeriod = choices.columns.isEmpty();
    chart.setTitle(QCoreApplication::translate("figurecharts", "NPS by %1 and %2")
                       .arg(context.titleOf(choices.rows),
                            byPeriod ? periodTitle(choices.period) : context.titleOf(choices.columns)));
    chart.setNote(QCoreApplication::translate("figurecharts", "A dot: too few responses for a figure."));
    chart.setEmptyText(QCoreApplication::translate("figurecharts", "Choose two things to compare."));
    TwoWayChart::Data data;
    const metrics::Cross *cross = crossOf(context, choices.rows, choices.columns);
    if (cross && !context.isTooFew()) {
        data.heading = context.titleOf(choices.rows);
        for (const std::optional<QString> &row : cross->rows)
            data.rows.append(context.valueOf(cross->rowColumn, row));
        for (const std::optional<QString> &column : cross->columns)
            data.columns.append(byPeriod ? periodText(column.value_or(QString())).label
                                         : context.valueOf(cross->columnColumn, column));
        const bool hides = context.hides(cross->rowColumn) || context.hides(cross->columnColumn);
        for (std::size_t row = 0; row < cross->rows.size(); ++row) {
            for (std::size_t column = 0; column < cross->columns.size(); ++column)
                data.fields.push_back(
                    {context.estimate(cross->at(row, column)),
                     found(context, hides ? metrics::Filters() : cross->drillDown(row, column))});
        }
    }
    chart.setFigures(std::move(data));
}

namespace {

qint64 countOf(AccountList list, const metrics::Accounts &accounts)
{
    switch (list) {
    case AccountList::Falling:
        return accounts.fallingCount;
    case AccountList::Unattended:
        return accounts.unattendedCount;
    case AccountList::Silent:
        break;
    }
    return accounts.silentCount;
}

const std::vector<metrics::Account> &listOf(AccountList list, const metrics::Accounts &accounts)
{
    switch (list) {
    case AccountList::Falling:
        return accounts.falling;
    case AccountList::Unattended:
        return accounts.unattended;
    case AccountList::Silent:
        break;
    }
    return accounts.silent;
}

QString emptyText(AccountList list)
{
    switch (list) {
    case AccountList::Falling:
        return QCoreApplication::translate("accountlists", "No account's score fell.");
    case AccountList::Unattended:
        return QCoreApplication::translate("accountlists", "No detractor waits for a follow-up.");
    case AccountList::Silent:
        break;
    }
    return QCoreApplication::translate("accountlists", "Every account answered lately.");
}

std::vector<Chart::Column> columnsOf(AccountList list, bool hasCases)
{
    std::vector<Chart::Column> columns{{QCoreApplication::translate("accountlists", "Account"), false}};
    const auto add = [&columns](const char *title) {
        columns.push_back({QCoreApplication::translate("accountlists", title)});
    };
    switch (list) {
    case AccountList::Falling:
        add(QT_TRANSLATE_NOOP("accountlists", "NPS before"));
        add(QT_TRANSLATE_NOOP("accountlists", "NPS now"));
        add(QT_TRANSLATE_NOOP("accountlists", "Responses before"));
        add(QT_TRANSLATE_NOOP("accountlists", "Responses now"));
        columns.push_back({QCoreApplication::translate("accountlists", "Is it real?"), false});
        break;
    case AccountList::Unattended:
        add(QT_TRANSLATE_NOOP("accountlists", "Detractors"));
        add(QT_TRANSLATE_NOOP("accountlists", "Asked for a follow-up"));
        if (hasCases) {
            add(QT_TRANSLATE_NOOP("accountlists", "Without a case"));
            add(QT_TRANSLATE_NOOP("accountlists", "Waiting"));
            add(QT_TRANSLATE_NOOP("accountlists", "Followed up"));
            add(QT_TRANSLATE_NOOP("accountlists", "Closed"));
        }
        break;
    case AccountList::Silent:
        add(QT_TRANSLATE_NOOP("accountlists", "Days without an answer"));
        add(QT_TRANSLATE_NOOP("accountlists", "Last answer"));
        add(QT_TRANSLATE_NOOP("accountlists", "Responses"));
        add(QT_TRANSLATE_NOOP("accountlists", "NPS"));
        break;
    }
    columns[1].isPoint = true;
    return columns;
}

QString realText(const std::optional<metrics::Comparison> &change)
{
    if (!change)
        return {};
    return change->isReal() ? QCoreApplication::translate("accountlists", "more than chance explains")
                            : QCoreApplication::translate("accountlists", "could be chance");
}

Chart::Row rowOf(AccountList list, const metrics::Account &account, const ChartContext &context)
{
    const bool hasCases = context.figures.accounts->hasCases;
    std::vector<query::Filter> where;
    if (!account.drillDown.empty() && !context.isMasked) {
        where = context.figures.query.where;
        where.insert(where.end(), account.drillDown.begin(), account.drillDown.end());
    }
    Chart::Row row{
        textCell(context.isMasked ? QLatin1String(catalog::maskText) : display::oneLine(account.name, 80))};
    switch (list) {
    case AccountList::Falling:
        row.push_back(scoreCell(context.estimate(account.earlier)));
        row.push_back(scoreCell(context.estimate(account.recent)));
        row.push_back(countCell(account.earlier.counts.total()));
        row.push_back(countCell(account.recent.counts.total()));
        row.push_back(textCell(realText(account.change)));
        break;
    case AccountList::Unattended:
        row.push_back(countCell(account.detractors));
        row.push_back(countCell(account.askedForFollowUp));
        if (hasCases) {
            for (const qint64 count :
                 {account.withoutCase, account.waiting, account.followedUp, account.closed})
                row.push_back(countCell(count));
        }
        break;
    case AccountList::Silent:
        row.push_back(countCell(account.silentDays));
        row.push_back({display::date(account.lastAnswer), account.lastAnswer});
        row.push_back(countCell(account.figure.records));
        row.push_back(scoreCell(context.estimate(account.figure)));
        break;
    }
    row[1].where = where;
    return row;
}

} // namespace

QString accountListTitle(AccountList list, const std::optional<metrics::Accounts> &accounts)
{
    const auto title = [list] {
        switch (list) {
        case AccountList::Falling:
            return QCoreApplication::translate("accountlists", "Falling scores");
        case AccountList::Unattended:
            return QCoreApplication::translate("accountlists", "Detractors without a follow-up");
        case AccountList::Silent:
            break;
        }
        return QCoreApplication::translate("accountlists", "No answer lately");
    }();
    if (!accounts || accounts->isTooMany)
        return title;
    return title + QStringLiteral(" (") + countText(countOf(list, *accounts)) + QLatin1Char(')');
}

void fillAccounts(ListChart &chart, AccountList list, const ChartContext &context)
{
    chart.setTitle(QCoreApplication::translate("accountlists", "Accounts that need somebody"));
    chart.setNote({});
    const std::optional<metrics::Accounts> &accounts = context.figures.accounts;
    if (!accounts || accounts->isTooMany) {
        chart.setEmptyText(
            accounts ? QCoreApplication::translate(
                "accountlists", "There are too many accounts to look at each. Narrow the filter.")
                     : emptyText(list));
        chart.setList({}, {});
        return;
    }
    chart.setEmptyText(emptyText(list));
    std::vector<Chart::Row> rows;
    for (const metrics::Account &account : listOf(list, *accounts))
        rows.push_back(rowOf(list, account, context));
    const qint64 more = countOf(list, *accounts) - qint64(rows.size());
    if (more > 0)
        chart.setNote(QCoreApplication::translate("accountlists", "%Ln more accounts are not listed.",
                                                  nullptr, int(more)));
    else if (list == AccountList::Unattended && !accounts->hasCases)
        chart.setNote(QCoreApplication::translate(
            "accountlists",
            "The cases of close-the-loop are not synced, so those who asked for a follow-up are listed."));
    chart.setList(columnsOf(list, accounts->hasCases), std::move(rows));
}

} // namespace gauge::ui
