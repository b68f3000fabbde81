// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboardlake.h"
#include "support/testcase.h"

#include <cmath>

using namespace gauge;
using metrics::Dashboard;
using metrics::DashboardPlan;
using test::told;

//! The parts of a dashboard against what is counted by hand.
class DashboardTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsNoFigure();
    void oneResponse();
    void badScoresAndDatesAreCountedApart();
    void aRangeIsComparedWithTheOneBefore();
    void theTrendHasNoGaps_data();
    void theTrendHasNoGaps();
    void ratesAreOfBothFeeds();
    void ratesOfARangeGoByTheDateOfSending();
    void noRateWhereOnlyAnswersAreAsked();
    void contributionsSumToTheNps();
    void tagsCountOnceAResponse();
    void questionsAreMeasured();
    void freeTextsAreNotListed();
    void segmentsAreComparedWithTheRest();
    void crossesAreTables();
    void accountsNeedSomebody();
    void accountsOfARange();
    void onlyWhatIsPresentCounts();
    void refuses();
    void stops();
};

namespace {

//! Records numbered from 1 with these scores, all answered on one day.
test::PageBuilder scored(const test::LakeFixture &lake, const std::vector<int> &scores)
{
    auto page = lake.page();
    int number = 0;
    for (const int score : scores)
        page.record({{"number_customergauge", ++number},
                     {"nps", score},
                     {"date_survey_response", "2025-12-05 10:00:00"}});
    return page;
}

QStringList told(const std::vector<metrics::TrendPoint> &trend)
{
    QStringList texts;
    for (const metrics::TrendPoint &point : trend)
        texts.append(point.period + QLatin1Char(' ') + test::told(point.figure));
    return texts;
}

QString told(const std::optional<metrics::Invited> &invited)
{
    if (!invited)
        return QStringLiteral("unknown");
    return QStringLiteral("%1(%2) of %3(%4)")
        .arg(invited->answered)
        .arg(invited->youngAnswered)
        .arg(invited->answered + invited->unanswered)
        .arg(invited->youngAnswered + invited->youngUnanswered);
}

QString told(const std::optional<QString> &value)
{
    return value.value_or(QStringLiteral("none"));
}

} // namespace

void DashboardTest::nothingIsNoFigure()
{
    test::DashboardLake lake;
    lake.writer();
    DashboardPlan plan = lake.plan();
    plan.segments = {"language"};
    plan.crosses = {{"language", {}}, {"language", "locale"}};
    plan.accounts.emplace();
    const Dashboard made = lake.made(plan);
    QCOMPARE(made.figure, metrics::Figure());
    QVERIFY(!made.figure.nps());
    QVERIFY(!made.invited);
    QVERIFY(!made.change);
    QVERIFY(made.trend.empty());
    QVERIFY(made.drivers.empty());
    QVERIFY(made.tags.empty());
    QVERIFY(made.questions.empty());
    QVERIFY(made.segments.front().values.empty());
    QVERIFY(made.crosses.front().cells.empty());
    QVERIFY(made.accounts->falling.empty());
    plan.range = {{QDate(2025, 12, 1), QDate(2026, 1, 1)}};
    QVERIFY(!lake.made(plan).change);
}

void DashboardTest::oneResponse()
{
    test::DashboardLake lake;
    lake.sync(scored(lake, {9}), "responses");
    const Dashboard made = lake.made(lake.plan());
    QCOMPARE(made.figure.nps()->score, 100.0);
    QVERIFY(made.figure.isTooFew(5));
    QCOMPARE(made.scores[9], 1);
    QCOMPARE(told(made.trend), QStringList{"2025-12 1/0/0+0"});
    QCOMPARE(made.trend.front().days, (query::DateRange{QDate(2025, 12, 1), QDate(2026, 1, 1)}));
}

