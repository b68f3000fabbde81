// SPDX-License-Identifier: GPL-3.0-or-later
#include "fileuploaddriver.h"
#include "records/filter/searchfield.h"

#include <QCheckBox>
#include <QDir>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTableWidget>

using namespace gauge;

//! What a person sees of a file before anything is sent.
class FileUploadViewTest : public test::FileUploadDriver
{
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void withoutAFileItSaysWhatToDo();
    void withoutAConnectionNothingGoes();
    void separatorAndEncodingAreFoundOutAndChanged();
    void whatIsNotCertainIsAsked();
    void damagedUtf8StopsThere();
    void theHeaderIsFoundAndMoved();
    void valuesAreTrimmedOrKept();
    void datesAreConvertedAsChosen();
    void whatCannotBeReadIsToldAtThePlace_data();
    void whatCannotBeReadIsToldAtThePlace();
    void aFileCanBeDropped();
    void columnsAreSuggested();
    void aMappingIsTyped();
    void theMappingIsKept();
    void theCheckTellsWhatIsWrong();
    void headingsThatAreWrongStopIt();
    void firstRequestsAreShownAndNotSent();
};

void FileUploadViewTest::withoutAFileItSaysWhatToDo()
{
    QCOMPARE(step(), 0);
    QVERIFY(part<QWidget>("fileEmptyState")->isVisible());
    QVERIFY(!next()->isVisible());
    QVERIFY(!part<QPushButton>("backButton")->isVisible());
}

void FileUploadViewTest::withoutAConnectionNothingGoes()
{
    open(m_system->writeRows(QStringLiteral("calls.csv"), 2));
    m_view->setConnection({});
    QVERIFY(!next()->isEnabled());
    QCOMPARE(obstacle(), QStringLiteral("There is no connection to send to."));
    m_view->setConnection(m_connection);
    QVERIFY(next()->isEnabled());
}

void FileUploadViewTest::separatorAndEncodingAreFoundOutAndChanged()
{
    open(m_system->write(QStringLiteral("caf\u00e9.csv"),
                         "Gr\xf6\xdf"
                         "e;Reference\nM\xfcller;1\nSch\xe4"
                         "fer;2\n"));
    auto *separator = part<QComboBox>("separatorBox");
    auto *encoding = part<QComboBox>("encodingBox");
    QCOMPARE(separator->currentText(), QStringLiteral("Semicolon"));
    QCOMPARE(encoding->currentData().toString(), QStringLiteral("windows-1252"));
    QCOMPARE(part<QSpinBox>("headerBox")->value(), 1);
    QCOMPARE(cell("fileTable", 1, 0), QStringLiteral("Sch\u00e4") + QStringLiteral("fer"));
    QCOMPARE(model("fileTable")->headerData(0, Qt::Horizontal).toString(),
             QStringLiteral("Gr\u00f6\u00df") + QStringLiteral("e"));

    separator->setCurrentIndex(separator->findText(QStringLiteral("Comma")));
    Q_EMIT separator->activated(separator->currentIndex());
    QTRY_COMPARE(model("fileTable")->columnCount(), 1);
    encoding->setCurrentIndex(encoding->findData(QStringLiteral("utf-8")));
    Q_EMIT encoding->activated(encoding->currentIndex());
    QTRY_VERIFY(!banner("fileBanner").isEmpty());
    QVERIFY(!next()->isEnabled());
    // The choice can be taken back.
    QVERIFY(encoding->isVisible());
    encoding->setCurrentIndex(encoding->findData(QStringLiteral("windows-1252")));
    Q_EMIT encoding->activated(encoding->currentIndex());
    QTRY_VERIFY(next()->isEnabled());
    QVERIFY(banner("fileBanner").isEmpty());
}

