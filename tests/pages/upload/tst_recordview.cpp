// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/retrypolicy.h"
#include "pages/upload/form/recordview.h"
#include "pages/upload/uploadrig.h"
#include "support/testcase.h"
#include "upload/form/configurationstore.h"
#include "upload/form/formstore.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QGuiApplication>
#include <QMessageBox>
#include <QUrlQuery>

using namespace gauge;
using namespace gauge::test;
using ui::ErrorBanner;
using ui::RecordView;

//! One record from the form to the service and back, over real files and a service on loopback.
class RecordViewTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void requiredFieldsComeFirst();
    void nothingIsSaidWhileOneTypes();
    void nothingIsSentWithErrors();
    void aFieldInTheWrongCaseIsPutRight();
    void anUnknownHeadingIsAWarning();
    void whatIsAddedIsSeen();
    void theTabKeyGoesDownTheForm();
    void oddHeadingsStayAsTheyAre();
    void thePreviewFollows();
    void sentAndCleared();
    void sentAndKept();
    void defaultValuesGoAlong();
    void refusalsAreAtTheirFields();
    void turnedAwayKeepsTheDraft_data();
    void turnedAwayKeepsTheDraft();
    void aLostAnswerIsNotSentAgainUnasked();
    void aLostAnswerIsRememberedAfterARestart();
    void whatArrivedIsCleared();
    void mailsAreConfirmed();
    void theDraftSurvivesARestart();
    void aDraftForEachConfiguration();
    void clearingCanBeUndone();
    void recentValuesAreOfferedAndForgotten();
    void lookedUpAfterwards();
    void anotherConnectionWhileSending();
    void aFullDiskSendsNothing();
    void cancelling();

private:
    [[nodiscard]] ErrorBanner *banner() const
    {
        return partOf<ErrorBanner>(*m_view, QStringLiteral("sendBanner"));
    }
    void answerBanner() const { partOf<QPushButton>(*banner(), QStringLiteral("actionButton"))->click(); }
    void open();
    void choose(const char *recordType);
    void fillIn();
    //! Presses it and waits until the service has answered.
    void send(const char *button = "sendButton")
    {
        press(*m_view, button);
        m_rig->settle();
    }
    [[nodiscard]] QString valueAt(const char *heading) const
    {
        return fieldOf(*m_view, QLatin1String(heading))->findChild<QLineEdit *>()->text();
    }
    [[nodiscard]] upload::Draft draft(const QString &form = QStringLiteral("/activities")) const
    {
        return *upload::FormStore(m_rig->dataFolder()).draft({m_rig->connection.id, form});
    }
    [[nodiscard]] QString sentValue(const QString &heading) const
    {
        const QUrl url = QUrl::fromEncoded(m_rig->uploads.back().target);
        const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
        for (const auto &[name, value] : items) {
            if (name == QStringLiteral("record[%1]").arg(heading))
                return value;
        }
        return {};
    }

    std::unique_ptr<UploadRig> m_rig;
    std::unique_ptr<RecordView> m_view;
};

void RecordViewTest::init()
{
    TestCase::init();
    m_rig = std::make_unique<UploadRig>();
    open();
}

void RecordViewTest::cleanup()
{
    m_view.reset();
    m_rig.reset();
}

void RecordViewTest::open()
{
    m_view = std::make_unique<RecordView>(m_rig->engine());
    m_view->resize(1000, 800);
    m_view->show();
    m_view->setConnection(m_rig->connection);
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    QTRY_VERIFY(partOf<QPushButton>(*m_view, QStringLiteral("sendButton"))->isEnabled());
    m_rig->settle();
}

void RecordViewTest::choose(const char *recordType)
{
    const catalog::RecordType *type = catalog::findRecordType(QLatin1String(recordType));
    QVERIFY(upload::ConfigurationStore(m_rig->dataFolder()).save(upload::configurationFor(*type)));
    m_view.reset();
    open();
    auto *combo = partOf<QComboBox>(*m_view, QStringLiteral("configurationCombo"));
    combo->setCurrentIndex(combo->count() - 1);
    Q_EMIT combo->activated(combo->currentIndex());
    m_rig->settle();
}

