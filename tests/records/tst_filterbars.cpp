// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/cells/display.h"
#include "records/filter/conditionbar.h"
#include "records/filter/scopebar.h"
#include "records/filter/searchfield.h"
#include "support/testcase.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace gauge;
using namespace gauge::ui;

class FilterBarsTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void aFilterIsAddedChangedAndRemoved();
    void aWrongValueIsToldAtTheField();
    void aVanishedColumnIsNotReplaced();
    void deleteRemovesAChip();
    void aGroupIsOneChip();
    void chipsWrap();
    void searchWaitsForAPause();
    void everyFeedOffersItsOwnFilters();
    void aScopeGoesInAndComesOut();

private:
    template <typename T>
    static T *child(const QWidget &widget, const char *name)
    {
        T *found = widget.findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }

    const catalog::Catalog m_catalog = catalog::Catalog::builtIn();
    const catalog::Endpoint m_feed = *m_catalog.find(QStringLiteral("responses"));
};

void FilterBarsTest::aFilterIsAddedChangedAndRemoved()
{
    ConditionBar bar;
    bar.setColumns(display::columnsOf(m_feed));
    bar.show();
    QSignalSpy changed(&bar, &ConditionBar::conditionsChanged);
    child<QToolButton>(bar, "addFilterButton")->click();
    auto *column = child<QComboBox>(bar, "columnBox");
    column->setCurrentIndex(column->findData(QStringLiteral("nps")));
    auto *value = child<QLineEdit>(bar, "valueEdit");
    QTest::keyClicks(value, QStringLiteral("9"));
    child<QPushButton>(bar, "applyButton")->click();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(bar.conditions().size(), 1U);
    QCOMPARE(
        bar.conditions()[0].condition(),
        (query::Condition{QStringLiteral("nps"), query::Operator::GreaterOrEqual, {QStringLiteral("9")}}));
    QCOMPARE(child<QToolButton>(bar, "chipText")->text(), QStringLiteral("NPS ≥ 9"));
    QVERIFY(child<QPushButton>(bar, "clearFiltersButton")->isVisible());

    child<QToolButton>(bar, "chipText")->click();
    QCOMPARE(value->text(), QStringLiteral("9"));
    auto *op = child<QComboBox>(bar, "operatorBox");
    op->setCurrentIndex(op->findData(int(query::Operator::In)));
    value->setText(QStringLiteral("0, 6,10"));
    QTest::keyClick(value, Qt::Key_Return);
    QCOMPARE(bar.conditions().size(), 1U);
    QCOMPARE(bar.conditions()[0].condition().values,
             (QStringList{QStringLiteral("0"), QStringLiteral("6"), QStringLiteral("10")}));

    child<QToolButton>(bar, "chipRemove")->click();
    QVERIFY(bar.conditions().empty());
    QVERIFY(!child<QPushButton>(bar, "clearFiltersButton")->isVisible());
    QCOMPARE(changed.size(), 3);
}

void FilterBarsTest::aWrongValueIsToldAtTheField()
{
    ConditionBar bar;
    bar.setColumns(display::columnsOf(m_feed));
    bar.show();
    QSignalSpy changed(&bar, &ConditionBar::conditionsChanged);
    child<QToolButton>(bar, "addFilterButton")->click();
    auto *column = child<QComboBox>(bar, "columnBox");
    column->setCurrentIndex(column->findData(QStringLiteral("nps")));
    child<QLineEdit>(bar, "valueEdit")->setText(QStringLiteral("nine"));
    child<QPushButton>(bar, "applyButton")->click();
    QCOMPARE(changed.size(), 0);
    QVERIFY(!child<QLabel>(bar, "problemLabel")->text().isEmpty());
    QVERIFY(child<QWidget>(bar, "conditionPopup")->isVisible());
    // A yes-or-no column offers just these.
    column->setCurrentIndex(column->findData(QStringLiteral("follow_up_requested")));
    QVERIFY(child<QComboBox>(bar, "flagBox")->isVisible());
    QVERIFY(!child<QLineEdit>(bar, "valueEdit")->isVisible());
    child<QPushButton>(bar, "applyButton")->click();
    QCOMPARE(bar.conditions()[0].condition().values, QStringList{QStringLiteral("1")});
}

void FilterBarsTest::aVanishedColumnIsNotReplaced()
{
    ConditionBar bar;
    bar.setConditions({*query::parseCondition(QStringLiteral("property.Gone = 9"))});
    bar.show();
    child<QToolButton>(bar, "chipText")->click();
    const auto *column = child<QComboBox>(bar, "columnBox");
    const auto isKept
        = [&] { return column->currentIndex() < 0 && column->currentText() == "property.Gone"; };
    QVERIFY2(isKept(), qPrintable(column->currentText())); // before the columns are known …
    bar.setColumns(display::columnsOf(m_feed));
    QVERIFY2(isKept(), qPrintable(column->currentText())); // … and after
    child<QPushButton>(bar, "applyButton")->click();
    QVERIFY(!child<QLabel>(bar, "problemLabel")->text().isEmpty());
    QVERIFY(child<QWidget>(bar, "conditionPopup")->isVisible());
    QCOMPARE(bar.conditions()[0].condition().column, QStringLiteral("property.Gone"));
    child<QComboBox>(bar, "columnBox")->setCurrentIndex(column->findData(QStringLiteral("nps")));
    child<QLineEdit>(bar, "valueEdit")->setText(QStringLiteral("9"));
    child<QPushButton>(bar, "applyButton")->click();
    QCOMPARE(bar.conditions()[0].condition().column, QStringLiteral("nps"));
}