void DashboardTest::badScoresAndDatesAreCountedApart()
{
    test::DashboardLake lake;
    auto page = lake.page();
    int number = 0;
    const auto add = [&](test::PageBuilder::Value score, test::PageBuilder::Value date) {
        page.record({{"number_customergauge", ++number}, {"nps", score}, {"date_survey_response", date}});
    };
    add(10, "2025-12-05 10:00:00");
    add(0, "2025-12-31 23:59:59");
    add(11, "2025-12-05 10:00:00");
    add(-1, "2025-12-05 10:00:00");
    add(8.5, "2025-12-05 10:00:00");
    add("ten", "2025-12-05 10:00:00");
    add("99999999999999999999999", "2025-12-05 10:00:00");
    add({}, "2025-12-05 10:00:00");
    add(7, {});
    add(7, "");
    add(6, "yesterday");
    add(6, "2025-13-05 10:00:00");
    add(6, "2025-12");
    add(9, "0000-00-00 00:00:00");
    add(3, "9999-12-31 00:00:00");
    lake.sync(page, "responses");
    const Dashboard made = lake.made(lake.plan());
    QCOMPARE(told(made.figure), QStringLiteral("2/2/5+6"));
    QCOMPARE(told(made.undated), QStringLiteral("1/2/3+0"));
    // So far apart that the gap stays.
    QCOMPARE(told(made.trend), (QStringList{"2025-12 1/0/1+6", "9999-12 0/0/1+0"}));
    QCOMPARE(made.scores, (metrics::Distribution{1, 0, 0, 1, 0, 0, 3, 2, 0, 1, 1}));
    // Conditions compare dates as texts: the 13th month is behind December and before January.
    QCOMPARE(lake.found(made, made.trend.front().drillDown), 9);
}

void DashboardTest::aRangeIsComparedWithTheOneBefore()
{
    test::DashboardLake lake;
    auto page = lake.page();
    int number = 0;
    const auto add = [&](int score, const char *date) {
        page.record({{"number_customergauge", ++number},
                     {"nps", score},
                     {"date_survey_response", date},
                     {"language", "nl"}});
    };
    add(9, "2025-10-31 23:59:59");
    add(2, "2025-11-01 00:00:00");
    add(8, "2025-11-30 23:59:59");
    add(9, "2025-12-01 00:00:00");
    add(9, "2025-12-31");
    add(1, "2026-01-01 00:00:00");
    lake.sync(page, "responses");
    DashboardPlan plan = lake.plan();
    plan.range = {{QDate(2025, 12, 1), QDate(2026, 1, 1)}};
    plan.segments = {"language"};
    const Dashboard made = lake.made(plan);
    QCOMPARE(told(made.figure), QStringLiteral("2/0/0+0"));
    QCOMPARE(made.previousRange, (query::DateRange{QDate(2025, 11, 1), QDate(2025, 12, 1)}));
    QCOMPARE(told(made.previous), QStringLiteral("0/1/1+0"));
    QCOMPARE(*made.change, *metrics::compare({2, 0, 0}, {0, 1, 1}));
    QCOMPARE(told(made.trend), QStringList{"2025-12 2/0/0+0"});
    QCOMPARE(told(made.segments.front().values.front().figure), QStringLiteral("2/0/0+0"));
    QCOMPARE(lake.found(made, {}), 2);
}

void DashboardTest::theTrendHasNoGaps_data()
{
    QTest::addColumn<int>("by");
    QTest::addColumn<QStringList>("periods");
    using By = lake::Grouping::By;
    QTest::newRow("weeks") << int(By::Week) << QStringList{"2025-W51", "2025-W52", "2026-W01"};
    QTest::newRow("months") << int(By::Month) << QStringList{"2025-12", "2026-01"};
    QTest::newRow("quarters") << int(By::Quarter) << QStringList{"2025-Q4", "2026-Q1"};
    QTest::newRow("days") << int(By::Day)
                          << QStringList{"2025-12-21", "2025-12-22", "2025-12-23", "2025-12-24",
                                         "2025-12-25", "2025-12-26", "2025-12-27", "2025-12-28",
                                         "2025-12-29", "2025-12-30", "2025-12-31", "2026-01-01"};
}

