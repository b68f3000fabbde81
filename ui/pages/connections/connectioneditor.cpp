// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/connectioneditor.h"

#include "kit/plaintext.h"
#include "kit/theme.h"
#include "pages/connections/connectionwords.h"
#include "pages/connections/lakeplacefield.h"
#include "pages/connections/secretfield.h"
#include "ui_connectioneditor.h"

#include <QDir>
#include <QEvent>
#include <QGuiApplication>
#include <QUuid>

namespace gauge::ui {

namespace {

// Data of the box of days that are read again.
constexpr int usualDays = 0;
constexpr int someDays = 1;
constexpr int noDays = 2;

} // namespace

using service::Connection;
using service::Region;
using service::SecretPlace;

ConnectionEditor::ConnectionEditor(engine::Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_ui(std::make_unique<Ui::ConnectionEditor>())
{
    m_ui->setupUi(this);
    m_keychain = new KeychainNotice(engine, m_ui->keychainLabel, m_ui->keychainRetryButton, this);
    m_secret = new SecretField(m_ui->secretEdit, m_ui->revealButton, this);
    m_apiKey = new SecretField(m_ui->apiKeyEdit, m_ui->apiKeyRevealButton, this);
    m_ui->helpLabel->hide();
    colorObjections();
    wire();
    setNew();
}

ConnectionEditor::~ConnectionEditor() = default;

void ConnectionEditor::wire()
{
    for (QRadioButton *choice : {m_ui->regionEu, m_ui->regionUs, m_ui->regionAu, m_ui->regionCustom})
        connect(choice, &QRadioButton::toggled, this, &ConnectionEditor::applyChoices);
    for (QRadioButton *choice : {m_ui->placeKeychain, m_ui->placeSession, m_ui->placeEnvironment}) {
        connect(choice, &QRadioButton::toggled, this, &ConnectionEditor::applyChoices);
        connect(choice, &QRadioButton::clicked, this, [this] { m_placeChosen = true; });
    }
    for (QLineEdit *edit : findChildren<QLineEdit *>()) {
        connect(edit, &QLineEdit::returnPressed, this, &ConnectionEditor::connectOrSave);
        connect(edit, &QLineEdit::textEdited, this, &ConnectionEditor::clearObjections);
    }
    connect(m_ui->apiKeyRemoveButton, &QToolButton::toggled, this, &ConnectionEditor::applyChoices);
    m_ui->recheckDaysBox->setMaximum(service::mostRecheckDays);
    connect(m_ui->recheckBox, &QComboBox::currentIndexChanged, this, [this] {
        m_ui->recheckDaysBox->setVisible(m_ui->recheckBox->currentData().toInt() == someDays);
    });
    connect(m_ui->lakePlace, &LakePlaceField::changed, this, [this] {
        setObjection({m_ui->lakePlace->mainEdit(), m_ui->lakeError}, {});
    });
    connect(m_ui->helpButton, &QToolButton::toggled, this, [this](bool shown) {
        m_ui->helpLabel->setVisible(shown);
        m_ui->helpButton->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
    });
    connect(m_keychain, &KeychainNotice::answered, this, &ConnectionEditor::onKeychainAnswered);
    connect(m_ui->testButton, &QPushButton::clicked, this, &ConnectionEditor::test);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &ConnectionEditor::connectOrSave);
    connect(m_ui->banner, &ErrorBanner::actionTriggered, this, &ConnectionEditor::save);
    connect(m_ui->busyStrip, &BusyStrip::cancelTriggered, this, [this] {
        if (m_job)
            m_job->cancel();
    });
    connect(m_ui->cancelButton, &QPushButton::clicked, this, [this] {
        m_secret->clear();
        m_apiKey->clear();
        Q_EMIT cancelled();
    });
}

void ConnectionEditor::setNew()
{
    m_connection = {};
    m_hasStoredSecret = m_hasStoredApiKey = false;
    m_placeChosen = false;
    fill();
    if (m_keychain->state())
        onKeychainAnswered(*m_keychain->state());
}

void ConnectionEditor::setConnection(const Connection &connection)
{
    m_connection = connection;
    m_hasStoredSecret = m_hasStoredApiKey = false;
    m_placeChosen = true;
    fill();
    lookForSecret();
}

void ConnectionEditor::fill()
{
    const std::array regions{m_ui->regionEu, m_ui->regionUs, m_ui->regionAu, m_ui->regionCustom};
    regions.at(std::size_t(m_connection.region))->setChecked(true);
    m_ui->placeKeychain->setChecked(m_connection.secretPlace == SecretPlace::Keychain);
    m_ui->placeSession->setChecked(m_connection.secretPlace == SecretPlace::Session);
    m_ui->placeEnvironment->setChecked(m_connection.secretPlace == SecretPlace::Environment);
    m_ui->authUrlEdit->setText(m_connection.authUrl.toString());
    m_ui->apiUrlEdit->setText(m_connection.apiUrl.toString());
    m_ui->importsUrlEdit->setText(m_connection.importsUrl.toString());
    m_ui->nameEdit->setText(m_connection.name);
    fillSchedule(m_connection.syncMinutes);
    m_ui->clientIdEdit->setText(m_connection.clientId);
    fillRecheck();
    const QString present = m_engine.lakeOf(m_connection).text();
    m_ui->lakePlace->setPlace(m_connection.lake, isNew() ? QString() : QDir::toNativeSeparators(present));
    m_secret->clear();
    m_apiKey->clear();
    m_ui->apiKeyRemoveButton->setChecked(false);
    m_ui->banner->dismiss();
    clearObjections();
    applyTexts();
    applyChoices();
}

void ConnectionEditor::fillSchedule(int minutes)
{
    constexpr int hour = 60;
    m_ui->scheduleBox->clear();
    for (const int choice : {15, 30, hour, 4 * hour, 24 * hour, 0})
        m_ui->scheduleBox->addItem(intervalText(choice), choice);
    // One that was set elsewhere stays as it is.
    if (m_ui->scheduleBox->findData(minutes) < 0)
        m_ui->scheduleBox->insertItem(0, intervalText(minutes), minutes);
    m_ui->scheduleBox->setCurrentIndex(m_ui->scheduleBox->findData(minutes));
}

void ConnectionEditor::fillRecheck()
{
    m_ui->recheckBox->clear();
    m_ui->recheckBox->addItem(tr("What is likely to have changed"), usualDays);
    m_ui->recheckBox->addItem(tr("The last days:"), someDays);
    m_ui->recheckBox->addItem(tr("Nothing"), noDays);
    const std::optional<int> days = m_connection.recheckDays;
    const int choice = !days ? usualDays : *days == 0 ? noDays : someDays;
    m_ui->recheckBox->setCurrentIndex(m_ui->recheckBox->findData(choice));
    if (choice == someDays)
        m_ui->recheckDaysBox->setValue(*days);
}

std::optional<int> ConnectionEditor::recheckDays() const
{
    const int choice = m_ui->recheckBox->currentData().toInt();
    if (choice == usualDays)
        return std::nullopt;
    return choice == noDays ? 0 : m_ui->recheckDaysBox->value();
}

void ConnectionEditor::lookForSecret()
{
    auto *job = m_engine.hasSecret(m_connection);
    connect(job, &Job::finished, this, [this, job, id = m_connection.id] {
        if (job->error() || id != m_connection.id)
            return;
        m_hasStoredSecret = job->result();
        applyTexts();
    });
    auto *keyJob = m_engine.hasApiKey(m_connection);
    connect(keyJob, &Job::finished, this, [this, keyJob, id = m_connection.id] {
        if (keyJob->error() || id != m_connection.id)
            return;
        m_hasStoredApiKey = keyJob->result();
        applyChoices();
    });
}

void ConnectionEditor::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    // Not before it is seen: a keychain may answer with a password prompt.
    if (!m_keychain->state())
        m_keychain->probe();
}

