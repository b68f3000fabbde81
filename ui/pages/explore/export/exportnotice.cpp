// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/explore/export/exportnotice.h"

#include "kit/format.h"
#include "kit/plaintext.h"
#include "kit/theme.h"
#include "ui_exportnotice.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QUrl>

namespace gauge::ui {

ExportNotice::ExportNotice(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::ExportNotice>())
{
    m_ui->setupUi(this);
    m_ui->closeButton->setIcon(icon(QStringLiteral("close")));
    connect(m_ui->closeButton, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_ui->openFileButton, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_path)); });
    connect(m_ui->openFolderButton, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_path).path())); });
    connect(m_ui->copyPathButton, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(QDir::toNativeSeparators(m_path)); });
    hide();
}

ExportNotice::~ExportNotice() = default;

void ExportNotice::showExport(qint64 rows, const QString &path, const QString &remarks)
{
    m_rows = rows;
    m_path = path;
    m_remarks = remarks;
    present();
    show();
}

void ExportNotice::present()
{
    QString text = tr("Exported %1 rows to %2").arg(countText(m_rows), QFileInfo(m_path).fileName());
    if (!m_remarks.isEmpty())
        text += QLatin1String(". ") + m_remarks;
    m_ui->textLabel->setText(text);
    m_ui->textLabel->setToolTip(plainToolTip(QDir::toNativeSeparators(m_path)));
    m_ui->iconLabel->setPixmap(
        icon(QStringLiteral("success"), signalColor(Signal::Good, QGuiApplication::palette()))
            .pixmap(QSize(24, 24), devicePixelRatio()));
    setAccessibleName(text);
}

void ExportNotice::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        present();
    } else if (event->type() == QEvent::PaletteChange) {
        present();
    }
    QFrame::changeEvent(event);
}

} // namespace gauge::ui
