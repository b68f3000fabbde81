// SPDX-License-Identifier: GPL-3.0-or-later
#include "lakefixture.h"
#include "support/testcase.h"

using namespace gauge;
using lake::Checkpoint;
using lake::StoreCounts;

class LakeWriterTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void storesUpdatesAndCounts();
    void aValueThatVanishedBecomesNull();
    void theLaterOfADoubleWins();
    void aResponseReplacesItsNonResponse();
    void aNonResponseDoesNotReplaceItsResponse();
    void aRecordWithoutAKeyIsKeptOnce();
    void valuesThatDoNotFitTheirTypeStay_data();
    void valuesThatDoNotFitTheirTypeStay();
    void rowIdsAreNeverUsedAgain();
    void checkpointsBelongToTheirScope();
    void statusTellsTheLastSyncAndItsError();
    void aCatalogThatGrewAddsItsColumns();
    void aMadeUpEndpointNeedsNothingElse();
    void anUnknownFeedIsRefused();
};

void LakeWriterTest::storesUpdatesAndCounts()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    QCOMPARE(lake.store(*writer,
                        lake.page()
                            .record({{"number_customergauge", 1}, {"nps", 9}})
                            .record({{"number_customergauge", 2}, {"nps", 3}})),
             (StoreCounts{2, 2, 0, 0}));
    QCOMPARE(lake.store(*writer,
                        lake.page()
                            .record({{"number_customergauge", 2}, {"nps", 4}}, {}, "{\"new\":2}")
                            .record({{"number_customergauge", "3"}, {"nps", 5}})),
             (StoreCounts{2, 1, 1, 0, 1, 0}));
    QCOMPARE(lake.column("nps"), (QStringList{"9", "4", "5"}));
    // The key as text is the same key.
    QCOMPARE(lake.store(*writer, lake.page().record({{"number_customergauge", 3}, {"nps", 6}})),
             (StoreCounts{1, 0, 1, 0, 1, 0}));
    const auto detail = lake.reader()->record("responses", 2);
    VERIFY_OK(detail);
    QCOMPARE(detail->raw, QByteArray("{\"new\":2}"));
}

void LakeWriterTest::aValueThatVanishedBecomesNull()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    lake.store(*writer,
               lake.page().record({{"number_customergauge", 1}, {"email", "a@b.nl"}},
                                  {{"property.Country", "NL"}, {"property.Team", "A"}}));
    lake.store(*writer, lake.page().record({{"number_customergauge", 1}}, {{"property.Team", "B"}}));
    QCOMPARE(lake.column("email"), QStringList{"NULL"});
    QCOMPARE(lake.column("property.Country"), QStringList{"NULL"});
    QCOMPARE(lake.column("property.Team"), QStringList{"B"});
}

void LakeWriterTest::theLaterOfADoubleWins()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    lake.store(*writer,
               lake.page()
                   .record({{"number_customergauge", 1}, {"nps", 1}}, {{"property.A", "old"}})
                   .record({{"number_customergauge", 1}, {"nps", 2}},
                           {{"property.A", "first"}, {"property.A", "second"}}, "{\"later\":1}"));
    QCOMPARE(lake.column("nps"), QStringList{"2"});
    QCOMPARE(lake.column("property.A"), QStringList{"second"});
    QCOMPARE(lake.reader()->record("responses", 1)->raw, QByteArray("{\"later\":1}"));
}

void LakeWriterTest::aResponseReplacesItsNonResponse()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    lake.store(*writer,
               lake.page("non-responses")
                   .record({{"number_customergauge", 1}})
                   .record({{"number_customergauge", 2}}),
               "non-responses");
    QCOMPARE(lake.store(*writer, lake.page().record({{"number_customergauge", 2}, {"nps", 9}})),
             (StoreCounts{1, 1, 0, 1}));
    QCOMPARE(lake.column("number_customergauge", {}, "non-responses"), QStringList{"1"});
    QVERIFY(!lake.reader()->record("non-responses", 2));
}

void LakeWriterTest::aNonResponseDoesNotReplaceItsResponse()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    lake.store(*writer, lake.page().record({{"number_customergauge", 2}, {"nps", 9}}));
    QCOMPARE(lake.store(*writer, lake.page("non-responses").record({{"number_customergauge", 2}}),
                        "non-responses"),
             (StoreCounts{1, 0, 0, 0}));
    QCOMPARE(*lake.reader()->count("non-responses", {}), 0);
    QCOMPARE(*lake.reader()->count("responses", {}), 1);
}

