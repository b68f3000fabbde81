// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/fileuploadscenes.h"

#include "pages/upload/file/fileuploadview.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTreeView>
#include <QUrlQuery>

namespace gauge::screens {

namespace {

using test::Answer;

//! The tab of files, or of the history.
void showTab(Stage &stage, int tab)
{
    stage.window().showPage(ui::Page::Upload);
    stage.part<QTabWidget>("uploadPage", "tabs")->setCurrentIndex(tab);
    stage.waitUntilIdle();
    stage.settle();
}

QString written(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(name));
    return file.fileName();
}

//! Calls of a sales team; \a wrong has rows with errors.
QByteArray calls(int rows, bool wrong)
{
    const char *accounts[] = {"ACME Benelux B.V.", "Northwind", "Contoso", "Fabrikam"};
    const char *types[] = {"Call", "Visit", "Mail"};
    QByteArray bytes = "Customer;Reference;Type;Date;Subject;First;Last;Cost centre\n";
    for (int i = 1; i <= rows; ++i) {
        bytes += QByteArray(wrong && i % 9 == 0 ? "" : accounts[i % 4]) + ";CALL-"
            + QByteArray::number(2290 + i) + ';' + types[i % 3] + ';'
            + (wrong && i % 7 == 0 ? QByteArray("last week")
                                   : QByteArray("2026-11-").append(QByteArray::number(10 + i % 18)))
            + ";Renewal of the contract;Jo;Doe;4711\n";
    }
    return bytes;
}

//! Answers by the number at the end of the reference.
void answerRecords(Stage &stage)
{
    stage.system().server().otherwise([](const test::SeenRequest &request) {
        if (request.method == "POST")
            return Answer::json(R"({"access_token":"TOKEN","token_type":"Bearer","expires_in":3600})");
        if (request.method != "PUT")
            return Answer::json(R"({"data":[],"cursor":{"next":null}})");
        const QByteArray target = QByteArray::fromPercentEncoding(request.target);
        if (target.contains("CALL-2294"))
            return Answer::json(
                R"({"message":"The given data was invalid.","errors":{"Type":["The selected Type is invalid."]}})",
                422);
        return target.contains("CALL-2298") ? Answer::hangUp() : Answer::empty(200);
    });
}

void next(Stage &stage)
{
    auto *button = stage.part<QPushButton>("fileUpload", "nextButton");
    stage.waitUntil([&] { return button->isEnabled(); });
    button->click();
    stage.waitUntilIdle();
    stage.settle();
}

void map(Stage &stage, int row, const QString &text)
{
    auto *table = stage.part<QTreeView>("fileUpload", "mappingTable");
    auto *box = qobject_cast<QComboBox *>(table->indexWidget(table->model()->index(row, 1)));
    box->setEditText(text);
    Q_EMIT box->lineEdit()->editingFinished(); // a window without the focus edits nothing
    stage.settle();
}

//! One date that can be read in two orders, and others in one.
QByteArray datedCalls()
{
    return "Customer,Reference,Type,Date,Closed Date\n"
           "ACME Benelux B.V.,CALL-1,Call,03/04/2026,31.12.2026\n"
           "Northwind,CALL-2,Visit,05/04/2026,1.12.2026 9:30\n";
}

//! Up to the step of sending.
void prepare(Stage &stage, const QString &path)
{
    stage.part<ui::FileUploadView>("fileUpload")->open(path);
    next(stage);
    map(stage, 0, QStringLiteral("Customer"));
    map(stage, 2, QStringLiteral("CRM"));
    next(stage);
    next(stage);
    stage.waitUntilIdle();
}

} // namespace

