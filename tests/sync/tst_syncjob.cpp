// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/read/lakereader.h"
#include "service/pageparser.h"
#include "support/fakeclock.h"
#include "support/pagedservice.h"
#include "support/testcase.h"
#include "support/waiting.h"
#include "sync/schedule.h"
#include "sync/syncjob.h"
#include "sync/verifyjob.h"

#include <QTemporaryDir>

using namespace gauge;
using test::PagedService;

class SyncJobTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void readsEveryFeedToItsEnd();
    void goesOnFromTheCheckpoint();
    void aRefreshReadsAPeriodAndKeepsTheCheckpoint();
    void aReconcileMarksWhatIsGone();
    void aReconcileThatDoesNotEndMarksNothing();
    void aReconcileOfNothingMarksNothing();
    void aVerificationTellsAllDifferences();
    void everyPageRepeatsTheSameParameters();
    void aMisleadingEndOfAPageIsNotBelieved();
    void maxPagesStopsCleanly();
    void nullCursorOnTheEmptyPageKeepsThePreviousOne();
    void aPageWithoutACursorIsTheLast_data();
    void aPageWithoutACursorIsTheLast();
    void anEmptyPageThatLeadsOnIsFollowed();
    void emptyPagesWithoutEndAreNoEnd();
    void aReconcileAfterAnEmptyPageMarksNothing();
    void aReconcileThatWouldMarkManyAsks();
    void aRefusedCursorIsRepairedByAReconcile_data();
    void aRefusedCursorIsRepairedByAReconcile();
    void aLongRetryAfterEndsTheSyncWithTheTime_data();
    void aLongRetryAfterEndsTheSyncWithTheTime();
    void waitingForTheServiceKeepsTheLease();
    void aPauseCanBeCancelled();
    void anAnswerWithoutContentIsRetried_data();
    void anAnswerWithoutContentIsRetried();
    void aKilledSyncIsInterruptedWithItsCounts();
    void aCursorThatStandsStillIsAnErrorThatKeepsTheRecords_data();
    void aCursorThatStandsStillIsAnErrorThatKeepsTheRecords();
    void aForbiddenFeedDoesNotStopTheOthers();
    void aBrokenPageEndsTheSyncAndKeepsWhatCame();
    void answeredNonResponsesLeaveTheirTable();
    void cancelledItKeepsWholePagesAndGoesOn();
    void damagedTextsAreCounted();
    void aHeldLeaseIsBusy();
    void statusTellsTheOutcome();

private:
    sync::SyncJob::Context makeContext();
    std::unique_ptr<sync::SyncJob> makeJob(sync::SyncPlan plan);
    sync::SyncPlan allFeeds(int perPage = 10) const;
    sync::SyncPlan only(const char *feed, int perPage = 10) const;
    //! Numbers of a feed's records in the lake, ascending.
    QList<qint64> numbers(const char *feed);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_lake;
    std::shared_ptr<PagedService> m_service;
    std::shared_ptr<test::FakeClock> m_clock;
    const catalog::Catalog m_catalog = catalog::Catalog::builtIn();
};

void SyncJobTest::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    m_lake = m_folder->filePath(QStringLiteral("lake.sqlite"));
    m_service = std::make_shared<PagedService>();
    m_clock = std::make_shared<test::FakeClock>();
}

sync::SyncJob::Context SyncJobTest::makeContext()
{
    service::Connection connection;
    connection.name = QStringLiteral("Test");
    connection.region = service::Region::Eu;
    auto tokens = std::make_shared<service::TokenProvider>(
        connection, m_service, m_clock, []() -> QCoro::Task<Result<service::Credentials>> {
            co_return service::Credentials{QStringLiteral("id"), Secret("secret")};
        });
    auto client = std::make_shared<service::ServiceClient>(connection, m_service, tokens, m_clock,
                                                           net::RetryPolicy{}, [] { return 0.5; });
    sync::SyncJob::Context context;
    context.client
        = [client](std::stop_token) -> QCoro::Task<Result<std::shared_ptr<service::ServiceClient>>> {
        co_return client;
    };
    context.lake = m_lake;
    context.catalog = m_catalog;
    context.clock = m_clock;
    return context;
}

std::unique_ptr<sync::SyncJob> SyncJobTest::makeJob(sync::SyncPlan plan)
{
    return std::make_unique<sync::SyncJob>(QStringLiteral("Sync"), this, makeContext(), std::move(plan));
}

sync::SyncPlan SyncJobTest::allFeeds(int perPage) const
{
    sync::SyncPlan plan;
    plan.feeds = m_catalog.endpoints();
    plan.perPage = perPage;
    return plan;
}

sync::SyncPlan SyncJobTest::only(const char *feed, int perPage) const
{
    sync::SyncPlan plan;
    plan.feeds = {*m_catalog.find(QString::fromLatin1(feed))};
    plan.perPage = perPage;
    return plan;
}

QList<qint64> SyncJobTest::numbers(const char *feed)
{
    const auto reader = lake::LakeReader::open(m_lake, m_catalog);
    if (!reader)
        qFatal("%s", qPrintable(reader.error().text));
    query::Query query;
    query.columns = {QStringLiteral("number_customergauge")};
    query.sort = {{QStringLiteral("number_customergauge"), false}};
    QList<qint64> result;
    const Result<void> read
        = (*reader)->forEachRow(QString::fromLatin1(feed), query, {}, [&](const catalog::Row &row) {
              result.append(row.cells.front().integer);
              return true;
          });
    if (!read)
        qFatal("%s", qPrintable(read.error().text));
    return result;
}

