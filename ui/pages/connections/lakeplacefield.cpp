// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/lakeplacefield.h"

#include "kit/fileplace.h"
#include "kit/labels.h"
#include "lake/postgres/encryption.h"
#include "lake/sql/location.h"
#include "ui_lakeplacefield.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QUrl>

namespace gauge::ui {

using lake::Location;

LakePlaceField::LakePlaceField(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::LakePlaceField>())
{
    m_ui->setupUi(this);
    makeQuiet(m_ui->lakePasswordLabel);
    fillModes();
    wire();
    setFocusProxy(m_ui->lakeFileButton);
    setPlace({}, {});
}

LakePlaceField::~LakePlaceField() = default;

void LakePlaceField::wire()
{
    connect(m_ui->lakeFileButton, &QRadioButton::toggled, this, &LakePlaceField::applyChoices);
    connect(m_ui->lakeChooseButton, &QPushButton::clicked, this, &LakePlaceField::choose);
    connect(m_ui->lakeServerEdit, &QLineEdit::editingFinished, this, &LakePlaceField::takeAddress);
    for (const QLineEdit *edit : findChildren<QLineEdit *>())
        connect(edit, &QLineEdit::textChanged, this, &LakePlaceField::applyChoices);
    connect(m_ui->lakePortBox, &QSpinBox::valueChanged, this, &LakePlaceField::applyChoices);
    connect(m_ui->lakeTlsBox, &QComboBox::currentIndexChanged, this, &LakePlaceField::applyChoices);
}

void LakePlaceField::fillModes()
{
    const QSignalBlocker quiet(m_ui->lakeTlsBox);
    const QVariant chosen = m_ui->lakeTlsBox->currentData();
    m_ui->lakeTlsBox->clear();
    const std::pair<QString, const char *> modes[] = {
        {tr("Always, except on this computer"), ""},
        {tr("Always, and check certificate and server name (recommended)"), "verify-full"},
        {tr("Always, and check the certificate"), "verify-ca"},
        {tr("Always"), "require"},
        {tr("Never (no password is sent)"), "disable"},
    };
    for (const auto &[text, mode] : modes)
        m_ui->lakeTlsBox->addItem(text, QLatin1String(mode));
    m_ui->lakeTlsBox->setCurrentIndex(std::max(0, m_ui->lakeTlsBox->findData(chosen)));
}

void LakePlaceField::setPlace(const QString &lake, const QString &present)
{
    m_lake = lake;
    m_present = present;
    const bool isDatabase = Location::isUrl(lake);
    (isDatabase ? m_ui->lakeDatabaseButton : m_ui->lakeFileButton)->setChecked(true);
    m_ui->lakeFileEdit->setText(isDatabase ? QString() : QDir::toNativeSeparators(lake));
    for (QLineEdit *edit :
         {m_ui->lakeServerEdit, m_ui->lakeDatabaseEdit, m_ui->lakeUserEdit, m_ui->lakeSchemaEdit})
        edit->clear();
    m_ui->lakePortBox->setValue(0);
    m_ui->lakeTlsBox->setCurrentIndex(0);
    m_others.clear();
    if (isDatabase) {
        m_ui->lakeServerEdit->setText(lake);
        takeAddress();
    }
    m_ui->oldCopyKeepButton->setChecked(true);
    applyChoices();
}

//! A whole address in the field of the server is spread over the fields; one that has no fields stays there.
void LakePlaceField::takeAddress()
{
    const auto address = DatabaseAddress::parse(m_ui->lakeServerEdit->text().trimmed());
    if (!address)
        return;
    m_ui->lakeServerEdit->setText(address->host);
    m_ui->lakePortBox->setValue(address->port);
    m_ui->lakeDatabaseEdit->setText(address->database);
    m_ui->lakeUserEdit->setText(address->user);
    m_ui->lakeSchemaEdit->setText(address->schema);
    if (m_ui->lakeTlsBox->findData(address->tls) < 0) // one that was set elsewhere stays as it is
        m_ui->lakeTlsBox->addItem(address->tls, address->tls);
    m_ui->lakeTlsBox->setCurrentIndex(m_ui->lakeTlsBox->findData(address->tls));
    m_others = address->others;
}

QString LakePlaceField::place() const
{
    if (m_ui->lakeFileButton->isChecked())
        return QDir::fromNativeSeparators(m_ui->lakeFileEdit->text().trimmed());
    const QString server = m_ui->lakeServerEdit->text().trimmed();
    if (Location::isUrl(server))
        return server;
    return DatabaseAddress{server,
                           m_ui->lakePortBox->value(),
                           m_ui->lakeDatabaseEdit->text().trimmed(),
                           m_ui->lakeUserEdit->text().trimmed(),
                           m_ui->lakeSchemaEdit->text().trimmed(),
                           m_ui->lakeTlsBox->currentData().toString(),
                           m_others}
        .url();
}

bool LakePlaceField::isChanged() const
{
    const QString now = place();
    if (now == m_lake)
        return false;
    // The same address in other words is no change.
    const auto parsed = DatabaseAddress::parse(m_lake);
    return !parsed || parsed->url() != now;
}

engine::OldLake LakePlaceField::oldLake() const
{
    return m_ui->oldCopyMoveButton->isVisibleTo(this) && m_ui->oldCopyMoveButton->isChecked()
        ? engine::OldLake::Move
        : engine::OldLake::Keep;
}

QLineEdit *LakePlaceField::mainEdit() const
{
    return m_ui->lakeFileButton->isChecked() ? m_ui->lakeFileEdit : m_ui->lakeServerEdit;
}

void LakePlaceField::applyChoices()
{
    const bool isFile = m_ui->lakeFileButton->isChecked();
    m_ui->lakeFilePane->setVisible(isFile);
    m_ui->lakeDatabasePane->setVisible(!isFile);
    const auto parsed = Location::parse(place(), QStringLiteral("x"));
    const QString warning = parsed ? lake::warningOf(lake::protectionOf(*parsed).encryption) : QString();
    m_ui->lakeTlsNotice->setText(warning);
    m_ui->lakeTlsNotice->setVisible(!warning.isEmpty());
    const bool leaves = !m_present.isEmpty() && isChanged();
    const bool mayMove = leaves && isFile && !Location::isUrl(m_lake);
    m_ui->oldCopyPane->setVisible(leaves);
    m_ui->oldCopyKeepButton->setVisible(mayMove);
    m_ui->oldCopyMoveButton->setVisible(mayMove);
    m_ui->oldCopyLabel->setText(
        mayMove ? tr("The present local copy is in %1.").arg(m_present)
                : tr("The present local copy stays in %1. The next sync fills the new one.").arg(m_present));
    Q_EMIT changed();
}

void LakePlaceField::choose()
{
    auto *chooser = new QFileDialog(this, tr("Keep the local copy in"));
    chooser->setObjectName(QStringLiteral("lakeFileDialog"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setOption(
        QFileDialog::DontConfirmOverwrite); // a copy that is there already is used, not replaced
    chooser->setNameFilter(tr("Local copies (*.sqlite)"));
    chooser->setDefaultSuffix(QStringLiteral("sqlite"));
    const QString typed = QDir::fromNativeSeparators(m_ui->lakeFileEdit->text().trimmed());
    chooser->setDirectory(typed.isEmpty() ? usualFolder() : QFileInfo(typed).path());
    connect(chooser, &QFileDialog::fileSelected, this,
            [this](const QString &file) { m_ui->lakeFileEdit->setText(QDir::toNativeSeparators(file)); });
    chooser->open();
}

void LakePlaceField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        fillModes();
        applyChoices();
    }
    QWidget::changeEvent(event);
}

namespace {

QString encoded(const QString &text, const QByteArray &kept = {})
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, kept));
}