void LakeWriterTest::aRecordWithoutAKeyIsKeptOnce()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    for (int round = 0; round < 2; ++round) {
        lake.store(*writer,
                   lake.page()
                       .record({{"nps", 1}}, {}, "{\"a\":1}")
                       .record({{"number_customergauge", ""}}, {}, "{\"b\":1}"));
    }
    const QStringList keys = lake.column("number_customergauge");
    QCOMPARE(keys.size(), 2);
    QCOMPARE(keys.front(),
             QStringLiteral("~015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862"));
}

void LakeWriterTest::valuesThatDoNotFitTheirTypeStay_data()
{
    using Value = test::PageBuilder::Value;
    QTest::addColumn<QString>("column");
    QTest::addColumn<std::shared_ptr<Value>>("value");
    QTest::addColumn<QString>("display");
    const auto row = [](const char *name, const char *column, Value value, const char *display) {
        QTest::newRow(name) << QString(column) << std::make_shared<Value>(std::move(value))
                            << QString(display);
    };
    row("word in a score", "nps", "n/a", "n/a");
    row("integer beyond 64 bits", "number_customergauge", "12345678901234567890123",
        "12345678901234567890123");
    row("least integer", "number_customergauge", std::numeric_limits<qint64>::min(), "-9223372036854775808");
    row("real in a text", "status", 0.1234567890123456, "0.1234567890123456");
    row("integer in a text", "phone", qint64(31612345678), "31612345678");
    row("leading zeros", "account_number", "00042", "00042");
    row("word in a boolean", "follow_up_requested", "maybe", "maybe");
    row("boolean", "follow_up_requested", 1, "true");
    row("quotes", "comment_original", "it's \"so\"; DROP TABLE responses;--",
        "it's \"so\"; DROP TABLE responses;--");
    row("empty", "comment_original", "", "");
    row("beyond the BMP", "comment_original", "\xF0\x9F\x98\x80 ok", "\xF0\x9F\x98\x80 ok");
    row("no JSON in a list", "tags", "not a list", "not a list");
    row("list", "selected_drivers", R"([{"primary":"A","secondary":["b","c"]}])", "A > b, c");
}

void LakeWriterTest::valuesThatDoNotFitTheirTypeStay()
{
    QFETCH(const QString, column);
    QFETCH(const std::shared_ptr<test::PageBuilder::Value>, value);
    QFETCH(const QString, display);
    test::LakeFixture lake;
    const auto writer = lake.writer();
    test::PageBuilder::Values values{{column, *value}};
    if (column != "number_customergauge")
        values.emplace_back("number_customergauge", 1);
    for (int round = 0; round < 2; ++round)
        lake.store(*writer, lake.page().record(values));
    QCOMPARE(lake.column(column), QStringList{display});
}

void LakeWriterTest::rowIdsAreNeverUsedAgain()
{
    test::LakeFixture lake;
    {
        const auto writer = lake.writer();
        lake.store(*writer, lake.page("non-responses").record({{"number_customergauge", 7}}),
                   "non-responses");
        lake.store(*writer, lake.page().record({{"number_customergauge", 7}}));
    }
    const auto writer = lake.writer();
    lake.store(*writer, lake.page("non-responses").record({{"number_customergauge", 8}}), "non-responses");
    // An old snapshot must not show record 8 in the place of 7.
    QCOMPARE(lake.reader()->snapshot("non-responses", {})->keys, std::vector<qint64>{2});
}

void LakeWriterTest::checkpointsBelongToTheirScope()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    QCOMPARE(*writer->checkpoint("responses", {}), Checkpoint());
    const auto page = lake.page();
    VERIFY_OK(writer->store(lake.feed("responses"), {}, page.page(), Checkpoint{"whole", false}));
    VERIFY_OK(writer->store(lake.feed("responses"), "number=5", page.page(), Checkpoint{"part", true}));
    VERIFY_OK(writer->store(lake.feed("close-loop"), {}, page.page(), Checkpoint{"other", false}));
    QCOMPARE(*writer->checkpoint("responses", {}), (Checkpoint{"whole", false}));
    QCOMPARE(*writer->checkpoint("responses", "number=5"), (Checkpoint{"part", true}));
    QCOMPARE(*writer->checkpoint("close-loop", {}), (Checkpoint{"other", false}));
}