void FileUploadViewTest::whatIsNotCertainIsAsked()
{
    m_view->open(m_system->write(QStringLiteral("names.csv"), "Account Name,Reference\nM\xFCller,71\n"));
    auto *encoding = part<QComboBox>("encodingBox");
    QTRY_VERIFY(encoding->currentIndex() < 0 && !banner("fileBanner").isEmpty());
    QVERIFY(!next()->isEnabled());
    // Each choice shows what it makes of a cell.
    const int western = encoding->findData(QStringLiteral("windows-1252"));
    QVERIFY(encoding->itemText(western).contains(QStringLiteral("M\u00fcller")));
    encoding->setCurrentIndex(western);
    Q_EMIT encoding->activated(western);
    QTRY_VERIFY(next()->isEnabled());
    QCOMPARE(encoding->currentData().toString(), QStringLiteral("windows-1252"));
    QCOMPARE(cell("fileTable", 0, 0), QStringLiteral("M\u00fcller"));

    m_view->open(m_system->write(QStringLiteral("doubt.csv"), "a,b;c\n1,2;3\n4,5;6\n"));
    auto *separator = part<QComboBox>("separatorBox");
    QTRY_VERIFY(separator->currentIndex() < 0 && !banner("fileBanner").isEmpty());
    QVERIFY(!next()->isEnabled());
    separator->setCurrentIndex(separator->findData(QChar(QLatin1Char(','))));
    Q_EMIT separator->activated(separator->currentIndex());
    QTRY_VERIFY(next()->isEnabled());
    QCOMPARE(cell("fileTable", 0, 1), QStringLiteral("2;3"));
}

void FileUploadViewTest::damagedUtf8StopsThere()
{
    const QByteArray good = QByteArray("Name,Reference\n") + QByteArray("Zo\xC3\xAB,m\n").repeated(30);
    m_view->open(m_system->write(QStringLiteral("damaged.csv"), good + "M\xFCller,m99\n"));
    QTRY_VERIFY2(banner("fileBanner").contains(QStringLiteral("line 32")), qPrintable(banner("fileBanner")));
    QVERIFY(!next()->isEnabled());
    open(m_system->write(QStringLiteral("good.csv"), good));
    QCOMPARE(part<QComboBox>("encodingBox")->currentData().toString(), QStringLiteral("utf-8"));
}

void FileUploadViewTest::theHeaderIsFoundAndMoved()
{
    open(
        m_system->write(QStringLiteral("titled.csv"), "Customers 2026\n\nName,Type\nACME,Call\nBeta,Mail\n"));
    auto *header = part<QSpinBox>("headerBox");
    QCOMPARE(header->value(), 3);
    QVERIFY(banner("fileBanner").contains(QStringLiteral("Customers 2026")));
    QCOMPARE(model("fileTable")->headerData(0, Qt::Horizontal).toString(), QStringLiteral("Name"));
    header->setValue(4);
    QTRY_COMPARE(model("fileTable")->headerData(0, Qt::Horizontal).toString(), QStringLiteral("ACME"));
    QCOMPARE(cell("fileTable", 0, 0), QStringLiteral("Beta"));
}

void FileUploadViewTest::valuesAreTrimmedOrKept()
{
    open(m_system->write(QStringLiteral("padded.csv"),
                         "Account Name,Reference,Source,Type\nACME, 27,CRM,Call\n"));
    for (const bool trims : {true, false}) {
        part<QCheckBox>("trimBox")->setChecked(trims);
        while (step() < 2)
            resume();
        QTRY_VERIFY(next()->isEnabled());
        const QString requests = part<QPlainTextEdit>("requestsText")->toPlainText();
        QVERIFY2(
            requests.contains(trims ? QStringLiteral("Reference: 27") : QStringLiteral("Reference:  27")),
            qPrintable(requests));
        QCOMPARE(model("findingsTable")->rowCount(), 1);
        part<QAbstractButton>("fileButton")->click();
    }
}