QString decoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

//! The value of the option \a name, taken out of \a options.
QString take(QStringList &options, const QString &name)
{
    const QString start = name + QLatin1Char('=');
    for (qsizetype i = 0; i < options.size(); ++i) {
        if (options.at(i).startsWith(start))
            return decoded(options.takeAt(i).mid(start.size()));
    }
    return {};
}

} // namespace

std::optional<DatabaseAddress> DatabaseAddress::parse(const QString &url)
{
    const QUrl parsed(url, QUrl::StrictMode);
    if (!lake::Location::isUrl(url) || !parsed.isValid() || !parsed.password().isEmpty()
        || parsed.hasFragment())
        return std::nullopt;
    DatabaseAddress address;
    address.others = parsed.query(QUrl::FullyEncoded).split(QLatin1Char('&'), Qt::SkipEmptyParts);
    address.host = parsed.host();
    if (address.host.isEmpty())
        address.host = take(address.others, QStringLiteral("host"));
    address.port = std::max(0, parsed.port(0));
    address.user = parsed.userName(QUrl::FullyDecoded);
    address.database = parsed.path(QUrl::FullyDecoded).mid(1);
    address.schema = take(address.others, QStringLiteral("schema"));
    address.tls = take(address.others, QStringLiteral("sslmode"));
    return address;
}

QString DatabaseAddress::url() const
{
    const bool isSocket = host.startsWith(QLatin1Char('/'));
    QString text = QStringLiteral("postgresql://");
    if (!user.isEmpty())
        text += encoded(user) + QLatin1Char('@');
    if (!isSocket)
        text += host.contains(QLatin1Char(':')) ? QLatin1Char('[') + host + QLatin1Char(']') : encoded(host);
    if (port > 0)
        text += QLatin1Char(':') + QString::number(port);
    text += QLatin1Char('/') + encoded(database);
    QStringList options;
    if (isSocket)
        options << QStringLiteral("host=") + encoded(host, "/");
    if (!schema.isEmpty())
        options << QStringLiteral("schema=") + encoded(schema);
    if (!tls.isEmpty())
        options << QStringLiteral("sslmode=") + encoded(tls);
    options += others;
    return options.isEmpty() ? text : text + QLatin1Char('?') + options.join(QLatin1Char('&'));
}

} // namespace gauge::ui