void SyncJobTest::readsEveryFeedToItsEnd()
{
    m_service->fill(QStringLiteral("responses"), 1, 25);
    m_service->fill(QStringLiteral("non-responses"), 101, 10);
    auto job = makeJob(allFeeds());
    job->start();
    QVERIFY(test::waitFor(*job));
    QVERIFY2(!job->error(), job->error() ? qPrintable(job->error()->text) : "");
    QCOMPARE(job->outcomes().size(), std::size_t(3));
    for (const sync::FeedOutcome &outcome : job->outcomes()) {
        QVERIFY(outcome.complete);
        QVERIFY(!outcome.error);
        if (outcome.feed == QLatin1String("responses")) {
            QCOMPARE(outcome.pages, 3);
            QCOMPARE(outcome.counts, (lake::StoreCounts{25, 25, 0, 0}));
            QCOMPARE(outcome.checkpoint, QStringLiteral("25"));
        }
    }
    QCOMPARE(numbers("responses").size(), 25);
    QCOMPARE(numbers("non-responses").size(), 10);
    QCOMPARE(m_service->tokens, 1);
    QCOMPARE(job->progress().done, 35);
}

void SyncJobTest::aRefreshReadsAPeriodAndKeepsTheCheckpoint()
{
    m_service->fill(QStringLiteral("responses"), 1, 25);
    auto first = makeJob(only("responses"));
    first->start();
    QVERIFY(test::waitFor(*first));
    QVERIFY(!first->error());
    m_service->requests.clear();
    m_service->feeds[QStringLiteral("responses")]
        = {R"({"number_customergauge": 3, "nps": 0, "date_creation": "2026-01-05 10:00:00"})"};
    sync::SyncPlan plan = only("responses");
    plan.kind = lake::SyncKind::Refresh;
    plan.periodField = QStringLiteral("date_creation");
    plan.periodStart = QStringLiteral("2026-01-01");
    plan.periodEnd = QStringLiteral("2026-01-31");
    auto job = makeJob(plan);
    job->start();
    QVERIFY(test::waitFor(*job));
    QVERIFY2(!job->error(), job->error() ? qPrintable(job->error()->text) : "");
    QVERIFY2(m_service->requests.front().contains(QStringLiteral("2026-01-31")),
             qPrintable(m_service->requests.front()));
    QVERIFY(!m_service->requests.front().contains(QStringLiteral("cursor=25")));
    QCOMPARE(job->outcomes().front().counts.received, 1);
    QCOMPARE(job->outcomes().front().counts.changed, 1);
    QCOMPARE(job->outcomes().front().counts.gone, 0);
    QCOMPARE(job->outcomes().front().checkpoint, QStringLiteral("25"));
    QCOMPARE(numbers("responses").size(), 25);
    // The next sync goes on where the first ended.
    m_service->requests.clear();
    auto next = makeJob(only("responses"));
    next->start();
    QVERIFY(test::waitFor(*next));
    QVERIFY2(m_service->requests.front().contains(QStringLiteral("cursor=25")),
             qPrintable(m_service->requests.front()));
}

void SyncJobTest::aReconcileMarksWhatIsGone()
{
    m_service->fill(QStringLiteral("responses"), 1, 25);
    auto first = makeJob(only("responses"));
    first->start();
    QVERIFY(test::waitFor(*first));
    // Two left, one changed, one is new.
    m_service->feeds[QStringLiteral("responses")].remove(3, 2);
    m_service->feeds[QStringLiteral("responses")][0] = R"({"number_customergauge": 1, "nps": 10})";
    m_service->fill(QStringLiteral("responses"), 26, 1);
    sync::SyncPlan plan = only("responses");
    plan.kind = lake::SyncKind::Reconcile;
    auto job = makeJob(plan);
    job->start();
    QVERIFY(test::waitFor(*job));
    QVERIFY2(!job->error(), job->error() ? qPrintable(job->error()->text) : "");
    const lake::StoreCounts counts = job->outcomes().front().counts;
    QCOMPARE(counts.received, 24);
    QCOMPARE(counts.inserted, 1);
    QCOMPARE(counts.changed, 1);
    QCOMPARE(counts.gone, 2);
    QVERIFY(!numbers("responses").contains(4));
    QVERIFY(!numbers("responses").contains(5));
    QCOMPARE(numbers("responses").size(), 24);
    QCOMPARE(job->outcomes().front().checkpoint, QStringLiteral("24"));
    // One that comes back is there again.
    m_service->fill(QStringLiteral("responses"), 4, 1);
    auto next = makeJob(only("responses"));
    next->start();
    QVERIFY(test::waitFor(*next));
    QVERIFY(numbers("responses").contains(4));
}

void SyncJobTest::aReconcileThatDoesNotEndMarksNothing()
{
    m_service->fill(QStringLiteral("responses"), 1, 25);
    auto first = makeJob(only("responses"));
    first->start();
    QVERIFY(test::waitFor(*first));
    m_service->feeds[QStringLiteral("responses")].remove(20, 5);
    sync::SyncPlan plan = only("responses");
    plan.kind = lake::SyncKind::Reconcile;
    // The connection breaks on the second page.
    m_service->hook = [](const QUrl &, const QUrlQuery &query) -> std::optional<Result<net::HttpResponse>> {
        if (query.queryItemValue(QStringLiteral("cursor")) == QLatin1String("10"))
            return Result<net::HttpResponse>(fail(ErrorKind::Forbidden, QStringLiteral("no")));
        return std::nullopt;
    };
    auto broken = makeJob(plan);
    broken->start();
    QVERIFY(test::waitFor(*broken));
    QVERIFY(broken->error());
    QCOMPARE(numbers("responses").size(), 25);
    m_service->hook = {};
    auto stopped = makeJob(plan);
    connect(stopped.get(), &sync::SyncJob::stored, stopped.get(), [&] { stopped->cancel(); });
    stopped->start();
    QVERIFY(test::waitFor(*stopped));
    QCOMPARE(stopped->state(), Job::State::Cancelled);
    QCOMPARE(numbers("responses").size(), 25);
    // Where the first sync ended is still known.
    m_service->requests.clear();
    auto next = makeJob(only("responses"));
    next->start();
    QVERIFY(test::waitFor(*next));
    QVERIFY2(m_service->requests.front().contains(QStringLiteral("cursor=25")),
             qPrintable(m_service->requests.front()));
}

