// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/uploadscenes.h"

#include "pages/upload/form/recordview.h"
#include "pages/upload/shared/mailconfirmation.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

namespace gauge::screens {

namespace {

using test::Answer;

//! The system takes tokens, and answers \a answer to everything that is uploaded.
void answer(Stage &stage, const Answer &answer)
{
    stage.system().server().otherwise([answer](const test::SeenRequest &request) {
        return request.target == "/oauth2/token" ? Answer::json(R"({"access_token":"TOKEN"})") : answer;
    });
}

void type(Stage &stage, const char *view, const QString &heading, const QString &text)
{
    auto *row = stage.part<QWidget>(view)->findChild<QWidget *>(QStringLiteral("field ") + heading);
    if (!row)
        qFatal("no field %s", qPrintable(heading));
    if (auto *edit = row->findChild<QLineEdit *>()) {
        edit->selectAll();
        QTest::keyClicks(edit, text);
    } else {
        QTest::keyClicks(row->findChild<QPlainTextEdit *>(), text);
    }
}

void press(Stage &stage, const char *view, const char *button)
{
    stage.part<QPushButton>(view, button)->click();
    stage.waitUntilIdle();
    stage.settle();
}

void fillIn(Stage &stage)
{
    type(stage, "recordView", QStringLiteral("Account Name"), QStringLiteral("ACME"));
    type(stage, "recordView", QStringLiteral("Reference"), QStringLiteral("CALL-2291"));
    type(stage, "recordView", QStringLiteral("Source"), QStringLiteral("CRM"));
    type(stage, "recordView", QStringLiteral("Type"), QStringLiteral("Call"));
    type(stage, "recordView", QStringLiteral("Description"), QStringLiteral("Asked about the new contract."));
}

void chooseConfiguration(Stage &stage, const char *recordType)
{
    const upload::Configuration configuration
        = upload::configurationFor(*catalog::findRecordType(QLatin1String(recordType)));
    stage.engine().uploads().saveConfiguration(configuration);
    stage.waitUntilIdle();
    stage.window().showPage(ui::Page::Explore);
    stage.window().showPage(ui::Page::Upload);
    stage.settle();
    auto *combo = stage.part<QComboBox>("recordView", "configurationCombo");
    combo->setCurrentIndex(combo->count() - 1);
    Q_EMIT combo->activated(combo->currentIndex());
    stage.settle();
}

} // namespace

void uploadNoConnection(Stage &stage)
{
    stage.window().showPage(ui::Page::Upload);
    stage.picture(QStringLiteral("upload-no-connection"));
}

void uploadSample(Stage &stage)
{
    stage.openSample();
    stage.window().showPage(ui::Page::Upload);
    stage.picture(QStringLiteral("upload-sample"));
    // The sandbox takes it as the service would.
    fillIn(stage);
    press(stage, "recordView", "sendButton");
    stage.picture(QStringLiteral("upload-sample-accepted"));
    stage.part<QTabWidget>("uploadPage", "tabs")->setCurrentIndex(1);
    type(stage, "responseView", QStringLiteral("Email"), QStringLiteral("jan@example.nl"));
    stage.part<QToolButton>("responseView", "score9")->click();
    type(stage, "responseView", QStringLiteral("SurveyCompletedDate"), QStringLiteral("2026-01-01 10:00:00"));
    stage.part<QCheckBox>("responseView", "readBackCheck")->setChecked(true);
    press(stage, "responseView", "sendButton");
    stage.picture(QStringLiteral("upload-sample-response"));
}

void uploadRecord(Stage &stage)
{
    stage.addConnection(QStringLiteral("ACME production"));
    stage.window().showPage(ui::Page::Upload);
    stage.picture(QStringLiteral("upload-record-empty"));
    fillIn(stage);
    stage.picture(QStringLiteral("upload-record-filled"));
    type(stage, "recordView", QStringLiteral("Date"), QStringLiteral("31-01-2026"));
    type(stage, "recordView", QStringLiteral("Reference"), QStringLiteral(" "));
    stage.part<QLineEdit>("recordView", "addFieldEdit")->setText(QStringLiteral("Subjekt"));
    stage.part<QPushButton>("recordView", "addFieldButton")->click();
    stage.part<QLineEdit>("recordView", "addFieldEdit")->setText(QStringLiteral("owner"));
    stage.part<QPushButton>("recordView", "addFieldButton")->click();
    stage.picture(QStringLiteral("upload-record-headings"));
    press(stage, "recordView", "sendButton");
    stage.picture(QStringLiteral("upload-record-findings"));
    press(stage, "recordView", "clearButton");
    stage.picture(QStringLiteral("upload-record-cleared"));
    fillIn(stage);
    answer(
        stage,
        Answer::json(R"({"message":"The given data was invalid.","errors":{"record.Source":["The selected )"
                     R"(Source is invalid."],"configuration":["No such configuration."]}})",
                     422));
    press(stage, "recordView", "sendButton");
    stage.picture(QStringLiteral("upload-record-refused"));
    answer(stage, Answer::empty(429).with("Retry-After", "30"));
    press(stage, "recordView", "sendButton");
    stage.picture(QStringLiteral("upload-record-too-soon"));
    answer(stage, Answer::empty(200));
    press(stage, "recordView", "sendAndKeepButton");
    stage.picture(QStringLiteral("upload-record-accepted"));
    answer(stage, Answer::silence());
    stage.part<QPushButton>("recordView", "sendButton")->click();
    stage.settle();
    stage.picture(QStringLiteral("upload-record-sending"));
    stage.part<QPushButton>("recordView", "cancelButton")->click();
    stage.waitUntilIdle();
    stage.picture(QStringLiteral("upload-record-unknown"));
    stage.part<QPushButton>("recordView", "sendButton")->click();
    auto *question = stage.part<QMessageBox>("sendAgainQuestion");
    stage.picture(QStringLiteral("upload-record-again"), question);
    question->reject();
}

