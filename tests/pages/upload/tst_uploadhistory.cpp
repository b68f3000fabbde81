// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/errorbanner.h"
#include "pages/upload/history/uploadhistoryview.h"
#include "pages/upload/history/uploadlistmodel.h"
#include "records/filter/searchfield.h"
#include "support/testcase.h"
#include "uploadfixture.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>

using namespace gauge;
using service::Connection;
using test::Answer;
using ui::UploadHistoryView;
using ui::UploadListModel;
using ui::UploadRowsModel;

//! The history of uploads over a real lake, also of records that were sent by themselves.
class UploadHistoryTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void withoutUploadsItSaysSo();
    void filesAreListedWithTheirRows();
    void singleRecordsAreListed();
    void rowsAreFilteredByOutcome();
    void itIsSearchedAsOneTypes();
    void anUploadThatStoppedCanGoOn();
    void removingAsksFirst();
    void clearingAsksFirst();
    void followsUploadsWhileItIsShown();
    void anUnreadableLakeIsAnErrorWithAWayOut();
    void statesAreInWords();

private:
    template <typename T>
    T *part(const char *name) const
    {
        T *found = m_view->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    void show()
    {
        const QSignalSpy answered(m_view.get(), &UploadHistoryView::answered);
        m_view->setConnection(m_connection);
        QVERIFY(QTest::qWaitFor([&] { return !answered.isEmpty(); }));
        QTRY_VERIFY(m_system->engine->jobs().isIdle());
    }
    void search(const QString &text)
    {
        auto *field = part<ui::SearchField>("uploadSearch");
        const QSignalSpy answered(m_view.get(), &UploadHistoryView::answered);
        field->setText(text);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(QTest::qWaitFor([&] { return !answered.isEmpty(); }));
    }
    [[nodiscard]] int rows(const char *table) const { return part<QTreeView>(table)->model()->rowCount(); }
    [[nodiscard]] QString cell(const char *table, int row, int column) const
    {
        return part<QTreeView>(table)->model()->index(row, column).data().toString();
    }
    [[nodiscard]] QString emptyTitle() const
    {
        return part<QWidget>("uploadsEmptyState")->findChild<QLabel *>(QStringLiteral("titleLabel"))->text();
    }
    upload::SendOutcome sendRecord(const QString &reference);
    //! Presses the button that is not Cancel.
    void accept(const char *button);

    std::unique_ptr<test::UploadFixture> m_system;
    Connection m_connection;
    std::unique_ptr<UploadHistoryView> m_view;
};

void UploadHistoryTest::init()
{
    TestCase::init();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_system = std::make_unique<test::UploadFixture>();
    m_connection = m_system->save(QStringLiteral("ACME"));
    m_view = std::make_unique<UploadHistoryView>(*m_system->engine);
    m_view->resize(900, 600);
    m_view->show();
}

void UploadHistoryTest::cleanup()
{
    m_view.reset();
    m_system.reset();
}

upload::SendOutcome UploadHistoryTest::sendRecord(const QString &reference)
{
    engine::RecordUpload what;
    what.configuration = upload::builtInConfigurations().front();
    what.record = {{QStringLiteral("Account Name"), QStringLiteral("ACME")},
                   {QStringLiteral("Reference"), reference}};
    auto *job = m_system->engine->uploads().send(m_connection, what);
    upload::SendOutcome outcome;
    connect(job, &Job::finished, this, [&outcome, job] { outcome = job->result(); });
    if (!test::waitFor(*job))
        qFatal("the record is not sent");
    return outcome;
}

void UploadHistoryTest::accept(const char *button)
{
    part<QPushButton>(button)->click();
    auto *question = part<QMessageBox>("historyQuestion");
    QCOMPARE(question->defaultButton(), question->button(QMessageBox::Cancel));
    const QSignalSpy answered(m_view.get(), &UploadHistoryView::answered);
    for (QAbstractButton *each : question->buttons()) {
        if (question->buttonRole(each) == QMessageBox::DestructiveRole)
            each->click();
    }
    QVERIFY(QTest::qWaitFor([&] { return !answered.isEmpty(); }));
}

void UploadHistoryTest::withoutUploadsItSaysSo()
{
    QCOMPARE(emptyTitle(), QStringLiteral("No connection yet"));
    show();
    QCOMPARE(emptyTitle(), QStringLiteral("Nothing sent yet"));
    QVERIFY(!part<QTreeView>("uploadsTable")->isVisible());
    QVERIFY(!part<QWidget>("toolsPane")->isVisible());
    QVERIFY(!part<ui::ErrorBanner>("uploadsBanner")->isVisible());
}