void fileUpload(Stage &stage)
{
    const QTemporaryDir folder;
    stage.addConnection(QStringLiteral("ACME production"));
    answerRecords(stage);
    showTab(stage, 2);
    stage.picture(QStringLiteral("upload-file-empty"));
    auto *view = stage.part<ui::FileUploadView>("fileUpload");
    view->open(written(folder, QStringLiteral("calls.xlsx"), QByteArray("PK\x03\x04 and so on")));
    stage.waitUntilIdle();
    stage.picture(QStringLiteral("upload-file-workbook"));
    view->open(written(folder, QStringLiteral("calls of november.csv"), calls(60, true)));
    stage.waitUntilIdle();
    stage.picture(QStringLiteral("upload-file-read"));
    next(stage);
    stage.picture(QStringLiteral("upload-columns-needed"));
    map(stage, 0, QStringLiteral("Customer"));
    map(stage, 2, QStringLiteral("CRM"));
    map(stage, 8, QStringLiteral("{First} {Last}"));
    stage.picture(QStringLiteral("upload-columns"));
    next(stage);
    stage.picture(QStringLiteral("upload-check"));
    stage.part<QTabWidget>("fileUpload", "checkTabs")->setCurrentIndex(1);
    stage.picture(QStringLiteral("upload-requests"));
    next(stage);
    stage.picture(QStringLiteral("upload-send"));
    stage.part<QSpinBox>("fileUpload", "rateBox")->setValue(1000);
    next(stage);
    stage.picture(QStringLiteral("upload-ended"));
    stage.part<QPushButton>("fileUpload", "unknownButton")->click();
    auto *question = stage.part<QMessageBox>("fileUpload", "unknownQuestion");
    stage.picture(QStringLiteral("upload-unknown"), question);
    question->reject();
    showTab(stage, 2);
    view->open(written(folder, QStringLiteral("dates.csv"), datedCalls()));
    next(stage);
    map(stage, 0, QStringLiteral("Customer"));
    map(stage, 2, QStringLiteral("CRM"));
    next(stage);
    stage.picture(QStringLiteral("upload-dates"));
}

void fileUploadAgain(Stage &stage)
{
    const QTemporaryDir folder;
    stage.addConnection(QStringLiteral("ACME production"));
    answerRecords(stage);
    showTab(stage, 2);
    const QString path = written(folder, QStringLiteral("calls.csv"), calls(400, false));
    prepare(stage, path);
    auto *send = stage.part<QPushButton>("fileUpload", "nextButton");
    stage.waitUntil([&] { return send->isEnabled(); });
    stage.part<QSpinBox>("fileUpload", "rateBox")->setValue(20);
    send->click();
    const auto *accepted = stage.part<QLabel>("fileUpload", "acceptedFigure");
    stage.waitUntil([&] { return accepted->text().toInt() >= 20; });
    stage.picture(QStringLiteral("upload-running"));
    stage.window().close();
    auto *question = stage.part<QMessageBox>("quitQuestion");
    stage.picture(QStringLiteral("quit-question"), question);
    question->reject();
    stage.part<QPushButton>("fileUpload", "pauseButton")->click();
    stage.settle();
    stage.picture(QStringLiteral("upload-paused"));
    stage.part<QPushButton>("fileUpload", "cancelButton")->click();
    stage.waitUntilIdle();
    stage.picture(QStringLiteral("upload-cancelled"));
    stage.part<ui::FileUploadView>("fileUpload")->open(path);
    next(stage);
    next(stage);
    next(stage);
    stage.picture(QStringLiteral("upload-begun"));
}

void uploadHistory(Stage &stage)
{
    const QTemporaryDir folder;
    const service::Connection connection = stage.addConnection(QStringLiteral("ACME production"));
    answerRecords(stage);
    showTab(stage, 3);
    stage.picture(QStringLiteral("upload-history-empty"));
    engine::RecordUpload what;
    what.configuration = upload::builtInConfigurations().front();
    what.record = {{QStringLiteral("Account Name"), QStringLiteral("ACME")},
                   {QStringLiteral("Reference"), QStringLiteral("CALL-2294")}};
    stage.engine().uploads().send(connection, what);
    stage.waitUntilIdle();
    stage.part<QTabWidget>("uploadPage", "tabs")->setCurrentIndex(2);
    prepare(stage, written(folder, QStringLiteral("calls of november.csv"), calls(60, true)));
    stage.part<QSpinBox>("fileUpload", "rateBox")->setValue(1000);
    next(stage);
    showTab(stage, 3);
    stage.picture(QStringLiteral("upload-history"));
}

} // namespace gauge::screens