void FilterBarsTest::deleteRemovesAChip()
{
    ConditionBar bar;
    bar.setColumns(display::columnsOf(m_feed));
    bar.setConditions({*query::parseCondition(QStringLiteral("nps = 9")),
                       *query::parseCondition(QStringLiteral("email is-empty"))});
    bar.show();
    QTest::keyClick(child<QToolButton>(bar, "chipText"), Qt::Key_Delete);
    QCOMPARE(bar.conditions().size(), 1U);
    QCOMPARE(bar.conditions()[0].condition().column, QStringLiteral("email"));
}

void FilterBarsTest::aGroupIsOneChip()
{
    ConditionBar bar;
    bar.setColumns(display::columnsOf(m_feed));
    bar.show();
    bar.setConditions({*query::parseFilter(QStringLiteral("nps = 9 and (email is-empty or nps < 3)"))});
    QCOMPARE(child<QToolButton>(bar, "chipText")->text(),
             QStringLiteral("NPS = 9 and (E-mail is empty or NPS < 3)"));
    child<QToolButton>(bar, "chipText")->click();
    QVERIFY(!child<QWidget>(bar, "conditionPopup")->isVisible());
    child<QToolButton>(bar, "chipRemove")->click();
    QVERIFY(bar.conditions().empty());
}

void FilterBarsTest::chipsWrap()
{
    ConditionBar bar;
    bar.setColumns(display::columnsOf(m_feed));
    std::vector<query::Filter> conditions;
    for (int i = 0; i < 12; ++i)
        conditions.push_back({QStringLiteral("nps"), query::Operator::Equal, {QString::number(i)}});
    bar.setConditions(conditions);
    bar.resize(320, 400);
    bar.show();
    QVERIFY(bar.heightForWidth(320) > 2 * bar.heightForWidth(4000));
    for (int i = 0; i < 12; ++i) {
        const auto *chip = child<QWidget>(bar, qPrintable(QStringLiteral("chip%1").arg(i)));
        QTRY_VERIFY(chip->geometry().right() < 320);
    }
}

void FilterBarsTest::searchWaitsForAPause()
{
    SearchField field;
    QSignalSpy searched(&field, &SearchField::searchChanged);
    QTest::keyClicks(&field, QStringLiteral("price"));
    QCOMPARE(searched.size(), 0);
    QTRY_COMPARE(searched.size(), 1);
    QCOMPARE(searched[0][0].toString(), QStringLiteral("price"));
    QTest::keyClick(&field, Qt::Key_Space); // nothing else to find
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(searched.size(), 1);
    field.clear();
    QCOMPARE(searched.size(), 2);
    field.setSearch(QStringLiteral("quiet"));
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(searched.size(), 2);
}

void FilterBarsTest::everyFeedOffersItsOwnFilters()
{
    ScopeBar bar;
    bar.show();
    for (const catalog::Endpoint &feed : m_catalog.endpoints()) {
        bar.setEndpoint(feed);
        QCOMPARE(child<QLineEdit>(bar, "numberEdit")->isVisible(), feed.numberFilter);
        QCOMPARE(child<QLineEdit>(bar, "filterEdit")->isVisible(), feed.outboundFilter);
        QCOMPARE(child<QWidget>(bar, "periodPane")->isVisible(),
                 feed.periodStyle != catalog::PeriodStyle::None);
        QCOMPARE(bar.scope().with, feed.with);
        QCOMPARE(bar.findChildren<QCheckBox *>().size(), feed.with.size());
        auto *period = child<QComboBox>(bar, "periodBox");
        for (int i = 0; i < period->count(); ++i) {
            period->setCurrentIndex(i);
            QVERIFY2(!catalog::validationError(feed, bar.scope()), qPrintable(feed.id));
            QCOMPARE(child<QDateEdit>(bar, "startEdit")->isVisible(), i > 0);
        }
    }
}

void FilterBarsTest::aScopeGoesInAndComesOut()
{
    ScopeBar bar;
    bar.setEndpoint(m_feed);
    catalog::Scope scope;
    scope.number = QStringLiteral("3414");
    scope.outboundFilter = QStringLiteral("01234567-89ab-cdef-0123-456789abcdef");
    scope.periodField = QStringLiteral("date_sent");
    scope.periodStart = QStringLiteral("2025-01-01");
    scope.periodEnd = QStringLiteral("2025-03-31");
    scope.with = {QStringLiteral("tags"), QStringLiteral("properties")};
    QSignalSpy changed(&bar, &ScopeBar::changed);
    bar.setScope(scope);
    QCOMPARE(bar.scope(), scope);
    QVERIFY(!changed.isEmpty());
    // What was unticked stays so when another feed was looked at meanwhile.
    bar.setEndpoint(*m_catalog.find(QStringLiteral("close-loop")));
    QVERIFY(bar.scope().with.isEmpty());
    bar.setEndpoint(m_feed);
    QCOMPARE(bar.scope().with, scope.with);
}

QTEST_MAIN(FilterBarsTest)
#include "tst_filterbars.moc"