void SyncJobTest::aReconcileOfNothingMarksNothing()
{
    m_service->fill(QStringLiteral("responses"), 1, 25);
    auto first = makeJob(only("responses"));
    first->start();
    QVERIFY(test::waitFor(*first));
    m_service->feeds.clear();
    sync::SyncPlan plan = only("responses");
    plan.kind = lake::SyncKind::Reconcile;
    auto job = makeJob(plan);
    job->start();
    QVERIFY(test::waitFor(*job));
    QVERIFY(job->error());
    QCOMPARE(job->error()->kind, ErrorKind::Protocol);
    QVERIFY(job->error()->text.contains(QStringLiteral("25")));
    QCOMPARE(numbers("responses").size(), 25);
    // A comparison does not call all of them gone either.
    sync::VerifyPlan verify;
    verify.feed = *m_catalog.find(QStringLiteral("responses"));
    sync::VerifyJob compared(QStringLiteral("Verify"), this, makeContext(), verify);
    compared.start();
    QVERIFY(test::waitFor(compared));
    QVERIFY(compared.error());
    QCOMPARE(compared.error()->kind, ErrorKind::Protocol);
    QCOMPARE(compared.error()->text, job->error()->text);
    QCOMPARE(compared.counts().gone, 0);
    // A feed that never had any is simply empty.
    sync::SyncPlan empty = only("close-loop");
    empty.kind = lake::SyncKind::Reconcile;
    auto fine = makeJob(empty);
    fine->start();
    QVERIFY(test::waitFor(*fine));
    QVERIFY2(!fine->error(), fine->error() ? qPrintable(fine->error()->text) : "");
}

void SyncJobTest::aVerificationTellsAllDifferences()
{
    m_service->fill(QStringLiteral("responses"), 1, 25);
    auto first = makeJob(only("responses"));
    first->start();
    QVERIFY(test::waitFor(*first));
    m_service->feeds[QStringLiteral("responses")].remove(3, 2);
    m_service->feeds[QStringLiteral("responses")][0] = R"({"number_customergauge": 1, "nps": 10})";
    m_service->fill(QStringLiteral("responses"), 26, 1);
    m_service->fill(QStringLiteral("responses"), 7, 1); // served twice
    const QTemporaryDir folder;
    sync::VerifyPlan plan;
    plan.feed = *m_catalog.find(QStringLiteral("responses"));
    plan.perPage = 10;
    plan.report = folder.filePath(QStringLiteral("report"));
    sync::VerifyJob job(QStringLiteral("Verify"), this, makeContext(), plan);
    job.start();
    QVERIFY(test::waitFor(job));
    QVERIFY2(!job.error(), job.error() ? qPrintable(job.error()->text) : "");
    QCOMPARE(job.counts(), (sync::VerifyCounts{25, 1, 1, 2}));
    QCOMPARE(job.writtenFile(), plan.report);
    for (const char *next : {"with the next sync", "marks it as gone", "report"})
        QVERIFY2(job.advice().contains(QLatin1String(next)), qPrintable(job.advice()));
    QVERIFY(!job.advice().contains(QLatin1String("nothing to do")));
    QFile file(plan.report);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    std::sort(lines.begin(), lines.end());
    QCOMPARE(lines.size(), 4);
    QVERIFY2(lines.at(0).contains("changed") && lines.at(0).contains("\"1\""), lines.at(0).constData());
    QCOMPARE(numbers("responses").size(), 25); // nothing was changed
    // One that is stopped leaves no report.
    plan.report = folder.filePath(QStringLiteral("none"));
    sync::VerifyJob stopped(QStringLiteral("Verify"), this, makeContext(), plan);
    m_service->hook
        = [&stopped](const QUrl &, const QUrlQuery &) -> std::optional<Result<net::HttpResponse>> {
        stopped.cancel();
        return std::nullopt;
    };
    stopped.start();
    QVERIFY(test::waitFor(stopped));
    QCOMPARE(stopped.state(), Job::State::Cancelled);
    QVERIFY(!QFile::exists(plan.report));
    QCOMPARE(stopped.writtenFile() + stopped.advice(), QString());
}

void SyncJobTest::goesOnFromTheCheckpoint()
{
    m_service->fill(QStringLiteral("responses"), 1, 25);
    auto first = makeJob(only("responses"));
    first->start();
    QVERIFY(test::waitFor(*first));
    m_service->fill(QStringLiteral("responses"), 26, 5);
    m_service->requests.clear();
    auto second = makeJob(only("responses"));
    second->start();
    QVERIFY(test::waitFor(*second));
    QVERIFY(!second->error());
    QCOMPARE(second->outcomes().front().counts, (lake::StoreCounts{5, 5, 0, 0}));
    QCOMPARE(m_service->requests.size(), 3); // the last one for the recent past
    QVERIFY(m_service->requests.front().contains(QLatin1String("cursor=25")));
    QCOMPARE(numbers("responses").size(), 30);
}

void SyncJobTest::everyPageRepeatsTheSameParameters()
{
    m_service->fill(QStringLiteral("responses"), 1, 25);
    sync::SyncPlan plan = only("responses");
    plan.outboundFilter = QStringLiteral("147b3662-cd7e-490c-b865-9be3480ca2fd");
    plan.with = QStringList{QStringLiteral("tags"), QStringLiteral("properties")};
    auto job = makeJob(plan);
    job->start();
    QVERIFY(test::waitFor(*job));
    QCOMPARE(m_service->requests.size(), 4);
    for (QString request : m_service->requests) {
        QVERIFY(request.contains(QLatin1String("with[]=tags")));
        QVERIFY(request.contains(QLatin1String("with[]=properties")));
        QVERIFY(!request.contains(QLatin1String("questions")));
        QVERIFY(request.contains(QLatin1String("per_page=10")));
        QVERIFY(request.contains(plan.outboundFilter));
    }
}

