// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/recentwindow.h"

#include "lake/maintenance/maintenance.h"
#include "lake/write/lakewriter.h"
#include "support/testcase.h"
#include "syncfixture.h"

using namespace gauge;
using namespace std::chrono_literals;
using lake::WindowSpan;

namespace {

//! The fields of a record dated \a date, as the service sends it.
QByteArray dated(const char *field, const QByteArray &date, const QByteArray &more = {})
{
    return QByteArray("\"") + field + "\": \"" + date + "\"" + (more.isEmpty() ? "" : ", ") + more;
}

QByteArray answered(const QByteArray &date, const QByteArray &more = {})
{
    return dated("date_survey_response", date, more);
}

QByteArray sent(const QByteArray &date, const QByteArray &more = {})
{
    return dated("date_sent", date, more);
}

QDateTime at(const char *time)
{
    return QDateTime::fromString(QLatin1String(time) + QStringLiteral("Z"), Qt::ISODate);
}

constexpr auto responses = "responses";
constexpr auto nonResponses = "non-responses";
constexpr auto cases = "close-loop";

} // namespace

//! What appears, changes or disappears behind the cursor.
class RecentWindowTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void beginsBeforeTheLastRead_data();
    void beginsBeforeTheLastRead();
    void aLateAnswerArrives();
    void changedCasesAndTopicsArrive();
    void nothingNewCostsTwoRequestsAFeed();
    void theCheckpointStays();
    void anInterruptedWindowIsReadAgain();
    void aLongPauseLeavesNoGap();
    void aPartOfAFeedHasNoWindow();
    void theDaysCanBeFixed();
    void aLargeWindowWaitsWhileNothingChanges();
    void whatIsGoneIsMarked();
    void nothingIsMarkedWithoutCertainty_data();
    void nothingIsMarkedWithoutCertainty();
    void manyThatAreGoneAreAskedAbout();
    void anAnswerBetweenTheTwoWalksIsNotLost();
    void aSurveySentAgainIsANonResponseAgain();
    void aGoneResponseHidesNothing();

private:
    //! A sync that succeeds; its counts by feed.
    QMap<QString, lake::StoreCounts> sync(sync::SyncPlan plan);
    QMap<QString, lake::StoreCounts> sync() { return sync(m_it->plan()); }
    void put(const char *feed, int number, const QByteArray &fields)
    {
        m_it->service->put(QLatin1String(feed), number, fields);
    }

    std::unique_ptr<test::SyncFixture> m_it;
};

void RecentWindowTest::init()
{
    TestCase::init();
    m_it = std::make_unique<test::SyncFixture>(); // its clock begins at 2026-01-01 12:00 UTC
    m_it->service->byNumber = true;
    // Enough that one that is gone is not many.
    for (int number = 1; number <= 10; ++number) {
        put(responses, 10 + number, answered("2025-12-30 10:00:00"));
        put(nonResponses, 100 + number, sent("2025-12-30 09:00:00"));
        put(cases, 10 + number, dated("updated_at", "2025-12-30 11:00:00"));
    }
}

QMap<QString, lake::StoreCounts> RecentWindowTest::sync(sync::SyncPlan plan)
{
    const auto job = m_it->run(std::move(plan), this);
    if (job->error())
        qFatal("%s %s", qPrintable(job->error()->text), qPrintable(job->error()->detail));
    QMap<QString, lake::StoreCounts> counts;
    for (const sync::FeedOutcome &outcome : job->outcomes())
        counts.insert(outcome.feed, outcome.counts);
    return counts;
}

void RecentWindowTest::beginsBeforeTheLastRead_data()
{
    QTest::addColumn<QString>("feed");
    QTest::addColumn<QDateTime>("recent");
    QTest::addColumn<QDateTime>("wide");
    QTest::addColumn<int>("days"); // -1: the default
    QTest::addColumn<QString>("start");
    QTest::addColumn<bool>("isWide");
    const QDateTime hourAgo = at("2026-03-10T11:00:00");
    const QDateTime dayAgo = at("2026-03-09T12:00:00");
    QTest::newRow("responses") << responses << hourAgo << dayAgo << -1 << "2026-03-06" << false;
    QTest::newRow("cases") << cases << hourAgo << dayAgo << -1 << "2026-03-06" << false;
    QTest::newRow("non-responses") << nonResponses << hourAgo << dayAgo << -1 << "2026-03-02" << false;
    QTest::newRow("long ago") << responses << at("2026-02-01T12:00:00") << dayAgo << -1 << "2026-01-28"
                              << false;
    QTest::newRow("five days") << responses << hourAgo << at("2026-03-05T12:00:00") << -1 << "2026-01-28"
                               << true;
    QTest::newRow("half a year") << responses << hourAgo << at("2025-09-10T12:00:00") << -1 << "2025-08-05"
                                 << true;
    QTest::newRow("never") << responses << QDateTime() << QDateTime() << -1 << "2026-02-02" << true;
    QTest::newRow("fixed") << responses << hourAgo << at("2025-09-10T12:00:00") << 14 << "2026-02-23"
                           << false;
    QTest::newRow("clock set back") << responses << at("2027-01-01T12:00:00") << dayAgo << -1 << "2026-03-06"
                                    << false;
}