void ConnectionEditor::onKeychainAnswered(vault::KeychainState state)
{
    if (m_placeChosen)
        return;
    if (state == vault::KeychainState::Absent)
        m_ui->placeSession->setChecked(true);
    else
        m_ui->placeKeychain->setChecked(true);
}

void ConnectionEditor::applyTexts()
{
    m_ui->saveButton->setText(isNew() ? tr("&Connect") : tr("&Save"));
    m_ui->placeKeychain->setText(tr("In your keyring (%1)").arg(vault::keychainName()));
    m_ui->secretEdit->setPlaceholderText(keptHint(m_hasStoredSecret, "GAUGEDESK_CLIENT_SECRET"));
    m_ui->apiKeyEdit->setPlaceholderText(apiKeyHint());
    m_keychain->refreshTexts();
}

QString ConnectionEditor::keptHint(bool isStored, const char *variable) const
{
    if (m_ui->placeEnvironment->isChecked())
        return tr("taken from %1").arg(QLatin1String(variable));
    if (!isStored || placeChanged())
        return {};
    return m_ui->placeSession->isChecked() ? tr("known for this session – type to replace")
                                           : tr("stored in your keyring – type to replace");
}

QString ConnectionEditor::apiKeyHint() const
{
    if (m_ui->apiKeyRemoveButton->isChecked())
        return tr("is forgotten when you save");
    const QString kept = keptHint(m_hasStoredApiKey, "GAUGEDESK_API_KEY");
    return kept.isEmpty() ? tr("only for uploading a single response") : kept;
}

