// SPDX-License-Identifier: GPL-3.0-or-later
#include "chartfixture.h"
#include "charts/chartpanel.h"
#include "charts/chartview.h"
#include "support/testcase.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

using namespace gauge;
using namespace gauge::ui;

//! Charts by keyboard and mouse, as tables, and on the clipboard.
class ChartViewTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_panel.reset(); }
    void arrowsGoOverThePointsAndSpeak();
    void enterOpensWhatHasRecords();
    void clicksOpenAndTipsTell();
    void spaceShowsWhatIsInside();
    void newFiguresKeepThePlace();
    void nothingToDrawIsSaid();
    void theTableIsTheSame();
    void copiesArePicturesAndCells();

private:
    template <typename T>
    T *show(auto fill)
    {
        auto *chart = new T;
        chart->setTitle(QStringLiteral("What is shown"));
        chart->setEmptyText(QStringLiteral("Nothing is there."));
        fill(*chart);
        m_panel = std::make_unique<ChartPanel>(chart);
        m_panel->resize(640, 400);
        m_panel->show();
        m_view = m_panel->view();
        [&] { QVERIFY(QTest::qWaitForWindowExposed(m_panel.get())); }();
        return chart;
    }
    TrendChart *trend()
    {
        return show<TrendChart>([](TrendChart &chart) { chart.setFigures(test::threeMonths()); });
    }

    std::unique_ptr<ChartPanel> m_panel;
    ChartView *m_view = nullptr;
};

void ChartViewTest::init()
{
    TestCase::init();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void ChartViewTest::arrowsGoOverThePointsAndSpeak()
{
    trend();
    QVERIFY(m_view->marks().size() == 3);
    QTest::keyClick(m_view, Qt::Key_Right);
    QCOMPARE(m_view->current().row(), 0);
    QVERIFY(m_view->accessibleName().startsWith(QStringLiteral("January 2026: NPS +38.3")));
    QCOMPARE(m_view->accessibleDescription(), QStringLiteral("What is shown"));
    QTest::keyClick(m_view, Qt::Key_Right);
    QVERIFY(m_view->accessibleName().contains(QStringLiteral("too few")));
    QTest::keyClick(m_view, Qt::Key_End);
    QCOMPARE(m_view->current().row(), 2);
    QTest::keyClick(m_view, Qt::Key_Right); // nothing further
    QCOMPARE(m_view->current().row(), 2);
    QTest::keyClick(m_view, Qt::Key_Left);
    QCOMPARE(m_view->current().row(), 1);
    QTest::keyClick(m_view, Qt::Key_Home);
    QCOMPARE(m_view->current().row(), 0);
}

void ChartViewTest::enterOpensWhatHasRecords()
{
    trend();
    QSignalSpy wanted(m_panel.get(), &ChartPanel::recordsWanted);
    QTest::keyClick(m_view, Qt::Key_Return); // no point is chosen
    QTest::keyClick(m_view, Qt::Key_Home);
    QTest::keyClick(m_view, Qt::Key_Right);
    QTest::keyClick(m_view, Qt::Key_Return); // the second has no records to show
    QCOMPARE(wanted.count(), 0);
    QTest::keyClick(m_view, Qt::Key_End);
    QTest::keyClick(m_view, Qt::Key_Enter);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted[0][0].value<std::vector<query::Filter>>(),
             test::found(QStringLiteral("date_survey_response in 2026-03")));
}

void ChartViewTest::clicksOpenAndTipsTell()
{
    trend();
    QSignalSpy opened(m_view, &ChartView::opened);
    const QPoint last = m_view->marks().back().rect.center().toPoint();
    QTest::mouseClick(m_view->viewport(), Qt::RightButton, {}, last);
    QCOMPARE(opened.count(), 0);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, last);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(m_view->current().row(), 2);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(1, m_view->height() - 1)); // beside all
    QCOMPARE(opened.count(), 1);
}