void RecentWindowTest::beginsBeforeTheLastRead()
{
    QFETCH(QString, feed);
    QFETCH(QDateTime, recent);
    QFETCH(QDateTime, wide);
    QFETCH(int, days);
    QFETCH(QString, start);
    QFETCH(bool, isWide);
    sync::WindowHistory history;
    if (recent.isValid())
        history.recent = lake::WindowRead{recent, 0};
    if (wide.isValid())
        history.wide = lake::WindowRead{wide, 0};
    const auto window
        = sync::recentWindow(*m_it->catalog.find(feed), history,
                             days < 0 ? std::nullopt : std::optional(days), at("2026-03-10T12:00:00"));
    QVERIFY(window);
    QCOMPARE(window->scope.periodStart, start);
    // It is the 11th already where the day begins first.
    QCOMPARE(window->scope.periodEnd, QStringLiteral("2026-03-12"));
    QCOMPARE(window->inside.from > window->scope.periodStart, true);
    QCOMPARE(window->inside.before, window->scope.periodEnd);
    QCOMPARE(std::count(window->spans.begin(), window->spans.end(), WindowSpan::Long), isWide ? 1 : 0);
    QVERIFY(!catalog::validationError(*m_it->catalog.find(feed), window->scope));
}

void RecentWindowTest::aLateAnswerArrives()
{
    QCOMPARE(sync()[responses].inserted, 10);
    // Its number is behind the cursor of either feed.
    put(nonResponses, 90, sent("2025-12-31 10:00:00"));
    m_it->clock->advance(24h);
    auto counts = sync();
    QCOMPARE(counts[nonResponses].late, 1);
    m_it->service->drop(nonResponses, 90);
    put(responses, 1, answered("2026-01-02 10:00:00"));
    put(responses, 90, answered("2026-01-02 10:00:00"));
    put(responses, 91, answered("2026-01-02 10:00:00"));
    m_it->clock->advance(24h);
    counts = sync();
    QCOMPARE(counts[responses].inserted, 3);
    QCOMPARE(counts[responses].late, 1); // the others were in front of it
    QCOMPARE(counts[responses].removed, 1);
    QVERIFY(m_it->numbers(responses).contains(1));
    QVERIFY(!m_it->numbers(nonResponses).contains(90));
    QCOMPARE(m_it->status(responses).newest->counts.late, 1);
    QCOMPARE(m_it->status(responses).newest->counts.received, 3);
}

void RecentWindowTest::changedCasesAndTopicsArrive()
{
    sync();
    m_it->clock->advance(24h);
    put(cases, 13, dated("updated_at", "2026-01-02 08:00:00", "\"status\": \"closed\""));
    put(responses, 15, answered("2025-12-30 10:00:00", "\"tags\": [{\"label\": \"Price\"}]"));
    const auto counts = sync();
    QCOMPARE(counts[cases].changed, 1);
    QCOMPARE(counts[responses].changed, 1);
    QCOMPARE(counts[responses].late + counts[cases].late, 0);
    QCOMPARE(counts[cases].received, 1); // what was read again and is as it was counts nowhere
    const auto job = m_it->run(m_it->plan(), this);
    QVERIFY(!job->summary().contains(QStringLiteral("late")));
}