void FileUploadViewTest::datesAreConvertedAsChosen()
{
    const QByteArray header = "Account Name,Reference,Source,Type,Date\n";
    openChecked(m_system->write(QStringLiteral("certain.csv"), header + "ACME,1,CRM,Call,31/12/2026\n"));
    QTRY_VERIFY2(next()->isEnabled(), qPrintable(obstacle()));
    QCOMPARE(part<QComboBox>("dateFormatBox0")->currentData().toInt(), int(upload::DateFormat::DayMonthYear));
    const auto requests = [this] { return part<QPlainTextEdit>("requestsText")->toPlainText(); };
    QVERIFY2(requests().contains(QStringLiteral("Date: 2026-12-31")), qPrintable(requests()));

    part<QAbstractButton>("fileButton")->click();
    openChecked(m_system->write(QStringLiteral("doubt.csv"), header + "ACME,1,CRM,Call,03/04/2026\n"));
    QTRY_VERIFY(part<QWidget>("datesPane")->isVisible());
    auto *box = part<QComboBox>("dateFormatBox0");
    QVERIFY(box->currentIndex() < 0 && !next()->isEnabled());
    QCOMPARE(box->count(), 3); // two orders, or as it is
    box->setFocus();
    box->setCurrentIndex(box->findData(int(upload::DateFormat::MonthDayYear)));
    Q_EMIT box->activated(box->currentIndex());
    QTRY_VERIFY2(next()->isEnabled(), qPrintable(obstacle()));
    QVERIFY2(requests().contains(QStringLiteral("Date: 2026-03-04")), qPrintable(requests()));
    QCOMPARE(part<QWidget>("datesPane")->focusWidget(), part<QComboBox>("dateFormatBox0"));
    // What is sent is what was checked.
    resume();
    QCOMPARE(m_view->findChild<ui::CheckStep *>()->plan().dates.value(QStringLiteral("Date")),
             upload::DateFormat::MonthDayYear);
}

void FileUploadViewTest::whatCannotBeReadIsToldAtThePlace_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("goesOn");
    QTest::newRow("empty") << QByteArray() << "is empty" << false;
    QTest::newRow("a header alone") << QByteArray("A,B\n") << "no rows" << false;
    QTest::newRow("NUL") << QByteArray("A,B\n1,\0\n", 8) << "Line 2" << false;
    QTest::newRow("a workbook") << QByteArray("PK\x03\x04 and so on") << "is a workbook" << false;
    QTest::newRow("an old workbook") << QByteArray("\xd0\xcf\x11\xe0\xa1\xb1") << "is a workbook" << false;
    QTest::newRow("a cell that is never closed") << QByteArray("A,B\n1,\"x\n") << "line 2" << false;
    QTest::newRow("headings twice") << QByteArray("A,A\n1,2\n") << "More than one column" << true;
}

void FileUploadViewTest::whatCannotBeReadIsToldAtThePlace()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, words);
    QFETCH(const bool, goesOn);
    m_view->open(m_system->write(QStringLiteral("a.csv"), bytes));
    QTRY_VERIFY2(banner("fileBanner").contains(words), qPrintable(banner("fileBanner")));
    QCOMPARE(next()->isEnabled(), goesOn);
    // Another file is taken all the same.
    open(m_system->writeRows(QStringLiteral("good.csv"), 1));
    QVERIFY(banner("fileBanner").isEmpty());
}

void FileUploadViewTest::aFileCanBeDropped()
{
    const QString path = m_system->writeRows(QStringLiteral("calls.csv"), 2);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_view.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_view.get(), &drop);
    QTRY_VERIFY(next()->isEnabled());
    QCOMPARE(part<QLabel>("fileLabel")->text(), QStringLiteral("calls.csv"));
    // What is no file is not taken.
    QMimeData text;
    text.setText(QStringLiteral("Hello"));
    QDragEnterEvent other(QPoint(10, 10), Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_view.get(), &other);
    QVERIFY(!other.isAccepted());
}

