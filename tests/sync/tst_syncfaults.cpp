// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/lakefixture.h"
#include "support/pagedservice.h"
#include "support/testcase.h"
#include "support/waiting.h"
#include "sync/syncjob.h"
#include "sync/verifyjob.h"

using namespace gauge;
using namespace std::chrono_literals;
using test::PagedService;

namespace {

//! What the service answers to one cursor.
struct Served
{
    QString cursor;
    QList<int> records;
    QString next;
};

QList<int> range(int first, int last)
{
    QList<int> numbers;
    for (int step = first <= last ? 1 : -1, number = first; number != last + step; number += step)
        numbers.append(number);
    return numbers;
}

net::HttpResponse page(const QList<int> &records, const QString &next)
{
    QByteArrayList bodies;
    for (const int number : records) {
        bodies.append("{\"number_customergauge\":" + QByteArray::number(number)
                      + ",\"nps\":" + QByteArray::number(bodies.size()) + '}');
    }
    return {200,
            {{"content-type", "application/json"}},
            "{\"data\":[" + bodies.join(',') + "],\"cursor\":{\"next\":\"" + next.toUtf8() + "\"}}"};
}

constexpr int recordCount = 25; // three pages and the empty one

} // namespace

//! Whatever happens between two pages or to one: each record is there once, the checkpoint is that of the
//! stored records, and what was stored is not asked for again. Each fault meets each page in ./dev soak, one
//! otherwise.
class SyncFaultsTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void oddPagesGiveEachRecordOnce_data();
    void oddPagesGiveEachRecordOnce();
    void theLaterOfTwoOnAPageStays();
    void aTextCursorInACircleEnds_data();
    void aTextCursorInACircleEnds();
    void aComparisonInACircleEnds();
    void aClockThatIsSetChangesNothing_data();
    void aClockThatIsSetChangesNothing();
    void aClockThatIsSetChangesNoWaiting();
    void asleepBetweenTwoPages_data();
    void asleepBetweenTwoPages();
    void takenOverWhileAsleep_data();
    void takenOverWhileAsleep();
    void aPassingFaultAtEachPage_data();
    void aPassingFaultAtEachPage();
    void aLastingFaultAtEachPage_data();
    void aLastingFaultAtEachPage();

private:
    using Answer = std::optional<Result<net::HttpResponse>>;

    sync::SyncJob::Context makeContext();
    //! Syncs the responses, ten a page; \a afterPage runs between two pages.
    std::unique_ptr<sync::SyncJob> synced(const std::function<void()> &afterPage = {});
    //! The service answers from \a pages, and with nothing to any other cursor.
    void serve(const QList<Served> &pages);
    //! \a fault is the answer to the \a number-th page, so often.
    void strike(int number, int times, const Answer &fault);
    //! Records 1 to \a last are there once each, and the checkpoint stands behind the last.
    void verifyStored(int last, const QString &cursor);
    //! How often pages were asked for beyond the first time each.
    [[nodiscard]] qsizetype repeated() const;
    static void addFaults();
    //! The pages that the current row's fault strikes.
    static QList<int> pagesToStrike();

    std::unique_ptr<test::LakeFixture> m_lake;
    std::shared_ptr<PagedService> m_service;
};

void SyncFaultsTest::init()
{
    TestCase::init();
    m_lake = std::make_unique<test::LakeFixture>();
    m_service = std::make_shared<PagedService>();
    m_service->fill(QStringLiteral("responses"), 1, recordCount);
}

sync::SyncJob::Context SyncFaultsTest::makeContext()
{
    service::Connection connection;
    connection.region = service::Region::Eu;
    auto tokens = std::make_shared<service::TokenProvider>(
        connection, m_service, m_lake->clock, []() -> QCoro::Task<Result<service::Credentials>> {
            co_return service::Credentials{QStringLiteral("id"), Secret("secret")};
        });
    auto client = std::make_shared<service::ServiceClient>(connection, m_service, tokens, m_lake->clock,
                                                           net::RetryPolicy{}, [] { return 0.5; });
    sync::SyncJob::Context context;
    context.client
        = [client](std::stop_token) -> QCoro::Task<Result<std::shared_ptr<service::ServiceClient>>> {
        co_return client;
    };
    context.lake = m_lake->location();
    context.catalog = m_lake->catalog;
    context.clock = m_lake->clock;
    return context;
}

