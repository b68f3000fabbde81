// SPDX-License-Identifier: GPL-3.0-or-later
// What live pages and the lake have to do with each other.
#include "engine/engine.h"
#include "engine/joblist.h"
#include "growingsystem.h"
#include "kit/errorbanner.h"
#include "pages/explore/explorepage.h"
#include "records/table/livepagemodel.h"
#include "records/table/recordtable.h"
#include "support/testcase.h"
#include "support/waiting.h"
#include "vault/credentialstore.h"

#include <QCheckBox>
#include <QFont>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QToolButton>

using namespace gauge;
using namespace gauge::ui;
using service::Connection;

class LiveLakeTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void keepsAPageInALakeThatWasNotThere();
    void marksWhatDiffers();
    void aSyncedPageIsTheSame();
    void aPageWithoutAllPartsIsNotKept();
    void aFeedThatIsBeingSyncedIsLeftAlone();
    void aKeptPageIsNoSync();
    void detailsAreOfTheModeThatIsShown();

private:
    void connectTo(const QString &name);
    void fetch(int perPage);
    void sync();
    [[nodiscard]] QString told() const { return part<QLabel>("comparisonLabel")->text(); }
    [[nodiscard]] QAbstractItemModel *live() const { return part<RecordTable>("liveTable")->model(); }
    [[nodiscard]] QString mark(int row) const
    {
        return live()->headerData(row, Qt::Vertical, Qt::DisplayRole).toString();
    }
    template <typename T>
    T *part(const char *name) const
    {
        T *found = m_page->findChild<QWidget *>(QLatin1String("liveView"))
                       ->template findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::GrowingSystem> m_system;
    std::unique_ptr<engine::Engine> m_engine;
    std::unique_ptr<ExplorePage> m_page;
    Connection m_connection;
};

void LiveLakeTest::init()
{
    TestCase::init();
    m_connection = {};
    m_folder = std::make_unique<QTemporaryDir>();
    m_system = std::make_unique<test::GrowingSystem>();
    m_system->responses = 5;
    engine::Options options;
    options.dataFolder = m_folder->filePath(QStringLiteral("data"));
    options.keychain = std::make_shared<vault::MemoryStore>();
    m_engine = std::make_unique<engine::Engine>(options);
    m_page = std::make_unique<ExplorePage>(*m_engine);
    m_page->resize(1200, 700);
    m_page->show();
    connectTo(QStringLiteral("ACME"));
}

void LiveLakeTest::cleanup()
{
    m_page.reset();
    m_engine->jobs().cancelAll();
    QVERIFY(QTest::qWaitFor([this] { return m_engine->jobs().isIdle(); }, 20'000));
    m_engine.reset();
}

void LiveLakeTest::connectTo(const QString &name)
{
    engine::NewSecrets secrets;
    secrets.clientSecret = Secret("secret");
    auto *job = m_engine->saveConnection(m_system->connection(name), secrets);
    connect(job, &Job::finished, this, [this, job] { m_connection = job->result(); });
    QTRY_VERIFY(!m_connection.id.isEmpty());
    m_page->setConnection(m_connection);
    m_page->findChild<QToolButton *>(QStringLiteral("liveButton"))->click();
}

void LiveLakeTest::fetch(int perPage)
{
    part<QSpinBox>("perPageBox")->setValue(perPage);
    part<QPushButton>("fetchButton")->click();
    QTRY_VERIFY(!told().isEmpty());
}

void LiveLakeTest::sync()
{
    sync::SyncPlan plan;
    plan.feeds = m_engine->catalog().endpoints();
    auto *job = m_engine->sync(m_connection, plan);
    QVERIFY(test::waitFor(*job));
    QVERIFY2(!job->error(), job->error() ? qPrintable(job->error()->text) : "");
}

void LiveLakeTest::keepsAPageInALakeThatWasNotThere()
{
    fetch(3);
    QCOMPARE(told(), QStringLiteral("3 record(s) not in the local copy (+)"));
    QCOMPARE(mark(0), QStringLiteral("1 +"));
    QCOMPARE(live()->headerData(0, Qt::Vertical, Qt::AccessibleTextRole).toString(),
             QStringLiteral("1, not in the local copy"));
    part<QPushButton>("keepButton")->click();
    QTRY_COMPARE(told(), QStringLiteral("All of these are the same in the local copy."));
    QCOMPARE(part<ErrorBanner>("banner")->text(), QStringLiteral("3 records kept, 3 of them new, 0 changed"));
    QVERIFY(!part<QPushButton>("keepButton")->isEnabled());
    QCOMPARE(mark(0), QStringLiteral("1"));
    // They are there for Explore, and the first sync still fetches everything.
    m_page->findChild<QToolButton *>(QStringLiteral("lakeButton"))->click();
    QTRY_COMPARE(m_page->findChild<RecordTable *>(QStringLiteral("lakeTable"))->model()->rowCount(), 3);
    sync();
    QTRY_COMPARE(m_page->findChild<RecordTable *>(QStringLiteral("lakeTable"))->model()->rowCount(), 5);
}

void LiveLakeTest::marksWhatDiffers()
{
    m_system->responses = 2;
    m_system->more = R"(,"language":"en")";
    sync();
    m_system->responses = 3;
    m_system->more = R"(,"language":"nl")";
    fetch(3);
    QCOMPARE(told(),
             QStringLiteral("1 record(s) not in the local copy (+) · 2 record(s) differ from the local copy "
                            "(≠, values in bold)"));
    QCOMPARE(mark(0), QStringLiteral("1 ≠"));
    QCOMPARE(mark(2), QStringLiteral("3 +"));
    auto *model = qobject_cast<LivePageModel *>(live());
    model->showColumns({QStringLiteral("nps"), QStringLiteral("language")});
    const QModelIndex cell = model->index(0, 1);
    QVERIFY(cell.data(Qt::FontRole).value<QFont>().bold());
    QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(QLatin1String("In the local copy: en")));
    QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(), QStringLiteral("nl, in the local copy: en"));
    QVERIFY(!model->index(0, 0).data(Qt::FontRole).isValid());
    QVERIFY(!model->index(2, 1).data(Qt::FontRole).isValid());
    part<QPushButton>("keepButton")->click();
    QTRY_COMPARE(told(), QStringLiteral("All of these are the same in the local copy."));
    QCOMPARE(part<ErrorBanner>("banner")->text(), QStringLiteral("3 records kept, 1 of them new, 2 changed"));
    QVERIFY(!cell.data(Qt::FontRole).isValid());
}

