// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/lakesession.h"
#include "lake/write/lakewriter.h"
#include "service/pageparser.h"
#include "support/fakeclock.h"
#include "support/testcase.h"

#include <QCoroFuture>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace gauge;
using engine::LakeSession;

class LakeSessionTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void answersOnceTheFirstSyncHasMadeTheLake();
    void answersComeInTheCallersThread();
    void aStoppedQuestionIsCancelled();
    void endsWhileQuestionsAreWaiting();
    void endsBesideASilentServer();
    void relativeDatesFollowTheClock();
    void anIndexIsMadeInTheBackground();
    void aLakeThatIsRemovedIsNotMadeAgain();
    void figuresNeedNoTurn();
    void columnsOfARangeGetTheirIndexes();
    void columnsOfAFilterGetTheirIndexesInBothFeeds();

private:
    //! Stores records numbered from \a first on, with \a more members.
    void fill(const QString &path, int count, const QString &feed = QStringLiteral("responses"),
              int first = 1, const QByteArray &more = {});
    template <typename T>
    static T answer(QFuture<T> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30'000))
            qFatal("no answer");
        return future.result();
    }

    const catalog::Catalog m_catalog = catalog::Catalog::builtIn();
    const std::shared_ptr<test::FakeClock> m_clock = std::make_shared<test::FakeClock>();
    const QString m_feed = QStringLiteral("responses");
};

void LakeSessionTest::fill(const QString &path, int count, const QString &feed, int first,
                           const QByteArray &more)
{
    QByteArrayList records;
    for (int i = first; i < first + count; ++i)
        records.append("{\"number_customergauge\":" + QByteArray::number(i)
                       + ",\"nps\":" + QByteArray::number(i % 11) + more + '}');
    const catalog::Endpoint &endpoint = *m_catalog.find(feed);
    const auto page
        = service::parsePage("{\"data\":[" + records.join(',') + "],\"cursor\":{\"next\":1}}", endpoint);
    QVERIFY(page);
    const auto writer = lake::LakeWriter::open(path, m_catalog, std::make_shared<test::FakeClock>());
    QVERIFY(writer);
    QVERIFY((*writer)->acquireLease(feed));
    QVERIFY((*writer)->beginSync(feed, {}, lake::SyncKind::Incremental));
    QVERIFY((*writer)->store(endpoint, {}, *page, lake::Checkpoint{QStringLiteral("1"), false}));
    QVERIFY((*writer)->finishSync(feed, 1, {}, {}));
}

void LakeSessionTest::answersOnceTheFirstSyncHasMadeTheLake()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("lake.sqlite"));
    LakeSession session(path, m_catalog, m_clock);
    const auto before = answer(session.columns(m_feed));
    QVERIFY(!before);
    QCOMPARE(before.error().kind, ErrorKind::NotFound);
    QVERIFY(!QFile::exists(path)); // asking makes nothing

    fill(path, 100);
    QVERIFY(answer(session.columns(m_feed)));
    const auto snapshot = answer(session.snapshot(m_feed, {}, {}));
    QVERIFY(snapshot);
    QCOMPARE((*snapshot)->keys.size(), std::size_t(100));
    const auto rows
        = answer(session.rows(m_feed, {(*snapshot)->keys[41]}, {QStringLiteral("number_customergauge")}));
    QVERIFY(rows);
    QCOMPARE(rows->front().display, QStringList{QStringLiteral("42")});
    const auto record = answer(session.record(m_feed, (*snapshot)->keys[41]));
    QVERIFY(record);
    QCOMPARE(record->raw, QByteArray("{\"number_customergauge\":42,\"nps\":9}"));
    QCOMPARE(*answer(session.count(m_feed, {}, {})), 100);
    QCOMPARE(answer(session.scores(m_feed, {}, {}))->ignored, 0);
    const auto values = answer(session.values(m_feed, QStringLiteral("nps"), {}, 5, {}));
    QVERIFY(values);
    QVERIFY(values->more);
    QCOMPARE(values->values.front(), (lake::ValueCount{QStringLiteral("1"), 10}));
    QCOMPARE(answer(session.status())->size(), m_catalog.endpoints().size());
}

void LakeSessionTest::answersComeInTheCallersThread()
{
    const QTemporaryDir folder;
    LakeSession session(folder.filePath(QStringLiteral("none")), m_catalog, m_clock);
    QThread *thread = nullptr;
    session.status().then(this, [&](const auto &) { thread = QThread::currentThread(); });
    QTRY_COMPARE(thread, QThread::currentThread());
}

void LakeSessionTest::aStoppedQuestionIsCancelled()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("lake.sqlite"));
    fill(path, 10);
    LakeSession session(path, m_catalog, m_clock);
    std::stop_source stop;
    stop.request_stop();
    const auto snapshot = answer(session.snapshot(m_feed, {}, stop.get_token()));
    QVERIFY(!snapshot);
    QCOMPARE(snapshot.error().kind, ErrorKind::Cancelled);
    QVERIFY(answer(session.snapshot(m_feed, {}, {})));
    const auto values = answer(session.values(m_feed, QStringLiteral("nps"), {}, 5, stop.get_token()));
    QVERIFY(!values);
    QCOMPARE(values.error().kind, ErrorKind::Cancelled);
}