std::unique_ptr<sync::SyncJob> SyncFaultsTest::synced(const std::function<void()> &afterPage)
{
    sync::SyncPlan plan;
    plan.feeds = {m_lake->feed("responses")};
    plan.perPage = 10;
    auto job = std::make_unique<sync::SyncJob>(QStringLiteral("Sync"), this, makeContext(), plan);
    if (afterPage)
        connect(job.get(), &sync::SyncJob::stored, this, afterPage, Qt::DirectConnection);
    job->start();
    if (!test::waitFor(*job))
        qFatal("the sync does not end");
    return job;
}

void SyncFaultsTest::serve(const QList<Served> &pages)
{
    m_service->hook = [pages](const QUrl &, const QUrlQuery &query) -> Answer {
        const QString cursor = query.queryItemValue(QStringLiteral("cursor"));
        for (const Served &served : pages) {
            if (served.cursor == cursor)
                return page(served.records, served.next);
        }
        return page({}, cursor);
    };
}

void SyncFaultsTest::strike(int number, int times, const Answer &fault)
{
    const QString cursor = number == 0 ? QString() : QString::number(std::min(number * 10, recordCount));
    m_service->hook = [=, left = times](const QUrl &, const QUrlQuery &query) mutable -> Answer {
        if (query.queryItemValue(QStringLiteral("cursor")) != cursor || left == 0)
            return std::nullopt;
        --left;
        return fault;
    };
}

void SyncFaultsTest::verifyStored(int last, const QString &cursor)
{
    query::Query inOrder;
    inOrder.sort = {{QStringLiteral("number_customergauge"), false}};
    QStringList expected;
    for (int number = 1; number <= last; ++number)
        expected.append(QString::number(number));
    QCOMPARE(m_lake->column(QStringLiteral("number_customergauge"), inOrder), expected);
    const auto status = m_lake->reader()->status();
    VERIFY_OK(status);
    for (const lake::FeedStatus &feed : *status) {
        if (feed.feed == QLatin1String("responses"))
            QCOMPARE(feed.checkpoint.cursor, cursor);
    }
}

qsizetype SyncFaultsTest::repeated() const
{
    return m_service->requests.size()
        - QSet<QString>(m_service->requests.cbegin(), m_service->requests.cend()).size();
}

void SyncFaultsTest::oddPagesGiveEachRecordOnce_data()
{
    QTest::addColumn<QList<Served>>("pages");
    QTest::newRow("a page twice") << QList<Served>{
        {"", range(1, 10), "10"}, {"10", range(1, 10), "11"}, {"11", range(11, 25), "25"}};
    QTest::newRow("a record twice on a page")
        << QList<Served>{{"", range(1, 10) + range(3, 3), "10"}, {"10", range(11, 25) + range(11, 25), "25"}};
    QTest::newRow("pages that overlap")
        << QList<Served>{{"", range(1, 10), "10"}, {"10", range(5, 18), "18"}, {"18", range(18, 25), "25"}};
    QTest::newRow("records out of order")
        << QList<Served>{{"", range(10, 1), "10"}, {"10", range(25, 11), "25"}};
    QTest::newRow("pages out of order")
        << QList<Served>{{"", range(18, 25), "10"}, {"10", range(1, 9), "11"}, {"11", range(17, 10), "25"}};
    QTest::newRow("texts as cursors, one a beginning of the next")
        << QList<Served>{{"", range(1, 10), "a"}, {"a", range(11, 20), "aa"}, {"aa", range(21, 25), "25"}};
}

