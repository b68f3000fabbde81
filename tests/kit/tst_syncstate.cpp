// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.h"
#include "kit/syncstate.h"
#include "support/testcase.h"

using namespace gauge;
using namespace gauge::ui;
using lake::FeedStatus;
using lake::SyncRecord;

Q_DECLARE_METATYPE(lake::FeedStatus)

class SyncStateTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void eachFeedHasItsState_data();
    void eachFeedHasItsState();
    void aLakeIsAsCurrentAsItsOldestFeed();
    void theGravestStateIsSaid();
    void linesFollowTheCatalog();
    void troubleIsWhatNeedsAPerson();
    void anOverdueSyncIsTrouble();
    void theSameTroubleHasTheSameKey();

private:
    static FeedStatus feed(const QString &id, qint64 records = 0)
    {
        FeedStatus status;
        status.feed = id;
        status.records = records;
        return status;
    }
    //! \a minutes before now it ended well, at the end of the feed.
    FeedStatus synced(const QString &id, int minutes) const
    {
        FeedStatus status = feed(id, 10);
        status.lastSync = m_now.addSecs(-60 * minutes);
        status.checkpoint.complete = true;
        status.newest = SyncRecord();
        status.newest->finished = status.lastSync;
        return status;
    }
    static FeedStatus interrupted(const QString &id, qint64 records, qint64 sync = 1)
    {
        FeedStatus status = feed(id, records);
        status.newest = SyncRecord();
        status.newest->id = sync;
        status.newest->state = SyncRecord::State::Interrupted;
        return status;
    }
    static FeedStatus failed(const QString &id, const QString &error)
    {
        FeedStatus status = feed(id, 7);
        status.newest = SyncRecord();
        status.newest->state = SyncRecord::State::Failed;
        status.newest->error = error;
        return status;
    }
    SyncTrouble trouble(const std::vector<FeedStatus> &feeds) const
    {
        return syncTrouble(m_connection, feeds, m_catalog, m_now);
    }

    const catalog::Catalog m_catalog = catalog::Catalog::builtIn();
    const QDateTime m_now{QDate(2026, 11, 30), QTime(12, 0), Qt::UTC};
    const QString m_responses = QStringLiteral("responses");
    const QString m_cases = QStringLiteral("close-loop");
    const QString m_unanswered = QStringLiteral("non-responses");
    service::Connection m_connection;
};

void SyncStateTest::eachFeedHasItsState_data()
{
    QTest::addColumn<FeedStatus>("status");
    QTest::addColumn<FeedState>("state");
    QTest::newRow("nothing") << feed(m_responses) << FeedState::NotSynced;
    QTest::newRow("complete") << synced(m_responses, 4) << FeedState::Complete;
    FeedStatus partial = synced(m_responses, 4);
    partial.checkpoint.complete = false;
    QTest::newRow("not to its end") << partial << FeedState::Partial;
    QTest::newRow("killed") << interrupted(m_responses, 1'760'000) << FeedState::Interrupted;
    // An interrupted sync after one that succeeded.
    FeedStatus again = synced(m_responses, 4);
    again.newest->state = SyncRecord::State::Interrupted;
    QTest::newRow("killed later") << again << FeedState::Interrupted;
    QTest::newRow("failed") << failed(m_responses, QStringLiteral("no way")) << FeedState::Failed;
    QTest::newRow("cancelled") << failed(m_responses, cancelled().text) << FeedState::Stopped;
    FeedStatus running = feed(m_responses, 5);
    running.newest = SyncRecord();
    running.newest->state = SyncRecord::State::Running;
    QTest::newRow("running") << running << FeedState::Syncing;
    FeedStatus held = synced(m_responses, 4);
    held.heldBy = lake::LeaseHolder();
    QTest::newRow("held") << held << FeedState::Syncing;
    // Of a lake in which the newest sync is not known.
    FeedStatus old = feed(m_responses, 5);
    QTest::newRow("records and no sync that ended") << old << FeedState::Interrupted;
    old.lastError = QStringLiteral("no way");
    QTest::newRow("an error is all there is") << old << FeedState::Failed;
}

void SyncStateTest::eachFeedHasItsState()
{
    QFETCH(FeedStatus, status);
    QFETCH(FeedState, state);
    QCOMPARE(feedState(status), state);
    const QString text = feedStateText(status, m_now);
    QVERIFY(!text.isEmpty());
    if (state == FeedState::Interrupted)
        QVERIFY2(text.contains(QLocale().toString(status.records)), qPrintable(text));
}

