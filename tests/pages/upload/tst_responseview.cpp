// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/form/responseview.h"
#include "pages/upload/uploadrig.h"
#include "support/testcase.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QSignalSpy>
#include <QToolButton>
#include <QUrlQuery>

using namespace gauge;
using namespace gauge::test;
using ui::ErrorBanner;
using ui::ResponseView;

//! One response by the older call, over real files and a service on loopback.
class ResponseViewTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void everyFieldGoesUnderItsKey();
    void scoresByKeyboardAndNone();
    void reasonCodesAreChips();
    void findingsAtTheirFields();
    void theNumberOpensTheRecord();
    void withoutAKeyTheConnectionIsOffered();
    void aRefusalTellsWhatItsCodeMeans();
    void theAnswerMayBeXml();
    void ownKeys();
    void keysThatMeetAreNotSaved();
    void brokenKeysAreTold();

private:
    [[nodiscard]] ErrorBanner *banner() const
    {
        return partOf<ErrorBanner>(*m_view, QStringLiteral("sendBanner"));
    }
    void answerBanner() const { partOf<QPushButton>(*banner(), QStringLiteral("actionButton"))->click(); }
    void open(const service::Connection &connection);
    void send()
    {
        press(*m_view, "sendButton");
        m_rig->settle();
    }
    [[nodiscard]] QUrlQuery sent() const { return QUrlQuery(QString::fromUtf8(m_rig->uploads.back().body)); }
    [[nodiscard]] QString sentValue(const char *key) const
    {
        return sent().queryItemValue(QLatin1String(key), QUrl::FullyDecoded);
    }
    [[nodiscard]] QStringList chips() const
    {
        QStringList texts;
        const auto all = fieldOf(*m_view, QStringLiteral("ReasonCode"))
                             ->findChildren<QToolButton *>(QStringLiteral("codeChip"));
        for (const QToolButton *chip : all) {
            if (!chip->isHidden())
                texts.append(chip->text());
        }
        return texts;
    }
    void score(const char *button) const { partOf<QToolButton>(*m_view, QLatin1String(button))->click(); }

    std::unique_ptr<UploadRig> m_rig;
    std::unique_ptr<ResponseView> m_view;
};

void ResponseViewTest::init()
{
    TestCase::init();
    m_rig = std::make_unique<UploadRig>();
    m_rig->answer = Answer::json(R"({"Data":{"number_customergauge":3414}})");
    open(m_rig->saved(QStringLiteral("with a key"), Secret("CANARY-key")));
}

void ResponseViewTest::cleanup()
{
    m_view.reset();
    m_rig.reset();
}

void ResponseViewTest::open(const service::Connection &connection)
{
    m_view = std::make_unique<ResponseView>(m_rig->engine());
    m_view->resize(1000, 900);
    m_view->show();
    m_view->setConnection(connection);
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_rig->settle();
}

void ResponseViewTest::everyFieldGoesUnderItsKey()
{
    typeInto(*m_view, QStringLiteral("Email"), QStringLiteral("a@b.nl"));
    typeInto(*m_view, QStringLiteral("CustomerNumber"), QStringLiteral("007"));
    typeInto(*m_view, QStringLiteral("FirstName"), QStringLiteral("Ann"));
    typeInto(*m_view, QStringLiteral("LastName"), QStringLiteral("O'Hara"));
    score("score10");
    typeInto(*m_view, QStringLiteral("Comment"), QStringLiteral("1 + 1 = 2 & more"));
    typeInto(*m_view, QStringLiteral("EmailSentDate"), QStringLiteral("2026-01-30 12:00:00"));
    press(*fieldOf(*m_view, QStringLiteral("SurveyCompletedDate")), "nowButton");
    typeInto(*m_view, QStringLiteral("FollowUpRequired"), QStringLiteral("Y"));
    typeInto(*m_view, QStringLiteral("WorkflowStatus"), QStringLiteral("42"));
    typeInto(*m_view, QStringLiteral("ReasonCode"), QStringLiteral("10000,10020"));
    partOf<QLineEdit>(*m_view, QStringLiteral("addFieldEdit"))->setText(QStringLiteral("Segment A"));
    press(*m_view, "addFieldButton");
    typeInto(*m_view, QStringLiteral("Segment A"), QStringLiteral("NL"));
    send();
    QCOMPARE(m_rig->uploads.size(), std::size_t(1));
    QCOMPARE(m_rig->uploads.front().target, "/v4.1/transactions/response.json");
    QCOMPARE(sentValue("Email"), QStringLiteral("a@b.nl"));
    QCOMPARE(sentValue("CustomerNumber"), QStringLiteral("007"));
    QCOMPARE(sentValue("LastName"), QStringLiteral("O'Hara"));
    QCOMPARE(sentValue("NetPromoterScore"), QStringLiteral("10"));
    QCOMPARE(sentValue("Comment"), QStringLiteral("1 + 1 = 2 & more"));
    QVERIFY(!upload::validationError(sentValue("SurveyCompletedDate"), catalog::ValueType::DateTime));
    QCOMPARE(sentValue("SurveyCompletedDate").size(), 19);
    QCOMPARE(sentValue("FollowUpRequired"), QStringLiteral("Y"));
    QCOMPARE(sentValue("WorkflowStatus"), QStringLiteral("42"));
    QCOMPARE(sentValue("ReasonCode"), QStringLiteral("10000,10020"));
    QCOMPARE(sentValue("Segment A"), QStringLiteral("NL"));
    // The form is empty again.
    QVERIFY(partOf<QToolButton>(*m_view, QStringLiteral("score11"))->isChecked());
    QVERIFY(chips().isEmpty());
}