void SyncJobTest::aMisleadingEndOfAPageIsNotBelieved()
{
    // The page after is fetched by a guess at the last bytes; here these lie.
    m_service->fill(QStringLiteral("responses"), 1, 40);
    m_service->hook
        = [this](const QUrl &, const QUrlQuery &query) -> std::optional<Result<net::HttpResponse>> {
        const qsizetype from = query.queryItemValue(QStringLiteral("cursor")).toLongLong();
        const QList<QByteArray> part = m_service->feeds[QStringLiteral("responses")].mid(from, 10);
        return net::HttpResponse{200,
                                 {},
                                 "{\"cursor\":{\"next\":" + QByteArray::number(from + part.size())
                                     + "},\"data\":[" + part.join(',') + "],\"links\":{\"page\":{\"next\":"
                                     + QByteArray::number(from + 25) + "}}}"};
    };
    auto job = makeJob(only("responses"));
    job->start();
    QVERIFY(test::waitFor(*job));
    QVERIFY(!job->error());
    QCOMPARE(job->outcomes().front().pages, 4);
    QCOMPARE(job->outcomes().front().counts, (lake::StoreCounts{40, 40, 0, 0}));
    QCOMPARE(numbers("responses").size(), 40);
}

void SyncJobTest::maxPagesStopsCleanly()
{
    m_service->fill(QStringLiteral("responses"), 1, 50);
    sync::SyncPlan plan = only("responses");
    plan.maxPages = 2;
    auto job = makeJob(plan);
    job->start();
    QVERIFY(test::waitFor(*job));
    QVERIFY(!job->error());
    QCOMPARE(job->outcomes().front().pages, 2);
    QVERIFY(!job->outcomes().front().complete);
    // Nothing is fetched that is not stored.
    QCOMPARE(m_service->requests.size(), 2);
    plan.maxPages.reset();
    auto rest = makeJob(plan);
    rest->start();
    QVERIFY(test::waitFor(*rest));
    QCOMPARE(rest->outcomes().front().counts.inserted, 30);
    QCOMPARE(numbers("responses").size(), 50);
}

void SyncJobTest::nullCursorOnTheEmptyPageKeepsThePreviousOne()
{
    m_service->fill(QStringLiteral("responses"), 1, 10);
    m_service->hook = [](const QUrl &, const QUrlQuery &query) -> std::optional<Result<net::HttpResponse>> {
        if (query.queryItemValue(QStringLiteral("cursor")) != QLatin1String("10"))
            return std::nullopt;
        return net::HttpResponse{200, {}, R"({"data":[],"cursor":{"next":null}})"};
    };
    auto job = makeJob(only("responses"));
    job->start();
    QVERIFY(test::waitFor(*job));
    QVERIFY(!job->error());
    QVERIFY(job->outcomes().front().complete);
    QCOMPARE(job->outcomes().front().checkpoint, QStringLiteral("10"));
}

void SyncJobTest::aCursorThatStandsStillIsAnErrorThatKeepsTheRecords_data()
{
    QTest::addColumn<QByteArray>("cursor");
    QTest::newRow("the same") << QByteArray(R"({"next":10})");
    QTest::newRow("backwards") << QByteArray(R"({"next":9})");
}

void SyncJobTest::aCursorThatStandsStillIsAnErrorThatKeepsTheRecords()
{
    QFETCH(QByteArray, cursor);
    m_service->fill(QStringLiteral("responses"), 1, 10);
    m_service->hook
        = [cursor](const QUrl &, const QUrlQuery &query) -> std::optional<Result<net::HttpResponse>> {
        if (query.queryItemValue(QStringLiteral("cursor")) != QLatin1String("10"))
            return std::nullopt;
        return net::HttpResponse{
            200, {}, R"({"data":[{"number_customergauge":11}],"cursor":)" + cursor + "}"};
    };
    auto job = makeJob(only("responses"));
    job->start();
    QVERIFY(test::waitFor(*job));
    QCOMPARE(job->state(), Job::State::Failed);
    QCOMPARE(job->error()->kind, ErrorKind::Protocol);
    QVERIFY(!job->outcomes().front().complete);
    QCOMPARE(job->outcomes().front().checkpoint, QStringLiteral("10"));
    QCOMPARE(m_service->requests.size(), 2);
    QCOMPARE(numbers("responses").size(), 11);
}

void SyncJobTest::aPageWithoutACursorIsTheLast_data()
{
    QTest::addColumn<QByteArray>("cursor");
    QTest::newRow("null") << QByteArray(R"({"next":null})");
    QTest::newRow("empty") << QByteArray(R"({"next":""})");
    QTest::newRow("missing") << QByteArray("{}");
}

void SyncJobTest::aPageWithoutACursorIsTheLast()
{
    QFETCH(QByteArray, cursor);
    m_service->fill(QStringLiteral("responses"), 1, 10);
    m_service->hook
        = [cursor](const QUrl &, const QUrlQuery &query) -> std::optional<Result<net::HttpResponse>> {
        if (query.queryItemValue(QStringLiteral("cursor")) != QLatin1String("10"))
            return std::nullopt;
        return net::HttpResponse{
            200, {}, R"({"data":[{"number_customergauge":11}],"cursor":)" + cursor + "}"};
    };
    auto job = makeJob(only("responses"));
    job->start();
    QVERIFY(test::waitFor(*job));
    QVERIFY2(!job->error(), job->error() ? qPrintable(job->error()->text) : "");
    QVERIFY(job->outcomes().front().complete);
    QCOMPARE(job->outcomes().front().pages, 2);
    QCOMPARE(job->outcomes().front().checkpoint, QStringLiteral("10"));
    QCOMPARE(m_service->requests.size(), 2);
    QCOMPARE(numbers("responses").size(), 11);
    // The next sync reads on from the previous cursor.
    m_service->hook = {};
    m_service->fill(QStringLiteral("responses"), 11, 3);
    m_service->requests.clear();
    auto next = makeJob(only("responses"));
    next->start();
    QVERIFY(test::waitFor(*next));
    QVERIFY2(m_service->requests.front().contains(QStringLiteral("cursor=10")),
             qPrintable(m_service->requests.front()));
    QCOMPARE(numbers("responses").size(), 13);
}

