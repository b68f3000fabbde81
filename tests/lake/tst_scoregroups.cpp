// SPDX-License-Identifier: GPL-3.0-or-later
#include "lakefixture.h"
#include "support/testcase.h"

using namespace gauge;
using lake::Grouping;
using query::Query;

//! Figures by group against records that are counted by hand.
class ScoreGroupsTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void groups_data();
    void groups();
    void groupsFollowTheQuery();
    void agreeWithTheScoresOfAll();
    void otherFeedsHaveTheirRecords();
    void refuses();
    void daysAreCountedWhereThatIsQuick();
    void aRangeOfRowsIsAPart();

private:
    //! "2026-01 promoters/passives/detractors/ignored" a group.
    [[nodiscard]] QString told(const Grouping &grouping, const Query &query = {},
                               const char *feed = "responses")
    {
        const auto groups = m_lake.reader()->scoreGroups(feed, query, grouping);
        if (!groups)
            return groups.error().text;
        QStringList texts;
        for (const lake::ScoreGroup &group : *groups) {
            const lake::ScoreCounts &counts = group.counts;
            texts.append(QStringLiteral("%1 %2/%3/%4/%5")
                             .arg(group.name.value_or(QStringLiteral("none")))
                             .arg(counts.promoters)
                             .arg(counts.passives)
                             .arg(counts.detractors)
                             .arg(counts.ignored));
            if (counts.promoters + counts.passives + counts.detractors + counts.ignored != group.records)
                texts.append(QStringLiteral("but %1").arg(group.records));
        }
        return texts.join(QStringLiteral(", "));
    }
    test::LakeFixture m_lake;
};

void ScoreGroupsTest::initTestCase()
{
    const auto writer = m_lake.writer();
    test::PageBuilder page = m_lake.page();
    int number = 0;
    const auto record = [&](const char *date, auto nps, const char *country) {
        test::PageBuilder::Values base{{"number_customergauge", ++number}, {"nps", nps}};
        if (*date)
            base.emplace_back("date_sent", date);
        page.record(base, {{"property.Country", country}});
    };
    record("2026-01-01 00:00:00", 10, "NL");
    record("2026-01-31 23:59:59", 9, "DE");
    record("2026-02-01 00:00:00", 7, "NL");
    record("2026-03-31", 0, "NL");
    record("2026-04-01 12:00:00", 6, "");
    record("2025-12-28 10:00:00", 8, "DE"); // a Sunday
    record("2025-12-29 10:00:00", 3, "DE"); // the Monday of 2026's first week
    record("0000-00-00 00:00:00", 10, "NL");
    record("soon", 10, "NL");
    record("", 5, "NL");
    record("2026-01-15 10:00:00", "n/a", "nl");
    record("2026-01-15 10:00:00", 11, "NL");
    m_lake.store(*writer, page);
    m_lake.store(*writer,
                 m_lake.page("non-responses")
                     .record({{"number_customergauge", 501}, {"date_sent", "2026-01-02 00:00:00"}})
                     .record({{"number_customergauge", 502}}),
                 "non-responses");
}

void ScoreGroupsTest::groups_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<Grouping::By>("by");
    QTest::addColumn<QString>("expected");
    QTest::newRow("month") << "date_sent" << Grouping::By::Month
                           << "2025-12 0/1/1/0, 2026-01 2/0/0/2, 2026-02 0/1/0/0, 2026-03 0/0/1/0, "
                              "2026-04 0/0/1/0, none 2/0/1/0";
    QTest::newRow("quarter") << "date_sent" << Grouping::By::Quarter
                             << "2025-Q4 0/1/1/0, 2026-Q1 2/1/1/2, 2026-Q2 0/0/1/0, none 2/0/1/0";
    QTest::newRow("week") << "date_sent" << Grouping::By::Week
                          << "2025-W52 0/1/0/0, 2026-W01 1/0/1/0, 2026-W03 0/0/0/2, 2026-W05 1/1/0/0, "
                             "2026-W14 0/0/2/0, none 2/0/1/0";
    QTest::newRow("text") << "property.Country" << Grouping::By::Column
                          << "DE 1/1/1/0, NL 3/1/2/1, nl 0/0/0/1, none 0/0/1/0";
    QTest::newRow("number") << "number_customergauge" << Grouping::By::Column
                            << "1 1/0/0/0, 10 0/0/1/0, 11 0/0/0/1, 12 0/0/0/1, 2 1/0/0/0, 3 0/1/0/0, "
                               "4 0/0/1/0, 5 0/0/1/0, 6 0/1/0/0, 7 0/0/1/0, 8 1/0/0/0, 9 1/0/0/0";
    QTest::newRow("nothing") << "email" << Grouping::By::Column << "none 4/2/4/2";
}

