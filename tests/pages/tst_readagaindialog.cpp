// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/readagaindialog.h"
#include "support/testcase.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace gauge;
using ui::ReadAgainDialog;

class ReadAgainDialogTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void proposesTheLastMonthOfResponses();
    void aPeriodBecomesARefresh();
    void closeLoopGoesByItsLastUpdate();
    void whatCannotStartSaysWhy();
    void reconcilesSeveralFeeds();
    void comparesEachFeed();
    void aReportNeedsAPlace();
    void theKeyboardReachesEverythingInOrder();
    void everyControlHasAName();

private:
    template <typename T>
    T *part(const char *name) const
    {
        T *found = m_dialog->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    void tick(const char *feed, bool on) const
    {
        part<QCheckBox>(qPrintable(QLatin1String("feed_") + QLatin1String(feed)))->setChecked(on);
    }
    [[nodiscard]] QPushButton *start() const
    {
        return part<QDialogButtonBox>("buttons")->button(QDialogButtonBox::Ok);
    }
    [[nodiscard]] QString validationError() const { return part<QLabel>("objectionLabel")->text(); }

    const catalog::Catalog m_catalog = catalog::Catalog::builtIn();
    std::unique_ptr<ReadAgainDialog> m_dialog;
};

void ReadAgainDialogTest::init()
{
    TestCase::init();
    m_dialog = std::make_unique<ReadAgainDialog>(m_catalog, QStringLiteral("ACME"), QDate(2026, 3, 15));
    m_dialog->show();
}

void ReadAgainDialogTest::proposesTheLastMonthOfResponses()
{
    QCOMPARE(m_dialog->windowTitle(), QStringLiteral("Read “ACME” again"));
    QVERIFY(part<QCheckBox>("feed_responses")->isChecked());
    QVERIFY(!part<QCheckBox>("feed_close-loop")->isChecked());
    QVERIFY(part<QRadioButton>("periodButton")->isChecked());
    QCOMPARE(part<QDateEdit>("fromEdit")->date(), QDate(2026, 2, 15));
    QCOMPARE(part<QDateEdit>("toEdit")->date(), QDate(2026, 3, 15));
    QCOMPARE(part<QComboBox>("fieldBox")->currentData().toString(), QStringLiteral("date_creation"));
    QVERIFY(start()->isEnabled());
    QVERIFY(start()->isDefault());
}

void ReadAgainDialogTest::aPeriodBecomesARefresh()
{
    sync::SyncPlan plan;
    connect(m_dialog.get(), &ReadAgainDialog::readWanted, this,
            [&](const sync::SyncPlan &wanted) { plan = wanted; });
    part<QDateEdit>("fromEdit")->setDate(QDate(2026, 1, 1));
    part<QDateEdit>("toEdit")->setDate(QDate(2026, 1, 31));
    start()->click();
    QCOMPARE(plan.kind, lake::SyncKind::Refresh);
    QCOMPARE(plan.feeds.size(), 1U);
    QCOMPARE(plan.feeds.front().id, QStringLiteral("responses"));
    QCOMPARE(plan.periodField, QStringLiteral("date_creation"));
    QCOMPARE(plan.periodStart, QStringLiteral("2026-01-01"));
    QCOMPARE(plan.periodEnd, QStringLiteral("2026-01-31"));
    QVERIFY(!m_dialog->isVisible());
}

void ReadAgainDialogTest::closeLoopGoesByItsLastUpdate()
{
    tick("responses", false);
    tick("close-loop", true);
    QCOMPARE(part<QComboBox>("fieldBox")->count(), 1);
    QCOMPARE(part<QComboBox>("fieldBox")->currentData().toString(), QStringLiteral("updated_at"));
    QVERIFY(start()->isEnabled());
}

void ReadAgainDialogTest::whatCannotStartSaysWhy()
{
    tick("responses", false);
    QVERIFY(!start()->isEnabled());
    QCOMPARE(validationError(), QStringLiteral("Choose at least one feed."));
    tick("responses", true);
    part<QDateEdit>("fromEdit")->setDate(QDate(2026, 4, 1));
    QVERIFY(!start()->isEnabled());
    QCOMPARE(validationError(), QStringLiteral("The period ends before it starts."));
    part<QDateEdit>("toEdit")->setDate(QDate(2026, 4, 1)); // one day is a period
    QVERIFY(start()->isEnabled());
    QCOMPARE(validationError(), QString());
    tick("close-loop", true);
    QVERIFY(!start()->isEnabled());
    QVERIFY2(validationError().contains(QLatin1String("no date in common")), qPrintable(validationError()));
    // That is about periods only.
    part<QRadioButton>("reconcileButton")->setChecked(true);
    QVERIFY(start()->isEnabled());
}