void SyncJobTest::anEmptyPageThatLeadsOnIsFollowed()
{
    m_service->fill(QStringLiteral("responses"), 1, 30);
    m_service->hook = [](const QUrl &, const QUrlQuery &query) -> std::optional<Result<net::HttpResponse>> {
        // The records of positions 10 to 12 are no more, each on a page of its own.
        const qint64 cursor = query.queryItemValue(QStringLiteral("cursor")).toLongLong();
        if (cursor < 10 || cursor > 12)
            return std::nullopt;
        return net::HttpResponse{
            200, {}, R"({"data":[],"cursor":{"next":)" + QByteArray::number(cursor + 1) + "}}"};
    };
    auto job = makeJob(only("responses"));
    job->start();
    QVERIFY(test::waitFor(*job));
    QVERIFY2(!job->error(), job->error() ? qPrintable(job->error()->text) : "");
    QVERIFY(job->outcomes().front().complete);
    QCOMPARE(job->outcomes().front().checkpoint, QStringLiteral("30"));
    QCOMPARE(numbers("responses").size(), 27);
}

void SyncJobTest::emptyPagesWithoutEndAreNoEnd()
{
    m_service->fill(QStringLiteral("responses"), 1, 10);
    m_service->hook = [](const QUrl &, const QUrlQuery &query) -> std::optional<Result<net::HttpResponse>> {
        const qint64 cursor = query.queryItemValue(QStringLiteral("cursor")).toLongLong();
        if (cursor < 10)
            return std::nullopt;
        return net::HttpResponse{
            200, {}, R"({"data":[],"cursor":{"next":)" + QByteArray::number(cursor + 1) + "}}"};
    };
    auto job = makeJob(only("responses"));
    job->start();
    QVERIFY(test::waitFor(*job));
    QVERIFY2(!job->error(), job->error() ? qPrintable(job->error()->text) : "");
    QVERIFY(!job->outcomes().front().complete);
    // One page with records, one empty one, and twenty that were followed.
    QCOMPARE(m_service->requests.size(), 22);
    // Not behind records that may come there.
    QCOMPARE(job->outcomes().front().checkpoint, QStringLiteral("10"));
    m_service->hook = {};
    m_service->fill(QStringLiteral("responses"), 11, 5);
    auto next = makeJob(only("responses"));
    next->start();
    QVERIFY(test::waitFor(*next));
    QCOMPARE(numbers("responses").size(), 15);
}

void SyncJobTest::aReconcileAfterAnEmptyPageMarksNothing()
{
    m_service->fill(QStringLiteral("responses"), 1, 30);
    auto first = makeJob(only("responses"));
    first->start();
    QVERIFY(test::waitFor(*first));
    m_service->hook = [](const QUrl &, const QUrlQuery &query) -> std::optional<Result<net::HttpResponse>> {
        const qint64 cursor = query.queryItemValue(QStringLiteral("cursor")).toLongLong();
        if (cursor < 20 || cursor > 22)
            return std::nullopt;
        return net::HttpResponse{
            200, {}, R"({"data":[],"cursor":{"next":)" + QByteArray::number(cursor + 1) + "}}"};
    };
    sync::SyncPlan plan = only("responses");
    plan.kind = lake::SyncKind::Reconcile;
    auto job = makeJob(plan);
    job->start();
    QVERIFY(test::waitFor(*job));
    QVERIFY(job->error());
    QCOMPARE(job->error()->kind, ErrorKind::Protocol);
    QCOMPARE(job->outcomes().front().counts.received, 27);
    QCOMPARE(job->outcomes().front().counts.gone, 0);
    QCOMPARE(numbers("responses").size(), 30);
    // A comparison does not call the three records gone either.
    sync::VerifyPlan verify;
    verify.feed = *m_catalog.find(QStringLiteral("responses"));
    verify.perPage = 10;
    sync::VerifyJob compared(QStringLiteral("Verify"), this, makeContext(), verify);
    compared.start();
    QVERIFY(test::waitFor(compared));
    QVERIFY(compared.error());
    QCOMPARE(compared.counts().gone, 0);
}

void SyncJobTest::aReconcileThatWouldMarkManyAsks()
{
    m_service->fill(QStringLiteral("responses"), 1, 30);
    auto first = makeJob(only("responses"));
    first->start();
    QVERIFY(test::waitFor(*first));
    m_service->feeds[QStringLiteral("responses")].remove(0, 7);
    sync::SyncPlan plan = only("responses");
    plan.kind = lake::SyncKind::Reconcile;
    auto asked = makeJob(plan);
    asked->start();
    QVERIFY(test::waitFor(*asked));
    QVERIFY(asked->error());
    QCOMPARE(asked->error()->kind, ErrorKind::Protocol);
    QCOMPARE(asked->remedy(), sync::Remedy::AcceptGone);
    QVERIFY2(asked->error()->text.contains(QStringLiteral("7")), qPrintable(asked->error()->text));
    QCOMPARE(numbers("responses").size(), 30);
    plan.acceptGone = true;
    auto accepted = makeJob(plan);
    accepted->start();
    QVERIFY(test::waitFor(*accepted));
    QVERIFY2(!accepted->error(), accepted->error() ? qPrintable(accepted->error()->text) : "");
    QCOMPARE(accepted->remedy(), sync::Remedy::None);
    QCOMPARE(accepted->outcomes().front().counts.gone, 7);
    QCOMPARE(numbers("responses").size(), 23);
}