void ScoreGroupsTest::groups()
{
    QFETCH(const QString, column);
    QFETCH(const Grouping::By, by);
    QFETCH(const QString, expected);
    QCOMPARE(told({column, by}), expected);
}

void ScoreGroupsTest::groupsFollowTheQuery()
{
    Query query;
    query.where = {*query::parseFilter(QStringLiteral("date_sent in last year or nps = 9"))};
    const Grouping byMonth{QStringLiteral("date_sent"), Grouping::By::Month};
    QCOMPARE(told(byMonth, query), QStringLiteral("2025-12 0/1/1/0, 2026-01 1/0/0/0"));
    query.sort = {{QStringLiteral("nps"), true}};
    query.limit = 1;
    QCOMPARE(told(byMonth, query), QStringLiteral("2026-01 1/0/0/0"));
    query.where = {*query::parseFilter(QStringLiteral("nps = 4"))};
    QCOMPARE(told(byMonth, query), QString());
}

void ScoreGroupsTest::agreeWithTheScoresOfAll()
{
    lake::ScoreCounts sum;
    const auto groups
        = m_lake.reader()->scoreGroups("responses", {}, {"property.Country", Grouping::By::Column});
    VERIFY_OK(groups);
    for (const lake::ScoreGroup &group : *groups) {
        sum.promoters += group.counts.promoters;
        sum.passives += group.counts.passives;
        sum.detractors += group.counts.detractors;
        sum.ignored += group.counts.ignored;
    }
    QCOMPARE(*m_lake.reader()->scores("responses", {}) == sum, true);
}

void ScoreGroupsTest::otherFeedsHaveTheirRecords()
{
    QCOMPARE(told({QStringLiteral("date_sent"), Grouping::By::Month}, {}, "non-responses"),
             QStringLiteral("2026-01 0/0/0/1, none 0/0/0/1"));
}

void ScoreGroupsTest::refuses()
{
    const auto reader = m_lake.reader();
    VERIFY_FAILS(reader->scoreGroups("responses", {}, {"nothing", Grouping::By::Column}), ErrorKind::Input);
    VERIFY_FAILS(reader->scoreGroups("responses", {}, {"nps", Grouping::By::Month}), ErrorKind::Input);
    VERIFY_FAILS(reader->scoreGroups("nothing", {}, {"nps", Grouping::By::Column}), ErrorKind::Input);
    std::stop_source stop;
    stop.request_stop();
    test::LakeFixture large;
    {
        const auto writer = large.writer();
        test::PageBuilder page = large.page();
        for (int i = 0; i <= int(lake::mostGroups); ++i)
            page.record({{"number_customergauge", i}, {"email", std::to_string(i)}});
        large.store(*writer, page);
    }
    VERIFY_FAILS(large.reader()->scoreGroups("responses", {}, {"email", Grouping::By::Column}),
                 ErrorKind::Input);
    VERIFY_FAILS(
        large.reader()->scoreGroups("responses", {}, {"nps", Grouping::By::Column}, stop.get_token()),
        ErrorKind::Cancelled);
}