void ChartViewTest::spaceShowsWhatIsInside()
{
    auto *chart
        = show<ContributionChart>([](ContributionChart &made) { made.setFigures(test::twoDrivers()); });
    const int low = m_view->height();
    QTest::keyClick(m_view, Qt::Key_Down);
    QTest::keyClick(m_view, Qt::Key_Space);
    QCOMPARE(chart->rowCount(), 4);
    QVERIFY(m_view->height() > low);
    QCOMPARE(m_view->current().row(), 0);
    QTest::keyClick(m_view, Qt::Key_Down);
    QVERIFY(m_view->accessibleName().contains(QStringLiteral("Ease")));
    // The sign before a primary does the same, and opens no records.
    QSignalSpy opened(m_view, &ChartView::opened);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {},
                      m_view->marks().front().rect.topLeft().toPoint() + QPoint(4, 12));
    QCOMPARE(chart->rowCount(), 2);
    QCOMPARE(opened.count(), 0);
}

void ChartViewTest::newFiguresKeepThePlace()
{
    TrendChart *chart = trend();
    QTest::keyClick(m_view, Qt::Key_End);
    chart->setFigures(test::threeMonths());
    QCOMPARE(m_view->current().row(), 2);
    TrendChart::Data less = test::threeMonths();
    less.periods.resize(1);
    chart->setFigures(less);
    QVERIFY(!m_view->current().isValid());
    QCOMPARE(m_view->accessibleName(), QStringLiteral("What is shown"));
    QTest::keyClick(m_view, Qt::Key_Left);
    QCOMPARE(m_view->current().row(), 0);
}

void ChartViewTest::nothingToDrawIsSaid()
{
    TrendChart *chart = show<TrendChart>([](TrendChart &) {});
    QVERIFY(m_view->marks().empty());
    QCOMPARE(m_view->accessibleDescription(), QStringLiteral("Nothing is there."));
    QTest::keyClick(m_view, Qt::Key_Right);
    QTest::keyClick(m_view, Qt::Key_Return);
    m_panel->showTable(true);
    QVERIFY(m_view->isVisible()); // it has the words
    chart->setFigures(test::threeMonths());
    QCOMPARE(m_view->marks().size(), 3U);
}

void ChartViewTest::theTableIsTheSame()
{
    trend();
    auto *table = m_panel->findChild<QTableView *>(QStringLiteral("tableView"));
    QVERIFY(!table->isVisible());
    m_panel->findChild<QToolButton *>(QStringLiteral("tableButton"))->click();
    QVERIFY(table->isVisible());
    QVERIFY(!m_view->isVisible());
    QCOMPARE(table->model()->rowCount(), 3);
    QSignalSpy wanted(m_panel.get(), &ChartPanel::recordsWanted);
    Q_EMIT table->activated(table->model()->index(0, 4)); // any cell of the row
    Q_EMIT table->activated(table->model()->index(1, 1));
    QCOMPARE(wanted.count(), 1);
}

void ChartViewTest::copiesArePicturesAndCells()
{
    trend();
    m_panel->setOrigin(QStringLiteral("ACME · all responses"));
    m_panel->findChild<QAction *>(QStringLiteral("copyPicture"))->trigger();
    const QImage picture = QGuiApplication::clipboard()->image();
    QCOMPARE(picture.width(), 2 * 832);
    QCOMPARE(picture.pixelColor(0, 0), QColor(Qt::white));
    m_panel->findChild<QAction *>(QStringLiteral("copyTable"))->trigger();
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
    QCOMPARE(lines[0], QStringLiteral("Period\tNPS\tfrom\tto\tResponses\tResponse rate"));
    QCOMPARE(lines[1].trimmed(), QStringLiteral("January 2026\t38.25\t30.5\t45.75\t120\t31"));
    QVERIFY(lines[3].startsWith(QStringLiteral("\"'=March"))); // no formula
    QVERIFY(QGuiApplication::clipboard()->mimeData()->hasHtml());
}

QTEST_MAIN(ChartViewTest)
#include "tst_chartview.moc"
