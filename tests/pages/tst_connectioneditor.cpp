// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/joblist.h"
#include "kit/errorbanner.h"
#include "pages/connections/connectioneditor.h"
#include "support/fakesystem.h"
#include "support/testcase.h"
#include "support/waiting.h"
#include "vault/credentialstore.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QToolButton>

using namespace gauge;
using service::Connection;
using service::SecretPlace;
using test::FakeSystem;
using ui::ConnectionEditor;
using ui::ErrorBanner;

namespace {

//! A keychain whose state a test sets, and that keeps secrets in memory.
class MoodyKeychain final : public vault::CredentialStore
{
public:
    QCoro::Task<Result<std::optional<Secret>>> read(QString id, vault::SecretKind kind) override
    {
        return m_store.read(std::move(id), kind);
    }
    QCoro::Task<Result<void>> write(QString id, vault::SecretKind kind, Secret secret) override
    {
        if (state != vault::KeychainState::Available)
            co_return fail(ErrorKind::Keychain, vault::explain(state));
        co_return co_await m_store.write(id, kind, secret);
    }
    QCoro::Task<Result<void>> remove(QString id, vault::SecretKind kind) override
    {
        return m_store.remove(std::move(id), kind);
    }
    QCoro::Task<vault::KeychainState> probe() override { co_return state.load(); }

    std::atomic<vault::KeychainState> state = vault::KeychainState::Available;

private:
    vault::MemoryStore m_store;
};

} // namespace

class ConnectionEditorTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theScheduleIsKept();
    void saysWhatIsMissingAtTheField();
    void refusesATakenName();
    void refusesANameThatNobodyCanType();
    void connectsByKeyboardAlone();
    void aTestSaysWhatMayBeRead();
    void aRefusedSecretIsToldAndNothingIsSaved();
    void aServiceThatIsAwayMayBeSavedAnyway();
    void aTestCanBeCancelled();
    void aStoredSecretIsNeverShown();
    void aSecretThatMovesIsTypedAgain();
    void withoutAKeyringTheSessionIsOffered();
    void aLockedKeyringIsToldAndAskedAgain();
    void theEnvironmentNeedsNoSecret();
    void anApiKeyIsKeptAndForgotten();
    void anApiKeyIsOptional();
    void anApiKeyThatMovesIsTypedAgain();
    void helpUnfolds();
    void daysThatAreReadAgainAreKept();
    void aPlaceThatCannotBeUsedIsNotSaved();
    void anotherPlaceIsTestedAndSaved();