void RecordViewTest::fillIn()
{
    typeInto(*m_view, QStringLiteral("Account Name"), QStringLiteral("ACME & Søn"));
    typeInto(*m_view, QStringLiteral("Reference"), QStringLiteral("A-1"));
    typeInto(*m_view, QStringLiteral("Source"), QStringLiteral("CRM"));
    typeInto(*m_view, QStringLiteral("Type"), QStringLiteral("Call"));
}

void RecordViewTest::requiredFieldsComeFirst()
{
    const auto y = [this](const char *heading) {
        return fieldOf(*m_view, QLatin1String(heading))->mapTo(m_view.get(), QPoint()).y();
    };
    QVERIFY(y("Account Name") < y("Reference") && y("Type") < y("Date"));
    const auto *edit = fieldOf(*m_view, QStringLiteral("Type"))->findChild<QLineEdit *>();
    QCOMPARE(edit->accessibleName(), QStringLiteral("Type, required"));
    QCOMPARE(fieldOf(*m_view, QStringLiteral("Date"))->findChild<QLineEdit *>()->accessibleName(),
             QStringLiteral("Date"));
}

void RecordViewTest::nothingIsSaidWhileOneTypes()
{
    auto *email = fieldOf(*m_view, QStringLiteral("Email"))->findChild<QLineEdit *>();
    email->setFocus();
    QTest::keyClicks(email, QStringLiteral("a@b"));
    QCOMPARE(wordsAt(*m_view, QStringLiteral("Email")), QString());
    QTest::keyClick(email, Qt::Key_Tab);
    QVERIFY(wordsAt(*m_view, QStringLiteral("Email")).contains(QStringLiteral("name@example.com")));
    QVERIFY(email->accessibleDescription().contains(QStringLiteral("name@example.com")));
    // Whoever passes by a required field is not told off.
    auto *type = fieldOf(*m_view, QStringLiteral("Type"))->findChild<QLineEdit *>();
    type->setFocus();
    QTest::keyClick(type, Qt::Key_Tab);
    QCOMPARE(wordsAt(*m_view, QStringLiteral("Type")), QString());
    // What is put right is no longer wrong at once.
    email->setFocus();
    QTest::keyClicks(email, QStringLiteral(".nl"));
    QCOMPARE(wordsAt(*m_view, QStringLiteral("Email")), QString());
    QCOMPARE(email->accessibleDescription(), QString());
}

void RecordViewTest::nothingIsSentWithErrors()
{
    typeInto(*m_view, QStringLiteral("Account Name"), QStringLiteral("ACME"));
    typeInto(*m_view, QStringLiteral("Reference"), QStringLiteral("  "));
    send();
    QVERIFY(m_rig->uploads.empty());
    QVERIFY(banner()->isVisible());
    QVERIFY(wordsAt(*m_view, QStringLiteral("Reference")).contains(QStringLiteral("required")));
    QVERIFY(fieldOf(*m_view, QStringLiteral("Reference"))->findChild<QLineEdit *>()->hasFocus());
    QCOMPARE(wordsAt(*m_view, QStringLiteral("Account Name")), QString());
}

void RecordViewTest::aFieldInTheWrongCaseIsPutRight()
{
    fillIn();
    auto *add = partOf<QLineEdit>(*m_view, QStringLiteral("addFieldEdit"));
    QTest::keyClicks(add, QStringLiteral("owner"));
    QTest::keyClick(add, Qt::Key_Return);
    typeInto(*m_view, QStringLiteral("owner"), QStringLiteral("Ann"));
    QVERIFY(wordsAt(*m_view, QStringLiteral("owner")).contains(QStringLiteral("“Owner”")));
    send();
    QVERIFY(m_rig->uploads.empty());
    partOf<QPushButton>(*fieldOf(*m_view, QStringLiteral("owner")), QStringLiteral("spellingButton"))
        ->click();
    QCOMPARE(valueAt("Owner"), QStringLiteral("Ann"));
    send();
    QCOMPARE(m_rig->uploads.size(), std::size_t(1));
    QCOMPARE(sentValue(QStringLiteral("Owner")), QStringLiteral("Ann"));
    QCOMPARE(sentValue(QStringLiteral("owner")), QString());
}