void ConnectionEditor::applyChoices()
{
    const bool custom = m_ui->regionCustom->isChecked();
    for (QWidget *row : {m_ui->authUrlEdit, m_ui->apiUrlEdit, m_ui->importsUrlEdit})
        m_ui->form->setRowVisible(row, custom);
    m_ui->form->setRowVisible(m_ui->urlError, custom && !m_ui->urlError->text().isEmpty());
    const bool typed = !m_ui->placeEnvironment->isChecked();
    m_ui->secretEdit->setEnabled(typed);
    m_ui->revealButton->setEnabled(typed);
    const bool mayRemove = typed && m_hasStoredApiKey && !placeChanged();
    if (!mayRemove)
        m_ui->apiKeyRemoveButton->setChecked(false);
    m_ui->apiKeyRemoveButton->setVisible(mayRemove);
    const bool removed = m_ui->apiKeyRemoveButton->isChecked();
    m_ui->apiKeyEdit->setEnabled(typed && !removed);
    m_ui->apiKeyRevealButton->setEnabled(typed && !removed);
    m_ui->keychainRow->setVisible(m_ui->placeKeychain->isChecked()
                                  || m_keychain->state() != vault::KeychainState::Available);
    applyTexts();
}

void ConnectionEditor::setObjection(const Field &field, const QString &words)
{
    field.error->setText(words);
    m_ui->form->setRowVisible(field.error, !words.isEmpty());
    if (field.edit)
        field.edit->setAccessibleDescription(words);
}

void ConnectionEditor::clearObjections()
{
    for (const Field &field :
         {Field{m_ui->nameEdit, m_ui->nameError}, Field{m_ui->clientIdEdit, m_ui->clientIdError},
          Field{m_ui->secretEdit, m_ui->secretError}, Field{m_ui->authUrlEdit, m_ui->urlError},
          Field{m_ui->lakePlace->mainEdit(), m_ui->lakeError}})
        setObjection(field, {});
}

bool ConnectionEditor::secretNeeded() const
{
    if (m_ui->placeEnvironment->isChecked())
        return false;
    // A secret that moves to another place must be typed again: it is never read back to be copied.
    return !m_hasStoredSecret || placeChanged();
}

bool ConnectionEditor::placeChanged() const
{
    return isNew() || edited().secretPlace != m_connection.secretPlace;
}

bool ConnectionEditor::validate()
{
    clearObjections();
    const Connection wanted = edited();
    QLineEdit *first = nullptr;
    const auto object = [&](const Field &field, const QString &words) {
        setObjection(field, words);
        first = first ? first : field.edit;
    };
    if (wanted.region == Region::Custom) {
        Connection named = wanted; // the name has an objection of its own
        named.name = QStringLiteral("x");
        if (const auto words = service::validationError(named))
            object({m_ui->authUrlEdit, m_ui->urlError}, *words);
    }
    if (wanted.name.isEmpty())
        object({m_ui->nameEdit, m_ui->nameError},
               tr("Give the connection a name, for example your company's."));
    else if (m_takenNames.contains(wanted.name, Qt::CaseInsensitive)
             && wanted.name.compare(m_connection.name, Qt::CaseInsensitive) != 0)
        object({m_ui->nameEdit, m_ui->nameError},
               tr("Another connection has this name. Choose a different one."));
    else if (const auto name = service::connectionName(wanted.name);
             wanted.name != m_connection.name && !name)
        object({m_ui->nameEdit, m_ui->nameError}, name.error().text);
    if (wanted.clientId.isEmpty() && wanted.secretPlace != SecretPlace::Environment)
        object({m_ui->clientIdEdit, m_ui->clientIdError}, tr("Paste the client ID."));
    if (secretNeeded() && m_ui->secretEdit->text().isEmpty())
        object({m_ui->secretEdit, m_ui->secretError}, tr("Paste the client secret."));
    const bool isDatabase = lake::Location::isUrl(wanted.lake);
    if (!isDatabase && !wanted.lake.isEmpty() && !QDir::isAbsolutePath(wanted.lake))
        object({m_ui->lakePlace->mainEdit(), m_ui->lakeError},
               tr("Choose a file, or leave this empty for the usual place."));
    else if (const auto place = lake::Location::parse(wanted.lake, QStringLiteral("x")); !place)
        object({m_ui->lakePlace->mainEdit(), m_ui->lakeError}, place.error().text);
    if (first)
        first->setFocus(Qt::OtherFocusReason);
    return !first;
}