void LiveLakeTest::aSyncedPageIsTheSame()
{
    sync();
    fetch(5);
    QCOMPARE(told(), QStringLiteral("All of these are the same in the local copy."));
}

void LiveLakeTest::aPageWithoutAllPartsIsNotKept()
{
    m_system->more = R"(,"language":"en")";
    sync();
    m_system->more = R"(,"language":null)";
    part<QCheckBox>("with_tags")->setChecked(false);
    fetch(5);
    // What was not asked for is no difference.
    QCOMPARE(told(), QStringLiteral("All of these are the same in the local copy."));
    m_system->responses = 6;
    part<QPushButton>("fetchButton")->click();
    QTRY_COMPARE(live()->rowCount(), 5);
    fetch(6);
    QTRY_COMPARE(told(), QStringLiteral("1 record(s) not in the local copy (+)"));
    QVERIFY(!part<QPushButton>("keepButton")->isEnabled());
    QVERIFY(part<QPushButton>("keepButton")->toolTip().contains(QLatin1String("Tick every part")));
}

void LiveLakeTest::aFeedThatIsBeingSyncedIsLeftAlone()
{
    sync();
    m_system->responses = 6;
    fetch(6);
    auto writer = lake::LakeWriter::open(m_engine->lakeOf(m_connection), m_engine->catalog(),
                                         m_engine->sharedClock());
    QVERIFY(writer.has_value());
    QVERIFY((*writer)->acquireLease(QStringLiteral("responses")).has_value());
    part<QPushButton>("keepButton")->click();
    QTRY_VERIFY(part<ErrorBanner>("banner")->isVisible());
    QTRY_COMPARE(told(), QStringLiteral("1 record(s) not in the local copy (+)"));
    (*writer)->releaseLease(QStringLiteral("responses"));
    QVERIFY(part<QPushButton>("keepButton")->isEnabled());
}

void LiveLakeTest::aKeptPageIsNoSync()
{
    fetch(3);
    part<QPushButton>("keepButton")->click();
    QTRY_COMPARE(told(), QStringLiteral("All of these are the same in the local copy."));
    auto reader = lake::LakeReader::open(m_engine->lakeOf(m_connection), m_engine->catalog());
    QVERIFY(reader.has_value());
    const auto status = (*reader)->status();
    QVERIFY(status.has_value());
    for (const lake::FeedStatus &feed : *status) {
        QVERIFY2(!feed.lastSync, qPrintable(feed.feed));
        QVERIFY(feed.checkpoint.cursor.isEmpty());
    }
    const auto history = (*reader)->history(10, QDateTime::currentDateTimeUtc());
    QVERIFY(history.has_value());
    QCOMPARE(history->size(), 1U);
    QCOMPARE(history->front().kind, lake::SyncKind::Page);
    QCOMPARE(history->front().counts.inserted, 3);
}

void LiveLakeTest::detailsAreOfTheModeThatIsShown()
{
    m_system->more = R"(,"language":"en")";
    m_page->findChild<QToolButton *>(QStringLiteral("lakeButton"))->click();
    sync();
    auto *sheet = m_page->findChild<QTextBrowser *>(QStringLiteral("sheetView"));
    QTRY_VERIFY(sheet->toPlainText().contains(QLatin1String("In the local copy")));
    m_system->more = R"(,"language":"nl")";
    m_page->findChild<QToolButton *>(QStringLiteral("liveButton"))->click();
    fetch(5);
    QTRY_VERIFY(sheet->toPlainText().contains(QLatin1String("nl")));
    sync(); // the lake's table hears of it, behind the live one
    QVERIFY(sheet->toPlainText().contains(QLatin1String("nl")));
    m_page->findChild<QToolButton *>(QStringLiteral("lakeButton"))->click();
    QTRY_VERIFY(sheet->toPlainText().contains(QLatin1String("In the local copy")));
    m_page->findChild<QToolButton *>(QStringLiteral("liveButton"))->click();
    QTRY_VERIFY(sheet->toPlainText().contains(QLatin1String("nl")));
}

QTEST_MAIN(LiveLakeTest)
#include "tst_livelake.moc"