void FileUploadViewTest::columnsAreSuggested()
{
    openMapped(m_system->write(QStringLiteral("calls.csv"),
                               "account_name,Reference,Typo,Colour\nACME,1,Call,red\n"));
    QVERIFY(cell("mappingTable", 0, 0).startsWith(QLatin1String("Account Name")));
    QCOMPARE(cell("mappingTable", 0, 1), QStringLiteral("account_name"));
    QCOMPARE(cell("mappingTable", 0, 2), QStringLiteral("the same but for case and spaces"));
    QCOMPARE(cell("mappingTable", 0, 3), QStringLiteral("ACME"));
    QCOMPARE(cell("mappingTable", 1, 2), QStringLiteral("the same name"));
    QCOMPARE(cell("mappingTable", 2, 1), QStringLiteral("–"));
    QCOMPARE(cell("mappingTable", 2, 2), QStringLiteral("still needed"));
    QVERIFY(part<QLabel>("neededLabel")->text().contains(QLatin1String("Source")));
    QCOMPARE(part<QLabel>("unusedLabel")->text(), QStringLiteral("Columns that are not sent: Typo, Colour"));
    QVERIFY(!next()->isEnabled());
    QCOMPARE(obstacle(), QStringLiteral("Some headings still need a value."));
}

void FileUploadViewTest::aMappingIsTyped()
{
    openMapped(m_system->write(QStringLiteral("calls.csv"), "First,Last,Nr\nJo,Doe,7\nBo,Poe,8\n"));
    map(QStringLiteral("Account Name"), QStringLiteral("{First} {Last}"));
    QCOMPARE(cell("mappingTable", 0, 1), QStringLiteral("{First} {Last}"));
    QCOMPARE(cell("mappingTable", 0, 3), QStringLiteral("Jo Doe"));
    map(QStringLiteral("Reference"), QStringLiteral("Nr"));
    QCOMPARE(cell("mappingTable", 1, 2), QStringLiteral("chosen by you"));
    map(QStringLiteral("Source"), QStringLiteral("CRM"));
    QCOMPARE(cell("mappingTable", 2, 1), QStringLiteral("“CRM”"));
    QVERIFY(!next()->isEnabled());
    map(QStringLiteral("Type"), QStringLiteral("{Nobody}"));
    QVERIFY2(banner("mappingBanner").contains(QStringLiteral("no column “Nobody”")),
             qPrintable(banner("mappingBanner")));
    map(QStringLiteral("Type"), QStringLiteral("Call"));
    QVERIFY(banner("mappingBanner").isEmpty());
    QVERIFY2(next()->isEnabled(), qPrintable(obstacle()));
    // As they will be sent.
    QCOMPARE(model("recordsTable")->headerData(0, Qt::Horizontal).toString(), QStringLiteral("Account Name"));
    QCOMPARE(cell("recordsTable", 1, 0), QStringLiteral("Bo Poe"));
    QCOMPARE(cell("recordsTable", 1, 2), QStringLiteral("CRM"));
    // Taken back by its editor, and suggested again.
    map(QStringLiteral("Type"), QStringLiteral("Not sent"));
    QCOMPARE(cell("mappingTable", 3, 1), QStringLiteral("–"));
    QVERIFY(!next()->isEnabled());
    part<QPushButton>("suggestButton")->click();
    QCOMPARE(cell("mappingTable", 0, 1), QStringLiteral("–"));
}

void FileUploadViewTest::theMappingIsKept()
{
    const QString path
        = m_system->write(QStringLiteral("calls.csv"), "Nr,Reference,Account Name\n7,x,ACME\n");
    openMapped(path);
    map(QStringLiteral("Reference"), QStringLiteral("Nr"));
    map(QStringLiteral("Source"), QStringLiteral("CRM"));
    map(QStringLiteral("Account Name"), QStringLiteral("Not sent"));
    make(); // the other one ends and saves
    QTRY_VERIFY(m_system->engine->jobs().isIdle());
    openMapped(path);
    QCOMPARE(cell("mappingTable", 0, 1), QStringLiteral("–"));
    QCOMPARE(cell("mappingTable", 1, 1), QStringLiteral("Nr"));
    QCOMPARE(cell("mappingTable", 2, 1), QStringLiteral("“CRM”"));
    const QFileInfoList files
        = QDir(m_system->engine->dataFolder() + QStringLiteral("/column-mappings")).entryInfoList({"*.json"});
    QCOMPARE(files.size(), 1);
    QVERIFY(!files.front().permission(QFile::ReadGroup) && !files.front().permission(QFile::ReadOther));
    // A file that has not all of the columns gets what it can.
    openMapped(m_system->writeRows(QStringLiteral("other.csv"), 1));
    QTRY_COMPARE(cell("mappingTable", 1, 1), QStringLiteral("Reference"));
    QCOMPARE(cell("mappingTable", 2, 1), QStringLiteral("“CRM”"));
}

