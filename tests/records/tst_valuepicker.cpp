// SPDX-License-Identifier: GPL-3.0-or-later
#include "madeupvalues.h"
#include "records/cells/display.h"
#include "records/filter/conditionbar.h"
#include "records/filter/valuepicker.h"
#include "support/testcase.h"

#include <QAbstractItemModelTester>
#include <QCalendarWidget>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeView>

using namespace gauge;
using namespace gauge::ui;
using query::Operator;
using test::MadeUpValues;

//! Values to choose from, in every state of the counting, and the popup that they are chosen in.
class ValuePickerTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void theModelObeysTheRules();
    void countsAreListed();
    void typingAsksForOthers();
    void whatIsTickedStaysTicked();
    void aFailureIsToldAndRetried();
    void lateAnswersAreDropped();
    void thePopupPicksValues();
    void thePopupCountsAmongTheOthers();
    void valuesWithCommasAreWhole();
    void datesHavePeriodsAndDays();
    void keysAreEnough();

private:
    template <typename T>
    static T *child(const QWidget &widget, const char *name)
    {
        T *found = widget.findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    static lake::ValueCounts counts(const std::vector<std::pair<const char *, qint64>> &values,
                                    bool more = false, qint64 empty = 0, qint64 strays = 0)
    {
        lake::ValueCounts result{{}, more, empty, strays};
        for (const auto &[text, records] : values)
            result.values.push_back({QString::fromUtf8(text), records});
        return result;
    }
    static lake::LakeColumn column(const char *name)
    {
        for (const lake::LakeColumn &each : columns()) {
            if (each.name == QLatin1String(name))
                return each;
        }
        qFatal("no column %s", name);
    }
    static std::vector<lake::LakeColumn> columns()
    {
        return display::columnsOf(*catalog::Catalog::builtIn().find(QStringLiteral("responses")));
    }
    static QString note(const QWidget &widget) { return child<QLabel>(widget, "valueNote")->text(); }
    //! "text count" a row, ticked ones with a star.
    static QString listed(const QWidget &widget)
    {
        const QAbstractItemModel *model = child<QTreeView>(widget, "valueList")->model();
        QStringList rows;
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex value = model->index(row, ValueListModel::ValueColumn);
            const bool isTicked = value.data(Qt::CheckStateRole).toInt() == Qt::Checked;
            rows.append((isTicked ? QStringLiteral("*") : QString()) + value.data().toString()
                        + QLatin1Char(' ')
                        + model->index(row, ValueListModel::RecordsColumn).data().toString());
        }
        return rows.join(QStringLiteral(", "));
    }
    static void tick(const QWidget &widget, int row, bool on = true)
    {
        QAbstractItemModel *model = child<QTreeView>(widget, "valueList")->model();
        model->setData(model->index(row, 0), on ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
    }
    static void choose(const QWidget &widget, const char *columnName, Operator op)
    {
        auto *box = child<QComboBox>(widget, "columnBox");
        box->setCurrentIndex(box->findData(QLatin1String(columnName)));
        auto *operators = child<QComboBox>(widget, "operatorBox");
        operators->setCurrentIndex(operators->findData(int(op)));
    }
};