void DashboardTest::theTrendHasNoGaps()
{
    QFETCH(const int, by);
    QFETCH(const QStringList, periods);
    test::DashboardLake lake;
    lake.sync(lake.page()
                  .record({{"number_customergauge", 1}, {"nps", 9}, {"date_survey_response", "2025-12-21"}})
                  .record({{"number_customergauge", 2}, {"nps", 9}, {"date_survey_response", "2026-01-01"}}),
              "responses");
    DashboardPlan plan = lake.plan();
    plan.period = lake::Grouping::By(by);
    const Dashboard made = lake.made(plan);
    QStringList names;
    qint64 records = 0;
    for (const metrics::TrendPoint &point : made.trend) {
        names.append(point.period);
        records += point.figure.records;
        QCOMPARE(lake.found(made, point.drillDown), point.figure.records);
        QVERIFY(names.size() == 1 || point.days.start == made.trend[size_t(names.size()) - 2].days.end);
    }
    QCOMPARE(names, periods);
    QCOMPARE(records, 2);
}

void DashboardTest::ratesAreOfBothFeeds()
{
    test::DashboardLake lake;
    lake.sync(lake.page("non-responses")
                  .record({{"number_customergauge", 1}, {"date_sent", "2025-10-01 10:00:00"}})
                  .record({{"number_customergauge", 2}, {"date_sent", "2025-12-30 13:00:00"}})
                  .record({{"number_customergauge", 3}, {"date_sent", "2025-12-30 11:00:00"}})
                  .record({{"number_customergauge", 4}, {"date_sent", "soon"}})
                  .record({{"number_customergauge", 5}}),
              "non-responses");
    lake.sync(lake.page()
                  .record({{"number_customergauge", 6},
                           {"nps", 9},
                           {"date_sent", "2025-12-31 10:00:00"},
                           {"date_survey_response", "2026-01-01 10:00:00"}})
                  .record({{"number_customergauge", 7}, {"date_sent", "2025-12-01 10:00:00"}})
                  .record({{"number_customergauge", 8}, {"nps", 3}}),
              "responses");
    const Dashboard made = lake.made(lake.plan());
    QCOMPARE(told(made.invited), QStringLiteral("3(1) of 8(2)"));
    QCOMPARE(*made.invited->rate(), 0.375);
    QCOMPARE(*made.invited->settledRate(), 2.0 / 6);
    QStringList texts;
    for (const metrics::TrendPoint &point : made.trend)
        texts.append(point.period + QLatin1Char(' ') + told(point.invited));
    QCOMPARE(texts,
             (QStringList{"2025-10 0(0) of 1(0)", "2025-11 0(0) of 0(0)", "2025-12 2(1) of 4(2)",
                          "2026-01 0(0) of 0(0)"}));
    DashboardPlan plan = lake.plan();
    plan.rates = false;
    QVERIFY(!lake.made(plan).invited);
}

void DashboardTest::ratesOfARangeGoByTheDateOfSending()
{
    test::DashboardLake lake;
    lake.sync(lake.page("non-responses")
                  .record({{"number_customergauge", 1}, {"date_sent", "2025-11-30 10:00:00"}})
                  .record({{"number_customergauge", 2}, {"date_sent", "2025-12-01 10:00:00"}})
                  .record({{"number_customergauge", 3}, {"date_sent", "2025-10-31 10:00:00"}}),
              "non-responses");
    lake.sync(lake.page()
                  // Sent before the range, answered in it: one of its responses, not in its rate.
                  .record({{"number_customergauge", 4},
                           {"nps", 9},
                           {"date_sent", "2025-11-30 10:00:00"},
                           {"date_survey_response", "2025-12-02 10:00:00"}})
                  // Sent in it, answered after it: the reverse.
                  .record({{"number_customergauge", 5},
                           {"nps", 2},
                           {"date_sent", "2025-12-31 10:00:00"},
                           {"date_survey_response", "2026-01-01 10:00:00"}}),
              "responses");
    DashboardPlan plan = lake.plan();
    plan.range = {{QDate(2025, 12, 1), QDate(2026, 1, 1)}};
    const Dashboard made = lake.made(plan);
    QCOMPARE(told(made.figure), QStringLiteral("1/0/0+0"));
    QCOMPARE(told(made.previous), QStringLiteral("0/0/0+0"));
    QCOMPARE(told(made.invited), QStringLiteral("1(1) of 2(1)"));
    QCOMPARE(told(made.previousInvited), QStringLiteral("1(0) of 2(0)"));
}

