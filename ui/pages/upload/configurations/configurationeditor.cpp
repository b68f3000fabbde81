// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/configurations/configurationeditor.h"

#include "engine/engine.h"
#include "kit/fileplace.h"
#include "kit/labels.h"
#include "kit/plaintext.h"
#include "kit/theme.h"
#include "pages/upload/configurations/headingdelegate.h"
#include "pages/upload/configurations/headingmodel.h"
#include "ui_configurationeditor.h"
#include "upload/file/columnmapping.h"

#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QShortcut>

namespace gauge::ui {

using upload::Configuration;
using upload::Heading;

namespace {

constexpr int rowsToLookAt = 200; // enough to tell a date from a text

} // namespace

Configuration ConfigurationEditor::newConfiguration()
{
    Configuration configuration = upload::configurationFor(catalog::recordTypes().front());
    configuration.name.clear();
    configuration.reference.clear();
    return configuration;
}

ConfigurationEditor::ConfigurationEditor(engine::Engine &engine, Configuration configuration,
                                         QStringList taken, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_ui(std::make_unique<Ui::ConfigurationEditor>())
    , m_headings(new HeadingModel(this))
    , m_configuration(std::move(configuration))
    , m_taken(std::move(taken))
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("configurationEditor"));
    m_banner = new ActionBanner(m_ui->banner, this);
    makeQuiet(m_ui->copyLabel);
    makeQuiet(m_ui->typeNote);
    makeGroupTitle(m_ui->headingsLabel);
    m_ui->form->setRowVisible(m_ui->copyLabel, m_configuration.isBuiltIn());
    m_ui->nameEdit->setText(m_configuration.name);
    m_ui->nameEdit->selectAll();
    m_ui->referenceEdit->setText(m_configuration.reference);
    for (const catalog::RecordType &type : catalog::recordTypes())
        m_ui->typeBox->addItem(QString(), type.id);
    m_ui->typeBox->setCurrentIndex(m_ui->typeBox->findData(m_configuration.recordType));
    m_headings->setHeadings(m_configuration.headings, catalog::findRecordType(m_configuration.recordType));
    wireTable();
    wire();
    applyTexts();
    colorObjections();
    checkFields();
    showHeadings();
    m_before = edited();
}

ConfigurationEditor::~ConfigurationEditor() = default;

void ConfigurationEditor::wire()
{
    for (const QLineEdit *edit : {m_ui->nameEdit, m_ui->referenceEdit})
        connect(edit, &QLineEdit::textEdited, this, &ConfigurationEditor::checkFields);
    connect(m_ui->typeBox, &QComboBox::activated, this, [this] {
        m_headings->setRecordType(catalog::findRecordType(m_ui->typeBox->currentData().toString()));
        showType();
    });
    connect(m_ui->addButton, &QPushButton::clicked, this, &ConfigurationEditor::addHeading);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &ConfigurationEditor::removeHeadings);
    connect(m_ui->upButton, &QPushButton::clicked, this, [this] { moveHeading(-1); });
    connect(m_ui->downButton, &QPushButton::clicked, this, [this] { moveHeading(1); });
    connect(m_ui->pasteButton, &QPushButton::clicked, this, &ConfigurationEditor::pasteHeadings);
    connect(m_ui->learnButton, &QPushButton::clicked, this, &ConfigurationEditor::askForFile);
    connect(m_ui->busyStrip, &BusyStrip::cancelTriggered, this, [this] {
        if (m_job)
            m_job->cancel();
    });
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &ConfigurationEditor::save);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &ConfigurationEditor::reject);
}

void ConfigurationEditor::wireTable()
{
    QTableView *table = m_ui->headingTable;
    table->setModel(m_headings);
    table->setItemDelegate(new HeadingDelegate(table));
    QHeaderView *header = table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setStretchLastSection(true);
    const int widths[] = {176, 112, 80, 112, 112};
    for (int column = 0; column < int(std::size(widths)); ++column)
        header->resizeSection(column, widths[column]);
    connect(m_headings, &HeadingModel::changed, this, &ConfigurationEditor::showHeadings);
    connect(m_headings, &QAbstractItemModel::modelReset, this, [this, table] {
        // A reader of the screen asks for the cell that is current, also before anybody was here.
        table->setCurrentIndex(m_headings->index(0, 0));
    });
    connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ConfigurationEditor::updateButtons);
    table->setCurrentIndex(m_headings->index(0, 0));
    const auto shortcut = [this, table](const QKeySequence &keys, auto slot) {
        connect(new QShortcut(keys, table, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this,
                slot);
    };
    shortcut(Qt::Key_Insert, &ConfigurationEditor::addHeading);
    shortcut(Qt::Key_Delete, &ConfigurationEditor::removeHeadings);
    shortcut(Qt::ALT | Qt::Key_Up, [this] { moveHeading(-1); });
    shortcut(Qt::ALT | Qt::Key_Down, [this] { moveHeading(1); });
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter})
        shortcut(key, &ConfigurationEditor::editCell); // instead of saving the dialog
    shortcut(QKeySequence::Paste, &ConfigurationEditor::pasteHeadings);
}

