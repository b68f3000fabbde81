// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartpanel.h"
#include "charts/chartview.h"
#include "engine/joblist.h"
#include "kit/emptystate.h"
#include "kit/errorbanner.h"
#include "pages/dashboard/dashboardgrid.h"
#include "pages/dashboard/dashboardpage.h"
#include "pages/explore/growingsystem.h"
#include "records/filter/conditionbar.h"
#include "records/filter/recordfilter.h"
#include "support/testcase.h"
#include "support/waiting.h"
#include "vault/credentialstore.h"

#include <QComboBox>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>
#include <QTemporaryDir>

using namespace gauge;
using namespace gauge::ui;
using service::Connection;

//! The dashboard over a real lake of 22 responses: each score from 0 to 10 twice.
class DashboardPageTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void figuresOfTheLakeAreShown();
    void theFilterIsShared();
    void fewResponsesAreNotTold();
    void aBarOpensItsRecords();
    void onlyTheLastAnswerCounts();
    void aHiddenPageAsksNothing();
    void choicesAreKept();
    void whatASyncBringsIsShown();
    void namesAreMasked();
    void theReportIsAPdf();
    void aReportThatCannotBeWrittenIsTold();
    void withoutRecordsThereAreWords();
    void anotherLakeIsFollowed();

private:
    void sync();
    void makePage();
    template <typename T>
    T *part(const char *name) const
    {
        T *found = m_page->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    [[nodiscard]] QString headline() const
    {
        const auto *figure = m_page->findChild<QLabel *>(QStringLiteral("headlineFigure"));
        return figure ? figure->text() : QString();
    }
    [[nodiscard]] Chart &chart(const char *panel) const { return part<ChartPanel>(panel)->chart(); }
    [[nodiscard]] QString cell(const char *panel, int row, int column) const
    {
        return chart(panel).data(chart(panel).index(row, column)).toString();
    }
    void filter(const char *condition)
    {
        m_filter->set({*query::parseFilter(QString::fromUtf8(condition))}, {});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::GrowingSystem> m_system;
    std::unique_ptr<engine::Engine> m_engine;
    std::unique_ptr<RecordFilter> m_filter;
    std::unique_ptr<DashboardPage> m_page;
    Connection m_connection;
};

void DashboardPageTest::init()
{
    TestCase::init();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_folder = std::make_unique<QTemporaryDir>();
    m_system = std::make_unique<test::GrowingSystem>();
    m_system->responses = 22;
    m_system->more = R"(,"date_survey_response":"2025-03-01 10:00:00","date_sent":"2025-02-27 10:00:00",)"
                     R"("properties":[{"field":"Country","reference":"NL"}],)"
                     R"("selected_drivers":[{"primary":"Ordering","secondary":["Ease","Speed"]}])";
    engine::Options options;
    options.dataFolder = m_folder->filePath(QStringLiteral("data"));
    options.keychain = std::make_shared<vault::MemoryStore>();
    m_engine = std::make_unique<engine::Engine>(options);
    engine::NewSecrets secrets;
    secrets.clientSecret = Secret("secret");
    auto *job = m_engine->saveConnection(m_system->connection(QStringLiteral("ACME")), secrets);
    connect(job, &Job::finished, this, [this, job] { m_connection = job->result(); });
    QVERIFY(test::waitFor(*job));
    sync();
    m_filter = std::make_unique<RecordFilter>();
    makePage();
    QTRY_COMPARE(headline(), QStringLiteral("−45"));
}

void DashboardPageTest::sync()
{
    sync::SyncPlan plan;
    plan.feeds = m_engine->catalog().endpoints();
    auto *job = m_engine->sync(m_connection, plan);
    QVERIFY(test::waitFor(*job));
    QVERIFY(!job->error());
}

void DashboardPageTest::makePage()
{
    m_page = std::make_unique<DashboardPage>(*m_engine, *m_filter);
    m_page->resize(1200, 800);
    m_page->show();
    m_page->setConnection(m_connection);
}

void DashboardPageTest::cleanup()
{
    m_page.reset();
    m_filter.reset();
    m_engine->jobs().cancelAll();
    QVERIFY(QTest::qWaitFor([this] { return m_engine->jobs().isIdle(); }, 20'000));
    m_engine.reset();
}

void DashboardPageTest::figuresOfTheLakeAreShown()
{
    QCOMPARE(cell("trendPanel", 0, 0), QStringLiteral("March 2025"));
    QCOMPARE(cell("trendPanel", 0, 1), QStringLiteral("−45.5"));
    QCOMPARE(cell("trendPanel", 0, 4), QStringLiteral("22"));
    for (int score = 0; score <= 10; ++score)
        QCOMPARE(cell("distributionPanel", score, 2), QStringLiteral("2"));
    // All chose the same driver, which is then all of the NPS.
    QCOMPARE(cell("driversPanel", 0, 1), QStringLiteral("−45.5"));
    QCOMPARE(cell("driversPanel", 0, 2), QStringLiteral("22"));
    QVERIFY(chart("driversPanel").toggle(0));
    QCOMPARE(chart("driversPanel").rowCount(), 3); // it and its two secondaries
    QCOMPARE(part<ColumnBox>("segmentBox")->column(), QStringLiteral("property.Country"));
    QCOMPARE(cell("segmentsPanel", 0, 0), QStringLiteral("NL"));
    QCOMPARE(cell("sharesPanel", 0, 3), QStringLiteral("63.6 %"));
    QCOMPARE(cell("twoWayPanel", 0, 1), QStringLiteral("−45.5"));
    QVERIFY(chart("topicsPanel").isEmpty());
    QVERIFY(!chart("topicsPanel").emptyText().isEmpty());
}

void DashboardPageTest::theFilterIsShared()
{
    filter("nps >= 7");
    QTRY_COMPARE(headline(), QStringLiteral("+50"));
    auto *bar = part<ConditionBar>("dashboardConditions");
    QCOMPARE(bar->conditions().size(), 1U);
    bar->setConditions({*query::parseFilter(QStringLiteral("nps >= 1"))});
    Q_EMIT bar->conditionsChanged();
    QCOMPARE(m_filter->where(), bar->conditions());
    QTRY_COMPARE(headline(), QStringLiteral("−40"));
    Q_EMIT bar->cleared();
    QVERIFY(m_filter->isEmpty());
    QTRY_COMPARE(headline(), QStringLiteral("−45"));
}

void DashboardPageTest::fewResponsesAreNotTold()
{
    filter("nps = 10");
    QTRY_COMPARE(headline(), QStringLiteral("too few"));
    for (const char *panel :
         {"trendPanel", "distributionPanel", "driversPanel", "segmentsPanel", "twoWayPanel"}) {
        QVERIFY(chart(panel).isEmpty());
        QVERIFY(chart(panel).emptyText().contains(QStringLiteral("5 responses")));
    }
    m_page->setLeast(2);
    QCOMPARE(headline(), QStringLiteral("+100"));
    QVERIFY(!chart("trendPanel").isEmpty());
}

void DashboardPageTest::aBarOpensItsRecords()
{
    const QSignalSpy wanted(m_page.get(), &DashboardPage::recordsWanted);
    ChartView *view = part<ChartPanel>("distributionPanel")->view();
    view->setCurrent(chart("distributionPanel").index(3, 2));
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(m_filter->where().size(), 1U);
    QCOMPARE(query::print(m_filter->where()[0]), QStringLiteral("nps = 3"));
    // What was filtered stays so.
    m_filter->set({*query::parseFilter(QStringLiteral("nps <= 8"))}, {});
    QTRY_COMPARE(cell("distributionPanel", 9, 2), QStringLiteral("0"));
    view->setCurrent(chart("distributionPanel").index(7, 2));
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(m_filter->where().size(), 2U);
}

void DashboardPageTest::onlyTheLastAnswerCounts()
{
    for (int score = 0; score <= 10; ++score)
        filter(qPrintable(QStringLiteral("nps >= %1").arg(score % 10)));
    // The last is nps >= 0.
    QTRY_COMPARE(part<ConditionBar>("dashboardConditions")->conditions(), m_filter->where());
    QTRY_COMPARE(headline(), QStringLiteral("−45"));
    filter("nps >= 7");
    m_filter->set({}, QStringLiteral("nobody wrote this"));
    QTRY_COMPARE(part<QStackedWidget>("dashboardStack")->currentIndex(), 1);
    filter("nps >= 9");
    m_page->setConnection({}); // the lake is gone before it answers
    QTRY_COMPARE(part<QStackedWidget>("dashboardStack")->currentIndex(), 1);
}

void DashboardPageTest::aHiddenPageAsksNothing()
{
    m_page->hide();
    filter("nps >= 7");
    QSignalSpy told(&chart("trendPanel"), &QAbstractItemModel::modelReset);
    QVERIFY(!told.wait(300));
    m_page->show();
    QTRY_COMPARE(headline(), QStringLiteral("+50"));
}

void DashboardPageTest::choicesAreKept()
{
    auto *period = part<QComboBox>("dashboardPeriodBox");
    period->setCurrentIndex(2);
    Q_EMIT period->activated(2);
    QTRY_COMPARE(cell("trendPanel", 0, 0), QStringLiteral("quarter 1 of 2025"));
    part<ColumnBox>("segmentBox")->choose(QStringLiteral("account_name"));
    Q_EMIT part<ColumnBox>("segmentBox")->activated(0);
    QTRY_COMPARE(chart("segmentsPanel").rowCount(), 22);
    const QByteArray state = m_page->saveState();
    makePage();
    m_page->restoreState(state);
    QTRY_COMPARE(cell("trendPanel", 0, 0), QStringLiteral("quarter 1 of 2025"));
    QCOMPARE(part<ColumnBox>("segmentBox")->column(), QStringLiteral("account_name"));
    QCOMPARE(m_page->saveState(), state);
    // What makes no sense any more gives way to the usual.
    for (const char *broken :
         {"", "{", "[1]", R"({"period":7,"range":"last 0 days","segment":"property.Gone"})"}) {
        m_page->restoreState(broken);
        QTRY_COMPARE(cell("trendPanel", 0, 0), QStringLiteral("March 2025"));
        QTRY_COMPARE(part<ColumnBox>("segmentBox")->column(), QStringLiteral("property.Country"));
    }
}

void DashboardPageTest::whatASyncBringsIsShown()
{
    m_system->responses = 32; // further ten from 1 to 10 and no 0
    sync();
    QTRY_COMPARE(cell("trendPanel", 0, 4), QStringLiteral("32"));
}

void DashboardPageTest::namesAreMasked()
{
    part<ColumnBox>("segmentBox")->choose(QStringLiteral("account_name"));
    Q_EMIT part<ColumnBox>("segmentBox")->activated(0);
    m_page->setLeast(1);
    QTRY_COMPARE(chart("segmentsPanel").rowCount(), 22);
    QVERIFY(cell("segmentsPanel", 0, 0).startsWith(QStringLiteral("ACME ")));
    m_page->setMasked(true);
    for (int row = 0; row < 22; ++row)
        QCOMPARE(cell("segmentsPanel", row, 0), QStringLiteral("***"));
    // A filter would tell the name.
    QVERIFY(chart("segmentsPanel").where(chart("segmentsPanel").index(0, 1)).empty());
    m_page->setMasked(false);
    QVERIFY(cell("segmentsPanel", 0, 0).startsWith(QStringLiteral("ACME ")));
    QVERIFY(!chart("segmentsPanel").where(chart("segmentsPanel").index(0, 1)).empty());
}

void DashboardPageTest::theReportIsAPdf()
{
    filter("nps >= 1");
    QTRY_COMPARE(headline(), QStringLiteral("−40"));
    const QString path = m_folder->filePath(QStringLiteral("report.pdf"));
    auto *banner = part<ErrorBanner>("fileBanner");
    m_page->writeReport(path);
    // What changes meanwhile comes after it.
    filter("nps >= 7");
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(banner->text().contains(QStringLiteral("report.pdf")));
    QTRY_COMPARE(headline(), QStringLiteral("+50"));
    QProcess reader;
    reader.start(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
    QVERIFY(reader.waitForFinished());
    QCOMPARE(reader.readAllStandardError(), QByteArray());
    const QString text = QString::fromUtf8(reader.readAllStandardOutput());
    for (const char *words :
         {"NPS report", "ACME", "NPS ≥ 1", "−40", "Responses by score", "Mar 25", "Ordering"})
        QVERIFY2(text.contains(QString::fromUtf8(words)), words);
    QVERIFY(text.count(QLatin1Char('\f')) >= 2); // pages
}

void DashboardPageTest::aReportThatCannotBeWrittenIsTold()
{
    auto *banner = part<ErrorBanner>("fileBanner");
    m_page->writeReport(m_folder->filePath(QStringLiteral("gone/report.pdf")));
    QTRY_VERIFY(banner->isVisible());
    QCOMPARE(banner->severity(), ErrorBanner::Severity::Error);
    QTRY_VERIFY(part<QPushButton>("reportButton")->isEnabled());
}

void DashboardPageTest::withoutRecordsThereAreWords()
{
    auto *empty = part<EmptyState>("dashboardEmpty");
    auto *action = empty->findChild<QPushButton *>(QStringLiteral("actionButton"));
    const QSignalSpy connects(m_page.get(), &DashboardPage::connectionRequested);
    const QSignalSpy syncs(m_page.get(), &DashboardPage::syncRequested);
    m_page->setConnection({});
    QVERIFY(empty->isVisible());
    action->click();
    QCOMPARE(connects.count(), 1);
    Connection other = m_connection;
    other.id = QStringLiteral("another");
    m_page->setConnection(other); // it has no lake
    QTRY_VERIFY(action->text().contains(QStringLiteral("Sync")));
    action->click();
    QCOMPARE(syncs.count(), 1);
    m_page->setConnection(m_connection);
    filter("nps = 10");
    QTRY_VERIFY(!empty->isVisible());
    m_filter->set({}, QStringLiteral("nobody wrote this"));
    QTRY_VERIFY(empty->isVisible());
    action->click(); // clears
    QVERIFY(m_filter->isEmpty());
    QTRY_COMPARE(headline(), QStringLiteral("−45"));
}

void DashboardPageTest::anotherLakeIsFollowed()
{
    Connection moved = m_connection;
    moved.lake = m_folder->filePath(QStringLiteral("other.sqlite"));
    m_page->setConnection(moved);
    auto *stack = part<QStackedWidget>("dashboardStack");
    QTRY_COMPARE(stack->currentIndex(), 1); // nothing was synced to it
    QVERIFY(!part<QPushButton>("reportButton")->isEnabled());
    m_page->setConnection(m_connection);
    QTRY_COMPARE(stack->currentIndex(), 0);
    QCOMPARE(headline(), QStringLiteral("−45"));
}

QTEST_MAIN(DashboardPageTest)
#include "tst_dashboardpage.moc"
