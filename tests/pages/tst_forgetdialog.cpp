// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/joblist.h"
#include "kit/errorbanner.h"
#include "lake/write/lakewriter.h"
#include "pages/connections/forgetdialog.h"
#include "support/fakeclock.h"
#include "support/pagebuilder.h"
#include "support/testcase.h"
#include "vault/credentialstore.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTreeWidget>

using namespace gauge;
using ui::ErrorBanner;
using ui::ForgetDialog;

namespace {

constexpr auto person = "evelyne.okonkwo@example.com";

}

class ForgetDialogTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void asksBeforeItLooks();
    void whatIsNoAddressIsToldInWords();
    void nothingFoundIsNothingToErase();
    void whatWasFoundIsCounted();
    void anotherKeyForgetsWhatWasFound();
    void exportsToAFile();
    void erasesAfterTheNumberWasTyped();
    void mentionsAreTakenWhenTicked();
    void aSyncThatRunsIsTold();
    void closingStopsTheSearch();
    void theReportIsCopiedAndSaved();
    void theKeyboardReachesEverything();
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
    [[nodiscard]] QPushButton *button(const char *name) const { return part<QPushButton>(name); }
    void look(const QString &text)
    {
        part<QLineEdit>("keyEdit")->setText(text);
        QTest::keyClicks(part<QLineEdit>("keyEdit"), QStringLiteral(" "));
        button("lookButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->jobs().isIdle() && part<QLineEdit>("keyEdit")->isEnabled(),
                                 30'000);
    }
    void erase(const QString &number)
    {
        button("eraseButton")->click();
        part<QLineEdit>("confirmEdit")->setText(number);
        QVERIFY(button("confirmButton")->isEnabled());
        button("confirmButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->jobs().isIdle() && part<QLineEdit>("keyEdit")->isEnabled(),
                                 30'000);
    }
    [[nodiscard]] QString lakePath() const
    {
        return m_folder->filePath(QStringLiteral("lakes/") + m_connection.id + QStringLiteral(".sqlite"));
    }
    void choose(const char *title, const QString &path)
    {
        auto *chooser = m_dialog->findChild<QFileDialog *>();
        QVERIFY(chooser);
        QCOMPARE(chooser->windowTitle(), QString::fromUtf8(title));
        Q_EMIT chooser->fileSelected(path);
        chooser->close();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<engine::Engine> m_engine;
    service::Connection m_connection;
    std::unique_ptr<ForgetDialog> m_dialog;
};

void ForgetDialogTest::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir("lakes"));
    m_connection.id = "11111111-2222-3333-4444-555555555555";
    m_connection.name = "ACME";
    engine::Options options;
    options.dataFolder = m_folder->path();
    options.keychain = std::make_shared<vault::MemoryStore>();
    m_engine = std::make_unique<engine::Engine>(options);
    const auto writer
        = lake::LakeWriter::open(lakePath(), m_engine->catalog(), std::make_shared<test::FakeClock>());
    QVERIFY(writer && (*writer)->acquireLease("responses"));
    const catalog::Endpoint &feed = *m_engine->catalog().find("responses");
    test::PageBuilder page(feed);
    page.record({{"number_customergauge", 1}, {"email", person}, {"number_customer", "C-1"}});
    page.record({{"number_customergauge", 2}, {"email", person}, {"number_customer", "C-2"}});
    page.record({{"number_customergauge", 3}, {"email", "piet@example.com"}, {"comment_original", person}});
    QVERIFY((*writer)->store(feed, {}, page.page(), lake::Checkpoint{"c", true}));
    m_dialog = std::make_unique<ForgetDialog>(*m_engine, m_connection);
    m_dialog->show();
}

void ForgetDialogTest::cleanup()
{
    m_dialog.reset();
    m_engine->jobs().cancelAll();
    QTRY_VERIFY(m_engine->jobs().isIdle());
    m_engine.reset();
}

void ForgetDialogTest::asksBeforeItLooks()
{
    QCOMPARE(m_dialog->windowTitle(), QStringLiteral("Forget a person in “ACME”"));
    QCOMPARE(m_dialog->focusWidget()->objectName(), QStringLiteral("keyEdit"));
    QVERIFY(!button("lookButton")->isEnabled());
    QVERIFY(button("lookButton")->isDefault());
    QVERIFY(!part<QWidget>("resultPane")->isVisible());
    QVERIFY(!button("exportButton")->isEnabled());
    QVERIFY(!button("eraseButton")->isEnabled());
    QVERIFY(!part<QWidget>("reportEdit")->isVisible());
    QTest::keyClicks(part<QLineEdit>("keyEdit"), QStringLiteral("x"));
    QVERIFY(button("lookButton")->isEnabled());
}