void ConfigurationEditor::applyTexts()
{
    setWindowTitle(m_configuration.id.isEmpty() || m_configuration.isBuiltIn() ? tr("New configuration")
                                                                               : tr("Edit configuration"));
    for (int i = 0; i < m_ui->typeBox->count(); ++i) {
        const auto *type = catalog::findRecordType(m_ui->typeBox->itemData(i).toString());
        m_ui->typeBox->setItemText(i, QCoreApplication::translate("catalog", type->title));
    }
    showType();
}

void ConfigurationEditor::colorObjections()
{
    const QPalette palette = QGuiApplication::palette();
    for (PlainLabel *label :
         {m_ui->nameError, m_ui->referenceError, static_cast<PlainLabel *>(m_ui->headingError)}) {
        QPalette colored = palette;
        colored.setColor(QPalette::WindowText, signalColor(Signal::Bad, palette));
        label->setPalette(colored);
    }
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_ui->warningIcon->setPixmap(
        icon(QStringLiteral("warning"), signalColor(Signal::Attention, palette)).pixmap(size));
}

//! What the chosen type needs, and what its records may set off.
void ConfigurationEditor::showType()
{
    const auto *type = catalog::findRecordType(m_ui->typeBox->currentData().toString());
    QStringList notes;
    if (type && !type->required.isEmpty())
        notes.append(tr("Every record needs: %1.").arg(type->required.join(QStringLiteral(", "))));
    if (type && !type->oneOf.isEmpty())
        notes.append(
            tr("Every record needs at least one of: %1.").arg(type->oneOf.join(QStringLiteral(", "))));
    if (type && type->becomesResponse)
        notes.append(tr("What is accepted appears among the responses."));
    m_ui->typeNote->setText(notes.join(QLatin1Char(' ')));
    const bool mails = type && type->mailsCustomers;
    m_ui->warningLabel->setText(mails ? QCoreApplication::translate("catalog", type->warning) : QString());
    m_ui->form->setRowVisible(m_ui->warningRow, mails);
    m_ui->typeBox->setAccessibleDescription(m_ui->typeNote->text() + QLatin1Char(' ')
                                            + m_ui->warningLabel->text());
}

void ConfigurationEditor::showHeadings()
{
    m_warned = false;
    const int row = m_headings->firstProblem();
    const QString words = row < 0 ? QString() : m_headings->problem(row);
    m_ui->headingError->setText(words);
    m_ui->headingError->setVisible(!words.isEmpty());
    m_ui->headingTable->setAccessibleDescription(words);
    updateButtons();
}

void ConfigurationEditor::updateButtons()
{
    const QModelIndexList selected = m_ui->headingTable->selectionModel()->selectedIndexes();
    const int current = m_ui->headingTable->currentIndex().row();
    m_ui->removeButton->setEnabled(
        std::any_of(selected.begin(), selected.end(),
                    [this](const QModelIndex &each) { return !m_headings->isFixed(each.row()); }));
    m_ui->upButton->setEnabled(current > 0);
    m_ui->downButton->setEnabled(current >= 0 && current < m_headings->rowCount() - 1);
}

void ConfigurationEditor::setObjection(const Field &field, const QString &words)
{
    field.error->setText(words);
    m_ui->form->setRowVisible(field.error, !words.isEmpty());
    field.edit->setAccessibleDescription(words);
}

bool ConfigurationEditor::checkFields()
{
    m_warned = false;
    const Configuration wanted = edited();
    QString name = upload::objectionToName(wanted.name).value_or(QString());
    if (m_taken.contains(wanted.name, Qt::CaseInsensitive))
        name = tr("Another configuration has this name. Choose a different one.");
    const QString reference = upload::objectionToReference(wanted.reference).value_or(QString());
    setObjection({m_ui->nameEdit, m_ui->nameError}, m_tried ? name : QString());
    setObjection({m_ui->referenceEdit, m_ui->referenceError}, m_tried ? reference : QString());
    return name.isEmpty() && reference.isEmpty();
}

//! Goes to the first place that has to be put right.
bool ConfigurationEditor::validate()
{
    m_tried = true;
    const bool fieldsFit = checkFields();
    if (!fieldsFit) {
        QLineEdit *first = m_ui->nameError->text().isEmpty() ? m_ui->referenceEdit : m_ui->nameEdit;
        first->setFocus(Qt::OtherFocusReason);
        return false;
    }
    const int row = m_headings->firstProblem();
    if (row < 0)
        return true;
    m_ui->headingTable->setCurrentIndex(m_headings->index(row, HeadingModel::NameColumn));
    m_ui->headingTable->setFocus(Qt::OtherFocusReason);
    return false;
}

Configuration ConfigurationEditor::edited() const
{
    Configuration configuration = m_configuration;
    configuration.name = m_ui->nameEdit->text().trimmed();
    configuration.reference = m_ui->referenceEdit->text().trimmed();
    configuration.recordType = m_ui->typeBox->currentData().toString();
    configuration.headings = m_headings->headings();
    return configuration;
}

bool ConfigurationEditor::isChanged() const
{
    return edited() != m_before;
}