void RecordViewTest::anUnknownHeadingIsAWarning()
{
    fillIn();
    partOf<QLineEdit>(*m_view, QStringLiteral("addFieldEdit"))->setText(QStringLiteral(" Colour "));
    press(*m_view, "addFieldButton");
    QVERIFY(wordsAt(*m_view, QStringLiteral("Colour")).contains(QStringLiteral("not a heading")));
    typeInto(*m_view, QStringLiteral("Colour"), QStringLiteral("red"));
    send();
    QCOMPARE(sentValue(QStringLiteral("Colour")), QStringLiteral("red"));
    QVERIFY(!m_view->findChild<QWidget *>(QStringLiteral("field Colour"))
            || m_view->findChild<QWidget *>(QStringLiteral("field Colour"))->isHidden());
}

void RecordViewTest::whatIsAddedIsSeen()
{
    m_view->resize(1000, 400);
    partOf<QLineEdit>(*m_view, QStringLiteral("addFieldEdit"))->setText(QStringLiteral("Colour"));
    press(*m_view, "addFieldButton");
    const QWidget *field = fieldOf(*m_view, QStringLiteral("Colour"));
    const auto *words = partOf<QLabel>(*field, QStringLiteral("findingWords"));
    QTRY_COMPARE(field->visibleRegion().boundingRect().height(), field->height());
    QVERIFY(!words->visibleRegion().isEmpty());
    QVERIFY(field->findChild<QLineEdit *>()->hasFocus());
    // And gone when it is taken away.
    partOf<QAbstractButton>(*field, QStringLiteral("removeField"))->click();
    QTRY_VERIFY(!m_view->findChild<QWidget *>(QStringLiteral("field Colour")));
}

void RecordViewTest::theTabKeyGoesDownTheForm()
{
    partOf<QLineEdit>(*m_view, QStringLiteral("addFieldEdit"))->setText(QStringLiteral("Colour"));
    press(*m_view, "addFieldButton");
    const auto edit = [this](const char *heading) {
        return fieldOf(*m_view, QLatin1String(heading))->findChild<QLineEdit *>();
    };
    const auto tab = [](Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(QApplication::focusWidget(), modifiers ? Qt::Key_Backtab : Qt::Key_Tab, modifiers);
    };
    edit("Account Name")->setFocus();
    tab();
    QVERIFY(edit("Reference")->hasFocus());
    edit("Type")->setFocus();
    tab();
    QVERIFY(edit("Date")->hasFocus());
    tab(); // the calendar
    tab(); // today
    tab();
    QVERIFY(edit("Subject")->hasFocus());
    tab();
    tab(); // a long text gives the key on
    QVERIFY(edit("Status")->hasFocus());
    edit("Last Name")->setFocus();
    tab();
    QVERIFY(edit("Colour")->hasFocus());
    tab(); // takes it away
    tab();
    QVERIFY(partOf<QLineEdit>(*m_view, QStringLiteral("addFieldEdit"))->hasFocus());
    tab(Qt::ShiftModifier);
    tab(Qt::ShiftModifier);
    QVERIFY(edit("Colour")->hasFocus());
}

void RecordViewTest::oddHeadingsStayAsTheyAre()
{
    fillIn();
    for (const char *heading : {"R&D <b>", "a]b=c&d", "100 %"}) {
        partOf<QLineEdit>(*m_view, QStringLiteral("addFieldEdit"))->setText(QLatin1String(heading));
        press(*m_view, "addFieldButton");
        typeInto(*m_view, QLatin1String(heading), QStringLiteral("<i>%1&x</i>"));
    }
    const auto labels = m_view->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text() == QLatin1String("R&&D <b>") && label->textFormat() == Qt::PlainText;
    }));
    send();
    for (const char *heading : {"R&D <b>", "a]b=c&d", "100 %"})
        QCOMPARE(sentValue(QLatin1String(heading)), QStringLiteral("<i>%1&x</i>"));
}

