// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/joblist.h"
#include "engine/lakesession.h"
#include "growingsystem.h"
#include "kit/emptystate.h"
#include "lake/write/lakewriter.h"
#include "pages/explore/explorepage.h"
#include "records/detail/detailpane.h"
#include "records/table/recordtable.h"
#include "service/pageparser.h"
#include "support/fakeclock.h"
#include "support/testcase.h"
#include "support/waiting.h"
#include "vault/credentialstore.h"

#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>

using namespace gauge;
using namespace gauge::ui;
using service::Connection;

//! Explore when the local copy of its connection is another one, and what it says of how far that is synced.
class OtherLakeTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void anotherAddressIsFollowedAtOnce();
    void theCurrentRecordIsOfOneFeed();
    void anExportQuestionEndsWithItsLake();
    void oneSessionForAllWhoRead();
    void aReopenedLakeIsReadAgain();
    void aFeedWithoutASyncIsNotCalledEmpty();
    void theFiguresSayHowFarTheyAreSynced();

private:
    Connection makeConnection(const QString &lake) const;
    void sync(const Connection &connection);
    //! Stores \a count records of \a feed by a sync that \a ends or was killed.
    void fill(const QString &path, const QString &feed, int count, bool ends);
    void chooseFeed(const QString &feed)
    {
        part<QComboBox>("feedBox")->setCurrentIndex(part<QComboBox>("feedBox")->findData(feed));
    }
    template <typename T>
    T *part(const char *name) const
    {
        T *found = m_page->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    [[nodiscard]] RecordTable *table() const { return part<RecordTable>("lakeTable"); }
    [[nodiscard]] int rows() const { return table()->model()->rowCount(); }
    [[nodiscard]] QString emptyTitle() const
    {
        return part<QWidget>("lakeView")
            ->findChild<EmptyState *>(QStringLiteral("emptyState"))
            ->findChild<QLabel *>(QStringLiteral("titleLabel"))
            ->text();
    }
    [[nodiscard]] QString lakePath(const char *name) const { return m_folder->filePath(QLatin1String(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::GrowingSystem> m_system;
    std::unique_ptr<engine::Engine> m_engine;
    std::unique_ptr<ExplorePage> m_page;
};

void OtherLakeTest::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    m_system = std::make_unique<test::GrowingSystem>();
    engine::Options options;
    options.dataFolder = m_folder->path();
    options.keychain = std::make_shared<vault::MemoryStore>();
    m_engine = std::make_unique<engine::Engine>(options);
    m_page = std::make_unique<ExplorePage>(*m_engine);
    m_page->resize(1200, 700);
    m_page->show();
}

void OtherLakeTest::cleanup()
{
    m_page.reset();
    m_engine->jobs().cancelAll();
    QVERIFY(QTest::qWaitFor([this] { return m_engine->jobs().isIdle(); }, 20'000));
    m_engine.reset();
}

Connection OtherLakeTest::makeConnection(const QString &lake) const
{
    Connection connection = m_system->connection(QStringLiteral("ACME"));
    connection.id = QStringLiteral("acme");
    connection.lake = lake;
    return connection;
}

void OtherLakeTest::sync(const Connection &connection)
{
    qputenv("GAUGEDESK_CLIENT_SECRET", "secret");
    sync::SyncPlan plan;
    plan.feeds = m_engine->catalog().endpoints();
    auto *job = m_engine->sync(connection, plan);
    QVERIFY(test::waitFor(*job));
    qunsetenv("GAUGEDESK_CLIENT_SECRET");
    QVERIFY2(!job->error(), job->error() ? qPrintable(job->error()->text) : "");
}

void OtherLakeTest::fill(const QString &path, const QString &feed, int count, bool ends)
{
    QByteArrayList records;
    // A response would take the place of a non-response of the same number.
    const int first = feed == QLatin1String("non-responses") ? 101 : 1;
    for (int i = first; i < first + count; ++i)
        records.append("{\"number_customergauge\":" + QByteArray::number(i) + '}');
    const catalog::Endpoint &endpoint = *m_engine->catalog().find(feed);
    const auto page
        = service::parsePage("{\"data\":[" + records.join(',') + "],\"cursor\":{\"next\":1}}", endpoint);
    QVERIFY(page);
    const auto writer = lake::LakeWriter::open(path, m_engine->catalog(), m_engine->sharedClock());
    QVERIFY(writer);
    QVERIFY((*writer)->acquireLease(feed));
    QVERIFY((*writer)->beginSync(feed, {}, lake::SyncKind::Incremental));
    QVERIFY((*writer)->store(endpoint, {}, *page, lake::Checkpoint{QStringLiteral("1"), ends}));
    lake::StoreCounts counts;
    counts.received = count;
    if (ends)
        QVERIFY((*writer)->finishSync(feed, 1, counts, {}));
    (*writer)->releaseLease(feed);
}

void OtherLakeTest::anotherAddressIsFollowedAtOnce()
{
    const Connection here = makeConnection(lakePath("here.sqlite"));
    const Connection there = makeConnection(lakePath("there.sqlite"));
    m_system->responses = 5;
    sync(here);
    m_system->responses = 8;
    sync(there);

    m_page->setConnection(here);
    QTRY_COMPARE(rows(), 5);
    table()->setCurrentIndex(table()->model()->index(3, 0));
    table()->selectRow(3);
    QCOMPARE(table()->selectedRowCount(), 1);
    QTRY_VERIFY(part<DetailPane>("detailPane")->hasRecord());

    // The record is asked for and the address changes before the answer is here.
    table()->setCurrentIndex(table()->model()->index(2, 0));
    m_page->setConnection(there);
    QVERIFY(!part<DetailPane>("detailPane")->hasRecord());
    QCOMPARE(table()->selectedRowCount(), 0);
    QTRY_COMPARE(rows(), 8);
    QCOMPARE(table()->selectedRowCount(), 0);
    QCOMPARE(table()->currentIndex().row(), 0); // not the one that has the key of the old record
    // And back, with nothing of the other one.
    m_page->setConnection(here);
    QTRY_COMPARE(rows(), 5);
    QTRY_VERIFY(part<QLabel>("summaryLabel")->text().startsWith(QLatin1String("5 responses")));
}

void OtherLakeTest::theCurrentRecordIsOfOneFeed()
{
    const QString path = lakePath("lake.sqlite");
    fill(path, QStringLiteral("responses"), 5, true);
    fill(path, QStringLiteral("close-loop"), 5, true);
    m_page->setConnection(makeConnection(path));
    QTRY_COMPARE(rows(), 5);
    table()->setCurrentIndex(table()->model()->index(4, 0));
    chooseFeed(QStringLiteral("close-loop"));
    QTRY_COMPARE(rows(), 5);
    QCOMPARE(table()->currentIndex().row(), 0);
}

void OtherLakeTest::anExportQuestionEndsWithItsLake()
{
    const Connection here = makeConnection(lakePath("here.sqlite"));
    m_system->responses = 5;
    sync(here);
    m_page->setConnection(here);
    QTRY_COMPARE(rows(), 5);
    table()->selectRow(1);
    part<QPushButton>("exportButton")->click();
    QTRY_VERIFY(m_page->findChild<QDialog *>(QStringLiteral("exportDialog")));
    // A new name is no reason to ask again.
    Connection renamed = here;
    renamed.name = QStringLiteral("ACME Inc");
    m_page->setConnection(renamed);
    QVERIFY(part<QDialog>("exportDialog")->isVisible());
    m_page->setConnection(makeConnection(lakePath("there.sqlite")));
    QTRY_VERIFY(!m_page->findChild<QDialog *>(QStringLiteral("exportDialog")));
}

void OtherLakeTest::oneSessionForAllWhoRead()
{
    const Connection connection = makeConnection(lakePath("lake.sqlite"));
    m_page->setConnection(connection);
    const std::weak_ptr<engine::LakeSession> session = m_engine->session(connection);
    QVERIFY(!session.expired()); // the page has it
    QTRY_COMPARE(emptyTitle(), QStringLiteral("Nothing synced yet"));
    m_page->setConnection({});
    QTRY_VERIFY(session.expired());
}

void OtherLakeTest::aReopenedLakeIsReadAgain()
{
    const Connection connection = makeConnection(lakePath("lake.sqlite"));
    fill(connection.lake, QStringLiteral("responses"), 5, true);
    m_page->setConnection(connection);
    QTRY_COMPARE(rows(), 5);
    const auto session = m_engine->session(connection);
    // A move that cannot work closes the readers first.
    auto *job = m_engine->moveLake(connection, lakePath("no/such/folder/lake.sqlite"), engine::OldLake::Move);
    bool failed = false;
    connect(job, &Job::finished, this, [&, job] { failed = job->error().has_value(); });
    QTRY_VERIFY(failed);
    QVERIFY(session->isInterrupted());
    QTRY_VERIFY(m_engine->session(connection) != session);
    table()->selectRow(2);
    QTRY_COMPARE(rows(), 5);
    QTRY_VERIFY(part<DetailPane>("detailPane")->hasRecord());
}

void OtherLakeTest::aFeedWithoutASyncIsNotCalledEmpty()
{
    const QString path = lakePath("lake.sqlite");
    fill(path, QStringLiteral("responses"), 5, true);
    m_page->setConnection(makeConnection(path));
    QTRY_COMPARE(rows(), 5);
    chooseFeed(QStringLiteral("close-loop"));
    QTRY_COMPARE(emptyTitle(), QStringLiteral("Close-loop cases: not synced yet"));
    // A sync that reached the end and found nothing says something else.
    fill(path, QStringLiteral("close-loop"), 0, true);
    m_page->setConnection({});
    m_page->setConnection(makeConnection(path));
    QTRY_COMPARE(emptyTitle(), QStringLiteral("Close-loop cases: none yet"));
}

void OtherLakeTest::theFiguresSayHowFarTheyAreSynced()
{
    const QString path = lakePath("lake.sqlite");
    fill(path, QStringLiteral("responses"), 5, true);
    fill(path, QStringLiteral("non-responses"), 7, false);
    m_page->setConnection(makeConnection(path));
    QTRY_COMPARE(rows(), 5);
    QTRY_VERIFY(part<QLabel>("statusLabel")->isVisible());
    QVERIFY(!part<QLabel>("statusIcon")->isVisible());
    const QString synced = part<QLabel>("statusLabel")->text();
    chooseFeed(QStringLiteral("non-responses"));
    QTRY_COMPARE(rows(), 7);
    QTRY_VERIFY(part<QLabel>("statusIcon")->isVisible());
    QVERIFY(part<QLabel>("statusLabel")->text() != synced);
    QVERIFY(part<QLabel>("statusLabel")->text().contains(QLatin1Char('7')));
}

QTEST_MAIN(OtherLakeTest)
#include "tst_otherlake.moc"