void ResponseViewTest::scoresByKeyboardAndNone()
{
    auto *zero = partOf<QToolButton>(*m_view, QStringLiteral("score0"));
    QCOMPARE(zero->accessibleName(), QStringLiteral("Score 0"));
    zero->setFocus();
    QTest::keyClick(zero, Qt::Key_Space);
    typeInto(*m_view, QStringLiteral("Email"), QStringLiteral("a@b.nl"));
    send();
    QCOMPARE(sentValue("NetPromoterScore"), QStringLiteral("0"));
    typeInto(*m_view, QStringLiteral("Email"), QStringLiteral("a@b.nl"));
    score("score5");
    score("score11");
    send();
    QVERIFY(!sent().hasQueryItem(QStringLiteral("NetPromoterScore")));
}

void ResponseViewTest::reasonCodesAreChips()
{
    auto *edit = fieldOf(*m_view, QStringLiteral("ReasonCode"))->findChild<QLineEdit *>();
    edit->setFocus();
    QTest::keyClicks(edit, QStringLiteral("10000"));
    QTest::keyClick(edit, Qt::Key_Return);
    QTest::keyClicks(edit, QStringLiteral("10020,10020,"));
    QCOMPARE(chips(), (QStringList{QStringLiteral("10000"), QStringLiteral("10020")}));
    QTest::keyClick(edit, Qt::Key_Backspace);
    QCOMPARE(chips(), QStringList{QStringLiteral("10000")});
    QTest::keyClicks(edit, QStringLiteral("ten"));
    QTest::keyClick(edit, Qt::Key_Tab);
    QCOMPARE(chips().size(), 2);
    QVERIFY(wordsAt(*m_view, QStringLiteral("ReasonCode")).contains(QStringLiteral("Numbers")));
}

void ResponseViewTest::findingsAtTheirFields()
{
    typeInto(*m_view, QStringLiteral("WorkflowStatus"), QStringLiteral("DONE"));
    typeInto(*m_view, QStringLiteral("EmailSentDate"), QStringLiteral("30-01-2026"));
    partOf<QLineEdit>(*m_view, QStringLiteral("addFieldEdit"))->setText(QStringLiteral("comment"));
    press(*m_view, "addFieldButton");
    QVERIFY(wordsAt(*m_view, QStringLiteral("comment")).contains(QStringLiteral("“Comment”")));
    send();
    QVERIFY(m_rig->uploads.empty());
    QVERIFY(wordsAt(*m_view, QStringLiteral("WorkflowStatus")).contains(QStringLiteral("OPEN")));
    QVERIFY(wordsAt(*m_view, QStringLiteral("EmailSentDate")).contains(QStringLiteral("YYYY-MM-DD")));
    QVERIFY(fieldOf(*m_view, QStringLiteral("EmailSentDate"))->findChild<QLineEdit *>()->hasFocus());
}

void ResponseViewTest::theNumberOpensTheRecord()
{
    const QSignalSpy wanted(m_view.get(), &ResponseView::recordRequested);
    typeInto(*m_view, QStringLiteral("Email"), QStringLiteral("a@b.nl"));
    send();
    QVERIFY(banner()->text().contains(QStringLiteral("record 3414")));
    answerBanner();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toString(), QStringLiteral("3414"));
}

void ResponseViewTest::withoutAKeyTheConnectionIsOffered()
{
    m_view.reset();
    m_rig->settle();
    open(m_rig->connection);
    const QSignalSpy wanted(m_view.get(), &ResponseView::connectionEditRequested);
    // Before anything is typed …
    const auto *told = partOf<ErrorBanner>(*m_view, QStringLiteral("keysBanner"));
    QVERIFY(told->isVisible() && told->text().contains(QStringLiteral("no API key")));
    partOf<QPushButton>(*told, QStringLiteral("actionButton"))->click();
    QCOMPARE(wanted.size(), 1);
    // … and when it is sent nevertheless.
    typeInto(*m_view, QStringLiteral("Email"), QStringLiteral("a@b.nl"));
    send();
    QVERIFY(m_rig->uploads.empty());
    QVERIFY(banner()->text().contains(QStringLiteral("API key")));
    answerBanner();
    QCOMPARE(wanted.size(), 2);
    QCOMPARE(wanted.last().first().toString(), m_rig->connection.id);
    // Once it is there, it can go.
    engine::NewSecrets secrets;
    secrets.apiKey = Secret("CANARY-key");
    m_rig->engine().saveConnection(m_rig->connection, secrets);
    m_rig->settle();
    m_view->hide();
    m_view->show();
    m_rig->settle();
    QVERIFY(!told->isVisible());
    send();
    QCOMPARE(m_rig->uploads.size(), std::size_t(1));
}