void RecentWindowTest::nothingNewCostsTwoRequestsAFeed()
{
    sync::SyncPlan plan = m_it->plan({}, 1000);
    sync(plan);
    QCOMPARE(m_it->service->requests.size(), 6); // no window yet
    for (int hour = 0; hour < 3; ++hour) {
        m_it->clock->advance(1h);
        const auto counts = sync(plan);
        for (const lake::StoreCounts &feed : counts)
            QCOMPARE(feed, lake::StoreCounts());
        QCOMPARE(m_it->service->requests.size(), 9);
    }
    // The feeds in the order in which they are read.
    QVERIFY(m_it->service->requests.front().contains(QStringLiteral("/responses?")));
    QVERIFY(m_it->service->requests.back().contains(QStringLiteral("/non-responses?")));
}

void RecentWindowTest::theCheckpointStays()
{
    sync();
    const lake::Checkpoint before = m_it->status(responses).checkpoint;
    QCOMPARE(before, (lake::Checkpoint{QStringLiteral("20"), true}));
    m_it->clock->advance(24h);
    put(responses, 1, answered("2026-01-02 10:00:00"));
    sync();
    QCOMPARE(m_it->windowRequests(responses).size(), 3); // eleven records, ten a page
    for (const QString &request : m_it->windowRequests(responses)) {
        QVERIFY2(request.contains(QStringLiteral("period[field]=date_survey_response")), qPrintable(request));
        QVERIFY2(request.contains(QStringLiteral("with[]=tags")), qPrintable(request));
    }
    QCOMPARE(m_it->status(responses).checkpoint, before);
}

void RecentWindowTest::anInterruptedWindowIsReadAgain()
{
    sync();
    m_it->clock->advance(48h);
    put(responses, 1, answered("2026-01-02 10:00:00"));
    m_it->service->hook = [](const QUrl &, const QUrlQuery &query) {
        const bool isSecond = query.toString().contains(QStringLiteral("start"))
            && !query.queryItemValue(QStringLiteral("cursor")).isEmpty();
        return isSecond ? std::optional(Result<net::HttpResponse>(net::HttpResponse{403, {}, "{}"}))
                        : std::nullopt;
    };
    const auto broken = m_it->run(m_it->plan({responses}), this);
    QVERIFY(broken->error());
    const QString begin = m_it->windowRequests(responses).front();
    QVERIFY2(begin.contains(QStringLiteral("start]=2025-12-28")), qPrintable(begin));
    m_it->service->hook = {};
    m_it->clock->advance(24h);
    sync();
    // It begins where the one that failed began, not later.
    QVERIFY2(m_it->windowRequests(responses).front().contains(QStringLiteral("start]=2025-12-28")),
             qPrintable(m_it->windowRequests(responses).front()));
    m_it->clock->advance(24h);
    sync();
    QVERIFY2(m_it->windowRequests(responses).front().contains(QStringLiteral("start]=2025-12-31")),
             qPrintable(m_it->windowRequests(responses).front()));
}

void RecentWindowTest::aLongPauseLeavesNoGap()
{
    sync();
    // A partly finished survey, dated by its last click a month before the first sync.
    put(responses, 1, answered("2025-12-03 10:00:00"));
    put(cases, 1, dated("updated_at", "2026-02-20 10:00:00"));
    m_it->clock->advance(24h * 200);
    const auto counts = sync();
    QCOMPARE(counts[responses].late, 1);
    QCOMPARE(counts[cases].late, 1);
    // Then the long window is not due.
    m_it->clock->advance(24h);
    sync();
    QVERIFY2(m_it->windowRequests(responses).front().contains(QStringLiteral("start]=2026-07-16")),
             qPrintable(m_it->windowRequests(responses).front()));
}

void RecentWindowTest::aPartOfAFeedHasNoWindow()
{
    sync();
    m_it->clock->advance(24h);
    sync::SyncPlan cut = m_it->plan({responses});
    cut.with = QStringList{QStringLiteral("tags")};
    sync(cut);
    QCOMPARE(m_it->service->requests.size(), 1);
    sync::SyncPlan filtered = m_it->plan({responses});
    filtered.outboundFilter = QStringLiteral("147b3662-cd7e-490c-b865-9be3480ca2fd");
    sync(filtered);
    sync(filtered);
    QVERIFY(m_it->windowRequests(responses).isEmpty());
    // A walk that was stopped before its end has none either.
    put(responses, 31, answered("2026-01-02 10:00:00"));
    sync::SyncPlan limited = m_it->plan({responses});
    limited.maxPages = 1;
    sync(limited);
    QCOMPARE(m_it->service->requests.size(), 1);
}

