// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/language.h"
#include "pages/settings/settingspage.h"
#include "support/testcase.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalSpy>
#include <QSpinBox>

using namespace gauge;
using ui::Language;
using ui::SettingsPage;

class SettingsPageTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void offersEachLanguageByItsOwnName();
    void choosesByKeyboard();
    void showsWhereTheDataIsAndWhatThisIs();
    void anUnknownLanguageIsTheSystems();
    void numbersFollowTheLanguage();
    void hoursOfNonResponsesAreChosen();
};

void SettingsPageTest::offersEachLanguageByItsOwnName()
{
    const SettingsPage page(QStringLiteral("/tmp/data"), QStringLiteral("nl"));
    const auto *box = page.findChild<QComboBox *>(QStringLiteral("languageBox"));
    QCOMPARE(box->count(), 1 + int(Language::codes().size()));
    QVERIFY(box->findText(QStringLiteral("English")) > 0);
    QVERIFY(box->findText(QStringLiteral("Nederlands")) > 0);
    QCOMPARE(box->currentData().toString(), QStringLiteral("nl"));
}

void SettingsPageTest::choosesByKeyboard()
{
    SettingsPage page(QStringLiteral("/tmp/data"), {});
    page.show();
    const QSignalSpy chosen(&page, &SettingsPage::languageChosen);
    auto *box = page.findChild<QComboBox *>(QStringLiteral("languageBox"));
    QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).toString(), QStringLiteral("en"));
}

void SettingsPageTest::showsWhereTheDataIsAndWhatThisIs()
{
    const SettingsPage page(QStringLiteral("/tmp/data"), {});
    QCOMPARE(page.findChild<QLineEdit *>(QStringLiteral("dataFolderEdit"))->text(),
             QStringLiteral("/tmp/data"));
    QVERIFY(page.findChild<QLabel *>(QStringLiteral("versionLabel"))
                ->text()
                .contains(QLatin1String(GAUGE_VERSION)));
    QVERIFY(page.findChild<QLabel *>(QStringLiteral("independentLabel"))
                ->text()
                .contains(QLatin1String("independent")));
}

void SettingsPageTest::anUnknownLanguageIsTheSystems()
{
    Language language;
    language.use(QStringLiteral("../../etc"));
    QCOMPARE(language.current(), QString());
}

void SettingsPageTest::numbersFollowTheLanguage()
{
    Language language;
    language.use(QStringLiteral("nl"));
    QCOMPARE(QLocale().toString(1'234'567), QStringLiteral("1.234.567"));
    language.use(QStringLiteral("en"));
    QCOMPARE(QLocale().toString(1'234'567), QStringLiteral("1,234,567"));
}

void SettingsPageTest::hoursOfNonResponsesAreChosen()
{
    SettingsPage page(QStringLiteral("/tmp/data"), {});
    const QSignalSpy chosen(&page, &SettingsPage::settlingChosen);
    auto *box = page.findChild<QSpinBox *>(QStringLiteral("settlingBox"));
    QCOMPARE(box->value(), 48);
    page.setSettlingHours(24);
    QCOMPARE(box->value(), 24);
    QVERIFY(chosen.isEmpty()); // nobody chose it
    page.show();
    QTest::keyClick(box, Qt::Key_Up);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).toInt(), 36);
    box->setValue(0);
    QCOMPARE(box->text(), QStringLiteral("never"));
}

QTEST_MAIN(SettingsPageTest)
#include "tst_settingspage.moc"