void SyncJobTest::aRefusedCursorIsRepairedByAReconcile_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isCursor");
    QTest::newRow("400") << 400 << QByteArray(R"({"message":"Bad Request"})") << true;
    QTest::newRow("422") << 422
                         << QByteArray(
                                R"({"message":"Invalid.","errors":{"cursor":["The cursor is invalid."]}})")
                         << true;
    QTest::newRow("422 of another field")
        << 422 << QByteArray(R"({"message":"Invalid.","errors":{"with":["Unknown."]}})") << false;
}

void SyncJobTest::aRefusedCursorIsRepairedByAReconcile()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, isCursor);
    m_service->fill(QStringLiteral("responses"), 1, 25);
    auto first = makeJob(only("responses"));
    first->start();
    QVERIFY(test::waitFor(*first));
    // The service was moved: its old cursors mean nothing, and its feed has become shorter.
    m_service->feeds[QStringLiteral("responses")].remove(0, 2);
    m_service->hook = [=](const QUrl &, const QUrlQuery &query) -> std::optional<Result<net::HttpResponse>> {
        if (query.queryItemValue(QStringLiteral("cursor")) != QLatin1String("25"))
            return std::nullopt;
        return net::HttpResponse{status, {}, body};
    };
    auto refused = makeJob(only("responses"));
    refused->start();
    QVERIFY(test::waitFor(*refused));
    QVERIFY(refused->error());
    QCOMPARE(refused->remedy(), isCursor ? sync::Remedy::Reconcile : sync::Remedy::None);
    QCOMPARE(refused->error()->kind, isCursor ? ErrorKind::Protocol : ErrorKind::Input);
    QCOMPARE(refused->error()->text.contains(QStringLiteral("25")), isCursor);
    QCOMPARE(refused->outcomes().front().checkpoint, QStringLiteral("25"));
    sync::SyncPlan plan = only("responses");
    plan.kind = lake::SyncKind::Reconcile;
    auto repair = makeJob(plan);
    repair->start();
    QVERIFY(test::waitFor(*repair));
    QVERIFY2(!repair->error(), repair->error() ? qPrintable(repair->error()->text) : "");
    QCOMPARE(repair->outcomes().front().checkpoint, QStringLiteral("23"));
    auto next = makeJob(only("responses"));
    next->start();
    QVERIFY(test::waitFor(*next));
    QVERIFY2(!next->error(), next->error() ? qPrintable(next->error()->text) : "");
    QCOMPARE(next->outcomes().front().counts.received, 0);
}

void SyncJobTest::aLongRetryAfterEndsTheSyncWithTheTime_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("retryAfter"); // an hour after the second page, 2026-01-01 13:00
    QTest::newRow("seconds") << 429 << QByteArray("3600");
    QTest::newRow("a date") << 429 << QByteArray("Thu, 01 Jan 2026 13:00:00 GMT");
    QTest::newRow("Unix time") << 429 << QByteArray("1767272400");
    QTest::newRow("milliseconds") << 429 << QByteArray("1767272400000");
    QTest::newRow("maintenance") << 503 << QByteArray("3600");
}

void SyncJobTest::aLongRetryAfterEndsTheSyncWithTheTime()
{
    QFETCH(int, status);
    QFETCH(QByteArray, retryAfter);
    m_service->fill(QStringLiteral("responses"), 1, 25);
    m_service->hook = [=](const QUrl &, const QUrlQuery &query) -> std::optional<Result<net::HttpResponse>> {
        if (query.queryItemValue(QStringLiteral("cursor")) != QLatin1String("10"))
            return std::nullopt;
        return net::HttpResponse{status, {{"retry-after", retryAfter}}, "{}"};
    };
    auto job = makeJob(only("responses"));
    job->start();
    QVERIFY(test::waitFor(*job));
    QVERIFY(job->error());
    QCOMPARE(job->error()->kind, ErrorKind::RateLimited);
    const QDateTime until(QDate(2026, 1, 1), QTime(13, 0), Qt::UTC);
    QVERIFY2(job->error()->text.contains(QLocale().toString(until.toLocalTime(), QLocale::ShortFormat)),
             qPrintable(job->error()->text));
    QCOMPARE(m_clock->sleeps.size(), size_t(0));
    QCOMPARE(numbers("responses").size(), 10);
    // A sync that waits goes on by itself.
    int refused = 0;
    m_service->hook
        = [=, &refused](const QUrl &, const QUrlQuery &query) -> std::optional<Result<net::HttpResponse>> {
        if (query.queryItemValue(QStringLiteral("cursor")) != QLatin1String("10") || refused++ > 0)
            return std::nullopt;
        return net::HttpResponse{status, {{"retry-after", retryAfter}}, "{}"};
    };
    sync::SyncPlan plan = only("responses");
    plan.waitForService = true;
    auto waiting = makeJob(plan);
    QList<QDateTime> pauses;
    connect(waiting.get(), &sync::SyncJob::paused, this, [&](const QDateTime &time) { pauses.append(time); });
    waiting->start();
    QVERIFY(test::waitFor(*waiting));
    QVERIFY2(!waiting->error(), waiting->error() ? qPrintable(waiting->error()->text) : "");
    QCOMPARE(pauses, QList<QDateTime>{until});
    QVERIFY(m_clock->now() >= until);
    QCOMPARE(numbers("responses").size(), 25);
}