void SyncFaultsTest::oddPagesGiveEachRecordOnce()
{
    QFETCH(const QList<Served>, pages);
    serve(pages);
    const auto job = synced();
    QVERIFY2(!job->error(), job->error() ? qPrintable(job->error()->text) : "");
    verifyStored(recordCount, QStringLiteral("25"));
    QCOMPARE(m_service->requests.size(), pages.size() + 1);
    QCOMPARE(repeated(), 0);
}

void SyncFaultsTest::theLaterOfTwoOnAPageStays()
{
    serve({{{}, {1, 2, 1, 3, 1}, QStringLiteral("5")}});
    const auto job = synced();
    QVERIFY(!job->error());
    verifyStored(3, QStringLiteral("5"));
    query::Query inOrder;
    inOrder.sort = {{QStringLiteral("number_customergauge"), false}};
    // The score is the record's place on its page.
    QCOMPARE(m_lake->column(QStringLiteral("nps"), inOrder), (QStringList{"4", "1", "3"}));
}

void SyncFaultsTest::aTextCursorInACircleEnds_data()
{
    QTest::addColumn<QString>("backTo");
    QTest::newRow("to itself") << QStringLiteral("c");
    QTest::newRow("to the one before") << QStringLiteral("b");
    QTest::newRow("to the first") << QStringLiteral("a");
}

void SyncFaultsTest::aTextCursorInACircleEnds()
{
    QFETCH(const QString, backTo);
    const QList<Served> circle{{"", range(1, 10), "a"},
                               {"a", range(11, 15), "b"},
                               {"b", range(16, 20), "c"},
                               {"c", range(21, 23), backTo}};
    serve(circle);
    for (int round = 0; round < 3; ++round) { // also when it begins within the circle
        m_service->requests.clear();
        const auto job = synced();
        QVERIFY(job->error());
        QCOMPARE(kindName(job->error()->kind), kindName(ErrorKind::Protocol));
        QVERIFY(!job->outcomes().front().complete);
        QCOMPARE(repeated(), 0);
        verifyStored(23, job->outcomes().front().checkpoint);
    }
    // The service is well again.
    QList<Served> whole = circle;
    whole.back().next = QStringLiteral("d");
    whole.append({"d", range(24, 25), "e"});
    serve(whole);
    const auto job = synced();
    QVERIFY2(!job->error(), job->error() ? qPrintable(job->error()->text) : "");
    verifyStored(recordCount, QStringLiteral("e"));
}

void SyncFaultsTest::aComparisonInACircleEnds()
{
    QVERIFY(!synced()->error());
    serve({{"", range(1, 10), "a"}, {"a", range(11, 20), "b"}, {"b", range(21, 25), "a"}});
    sync::VerifyPlan plan;
    plan.feed = m_lake->feed("responses");
    plan.perPage = 10;
    plan.report = m_lake->folder.filePath(QStringLiteral("report"));
    sync::VerifyJob job(QStringLiteral("Verify"), this, makeContext(), plan);
    job.start();
    QVERIFY(test::waitFor(job));
    QVERIFY(job.error());
    QCOMPARE(kindName(job.error()->kind), kindName(ErrorKind::Protocol));
    QVERIFY(!QFile::exists(plan.report));
}

void SyncFaultsTest::aClockThatIsSetChangesNothing_data()
{
    using Hours = QList<int>;
    QTest::addColumn<Hours>("hours");
    QTest::newRow("forwards") << Hours{24 * 3650, 0, 0};
    QTest::newRow("backwards") << Hours{-24 * 3650, 0, 0};
    QTest::newRow("to and fro") << Hours{5, -10, 5};
}

void SyncFaultsTest::aClockThatIsSetChangesNothing()
{
    QFETCH(const QList<int>, hours);
    qsizetype turn = 0;
    const auto job = synced([&] { m_lake->clock->set(std::chrono::hours(hours.at(turn++))); });
    QVERIFY2(!job->error(), job->error() ? qPrintable(job->error()->text) : "");
    QCOMPARE(turn, 3);
    QCOMPARE(m_service->tokens, 1);
    QCOMPARE(repeated(), 0);
    verifyStored(recordCount, QStringLiteral("25"));
    // The next one too, at whatever time.
    m_service->fill(QStringLiteral("responses"), recordCount + 1, 3);
    m_lake->clock->set(-48h);
    QVERIFY(!synced()->error());
    verifyStored(recordCount + 3, QStringLiteral("28"));
}