void RecentWindowTest::theDaysCanBeFixed()
{
    sync();
    m_it->clock->advance(24h * 10);
    put(responses, 1, answered("2025-12-20 10:00:00"));
    sync::SyncPlan plan = m_it->plan({responses});
    plan.recheckDays = 0;
    QCOMPARE(sync(plan)[responses].late, 0);
    QCOMPARE(m_it->service->requests.size(), 1);
    plan.recheckDays = 5;
    QCOMPARE(sync(plan)[responses].late, 0);
    plan.recheckDays = 30;
    QCOMPARE(sync(plan)[responses].late, 1);
}

void RecentWindowTest::aLargeWindowWaitsWhileNothingChanges()
{
    for (int number = 30; number < 60; ++number)
        put(responses, number, answered("2025-12-31 10:00:00"));
    const sync::SyncPlan plan = m_it->plan({responses});
    sync(plan);
    m_it->clock->advance(1h);
    sync(plan);
    QCOMPARE(m_it->service->requests.size(), 1);
    m_it->clock->advance(5h);
    sync(plan);
    QCOMPARE(m_it->windowRequests(responses).size(), 5);
    put(responses, 31, answered("2025-12-31 10:00:00", "\"nps\": 3"));
    m_it->clock->advance(1h);
    QCOMPARE(sync(plan)[responses].changed, 0); // it waits
    m_it->clock->advance(6h);
    QCOMPARE(sync(plan)[responses].changed, 1);
    put(responses, 32, answered("2025-12-31 10:00:00", "\"nps\": 3"));
    m_it->clock->advance(1h);
    QCOMPARE(sync(plan)[responses].changed, 1); // something changes, so it does not
    // A person's days are read each time.
    sync::SyncPlan fixed = plan;
    fixed.recheckDays = 3;
    sync(fixed);
    sync(fixed);
    QCOMPARE(m_it->windowRequests(responses).size(), 5);
}

void RecentWindowTest::whatIsGoneIsMarked()
{
    put(nonResponses, 98, sent("2025-11-01 09:00:00"));
    put(nonResponses, 99, sent("2025-12-24 09:00:00")); // on the window's first day
    put(nonResponses, 200, "\"nps\": null"); // without a date
    sync();
    m_it->clock->advance(24h);
    for (const int number : {98, 99, 103, 200})
        m_it->service->drop(nonResponses, number);
    m_it->service->drop(responses, 14);
    m_it->service->drop(cases, 14);
    const auto counts = sync();
    QCOMPARE(counts[nonResponses].gone, 1);
    QCOMPARE(counts[responses].gone, 1);
    QCOMPARE(counts[cases].gone, 0);
    QVERIFY(!m_it->numbers(nonResponses).contains(103));
    for (const int number : {98, 99, 200})
        QVERIFY(m_it->numbers(nonResponses).contains(number));
    QVERIFY(!m_it->numbers(responses).contains(14));
    QVERIFY(m_it->numbers(cases).contains(14));
    QCOMPARE(m_it->status(nonResponses).newest->counts.gone, 1);
    // One that comes back is there again.
    put(responses, 14, answered("2025-12-30 10:00:00"));
    m_it->clock->advance(1h);
    sync();
    QVERIFY(m_it->numbers(responses).contains(14));
}

void RecentWindowTest::nothingIsMarkedWithoutCertainty_data()
{
    QTest::addColumn<QByteArray>("first"); // page of the window
    QTest::newRow("nothing came") << QByteArray(R"({"data":[],"cursor":{"next":null}})");
    QTest::newRow("an empty page led on") << QByteArray(R"({"data":[],"cursor":{"next":1}})");
}

void RecentWindowTest::nothingIsMarkedWithoutCertainty()
{
    QFETCH(QByteArray, first);
    sync();
    m_it->clock->advance(24h);
    m_it->service->drop(responses, 14);
    m_it->service->hook = [first](const QUrl &, const QUrlQuery &query) {
        const bool isFirst = query.toString().contains(QStringLiteral("start"))
            && query.queryItemValue(QStringLiteral("cursor")).isEmpty();
        return isFirst ? std::optional(Result<net::HttpResponse>(net::HttpResponse{200, {}, first}))
                       : std::nullopt;
    };
    QCOMPARE(sync(m_it->plan({responses}))[responses].gone, 0);
    QCOMPARE(m_it->numbers(responses).size(), 10);
    m_it->service->hook = {};
    m_it->clock->advance(1h);
    QCOMPARE(sync(m_it->plan({responses}))[responses].gone, 1);
}

