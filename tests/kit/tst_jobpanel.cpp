// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/joblist.h"
#include "kit/format.h"
#include "kit/jobpanel.h"
#include "support/steeredjob.h"
#include "support/testcase.h"
#include "support/waiting.h"

#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace gauge;
using engine::JobList;
using test::SteeredJob;

class JobPanelTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void restsInWords();
    void showsTheRunningJobAndCancelsIt();
    void saysWhatCameOfTheLastJob();
    void aClickOpensTheJobs();
    void aNoticeComesFirst();
    void survivesTheEndOfTheJobItShows();
    void copiedDetailsHideSecrets();

private:
    SteeredJob *add(const QString &title)
    {
        auto *job = new SteeredJob(title, this);
        m_jobs->add(job, JobList::Listing::Listed);
        return job;
    }
    QString words() const
    {
        return m_panel->findChild<QToolButton *>(QStringLiteral("wordsButton"))->accessibleName();
    }
    QProgressBar *bar() const { return m_panel->findChild<QProgressBar *>(QStringLiteral("bar")); }
    QPushButton *cancel() const { return m_panel->findChild<QPushButton *>(QStringLiteral("cancelButton")); }

    std::unique_ptr<JobList> m_jobs;
    std::unique_ptr<ui::JobPanel> m_panel;
};

void JobPanelTest::init()
{
    TestCase::init();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_jobs = std::make_unique<JobList>();
    m_panel = std::make_unique<ui::JobPanel>(*m_jobs);
    m_panel->resize(800, 32);
    m_panel->show();
}

void JobPanelTest::cleanup()
{
    m_panel.reset();
    m_jobs->cancelAll();
    QVERIFY(QTest::qWaitFor([this] { return m_jobs->isIdle(); }));
    m_jobs.reset();
}

void JobPanelTest::restsInWords()
{
    QCOMPARE(words(), QStringLiteral("Nothing is running"));
    QVERIFY(!bar()->isVisible());
    QVERIFY(!cancel()->isVisible());
}

void JobPanelTest::showsTheRunningJobAndCancelsIt()
{
    SteeredJob *job = add(QStringLiteral("Sync “A & B”"));
    job->report({250, 1000, 10, {}});
    QVERIFY(QTest::qWaitFor([this] { return bar()->value() == 250; }));
    QCOMPARE(bar()->maximum(), 1000);
    QCOMPARE(words(), QStringLiteral("Sync “A & B” · 250 of 1,000 · 10/s · about 1 min left"));
    QTest::mouseClick(cancel(), Qt::LeftButton);
    QVERIFY(job->isCancelling());
    QVERIFY(!cancel()->isEnabled());
    QVERIFY(test::waitFor(*job));
    QCOMPARE(job->state(), Job::State::Cancelled);
    QCOMPARE(words(), QStringLiteral("Sync “A & B” · Cancelled."));
}

void JobPanelTest::saysWhatCameOfTheLastJob()
{
    SteeredJob *good = add(QStringLiteral("Sync"));
    good->succeed(QStringLiteral("2,000 records, 12 new"));
    QVERIFY(test::waitFor(*good));
    QCOMPARE(words(), QStringLiteral("Sync · 2,000 records, 12 new"));
    SteeredJob *bad = add(QStringLiteral("Export"));
    bad->failWith({ErrorKind::Storage, QStringLiteral("The disk is full."), {}});
    QVERIFY(test::waitFor(*bad));
    QCOMPARE(words(), QStringLiteral("Export · The disk is full."));
}

void JobPanelTest::aClickOpensTheJobs()
{
    const QSignalSpy opened(m_panel.get(), &ui::JobPanel::opened);
    QTest::keyClick(m_panel->findChild<QToolButton *>(QStringLiteral("wordsButton")), Qt::Key_Space);
    QCOMPARE(opened.size(), 1);
}

void JobPanelTest::aNoticeComesFirst()
{
    m_panel->setNotice(QStringLiteral("Closing…"));
    add(QStringLiteral("Sync"));
    QCOMPARE(words(), QStringLiteral("Closing…"));
    m_panel->setNotice({});
    QCOMPARE(words(), QStringLiteral("Sync"));
}

void JobPanelTest::survivesTheEndOfTheJobItShows()
{
    SteeredJob *job = add(QStringLiteral("Sync"));
    job->succeed();
    QVERIFY(test::waitFor(*job));
    m_jobs->clearFinished();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(QTest::qWaitFor([this] { return words() == QLatin1String("Nothing is running"); }));
}

void JobPanelTest::copiedDetailsHideSecrets()
{
    SteeredJob *job = add(QStringLiteral("Sync"));
    job->failWith(
        {ErrorKind::Server, QStringLiteral("The service failed."), QStringLiteral("access_token=CANARY-1")});
    QVERIFY(test::waitFor(*job));
    const QString copied = ui::jobCopyText(*job);
    QVERIFY(copied.contains(QLatin1String("server")));
    QVERIFY(!copied.contains(QLatin1String("CANARY")));
}

QTEST_MAIN(JobPanelTest)
#include "tst_jobpanel.moc"