// How long to wait and when to give up goes by time that passes, not by the clock on the wall.
void SyncFaultsTest::aClockThatIsSetChangesNoWaiting()
{
    strike(2, 5, net::HttpResponse{503, {{"retry-after", "7"}}, "{}"});
    int turn = 0;
    const auto job = synced([&] { m_lake->clock->set(turn++ % 2 == 0 ? 100h : -200h); });
    QVERIFY(job->error());
    QCOMPARE(kindName(job->error()->kind), kindName(ErrorKind::Server));
    QCOMPARE(m_lake->clock->sleeps, std::vector<std::chrono::milliseconds>(4, 7000ms));
    verifyStored(20, QStringLiteral("20"));
}

void SyncFaultsTest::asleepBetweenTwoPages_data()
{
    QTest::addColumn<bool>("timePassed");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("tokens");
    // Linux does not count the time asleep, others do.
    QTest::newRow("nothing else happened") << false << 0 << 1;
    QTest::newRow("the token expired, as the service says") << false << 401 << 2;
    QTest::newRow("the token expired, as the clock says") << true << 0 << 2;
    QTest::newRow("the connection was reset") << false << -1 << 1;
}

void SyncFaultsTest::asleepBetweenTwoPages()
{
    QFETCH(const bool, timePassed);
    QFETCH(const int, status);
    QFETCH(const int, tokens);
    // Pages enough that some are asked for after the sleep, whatever was on its way before.
    m_service->fill(QStringLiteral("responses"), recordCount + 1, 75);
    bool slept = false;
    int faults = 0;
    m_service->hook = [&](const QUrl &, const QUrlQuery &) -> Answer {
        if (!slept || status == 0 || faults > 0)
            return std::nullopt;
        ++faults;
        if (status > 0)
            return net::HttpResponse{status, {}, R"({"message":"Unauthenticated."})"};
        return Result<net::HttpResponse>(fail(ErrorKind::Offline, QStringLiteral("reset")));
    };
    const auto job = synced([&] {
        if (std::exchange(slept, true))
            return;
        m_lake->clock->set(8h);
        if (timePassed)
            m_lake->clock->advance(8h);
    });
    QVERIFY2(!job->error(), job->error() ? qPrintable(job->error()->text) : "");
    QCOMPARE(m_service->tokens, tokens);
    QCOMPARE(repeated(), faults);
    verifyStored(100, QStringLiteral("100"));
}

void SyncFaultsTest::takenOverWhileAsleep_data()
{
    QTest::addColumn<bool>("givenBack");
    QTest::newRow("and still held") << false;
    QTest::newRow("and given back") << true;
}

void SyncFaultsTest::takenOverWhileAsleep()
{
    QFETCH(const bool, givenBack);
    std::unique_ptr<lake::LakeWriter> other;
    const auto job = synced([&] {
        if (other)
            return;
        m_lake->clock->set(3min);
        other = m_lake->writer();
        test::PageBuilder next = m_lake->page();
        for (int number = 11; number <= 20; ++number)
            next.record({{QStringLiteral("number_customergauge"), number}});
        m_lake->store(*other, next, "responses", QStringLiteral("20"));
        if (givenBack)
            other->releaseLease(QStringLiteral("responses"));
    });
    QVERIFY(job->error());
    QCOMPARE(kindName(job->error()->kind), kindName(ErrorKind::Busy));
    QVERIFY2(job->error()->text.contains(QStringLiteral("taken over")), qPrintable(job->error()->text));
    // Not its own page, nor its own place in the feed.
    verifyStored(20, QStringLiteral("20"));
    const auto refused = synced();
    QCOMPARE(refused->error().has_value(), !givenBack);
    other.reset();
    QVERIFY(!synced()->error());
    verifyStored(recordCount, QStringLiteral("25"));
}