Connection ConnectionEditor::edited() const
{
    Connection connection = m_connection;
    connection.name = m_ui->nameEdit->text().trimmed();
    connection.clientId = m_ui->clientIdEdit->text().trimmed();
    connection.syncMinutes = m_ui->scheduleBox->currentData().toInt();
    connection.recheckDays = recheckDays();
    connection.lake = m_ui->lakePlace->isChanged() ? m_ui->lakePlace->place() : m_connection.lake;
    connection.region = m_ui->regionUs->isChecked() ? Region::Us
        : m_ui->regionAu->isChecked()               ? Region::Au
        : m_ui->regionCustom->isChecked()           ? Region::Custom
                                                    : Region::Eu;
    const bool custom = connection.region == Region::Custom;
    const auto url = [custom](const QLineEdit *edit) {
        return custom ? QUrl(edit->text().trimmed(), QUrl::StrictMode) : QUrl();
    };
    connection.authUrl = url(m_ui->authUrlEdit);
    connection.apiUrl = url(m_ui->apiUrlEdit);
    connection.importsUrl = url(m_ui->importsUrlEdit);
    connection.secretPlace = m_ui->placeEnvironment->isChecked() ? SecretPlace::Environment
        : m_ui->placeSession->isChecked()                        ? SecretPlace::Session
                                                                 : SecretPlace::Keychain;
    return connection;
}

engine::NewSecrets ConnectionEditor::typedSecrets() const
{
    engine::NewSecrets secrets;
    secrets.clientSecret = m_secret->typed();
    secrets.apiKey = m_apiKey->typed();
    secrets.removeApiKey = m_ui->apiKeyRemoveButton->isChecked();
    return secrets;
}

void ConnectionEditor::test()
{
    if (m_job || !validate())
        return;
    auto *job = m_engine.testConnection(edited(), typedSecrets());
    begin(job, tr("Asking the service…"));
    connect(job, &Job::finished, this, [this, job] {
        end();
        if (job->error())
            m_ui->banner->showError(*job->error());
        else
            m_ui->banner->showMessage(job->result().readableFeeds.isEmpty() ? ErrorBanner::Severity::Warning
                                                                            : ErrorBanner::Severity::Success,
                                      reportText(job->result(), m_engine.catalog()));
    });
}

void ConnectionEditor::connectOrSave()
{
    if (m_job || !validate())
        return;
    if (m_ui->lakePlace->isChanged())
        checkLake();
    else if (isNew())
        connectNew();
    else
        save();
}

//! An address that cannot be used is not saved.
void ConnectionEditor::checkLake()
{
    Connection asked = edited();
    if (isNew())
        asked.id = QUuid::createUuid().toString(QUuid::WithoutBraces); // an address may stand for it
    auto *job = m_engine.testLake(asked);
    begin(job, tr("Looking at the place of the local copy…"));
    connect(job, &Job::finished, this, [this, job] {
        end();
        if (!job->error())
            tellLakeTest(job->result());
        else if (job->error()->kind != ErrorKind::Cancelled)
            objectToLake(job->error()->text);
    });
}

void ConnectionEditor::tellLakeTest(const engine::LakeTest &found)
{
    if (found.isForeign)
        objectToLake(tr("The local copy there holds the data of %1. Choose another place.").arg(found.owner));
    else if (found.exists && m_ui->lakePlace->oldLake() == engine::OldLake::Move)
        objectToLake(tr("There is a local copy already. Keep the present one where it is, or choose another "
                        "place."));
    else if (isNew())
        connectNew();
    else
        save();
}

void ConnectionEditor::objectToLake(const QString &words)
{
    setObjection({m_ui->lakePlace->mainEdit(), m_ui->lakeError}, words);
    m_ui->lakePlace->mainEdit()->setFocus(Qt::OtherFocusReason);
}