void RecordViewTest::thePreviewFollows()
{
    fillIn();
    const QString shown = partOf<QPlainTextEdit>(*m_view, QStringLiteral("previewEdit"))->toPlainText();
    QVERIFY(shown.startsWith(QStringLiteral("PUT http://127.0.0.1")));
    QVERIFY(shown.contains(QStringLiteral("Authorization: Bearer $GAUGEDESK_TOKEN")));
    QVERIFY(shown.contains(QStringLiteral("record[Account Name] = ACME & Søn")));
    press(*m_view, "curlButton");
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.startsWith(QStringLiteral("curl -X PUT")));
    QVERIFY(copied.contains(QStringLiteral("ACME%20%26%20S%C3%B8n")));
    QVERIFY(!copied.contains(QStringLiteral("TOKEN\""))
            || copied.contains(QStringLiteral("$GAUGEDESK_TOKEN")));
}

void RecordViewTest::sentAndCleared()
{
    fillIn();
    send();
    QCOMPARE(m_rig->uploads.size(), std::size_t(1));
    QCOMPARE(m_rig->uploads.front().method, "PUT");
    QCOMPARE(sentValue(QStringLiteral("Account Name")), QStringLiteral("ACME & Søn"));
    QCOMPARE(banner()->severity(), ErrorBanner::Severity::Success);
    QVERIFY(banner()->text().startsWith(QStringLiteral("Accepted.")));
    QCOMPARE(valueAt("Reference"), QString());
    QVERIFY(draft().fields.empty());
    QVERIFY(fieldOf(*m_view, QStringLiteral("Account Name"))->findChild<QLineEdit *>()->hasFocus());
}

void RecordViewTest::sentAndKept()
{
    fillIn();
    send("sendAndKeepButton");
    QCOMPARE(valueAt("Reference"), QStringLiteral("A-1"));
    QCOMPARE(draft().fields.size(), std::size_t(4));
    QVERIFY(!draft().sent.isValid());
    QTest::keyClick(fieldOf(*m_view, QStringLiteral("Type"))->findChild<QLineEdit *>(), Qt::Key_Return,
                    Qt::ControlModifier);
    m_rig->settle();
    QCOMPARE(m_rig->uploads.size(), std::size_t(2));
}

void RecordViewTest::defaultValuesGoAlong()
{
    upload::Configuration own = upload::builtInConfigurations().front();
    own.id.clear();
    own.name = QStringLiteral("Calls");
    for (upload::Heading &heading : own.headings) {
        if (heading.name == QLatin1String("Type"))
            heading.defaultValue = QStringLiteral("Call");
    }
    QVERIFY(upload::ConfigurationStore(m_rig->dataFolder()).save(own));
    choose("accounts"); // reads the list again; the last one is chosen, so go to Calls
    auto *combo = partOf<QComboBox>(*m_view, QStringLiteral("configurationCombo"));
    combo->setCurrentIndex(combo->findText(QStringLiteral("Calls"), Qt::MatchStartsWith));
    Q_EMIT combo->activated(combo->currentIndex());
    m_rig->settle();
    fillIn();
    typeInto(*m_view, QStringLiteral("Type"), {});
    const auto *type = fieldOf(*m_view, QStringLiteral("Type"))->findChild<QLineEdit *>();
    QVERIFY(type->placeholderText().contains(QStringLiteral("Call")));
    send();
    QCOMPARE(sentValue(QStringLiteral("Type")), QStringLiteral("Call"));
}

void RecordViewTest::refusalsAreAtTheirFields()
{
    fillIn();
    m_rig->answer = Answer::json(
        R"({"message":"Invalid.","errors":{"record.Source":["Unknown source."],"other":["What is this?"]}})",
        422);
    send();
    QVERIFY(wordsAt(*m_view, QStringLiteral("Source")).contains(QStringLiteral("Unknown source.")));
    QVERIFY(fieldOf(*m_view, QStringLiteral("Source"))->findChild<QLineEdit *>()->hasFocus());
    QVERIFY(banner()->text().contains(QStringLiteral("Invalid.")));
    QVERIFY(banner()->text().contains(QStringLiteral("What is this?")));
    QVERIFY(banner()->copyText().contains(QStringLiteral("record.Source"))); // as it came
    QCOMPARE(draft().fields.size(), std::size_t(4));
    typeInto(*m_view, QStringLiteral("Source"), QStringLiteral("Mail"));
    QCOMPARE(wordsAt(*m_view, QStringLiteral("Source")), QString());
    m_rig->answer = Answer::empty(200);
    send(); // what was refused is sent again without a question
    QCOMPARE(m_rig->uploads.size(), std::size_t(2));
    QCOMPARE(banner()->severity(), ErrorBanner::Severity::Success);
}