void SyncJobTest::waitingForTheServiceKeepsTheLease()
{
    m_service->fill(QStringLiteral("responses"), 1, 5);
    int calls = 0;
    m_service->hook = [&calls](const QUrl &, const QUrlQuery &) -> std::optional<Result<net::HttpResponse>> {
        if (++calls > 1)
            return std::nullopt;
        return net::HttpResponse{429, {{"retry-after", "3600"}}, "{}"};
    };
    sync::SyncPlan plan = only("responses");
    plan.waitForService = true;
    auto job = makeJob(plan);
    // Whenever somebody looks, the feed is held: its sign of life is not older than two minutes.
    int looks = 0;
    connect(job.get(), &Job::changed, this, [&] {
        const auto reader = lake::LakeReader::open(m_lake, m_catalog);
        const auto status = reader ? (*reader)->status(m_clock->now()) : fail(reader.error());
        if (job->isFinished() || !status)
            return;
        for (const lake::FeedStatus &feed : *status)
            looks += feed.feed == QLatin1String("responses") && feed.heldBy ? 1 : 0;
    });
    job->start();
    QVERIFY(test::waitFor(*job));
    QVERIFY2(!job->error(), job->error() ? qPrintable(job->error()->text) : "");
    QVERIFY(looks > 0);
    // An hour in slices, each shorter than a lease lives.
    QVERIFY(m_clock->sleeps.size() >= 60);
    for (const auto slept : m_clock->sleeps)
        QVERIFY(slept <= std::chrono::seconds(60));
    QCOMPARE(numbers("responses").size(), 5);
}

void SyncJobTest::aPauseCanBeCancelled()
{
    m_service->fill(QStringLiteral("responses"), 1, 25);
    m_service->hook = [](const QUrl &, const QUrlQuery &query) -> std::optional<Result<net::HttpResponse>> {
        if (query.queryItemValue(QStringLiteral("cursor")) != QLatin1String("10"))
            return std::nullopt;
        return net::HttpResponse{429, {{"retry-after", "360000"}}, "{}"};
    };
    sync::SyncPlan plan = only("responses");
    plan.waitForService = true;
    auto job = makeJob(plan);
    connect(job.get(), &sync::SyncJob::paused, this, [&] { job->cancel(); });
    job->start();
    QVERIFY(test::waitFor(*job));
    QCOMPARE(job->state(), Job::State::Cancelled);
    QCOMPARE(numbers("responses").size(), 10);
}

void SyncJobTest::anAnswerWithoutContentIsRetried_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("204") << 204;
    QTest::newRow("200") << 200;
}

void SyncJobTest::anAnswerWithoutContentIsRetried()
{
    QFETCH(int, status);
    m_service->fill(QStringLiteral("responses"), 1, 25);
    int calls = 0;
    m_service->hook
        = [&calls, status](const QUrl &, const QUrlQuery &) -> std::optional<Result<net::HttpResponse>> {
        return ++calls == 2 ? std::optional(Result<net::HttpResponse>(net::HttpResponse{status, {}, {}}))
                            : std::nullopt;
    };
    auto job = makeJob(only("responses"));
    job->start();
    QVERIFY(test::waitFor(*job));
    QVERIFY2(!job->error(), job->error() ? qPrintable(job->error()->text) : "");
    QCOMPARE(m_clock->sleeps.size(), size_t(1));
    QCOMPARE(numbers("responses").size(), 25);
}

void SyncJobTest::aKilledSyncIsInterruptedWithItsCounts()
{
    m_service->fill(QStringLiteral("responses"), 1, 25);
    auto job = makeJob(only("responses"));
    job->start();
    QVERIFY(test::waitFor(*job));
    {
        // What a killed process leaves: a sync that began and stored, and has no end.
        auto writer = lake::LakeWriter::open(m_lake, m_catalog, m_clock);
        QVERIFY(writer);
        const catalog::Endpoint &feed = *m_catalog.find(QStringLiteral("non-responses"));
        QVERIFY((*writer)->acquireLease(feed.id));
        QVERIFY((*writer)->beginSync(feed.id, {}, lake::SyncKind::Incremental));
        for (int number = 101; number <= 103; ++number) {
            const QByteArray body = R"({"data":[{"number_customergauge":)" + QByteArray::number(number)
                + "}],\"cursor\":{\"next\":" + QByteArray::number(number) + "}}";
            const auto page = service::parsePage(body, feed);
            QVERIFY(page);
            QVERIFY((*writer)->store(feed, {}, *page, lake::Checkpoint{QString::number(number), false}));
        }
    }
    const auto reader = lake::LakeReader::open(m_lake, m_catalog);
    QVERIFY(reader);
    const auto status = (*reader)->status(m_clock->now());
    QVERIFY(status);
    using State = lake::SyncRecord::State;
    for (const lake::FeedStatus &feed : *status) {
        if (feed.feed == QLatin1String("responses")) {
            QVERIFY(feed.lastSync);
            QVERIFY(feed.checkpoint.complete);
            QCOMPARE(int(feed.newest->state), int(State::Succeeded));
            QCOMPARE(feed.newest->counts.received, 25);
        } else if (feed.feed == QLatin1String("non-responses")) {
            QVERIFY(!feed.lastSync);
            QVERIFY(!feed.checkpoint.complete);
            QCOMPARE(feed.records, 3);
            QCOMPARE(int(feed.newest->state), int(State::Interrupted));
            QCOMPARE(feed.newest->pages, 3);
            QCOMPARE(feed.newest->counts, (lake::StoreCounts{3, 3, 0, 0}));
        } else {
            QVERIFY(!feed.newest);
        }
    }
    const auto history = (*reader)->history(1, m_clock->now());
    QVERIFY(history);
    QCOMPARE(history->front().counts.received, 3);
    // So the next one is due at once.
    QVERIFY(!sync::pulseOf(*status).last);
}

