// SPDX-License-Identifier: GPL-3.0-or-later
#include "fileuploaddriver.h"
#include "net/retrypolicy.h"

#include <QDialog>
#include <QMessageBox>
#include <QRadioButton>
#include <QToolButton>

using namespace gauge;
using test::Answer;

//! Sending a file, and what becomes of its rows.
class FileUploadSendTest : public test::FileUploadDriver
{
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void aFileIsSent();
    void refusedRowsGoAgain();
    void unknownRowsNeedAPersonsWord();
    void aFileThatWasBegunIsAskedAbout();
    void aFileThatWasSentIsAskedAbout();
    void aCorrectedFileSendsWhatIsCorrected();
    void customersAreNotMailedUnasked();
    void anUploadIsShownWhenOneComesBack();
    void anEndWithoutAJobStillStands();
    void aFileThatIsWhereItWasIsOpened();
    void anUploadIsPickedUpFromTheHistory();
};

void FileUploadSendTest::aFileIsSent()
{
    m_system->answers.insert(QStringLiteral("2"),
                             Answer::json(R"({"message":"no","errors":{"Type":["unknown"]}})", 422));
    const QString path = m_system->write(
        QStringLiteral("calls.csv"),
        "Account "
        "Name,Reference,Source,Type\nACME,1,Web,Call\nACME,2,Web,Call\n,3,Web,Call\nACME,4,Web,Call\n");
    const QSignalSpy history(m_view.get(), &FileUploadView::historyChanged);
    openToSend(path);
    QCOMPARE(next()->text(), QStringLiteral("&Send 3 record(s)"));
    QVERIFY(!part<QWidget>("earlierPane")->isVisible());
    send();
    QCOMPARE(figures(), (QStringList{"2", "1", "0", "1", "4"}));
    QCOMPARE(history.size(), 2);
    const QString results = m_system->folder.filePath(QStringLiteral("calls results.csv"));
    QVERIFY(QFile::exists(results));
    QVERIFY(part<QPushButton>("openButton")->isVisible());
    QVERIFY(part<QPushButton>("refusedButton")->isVisible());
    QVERIFY(!part<QPushButton>("unknownButton")->isVisible());
    QVERIFY(!part<QPushButton>("goOnButton")->isVisible());
    QVERIFY(!next()->isVisible());
    QCOMPARE(QSet<QString>(m_system->received.begin(), m_system->received.end()),
             (QSet<QString>{"1", "2", "4"}));
}

void FileUploadSendTest::refusedRowsGoAgain()
{
    m_system->answers.insert(QStringLiteral("2"), Answer::json(R"({"message":"no"})", 422));
    openToSend(m_system->writeRows(QStringLiteral("calls.csv"), 3));
    send();
    QCOMPARE(figures(), (QStringList{"2", "1", "0", "0", "3"}));
    part<QPushButton>("refusedButton")->click();
    QCOMPARE(step(), 0);
    QTRY_VERIFY(next()->isEnabled());
    QCOMPARE(part<QLabel>("fileLabel")->text(), QStringLiteral("calls refused.csv"));
    QCOMPARE(model("fileTable")->rowCount(), 1);
    m_system->answers.clear();
    openToSend(m_system->folder.filePath(QStringLiteral("calls refused.csv")));
    send();
    QCOMPARE(figures(), (QStringList{"1", "0", "0", "0", "1"}));
}