void RecentWindowTest::manyThatAreGoneAreAskedAbout()
{
    sync();
    m_it->clock->advance(24h);
    for (const int number : {102, 103, 104})
        m_it->service->drop(nonResponses, number);
    put(nonResponses, 50, sent("2026-01-01 10:00:00"));
    const auto job = m_it->run(m_it->plan(), this);
    QVERIFY(job->error());
    QCOMPARE(job->error()->kind, ErrorKind::Protocol);
    QCOMPARE(job->remedy(), sync::Remedy::AcceptGone);
    QVERIFY2(job->error()->text.contains(QStringLiteral("3")), qPrintable(job->error()->text));
    // What came is kept, nothing is marked.
    QCOMPARE(m_it->numbers(nonResponses).size(), 11);
    sync::SyncPlan accepted = m_it->plan();
    accepted.acceptGone = true;
    QCOMPARE(sync(accepted)[nonResponses].gone, 3);
    QCOMPARE(m_it->numbers(nonResponses).size(), 8);
}

void RecentWindowTest::anAnswerBetweenTheTwoWalksIsNotLost()
{
    sync();
    m_it->clock->advance(24h);
    // The responses have been read when number 105 answers.
    bool isAnswered = false;
    m_it->service->hook
        = [&](const QUrl &url, const QUrlQuery &) -> std::optional<Result<net::HttpResponse>> {
        if (url.path().endsWith(QStringLiteral("non-responses")) && !std::exchange(isAnswered, true)) {
            m_it->service->drop(nonResponses, 105);
            put(responses, 105, answered("2026-01-02 11:59:59"));
        }
        return std::nullopt;
    };
    sync();
    QVERIFY(isAnswered);
    m_it->clock->advance(1h);
    sync();
    QVERIFY(m_it->numbers(responses).contains(105));
    QVERIFY(!m_it->numbers(nonResponses).contains(105));
}

void RecentWindowTest::aSurveySentAgainIsANonResponseAgain()
{
    put(responses, 1, answered("2025-10-01 10:00:00"));
    sync();
    m_it->clock->advance(24h);
    // Cleared months after it had been answered, and sent again.
    m_it->service->drop(responses, 1);
    put(nonResponses, 1, sent("2026-01-02 08:00:00"));
    auto counts = sync();
    QCOMPARE(counts[nonResponses].late, 1);
    QCOMPARE(counts[nonResponses].removed, 1);
    QVERIFY(m_it->numbers(nonResponses).contains(1));
    QVERIFY(!m_it->numbers(responses).contains(1));
    // A survey that was answered after it was sent stays answered, whatever the other feed says.
    put(nonResponses, 13, sent("2025-12-29 08:00:00"));
    m_it->clock->advance(1h);
    sync();
    QVERIFY(m_it->numbers(responses).contains(13));
    QVERIFY(!m_it->numbers(nonResponses).contains(13));
    m_it->service->drop(nonResponses, 13);
    // Answered again, it is a response again.
    m_it->service->drop(nonResponses, 1);
    put(responses, 1, answered("2026-01-02 12:30:00"));
    m_it->clock->advance(1h);
    sync();
    QVERIFY(m_it->numbers(responses).contains(1));
    QVERIFY(!m_it->numbers(nonResponses).contains(1));
    const auto report = lake::check(m_it->lake, m_it->catalog, lake::Depth::Full, {}, [](auto...) {});
    QVERIFY(report);
    QCOMPARE(report->findings.size(), size_t(0));
}

void RecentWindowTest::aGoneResponseHidesNothing()
{
    sync();
    m_it->clock->advance(24h);
    // Cleared, and not sent again: the date of sending is the old one.
    m_it->service->drop(responses, 15);
    put(nonResponses, 15, sent("2025-12-29 08:00:00"));
    const auto counts = sync();
    QCOMPARE(counts[responses].gone, 1);
    QCOMPARE(counts[nonResponses].late, 1);
    QVERIFY(m_it->numbers(nonResponses).contains(15));
    QVERIFY(!m_it->numbers(responses).contains(15));
    const auto report = lake::check(m_it->lake, m_it->catalog, lake::Depth::Full, {}, [](auto...) {});
    QVERIFY(report);
    QCOMPARE(report->findings.size(), size_t(0));
}

QTEST_GUILESS_MAIN(RecentWindowTest)
#include "tst_recentwindow.moc"