void SyncJobTest::aForbiddenFeedDoesNotStopTheOthers()
{
    m_service->fill(QStringLiteral("responses"), 1, 5);
    m_service->hook = [](const QUrl &url, const QUrlQuery &) -> std::optional<Result<net::HttpResponse>> {
        if (!url.path().endsWith(QLatin1String("close-loop")))
            return std::nullopt;
        return net::HttpResponse{403, {}, R"({"message":"This action is unauthorized."})"};
    };
    auto job = makeJob(allFeeds());
    job->start();
    QVERIFY(test::waitFor(*job));
    QCOMPARE(job->state(), Job::State::Failed);
    QCOMPARE(job->error()->kind, ErrorKind::Forbidden);
    QCOMPARE(job->outcomes().size(), std::size_t(3));
    QCOMPARE(numbers("responses").size(), 5);
}

void SyncJobTest::aBrokenPageEndsTheSyncAndKeepsWhatCame()
{
    m_service->fill(QStringLiteral("responses"), 1, 30);
    m_service->hook = [](const QUrl &, const QUrlQuery &query) -> std::optional<Result<net::HttpResponse>> {
        if (query.queryItemValue(QStringLiteral("cursor")) != QLatin1String("20"))
            return std::nullopt;
        return net::HttpResponse{500, {}, "oops"};
    };
    auto job = makeJob(only("responses"));
    job->start();
    QVERIFY(test::waitFor(*job));
    QCOMPARE(job->state(), Job::State::Failed);
    QCOMPARE(job->error()->kind, ErrorKind::Server);
    QCOMPARE(job->outcomes().front().checkpoint, QStringLiteral("20"));
    QCOMPARE(m_clock->sleeps.size(), std::size_t(4)); // five tries
    QCOMPARE(numbers("responses").size(), 20);
    m_service->hook = {};
    auto again = makeJob(only("responses"));
    again->start();
    QVERIFY(test::waitFor(*again));
    QVERIFY(!again->error());
    QCOMPARE(numbers("responses").size(), 30);
}

void SyncJobTest::answeredNonResponsesLeaveTheirTable()
{
    m_service->fill(QStringLiteral("non-responses"), 1, 4);
    auto first = makeJob(allFeeds());
    first->start();
    QVERIFY(test::waitFor(*first));
    QCOMPARE(numbers("non-responses").size(), 4);
    m_service->fill(QStringLiteral("responses"), 2, 2);
    auto second = makeJob(allFeeds());
    second->start();
    QVERIFY(test::waitFor(*second));
    QCOMPARE(numbers("non-responses"), (QList<qint64>{1, 4}));
    QCOMPARE(numbers("responses"), (QList<qint64>{2, 3}));
}

void SyncJobTest::cancelledItKeepsWholePagesAndGoesOn()
{
    m_service->fill(QStringLiteral("responses"), 1, 100);
    auto job = makeJob(only("responses"));
    connect(
        job.get(), &sync::SyncJob::stored, this, [&] { job->cancel(); }, Qt::DirectConnection);
    job->start();
    QVERIFY(test::waitFor(*job));
    QCOMPARE(job->state(), Job::State::Cancelled);
    const qint64 kept = numbers("responses").size();
    QVERIFY(kept >= 10 && kept < 100);
    QCOMPARE(kept % 10, 0);
    auto rest = makeJob(only("responses"));
    rest->start();
    QVERIFY(test::waitFor(*rest));
    QVERIFY(!rest->error());
    QCOMPARE(rest->outcomes().front().counts.inserted, 100 - kept);
    QCOMPARE(numbers("responses").size(), 100);
}

void SyncJobTest::damagedTextsAreCounted()
{
    m_service->fill(QStringLiteral("responses"), 1, 23);
    for (const int index : {2, 3, 22}) { // on the first page and on the last
        m_service->feeds[QStringLiteral("responses")][index] = "{\"number_customergauge\":"
            + QByteArray::number(index + 1) + ",\"email\":\"caf\xE9\",\"status\":\"a\\ud83d\"}";
    }
    auto job = makeJob(only("responses"));
    job->start();
    QVERIFY(test::waitFor(*job));
    QVERIFY2(!job->error(), job->error() ? qPrintable(job->error()->text) : "");
    QCOMPARE(job->outcomes().front().counts.replacedTexts, 6);
    QVERIFY2(job->summary().contains(sync::replacedTextsText(6)), qPrintable(job->summary()));
    QCOMPARE(numbers("responses").size(), 23);

    auto second = makeJob(only("responses"));
    second->start();
    QVERIFY(test::waitFor(*second));
    QCOMPARE(second->outcomes().front().counts.replacedTexts, 0);
}

void SyncJobTest::aHeldLeaseIsBusy()
{
    m_service->fill(QStringLiteral("responses"), 1, 5);
    auto holder = lake::LakeWriter::open(m_lake, m_catalog, m_clock);
    QVERIFY(holder);
    QVERIFY((*holder)->acquireLease(QStringLiteral("responses")));
    auto job = makeJob(only("responses"));
    job->start();
    QVERIFY(test::waitFor(*job));
    QCOMPARE(job->state(), Job::State::Failed);
    QCOMPARE(job->error()->kind, ErrorKind::Busy);
    QVERIFY(m_service->requests.isEmpty());
}

void SyncJobTest::statusTellsTheOutcome()
{
    m_service->fill(QStringLiteral("responses"), 1, 5);
    auto job = makeJob(only("responses"));
    job->start();
    QVERIFY(test::waitFor(*job));
    auto reader = lake::LakeReader::open(m_lake, m_catalog);
    QVERIFY(reader);
    const auto status = (*reader)->status();
    QVERIFY(status);
    for (const lake::FeedStatus &feed : *status) {
        if (feed.feed != QLatin1String("responses"))
            continue;
        QCOMPARE(feed.records, 5);
        QCOMPARE(feed.checkpoint, (lake::Checkpoint{QStringLiteral("5"), true}));
        QVERIFY(feed.lastSync);
        QVERIFY(feed.lastError.isEmpty());
        return;
    }
    QFAIL("responses are missing from the status");
}

QTEST_GUILESS_MAIN(SyncJobTest)
#include "tst_syncjob.moc"