void ReadAgainDialogTest::reconcilesSeveralFeeds()
{
    sync::SyncPlan plan;
    connect(m_dialog.get(), &ReadAgainDialog::readWanted, this,
            [&](const sync::SyncPlan &wanted) { plan = wanted; });
    tick("non-responses", true);
    part<QRadioButton>("reconcileButton")->setChecked(true);
    QVERIFY(!part<QWidget>("periodPane")->isVisible());
    start()->click();
    QCOMPARE(plan.kind, lake::SyncKind::Reconcile);
    QCOMPARE(plan.feeds.size(), 2U);
    QVERIFY(plan.periodField.isEmpty());
}

void ReadAgainDialogTest::comparesEachFeed()
{
    std::vector<sync::VerifyPlan> plans;
    connect(m_dialog.get(), &ReadAgainDialog::compareWanted, this,
            [&](const std::vector<sync::VerifyPlan> &wanted) { plans = wanted; });
    tick("close-loop", true);
    part<QRadioButton>("compareButton")->setChecked(true);
    QVERIFY(part<QWidget>("reportPane")->isVisible());
    start()->click();
    QCOMPARE(plans.size(), 2U);
    QVERIFY(plans.front().report.isEmpty());
    QVERIFY(plans.front().feed.id != plans.back().feed.id);
}

void ReadAgainDialogTest::aReportNeedsAPlace()
{
    const QTemporaryDir folder;
    std::vector<sync::VerifyPlan> plans;
    connect(m_dialog.get(), &ReadAgainDialog::compareWanted, this,
            [&](const std::vector<sync::VerifyPlan> &wanted) { plans = wanted; });
    part<QRadioButton>("compareButton")->setChecked(true);
    QVERIFY(!part<QLineEdit>("reportEdit")->isEnabled());
    part<QCheckBox>("reportCheck")->click();
    QVERIFY(part<QLineEdit>("reportEdit")->text().endsWith(QLatin1String("differences-2026-03-15.jsonl")));
    auto *edit = part<QLineEdit>("reportEdit");
    edit->setText(QStringLiteral("here.jsonl"));
    QTRY_COMPARE(validationError(), QStringLiteral("Enter a file with its folder."));
    edit->setText(folder.path());
    QVERIFY(!start()->isEnabled()); // not known yet
    QTRY_COMPARE(validationError(), QStringLiteral("This is a folder. Add a file name."));
    edit->setText(folder.filePath(QStringLiteral("nowhere/d.jsonl")));
    QTRY_COMPARE(validationError(), QStringLiteral("This folder does not exist."));
    QVERIFY(!start()->isEnabled());
    edit->setText(folder.filePath(QStringLiteral("d.jsonl")));
    QTRY_VERIFY(start()->isEnabled());
    tick("close-loop", true);
    QVERIFY2(validationError().contains(QLatin1String("one feed")), qPrintable(validationError()));
    QVERIFY(!start()->isEnabled());
    tick("close-loop", false);
    start()->click();
    QCOMPARE(plans.size(), 1U);
    QCOMPARE(plans.front().report, folder.filePath(QStringLiteral("d.jsonl")));
}

void ReadAgainDialogTest::theKeyboardReachesEverythingInOrder()
{
    QStringList expected;
    const QStringList ids = m_catalog.ids();
    for (const QString &id : ids)
        expected.append(QStringLiteral("feed_") + id);
    for (const char *name : {"periodButton", "fieldBox", "fromEdit", "toEdit", "reconcileButton",
                             "compareButton", "reportCheck", "reportEdit", "browseButton"})
        expected.append(QLatin1String(name));
    QStringList order;
    QWidget *widget = part<QCheckBox>(qPrintable(expected.first()));
    const QWidget *const first = widget;
    do {
        if (expected.contains(widget->objectName()))
            order.append(widget->objectName());
        widget = widget->nextInFocusChain();
    } while (widget != first);
    QCOMPARE(order, expected);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

void ReadAgainDialogTest::everyControlHasAName()
{
    const QList<QWidget *> all = m_dialog->findChildren<QWidget *>();
    int named = 0;
    for (QWidget *widget : all) {
        if (qobject_cast<QComboBox *>(widget) || qobject_cast<QDateEdit *>(widget)
            || widget->objectName() == QLatin1String("reportEdit")) {
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
            ++named;
        }
    }
    QCOMPARE(named, 4);
}

QTEST_MAIN(ReadAgainDialogTest)
#include "tst_readagaindialog.moc"
