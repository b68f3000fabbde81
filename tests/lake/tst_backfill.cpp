// SPDX-License-Identifier: GPL-3.0-or-later
#include "lakefixture.h"
#include "support/testcase.h"

using namespace gauge;

//! Columns that are made of others, in lakes that were made before there were such columns.
class BackfillTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void computedColumnsAreSortedAndFilteredLikeOthers();
    void anEarlierLakeGetsThemForAllItsRecords();
    void theyMayStandInAContinuationTable();
    void aValueThatVanishesTakesThemAlong();

private:
    //! The catalog as it was before.
    static catalog::Catalog earlier(const catalog::Catalog &catalog)
    {
        std::vector<catalog::Endpoint> endpoints = catalog.endpoints();
        for (catalog::Endpoint &endpoint : endpoints)
            std::erase_if(endpoint.columns, [](const catalog::Column &column) { return column.compute; });
        return catalog::Catalog(std::move(endpoints));
    }
    static test::PageBuilder &nonResponse(test::PageBuilder &page, int number, const char *opened = nullptr)
    {
        test::PageBuilder::Values values{{"number_customergauge", number},
                                         {"date_sent", "2025-03-01 10:00:00"}};
        if (opened)
            values.emplace_back("date_opened", opened);
        return page.record(values);
    }
};

void BackfillTest::computedColumnsAreSortedAndFilteredLikeOthers()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    auto page = lake.page();
    for (const auto &[number, answered] :
         {std::pair(1, "2025-03-03 10:00:00"), std::pair(2, "2025-03-01 16:00:00"), std::pair(3, "soon")}) {
        page.record({{"number_customergauge", number},
                     {"date_sent", "2025-03-01 10:00:00"},
                     {"date_survey_response", answered}});
    }
    lake.store(*writer, page);
    QCOMPARE(lake.column("days_to_answer"), (QStringList{"2", "0.25", "NULL"}));
    query::Query query;
    query.sort = {{"days_to_answer", false}};
    QCOMPARE(lake.column("number_customergauge", query), (QStringList{"2", "1", "3"}));
    query.where = {{"days_to_answer", query::Operator::LessOrEqual, {"0.25"}}};
    QCOMPARE(lake.column("number_customergauge", query), QStringList{"2"});
    query.where = {{"days_to_answer", query::Operator::IsEmpty, {}}};
    QCOMPARE(lake.column("number_customergauge", query), QStringList{"3"});
}

void BackfillTest::anEarlierLakeGetsThemForAllItsRecords()
{
    constexpr int total = 1234; // several statements, and a part of one
    test::LakeFixture lake;
    const catalog::Catalog now = lake.catalog;
    lake.catalog = earlier(now);
    {
        const auto writer = lake.writer();
        auto page = lake.page("non-responses");
        for (int i = 0; i < total; ++i)
            nonResponse(page, i, i % 3 == 0 ? "2025-03-02 10:00:00" : nullptr);
        page.record({{"number_customergauge", total}});
        VERIFY_OK(writer->beginSync("non-responses", {}, lake::SyncKind::Incremental));
        lake.store(*writer, page, "non-responses");
        VERIFY_OK(writer->beginSync("non-responses", {}, lake::SyncKind::Reconcile));
        auto later = lake.page("non-responses");
        for (int i = 1; i < total; ++i)
            nonResponse(later, i, i % 3 == 0 ? "2025-03-02 10:00:00" : nullptr);
        later.record({{"number_customergauge", total}});
        lake.store(*writer, later, "non-responses");
        QCOMPARE(*writer->markGone("non-responses"), 1);
        lake.store(*writer,
                   lake.page().record({{"number_customergauge", -1},
                                       {"date_sent", "2025-03-01 10:00:00"},
                                       {"date_survey_response", "2025-03-04 22:00:00"}}));
        QVERIFY(lake.column("life", {}, "non-responses").front().startsWith("error"));
    }
    lake.catalog = now;
    lake.writer();
    QCOMPARE(lake.column("days_to_answer"), QStringList{"3.5"});
    const auto groups = lake.reader()->scoreGroups("non-responses", {}, {"life"});
    VERIFY_OK(groups);
    QCOMPARE(groups->size(), size_t(3));
    QCOMPARE(groups->at(0).name, std::optional<QString>("opened"));
    QCOMPARE(groups->at(0).records, 411);
    QCOMPARE(groups->at(1).name, std::optional<QString>("sent"));
    QCOMPARE(groups->at(1).records, 822);
    QCOMPARE(groups->at(2).name, std::optional<QString>());
    // Those that are gone, too.
    query::Query query;
    query.presence = query::Presence::Gone;
    QCOMPARE(lake.column("life", query, "non-responses"), QStringList{"opened"});
}

void BackfillTest::theyMayStandInAContinuationTable()
{
    test::LakeFixture lake;
    const catalog::Catalog now = lake.catalog;
    lake.catalog = earlier(now);
    {
        const auto writer = lake.writer();
        test::PageBuilder::Values extras;
        for (int i = 0; i < 500; ++i)
            extras.emplace_back(QStringLiteral("property.P%1").arg(i), i);
        lake.store(*writer,
                   lake.page("non-responses")
                       .record({{"number_customergauge", 1}, {"date_sent", "2025-03-01 10:00:00"}}, extras)
                       .record({{"number_customergauge", 2}, {"date_opened", "2025-03-01 10:00:00"}})
                       .record({{"number_customergauge", 3}}),
                   "non-responses");
    }
    lake.catalog = now;
    lake.writer();
    QCOMPARE(lake.column("life", {}, "non-responses"), (QStringList{"sent", "opened", "NULL"}));
    QCOMPARE(lake.column("property.P499", {}, "non-responses"), (QStringList{"499", "NULL", "NULL"}));
    const auto columns = lake.reader()->columns("non-responses");
    VERIFY_OK(columns);
    const size_t last = lake.feed("non-responses").columns.size() - 1;
    QCOMPARE((*columns)[last].name, QStringLiteral("life"));
    QVERIFY((*columns)[last].part > 0);
}

void BackfillTest::aValueThatVanishesTakesThemAlong()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    auto page = lake.page("non-responses");
    nonResponse(page, 1, "2025-03-02 10:00:00");
    lake.store(*writer, page, "non-responses");
    QCOMPARE(lake.column("life", {}, "non-responses"), QStringList{"opened"});
    auto later = lake.page("non-responses");
    nonResponse(later, 1);
    lake.store(*writer, later, "non-responses");
    QCOMPARE(lake.column("life", {}, "non-responses"), QStringList{"sent"});
}

QTEST_GUILESS_MAIN(BackfillTest)
#include "tst_backfill.moc"