void RecordViewTest::turnedAwayKeepsTheDraft_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("action");
    QTest::newRow("credentials") << 401 << QStringLiteral("credentials")
                                 << QStringLiteral("Open the &connection");
    QTest::newRow("rights") << 403 << QStringLiteral("may not upload") << QString();
    QTest::newRow("address") << 404 << QStringLiteral("region") << QStringLiteral("Open the &connection");
    QTest::newRow("too soon") << 429 << QStringLiteral("Try again in 150 s.") << QStringLiteral("&Try again");
}

void RecordViewTest::turnedAwayKeepsTheDraft()
{
    QFETCH(const int, status);
    QFETCH(const QString, words);
    QFETCH(const QString, action);
    fillIn();
    m_rig->answer = Answer::empty(status).with("Retry-After", "150");
    send();
    QVERIFY2(banner()->text().contains(words), qPrintable(banner()->text()));
    QCOMPARE(partOf<QPushButton>(*banner(), QStringLiteral("actionButton"))->text(), action);
    QCOMPARE(valueAt("Reference"), QStringLiteral("A-1"));
    QCOMPARE(draft().fields.size(), std::size_t(4));
    QVERIFY(!draft().sent.isValid());
}

void RecordViewTest::aLostAnswerIsNotSentAgainUnasked()
{
    const auto tries
        = std::size_t(net::RetryPolicy().maxTries); // of an activity, which is updated by its key
    fillIn();
    m_rig->answer = Answer::reset();
    send();
    QVERIFY(banner()->text().contains(QStringLiteral("not known")));
    QVERIFY(draft().sent.isValid());
    m_rig->answer = Answer::empty(200);
    typeInto(*m_view, QStringLiteral("Subject"), QStringLiteral("changed"));
    send();
    auto *question = partOf<QMessageBox>(*m_view, QStringLiteral("sendAgainQuestion"));
    QCOMPARE(m_rig->uploads.size(), tries);
    question->button(QMessageBox::Cancel)->click();
    QCOMPARE(m_rig->uploads.size(), tries);
    QTRY_VERIFY(!m_view->findChild<QMessageBox *>(QStringLiteral("sendAgainQuestion")));
    send();
    question = partOf<QMessageBox>(*m_view, QStringLiteral("sendAgainQuestion"));
    partOf<QPushButton>(*question, QStringLiteral("againButton"))->click();
    m_rig->settle();
    QCOMPARE(m_rig->uploads.size(), tries + 1);
    QCOMPARE(banner()->severity(), ErrorBanner::Severity::Success);
    QVERIFY(!draft().sent.isValid());
}

void RecordViewTest::aLostAnswerIsRememberedAfterARestart()
{
    fillIn();
    m_rig->answer = Answer::silence();
    press(*m_view, "sendButton");
    QTRY_VERIFY(!m_rig->uploads.empty());
    // The program ends before the answer came: what is on the disk is all that is left of it.
    const upload::Draft left = draft();
    QVERIFY(left.sent.isValid());
    m_view.reset();
    m_rig->stopEngine();
    m_rig->startEngine();
    m_rig->answer = Answer::empty(200);
    open();
    QVERIFY(banner()->text().contains(QStringLiteral("not known")));
    QCOMPARE(valueAt("Reference"), QStringLiteral("A-1"));
    answerBanner();
    QVERIFY(m_view->findChild<QMessageBox *>(QStringLiteral("sendAgainQuestion")));
    m_rig->settle();
    QCOMPARE(m_rig->uploads.size(), std::size_t(1));
}

void RecordViewTest::whatArrivedIsCleared()
{
    fillIn();
    m_rig->answer = Answer::json("{}", 502);
    send();
    answerBanner();
    const auto *question = partOf<QMessageBox>(*m_view, QStringLiteral("sendAgainQuestion"));
    partOf<QPushButton>(*question, QStringLiteral("arrivedButton"))->click();
    m_rig->settle();
    QCOMPARE(valueAt("Reference"), QString());
    QVERIFY(draft().fields.empty() && !draft().sent.isValid());
    QCOMPARE(m_rig->uploads.size(), std::size_t(net::RetryPolicy().maxTries));
}