void ResponseViewTest::aRefusalTellsWhatItsCodeMeans()
{
    typeInto(*m_view, QStringLiteral("Email"), QStringLiteral("a@b.nl"));
    m_rig->answer = Answer::json(R"({"Error":{"Message":"No such status.","Code":400011}})", 400);
    send();
    QVERIFY2(banner()->text().contains(QStringLiteral("There is no such workflow status.")),
             qPrintable(banner()->text()));
    QVERIFY(banner()->copyText().contains(QStringLiteral("400011")));
    QVERIFY(!banner()->copyText().contains(QStringLiteral("CANARY")));
    // Whatever comes instead of an answer is told.
    m_rig->answer = Answer::html("<html>sorry", 400);
    send();
    QVERIFY(banner()->isVisible());
    QVERIFY(banner()->copyText().contains(QStringLiteral("sorry")));
}

void ResponseViewTest::theAnswerMayBeXml()
{
    auto *box = partOf<QComboBox>(*m_view, QStringLiteral("answerBox"));
    typeInto(*m_view, QStringLiteral("Email"), QStringLiteral("a@b.nl"));
    box->setCurrentIndex(1);
    QVERIFY(partOf<QPlainTextEdit>(*m_view, QStringLiteral("previewEdit"))
                ->toPlainText()
                .contains(QStringLiteral("response.xml")));
    QCOMPARE(fieldOf(*m_view, QStringLiteral("Email"))->findChild<QLineEdit *>()->text(),
             QStringLiteral("a@b.nl"));
    m_rig->answer
        = Answer::html("<Response><Data><number_customergauge>7</number_customergauge></Data></Response>");
    send();
    QCOMPARE(m_rig->uploads.back().target, "/v4.1/transactions/response.xml");
    QVERIFY(banner()->text().contains(QStringLiteral("record 7")));
}

void ResponseViewTest::ownKeys()
{
    typeInto(*m_view, QStringLiteral("Email"), QStringLiteral("a@b.nl"));
    press(*m_view, "keysButton");
    const auto *dialog = partOf<QDialog>(*m_view, QStringLiteral("keyNamesDialog"));
    partOf<QLineEdit>(*dialog, QStringLiteral("key-email"))->setText(QStringLiteral("email_address"));
    partOf<QDialogButtonBox>(*dialog, QStringLiteral("buttons"))->button(QDialogButtonBox::Save)->click();
    m_rig->settle();
    // What was typed goes with its field.
    QCOMPARE(fieldOf(*m_view, QStringLiteral("email_address"))->findChild<QLineEdit *>()->text(),
             QStringLiteral("a@b.nl"));
    send();
    QCOMPARE(sentValue("email_address"), QStringLiteral("a@b.nl"));
    QVERIFY(!sent().hasQueryItem(QStringLiteral("Email")));
}

void ResponseViewTest::keysThatMeetAreNotSaved()
{
    press(*m_view, "keysButton");
    const auto *dialog = partOf<QDialog>(*m_view, QStringLiteral("keyNamesDialog"));
    const auto *save
        = partOf<QDialogButtonBox>(*dialog, QStringLiteral("buttons"))->button(QDialogButtonBox::Save);
    auto *email = partOf<QLineEdit>(*dialog, QStringLiteral("key-email"));
    email->setText(QStringLiteral("Comment"));
    QVERIFY(!save->isEnabled());
    QVERIFY(partOf<QLabel>(*dialog, QStringLiteral("objectionLabel"))
                ->text()
                .contains(QStringLiteral("Comment")));
    partOf<QDialogButtonBox>(*dialog, QStringLiteral("buttons"))
        ->button(QDialogButtonBox::RestoreDefaults)
        ->click();
    QVERIFY(save->isEnabled());
    QCOMPARE(email->text(), QString());
}

void ResponseViewTest::brokenKeysAreTold()
{
    m_view.reset();
    m_rig->settle();
    const service::Connection connection = m_rig->saved(QStringLiteral("third"), Secret("CANARY-key"));
    const QString folder = m_rig->dataFolder() + QStringLiteral("/response-fields");
    QVERIFY(QDir().mkpath(folder));
    QFile file(folder + QLatin1Char('/') + connection.id + QStringLiteral(".json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[]");
    file.close();
    open(connection);
    const auto *told = partOf<ErrorBanner>(*m_view, QStringLiteral("keysBanner"));
    QVERIFY(told->isVisible());
    QVERIFY(!partOf<QPushButton>(*m_view, QStringLiteral("sendButton"))->isEnabled());
    QVERIFY(file.remove());
    partOf<QPushButton>(*told, QStringLiteral("actionButton"))->click();
    m_rig->settle();
    QVERIFY(!told->isVisible());
    QVERIFY(partOf<QPushButton>(*m_view, QStringLiteral("sendButton"))->isEnabled());
}

QTEST_MAIN(ResponseViewTest)
#include "tst_responseview.moc"