void ConfigurationEditor::addHeading()
{
    const int row = m_headings->add(m_ui->headingTable->currentIndex().row());
    const QModelIndex cell = m_headings->index(row, HeadingModel::NameColumn);
    m_ui->headingTable->setCurrentIndex(cell);
    m_ui->headingTable->edit(cell);
}

void ConfigurationEditor::editCell()
{
    const QModelIndex cell = m_ui->headingTable->currentIndex();
    if (cell.flags().testFlag(Qt::ItemIsEditable))
        m_ui->headingTable->edit(cell);
}

void ConfigurationEditor::removeHeadings()
{
    QList<int> rows;
    const QModelIndexList selected = m_ui->headingTable->selectionModel()->selectedIndexes();
    for (const QModelIndex &each : selected)
        rows.append(each.row());
    m_headings->remove(rows);
}

void ConfigurationEditor::moveHeading(int by)
{
    const QModelIndex current = m_ui->headingTable->currentIndex();
    const int row = m_headings->move(current.row(), by);
    m_ui->headingTable->setCurrentIndex(m_headings->index(row, current.column()));
    updateButtons();
}

void ConfigurationEditor::pasteHeadings()
{
    const auto *type = catalog::findRecordType(m_ui->typeBox->currentData().toString());
    take(
        upload::headingsFrom(QGuiApplication::clipboard()->text(), type),
        tr("There are no headings on the clipboard. Copy the row with the headings in your spreadsheet, then "
           "paste it here."));
}

void ConfigurationEditor::askForFile()
{
    auto *chooser = new QFileDialog(this, tr("Learn headings from a CSV file"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setObjectName(QStringLiteral("learnDialog"));
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilters({tr("CSV files (*.csv *.txt *.tsv)"), tr("All files (*)")});
    chooser->setDirectory(usualFolder());
    connect(chooser, &QFileDialog::fileSelected, this, &ConfigurationEditor::learn);
    chooser->open();
}

void ConfigurationEditor::learn(const QString &file)
{
    auto *job = m_engine.fileUploads().look(file, {}, rowsToLookAt);
    begin(job, tr("Reading %1…").arg(QFileInfo(file).fileName()));
    connect(job, &Job::finished, this, [this, job] {
        end();
        if (job->error()) {
            m_banner->tell(*job->error());
            return;
        }
        const auto *type = catalog::findRecordType(m_ui->typeBox->currentData().toString());
        take(upload::learnedHeadings(job->result().preview, type),
             tr("The first line of this file names no columns."));
    });
}

void ConfigurationEditor::take(const std::vector<Heading> &headings, const QString &nothing)
{
    if (headings.empty()) {
        m_banner->tell(ErrorBanner::Severity::Warning, nothing);
        return;
    }
    const HeadingModel::Taken taken = m_headings->take(headings);
    QString words = tr("%Ln heading(s) added.", nullptr, taken.added);
    if (taken.known > 0)
        words += QLatin1Char(' ') + tr("%Ln heading(s) were there already.", nullptr, taken.known);
    m_banner->tell(ErrorBanner::Severity::Info, words);
}

void ConfigurationEditor::save()
{
    if (m_job)
        return;
    // What is being typed in a cell counts, also where a shortcut pressed the button.
    m_ui->buttons->button(QDialogButtonBox::Save)->setFocus(Qt::OtherFocusReason);
    if (!validate())
        return;
    auto *job = m_engine.uploads().saveConfiguration(edited());
    begin(job, tr("Saving…"));
    connect(job, &Job::finished, this, [this, job] {
        end();
        if (job->error()) {
            m_banner->tell(*job->error());
            return;
        }
        const Configuration stored = job->result();
        Q_EMIT saved(stored);
        accept();
    });
}

void ConfigurationEditor::begin(Job *job, const QString &words)
{
    m_job = job;
    m_banner->dismiss();
    m_ui->busyStrip->start(words, true);
    m_ui->formBox->setEnabled(false);
    m_ui->buttons->button(QDialogButtonBox::Save)->setEnabled(false);
}

void ConfigurationEditor::end()
{
    m_job = nullptr;
    m_ui->busyStrip->stop();
    m_ui->formBox->setEnabled(true);
    m_ui->buttons->button(QDialogButtonBox::Save)->setEnabled(true);
    m_ui->nameEdit->setFocus(Qt::OtherFocusReason);
}

void ConfigurationEditor::reject()
{
    if (m_job)
        m_job->cancel();
    if (m_warned || !isChanged()) {
        QDialog::reject();
        return;
    }
    m_warned = true;
    m_banner->tell(ErrorBanner::Severity::Warning,
                   tr("Your changes are not saved. Save them, or close once more to discard them."),
                   tr("D&iscard changes"), [this] { QDialog::reject(); });
}

void ConfigurationEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        applyTexts();
        checkFields();
        m_headings->setHeadings(m_headings->headings(),
                                catalog::findRecordType(m_ui->typeBox->currentData().toString()));
    } else if (event->type() == QEvent::PaletteChange && m_ui) {
        colorObjections();
    }
    QDialog::changeEvent(event);
}

} // namespace gauge::ui