void SyncStateTest::aLakeIsAsCurrentAsItsOldestFeed()
{
    const auto text = [this](const std::vector<FeedStatus> &feeds) { return lakeStateText(feeds, m_now); };
    QCOMPARE(text({synced(m_responses, 5), synced(m_cases, 50)}), feedStateText(synced(m_cases, 50), m_now));
    QVERIFY(text({synced(m_responses, 5)}) != text({synced(m_responses, 50)}));
    // "Synced just now" is never said of a lake that lacks a feed.
    QVERIFY(text({synced(m_responses, 0), feed(m_cases)}) != text({synced(m_responses, 0)}));
    QCOMPARE(text({}), text({feed(m_responses), feed(m_cases)}));
}

void SyncStateTest::theGravestStateIsSaid()
{
    const FeedStatus killed = interrupted(m_unanswered, 1'760'000);
    QCOMPARE(lakeStateText({synced(m_responses, 0), synced(m_cases, 0), killed}, m_now),
             feedStateText(killed, m_now));
}

void SyncStateTest::linesFollowTheCatalog()
{
    const QStringList lines
        = feedLines({synced(m_unanswered, 1), interrupted(m_responses, 5)}, m_catalog, m_now);
    QCOMPARE(lines.size(), 2);
    QStringList order;
    for (const catalog::Endpoint &endpoint : m_catalog.endpoints()) {
        if (endpoint.id == m_responses || endpoint.id == m_unanswered)
            order << endpoint.id;
    }
    const int first = order.front() == m_responses ? 0 : 1;
    QVERIFY(lines.at(first).endsWith(feedStateText(interrupted(m_responses, 5), m_now)));
    QVERIFY(lines.at(1 - first).endsWith(feedStateText(synced(m_unanswered, 1), m_now)));
}

void SyncStateTest::troubleIsWhatNeedsAPerson()
{
    QCOMPARE(trouble({}).kind, SyncTrouble::Kind::None);
    QCOMPARE(trouble({synced(m_responses, 5), synced(m_cases, 5)}).kind, SyncTrouble::Kind::None);
    const SyncTrouble killed = trouble({synced(m_responses, 5), interrupted(m_unanswered, 3)});
    QCOMPARE(killed.kind, SyncTrouble::Kind::Interrupted);
    QCOMPARE(killed.feed, m_unanswered);
    const SyncTrouble refused
        = trouble({interrupted(m_responses, 3), failed(m_cases, QStringLiteral("no way"))});
    QCOMPARE(refused.kind, SyncTrouble::Kind::Failed);
    QCOMPARE(refused.feed, m_cases);
    QCOMPARE(refused.text, QStringLiteral("no way"));
    // One that a person stopped left a part, or the end had been reached before.
    FeedStatus stopped = failed(m_responses, cancelled().text);
    QCOMPARE(trouble({stopped}).kind, SyncTrouble::Kind::Interrupted);
    stopped.checkpoint.complete = true;
    QCOMPARE(trouble({stopped}).kind, SyncTrouble::Kind::None);
    // One that runs may heal it.
    FeedStatus running = feed(m_cases);
    running.heldBy = lake::LeaseHolder();
    QCOMPARE(trouble({interrupted(m_responses, 3), running}).kind, SyncTrouble::Kind::None);
}

void SyncStateTest::anOverdueSyncIsTrouble()
{
    m_connection.syncMinutes = 60;
    QCOMPARE(trouble({synced(m_responses, 125)}).kind, SyncTrouble::Kind::None);
    QCOMPARE(trouble({synced(m_responses, 135)}).kind, SyncTrouble::Kind::Overdue);
    // One feed is enough.
    QCOMPARE(trouble({synced(m_cases, 0), synced(m_responses, 135)}).kind, SyncTrouble::Kind::Overdue);
    m_connection.syncMinutes = 0;
    QCOMPARE(trouble({synced(m_responses, 100'000)}).kind, SyncTrouble::Kind::None);
    m_connection.syncMinutes = 60;
    m_connection.secretPlace = service::SecretPlace::Sample; // which no clock syncs
    QCOMPARE(trouble({synced(m_responses, 100'000)}).kind, SyncTrouble::Kind::None);
    m_connection = {};
}

void SyncStateTest::theSameTroubleHasTheSameKey()
{
    QCOMPARE(trouble({interrupted(m_responses, 3, 1)}).key, trouble({interrupted(m_responses, 9, 1)}).key);
    QVERIFY(trouble({interrupted(m_responses, 3, 1)}).key != trouble({interrupted(m_responses, 3, 2)}).key);
    QVERIFY(trouble({failed(m_responses, QStringLiteral("a"))}).key
            != trouble({failed(m_responses, QStringLiteral("b"))}).key);
}

QTEST_GUILESS_MAIN(SyncStateTest)
#include "tst_syncstate.moc"