private:
    template <typename T>
    T *part(const char *name) const
    {
        T *found = m_editor->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    QLineEdit *edit(const char *name) const { return part<QLineEdit>(name); }
    ErrorBanner *banner() const { return part<ErrorBanner>("banner"); }
    bool bannerAppears() const
    {
        return QTest::qWaitFor([this] { return banner()->isVisible(); }, 20'000);
    }
    void fillIn(const QString &secret)
    {
        part<QRadioButton>("regionCustom")->setChecked(true);
        for (const char *name : {"authUrlEdit", "apiUrlEdit", "importsUrlEdit"})
            edit(name)->setText(m_system->server().url().toString());
        edit("nameEdit")->setText(QStringLiteral("ACME"));
        edit("clientIdEdit")->setText(QLatin1String(FakeSystem::clientId));
        edit("secretEdit")->setText(secret);
    }
    Connection saved(SecretPlace place);
    //! Edits \a connection once its secret was found.
    void open(const Connection &connection)
    {
        m_editor->setConnection(connection);
        QTRY_VERIFY(!edit("secretEdit")->placeholderText().isEmpty());
    }
    std::vector<Connection> stored();
    //! The API key in the keychain, or nothing.
    [[nodiscard]] QByteArray apiKeyOf(const QString &id) const
    {
        const auto found = test::waitFor(m_keychain->read(id, vault::SecretKind::ApiKey));
        return found && *found ? (*found)->expose() : QByteArray();
    }
    void save()
    {
        const QSignalSpy done(m_editor.get(), &ConnectionEditor::saved);
        part<QPushButton>("saveButton")->click();
        QVERIFY2(QTest::qWaitFor([&] { return done.size() == 1; }, 20'000), qPrintable(banner()->text()));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<MoodyKeychain> m_keychain;
    std::unique_ptr<FakeSystem> m_system;
    std::unique_ptr<engine::Engine> m_engine;
    std::unique_ptr<ConnectionEditor> m_editor;
};

void ConnectionEditorTest::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    m_keychain = std::make_shared<MoodyKeychain>();
    m_system = std::make_unique<FakeSystem>();
    engine::Options options;
    options.dataFolder = m_folder->path();
    options.keychain = m_keychain;
    m_engine = std::make_unique<engine::Engine>(options);
    m_editor = std::make_unique<ConnectionEditor>(*m_engine);
}

void ConnectionEditorTest::cleanup()
{
    m_editor.reset();
    m_engine->jobs().cancelAll();
    QVERIFY(QTest::qWaitFor([this] { return m_engine->jobs().isIdle(); }, 20'000));
    m_engine.reset();
    QVERIFY2(m_system->server().failures.isEmpty(), m_system->server().report());
}

Connection ConnectionEditorTest::saved(SecretPlace place)
{
    Connection connection = m_system->connection(QStringLiteral("ACME"));
    connection.secretPlace = place;
    auto *job = m_engine->saveConnection(connection, {Secret(FakeSystem::clientSecret), {}});
    connect(job, &Job::finished, this, [&, job] { connection = job->result(); });
    if (!QTest::qWaitFor([&] { return !connection.id.isEmpty(); }))
        qFatal("not saved");
    return connection;
}

void ConnectionEditorTest::theScheduleIsKept()
{
    Connection connection = saved(SecretPlace::Keychain);
    connection.syncMinutes = 17; // set by hand in the file
    m_editor->setConnection(connection);
    auto *box = m_editor->findChild<QComboBox *>(QStringLiteral("scheduleBox"));
    auto *secret = m_editor->findChild<QLineEdit *>(QStringLiteral("secretEdit"));
    QTRY_VERIFY(!secret->placeholderText().isEmpty()); // its secret was found
    QCOMPARE(box->currentData().toInt(), 17);
    QVERIFY(box->currentText().contains(QStringLiteral("17")));
    box->setCurrentIndex(box->findData(0));
    QSignalSpy done(m_editor.get(), &ConnectionEditor::saved);
    QTest::mouseClick(m_editor->findChild<QPushButton *>(QStringLiteral("saveButton")), Qt::LeftButton);
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(stored().front().syncMinutes, 0);
    // A new one is synced every hour.
    m_editor->setNew();
    QCOMPARE(box->currentData().toInt(), 60);
}

std::vector<Connection> ConnectionEditorTest::stored()
{
    std::optional<std::vector<Connection>> found;
    auto *job = m_engine->loadConnections();
    connect(job, &Job::finished, this, [&, job] { found = job->result(); });
    if (!QTest::qWaitFor([&] { return found.has_value(); }))
        qFatal("not loaded");
    return *found;
}

void ConnectionEditorTest::saysWhatIsMissingAtTheField()
{
    m_editor->show();
    part<QPushButton>("saveButton")->click();
    for (const char *name : {"nameError", "clientIdError", "secretError"}) {
        QVERIFY2(part<QLabel>(name)->isVisible(), name);
        QVERIFY2(!part<QLabel>(name)->text().isEmpty(), name);
    }
    QVERIFY(!part<QLabel>("urlError")->isVisible());
    QCOMPARE(edit("nameEdit")->accessibleDescription(), part<QLabel>("nameError")->text());
    part<QRadioButton>("regionCustom")->setChecked(true);
    edit("authUrlEdit")->setText(QStringLiteral("http://example.com"));
    part<QPushButton>("testButton")->click();
    QVERIFY(part<QLabel>("urlError")->isVisible());
    QTest::keyClicks(edit("nameEdit"), QStringLiteral("A"));
    QVERIFY(!part<QLabel>("nameError")->isVisible());
    QVERIFY(stored().empty());
}

void ConnectionEditorTest::refusesATakenName()
{
    m_editor->show();
    m_editor->setTakenNames({QStringLiteral("acme")});
    fillIn(QLatin1String(FakeSystem::clientSecret));
    part<QPushButton>("saveButton")->click();
    QVERIFY(part<QLabel>("nameError")->isVisible());
    QVERIFY(stored().empty());
}

void ConnectionEditorTest::refusesANameThatNobodyCanType()
{
    m_editor->show();
    fillIn(QLatin1String(FakeSystem::clientSecret));
    for (const QString &name :
         {QStringLiteral("AC\u200BME"), QStringLiteral("147b3662-cd7e-490c-b865-9be3480ca2fd")}) {
        edit("nameEdit")->setText(name);
        part<QPushButton>("saveButton")->click();
        QVERIFY(part<QLabel>("nameError")->isVisible());
        QVERIFY(stored().empty());
    }
}

void ConnectionEditorTest::connectsByKeyboardAlone()
{
    m_editor->show();
    QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
    const QSignalSpy saved(m_editor.get(), &ConnectionEditor::saved);
    const QString url = m_system->server().url().toString();
    const auto type = [](const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); };
    const auto tab = [] { QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab); };
    part<QRadioButton>("regionEu")->setFocus(Qt::TabFocusReason);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QVERIFY(part<QRadioButton>("regionCustom")->isChecked());
    for (int i = 0; i < 3; ++i) {
        tab();
        type(url);
    }
    tab();
    type(QStringLiteral("ACME"));
    tab();
    type(QLatin1String(FakeSystem::clientId));
    tab();
    type(QLatin1String(FakeSystem::clientSecret));
    QCOMPARE(QApplication::focusWidget(), edit("secretEdit"));
    QCOMPARE(edit("secretEdit")->echoMode(), QLineEdit::Password);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY2(QTest::qWaitFor([&] { return saved.size() == 1; }, 20'000), qPrintable(banner()->text()));
    QVERIFY(edit("secretEdit")->text().isEmpty());
    const std::vector<Connection> all = stored();
    QCOMPARE(all.size(), std::size_t(1));
    QCOMPARE(all.front().clientId, QLatin1String(FakeSystem::clientId));
    QCOMPARE(all.front().secretPlace, SecretPlace::Keychain);
}

void ConnectionEditorTest::aTestSaysWhatMayBeRead()
{
    m_editor->show();
    m_system->forbidden = {QStringLiteral("close-loop")};
    fillIn(QLatin1String(FakeSystem::clientSecret));
    part<QPushButton>("testButton")->click();
    QVERIFY(bannerAppears());
    QCOMPARE(banner()->severity(), ErrorBanner::Severity::Success);
    const auto title = [this](const char *id) {
        return QCoreApplication::translate("catalog", m_engine->catalog().find(QLatin1String(id))->title);
    };
    QVERIFY2(banner()->text().contains(title("responses")), qPrintable(banner()->text()));
    QVERIFY2(banner()->text().contains(title("close-loop")), qPrintable(banner()->text()));
    QVERIFY(stored().empty());
    QCOMPARE(edit("secretEdit")->text(), QLatin1String(FakeSystem::clientSecret));
}

void ConnectionEditorTest::aRefusedSecretIsToldAndNothingIsSaved()
{
    m_editor->show();
    const QSignalSpy saved(m_editor.get(), &ConnectionEditor::saved);
    fillIn(QStringLiteral("wrong-CANARY-2"));
    part<QPushButton>("saveButton")->click();
    QVERIFY(bannerAppears());
    QCOMPARE(banner()->severity(), ErrorBanner::Severity::Error);
    QVERIFY(!banner()->findChild<QPushButton *>(QStringLiteral("actionButton"))->isVisible());
    QVERIFY(banner()->copyText().contains(QLatin1String("unauthorized")));
    QVERIFY2(!banner()->copyText().contains(QLatin1String("CANARY")), qPrintable(banner()->copyText()));
    QVERIFY(part<QPushButton>("saveButton")->isEnabled());
    QVERIFY(stored().empty());
    QCOMPARE(saved.size(), 0);
}

void ConnectionEditorTest::aServiceThatIsAwayMayBeSavedAnyway()
{
    m_editor->show();
    const QSignalSpy saved(m_editor.get(), &ConnectionEditor::saved);
    fillIn(QLatin1String(FakeSystem::clientSecret));
    // A status that is never retried and says nothing about the credentials; each feed asks anew.
    for (std::size_t i = 0; i < m_engine->catalog().endpoints().size(); ++i)
        m_system->server().expect("POST", "/oauth2/token", test::Answer::json("{}", 404));
    part<QPushButton>("saveButton")->click();
    QVERIFY(bannerAppears());
    QVERIFY(stored().empty());
    banner()->findChild<QPushButton *>(QStringLiteral("actionButton"))->click();
    QVERIFY(QTest::qWaitFor([&] { return saved.size() == 1; }));
    QCOMPARE(stored().size(), std::size_t(1));
}

void ConnectionEditorTest::aTestCanBeCancelled()
{
    m_editor->show();
    m_system->silent = true;
    fillIn(QLatin1String(FakeSystem::clientSecret));
    part<QPushButton>("testButton")->click();
    auto *strip = part<QWidget>("busyStrip");
    QVERIFY(strip->isVisible());
    QVERIFY(!part<QWidget>("formBox")->isEnabled());
    QVERIFY(QTest::qWaitFor([this] { return m_system->server().requests.size() >= 2; }, 20'000));
    strip->findChild<QPushButton *>(QStringLiteral("cancelButton"))->click();
    QVERIFY(QTest::qWaitFor([&] { return !strip->isVisible(); }));
    QVERIFY(part<QWidget>("formBox")->isEnabled());
    QVERIFY(!banner()->isVisible());
}

void ConnectionEditorTest::aStoredSecretIsNeverShown()
{
    const Connection connection = saved(SecretPlace::Keychain);
    m_editor->setConnection(connection);
    m_editor->show();
    QVERIFY(QTest::qWaitFor([this] { return !edit("secretEdit")->placeholderText().isEmpty(); }));
    QVERIFY(edit("secretEdit")->text().isEmpty());
    part<QToolButton>("revealButton")->click();
    QCOMPARE(edit("secretEdit")->echoMode(), QLineEdit::Normal);
    QVERIFY(edit("secretEdit")->text().isEmpty());
    QVERIFY(!edit("secretEdit")->placeholderText().contains(QLatin1String("CANARY")));

    const QSignalSpy again(m_editor.get(), &ConnectionEditor::saved);
    edit("nameEdit")->setText(QStringLiteral("ACME 2"));
    part<QPushButton>("saveButton")->click();
    QVERIFY(QTest::qWaitFor([&] { return again.size() == 1; }));
    QCOMPARE(stored().front().name, QStringLiteral("ACME 2"));
    QCOMPARE(stored().front().id, connection.id);
}

void ConnectionEditorTest::aSecretThatMovesIsTypedAgain()
{
    m_editor->setConnection(saved(SecretPlace::Keychain));
    m_editor->show();
    QVERIFY(QTest::qWaitFor([this] { return !edit("secretEdit")->placeholderText().isEmpty(); }));
    part<QRadioButton>("placeSession")->click();
    QVERIFY(edit("secretEdit")->placeholderText().isEmpty());
    part<QPushButton>("saveButton")->click();
    QVERIFY(part<QLabel>("secretError")->isVisible());
    QCOMPARE(stored().front().secretPlace, SecretPlace::Keychain);
}

void ConnectionEditorTest::withoutAKeyringTheSessionIsOffered()
{
    m_keychain->state = vault::KeychainState::Absent;
    m_editor->show();
    QVERIFY(QTest::qWaitFor([this] { return part<QRadioButton>("placeSession")->isChecked(); }));
    QCOMPARE(part<QLabel>("keychainLabel")->text(), vault::explain(vault::KeychainState::Absent));
    QVERIFY(part<QPushButton>("keychainRetryButton")->isVisible());
    m_keychain->state = vault::KeychainState::Available;
    part<QPushButton>("keychainRetryButton")->click();
    QVERIFY(QTest::qWaitFor([this] { return part<QRadioButton>("placeKeychain")->isChecked(); }));
    QVERIFY(!part<QPushButton>("keychainRetryButton")->isVisible());
}

void ConnectionEditorTest::aLockedKeyringIsToldAndAskedAgain()
{
    m_keychain->state = vault::KeychainState::Locked;
    m_editor->show();
    QVERIFY(QTest::qWaitFor([this] { return part<QPushButton>("keychainRetryButton")->isVisible(); }));
    QVERIFY(part<QRadioButton>("placeKeychain")->isChecked());
    fillIn(QLatin1String(FakeSystem::clientSecret));
    part<QPushButton>("saveButton")->click();
    QVERIFY(bannerAppears());
    QCOMPARE(banner()->text(), vault::explain(vault::KeychainState::Locked));
    QVERIFY(stored().empty());
    QCOMPARE(edit("secretEdit")->text(), QLatin1String(FakeSystem::clientSecret));
}

void ConnectionEditorTest::theEnvironmentNeedsNoSecret()
{
    m_editor->show();
    part<QRadioButton>("placeEnvironment")->click();
    QVERIFY(!edit("secretEdit")->isEnabled());
    part<QPushButton>("testButton")->click();
    QVERIFY(part<QLabel>("nameError")->isVisible());
    QVERIFY(!part<QLabel>("clientIdError")->isVisible());
    QVERIFY(!part<QLabel>("secretError")->isVisible());
}

void ConnectionEditorTest::anApiKeyIsKeptAndForgotten()
{
    const Connection connection = saved(SecretPlace::Keychain);
    m_editor->setConnection(connection);
    m_editor->show();
    QTRY_VERIFY(!edit("secretEdit")->placeholderText().isEmpty());
    QVERIFY(!part<QToolButton>("apiKeyRemoveButton")->isVisible());
    QCOMPARE(edit("apiKeyEdit")->echoMode(), QLineEdit::Password);
    part<QToolButton>("apiKeyRevealButton")->click();
    QCOMPARE(edit("apiKeyEdit")->echoMode(), QLineEdit::Normal);
    edit("apiKeyEdit")->setText(QStringLiteral("  key-CANARY-7\n"));
    save();
    QCOMPARE(apiKeyOf(connection.id), QByteArray("key-CANARY-7"));
    QVERIFY(edit("apiKeyEdit")->text().isEmpty());
    QCOMPARE(edit("apiKeyEdit")->echoMode(), QLineEdit::Password);

    // It is never shown again, and stays where nothing is typed.
    m_editor->setConnection(connection);
    QTRY_VERIFY(part<QToolButton>("apiKeyRemoveButton")->isVisible());
    QVERIFY(edit("apiKeyEdit")->text().isEmpty());
    QVERIFY(edit("apiKeyEdit")->placeholderText().contains(QStringLiteral("keyring")));
    save();
    QCOMPARE(apiKeyOf(connection.id), QByteArray("key-CANARY-7"));

    m_editor->setConnection(connection);
    QTRY_VERIFY(part<QToolButton>("apiKeyRemoveButton")->isVisible());
    part<QToolButton>("apiKeyRemoveButton")->click();
    QVERIFY(!edit("apiKeyEdit")->isEnabled());
    QVERIFY(edit("apiKeyEdit")->placeholderText().contains(QStringLiteral("forgotten")));
    QCOMPARE(apiKeyOf(connection.id), QByteArray("key-CANARY-7")); // not before it is saved
    save();
    QCOMPARE(apiKeyOf(connection.id), QByteArray());
    const auto secret = test::waitFor(m_keychain->read(connection.id, vault::SecretKind::ClientSecret));
    QCOMPARE((*secret)->expose(), QByteArray(FakeSystem::clientSecret));
}

void ConnectionEditorTest::anApiKeyIsOptional()
{
    m_editor->show();
    fillIn(QLatin1String(FakeSystem::clientSecret));
    save();
    QCOMPARE(apiKeyOf(stored().front().id), QByteArray());
    part<QRadioButton>("placeEnvironment")->click();
    QVERIFY(!edit("apiKeyEdit")->isEnabled());
    QVERIFY(edit("apiKeyEdit")->placeholderText().contains(QLatin1String("GAUGEDESK_API_KEY")));
}

void ConnectionEditorTest::anApiKeyThatMovesIsTypedAgain()
{
    Connection connection = m_system->connection(QStringLiteral("ACME"));
    auto *job = m_engine->saveConnection(connection, {Secret(FakeSystem::clientSecret), Secret("key")});
    connect(job, &Job::finished, this, [&, job] { connection = job->result(); });
    QTRY_VERIFY(!connection.id.isEmpty());
    m_editor->setConnection(connection);
    m_editor->show();
    QTRY_VERIFY(part<QToolButton>("apiKeyRemoveButton")->isVisible());
    part<QToolButton>("apiKeyRemoveButton")->click();
    part<QRadioButton>("placeSession")->click();
    QVERIFY(!part<QToolButton>("apiKeyRemoveButton")->isVisible());
    QVERIFY(edit("apiKeyEdit")->isEnabled());
    QVERIFY(!edit("apiKeyEdit")->placeholderText().contains(QStringLiteral("keyring")));
}

void ConnectionEditorTest::helpUnfolds()
{
    m_editor->show();
    QVERIFY(!part<QLabel>("helpLabel")->isVisible());
    QTest::keyClick(part<QToolButton>("helpButton"), Qt::Key_Space);
    QVERIFY(part<QLabel>("helpLabel")->isVisible());
    QVERIFY(part<QLabel>("helpLabel")->text().contains(QLatin1String("Authentications")));
}

void ConnectionEditorTest::daysThatAreReadAgainAreKept()
{
    auto *choice = part<QComboBox>("recheckBox");
    auto *days = part<QSpinBox>("recheckDaysBox");
    m_editor->show();
    fillIn(QLatin1String(FakeSystem::clientSecret));
    QVERIFY(!days->isVisible());
    save();
    QVERIFY(!stored().front().recheckDays);

    open(stored().front());
    choice->setCurrentIndex(1);
    QVERIFY(days->isVisible());
    days->setValue(14);
    save();
    QCOMPARE(stored().front().recheckDays, std::optional(14));

    open(stored().front());
    QCOMPARE(choice->currentIndex(), 1);
    QCOMPARE(days->value(), 14);
    choice->setCurrentIndex(2);
    QVERIFY(!days->isVisible());
    save();
    QCOMPARE(stored().front().recheckDays, std::optional(0));
}

void ConnectionEditorTest::aPlaceThatCannotBeUsedIsNotSaved()
{
    const Connection before = saved(SecretPlace::Keychain);
    m_editor->show();
    open(before);
    const QSignalSpy done(m_editor.get(), &ConnectionEditor::saved);
    edit("nameEdit")->setText(QStringLiteral("Renamed"));
    edit("lakeFileEdit")->setText(QStringLiteral("relative.sqlite"));
    part<QPushButton>("saveButton")->click();
    QVERIFY(part<QLabel>("lakeError")->isVisible()); // without asking
    edit("lakeFileEdit")->setText(m_folder->filePath(QStringLiteral("no/such/folder/acme.sqlite")));
    QVERIFY(!part<QLabel>("lakeError")->isVisible());
    part<QPushButton>("saveButton")->click();
    QTRY_VERIFY(part<QLabel>("lakeError")->isVisible());
    QCOMPARE(edit("lakeFileEdit")->accessibleDescription(), part<QLabel>("lakeError")->text());
    QTRY_VERIFY(m_engine->jobs().isIdle());
    QVERIFY(done.isEmpty());
    QCOMPARE(stored().front(), before); // not the name either
    // The usual place is always there.
    edit("lakeFileEdit")->clear();
    save();
    QCOMPARE(stored().front().name, QStringLiteral("Renamed"));
}

void ConnectionEditorTest::anotherPlaceIsTestedAndSaved()
{
    const Connection before = saved(SecretPlace::Keychain);
    m_editor->show();
    open(before);
    QVERIFY(!part<QWidget>("oldCopyPane")->isVisible());
    const QString place = m_folder->filePath(QStringLiteral("acme.sqlite"));
    edit("lakeFileEdit")->setText(place);
    QVERIFY(part<QWidget>("oldCopyPane")->isVisible());
    QVERIFY(part<QLabel>("oldCopyLabel")->text().contains(m_engine->lakeOf(before).text()));
    edit("nameEdit")->setText(QStringLiteral("Renamed"));
    save();
    QCOMPARE(stored().size(), std::size_t(1));
    QCOMPARE(stored().front().lake, place);
    QCOMPARE(stored().front().name, QStringLiteral("Renamed"));
    QCOMPARE(stored().front().id, before.id);
}

QTEST_MAIN(ConnectionEditorTest)
#include "tst_connectioneditor.moc"
