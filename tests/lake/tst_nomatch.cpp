// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/read/nomatch.h"
#include "lakefixture.h"
#include "support/testcase.h"

using namespace gauge;

//! What a person is told about a filter that found nothing.
class NoMatchTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void tells_data();
    void tells();
    void anEmptyFeedNeedsNoReason();
    void aValueThatIsGoneIsNotOffered();
};

void NoMatchTest::tells_data()
{
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("search");
    QTest::addColumn<QStringList>("named"); // what stands between quotes, in order
    QTest::newRow("another case") << "property.Country = nl"
                                  << "" << QStringList{"property.Country = nl", "NL"};
    QTest::newRow("mistyped, in a list") << "account_name in Acne,Foo"
                                         << "" << QStringList{"account_name in Acne,Foo", "Acme"};
    QTest::newRow("nothing like it") << "account_name = Globex"
                                     << "" << QStringList{"account_name = Globex"};
    QTest::newRow("beyond the scale") << "nps > 10"
                                      << "" << QStringList{"nps > 10"};
    QTest::newRow("a number with a digit too many") << "nps = 99"
                                                    << "" << QStringList{"nps = 99"};
    QTest::newRow("one of two") << "nps = 9 and date_sent > 2027"
                                << "" << QStringList{"date_sent > 2027"};
    QTest::newRow("each, but not both") << "nps >= 9 and nps <= 6"
                                        << "" << QStringList();
    QTest::newRow("a search") << ""
                              << "tomato" << QStringList{"tomato"};
    QTest::newRow("a search within") << "nps = 9"
                                     << "slow" << QStringList();
}

void NoMatchTest::tells()
{
    QFETCH(const QString, where);
    QFETCH(const QString, search);
    QFETCH(const QStringList, named);
    test::LakeFixture lake;
    lake.store(*lake.writer(),
               lake.page()
                   .record({{"number_customergauge", 1},
                            {"nps", 9},
                            {"account_name", "Acme"},
                            {"date_sent", "2026-01-01 00:00:00"}},
                           {{"property.Country", "NL"}})
                   .record({{"number_customergauge", 2}, {"nps", 3}, {"comment_original", "slow"}},
                           {{"property.Country", "DE"}}));
    query::Query query;
    query.search = search;
    if (!where.isEmpty()) {
        const auto filter = query::parseFilter(where);
        VERIFY_OK(filter);
        query.where = {*filter};
    }
    const auto reader = lake.reader();
    QCOMPARE(*reader->count("responses", query), 0);
    const auto reason = lake::whyNothing(*reader, "responses", query);
    VERIFY_OK(reason);
    QVERIFY(!reason->isEmpty());
    const QStringList parts = reason->split(QRegularExpression(QStringLiteral("[“”]")));
    QStringList quoted;
    for (qsizetype i = 1; i < parts.size(); i += 2)
        quoted.append(parts[i]);
    QCOMPARE(quoted, named);
}

void NoMatchTest::anEmptyFeedNeedsNoReason()
{
    test::LakeFixture lake;
    lake.store(*lake.writer(), lake.page());
    query::Query query;
    query.where = {{"nps", query::Operator::Equal, {"9"}}};
    const auto reader = lake.reader();
    QCOMPARE(*lake::whyNothing(*reader, "responses", query), QString());
    QCOMPARE(*lake::whyNothing(*reader, "responses", {}), QString());
}

void NoMatchTest::aValueThatIsGoneIsNotOffered()
{
    test::LakeFixture lake;
    lake.store(*lake.writer(), lake.page().record({{"number_customergauge", 1}, {"account_name", "Acme"}}));
    query::Query query;
    query.presence = query::Presence::Gone;
    query.where = {{"account_name", query::Operator::Equal, {"acme"}}};
    // No record is gone, so there is nothing to say.
    QCOMPARE(*lake::whyNothing(*lake.reader(), "responses", query), QString());
}

QTEST_GUILESS_MAIN(NoMatchTest)
#include "tst_nomatch.moc"