void ValuePickerTest::theModelObeysTheRules()
{
    ValueListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy ticked(&model, &ValueListModel::tickedByPerson);
    model.setValues(catalog::ColumnType::Score, counts({{"10", 5}, {"9", 1'204}}).values);
    model.setTicked({QStringLiteral("9"), QStringLiteral("3")});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("▼3"));
    QCOMPARE(model.index(0, 1).data().toString(), QString());
    QCOMPARE(model.index(2, 1).data().toString(), QStringLiteral("1,204"));
    QVERIFY(model.index(2, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("1,204")));
    QCOMPARE(ticked.size(), 0);
    QVERIFY(model.setData(model.index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(!model.setData(model.index(0, 1), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(model.ticked(), QStringList{QStringLiteral("9")});
    QCOMPARE(ticked.size(), 1);
    model.setValues(catalog::ColumnType::Text, {});
    QCOMPARE(model.rowCount(), 1);
}

void ValuePickerTest::countsAreListed()
{
    MadeUpValues values;
    ValuePicker picker;
    picker.setSource(values.source());
    picker.list(column("language"), {*query::parseFilter(QStringLiteral("nps >= 9"))});
    QCOMPARE(values.asked.size(), 1U);
    QCOMPARE(values.asked.front().column, QStringLiteral("language"));
    QCOMPARE(values.asked.front().where, QStringLiteral("nps >= 9"));
    QCOMPARE(note(picker), QStringLiteral("Counting values…"));
    values.answer(counts({{"nl", 12'480}, {"de", 3}}, false, 7, 2));
    QTRY_COMPARE(listed(picker), QStringLiteral("nl 12,480, de 3"));
    QVERIFY(note(picker).contains(QLatin1Char('7')));
    picker.list(column("language"), {*query::parseFilter(QStringLiteral("nps >= 9"))}); // they are listed
    QVERIFY(values.asked.empty());
    picker.list(column("language"), {});
    values.answer(counts({{"nl", 1}}, true));
    QTRY_COMPARE(listed(picker), QStringLiteral("nl 1"));
    QVERIFY(note(picker).contains(QStringLiteral("most frequent")));
    picker.list(column("email"), {});
    values.answer(counts({}, false, 9));
    QTRY_COMPARE(note(picker), QStringLiteral("No record has a value here."));
}

void ValuePickerTest::typingAsksForOthers()
{
    MadeUpValues values;
    ValuePicker picker;
    picker.setSource(values.source());
    picker.list(column("account_name"), {});
    values.answer(counts({{"ACME", 3}}, true));
    QTRY_COMPARE(listed(picker), QStringLiteral("ACME 3"));
    auto *search = child<QLineEdit>(picker, "valueSearch");
    QTest::keyClicks(search, QStringLiteral("zeb"));
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(values.asked.size(), 1U);
    QCOMPARE(values.asked.front().where, QStringLiteral("account_name contains zeb"));
    values.answer(counts({}));
    QTRY_COMPARE(note(picker), QStringLiteral("No value contains this."));
    // Another column begins anew.
    picker.list(column("email"), {});
    QCOMPARE(search->text(), QString());
    QCOMPARE(values.asked.front().where, QString());
}

void ValuePickerTest::whatIsTickedStaysTicked()
{
    MadeUpValues values;
    ValuePicker picker;
    picker.setSource(values.source());
    picker.setTicked({QStringLiteral("nl"), QStringLiteral("xx")});
    picker.list(column("language"), {});
    QCOMPARE(listed(picker), QStringLiteral("*nl , *xx "));
    values.answer(counts({{"de", 5}, {"nl", 4}}));
    QTRY_COMPARE(listed(picker), QStringLiteral("*xx , de 5, *nl 4"));
    tick(picker, 1);
    tick(picker, 0, false);
    QCOMPARE(picker.ticked(), (QStringList{QStringLiteral("nl"), QStringLiteral("de")}));
    QTest::keyClicks(child<QLineEdit>(picker, "valueSearch"), QStringLiteral("fr"));
    QTest::keyClick(child<QLineEdit>(picker, "valueSearch"), Qt::Key_Return);
    values.answer(counts({{"fr", 1}}));
    QTRY_COMPARE(listed(picker), QStringLiteral("*nl , *de , fr 1"));
}

void ValuePickerTest::aFailureIsToldAndRetried()
{
    MadeUpValues values;
    ValuePicker picker;
    picker.setSource(values.source());
    picker.show();
    picker.list(column("language"), {});
    values.answer(
        Result<lake::ValueCounts>(fail(ErrorKind::Storage, QStringLiteral("The disk is on fire."))));
    QTRY_COMPARE(note(picker), QStringLiteral("The disk is on fire."));
    auto *retry = child<QPushButton>(picker, "retryButton");
    QVERIFY(retry->isVisible());
    retry->click();
    values.answer(counts({{"nl", 1}}));
    QTRY_COMPARE(listed(picker), QStringLiteral("nl 1"));
    QVERIFY(!retry->isVisible());
}

void ValuePickerTest::lateAnswersAreDropped()
{
    MadeUpValues values;
    {
        ValuePicker picker;
        picker.setSource(values.source());
        picker.list(column("language"), {});
        picker.list(column("email"), {});
        QCOMPARE(values.asked.size(), 2U);
        QVERIFY(values.asked[0].stop.stop_requested());
        values.answer(counts({{"nl", 1}}));
        values.answer(counts({{"a@b.nl", 2}}));
        QTRY_COMPARE(listed(picker), QStringLiteral("a@b.nl 2"));
        picker.list(column("language"), {});
        picker.clear();
        QVERIFY(values.asked[0].stop.stop_requested());
        values.answer(counts({{"nl", 1}}));
        QCoreApplication::processEvents();
        QCOMPARE(listed(picker), QString());
        picker.list(column("language"), {});
    }
    QVERIFY(values.asked[0].stop.stop_requested());
    values.answer(counts({{"nl", 1}})); // nobody listens
}

void ValuePickerTest::thePopupPicksValues()
{
    MadeUpValues values;
    ConditionBar bar;
    bar.setColumns(columns());
    bar.setValues(values.source());
    bar.show();
    child<QToolButton>(bar, "addFilterButton")->click();
    choose(bar, "language", Operator::Contains);
    QVERIFY(values.asked.empty()); // nobody wanted to pick
    QVERIFY(!child<QWidget>(bar, "picker")->isVisible());
    child<QPushButton>(bar, "pickButton")->click();
    QVERIFY(child<QWidget>(bar, "picker")->isVisible());
    values.answer(counts({{"nl", 3}, {"de", 2}, {"fr", 1}}));
    QTRY_COMPARE(listed(bar), QStringLiteral("nl 3, de 2, fr 1"));
    tick(bar, 0);
    tick(bar, 2);
    auto *value = child<QLineEdit>(bar, "valueEdit");
    QCOMPARE(value->text(), QStringLiteral("nl,fr"));
    value->setText(QStringLiteral("fr, de"));
    QCOMPARE(listed(bar), QStringLiteral("nl 3, *de 2, *fr 1"));
    child<QPushButton>(bar, "applyButton")->click();
    QCOMPARE(query::print(bar.conditions().at(0)), QStringLiteral("language in fr,de"));
    QVERIFY(!child<QWidget>(bar, "conditionPopup")->isVisible());
    // Lists, dates and truths have no values to pick.
    child<QToolButton>(bar, "addFilterButton")->click();
    for (const char *name : {"tags", "date_sent", "follow_up_requested"}) {
        choose(bar, name, Operator::IsEmpty);
        QVERIFY2(!child<QPushButton>(bar, "pickButton")->isVisible(), name);
        QVERIFY2(!child<QWidget>(bar, "picker")->isVisible(), name);
    }
}

void ValuePickerTest::thePopupCountsAmongTheOthers()
{
    MadeUpValues values;
    ConditionBar bar;
    bar.setColumns(columns());
    bar.setValues(values.source());
    bar.setConditions({*query::parseFilter(QStringLiteral("nps >= 9")),
                       *query::parseFilter(QStringLiteral("language in nl,de")),
                       *query::parseFilter(QStringLiteral("email is-empty or phone is-empty"))});
    bar.show();
    child<QToolButton>(*child<QWidget>(bar, "chip1"), "chipText")->click();
    QCOMPARE(values.asked.size(), 1U);
    QCOMPARE(values.asked[0].where, QStringLiteral("nps >= 9; email is-empty or phone is-empty"));
    child<QWidget>(bar, "conditionPopup")->hide();
    QVERIFY(values.asked[0].stop.stop_requested());
}

void ValuePickerTest::valuesWithCommasAreWhole()
{
    MadeUpValues values;
    ConditionBar bar;
    bar.setColumns(columns());
    bar.setValues(values.source());
    bar.show();
    child<QToolButton>(bar, "addFilterButton")->click();
    choose(bar, "account_name", Operator::In);
    values.answer(counts({{"Contoso, Ltd.", 3}, {"\"quoted\"", 2}, {" spaced ", 1}}));
    QTRY_COMPARE(values.asked.size(), 0U);
    QTRY_VERIFY(listed(bar).contains(QStringLiteral("Contoso, Ltd. 3")));
    for (int row = 0; row < 3; ++row)
        tick(bar, row);
    child<QPushButton>(bar, "applyButton")->click();
    QCOMPARE(bar.conditions().at(0).condition().values,
             (QStringList{QStringLiteral("Contoso, Ltd."), QStringLiteral("\"quoted\""),
                          QStringLiteral(" spaced ")}));
}

void ValuePickerTest::datesHavePeriodsAndDays()
{
    ConditionBar bar;
    bar.setColumns(columns());
    bar.show();
    child<QToolButton>(bar, "addFilterButton")->click();
    choose(bar, "date_sent", Operator::GreaterOrEqual);
    const auto *operators = child<QComboBox>(bar, "operatorBox");
    auto *value = child<QLineEdit>(bar, "valueEdit");
    int periods = 0;
    for (QAction *action : child<QMenu>(bar, "periodMenu")->actions()) {
        if (action->isSeparator())
            continue;
        ++periods;
        action->trigger();
        QCOMPARE(operators->currentData().toInt(), int(Operator::In));
        QCOMPARE(value->text(), action->data().toString());
        child<QPushButton>(bar, "applyButton")->click();
        QVERIFY2(!child<QWidget>(bar, "conditionPopup")->isVisible(), qPrintable(value->text()));
        child<QToolButton>(bar, "addFilterButton")->click();
    }
    QCOMPARE(periods, 11);
    // A day is the whole day.
    Q_EMIT child<QCalendarWidget>(bar, "calendar")->activated(QDate(2026, 3, 31));
    QCOMPARE(value->text(), QStringLiteral("2026-03-31"));
    QCOMPARE(operators->currentData().toInt(), int(Operator::In));
    // Of a range the first day is chosen first.
    choose(bar, "date_sent", Operator::Between);
    auto *until = child<QLineEdit>(bar, "untilEdit");
    value->clear();
    QVERIFY(until->isVisible());
    for (const int day : {1, 31})
        Q_EMIT child<QCalendarWidget>(bar, "calendar")->activated(QDate(2026, 1, day));
    child<QPushButton>(bar, "applyButton")->click();
    QCOMPARE(query::print(bar.conditions().back().condition()),
             QStringLiteral("date_sent between 2026-01-01 and 2026-01-31"));
    child<QToolButton>(bar, "addFilterButton")->click();
    // What was meant for one column says nothing about another.
    choose(bar, "date_creation", Operator::GreaterOrEqual);
    QCOMPARE(value->text(), QString());
}

void ValuePickerTest::keysAreEnough()
{
    MadeUpValues values;
    ConditionBar bar;
    bar.setColumns(columns());
    bar.setValues(values.source());
    bar.show();
    bar.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&bar));
    child<QToolButton>(bar, "addFilterButton")->setFocus();
    QTest::keyClick(child<QToolButton>(bar, "addFilterButton"), Qt::Key_Space);
    auto *popup = child<QWidget>(bar, "conditionPopup");
    QVERIFY(popup->isVisible());
    const auto press = [&](Qt::Key key) { QTest::keyClick(popup->focusWidget(), key); };
    auto *box = child<QComboBox>(bar, "columnBox");
    QCOMPARE(popup->focusWidget(), box);
    box->setCurrentIndex(box->findData(QStringLiteral("language")));
    press(Qt::Key_Tab);
    QCOMPARE(popup->focusWidget(), child<QWidget>(bar, "operatorBox"));
    press(Qt::Key_Tab);
    QCOMPARE(popup->focusWidget(), child<QWidget>(bar, "valueEdit"));
    press(Qt::Key_Tab);
    QCOMPARE(popup->focusWidget(), child<QWidget>(bar, "pickButton"));
    press(Qt::Key_Space);
    values.answer(counts({{"nl", 3}, {"de", 2}}));
    QTRY_COMPARE(listed(bar), QStringLiteral("nl 3, de 2"));
    QCOMPARE(popup->focusWidget(), child<QWidget>(bar, "valueSearch"));
    press(Qt::Key_Tab);
    QCOMPARE(popup->focusWidget(), child<QWidget>(bar, "valueList"));
    press(Qt::Key_Space);
    QCOMPARE(listed(bar), QStringLiteral("*nl 3, de 2"));
    press(Qt::Key_Tab);
    QCOMPARE(popup->focusWidget(), child<QWidget>(bar, "applyButton"));
    press(Qt::Key_Space);
    QCOMPARE(query::print(bar.conditions().at(0)), QStringLiteral("language in nl"));
    // The chip opens by Enter, too, and Escape leaves everything as it is.
    auto *chip = child<QToolButton>(bar, "chipText");
    QTest::keyClick(chip, Qt::Key_Return);
    QVERIFY(popup->isVisible());
    press(Qt::Key_Escape);
    QVERIFY(!popup->isVisible());
    QCOMPARE(bar.conditions().size(), 1U);
}

QTEST_MAIN(ValuePickerTest)
#include "tst_valuepicker.moc"