void ConnectionEditor::connectNew()
{
    auto *job = m_engine.testConnection(edited(), typedSecrets());
    begin(job, tr("Connecting…"));
    connect(job, &Job::finished, this, [this, job] {
        end();
        if (!job->error()) {
            save();
            return;
        }
        // Refused credentials are worth nothing; a service that is away may be there tomorrow.
        const ErrorKind kind = job->error()->kind;
        const bool mayWork
            = kind != ErrorKind::Unauthorized && kind != ErrorKind::Keychain && kind != ErrorKind::Input;
        m_ui->banner->showError(*job->error(), mayWork ? tr("Save anyway") : QString());
        if (kind == ErrorKind::Unauthorized)
            m_ui->secretEdit->setFocus(Qt::OtherFocusReason);
    });
}

void ConnectionEditor::save()
{
    if (m_job || !validate())
        return;
    Connection wanted = edited();
    const QString lake = wanted.lake;
    const engine::OldLake what = m_ui->lakePlace->oldLake();
    const bool isMoved = !isNew() && lake != m_connection.lake;
    if (isMoved)
        wanted.lake = m_connection.lake; // until the new place is proven
    auto *job = m_engine.saveConnection(wanted, typedSecrets());
    begin(job,
          m_ui->placeKeychain->isChecked() ? tr("Saving… Your keyring may ask you to unlock it.")
                                           : tr("Saving…"));
    connect(job, &Job::finished, this, [this, job, isMoved, lake, what] {
        end();
        if (job->error())
            m_ui->banner->showError(*job->error());
        else if (isMoved)
            changeLake(job->result(), lake, what);
        else
            finish(job->result());
    });
}

void ConnectionEditor::changeLake(const Connection &stored, const QString &lake, engine::OldLake what)
{
    auto *job = m_engine.moveLake(stored, lake, what);
    begin(job,
          what == engine::OldLake::Move ? tr("Moving the local copy…")
                                        : tr("Changing the place of the local copy…"));
    connect(job, &Job::finished, this, [this, job] {
        end();
        if (!job->error())
            finish(job->result());
        else if (job->error()->kind != ErrorKind::Cancelled)
            objectToLake(job->error()->text);
    });
}

void ConnectionEditor::finish(const Connection &stored)
{
    m_secret->clear();
    m_apiKey->clear();
    Q_EMIT saved(stored);
}

void ConnectionEditor::askForSecret(const QString &words)
{
    m_ui->banner->showMessage(ErrorBanner::Severity::Info, words);
    m_ui->secretEdit->setFocus(Qt::OtherFocusReason);
}

void ConnectionEditor::begin(Job *job, const QString &words)
{
    m_job = job;
    m_ui->banner->dismiss();
    m_ui->busyStrip->start(words, true);
    setBusy(true);
}

void ConnectionEditor::end()
{
    m_job = nullptr;
    m_ui->busyStrip->stop();
    setBusy(false);
}

void ConnectionEditor::setBusy(bool busy)
{
    // Disabling the form takes the focus away; it goes back to where the person was.
    if (busy)
        m_focusBeforeBusy = focusWidget();
    m_ui->formBox->setEnabled(!busy);
    m_ui->testButton->setEnabled(!busy);
    m_ui->saveButton->setEnabled(!busy);
    m_ui->cancelButton->setEnabled(!busy);
    if (!busy && m_focusBeforeBusy && isVisible())
        m_focusBeforeBusy->setFocus(Qt::OtherFocusReason);
}

void ConnectionEditor::colorObjections()
{
    for (PlainLabel *label :
         {m_ui->urlError, m_ui->nameError, m_ui->clientIdError, m_ui->secretError, m_ui->lakeError}) {
        QPalette colored = QGuiApplication::palette();
        colored.setColor(QPalette::WindowText, signalColor(Signal::Bad, colored));
        label->setPalette(colored);
    }
}

void ConnectionEditor::setCancelVisible(bool visible)
{
    m_ui->cancelButton->setVisible(visible);
}

void ConnectionEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        fillSchedule(m_ui->scheduleBox->currentData().toInt());
        const int choice = m_ui->recheckBox->currentIndex();
        fillRecheck();
        m_ui->recheckBox->setCurrentIndex(choice);
        clearObjections();
        applyTexts();
    } else if (event->type() == QEvent::PaletteChange) {
        colorObjections();
    }
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
