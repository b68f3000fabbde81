// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/joblist.h"
#include "growingsystem.h"
#include "kit/emptystate.h"
#include "pages/explore/explorepage.h"
#include "records/detail/detailpane.h"
#include "records/filter/conditionbar.h"
#include "records/filter/recordfilter.h"
#include "records/filter/searchfield.h"
#include "records/table/filterrow.h"
#include "records/table/recordtable.h"
#include "support/testcase.h"
#include "support/waiting.h"
#include "vault/credentialstore.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>

using namespace gauge;
using namespace gauge::ui;
using service::Connection;

//! The filters of Explore over a real lake: chips, fields under the headings, values, and hits that are
//! marked.
class ExploreFiltersTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void fieldsAndChipsAreOneFilter();
    void fieldsStayWhereNothingIsFound();
    void theRowIsRemembered();
    void valuesAreOfferedWithTheirCounts();
    void whatWasSearchedIsMarked();
    void anotherFeedHasItsOwnFields();
    void theFilterOfResponsesIsShared();

private:
    void makePage();
    template <typename T>
    T *part(const char *name) const
    {
        T *found = m_page->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    [[nodiscard]] FilterField *field(const char *column) const
    {
        return part<FilterField>(qPrintable(QStringLiteral("field-") + QLatin1String(column)));
    }
    void type(const char *column, const char *text) const
    {
        field(column)->setFocus();
        field(column)->selectAll();
        QTest::keyClicks(field(column), QLatin1String(text));
        QTest::keyClick(field(column), Qt::Key_Return);
    }
    [[nodiscard]] int rows() const { return part<RecordTable>("lakeTable")->model()->rowCount(); }
    [[nodiscard]] const std::vector<query::Filter> &conditions() const
    {
        return part<ConditionBar>("conditionBar")->conditions();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::GrowingSystem> m_system;
    std::unique_ptr<engine::Engine> m_engine;
    std::unique_ptr<ExplorePage> m_page;
    Connection m_connection;
};

void ExploreFiltersTest::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    m_system = std::make_unique<test::GrowingSystem>();
    m_system->responses = 22;
    engine::Options options;
    options.dataFolder = m_folder->filePath(QStringLiteral("data"));
    options.keychain = std::make_shared<vault::MemoryStore>();
    m_engine = std::make_unique<engine::Engine>(options);
    engine::NewSecrets secrets;
    secrets.clientSecret = Secret("secret");
    auto *job = m_engine->saveConnection(m_system->connection(QStringLiteral("ACME")), secrets);
    connect(job, &Job::finished, this, [this, job] { m_connection = job->result(); });
    QVERIFY(test::waitFor(*job));
    sync::SyncPlan plan;
    plan.feeds = m_engine->catalog().endpoints();
    auto *sync = m_engine->sync(m_connection, plan);
    QVERIFY(test::waitFor(*sync));
    QVERIFY(!sync->error());
    makePage();
    QTRY_COMPARE(rows(), 22);
}

void ExploreFiltersTest::makePage()
{
    m_page = std::make_unique<ExplorePage>(*m_engine);
    m_page->resize(1200, 700);
    m_page->show();
    m_page->setConnection(m_connection);
}