void ForgetDialogTest::whatIsNoAddressIsToldInWords()
{
    look("evelyne");
    auto *banner = part<ErrorBanner>("forgetBanner");
    QVERIFY(banner->isVisible());
    QVERIFY2(banner->text().contains("not a whole e-mail address"), qPrintable(banner->text()));
    QVERIFY(!part<QWidget>("resultPane")->isVisible());
}

void ForgetDialogTest::nothingFoundIsNothingToErase()
{
    look("nobody@example.com");
    QVERIFY(part<QWidget>("resultPane")->isVisible());
    QCOMPARE(part<QLabel>("resultLabel")->text(), QStringLiteral("Nothing was found in 1 local copies."));
    QVERIFY(!part<QTreeWidget>("foundTree")->isVisible());
    QVERIFY(!button("exportButton")->isEnabled());
    QVERIFY(!button("eraseButton")->isEnabled());
}

void ForgetDialogTest::whatWasFoundIsCounted()
{
    look("Evelyne.OKONKWO@example.com");
    QVERIFY2(part<QLabel>("resultLabel")->text().contains("2 records, 0 earlier versions, 1 mention"),
             qPrintable(part<QLabel>("resultLabel")->text()));
    auto *tree = part<QTreeWidget>("foundTree");
    QCOMPARE(tree->topLevelItemCount(), 1);
    QCOMPARE(tree->topLevelItem(0)->text(0), QDir::toNativeSeparators(lakePath()));
    QCOMPARE(tree->topLevelItem(0)->childCount(), 3);
    QVERIFY(part<QLabel>("othersLabel")->text().contains("C-1 (1), C-2 (1)"));
    QVERIFY(part<QCheckBox>("mentionsCheck")->isVisible());
    QVERIFY(button("exportButton")->isEnabled());
    QCOMPARE(m_dialog->focusWidget()->objectName(), QStringLiteral("exportButton"));
    part<QComboBox>("kindBox")->setCurrentIndex(1);
    look("C-1");
    // The space that look() types is one too many for a number.
    QVERIFY(part<QLabel>("resultLabel")->text().startsWith("Nothing was found"));
    part<QLineEdit>("keyEdit")->setText("C-1");
    button("lookButton")->click();
    QTRY_VERIFY(part<QLabel>("resultLabel")->text().contains("1 record"));
    QVERIFY(part<QLabel>("othersLabel")->text().contains(person));
    QVERIFY(!part<QCheckBox>("mentionsCheck")->isVisible());
}

void ForgetDialogTest::anotherKeyForgetsWhatWasFound()
{
    look(person);
    button("eraseButton")->click();
    QVERIFY(part<QWidget>("confirmFrame")->isVisible());
    QTest::keyClicks(part<QLineEdit>("keyEdit"), QStringLiteral("x"));
    QVERIFY(!part<QWidget>("confirmFrame")->isVisible());
    QVERIFY(!part<QWidget>("resultPane")->isVisible());
    QVERIFY(!button("eraseButton")->isEnabled());
}

void ForgetDialogTest::exportsToAFile()
{
    look(person);
    button("exportButton")->click();
    const QString path = m_folder->filePath("p.jsonl");
    choose("Export the records to", path);
    QTRY_VERIFY(part<ErrorBanner>("forgetBanner")->isVisible());
    QCOMPARE(part<ErrorBanner>("forgetBanner")->severity(), ErrorBanner::Severity::Success);
    QVERIFY(QFile::exists(path));
    QVERIFY(QFile::exists(path + ".report.json"));
    QVERIFY(button("eraseButton")->isEnabled());
}