void ScoreGroupsTest::daysAreCountedWhereThatIsQuick()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    auto page = lake.page();
    int number = 0;
    for (const char *date : {"2025-12-31 10:00:00", "2025-12-31", "2025-12-30 23:59:59", "2025-12-99", ""})
        page.record({{"number_customergauge", ++number}, {"language", "nl"}, {"date_sent", date}});
    page.record({{"number_customergauge", ++number}, {"language", "de"}});
    lake.store(*writer, page);
    const auto reader = lake.reader();
    const auto days = [&](const char *where = nullptr, const std::optional<lake::DateSpan> &span = {}) {
        Query query;
        if (where)
            query.where = {*query::parseFilter(QLatin1String(where))};
        const auto counted = reader->dayCounts("responses", query, "date_sent", span);
        if (!counted)
            return counted.error().text;
        if (!*counted)
            return QStringLiteral("no quick way");
        QString text = QString::number((*counted)->records);
        for (const lake::DayCounts::Day &day : (*counted)->days)
            text += QStringLiteral(", %1 %2").arg(QString::fromStdString(day.day)).arg(day.records);
        return text;
    };
    const QString all = QStringLiteral("6, 2025-12-30 1, 2025-12-31 2, 2025-12-99 1");
    const lake::DateSpan afternoon{"2025-12-30 12:00:00", "2025-12-31 10:00:00"};
    const QString since = QStringLiteral("2, 2025-12-30 1, 2025-12-31 1");
    if (test::LakeFixture::isPostgres()) {
        QCOMPARE(days(), all);
        QCOMPARE(days(nullptr, afternoon), since);
        QCOMPARE(days("language = nl"), QStringLiteral("5, 2025-12-30 1, 2025-12-31 2, 2025-12-99 1"));
        return;
    }
    QCOMPARE(days(), QStringLiteral("no quick way"));
    auto indexer = lake::ColumnIndexer::open(lake.location(), lake.catalog);
    QVERIFY(indexer);
    writer->releaseLease("responses");
    QVERIFY(*indexer->ensure("responses", "date_sent", {}, lake.clock->now(), {0, 100, 5}, {}));
    QCOMPARE(days(), all);
    QCOMPARE(days(nullptr, afternoon), since);
    QCOMPARE(days("language = nl"), QStringLiteral("no quick way"));
    // An index that has what the condition asks, too.
    const QString early = QStringLiteral("3, 2025-12-30 1, 2025-12-31 1"); // an empty text is less, too
    QCOMPARE(days(R"(date_sent < "2025-12-31 09:00")"), early);
    QCOMPARE(days(R"(date_sent < "2025-12-31 09:00" or date_sent = 2025-12-30)"), early);
    QCOMPARE(days(R"(date_sent < "2025-12-31 09:00" and language = nl)"), QStringLiteral("no quick way"));
    QCOMPARE(days("date_sent contains 2025"), QStringLiteral("no quick way"));
    QCOMPARE(days("number_customergauge < 3"), QStringLiteral("no quick way"));
    QVERIFY(*indexer->ensure("responses", "language", {}, lake.clock->now(), {0, 100, 5}, {}));
    QCOMPARE(days("language = nl"), QStringLiteral("no quick way")); // it has the score, not the date
    QCOMPARE(days(nullptr, lake::DateSpan{"2026-01-01", "2025-01-01"}), QStringLiteral("0"));
    // What is no date at all is of no day.
    QVERIFY(writer->acquireLease("responses"));
    lake.store(*writer, lake.page().record({{"number_customergauge", 98}, {"date_sent", "last month"}}));
    QCOMPARE(days(), QStringLiteral("7") + all.mid(1));
    lake.store(*writer, lake.page().record({{"number_customergauge", 99}, {"date_sent", " 2025"}}));
    QCOMPARE(days(), QStringLiteral("no quick way"));
}

void ScoreGroupsTest::aRangeOfRowsIsAPart()
{
    const auto reader = m_lake.reader();
    const lake::KeyRange all = *reader->keyRange("responses");
    const qint64 records = *reader->count("responses", {});
    qint64 found = 0;
    const auto visit = [&](const catalog::Row &) {
        ++found;
        return true;
    };
    for (qint64 key = all.first; key <= all.last; ++key)
        VERIFY_OK(reader->forEachRowIn({key, key}, "responses", {}, {}, visit));
    QCOMPARE(found, records);
    VERIFY_OK(reader->forEachRowIn({}, "responses", {}, {}, visit));
    QCOMPARE(found, records);
    QVERIFY(!*reader->canUseIndex("responses", {}));
    test::LakeFixture empty;
    empty.writer();
    QCOMPARE(*empty.reader()->keyRange("responses"), lake::KeyRange());
    QVERIFY(!*empty.reader()->wasSynced("responses"));
}

QTEST_GUILESS_MAIN(ScoreGroupsTest)
#include "tst_scoregroups.moc"