void RecordViewTest::mailsAreConfirmed()
{
    choose("surveys");
    typeInto(*m_view, QStringLiteral("Contact Reference"), QStringLiteral("C-1"));
    send();
    auto *question = partOf<QDialog>(*m_view, QStringLiteral("mailConfirmation"));
    question->reject();
    m_rig->settle();
    QVERIFY(m_rig->uploads.empty());
    QTRY_VERIFY(!m_view->findChild<QDialog *>(QStringLiteral("mailConfirmation")));
    send();
    question = partOf<QDialog>(*m_view, QStringLiteral("mailConfirmation"));
    partOf<QCheckBox>(*question, QStringLiteral("quietCheck"))->setChecked(true);
    question->accept();
    m_rig->settle();
    QCOMPARE(m_rig->uploads.size(), std::size_t(1));
    // The person said that it need not be asked again.
    typeInto(*m_view, QStringLiteral("Contact Reference"), QStringLiteral("C-2"));
    send();
    QCOMPARE(m_rig->uploads.size(), std::size_t(2));
}

void RecordViewTest::theDraftSurvivesARestart()
{
    fillIn();
    QTRY_COMPARE(draft().fields.size(), std::size_t(4)); // without a word from anybody
    typeInto(*m_view, QStringLiteral("Subject"), QStringLiteral("at the last moment"));
    m_view.reset(); // before the pause is over
    m_rig->settle();
    open();
    QCOMPARE(valueAt("Subject"), QStringLiteral("at the last moment"));
    QCOMPARE(valueAt("Account Name"), QStringLiteral("ACME & Søn"));
    QVERIFY(!banner()->isVisible());
    // A file that somebody has broken is told, and the form can be used.
    m_view.reset();
    m_rig->settle();
    const QString folder = m_rig->dataFolder() + QStringLiteral("/forms/") + m_rig->connection.id;
    QFile file(folder + QStringLiteral("/%2Factivities.draft.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"fields\":");
    file.close();
    open();
    QVERIFY(banner()->text().contains(QStringLiteral("cannot be read")));
    QCOMPARE(valueAt("Subject"), QString());
}

void RecordViewTest::aDraftForEachConfiguration()
{
    typeInto(*m_view, QStringLiteral("Email"), QStringLiteral("a@b.nl"));
    auto *combo = partOf<QComboBox>(*m_view, QStringLiteral("configurationCombo"));
    const auto choosePlace = [&](int place) {
        combo->setCurrentIndex(place);
        Q_EMIT combo->activated(place);
        m_rig->settle();
    };
    choosePlace(1);
    QCOMPARE(valueAt("Email"), QString());
    typeInto(*m_view, QStringLiteral("Email"), QStringLiteral("c@d.nl"));
    choosePlace(0);
    QCOMPARE(valueAt("Email"), QStringLiteral("a@b.nl"));
    choosePlace(1);
    QCOMPARE(valueAt("Email"), QStringLiteral("c@d.nl"));
}

void RecordViewTest::clearingCanBeUndone()
{
    fillIn();
    press(*m_view, "clearButton");
    m_rig->settle();
    QCOMPARE(valueAt("Reference"), QString());
    QVERIFY(draft().fields.empty());
    answerBanner();
    m_rig->settle();
    QCOMPARE(valueAt("Reference"), QStringLiteral("A-1"));
    QCOMPARE(draft().fields.size(), std::size_t(4));
}

void RecordViewTest::recentValuesAreOfferedAndForgotten()
{
    fillIn();
    send();
    const auto *edit = fieldOf(*m_view, QStringLiteral("Source"))->findChild<QLineEdit *>();
    QTRY_COMPARE(edit->completer()->model()->rowCount(), 1);
    QCOMPARE(edit->completer()->model()->index(0, 0).data().toString(), QStringLiteral("CRM"));
    press(*m_view, "forgetButton");
    m_rig->settle();
    QCOMPARE(edit->completer()->model()->rowCount(), 0);
    m_view.reset();
    open();
    QCOMPARE(fieldOf(*m_view, QStringLiteral("Source"))
                 ->findChild<QLineEdit *>()
                 ->completer()
                 ->model()
                 ->rowCount(),
             0);
}

void RecordViewTest::lookedUpAfterwards()
{
    auto *check = partOf<QCheckBox>(*m_view, QStringLiteral("readBackCheck"));
    QVERIFY(!check->isVisible()); // an activity does not become a response
    choose("external-response");
    check = partOf<QCheckBox>(*m_view, QStringLiteral("readBackCheck"));
    QVERIFY(check->isVisible());
    check->setChecked(true);
    typeInto(*m_view, QStringLiteral("Email"), QStringLiteral("a@b.nl"));
    typeInto(*m_view, QStringLiteral("Account Name"), QStringLiteral("ACME"));
    typeInto(*m_view, QStringLiteral("Sent Date"), QStringLiteral("2026-01-30 12:00:00"));
    typeInto(*m_view, QStringLiteral("Completed Date"), QStringLiteral("2026-01-31 12:00:00"));
    m_rig->answer
        = Answer::json(R"({"data":[{"number_customergauge":1,"email":"a@b.nl"}],"cursor":{"next":null}})");
    send();
    QVERIFY(banner()->text().contains(QStringLiteral("did not come back")));
    QVERIFY(banner()->text().contains(QStringLiteral("Account Name")));
    QCOMPARE(banner()->severity(), ErrorBanner::Severity::Warning);
}

void RecordViewTest::anotherConnectionWhileSending()
{
    fillIn();
    m_rig->answer = Answer::silence();
    press(*m_view, "sendButton");
    QTRY_VERIFY(!m_rig->uploads.empty());
    const service::Connection other = m_rig->connection;
    service::Connection second = other;
    second.id = QStringLiteral("second");
    second.name = QStringLiteral("Second");
    m_view->setConnection(second);
    QTRY_VERIFY(fieldOf(*m_view, QStringLiteral("Type"))->isEnabled());
    QVERIFY(!partOf<QPushButton>(*m_view, QStringLiteral("sendButton"))->isEnabled());
    typeInto(*m_view, QStringLiteral("Type"), QStringLiteral("Mail"));
    press(*m_view, "cancelButton");
    m_rig->settle();
    QTRY_VERIFY(banner()->text().contains(QStringLiteral("on its way")));
    QCOMPARE(valueAt("Type"), QStringLiteral("Mail"));
    QVERIFY(draft().sent.isValid()); // of the first, whose answer never came
    m_view->setConnection(other);
    QTRY_COMPARE(valueAt("Type"), QStringLiteral("Call"));
    QTRY_VERIFY(banner()->text().contains(QStringLiteral("not known")));
}

void RecordViewTest::aFullDiskSendsNothing()
{
    fillIn();
    QTRY_VERIFY(!draft().fields.empty());
    m_rig->settle();
    // A folder where the draft should be: it cannot be written.
    const QString path = m_rig->dataFolder() + QStringLiteral("/forms/") + m_rig->connection.id
        + QStringLiteral("/%2Factivities.draft.json");
    QVERIFY(QFile::remove(path) && QDir().mkpath(path));
    send();
    QVERIFY(m_rig->uploads.empty());
    QVERIFY(banner()->text().contains(QStringLiteral("could not be kept")));
    QVERIFY(QDir().rmdir(path));
    send();
    QCOMPARE(m_rig->uploads.size(), std::size_t(1));
}

void RecordViewTest::cancelling()
{
    fillIn();
    m_rig->answer = Answer::silence();
    press(*m_view, "sendButton");
    QVERIFY(!partOf<QPushButton>(*m_view, QStringLiteral("sendButton"))->isEnabled());
    QVERIFY(!fieldOf(*m_view, QStringLiteral("Type"))->isEnabled());
    QTRY_VERIFY(!m_rig->uploads.empty());
    press(*m_view, "cancelButton");
    m_rig->settle();
    QVERIFY(banner()->text().contains(QStringLiteral("not known")));
    QVERIFY(fieldOf(*m_view, QStringLiteral("Type"))->isEnabled());
}

QTEST_MAIN(RecordViewTest)
#include "tst_recordview.moc"
