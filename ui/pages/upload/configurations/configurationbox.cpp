// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/configurations/configurationbox.h"

#include "engine/engine.h"
#include "kit/fileplace.h"
#include "kit/namedialog.h"
#include "kit/plaintext.h"
#include "pages/upload/configurations/configurationeditor.h"
#include "records/cells/display.h"
#include "saved/exportpreset.h"
#include "ui_configurationbox.h"

#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QShowEvent>

namespace gauge::ui {

using upload::Configuration;

namespace {

constexpr qsizetype longestInList = 80;

} // namespace

ConfigurationBox::ConfigurationBox(engine::Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_ui(std::make_unique<Ui::ConfigurationBox>())
    , m_menu(new QMenu(this))
{
    m_ui->setupUi(this);
    m_banner = new ActionBanner(m_ui->configurationBanner, this);
    setFocusProxy(m_ui->configurationCombo);
    makeMenu();
    applyTexts();
    prepareMenu();
    connect(m_ui->configurationCombo, &QComboBox::activated, this,
            [this] { choose(m_ui->configurationCombo->currentData().toString()); });
    refresh();
}

ConfigurationBox::~ConfigurationBox() = default;

void ConfigurationBox::makeMenu()
{
    const auto add = [this](const char *name, auto slot) {
        QAction *action = m_menu->addAction(QString());
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    m_menu->setObjectName(QStringLiteral("configurationMenu"));
    m_actions.edit = add("editConfiguration", [this] { openEditor(*m_current); });
    m_menu->addSeparator();
    m_actions.make = add("newConfiguration", [this] { openEditor(ConfigurationEditor::newConfiguration()); });
    m_actions.paste = add("pasteConfiguration", &ConfigurationBox::paste);
    m_actions.learn = add("learnConfiguration", &ConfigurationBox::learn);
    m_menu->addSeparator();
    m_actions.duplicate = add("duplicateConfiguration", &ConfigurationBox::duplicate);
    m_actions.rename = add("renameConfiguration", &ConfigurationBox::rename);
    m_menu->addSeparator();
    m_actions.import = add("importConfiguration", &ConfigurationBox::importFile);
    m_actions.share = add("exportConfiguration", &ConfigurationBox::exportFile);
    m_menu->addSeparator();
    m_actions.remove = add("removeConfiguration", &ConfigurationBox::remove);
    m_ui->configurationMenuButton->setMenu(m_menu);
}

void ConfigurationBox::applyTexts()
{
    m_actions.edit->setText(tr("&Edit…"));
    m_actions.make->setText(tr("&New…"));
    m_actions.paste->setText(tr("New from &pasted headings…"));
    m_actions.learn->setText(tr("New from a &CSV file…"));
    m_actions.duplicate->setText(tr("&Duplicate"));
    m_actions.rename->setText(tr("&Rename…"));
    m_actions.import->setText(tr("&Import a file…"));
    m_actions.share->setText(tr("E&xport as a file…"));
    m_actions.remove->setText(tr("Re&move"));
}

void ConfigurationBox::prepareMenu()
{
    const bool any = m_current.has_value();
    const bool own = any && !m_current->isBuiltIn();
    m_actions.edit->setEnabled(any);
    m_actions.duplicate->setEnabled(any);
    m_actions.rename->setEnabled(own);
    m_actions.share->setEnabled(any);
    m_actions.remove->setEnabled(own);
}

void ConfigurationBox::refresh()
{
    auto *job = m_engine.uploads().configurations();
    connect(job, &Job::finished, this, [this, job] {
        if (job->state() == Job::State::Succeeded) {
            if (std::exchange(m_listFailed, false))
                m_banner->dismiss();
            take(job->result());
        } else if (job->error()) {
            m_listFailed = true;
            m_banner->tell(*job->error(), tr("&Try again"), [this] { refresh(); });
        }
    });
}

void ConfigurationBox::take(const Contents &contents)
{
    const bool newProblems = contents.problems != m_contents.problems && !contents.problems.isEmpty();
    const bool others = contents.configurations != m_contents.configurations;
    m_contents = contents;
    if (others) // filling it closes the list that somebody may look at
        fill();
    if (newProblems)
        m_banner->tell(ErrorBanner::Severity::Warning, m_contents.problems.join(QLatin1Char('\n')));
    adopt(m_current ? m_current->id : QString());
}

void ConfigurationBox::fill()
{
    QComboBox *combo = m_ui->configurationCombo;
    combo->clear();
    for (const Configuration &each : m_contents.configurations) {
        const bool firstOwn = !each.isBuiltIn() && combo->count() > 0
            && combo->itemData(combo->count() - 1).toString().startsWith(QLatin1Char('/'));
        if (firstOwn)
            combo->insertSeparator(combo->count());
        const QString words = each.isBuiltIn() ? tr("%1 (%2), standard") : QStringLiteral("%1 (%2)");
        const QString text = words.arg(each.name, each.reference);
        combo->addItem(display::oneLine(text, longestInList), each.id);
        combo->setItemData(combo->count() - 1, plainToolTip(text), Qt::ToolTipRole);
    }
}

//! Makes one the current one: the one that is waited for, or \a id, or the first.
void ConfigurationBox::adopt(const QString &id)
{
    const std::vector<Configuration> &all = m_contents.configurations;
    const auto find = [&](const QString &wanted) {
        return std::find_if(all.begin(), all.end(),
                            [&](const Configuration &each) { return each.id == wanted; });
    };
    auto found = find(m_wanted);
    if (found == all.end())
        found = find(id);
    else
        m_wanted.clear();
    if (found == all.end())
        found = all.begin();
    std::optional<Configuration> now;
    if (found != all.end())
        now = *found;
    m_ui->configurationCombo->setCurrentIndex(now ? m_ui->configurationCombo->findData(now->id) : -1);
    if (now == m_current)
        return;
    m_current = now;
    prepareMenu();
    Q_EMIT currentChanged();
}

void ConfigurationBox::choose(const QString &id)
{
    m_wanted = id;
    adopt(m_current ? m_current->id : QString());
}

void ConfigurationBox::follow(AsyncJob<Configuration> *job, Next next)
{
    connect(job, &Job::finished, this, [this, job, next = std::move(next)] {
        if (job->state() != Job::State::Succeeded) {
            if (job->error())
                m_banner->tell(*job->error());
        } else {
            m_banner->dismiss();
            m_wanted = job->result().id;
            if (next)
                next(job->result());
        }
        refresh();
    });
}

//! What others than \a id are called. A saved one may be called like one that comes with GaugeDesk.
QStringList ConfigurationBox::namesBeside(const QString &id) const
{
    QStringList names;
    for (const Configuration &each : m_contents.configurations)
        if (!each.isBuiltIn() && each.id != id)
            names.append(each.name);
    return names;
}

ConfigurationEditor *ConfigurationBox::openEditor(const Configuration &configuration)
{
    m_banner->dismiss();
    auto *editor = new ConfigurationEditor(m_engine, configuration, namesBeside(configuration.id), window());
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &ConfigurationEditor::saved, this, [this](const Configuration &saved) {
        m_wanted = saved.id;
        refresh();
    });
    editor->open();
    return editor;
}

void ConfigurationBox::paste()
{
    openEditor(ConfigurationEditor::newConfiguration())->pasteHeadings();
}

void ConfigurationBox::learn()
{
    openEditor(ConfigurationEditor::newConfiguration())->askForFile();
}

void ConfigurationBox::duplicate()
{
    follow(m_engine.uploads().duplicateConfiguration(m_current->id));
}

void ConfigurationBox::rename()
{
    NameQuestion question;
    question.title = tr("Rename configuration");
    question.acceptText = tr("&Rename");
    question.name = m_current->name;
    question.taken = namesBeside(m_current->id);
    auto *dialog = new NameDialog(question, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NameDialog::named, this, [this, id = m_current->id](const QString &name) {
        follow(m_engine.uploads().renameConfiguration(id, name));
    });
    dialog->open();
}

void ConfigurationBox::remove()
{
    follow(m_engine.uploads().removeConfiguration(m_current->id), [this](const Configuration &removed) {
        m_wanted.clear();
        m_banner->tell(ErrorBanner::Severity::Info, tr("“%1” removed.").arg(removed.name), tr("&Undo"),
                       [this, removed] { undoRemoval(removed); });
    });
}

void ConfigurationBox::undoRemoval(const Configuration &removed)
{
    auto *job = m_engine.uploads().saveConfiguration(removed);
    connect(job, &Job::finished, this, [this, job, removed] {
        // It is in this offer only: it stays until it is taken.
        if (job->error())
            m_banner->tell(*job->error(), tr("&Undo"), [this, removed] { undoRemoval(removed); });
        else
            m_wanted = job->result().id;
        refresh();
    });
}

void ConfigurationBox::importFile()
{
    auto *chooser = new QFileDialog(window(), tr("Import a configuration"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setObjectName(QStringLiteral("importConfigurationDialog"));
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilter(tr("Configurations (*.json)"));
    chooser->setDirectory(usualFolder());
    connect(chooser, &QFileDialog::fileSelected, this,
            [this](const QString &file) { follow(m_engine.uploads().importConfiguration(file)); });
    chooser->open();
}

void ConfigurationBox::exportFile()
{
    auto *chooser = new QFileDialog(window(), tr("Export the configuration"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setObjectName(QStringLiteral("exportConfigurationDialog"));
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setNameFilter(tr("Configurations (*.json)"));
    chooser->setDefaultSuffix(QStringLiteral("json"));
    chooser->setDirectory(usualFolder());
    chooser->selectFile(saved::outputPath(QStringLiteral("{connection}"), {m_current->name, {}, {}}));
    connect(chooser, &QFileDialog::fileSelected, this, [this, shared = *m_current](const QString &file) {
        auto *job = m_engine.uploads().exportConfiguration(shared.id, file);
        connect(job, &Job::finished, this, [this, job, file, name = shared.name] {
            if (job->error())
                m_banner->tell(*job->error());
            else
                m_banner->tell(ErrorBanner::Severity::Success,
                               tr("“%1” is in %2. Others open it with “Import a file”.")
                                   .arg(name, QDir::toNativeSeparators(file)));
        });
    });
    chooser->open();
}

void ConfigurationBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        applyTexts();
        fill();
        adopt(m_current ? m_current->id : QString());
        refresh(); // for the names of the standard ones
    }
    QWidget::changeEvent(event);
}

void ConfigurationBox::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!event->spontaneous())
        refresh();
}

} // namespace gauge::ui