void ForgetDialogTest::erasesAfterTheNumberWasTyped()
{
    const QSignalSpy erased(m_dialog.get(), &ForgetDialog::erased);
    look(person);
    button("eraseButton")->click();
    QCOMPARE(m_dialog->focusWidget()->objectName(), QStringLiteral("confirmEdit"));
    QVERIFY(!button("confirmButton")->isEnabled());
    QVERIFY(button("confirmButton")->isDefault());
    part<QLineEdit>("confirmEdit")->setText("22");
    QVERIFY(!button("confirmButton")->isEnabled());
    QTest::keyClick(part<QLineEdit>("confirmEdit"), Qt::Key_Return);
    QVERIFY(m_engine->jobs().isIdle());
    button("keepButton")->click();
    QVERIFY(!part<QWidget>("confirmFrame")->isVisible());
    QVERIFY(button("eraseButton")->isEnabled());
    erase("2");
    QCOMPARE(erased.count(), 1);
    auto *report = part<QPlainTextEdit>("reportEdit");
    QVERIFY(report->isVisible());
    QVERIFY2(report->toPlainText().contains("Responses: 2 records"), qPrintable(report->toPlainText()));
    QVERIFY(report->toPlainText().contains("1 records or versions of others still mention"));
    QVERIFY(!report->toPlainText().contains(person));
    QVERIFY(part<QLineEdit>("keyEdit")->text().isEmpty());
    QVERIFY(!part<QWidget>("searchView")->isVisible());
    // The list of jobs says what was done, not to whom.
    for (const Job *job : m_engine->jobs().listed())
        QVERIFY(!job->title().contains(person) && !job->summary().contains(person));
}

void ForgetDialogTest::mentionsAreTakenWhenTicked()
{
    look(person);
    part<QCheckBox>("mentionsCheck")->setChecked(true);
    erase("3");
    QVERIFY(part<QPlainTextEdit>("reportEdit")->toPlainText().contains("nothing was found"));
}

void ForgetDialogTest::aSyncThatRunsIsTold()
{
    const auto writer
        = lake::LakeWriter::open(lakePath(), m_engine->catalog(), std::make_shared<SystemClock>());
    QVERIFY(writer && (*writer)->acquireLease("close-loop"));
    look(person); // looking disturbs nobody
    erase("2");
    auto *banner = part<ErrorBanner>("forgetBanner");
    QVERIFY(banner->isVisible());
    QVERIFY2(banner->text().contains("Nothing was changed"), qPrintable(banner->text()));
    QVERIFY(button("eraseButton")->isEnabled());
}

void ForgetDialogTest::closingStopsTheSearch()
{
    part<QLineEdit>("keyEdit")->setText(person);
    QTest::keyClicks(part<QLineEdit>("keyEdit"), QStringLiteral(" "));
    button("lookButton")->click();
    QVERIFY(!part<QLineEdit>("keyEdit")->isEnabled());
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    QTRY_VERIFY(m_engine->jobs().isIdle());
}

void ForgetDialogTest::theReportIsCopiedAndSaved()
{
    look(person);
    erase("2");
    button("copyReportButton")->click();
    QVERIFY(QGuiApplication::clipboard()->text().contains("A person was erased from “ACME”"));
    button("saveReportButton")->click();
    const QString path = m_folder->filePath("report.txt");
    choose("Save the report as", path);
    QTRY_VERIFY(part<ErrorBanner>("forgetBanner")->isVisible());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()).trimmed(),
             part<QPlainTextEdit>("reportEdit")->toPlainText().trimmed());
    button("saveReportButton")->click();
    choose("Save the report as", m_folder->filePath("no/such/report.txt"));
    QTRY_COMPARE(part<ErrorBanner>("forgetBanner")->severity(), ErrorBanner::Severity::Error);
}

void ForgetDialogTest::theKeyboardReachesEverything()
{
    const QStringList expected{"kindBox",          "keyEdit",          "lookButton",    "foundTree",
                               "mentionsCheck",    "confirmEdit",      "confirmButton", "keepButton",
                               "reportEdit",       "exportButton",     "eraseButton",   "copyReportButton",
                               "saveReportButton", "closeDialogButton"};
    QStringList order;
    QWidget *widget = part<QWidget>("kindBox");
    const QWidget *const first = widget;
    do {
        if (expected.contains(widget->objectName()))
            order.append(widget->objectName());
        widget = widget->nextInFocusChain();
    } while (widget != first);
    QCOMPARE(order, expected);
    // Return in the field looks.
    part<QLineEdit>("keyEdit")->setFocus();
    QTest::keyClicks(part<QLineEdit>("keyEdit"), QString::fromLatin1(person));
    QTest::keyClick(part<QLineEdit>("keyEdit"), Qt::Key_Return);
    QTRY_VERIFY(part<QWidget>("resultPane")->isVisible());
}

void ForgetDialogTest::everyControlHasAName()
{
    for (const char *name : {"kindBox", "keyEdit", "foundTree", "confirmEdit", "reportEdit"})
        QVERIFY2(!part<QWidget>(name)->accessibleName().isEmpty(), name);
}

QTEST_MAIN(ForgetDialogTest)
#include "tst_forgetdialog.moc"