void LakeSessionTest::endsWhileQuestionsAreWaiting()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("lake.sqlite"));
    fill(path, 5000);
    std::vector<QFuture<Result<LakeSession::SnapshotPointer>>> waiting;
    {
        LakeSession session(path, m_catalog, m_clock);
        for (int i = 0; i < 200; ++i)
            waiting.push_back(session.snapshot(m_feed, {}, {}));
    }
    for (const auto &future : waiting) {
        QVERIFY(future.isFinished());
        const auto outcome = future.result();
        QVERIFY(outcome || outcome.error().kind == ErrorKind::Cancelled);
    }
}

//! Who changes the connection, or closes the window, waits for the session. This server takes connections and
//! never answers, and its address sets no limit: only the end of the session ends the questions.
void LakeSessionTest::endsBesideASilentServer()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const auto lake = lake::Location::parse(
        QStringLiteral("postgresql://anna@127.0.0.1:%1/gauge?connect_timeout=0&sslmode=disable")
            .arg(server.serverPort()),
        QStringLiteral("silent"));
    QVERIFY(lake);
    QFuture<Result<std::vector<lake::LakeColumn>>> columns;
    QFuture<Result<LakeSession::SnapshotPointer>> snapshot;
    QFuture<Result<lake::ValueCounts>> values;
    QFuture<Result<LakeSession::DashboardPointer>> dashboard;
    {
        LakeSession session(*lake, m_catalog, m_clock);
        columns = session.columns(m_feed);
        snapshot = session.snapshot(m_feed, {}, {});
        values = session.values(m_feed, QStringLiteral("nps"), {}, 5, {});
        dashboard = session.dashboard(m_feed, {}, {}, {});
        for (int connections = 0; connections < 4; ++connections) { // one each, all waiting for an answer
            QVERIFY(server.hasPendingConnections() || server.waitForNewConnection(60'000));
            QTcpSocket *client = server.nextPendingConnection();
            QVERIFY(client->bytesAvailable() > 0 || client->waitForReadyRead(60'000));
        }
    }
    QCOMPARE(columns.result().error().kind, ErrorKind::Cancelled);
    QCOMPARE(snapshot.result().error().kind, ErrorKind::Cancelled);
    QCOMPARE(values.result().error().kind, ErrorKind::Cancelled);
    QCOMPARE(dashboard.result().error().kind, ErrorKind::Cancelled);
}

void LakeSessionTest::relativeDatesFollowTheClock()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("lake.sqlite"));
    fill(path, 10);
    {
        const catalog::Endpoint &endpoint = *m_catalog.find(m_feed);
        const auto page = service::parsePage(
            R"({"data":[{"number_customergauge":77,"date_sent":"2026-01-01 09:00:00"}],"cursor":{"next":1}})",
            endpoint);
        const auto writer = lake::LakeWriter::open(path, m_catalog, m_clock);
        QVERIFY((*writer)->acquireLease(m_feed));
        QVERIFY((*writer)->store(endpoint, {}, *page, lake::Checkpoint{QStringLiteral("1"), false}));
    }
    LakeSession session(path, m_catalog, m_clock);
    query::Query query;
    query.where = {*query::parseFilter(QStringLiteral("date_sent in today"))};
    QCOMPARE(*answer(session.count(m_feed, query, {})), 1);
    m_clock->advance(std::chrono::hours(24));
    QCOMPARE(*answer(session.count(m_feed, query, {})), 0);
    query.where = {*query::parseFilter(QStringLiteral("date_sent in yesterday"))};
    QCOMPARE(*answer(session.count(m_feed, query, {})), 1);
}

void LakeSessionTest::anIndexIsMadeInTheBackground()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("lake.sqlite"));
    fill(path, 100);
    const lake::IndexLimits limits{1, 1'000'000, 5};
    const auto reader = lake::LakeReader::open(path, m_catalog);
    const auto lacking = [&](const char *column) {
        return !(*reader)->missingIndexes(m_feed, {QString::fromLatin1(column)}, limits)->isEmpty();
    };
    query::Query sorted;
    sorted.sort = {{QStringLiteral("email"), true}};
    {
        LakeSession session(path, m_catalog, m_clock);
        QVERIFY(answer(session.snapshot(m_feed, sorted, {})));
    }
    QVERIFY(lacking("email")); // this lake is too small for that
    LakeSession session(path, m_catalog, m_clock, limits);
    const auto first = answer(session.snapshot(m_feed, sorted, {}));
    QTRY_VERIFY(!lacking("email"));
    QVERIFY(**answer(session.snapshot(m_feed, sorted, {})) == **first);
    query::Query filtered;
    filtered.where
        = {*query::parseFilter(QStringLiteral("status contains x or (nps >= 9 and phone not-empty)"))};
    QVERIFY(answer(session.snapshot(m_feed, filtered, {})));
    QTRY_VERIFY(!lacking("nps"));
    QVERIFY(lacking("status") && lacking("phone")); // no index would help
    QVERIFY(answer(
        session.scoreGroups(m_feed, {}, {QStringLiteral("date_sent"), lake::Grouping::By::Month}, {})));
    QTRY_VERIFY(!lacking("date_sent"));

    // While a sync has the feed, questions are answered and nothing is made.
    const auto writer = lake::LakeWriter::open(path, m_catalog, m_clock);
    QVERIFY((*writer)->acquireLease(m_feed));
    sorted.sort = {{QStringLiteral("locale"), false}};
    QVERIFY(answer(session.snapshot(m_feed, sorted, {})));
    (*writer)->releaseLease(m_feed);
    QTRY_VERIFY(answer(session.snapshot(m_feed, sorted, {})) && !lacking("locale"));
}