void UploadHistoryTest::filesAreListedWithTheirRows()
{
    m_system->answers.insert(QStringLiteral("2"),
                             Answer::json(R"({"message":"no","errors":{"Type":["unknown type"]}})", 422));
    m_system->send(m_connection, m_system->writeRows(QStringLiteral("calls.csv"), 3));
    show();
    QCOMPARE(rows("uploadsTable"), 1);
    QCOMPARE(cell("uploadsTable", 0, UploadListModel::What), QStringLiteral("calls.csv"));
    QCOMPARE(cell("uploadsTable", 0, UploadListModel::Configuration), QStringLiteral("activities"));
    QCOMPARE(cell("uploadsTable", 0, UploadListModel::Type), QStringLiteral("Activities"));
    QCOMPARE(cell("uploadsTable", 0, UploadListModel::Rows), QStringLiteral("3"));
    QCOMPARE(cell("uploadsTable", 0, UploadListModel::Accepted), QStringLiteral("2"));
    QCOMPARE(cell("uploadsTable", 0, UploadListModel::Refused), QStringLiteral("1"));
    QCOMPARE(cell("uploadsTable", 0, UploadListModel::State), QStringLiteral("Done"));
    QTRY_COMPARE(rows("rowsTable"), 3);
    QCOMPARE(cell("rowsTable", 1, UploadRowsModel::Line), QStringLiteral("3"));
    QCOMPARE(cell("rowsTable", 1, UploadRowsModel::Outcome), QStringLiteral("Refused"));
    QVERIFY(cell("rowsTable", 1, UploadRowsModel::Message).contains(QLatin1String("unknown type")));
    QVERIFY(!part<QPushButton>("resumeButton")->isEnabled());
}

void UploadHistoryTest::singleRecordsAreListed()
{
    m_system->answers.insert(QStringLiteral("A-2"), Answer::json(R"({"message":"No."})", 422));
    m_system->answers.insert(QStringLiteral("A-3"), Answer::hangUp());
    QCOMPARE(sendRecord(QStringLiteral("A-1")).state, upload::SendOutcome::State::Accepted);
    QCOMPARE(sendRecord(QStringLiteral("A-2")).state, upload::SendOutcome::State::Refused);
    QCOMPARE(sendRecord(QStringLiteral("A-3")).state, upload::SendOutcome::State::Unknown);
    engine::ResponseToSend response;
    response.fields = {{QStringLiteral("Email"), QStringLiteral("a@example.com")}};
    QVERIFY(test::waitFor(*m_system->engine->uploads().send(m_connection, response)));
    show();
    QCOMPARE(rows("uploadsTable"), 4);
    QCOMPARE(cell("uploadsTable", 0, UploadListModel::What), QStringLiteral("One response"));
    QCOMPARE(cell("uploadsTable", 0, UploadListModel::Accepted), QStringLiteral("1"));
    QTRY_COMPARE(cell("rowsTable", 0, UploadRowsModel::Message),
                 QStringLiteral("Record 3414 of CustomerGauge."));
    QCOMPARE(cell("rowsTable", 0, UploadRowsModel::Line), QString());
    QCOMPARE(cell("uploadsTable", 1, UploadListModel::Unknown), QStringLiteral("1"));
    QCOMPARE(cell("uploadsTable", 2, UploadListModel::Refused), QStringLiteral("1"));
    QCOMPARE(cell("uploadsTable", 3, UploadListModel::What), QStringLiteral("One record"));
    part<QTreeView>("uploadsTable")->setCurrentIndex(part<QTreeView>("uploadsTable")->model()->index(2, 0));
    QTRY_VERIFY(cell("rowsTable", 0, UploadRowsModel::Message).startsWith(QLatin1String("Reference A-2. ")));
    // There is no file to go on with.
    QVERIFY(!part<QPushButton>("resumeButton")->isEnabled());
}

void UploadHistoryTest::rowsAreFilteredByOutcome()
{
    m_system->answers.insert(QStringLiteral("2"), Answer::json(R"({"message":"no"})", 422));
    m_system->send(m_connection, m_system->writeRows(QStringLiteral("calls.csv"), 4));
    show();
    QTRY_COMPARE(rows("rowsTable"), 4);
    auto *outcomes = part<QComboBox>("outcomeBox");
    outcomes->setCurrentIndex(outcomes->findText(QStringLiteral("Refused")));
    QTRY_COMPARE(rows("rowsTable"), 1);
    QCOMPARE(cell("rowsTable", 0, UploadRowsModel::Row), QStringLiteral("2"));
    outcomes->setCurrentIndex(outcomes->findText(QStringLiteral("Unknown")));
    QTRY_COMPARE(rows("rowsTable"), 0);
    QVERIFY(part<QLabel>("rowsHint")->text().startsWith(QLatin1String("No row of it")));
}

void UploadHistoryTest::itIsSearchedAsOneTypes()
{
    m_system->send(m_connection, m_system->writeRows(QStringLiteral("calls.csv"), 1));
    m_system->send(m_connection, m_system->writeRows(QStringLiteral("mails.csv"), 2));
    show();
    QCOMPARE(rows("uploadsTable"), 2);
    search(QStringLiteral("CALLS"));
    QCOMPARE(rows("uploadsTable"), 1);
    QCOMPARE(cell("uploadsTable", 0, UploadListModel::What), QStringLiteral("calls.csv"));
    search(QStringLiteral("nobody"));
    QCOMPARE(emptyTitle(), QStringLiteral("Nothing found"));
    QVERIFY(part<ui::SearchField>("uploadSearch")->isVisible());
    search({});
    QCOMPARE(rows("uploadsTable"), 2);
}