void FileUploadViewTest::theCheckTellsWhatIsWrong()
{
    openChecked(m_system->write(QStringLiteral("calls.csv"),
                                "Account Name,Reference,Source,Type,Date\nACME,1,CRM,Call,\n,2,CRM,Call,\n"
                                "ACME,3,CRM,Call,never\nACME,4,CRM\n"));
    QTRY_VERIFY(model("findingsTable")->rowCount() >= 3);
    QVERIFY2(part<QLabel>("summaryLabel")->text().startsWith(QLatin1String("1 of 4 rows can be sent.")),
             qPrintable(part<QLabel>("summaryLabel")->text()));
    QVERIFY(next()->isEnabled());
    const int all = model("findingsTable")->rowCount();
    QCOMPARE(cell("findingsTable", 0, 1), QStringLiteral("2")); // by row
    QCOMPARE(cell("findingsTable", 0, 2), QStringLiteral("3"));
    QCOMPARE(cell("findingsTable", 0, 3), QStringLiteral("Account Name"));
    // The row of the finding that is chosen.
    QTRY_VERIFY(part<QWidget>("rowPane")->isVisible());
    QCOMPARE(part<QLabel>("rowLabel")->text(), QStringLiteral("Row 2, line 3"));
    QCOMPARE(part<QLabel>("rowWords")->text(), cell("findingsTable", 0, 4));
    QCOMPARE(part<QTableWidget>("rowTable")->item(1, 1)->text(), QStringLiteral("2"));
    QVERIFY(!part<QTableWidget>("rowTable")->item(0, 0)->toolTip().isEmpty());

    part<QComboBox>("severityBox")->setCurrentIndex(2);
    QVERIFY(model("findingsTable")->rowCount() < all);
    part<QComboBox>("severityBox")->setCurrentIndex(0);
    auto *search = part<ui::SearchField>("findingsSearch");
    search->setText(QStringLiteral("date"));
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(model("findingsTable")->rowCount(), 1);
    search->clear();
    QCOMPARE(model("findingsTable")->rowCount(), all);
    part<QTreeView>("findingsTable")->sortByColumn(1, Qt::DescendingOrder);
    QCOMPARE(cell("findingsTable", 0, 1), QStringLiteral("4"));
    QVERIFY(m_system->received.isEmpty());
}

void FileUploadViewTest::headingsThatAreWrongStopIt()
{
    openMapped(m_system->writeRows(QStringLiteral("calls.csv"), 2));
    map(QStringLiteral("Type"), QStringLiteral("Not sent"));
    QVERIFY(!next()->isEnabled());
    map(QStringLiteral("Type"), QStringLiteral("Type"));
    QVERIFY(next()->isEnabled());
}

void FileUploadViewTest::firstRequestsAreShownAndNotSent()
{
    openChecked(m_system->writeRows(QStringLiteral("calls.csv"), 5));
    const QString text = part<QPlainTextEdit>("requestsText")->toPlainText();
    QCOMPARE(text.count(QStringLiteral("PUT http://127.0.0.1")), 3);
    QVERIFY(text.contains(QLatin1String("$GAUGEDESK_TOKEN")));
    QVERIFY(text.contains(QLatin1String("    Reference: 3")));
    QVERIFY(part<QLabel>("nothingLabel")->isVisible());
    QVERIFY(m_system->server.requests.empty());
}

QTEST_MAIN(FileUploadViewTest)
#include "tst_fileuploadview.moc"