void DashboardTest::noRateWhereOnlyAnswersAreAsked()
{
    test::DashboardLake lake;
    lake.sync(lake.page("non-responses").record({{"number_customergauge", 9}, {"date_sent", "2025-12-01"}}),
              "non-responses");
    lake.sync(scored(lake, {9, 3}), "responses");
    query::Query query;
    query.where = {*query::parseFilter("nps >= 9")};
    QVERIFY(!lake.made(lake.plan(), query).invited);
    query.where = {*query::parseFilter("language = nl")}; // no non-response has one
    QVERIFY(!lake.made(lake.plan(), query).invited);
    query.where = {};
    QVERIFY(lake.made(lake.plan(), query).invited);
    query.search = "late";
    QVERIFY(!lake.made(lake.plan(), query).invited);
}

void DashboardTest::contributionsSumToTheNps()
{
    test::DashboardLake lake;
    auto page = lake.page();
    int number = 0;
    const auto add = [&](test::PageBuilder::Value score, test::PageBuilder::Value drivers) {
        page.record({{"number_customergauge", ++number}, {"nps", score}, {"selected_drivers", drivers}});
    };
    add(10, R"([{"primary":"Price","secondary":["List","Rebate"]},{"primary":"Support","secondary":[]}])");
    add(9, R"([{"primary":"Price","secondary":["List"]}])");
    add(2, R"([{"label":"Price"}])");
    add(8, R"([{"primary":"Support","secondary":["Phone"]}])");
    add(0, "[]");
    add(10, {});
    add(1, "no list");
    add({}, R"([{"primary":"Price","secondary":["List"]}])");
    // The same driver twice in one response is chosen once.
    add(9, R"([{"primary":"Stock","secondary":["A"]},{"primary":"Stock","secondary":["A"]}])");
    lake.sync(page, "responses");
    const Dashboard made = lake.made(lake.plan());
    QStringList texts;
    double sum = 0;
    for (const metrics::Driver &driver : made.drivers) {
        sum += driver.contribution;
        double inner = 0;
        QStringList secondaries;
        for (const metrics::Driver &secondary : driver.secondaries) {
            inner += secondary.contribution;
            secondaries.append(QStringLiteral("%1 %2 %3")
                                   .arg(secondary.name, QString::number(secondary.contribution / 12.5),
                                        told(secondary.figure)));
            if (!secondary.name.isEmpty())
                QCOMPARE(lake.found(made, secondary.drillDown), secondary.figure.records);
        }
        if (!driver.secondaries.empty())
            QVERIFY(std::abs(inner - driver.contribution) < 1e-9);
        if (!driver.name.isEmpty())
            QCOMPARE(lake.found(made, driver.drillDown), driver.figure.records);
        texts.append(QStringLiteral("%1 %2 %3 [%4]")
                         .arg(driver.name, QString::number(driver.contribution / 12.5), told(driver.figure),
                              secondaries.join(", ")));
    }
    // In eighths of 100: there are eight scores.
    QCOMPARE(texts,
             (QStringList{"Stock 1 1/0/0+0 [A 1 1/0/0+0]",
                          "Price 0.5 2/0/1+1 [List 1.25 2/0/0+1, Rebate 0.25 1/0/0+0,  -1 0/0/1+0]",
                          "Support 0.5 1/1/0+0 [ 0.5 1/0/0+0, Phone 0 0/1/0+0]", " -1 1/0/2+0 []"}));
    QVERIFY(std::abs(sum - made.figure.nps()->score) < 1e-9);
}

