// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/settings/settingspage.h"

#include "kit/labels.h"
#include "kit/language.h"
#include "kit/theme.h"
#include "ui_settingspage.h"

#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QSignalBlocker>
#include <QUrl>

namespace gauge::ui {

SettingsPage::SettingsPage(const QString &dataFolder, const QString &language, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SettingsPage>())
    , m_dataFolder(dataFolder)
{
    m_ui->setupUi(this);
    makePageTitle(m_ui->titleLabel);
    makeGroupTitle(m_ui->dataTitle);
    makeGroupTitle(m_ui->aboutTitle);
    m_ui->dataFolderEdit->setText(QDir::toNativeSeparators(dataFolder));
    m_ui->openFolderButton->setIcon(icon(QStringLiteral("folder")));
    m_ui->iconLabel->setPixmap(applicationIcon().pixmap(QSize(48, 48), devicePixelRatio()));

    m_ui->languageBox->addItem(QString(), QString());
    for (const QString &code : Language::codes())
        m_ui->languageBox->addItem(Language::nativeName(code), code);
    m_ui->languageBox->setCurrentIndex(std::max(0, m_ui->languageBox->findData(language)));
    connect(m_ui->languageBox, &QComboBox::activated, this,
            [this](int index) { Q_EMIT languageChosen(m_ui->languageBox->itemData(index).toString()); });
    connect(m_ui->openFolderButton, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_dataFolder)); });
    connect(m_ui->announceCheck, &QCheckBox::clicked, this, &SettingsPage::announcingChosen);
    connect(m_ui->settlingBox, &QSpinBox::valueChanged, this, &SettingsPage::settlingChosen);
    connect(m_ui->leastBox, &QSpinBox::valueChanged, this, &SettingsPage::leastChosen);
    setAnnouncing(false, false);
    applyTexts();
}

SettingsPage::~SettingsPage() = default;

void SettingsPage::setAnnouncing(bool possible, bool wanted)
{
    m_ui->announceCheck->setVisible(possible);
    m_ui->announceCheck->setChecked(wanted);
}

void SettingsPage::setSettlingHours(int hours)
{
    const QSignalBlocker quiet(m_ui->settlingBox);
    m_ui->settlingBox->setValue(hours);
}

void SettingsPage::setLeast(int responses)
{
    const QSignalBlocker quiet(m_ui->leastBox);
    m_ui->leastBox->setValue(responses);
}

void SettingsPage::applyTexts()
{
    m_ui->languageBox->setItemText(0, tr("As the system"));
    m_ui->versionLabel->setText(tr("GaugeDesk %1").arg(QStringLiteral(GAUGE_VERSION)));
}

void SettingsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        applyTexts();
    }
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