void uploadMails(Stage &stage)
{
    stage.addConnection(QStringLiteral("ACME production"));
    chooseConfiguration(stage, "surveys");
    type(stage, "recordView", QStringLiteral("Contact Reference"), QStringLiteral("C-1001"));
    stage.picture(QStringLiteral("upload-mails"));
    stage.part<QPushButton>("recordView", "sendButton")->click();
    auto *question = stage.part<QDialog>("mailConfirmation");
    stage.picture(QStringLiteral("upload-mail-confirmation"), question);
    question->reject();
    ui::MailConfirmation many(&stage.window(), *catalog::findRecordType(QStringLiteral("surveys")), 1250);
    many.show();
    stage.picture(QStringLiteral("upload-mail-confirmation-many"), &many);
}

void uploadResponse(Stage &stage)
{
    stage.addConnection(QStringLiteral("ACME production"));
    stage.window().showPage(ui::Page::Upload);
    stage.part<QTabWidget>("uploadPage", "tabs")->setCurrentIndex(1);
    stage.picture(QStringLiteral("upload-response-empty"));
    type(stage, "responseView", QStringLiteral("Email"), QStringLiteral("jan@example.nl"));
    stage.part<QToolButton>("responseView", "score9")->click();
    type(stage, "responseView", QStringLiteral("Comment"),
         QStringLiteral("Quick delivery & a friendly driver"));
    type(stage, "responseView", QStringLiteral("ReasonCode"), QStringLiteral("10000,10020,"));
    press(stage, "responseView", "sendButton"); // no API key
    stage.picture(QStringLiteral("upload-response-no-key"));
    qputenv("GAUGEDESK_API_KEY", "key");
    answer(
        stage,
        Answer::json(
            R"({"Error":{"Message":"Field email is required but seems to be empty.","Code":400003}})", 400));
    press(stage, "responseView", "sendButton");
    stage.picture(QStringLiteral("upload-response-refused"));
    answer(stage, Answer::json(R"({"Data":{"number_customergauge":3414}})"));
    press(stage, "responseView", "sendButton");
    qunsetenv("GAUGEDESK_API_KEY");
    stage.picture(QStringLiteral("upload-response-accepted"));
    stage.part<QPushButton>("responseView", "keysButton")->click();
    auto *dialog = stage.part<QDialog>("keyNamesDialog");
    stage.part<QLineEdit>("keyNamesDialog", "key-email")->setText(QStringLiteral("Comment"));
    stage.picture(QStringLiteral("upload-key-names"), dialog);
    dialog->reject();
}

} // namespace gauge::screens