void FileUploadSendTest::unknownRowsNeedAPersonsWord()
{
    m_system->answers.insert(QStringLiteral("2"), Answer::hangUp());
    openToSend(m_system->writeRows(QStringLiteral("calls.csv"), 3));
    send();
    QCOMPARE(figures(), (QStringList{"2", "0", "1", "0", "3"}));
    QVERIFY(part<QLabel>("endLabel")->text().contains(QLatin1String("Look them up")));
    part<QPushButton>("unknownButton")->click();
    auto *question = part<QMessageBox>("unknownQuestion");
    QCOMPARE(question->defaultButton(), question->button(QMessageBox::Cancel));
    question->button(QMessageBox::Cancel)->click();
    QTRY_VERIFY(!m_view->findChild<QMessageBox *>());
    const int tries = net::RetryPolicy().maxTries; // an activity may be sent again
    QCOMPARE(m_system->received.count(QStringLiteral("2")), tries);

    m_system->answers.clear();
    part<QPushButton>("unknownButton")->click();
    question = part<QMessageBox>("unknownQuestion");
    const QSignalSpy ended(part<ui::UploadPane>("UploadPane"), &ui::UploadPane::finished);
    for (QAbstractButton *button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::AcceptRole)
            button->click();
    }
    QVERIFY(QTest::qWaitFor([&] { return !ended.isEmpty(); }, 30'000));
    QCOMPARE(figures(), (QStringList{"3", "0", "0", "0", "3"}));
    QCOMPARE(m_system->received.count(QStringLiteral("2")), tries + 1);
    QCOMPARE(m_system->received.size(), tries + 3);
}

void FileUploadSendTest::aFileThatWasBegunIsAskedAbout()
{
    // Forbidden after the second row: it stops.
    const QString path = m_system->writeRows(QStringLiteral("calls.csv"), 6);
    m_system->answers.insert(QStringLiteral("3"), Answer::json(R"({"message":"Forbidden."})", 403));
    openToSend(path);
    part<QSpinBox>("atOnceBox")->setValue(1);
    send();
    QVERIFY(!banner("endBanner").isEmpty());
    QCOMPARE(figures(), (QStringList{"2", "0", "0", "4", "6"}));
    QVERIFY(part<QPushButton>("goOnButton")->isVisible());
    m_system->answers.clear();
    // As if the program had been started again.
    make();
    openToSend(path);
    QTRY_VERIFY(part<QWidget>("earlierPane")->isVisible());
    QVERIFY2(part<QLabel>("earlierLabel")
                 ->text()
                 .contains(QLatin1String("2 accepted, 0 refused, 0 unknown, 4 not sent")),
             qPrintable(part<QLabel>("earlierLabel")->text()));
    QVERIFY(part<QRadioButton>("resumeButton")->isChecked());
    QCOMPARE(next()->text(), QStringLiteral("&Send 4 record(s)"));
    part<QRadioButton>("anewButton")->setChecked(true);
    QCOMPARE(next()->text(), QStringLiteral("&Send 6 record(s)"));
    part<QRadioButton>("resumeButton")->setChecked(true);
    send();
    QCOMPARE(figures(), (QStringList{"6", "0", "0", "0", "6"}));
    QCOMPARE(m_system->received.count(QStringLiteral("1")), 1);
}

void FileUploadSendTest::aFileThatWasSentIsAskedAbout()
{
    const QString path = m_system->writeRows(QStringLiteral("calls.csv"), 2);
    m_system->send(m_connection, path);
    openToSend(path);
    QTRY_VERIFY(part<QWidget>("earlierPane")->isVisible());
    QVERIFY(!next()->isEnabled());
    QCOMPARE(obstacle(), QStringLiteral("Choose what to do with a file that was sent before."));
    QVERIFY(!part<QRadioButton>("resumeButton")->isEnabled());
    part<QRadioButton>("anewButton")->click();
    send();
    QCOMPARE(m_system->received.size(), 4);
}

void FileUploadSendTest::aCorrectedFileSendsWhatIsCorrected()
{
    const QString path = m_system->writeRows(QStringLiteral("calls.csv"), 4);
    m_system->answers.insert(QStringLiteral("3"),
                             Answer::json(R"({"message":"No.","errors":{"Type":["no"]}})", 422));
    m_system->send(m_connection, path);
    m_system->answers.clear();
    m_system->write(QStringLiteral("calls.csv"),
                    "Account Name,Reference,Source,Type\nACME,1,Web,Call\nACME,2,Web,Call\n"
                    "ACME,3,Web,Mail\nACME,4,Web,Call\n");
    openToSend(path);
    QTRY_VERIFY(part<QWidget>("earlierPane")->isVisible());
    QVERIFY(part<QRadioButton>("resumeButton")->isChecked());
    QCOMPARE(next()->text(), QStringLiteral("&Send 1 record(s)"));
    send();
    QCOMPARE(figures(), (QStringList{"4", "0", "0", "0", "4"}));
    QCOMPARE(m_system->received.mid(4), QStringList{QStringLiteral("3")});
}

void FileUploadSendTest::customersAreNotMailedUnasked()
{
    upload::Configuration surveys
        = upload::configurationFor(*catalog::findRecordType(QStringLiteral("surveys")));
    surveys.name = QStringLiteral("A surveys"); // the first one
    const auto saved = upload::ConfigurationStore(m_system->engine->dataFolder()).save(surveys);
    QVERIFY(saved.has_value());
    make();
    m_view->findChild<ui::ColumnStep *>()->chooseConfiguration(saved->id);
    openToSend(m_system->write(QStringLiteral("people.csv"), "Contact Reference\n1\n2\n"));
    resume();
    auto *question = m_view->findChild<QDialog *>(QStringLiteral("mailConfirmation"));
    QVERIFY(question);
    question->reject();
    QTRY_VERIFY(!m_view->findChild<QDialog *>(QStringLiteral("mailConfirmation")));
    QCOMPARE(step(), 3);
    QVERIFY(m_system->server.requests.empty());
    const QSignalSpy ended(part<ui::UploadPane>("UploadPane"), &ui::UploadPane::finished);
    resume();
    m_view->findChild<QDialog *>(QStringLiteral("mailConfirmation"))->accept();
    QVERIFY(QTest::qWaitFor([&] { return !ended.isEmpty(); }, 30'000));
    QCOMPARE(m_system->received.size(), 2);
}

void FileUploadSendTest::anUploadIsShownWhenOneComesBack()
{
    const Connection other = m_system->save(QStringLiteral("Other"));
    openToSend(m_system->writeRows(QStringLiteral("calls.csv"), 2000));
    part<QSpinBox>("rateBox")->setValue(100);
    resume();
    QTRY_VERIFY(!m_system->received.isEmpty());
    auto *pause = part<QPushButton>("pauseButton");
    QCOMPARE(pause->text(), QStringLiteral("&Pause"));
    pause->click();
    QCOMPARE(pause->text(), QStringLiteral("&Resume"));
    QTRY_VERIFY(part<QLabel>("paceLabel")->text().startsWith(QLatin1String("Paused")));
    part<QToolButton>("sendButton")->click(); // where one is already
    QVERIFY(part<QToolButton>("sendButton")->isChecked());
    QVERIFY(part<QWidget>("UploadPane")->isVisible());
    // The rows that are counted are those of the file.
    QCOMPARE(part<QLabel>("sumFigure")->text(), QStringLiteral("2,000"));
    QCOMPARE(part<QLabel>("unknownFigure")->text(), QStringLiteral("0"));
    QVERIFY(part<QLabel>("sumFigure")->isVisible());
    m_view->setConnection(other);
    QVERIFY(!part<QWidget>("UploadPane")->isVisible());
    QVERIFY(next()->isVisible());
    m_view->setConnection(m_connection);
    QVERIFY(part<QWidget>("UploadPane")->isVisible());
    // Another window of this program, too.
    make();
    QVERIFY(part<QWidget>("UploadPane")->isVisible());
    QCOMPARE(part<QPushButton>("pauseButton")->text(), QStringLiteral("&Resume"));
    part<QPushButton>("pauseButton")->click();
    const QSignalSpy ended(part<ui::UploadPane>("UploadPane"), &ui::UploadPane::finished);
    part<QPushButton>("cancelButton")->click();
    QVERIFY(QTest::qWaitFor([&] { return !ended.isEmpty(); }, 30'000));
    QVERIFY(part<QLabel>("endLabel")->text().startsWith(QLatin1String("Cancelled.")));
    QCOMPARE(part<QLabel>("unknownFigure")->text(), QStringLiteral("0"));
    QVERIFY(part<QPushButton>("goOnButton")->isVisible());
}

void FileUploadSendTest::anEndWithoutAJobStillStands()
{
    openToSend(m_system->writeRows(QStringLiteral("calls.csv"), 2));
    send();
    m_system->engine->jobs().clearFinished();
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QEvent language(QEvent::LanguageChange);
    QCoreApplication::sendEvent(part<QWidget>("UploadPane"), &language);
    QCOMPARE(figures(), (QStringList{"2", "0", "0", "0", "2"}));
    // Going back to the check checks again: the file may be another one by now.
    m_system->writeRows(QStringLiteral("calls.csv"), 3);
    part<QToolButton>("checkButton")->click();
    QCOMPARE(step(), 2);
    QTRY_VERIFY(part<ui::CheckStep>("CheckStep")->report().has_value());
    QCOMPARE(part<ui::CheckStep>("CheckStep")->report()->rows, 3);
    part<QToolButton>("fileButton")->click();
    QCOMPARE(step(), 0);
    QVERIFY(next()->isEnabled());
}

void FileUploadSendTest::aFileThatIsWhereItWasIsOpened()
{
    lake::UploadEntry record;
    record.file = QStringLiteral("calls.csv");
    record.folder = m_system->folder.path();
    record.host = QSysInfo::machineHostName();
    record.configuration = QStringLiteral("activities");
    m_system->writeRows(record.file, 2);
    m_view->resume(record);
    QTRY_VERIFY2(next()->isEnabled(), qPrintable(obstacle()));
    QCOMPARE(part<QLabel>("fileLabel")->text(), record.file);
    QVERIFY(!m_view->findChild<QDialog *>(QStringLiteral("uploadFileDialog")));
    // Another computer's folder is not looked for here.
    record.host = QStringLiteral("another");
    m_view->resume(record);
    QVERIFY(m_view->findChild<QDialog *>(QStringLiteral("uploadFileDialog")));
}

void FileUploadSendTest::anUploadIsPickedUpFromTheHistory()
{
    lake::UploadEntry record;
    record.file = QStringLiteral("calls.csv");
    record.configuration = QStringLiteral("contact");
    record.counts = {2, 0, 0, 4};
    m_view->resume(record);
    auto *words = part<QWidget>("fileEmptyState")->findChild<QLabel *>(QStringLiteral("wordsLabel"));
    QVERIFY2(words->text().contains(QLatin1String("calls.csv")), qPrintable(words->text()));
    QVERIFY(m_view->findChild<QDialog *>(QStringLiteral("uploadFileDialog")));
    m_view->findChild<QDialog *>(QStringLiteral("uploadFileDialog"))->reject();
    QTRY_VERIFY(m_system->engine->jobs().isIdle());
    open(m_system->write(QStringLiteral("calls.csv"), "Email\na@example.com\n"));
    resume();
    QTRY_COMPARE(part<QComboBox>("configurationCombo")
                     ->currentText()
                     .contains(QLatin1String("contact"), Qt::CaseInsensitive),
                 true);
}

QTEST_MAIN(FileUploadSendTest)
#include "tst_fileuploadsend.moc"
