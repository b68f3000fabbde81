// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/errorbanner.h"
#include "support/testcase.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace gauge;
using ui::ErrorBanner;

class ErrorBannerTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void isHiddenUntilItHasSomethingToSay();
    void showsWordsAndOneAction();
    void aCancelledWorkSaysNothing();
    void whatPassesIsAWarning();
    void detailsAreFoldedAndCopiedWithoutSecrets();
    void closesAndForgets();
    void isAnAlertToScreenReaders();
    void keepsItsWordsWhenThePaletteTurnsDark();
};

namespace {

Error refused()
{
    return {ErrorKind::Unauthorized,
            QStringLiteral("The service refused the client secret. Nothing was changed."),
            QStringLiteral("401 from auth.eu.customergauge.com; client_secret=CANARY-1")};
}

template <typename T>
T *part(ErrorBanner &banner, const char *name)
{
    auto *found = banner.findChild<T *>(QLatin1String(name));
    Q_ASSERT(found);
    return found;
}

} // namespace

void ErrorBannerTest::isHiddenUntilItHasSomethingToSay()
{
    QWidget window;
    ErrorBanner banner(&window);
    window.show();
    QVERIFY(!banner.isVisible());
    banner.showMessage(ErrorBanner::Severity::Success, QStringLiteral("It works."));
    QVERIFY(banner.isVisible());
    QVERIFY(!part<QToolButton>(banner, "detailsButton")->isVisible());
    QVERIFY(!part<QPushButton>(banner, "actionButton")->isVisible());
}

void ErrorBannerTest::showsWordsAndOneAction()
{
    ErrorBanner banner;
    banner.showError(refused(), QStringLiteral("Try again"));
    QCOMPARE(part<QLabel>(banner, "textLabel")->text(), refused().text);
    QCOMPARE(banner.severity(), ErrorBanner::Severity::Error);
    const QSignalSpy triggered(&banner, &ErrorBanner::actionTriggered);
    QTest::keyClick(part<QPushButton>(banner, "actionButton"), Qt::Key_Space);
    QCOMPARE(triggered.size(), 1);
}

void ErrorBannerTest::aCancelledWorkSaysNothing()
{
    ErrorBanner banner;
    banner.showError(cancelled());
    QVERIFY(banner.isHidden());
}

void ErrorBannerTest::whatPassesIsAWarning()
{
    ErrorBanner banner;
    banner.showError({ErrorKind::Offline, QStringLiteral("No connection."), {}});
    QCOMPARE(banner.severity(), ErrorBanner::Severity::Warning);
}

void ErrorBannerTest::detailsAreFoldedAndCopiedWithoutSecrets()
{
    ErrorBanner banner;
    banner.showError(refused());
    auto *text = part<QPlainTextEdit>(banner, "detailsText");
    QVERIFY(!text->isVisible());
    QTest::keyClick(part<QToolButton>(banner, "detailsButton"), Qt::Key_Space);
    QVERIFY(text->isVisible());
    QTest::keyClick(part<QPushButton>(banner, "copyButton"), Qt::Key_Space);
    const QString copied = QGuiApplication::clipboard()->text();
    QCOMPARE(text->toPlainText(), copied);
    QVERIFY(copied.contains(QLatin1String("unauthorized")));
    QVERIFY(copied.contains(refused().text));
    QVERIFY(copied.contains(QLatin1String("auth.eu.customergauge.com")));
    QVERIFY2(!copied.contains(QLatin1String("CANARY")), qPrintable(copied));
}

void ErrorBannerTest::closesAndForgets()
{
    ErrorBanner banner;
    banner.showError(refused());
    const QSignalSpy dismissed(&banner, &ErrorBanner::dismissed);
    QTest::mouseClick(part<QToolButton>(banner, "closeButton"), Qt::LeftButton);
    QVERIFY(banner.isHidden());
    QCOMPARE(dismissed.size(), 1);
    QVERIFY(banner.text().isEmpty());
}

void ErrorBannerTest::isAnAlertToScreenReaders()
{
    ErrorBanner banner;
    banner.showError(refused());
    const QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(&banner);
    QVERIFY(seen);
    QCOMPARE(seen->role(), QAccessible::AlertMessage);
    QCOMPARE(seen->text(QAccessible::Name), refused().text);
}

void ErrorBannerTest::keepsItsWordsWhenThePaletteTurnsDark()
{
    const QPalette light = QGuiApplication::palette();
    ErrorBanner banner;
    banner.showError(refused());
    const QColor before = banner.palette().color(QPalette::Window);
    QGuiApplication::setPalette(QPalette(QColor(0x30, 0x30, 0x30), QColor(0x20, 0x20, 0x20)));
    QCoreApplication::processEvents();
    QVERIFY(banner.palette().color(QPalette::Window).lightness() < before.lightness());
    QCOMPARE(banner.text(), refused().text);
    QGuiApplication::setPalette(light);
}

QTEST_MAIN(ErrorBannerTest)
#include "tst_errorbanner.moc"
