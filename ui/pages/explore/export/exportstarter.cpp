// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/explore/export/exportstarter.h"

#include "engine/engine.h"
#include "kit/fileplace.h"
#include "kit/format.h"
#include "kit/namedialog.h"
#include "kit/onresult.h"
#include "kit/plaintext.h"
#include "kit/theme.h"
#include "pages/explore/export/exportdialog.h"
#include "records/cells/display.h"
#include "ui_exportnotice.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>
#include <QUrl>
#include <QtConcurrent>

namespace gauge::ui {

namespace {

using saved::Existing;
using saved::ExportPreset;

constexpr qsizetype longestInMenu = 60;

QString label(const ExportPreset &preset)
{
    return display::oneLine(preset.name, longestInMenu).replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

ExportStarter::ExportStarter(engine::Engine &engine, const Parts &parts, QWidget *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_parts(parts)
    , m_banner(*parts.savedBanner)
    , m_list(engine.exports(), this, m_banner, [this] { takeList(); })
{
    auto *menu = new QMenu(parts.savedButton);
    menu->setObjectName(QStringLiteral("savedExportsMenu"));
    menu->setToolTipsVisible(true);
    parts.savedButton->setMenu(menu);
    parts.savedButton->setPopupMode(QToolButton::InstantPopup);
    connect(menu, &QMenu::aboutToShow, this, [this] {
        fill();
        m_list.refresh();
    });
    connect(parts.banner, &ErrorBanner::actionTriggered, this, &ExportStarter::askedAgain);
    m_list.refresh();
}

QWidget *ExportStarter::window() const
{
    return m_parts.savedButton->window();
}

void ExportStarter::setConnection(const service::Connection &connection)
{
    m_connection = connection;
    m_parts.savedButton->setEnabled(!connection.id.isEmpty());
}

void ExportStarter::withdraw()
{
    if (m_dialog)
        m_dialog->reject();
}

void ExportStarter::ask(VisibleTable view)
{
    m_parts.banner->dismiss();
    ExportChoices choices = m_choices;
    choices.maskPersonal = choices.maskPersonal || m_masked;
    auto *dialog = new ExportDialog(std::move(view), m_connection.name, choices, window());
    m_dialog = dialog;
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setPresets(m_list.things());
    dialog->setSampler(
        [this](const transfer::ExportPlan &plan) { return m_engine.sampleExport(m_connection, plan); });
    connect(dialog, &ExportDialog::exportWanted, this,
            [this](const transfer::ExportPlan &plan, const ExportChoices &made) {
                const bool masked = m_choices.maskPersonal;
                m_choices = made;
                m_choices.rawFormulas = false; // decided anew each time
                if (m_masked)
                    m_choices.maskPersonal = masked; // the screen's choice, not that of exports
                start(plan, tr("&Export again…"));
            });
    connect(dialog, &ExportDialog::saveWanted, this,
            [this](const ExportPreset &preset) { m_list.save(preset, Existing::Replace); });
    m_list.refresh();
    dialog->open();
}

void ExportStarter::start(transfer::ExportPlan plan, const QString &retryText, const QString &remark)
{
    m_parts.banner->dismiss();
    m_parts.notice->hide();
    auto *job = m_engine.exportRows(m_connection, std::move(plan));
    connect(job, &Job::finished, this, [this, job, retryText, remark] {
        const QString warnings = QString(job->warnings() + QLatin1Char(' ') + remark).trimmed();
        if (job->state() == Job::State::Succeeded)
            m_parts.notice->showExport(job->rows(), job->output(), warnings);
        else if (job->error())
            m_parts.banner->showError(*job->error(), retryText);
    });
}

void ExportStarter::takeList()
{
    if (isUntouched(m_parts.savedButton->menu()))
        fill();
    if (m_dialog)
        m_dialog->setPresets(m_list.things());
}

void ExportStarter::present()
{
    fill();
}

void ExportStarter::fill()
{
    QMenu *menu = m_parts.savedButton->menu();
    emptyMenu(menu);
    for (const ExportPreset &preset : m_list.things()) {
        QAction *action = menu->addAction(label(preset));
        // An action without a tool tip would show its name as one, and as markup.
        action->setToolTip(
            plainToolTip(preset.output.isEmpty() ? preset.name : QDir::toNativeSeparators(preset.output)));
        connect(action, &QAction::triggered, this, [this, preset] { run(preset); });
    }
    if (m_list.things().empty()) {
        menu->addAction(tr("No saved exports yet: save one in the export dialog"))->setEnabled(false);
    } else {
        menu->addSeparator();
        QMenu *renaming = menu->addMenu(tr("&Rename"));
        QMenu *removing = menu->addMenu(tr("Re&move"));
        renaming->setObjectName(QStringLiteral("renameExports"));
        removing->setObjectName(QStringLiteral("removeExports"));
        for (const ExportPreset &preset : m_list.things()) {
            connect(renaming->addAction(label(preset)), &QAction::triggered, this,
                    [this, preset] { rename(preset); });
            connect(removing->addAction(label(preset)), &QAction::triggered, this,
                    [this, preset] { remove(preset); });
        }
    }
    if (m_list.problems().isEmpty())
        return;
    menu->addSeparator();
    QAction *problems
        = menu->addAction(tr("%Ln file(s) cannot be read…", nullptr, int(m_list.problems().size())));
    problems->setIcon(icon(QStringLiteral("warning")));
    connect(problems, &QAction::triggered, this, [this] { m_list.tellProblems(); });
}

void ExportStarter::run(const ExportPreset &preset)
{
    m_banner.dismiss();
    if (preset.output.isEmpty()) {
        chooseFile(preset);
        return;
    }
    const QString output = saved::outputPath(
        preset.output, {m_connection.name, preset.feed, m_engine.clock().now().toLocalTime()});
    const catalog::Endpoint *feed = m_engine.catalog().find(preset.feed);
    const auto plan = saved::planOf(preset, feed ? *feed : catalog::Endpoint(), output, QLocale());
    onResult(QtConcurrent::run(transfer::replacedFile, plan), this,
             [this, preset, output](const QString &replaced) {
                 if (saved::isProposal(preset, true) || !replaced.isEmpty())
                     askToRun(preset, output, replaced);
                 else
                     runTo(preset, output);
             });
}

void ExportStarter::askToRun(const ExportPreset &preset, const QString &output, const QString &replaced)
{
    const bool usesFile = !preset.output.isEmpty();
    const bool isProposal = saved::isProposal(preset, usesFile);
    if (isProposal && usesFile) {
        const catalog::Endpoint *feed = m_engine.catalog().find(preset.feed);
        if (const auto usual = feed
                ? transfer::checkProposedOutput(saved::planOf(preset, *feed, output, QLocale()))
                : Result<void>();
            !usual) {
            m_banner.tell(usual.error());
            return;
        }
    }
    const QString there = QDir::toNativeSeparators(replaced);
    QuestionText asked;
    asked.name = QStringLiteral("presetQuestion");
    asked.title = tr("Saved export");
    asked.text = isProposal ? saved::proposalText(preset, usesFile ? output : QString())
                            : tr("Replace %1?").arg(there);
    if (isProposal && !there.isEmpty())
        asked.details = tr("%1 exists. It is replaced once the export is complete.").arg(there);
    else if (isProposal)
        asked.details = tr("Export only if you know who wrote it. You are asked once.");
    else
        asked.details = tr("The file exists. It is replaced once the export is complete.");
    QMessageBox *question = makeQuestion(asked, window());
    QPushButton *accept
        = question->addButton(there.isEmpty() ? tr("&Export") : tr("&Replace"), QMessageBox::AcceptRole);
    accept->setObjectName(QStringLiteral("acceptButton"));
    question->setDefaultButton(question->addButton(QMessageBox::Cancel));
    connect(accept, &QPushButton::clicked, this, [this, preset, output, isProposal] {
        if (!isProposal)
            runTo(preset, output);
        else
            m_list.agree(preset, [this, output](const ExportPreset &agreed) { runTo(agreed, output); });
    });
    question->open();
}

void ExportStarter::chooseFile(const ExportPreset &preset)
{
    auto *chooser = new QFileDialog(window(), tr("Export “%1” to").arg(preset.name));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(preset.format->id);
    chooser->setDirectory(usualFolder());
    connect(chooser, &QFileDialog::fileSelected, this, [this, preset](const QString &file) {
        if (saved::isProposal(preset, false))
            askToRun(preset, file, {}); // the chooser has asked about the file
        else
            runTo(preset, file);
    });
    chooser->open();
}

void ExportStarter::runTo(const ExportPreset &preset, const QString &output)
{
    const catalog::Endpoint *feed = m_engine.catalog().find(preset.feed);
    if (!feed) {
        m_banner.tell(
            ErrorBanner::Severity::Warning,
            tr("“%1” is about records that this GaugeDesk does not know: %2.").arg(preset.name, preset.feed));
        return;
    }
    transfer::ExportPlan plan = saved::planOf(preset, *feed, output, QLocale());
    if (!m_masked || plan.cells.maskPersonal) {
        start(std::move(plan), {});
        return;
    }
    if (plan.format->writesRecords) {
        m_banner.tell(ErrorBanner::Severity::Warning,
                      tr("Personal data is masked on this page, and “%1” writes %2, in which it cannot be. "
                         "Nothing was exported. Switch Mask off first.")
                          .arg(preset.name, plan.format->name()));
        return;
    }
    plan.cells.maskPersonal = true;
    start(std::move(plan), {}, tr("Personal data is masked in it, as on this page."));
}

void ExportStarter::rename(const ExportPreset &preset)
{
    NameQuestion question;
    question.title = tr("Rename export");
    question.acceptText = tr("&Rename");
    question.name = preset.name;
    question.taken = m_list.names();
    question.taken.removeOne(preset.name);
    auto *dialog = new NameDialog(question, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NameDialog::named, this,
            [this, old = preset.name](const QString &name) { m_list.rename(old, name, {}); });
    dialog->open();
}

void ExportStarter::remove(const ExportPreset &preset)
{
    m_list.remove(preset.name, [this](const ExportPreset &removed) {
        m_banner.tell(ErrorBanner::Severity::Info, tr("“%1” removed.").arg(removed.name), tr("&Undo"),
                      [this, removed] { m_list.save(removed, Existing::TakeAnotherName); });
    });
}

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

void ExportNotice::showExport(qint64 rows, const QString &path, const QString &warnings)
{
    m_rows = rows;
    m_path = path;
    m_remarks = warnings;
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