void UploadHistoryTest::anUploadThatStoppedCanGoOn()
{
    m_system->answers.insert(QStringLiteral("1"), Answer::json(R"({"message":"Forbidden."})", 403));
    m_system->send(m_connection, m_system->writeRows(QStringLiteral("calls.csv"), 1));
    show();
    QCOMPARE(cell("uploadsTable", 0, UploadListModel::State), QStringLiteral("Stopped"));
    // Why, below.
    QVERIFY2(part<QLabel>("rowsHint")->text().contains(QLatin1String("may not")),
             qPrintable(part<QLabel>("rowsHint")->text()));
    const QSignalSpy wanted(m_view.get(), &UploadHistoryView::resumeRequested);
    part<QPushButton>("resumeButton")->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.front().front().value<lake::UploadEntry>().file, QStringLiteral("calls.csv"));
}

void UploadHistoryTest::removingAsksFirst()
{
    m_system->send(m_connection, m_system->writeRows(QStringLiteral("calls.csv"), 1));
    m_system->send(m_connection, m_system->writeRows(QStringLiteral("mails.csv"), 2));
    show();
    part<QPushButton>("removeButton")->click();
    part<QMessageBox>("historyQuestion")->button(QMessageBox::Cancel)->click();
    QTRY_VERIFY(!m_view->findChild<QMessageBox *>());
    QCOMPARE(rows("uploadsTable"), 2);
    accept("removeButton");
    QCOMPARE(rows("uploadsTable"), 1);
    QCOMPARE(cell("uploadsTable", 0, UploadListModel::What), QStringLiteral("calls.csv"));
    QTRY_COMPARE(rows("rowsTable"), 1);
}

void UploadHistoryTest::clearingAsksFirst()
{
    m_system->send(m_connection, m_system->writeRows(QStringLiteral("calls.csv"), 1));
    sendRecord(QStringLiteral("A-1"));
    show();
    accept("clearButton");
    QCOMPARE(rows("uploadsTable"), 0);
    QCOMPARE(emptyTitle(), QStringLiteral("Nothing sent yet"));
}

void UploadHistoryTest::followsUploadsWhileItIsShown()
{
    show();
    m_system->send(m_connection, m_system->writeRows(QStringLiteral("calls.csv"), 1));
    QTRY_COMPARE(rows("uploadsTable"), 1);
    m_view->hide();
    m_system->send(m_connection, m_system->writeRows(QStringLiteral("mails.csv"), 1));
    QCOMPARE(rows("uploadsTable"), 1);
    m_view->show();
    QTRY_COMPARE(rows("uploadsTable"), 2);
    // What was looked at stays chosen.
    QCOMPARE(part<QTreeView>("uploadsTable")->currentIndex().row(), 1);
}

void UploadHistoryTest::anUnreadableLakeIsAnErrorWithAWayOut()
{
    const QString lake = m_system->engine->lakeOf(m_connection).text();
    QVERIFY(QDir().mkpath(QFileInfo(lake).path()));
    QFile file(lake);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5000, 'x'));
    file.close();
    show();
    QVERIFY(part<ui::ErrorBanner>("uploadsBanner")->isVisible());
    QCOMPARE(emptyTitle(), QStringLiteral("Not shown"));
    QVERIFY(file.remove());
    part<ui::ErrorBanner>("uploadsBanner")->findChild<QPushButton *>(QStringLiteral("actionButton"))->click();
    QTRY_COMPARE(emptyTitle(), QStringLiteral("Nothing sent yet"));
}

void UploadHistoryTest::statesAreInWords()
{
    UploadListModel uploads;
    UploadRowsModel model;
    const QAbstractItemModelTester first(&uploads, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester second(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    using State = lake::UploadEntry::State;
    std::vector<lake::UploadEntry> records(4);
    const std::array states{State::Running, State::Interrupted, State::Stopped, State::Done};
    for (std::size_t i = 0; i < records.size(); ++i) {
        records[i].state = states[i];
        records[i].recordType = QStringLiteral("of the future");
    }
    records[2].error = QStringLiteral("no network\nat all");
    uploads.setUploads(records);
    const auto text = [&](int row) { return uploads.index(row, UploadListModel::State).data().toString(); };
    QCOMPARE(text(0), QStringLiteral("Running"));
    QCOMPARE(text(1), QStringLiteral("Was interrupted"));
    QCOMPARE(text(2), QStringLiteral("Stopped"));
    QCOMPARE(text(3), QStringLiteral("Done"));
    QCOMPARE(uploads.index(0, UploadListModel::Type).data().toString(), QStringLiteral("of the future"));
    model.setRows({{1, 2, lake::UploadRowState::Sending, {}, {}},
                   {2, 3, lake::UploadRowState::Unknown, QString(100'000, QLatin1Char('x')), {}}});
    QCOMPARE(model.index(0, UploadRowsModel::Outcome).data().toString(), QStringLiteral("On its way"));
    QVERIFY(model.index(1, UploadRowsModel::Message).data().toString().size() < 1000);
}

QTEST_MAIN(UploadHistoryTest)
#include "tst_uploadhistory.moc"