void LakeWriterTest::statusTellsTheLastSyncAndItsError()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    lake.store(*writer, lake.page().record({{"number_customergauge", 1}}), "responses", "x1");
    const QDateTime first = lake.clock->now();
    VERIFY_OK(writer->beginSync("responses", {}, lake::SyncKind::Incremental));
    VERIFY_OK(writer->finishSync("responses", 1, {1, 1, 0, 0, 0, 0}, {}));
    lake.clock->advance(std::chrono::hours(1));
    VERIFY_OK(writer->beginSync("responses", {}, lake::SyncKind::Incremental));
    VERIFY_OK(writer->finishSync("responses", 0, {}, "The service is away."));
    // One that was killed never ends, and is no error.
    VERIFY_OK(writer->beginSync("responses", {}, lake::SyncKind::Refresh));
    const auto status = lake.reader()->status();
    VERIFY_OK(status);
    QCOMPARE(status->size(), lake.catalog.endpoints().size());
    for (const lake::FeedStatus &feed : *status) {
        const bool synced = feed.feed == "responses";
        QCOMPARE(feed.records, synced ? 1 : 0);
        QCOMPARE(feed.checkpoint.cursor, synced ? QString("x1") : QString());
        QCOMPARE(feed.lastSync, synced ? std::optional(first) : std::nullopt);
        QCOMPARE(feed.lastError, synced ? QString("The service is away.") : QString());
    }
}

void LakeWriterTest::aCatalogThatGrewAddsItsColumns()
{
    test::LakeFixture lake;
    {
        const auto writer = lake.writer();
        lake.store(*writer,
                   lake.page().record({{"number_customergauge", 1}}, {{"other.brand_new", "early"}}));
    }
    std::vector<catalog::Endpoint> endpoints = lake.catalog.endpoints();
    for (catalog::Endpoint &endpoint : endpoints)
        endpoint.columns.insert(endpoint.columns.begin() + 1, {"brand_new", "/brand_new"});
    lake.catalog = catalog::Catalog(endpoints);
    const auto writer = lake.writer();
    lake.store(*writer,
               lake.page().record({{"number_customergauge", 2}, {"brand_new", "late"}, {"status", "s"}},
                                  {{"other.x", "y"}}));
    QCOMPARE(lake.column("brand_new"), (QStringList{"NULL", "late"}));
    QCOMPARE(lake.column("status"), (QStringList{"NULL", "s"}));
    QCOMPARE(lake.column("other.x"), (QStringList{"NULL", "y"}));
    QCOMPARE(lake.column("other.brand_new"), (QStringList{"early", "NULL"}));
    const auto columns = lake.reader()->columns("responses");
    QCOMPARE((*columns)[1].name, QStringLiteral("brand_new"));
    QCOMPARE(columns->back().name, QStringLiteral("other.x"));
}

void LakeWriterTest::aMadeUpEndpointNeedsNothingElse()
{
    catalog::Endpoint made;
    made.id = "made-up";
    made.table = "made \"up\"";
    made.keyColumn = "row_id"; // the lake's own name for something else
    made.columns
        = {{"row_id", "/id"}, {"select", "/select", catalog::ColumnType::Real}, {"Select", "/Select"}};
    test::LakeFixture lake;
    lake.catalog = catalog::Catalog({made});
    const auto writer = lake.writer();
    for (const double value : {1.5, 2.25}) {
        lake.store(*writer,
                   lake.page("made-up").record({{"row_id", "k'1"}, {"select", value}, {"Select", "big"}},
                                               {{"property.oid", "o"}}),
                   "made-up");
    }
    QCOMPARE(lake.column("row_id", {}, "made-up"), QStringList{"k'1"});
    QCOMPARE(lake.column("select", {}, "made-up"), QStringList{"2.25"});
    QCOMPARE(lake.column("Select", {}, "made-up"), QStringList{"big"});
    QCOMPARE(lake.column("property.oid", {}, "made-up"), QStringList{"o"});
}

void LakeWriterTest::anUnknownFeedIsRefused()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    catalog::Endpoint stranger = lake.feed("responses");
    stranger.id = "stranger";
    VERIFY_FAILS(writer->store(stranger, {}, lake.page().page(), {}), ErrorKind::Input);
    VERIFY_FAILS(lake.reader()->count("stranger", {}), ErrorKind::Input);
    stranger.keyColumn = "nothing";
    VERIFY_FAILS(lake::LakeWriter::open(lake.location(), catalog::Catalog({stranger}), lake.clock),
                 ErrorKind::Input);
}

QTEST_GUILESS_MAIN(LakeWriterTest)
#include "tst_lakewriter.moc"