void LakeSessionTest::aLakeThatIsRemovedIsNotMadeAgain()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("lake.sqlite"));
    fill(path, 100);
    LakeSession session(path, m_catalog, m_clock, {1, 1'000'000, 5});
    QVERIFY(answer(session.count(m_feed, {}, {})));
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(path + QLatin1String(suffix));
    query::Query sorted;
    sorted.sort = {{QStringLiteral("email"), true}};
    for (int i = 0; i < 3; ++i)
        QVERIFY(answer(session.snapshot(m_feed, sorted, {})));
    QVERIFY(!QFile::exists(path));
}

void LakeSessionTest::figuresNeedNoTurn()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("lake.sqlite"));
    fill(path, 100);
    LakeSession session(path, m_catalog, m_clock);
    std::stop_source stop;
    // A lane of its own, and any number may wait in it; those that are replaced end.
    std::vector<QFuture<Result<LakeSession::DashboardPointer>>> replaced;
    for (int i = 0; i < 20; ++i)
        replaced.push_back(session.dashboard(m_feed, {}, {}, stop.get_token()));
    const auto last = session.dashboard(m_feed, {}, {}, {});
    QCOMPARE(*answer(session.count(m_feed, {}, {})), 100);
    stop.request_stop();
    const auto made = answer(last);
    QVERIFY(made);
    QCOMPARE((*made)->figure.records, 100);
    QCOMPARE((*made)->figure.counts, (metrics::Counts{18, 18, 64}));
    for (const auto &one : replaced) {
        const auto other = answer(one);
        QVERIFY(other || other.error().kind == ErrorKind::Cancelled);
    }
    const auto wrong = answer(session.dashboard(QStringLiteral("non-responses"), {}, {}, {}));
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().kind, ErrorKind::Input);
    QVERIFY(!answer(session.dashboard(QStringLiteral("none"), {}, {}, {})));
}

void LakeSessionTest::columnsOfARangeGetTheirIndexes()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("lake.sqlite"));
    fill(path, 100);
    metrics::DashboardPlan plan;
    plan.range = {{QDate(2025, 1, 1), QDate(2025, 2, 1)}};
    {
        LakeSession session(path, m_catalog, m_clock, {10, 1000, 5});
        QVERIFY(answer(session.dashboard(m_feed, {}, plan, {})));
        const auto reader = lake::LakeReader::open(path, m_catalog);
        QVERIFY(reader);
        QTRY_VERIFY((*reader)->missingIndexes(m_feed, {plan.date}, {10, 1000, 5})->isEmpty());
    }
}

void LakeSessionTest::columnsOfAFilterGetTheirIndexesInBothFeeds()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("lake.sqlite"));
    const QByteArray more = R"(,"language":"nl","date_sent":"2026-01-01 10:00:00")";
    fill(path, 100, m_feed, 1, more);
    fill(path, 100, QStringLiteral("non-responses"), 101, more);
    const lake::IndexLimits limits{10, 1000, 5};
    LakeSession session(path, m_catalog, m_clock, limits);
    query::Query query;
    query.where = {*query::parseFilter(QStringLiteral("language = nl"))};
    const auto made = answer(session.dashboard(m_feed, query, {}, {}));
    QVERIFY(made);
    QVERIFY((*made)->invited.has_value());
    const auto reader = lake::LakeReader::open(path, m_catalog);
    QVERIFY(reader);
    QTRY_VERIFY((*reader)->missingIndexes(m_feed, {QStringLiteral("language")}, limits)->isEmpty());
    QTRY_VERIFY((*reader)
                    ->missingIndexes(QStringLiteral("non-responses"),
                                     {QStringLiteral("language"), QStringLiteral("date_sent")}, limits)
                    ->isEmpty());
}

QTEST_GUILESS_MAIN(LakeSessionTest)
#include "tst_lakesession.moc"