void ExploreFiltersTest::cleanup()
{
    m_page.reset();
    m_engine->jobs().cancelAll();
    QVERIFY(QTest::qWaitFor([this] { return m_engine->jobs().isIdle(); }, 20'000));
    m_engine.reset();
}

void ExploreFiltersTest::fieldsAndChipsAreOneFilter()
{
    auto *row = part<QWidget>("filterRow");
    QVERIFY(!row->isVisible());
    QTest::keyClick(m_page.get(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(row->isVisible());
    QVERIFY(part<QToolButton>("filterRowButton")->isChecked());
    type("nps", ">=9");
    QTRY_COMPARE(rows(), 4);
    QCOMPARE(part<QToolButton>("chipText")->text(), QStringLiteral("NPS ≥ 9"));
    type("account_name", "=ACME 20");
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(conditions().size(), 2U);
    part<QToolButton>("chipRemove")->click(); // of the score
    QCOMPARE(field("nps")->text(), QString());
    QCOMPARE(field("account_name")->text(), QStringLiteral("=ACME 20"));
    part<QPushButton>("clearFiltersButton")->click();
    QTRY_COMPARE(rows(), 22);
    QCOMPARE(field("account_name")->text(), QString());
    // Without the row the filter stays: its chips show it.
    type("nps", "0");
    QTRY_COMPARE(rows(), 2);
    part<QToolButton>("filterRowButton")->click();
    QVERIFY(!row->isVisible());
    QCOMPARE(rows(), 2);
    QCOMPARE(conditions().size(), 1U);
}

void ExploreFiltersTest::fieldsStayWhereNothingIsFound()
{
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    part<QToolButton>("filterRowButton")->click();
    QVERIFY(part<FilterField>("field-number_customergauge")->hasFocus());
    type("nps", "99");
    QTRY_COMPARE(rows(), 0);
    auto *words = part<EmptyState>("noMatchState");
    QTRY_COMPARE(words->findChild<QLabel *>(QStringLiteral("titleLabel"))->text(),
                 QStringLiteral("No matches"));
    QVERIFY(words->isVisible());
    // Which condition it is.
    QTRY_VERIFY(words->findChild<QLabel *>(QStringLiteral("wordsLabel"))
                    ->text()
                    .contains(QStringLiteral("nps = 99")));
    QVERIFY(field("nps")->isVisible());
    QVERIFY(field("nps")->hasFocus());
    QVERIFY(!part<EmptyState>("emptyState")->isVisible());
    type("nps", "9");
    QTRY_COMPARE(rows(), 2);
    QVERIFY(!words->isVisible());
    type("nps", "99");
    QTRY_VERIFY(words->isVisible());
    words->findChild<QPushButton *>(QStringLiteral("actionButton"))->click();
    QTRY_COMPARE(rows(), 22);
    QVERIFY(!words->isVisible());
    QVERIFY(part<RecordTable>("lakeTable")->height() > 200);
    // What is wrong finds nothing and breaks nothing.
    type("nps", "nine");
    QCOMPARE(rows(), 22);
    QVERIFY(conditions().empty());
}

void ExploreFiltersTest::theRowIsRemembered()
{
    part<QToolButton>("filterRowButton")->click();
    type("nps", ">=9");
    QTRY_COMPARE(rows(), 4);
    const QByteArray state = m_page->saveState();
    makePage();
    QVERIFY(!part<QWidget>("filterRow")->isVisible());
    m_page->restoreState(state);
    QTRY_COMPARE(rows(), 4);
    QVERIFY(part<QWidget>("filterRow")->isVisible());
    QCOMPARE(field("nps")->text(), QStringLiteral(">=9"));
}

void ExploreFiltersTest::valuesAreOfferedWithTheirCounts()
{
    auto *bar = part<ConditionBar>("conditionBar");
    bar->setConditions({*query::parseFilter(QStringLiteral("nps in 9,10")),
                        *query::parseFilter(QStringLiteral("number_customergauge <= 20"))});
    Q_EMIT bar->conditionsChanged();
    QTRY_COMPARE(rows(), 3);
    part<QToolButton>("chipText")->click(); // the score
    const QAbstractItemModel *values = part<QTreeView>("valueList")->model();
    QTRY_COMPARE(values->rowCount(), 11); // also what the condition at hand leaves out
    QCOMPARE(values->index(0, 1).data().toString(), QStringLiteral("2"));
    QCOMPARE(values->index(10, 1).data().toString(), QStringLiteral("1"));
    part<QPushButton>("applyButton")->click();
    QCOMPARE(rows(), 3);
    // The values of another column, and those that have what is typed.
    part<QToolButton>("chipText")->click();
    auto *box = part<QComboBox>("columnBox");
    box->setCurrentIndex(box->findData(QStringLiteral("account_name")));
    QTRY_COMPARE(values->rowCount(), 20);
    QTest::keyClicks(part<SearchField>("valueSearch"), QStringLiteral("acme 1"));
    QTest::keyClick(part<SearchField>("valueSearch"), Qt::Key_Return);
    QTRY_COMPARE(values->rowCount(), 11);
    part<QWidget>("conditionPopup")->hide();
}

void ExploreFiltersTest::whatWasSearchedIsMarked()
{
    QTRY_VERIFY(part<DetailPane>("detailPane")->hasRecord());
    const auto html = [this] { return part<QTextBrowser>("sheetView")->toHtml(); };
    QVERIFY(!html().contains(QStringLiteral("underline")));
    QTest::keyClicks(part<SearchField>("searchField"), QStringLiteral("ACME 21"));
    QTest::keyClick(part<SearchField>("searchField"), Qt::Key_Return);
    QTRY_COMPARE(rows(), 1);
    QTRY_VERIFY(html().contains(QStringLiteral("underline")));
    part<QPushButton>("clearFiltersButton")->click();
    QTRY_COMPARE(rows(), 22);
    QTRY_VERIFY(!html().contains(QStringLiteral("underline")));
}

void ExploreFiltersTest::anotherFeedHasItsOwnFields()
{
    part<QToolButton>("filterRowButton")->click();
    type("nps", ">=9");
    QTRY_COMPARE(rows(), 4);
    auto *feeds = part<QComboBox>("feedBox");
    feeds->setCurrentIndex(feeds->findData(QStringLiteral("non-responses")));
    QVERIFY(conditions().empty());
    feeds->setCurrentIndex(feeds->findData(QStringLiteral("responses")));
    QTRY_COMPARE(rows(), 4);
    QCOMPARE(field("nps")->text(), QStringLiteral(">=9"));
    QCOMPARE(conditions().size(), 1U);
}

void ExploreFiltersTest::theFilterOfResponsesIsShared()
{
    RecordFilter filter;
    m_page->shareFilter(&filter);
    auto *bar = part<ConditionBar>("conditionBar");
    bar->setConditions({*query::parseFilter(QStringLiteral("nps >= 9"))});
    Q_EMIT bar->conditionsChanged();
    QCOMPARE(filter.where(), bar->conditions());
    QTRY_COMPARE(rows(), 4);
    filter.set({*query::parseFilter(QStringLiteral("nps = 0"))}, QStringLiteral("cmd"));
    QTRY_COMPARE(rows(), 2);
    QCOMPARE(conditions(), filter.where());
    QCOMPARE(part<SearchField>("searchField")->text(), QStringLiteral("cmd"));
    // While other records are shown it is kept for when responses are again.
    auto *feed = part<QComboBox>("feedBox");
    feed->setCurrentIndex(feed->findData(QStringLiteral("non-responses")));
    QVERIFY(conditions().empty());
    filter.set({*query::parseFilter(QStringLiteral("nps = 1"))}, {});
    QVERIFY(conditions().empty());
    m_page->showResponses();
    QCOMPARE(conditions(), filter.where());
    QCOMPARE(part<SearchField>("searchField")->text(), QString());
    QTRY_COMPARE(rows(), 2);
    // Cleared here, it is cleared for all.
    part<QPushButton>("clearFiltersButton")->click();
    QVERIFY(filter.isEmpty());
}

QTEST_MAIN(ExploreFiltersTest)
#include "tst_explorefilters.moc"