void DashboardTest::tagsCountOnceAResponse()
{
    test::DashboardLake lake;
    auto page = lake.page();
    page.record({{"number_customergauge", 1},
                 {"nps", 9},
                 {"tags", R"([{"label":"Delivery","type":"topic","sentiment":"positive"},
                              {"label":"Delivery","type":"topic","sentiment":"positive"},
                              {"label":"Delivery","type":"topic","sentiment":"negative"}])"}});
    page.record({{"number_customergauge", 2},
                 {"nps", 2},
                 {"tags", R"([{"label":"Delivery","type":"topic","sentiment":"neutral"},
                              {"label":"VIP \"A\"","type":"tag"}])"}});
    page.record({{"number_customergauge", 3},
                 {"nps", {}},
                 {"tags", R"([{"label":"Delivery","type":"topic","sentiment":"mixed"}])"}});
    page.record({{"number_customergauge", 4}, {"nps", 8}, {"tags", "{]"}});
    lake.sync(page, "responses");
    const Dashboard made = lake.made(lake.plan());
    QStringList texts;
    for (const metrics::Tag &tag : made.tags) {
        texts.append(QStringLiteral("%1 %2 +%3 =%4 ~%5 -%6 ?%7 %8")
                         .arg(tag.type, tag.name)
                         .arg(tag.positive)
                         .arg(tag.neutral)
                         .arg(tag.mixed)
                         .arg(tag.negative)
                         .arg(tag.plain)
                         .arg(told(tag.figure)));
        QCOMPARE(lake.found(made, tag.drillDown), tag.figure.records);
    }
    QCOMPARE(texts,
             (QStringList{"topic Delivery +1 =1 ~1 -1 ?0 1/0/1+1", "tag VIP \"A\" +0 =0 ~0 -0 ?1 0/0/1+0"}));
}

void DashboardTest::questionsAreMeasured()
{
    test::DashboardLake lake;
    auto page = lake.page();
    int number = 0;
    const auto add
        = [&](test::PageBuilder::Value score, test::PageBuilder::Value ease, test::PageBuilder::Value quote) {
              page.record({{"number_customergauge", ++number}, {"nps", score}},
                          {{"question.How easy?", ease}, {"question.Quote you?", quote}});
          };
    add(10, "5", "Yes");
    add(8, "4", "No");
    add(0, "1", "No");
    add({}, "2.5", {});
    add(9, "n/a", "");
    add(3, "1e300", {}); // a text: no scale reaches there
    add(7, {}, {});
    lake.sync(page, "responses");
    const Dashboard made = lake.made(lake.plan());
    QCOMPARE(made.questions.size(), size_t(2));
    const metrics::Question &ease = made.questions.front();
    QCOMPARE(ease.title, QStringLiteral("How easy?"));
    QCOMPARE(ease.answered, 6);
    QCOMPARE(lake.found(made, ease.drillDown), 6);
    QCOMPARE(ease.numbers, 4);
    QCOMPARE(*ease.mean, 3.125);
    QVERIFY(std::abs(*ease.deviation - 1.7500000000) < 1e-9);
    QCOMPARE(ease.pairs, 3);
    // (5,10) (4,8) (1,0)
    QVERIFY(std::abs(*ease.correlation - 22 / std::sqrt(56 * 78 / 9.0)) < 1e-12);
    QStringList texts;
    for (const metrics::Answer &answer : ease.answers) {
        texts.append(answer.text + QLatin1Char(' ') + told(answer.figure));
        QCOMPARE(lake.found(made, answer.drillDown), answer.figure.records);
    }
    QCOMPARE(
        texts,
        (QStringList{"1 0/0/1+0", "2.5 0/0/0+1", "4 0/1/0+0", "5 1/0/0+0", "1e300 0/0/1+0", "n/a 1/0/0+0"}));
    const metrics::Question &quote = made.questions.back();
    QCOMPARE(quote.answered, 3);
    QVERIFY(!quote.mean);
    QVERIFY(!quote.correlation);
}

void DashboardTest::freeTextsAreNotListed()
{
    test::DashboardLake lake;
    auto page = lake.page();
    const int answers = int(metrics::mostAnswers) + 1;
    for (int i = 1; i <= answers; ++i)
        page.record({{"number_customergauge", i}, {"nps", 9}}, {{"question.Why?", std::to_string(i)}});
    lake.sync(page, "responses");
    const Dashboard made = lake.made(lake.plan());
    QVERIFY(made.questions.front().isFreeText);
    QVERIFY(made.questions.front().answers.empty());
    QCOMPARE(made.questions.front().answered, answers);
    QCOMPARE(*made.questions.front().mean, (answers + 1) / 2.0);
}

void DashboardTest::segmentsAreComparedWithTheRest()
{
    test::DashboardLake lake;
    auto page = lake.page();
    int number = 0;
    const auto add = [&](int score, test::PageBuilder::Value country) {
        page.record({{"number_customergauge", ++number}, {"nps", score}}, {{"property.Country", country}});
    };
    for (const int score : {10, 9, 9, 8})
        add(score, "NL");
    for (const int score : {2, 7})
        add(score, "DE");
    for (const int score : {3, 10})
        add(score, "BE");
    for (const int score : {0, 0, 0, 0, 0})
        add(score, {});
    add(5, "");
    lake.sync(page, "responses");
    DashboardPlan plan = lake.plan();
    plan.segments = {"property.Country", "nps"};
    const Dashboard made = lake.made(plan);
    QStringList texts;
    for (const metrics::SegmentValue &value : made.segments.front().values) {
        texts.append(told(value.value) + QLatin1Char(' ') + told(value.figure));
        QCOMPARE(lake.found(made, value.drillDown), value.figure.records);
    }
    QCOMPARE(texts, (QStringList{"NL 3/1/0+0", "BE 1/0/1+0", "DE 0/1/1+0", "none 0/0/6+0"}));
    QCOMPARE(*made.segments.front().values.front().againstRest, *metrics::compare({3, 1, 0}, {1, 1, 8}));
    QCOMPARE(made.segments.back().values.front().value, QStringLiteral("0"));
    QCOMPARE(lake.found(made, made.segments.back().values.front().drillDown), 5);
}

void DashboardTest::crossesAreTables()
{
    test::DashboardLake lake;
    auto page = lake.page();
    int number = 0;
    const auto add = [&](int score, const char *language, test::PageBuilder::Value locale, const char *date) {
        page.record({{"number_customergauge", ++number},
                     {"nps", score},
                     {"language", language},
                     {"locale", locale},
                     {"date_survey_response", date}});
    };
    add(9, "nl", "be", "2025-10-05");
    add(9, "nl", "nl", "2025-12-05");
    add(2, "nl", {}, "2025-12-06");
    add(8, "de", "de", "2025-12-06");
    add(8, "de", "nl", "never");
    lake.sync(page, "responses");
    DashboardPlan plan = lake.plan();
    plan.crosses = {{"language", {}}, {"language", "locale"}};
    const Dashboard made = lake.made(plan);
    const auto table = [&](const metrics::Cross &cross) {
        QStringList texts;
        for (size_t row = 0; row < cross.rows.size(); ++row) {
            QStringList cells;
            for (size_t column = 0; column < cross.columns.size(); ++column) {
                cells.append(told(cross.columns[column]) + QLatin1Char(' ') + told(cross.at(row, column)));
                if (lake.found(made, cross.drillDown(row, column)) != cross.at(row, column).records)
                    cells.append("but not found");
            }
            texts.append(told(cross.rows[row]) + QStringLiteral(": ") + cells.join(", "));
        }
        return texts;
    };
    QCOMPARE(table(made.crosses.front()),
             (QStringList{"nl: 2025-10 1/0/0+0, 2025-11 0/0/0+0, 2025-12 1/0/1+0",
                          "de: 2025-10 0/0/0+0, 2025-11 0/0/0+0, 2025-12 0/1/0+0"}));
    QCOMPARE(table(made.crosses.back()),
             (QStringList{"nl: nl 1/0/0+0, be 1/0/0+0, de 0/0/0+0, none 0/0/1+0",
                          "de: nl 0/1/0+0, be 0/0/0+0, de 0/1/0+0, none 0/0/0+0"}));
}

void DashboardTest::accountsNeedSomebody()
{
    test::DashboardLake lake;
    auto page = lake.page();
    int number = 0;
    const auto add = [&](const char *account, int score, const char *date, int asks = 0) {
        page.record({{"number_customergauge", ++number},
                     {"account_name", account},
                     {"nps", score},
                     {"follow_up_requested", asks},
                     {"date_survey_response", date}});
    };
    add("Falling", 10, "2025-09-01"); // 1
    add("Falling", 9, "2025-09-02");
    add("Falling", 2, "2025-12-01", 1);
    add("Falling", 3, "2025-12-02");
    add("Rising", 2, "2025-09-01"); // 5
    add("Rising", 9, "2025-12-01");
    add("Silent", 9, "2025-06-01");
    add("Silent", 9, "2025-10-02 23:00:00"); // 91 days
    add("Just not", 9, "2025-10-03 01:00:00");
    add("Undated", 1, "then"); // 10
    add("", 1, "2025-12-01");
    // +47 of many, then +60 of few: the adjusted score falls, the score does not.
    for (int i = 0; i < 17; ++i)
        add("Fewer", i < 8 ? 9 : 7, "2025-09-01");
    for (int i = 0; i < 5; ++i)
        add("Fewer", i < 3 ? 9 : 7, "2025-12-01");
    lake.sync(page, "responses");
    DashboardPlan plan = lake.plan();
    plan.accounts.emplace();
    const auto names = [](const std::vector<metrics::Account> &accounts) {
        QStringList all;
        for (const metrics::Account &account : accounts)
            all.append(account.name);
        return all;
    };
    metrics::Accounts accounts = *lake.made(plan).accounts;
    QCOMPARE(names(accounts.falling), QStringList{"Falling"});
    QCOMPARE(told(accounts.falling.front().recent), QStringLiteral("0/0/2+0"));
    QCOMPARE(told(accounts.falling.front().earlier), QStringLiteral("2/0/0+0"));
    QCOMPARE(names(accounts.silent), QStringList{"Silent"});
    QCOMPARE(accounts.silent.front().lastAnswer, QStringLiteral("2025-10-02"));
    QCOMPARE(accounts.silent.front().silentDays, 91);
    QVERIFY(!accounts.hasCases);
    QCOMPARE(names(accounts.unattended), QStringList{"Falling"}); // who asked for it

    lake.sync(lake.page("close-loop")
                  .record({{"number_customergauge", 3}, {"time_to_follow_up", 2}, {"time_to_close", 30}})
                  .record({{"number_customergauge", 4}, {"time_to_follow_up", 5}})
                  .record({{"number_customergauge", 5}}),
              "close-loop");
    accounts = *lake.made(plan).accounts;
    QVERIFY(accounts.hasCases);
    QCOMPARE(names(accounts.unattended), (QStringList{"Rising", "Undated"}));
    QCOMPARE(accounts.unattended.front().waiting, 1);
    QCOMPARE(accounts.unattended.back().withoutCase, 1);
    QCOMPARE(accounts.unattendedCount, 2);
    QCOMPARE(accounts.falling.front().closed, 1);
    QCOMPARE(accounts.falling.front().followedUp, 1);
    plan.accounts->most = 1;
    accounts = *lake.made(plan).accounts;
    QCOMPARE(accounts.unattended.size(), size_t(1));
    QCOMPARE(accounts.unattendedCount, 2);
}

void DashboardTest::accountsOfARange()
{
    test::DashboardLake lake;
    auto page = lake.page();
    int number = 0;
    const auto add = [&](const char *account, int score, const char *date) {
        page.record({{"number_customergauge", ++number},
                     {"account_name", account},
                     {"nps", score},
                     {"date_survey_response", date}});
    };
    add("A", 10, "2025-11-10");
    add("A", 1, "2025-12-10");
    add("A", 1, "2025-10-10"); // before both
    add("B", 10, "2025-11-01");
    lake.sync(page, "responses");
    DashboardPlan plan = lake.plan();
    plan.range = {{QDate(2025, 12, 1), QDate(2026, 1, 1)}};
    plan.accounts.emplace();
    plan.accounts->days = 40;
    const metrics::Accounts accounts = *lake.made(plan).accounts;
    QCOMPARE(accounts.falling.size(), size_t(1));
    QCOMPARE(told(accounts.falling.front().figure), QStringLiteral("0/0/1+0"));
    QCOMPARE(told(accounts.falling.front().earlier), QStringLiteral("1/0/0+0"));
    QCOMPARE(accounts.silent.size(), size_t(1));
    QCOMPARE(accounts.silent.front().name, QStringLiteral("B"));
    QCOMPARE(accounts.silent.front().silentDays, 60); // up to the last day of the range
}

void DashboardTest::onlyWhatIsPresentCounts()
{
    test::DashboardLake lake;
    {
        const auto writer = lake.writer();
        VERIFY_OK(writer->beginSync("responses", {}, lake::SyncKind::Incremental));
        lake.store(*writer, scored(lake, {9, 9, 2}));
        VERIFY_OK(writer->beginSync("responses", {}, lake::SyncKind::Reconcile));
        lake.store(*writer, scored(lake, {9, 9}));
        QCOMPARE(*writer->markGone("responses"), 1);
    }
    QCOMPARE(told(lake.made(lake.plan()).figure), QStringLiteral("2/0/0+0"));
    query::Query query;
    query.presence = query::Presence::Both;
    query.limit = 1; // a dashboard has no limit
    query.sort = {{"nps", true}};
    QCOMPARE(told(lake.made(lake.plan(), query).figure), QStringLiteral("2/0/1+0"));
}

void DashboardTest::refuses()
{
    test::DashboardLake lake;
    lake.writer();
    const auto fails = [&](auto change) {
        DashboardPlan plan = lake.plan();
        change(plan);
        const auto made = lake.ask({}, plan);
        return made ? QStringLiteral("made") : made.error().text;
    };
    QVERIFY(fails([](DashboardPlan &plan) { plan.segments = {"langauge"}; }).contains("language"));
    QVERIFY(fails([](DashboardPlan &plan) { plan.segments = {"tags"}; }).contains("lists"));
    QVERIFY(fails([](DashboardPlan &plan) { plan.crosses = {{"language", "questions"}}; }).contains("lists"));
    QVERIFY(fails([](DashboardPlan &plan) { plan.date = "language"; }).contains("dates"));
    QVERIFY(fails([](DashboardPlan &plan) { plan.sentDate = "nowhere"; }).contains("nowhere"));
    query::Query query;
    query.where = {*query::parseFilter("nps = many")};
    VERIFY_FAILS(lake.ask(query, lake.plan()), ErrorKind::Input);
    const auto reader = lake.reader();
    VERIFY_FAILS(
        metrics::makeDashboard(*reader, {}, lake.catalog, lake.feed("non-responses"), {}, lake.plan(), {}),
        ErrorKind::Input);
}

void DashboardTest::stops()
{
    test::DashboardLake lake;
    lake.sync(scored(lake, {9, 9, 2}), "responses");
    std::stop_source stop;
    stop.request_stop();
    VERIFY_FAILS(lake.ask({}, lake.plan(), stop.get_token()), ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(DashboardTest)
#include "tst_dashboard.moc"