void SyncFaultsTest::addFaults()
{
    QTest::addColumn<int>("status"); // below 100: the kind of an error without an answer
    QTest::addColumn<QByteArray>("body");
    for (const int status : {408, 429, 500, 502, 503, 504, 599})
        QTest::addRow("%d", status) << status << QByteArray("{}");
    QTest::newRow("reset") << int(ErrorKind::Offline) << QByteArray();
    QTest::newRow("silence") << int(ErrorKind::Timeout) << QByteArray();
    QTest::newRow("half a page") << 200
                                 << QByteArray(R"({"data":[{"number_customergauge":77},{"number_cust)");
    QTest::newRow("nothing") << 200 << QByteArray();
    QTest::newRow("a page for people")
        << 200 << QByteArray("<!DOCTYPE html><html><body>Sign in</body></html>");
    QTest::newRow("no JSON") << 200 << QByteArray("\x1f\x8b\x00\xff{]}", 7);
}

QList<int> SyncFaultsTest::pagesToStrike()
{
    if (qEnvironmentVariableIsSet("GAUGE_SOAK"))
        return range(0, 3);
    static int turn = 0;
    return {turn++ % 4};
}

void SyncFaultsTest::aPassingFaultAtEachPage_data()
{
    addFaults();
}

void SyncFaultsTest::aPassingFaultAtEachPage()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    const Answer fault = status < 100 ? Answer(fail(ErrorKind(status), QStringLiteral("gone")))
                                      : Answer(net::HttpResponse{status, {}, body});
    const QList<int> pages = pagesToStrike();
    for (const int number : pages) {
        init();
        strike(number, 1, fault);
        const auto job = synced();
        QVERIFY2(!job->error(), job->error() ? qPrintable(job->error()->text) : "");
        QCOMPARE(repeated(), 1);
        QCOMPARE(m_service->requests.size(), 5);
        verifyStored(recordCount, QStringLiteral("25"));
    }
}

void SyncFaultsTest::aLastingFaultAtEachPage_data()
{
    addFaults();
    QTest::newRow("403") << 403 << QByteArray(R"({"message":"This action is unauthorized."})");
    QTest::newRow("404") << 404 << QByteArray("{}");
    QTest::newRow("422") << 422 << QByteArray(R"({"message":"The given data was invalid."})");
    QTest::newRow("302") << 302 << QByteArray();
    QTest::newRow("a page without data") << 200 << QByteArray("{}");
    QTest::newRow("too deep") << 200
                              << QByteArray("{\"data\":[{\"number_customergauge\":77,\"x\":"
                                            + QByteArray(2000, '[') + QByteArray(2000, ']') + "}]}");
}

void SyncFaultsTest::aLastingFaultAtEachPage()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    const Answer fault = status < 100 ? Answer(fail(ErrorKind(status), QStringLiteral("gone")))
                                      : Answer(net::HttpResponse{status, {}, body});
    const QList<int> pages = pagesToStrike();
    for (const int number : pages) {
        init();
        strike(number, -1, fault);
        const auto failed = synced();
        QVERIFY2(failed->error(), qPrintable(QString::number(number)));
        QVERIFY(!failed->error()->text.isEmpty());
        const int stored = std::min(number * 10, recordCount);
        verifyStored(stored, stored == 0 ? QString() : QString::number(stored));
        // The same again, then the service is well.
        QVERIFY(synced()->error());
        m_service->hook = {};
        m_service->requests.clear();
        QVERIFY(!synced()->error());
        // One more for the recent past, unless the feed began with this sync.
        QCOMPARE(m_service->requests.size(), 4 - number + (stored > 0 ? 1 : 0));
        verifyStored(recordCount, QStringLiteral("25"));
    }
}

QTEST_GUILESS_MAIN(SyncFaultsTest)
#include "tst_syncfaults.moc"
