// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/joblist.h"
#include "pages/jobs/jobspage.h"
#include "support/steeredjob.h"
#include "support/testcase.h"
#include "support/waiting.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>
#include <QUrl>

using namespace gauge;
using engine::JobList;
using test::SteeredJob;
using ui::JobListModel;

class OpenedFiles : public QObject
{
    Q_OBJECT
public:
    Q_INVOKABLE void open(const QUrl &url) { urls.append(url); }
    QList<QUrl> urls;
};

class JobsPageTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void isEmptyInWords();
    void followsAJobFromStartToEnd();
    void cancelsTheChosenJob();
    void clearsWhatIsFinished();
    void copiesTheDetailsOfAFailure();
    void quietJobsDoNotAppear();
    void whatASuccessAsksForIsSaidAndItsFileOpened();
    void readingAgainNeedsAConnection();

private:
    SteeredJob *add(const QString &title, JobList::Listing listing = JobList::Listing::Listed)
    {
        auto *job = new SteeredJob(title, this);
        m_jobs->add(job, listing);
        return job;
    }
    QString cell(int row, int column) const { return m_model->index(row, column).data().toString(); }
    template <typename T>
    T *part(const char *name) const
    {
        T *found = m_page->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }

    std::unique_ptr<JobList> m_jobs;
    std::unique_ptr<JobListModel> m_model;
    std::unique_ptr<ui::JobsPage> m_page;
};

void JobsPageTest::init()
{
    TestCase::init();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_jobs = std::make_unique<JobList>();
    m_model = std::make_unique<JobListModel>(*m_jobs);
    new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                 m_model.get());
    m_page = std::make_unique<ui::JobsPage>(*m_jobs, *m_model, new QWidget);
    m_page->resize(900, 500);
    m_page->show();
}

void JobsPageTest::cleanup()
{
    m_jobs->cancelAll();
    QVERIFY(QTest::qWaitFor([this] { return m_jobs->isIdle(); }));
    m_page.reset();
    m_model.reset();
    m_jobs.reset();
}

void JobsPageTest::isEmptyInWords()
{
    QVERIFY(part<QWidget>("emptyState")->isVisible());
    QVERIFY(!part<QTreeView>("table")->isVisible());
}

void JobsPageTest::followsAJobFromStartToEnd()
{
    const QSignalSpy running(m_model.get(), &JobListModel::runningCountChanged);
    SteeredJob *job = add(QStringLiteral("Sync “ACME”"));
    QCOMPARE(m_model->runningCount(), 1);
    QVERIFY(part<QTreeView>("table")->isVisible());
    QCOMPARE(cell(0, JobListModel::State), QStringLiteral("Running"));
    job->report({250, 1000, 100, {}});
    QVERIFY(QTest::qWaitFor(
        [this] { return m_model->index(0, JobListModel::Progress).data(JobListModel::PercentRole) == 25; }));
    QCOMPARE(cell(0, JobListModel::Progress), QStringLiteral("250 of 1,000 · 100/s · about 10 s left"));
    m_page->grab(); // paints the bar
    job->succeed(QStringLiteral("1,000 records, 12 new"));
    QVERIFY(test::waitFor(*job));
    QCOMPARE(cell(0, JobListModel::State), QStringLiteral("Done"));
    QCOMPARE(cell(0, JobListModel::Outcome), QStringLiteral("1,000 records, 12 new"));
    QCOMPARE(m_model->runningCount(), 0);
    QCOMPARE(running.size(), 2);
}

void JobsPageTest::cancelsTheChosenJob()
{
    SteeredJob *first = add(QStringLiteral("First"));
    SteeredJob *second = add(QStringLiteral("Second"));
    QCOMPARE(part<QTreeView>("table")->currentIndex().row(), 0); // the newest
    part<QTreeView>("table")->setCurrentIndex(m_model->index(1, 0)); // newest first
    part<QPushButton>("cancelButton")->click();
    QVERIFY(!part<QPushButton>("cancelButton")->isEnabled());
    QVERIFY(test::waitFor(*first));
    QCOMPARE(first->state(), Job::State::Cancelled);
    QVERIFY(!second->isFinished());
    QCOMPARE(cell(1, JobListModel::State), QStringLiteral("Cancelled"));
}

void JobsPageTest::clearsWhatIsFinished()
{
    SteeredJob *old = add(QStringLiteral("Old"));
    QVERIFY(!part<QPushButton>("clearButton")->isEnabled());
    add(QStringLiteral("New"));
    old->succeed();
    QVERIFY(test::waitFor(*old));
    part<QPushButton>("clearButton")->click();
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(cell(0, JobListModel::Title), QStringLiteral("New"));
}

void JobsPageTest::copiesTheDetailsOfAFailure()
{
    SteeredJob *job = add(QStringLiteral("Export"));
    job->failWith({ErrorKind::Storage, QStringLiteral("The disk is full.\nThe old file is still there."),
                   QStringLiteral("ENOSPC; client_secret=CANARY-1")});
    QVERIFY(test::waitFor(*job));
    QCOMPARE(cell(0, JobListModel::Outcome), QStringLiteral("The disk is full."));
    QCOMPARE(part<QLabel>("outcomeLabel")->text(), job->error()->text);
    part<QPushButton>("copyButton")->click();
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(QLatin1String("ENOSPC")));
    QVERIFY(copied.contains(QLatin1String("storage")));
    QVERIFY(!copied.contains(QLatin1String("CANARY")));
}

void JobsPageTest::quietJobsDoNotAppear()
{
    SteeredJob *job = add(QStringLiteral("Quiet"), JobList::Listing::Quiet);
    job->report({1, 2, 3, {}});
    QCoreApplication::processEvents();
    QCOMPARE(m_model->rowCount(), 0);
    QCOMPARE(m_model->runningCount(), 0);
}

void JobsPageTest::whatASuccessAsksForIsSaidAndItsFileOpened()
{
    SteeredJob *job = add(QStringLiteral("Compare “ACME” with its service"));
    QVERIFY(!part<QPushButton>("openFileButton")->isVisible());
    job->advise(QStringLiteral("Reconcile everything."), QStringLiteral("/tmp/differences.jsonl"));
    job->succeed(QStringLiteral("10 records compared"));
    QVERIFY(test::waitFor(*job));
    QCOMPARE(part<QLabel>("outcomeLabel")->text(),
             QStringLiteral("10 records compared. Reconcile everything."));
    QVERIFY(part<QPushButton>("openFileButton")->isVisible());
    OpenedFiles opened;
    QDesktopServices::setUrlHandler(QStringLiteral("file"), &opened, "open");
    part<QPushButton>("openFileButton")->click();
    QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
    QCOMPARE(opened.urls, {QUrl::fromLocalFile(QStringLiteral("/tmp/differences.jsonl"))});
}

void JobsPageTest::readingAgainNeedsAConnection()
{
    const QSignalSpy wanted(m_page.get(), &ui::JobsPage::readAgainRequested);
    QVERIFY(!part<QPushButton>("readAgainButton")->isEnabled());
    m_page->setMayReadAgain(true);
    part<QPushButton>("readAgainButton")->click();
    QCOMPARE(wanted.size(), 1);
}

QTEST_MAIN(JobsPageTest)
#include "tst_jobspage.moc"
