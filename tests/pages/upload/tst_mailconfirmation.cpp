// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/shared/mailconfirmation.h"
#include "support/testcase.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace gauge;
using ui::MailConfirmation;

//! What stands between a click and a real customer's mailbox.
class MailConfirmationTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void enterAndEscapeSendNothing();
    void aFewAreConfirmedWithAClick();
    void manyAreTyped_data();
    void manyAreTyped();

private:
    static QPushButton *sendButton(const MailConfirmation &dialog)
    {
        return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    }
    static const catalog::RecordType &surveys()
    {
        return *catalog::findRecordType(QStringLiteral("surveys"));
    }
};

void MailConfirmationTest::enterAndEscapeSendNothing()
{
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Escape}) {
        MailConfirmation dialog(nullptr, surveys(), 1);
        const QSignalSpy accepted(&dialog, &QDialog::accepted);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QTest::keyClick(&dialog, key);
        QVERIFY(!dialog.isVisible());
        QVERIFY(accepted.isEmpty());
    }
}

void MailConfirmationTest::aFewAreConfirmedWithAClick()
{
    MailConfirmation one(nullptr, surveys(), 1);
    one.show();
    QVERIFY(one.findChild<QLabel *>(QStringLiteral("warningLabel"))
                ->text()
                .contains(QStringLiteral("real customer")));
    QVERIFY(!one.findChild<QLineEdit *>()->isVisible());
    QVERIFY(!one.isLastQuestion());
    one.findChild<QCheckBox *>()->click();
    QVERIFY(one.isLastQuestion());
    const QSignalSpy accepted(&one, &QDialog::accepted);
    sendButton(one)->click();
    QCOMPARE(accepted.size(), 1);
    // A file asks each time.
    MailConfirmation ten(nullptr, surveys(), MailConfirmation::typedAbove);
    ten.show();
    QVERIFY(!ten.findChild<QLineEdit *>()->isVisible());
    QVERIFY(!ten.findChild<QCheckBox *>()->isVisible());
    QVERIFY(sendButton(ten)->isEnabled());
}

void MailConfirmationTest::manyAreTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("fits");
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("less") << QStringLiteral("125") << false;
    QTest::newRow("more") << QStringLiteral("12500") << false;
    QTest::newRow("words") << QStringLiteral("yes") << false;
    QTest::newRow("the number") << QStringLiteral(" 1250 ") << true;
}

void MailConfirmationTest::manyAreTyped()
{
    QFETCH(const QString, typed);
    QFETCH(const bool, fits);
    MailConfirmation dialog(nullptr, surveys(), 1250);
    dialog.show();
    QVERIFY(!sendButton(dialog)->isEnabled());
    QTest::keyClicks(dialog.findChild<QLineEdit *>(), typed);
    QCOMPARE(sendButton(dialog)->isEnabled(), fits);
}

QTEST_MAIN(MailConfirmationTest)
#include "tst_mailconfirmation.moc"
