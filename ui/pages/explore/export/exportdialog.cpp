// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/explore/export/exportdialog.h"

#include "kit/fileplace.h"
#include "kit/format.h"
#include "kit/labels.h"
#include "kit/namedialog.h"
#include "kit/onresult.h"
#include "kit/plaintext.h"
#include "pages/explore/export/exportchoices.h"
#include "records/cells/display.h"
#include "ui_exportdialog.h"

#include <QButtonGroup>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QPushButton>
#include <QRadioButton>
#include <QtConcurrent>

namespace gauge::ui {

namespace {

using Reader = ExportChoices::Reader;
using What = ExportChoices::What;

} // namespace

ExportDialog::ExportDialog(VisibleTable view, const QString &connection, ExportChoices choices,
                           QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ExportDialog>())
    , m_formats(new QButtonGroup(this))
    , m_view(std::move(view))
    , m_facts{connection, m_view.endpoint.id, QDateTime::currentDateTime()}
    , m_first(std::move(choices))
{
    m_ui->setupUi(this);
    addFormats();
    for (PlainLabel *label :
         {m_ui->readerHint, m_ui->listsHint, m_ui->formulaHint, m_ui->jsonHint, m_ui->fileHint})
        makeQuiet(label);
    m_ui->delimiterBox->setItemData(0, QChar(QLatin1Char(',')));
    m_ui->delimiterBox->setItemData(1, QChar(QLatin1Char(';')));
    m_ui->delimiterBox->setItemData(2, QChar(QLatin1Char('\t')));
    m_ui->delimiterBox->setItemData(3, QChar(QLatin1Char('|')));
    m_ui->selectionButton->setEnabled(!m_view.selected.empty());
    m_ui->viewButton->setEnabled(m_view.rows > 0);
    m_ui->savedButton->hide();
    m_ui->sampleLabel->hide();
    m_ui->samplePane->hide();
    fillPresets();
    fill(m_first);
    const QString folder = m_first.folder.isEmpty() ? usualFolder() : m_first.folder;
    m_firstFile
        = QDir(folder).filePath(exportFileName(connection, m_view.endpoint, *m_first.format, m_facts.now));
    m_ui->fileEdit->setText(QDir::toNativeSeparators(m_firstFile));
    applyTexts();
    showOptions();
    lookForFile();
    connectChoices();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::connectChoices()
{
    connect(m_formats, &QButtonGroup::idToggled, this, [this](int, bool checked) {
        if (!checked)
            return;
        m_ui->fileEdit->setText(withEnding(m_ui->fileEdit->text(), format()));
        onChange();
    });
    for (const QRadioButton *button :
         {m_ui->viewButton, m_ui->selectionButton, m_ui->everythingButton, m_ui->savedButton})
        connect(button, &QRadioButton::toggled, this, &ExportDialog::onChange);
    for (const QComboBox *box : {m_ui->readerBox, m_ui->delimiterBox, m_ui->headerBox, m_ui->listsBox})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::onChange);
    for (const QCheckBox *check : {m_ui->markCheck, m_ui->maskCheck, m_ui->formulaCheck, m_ui->manifestCheck})
        connect(check, &QCheckBox::toggled, this, &ExportDialog::onChange);
    connect(m_ui->maskCheck, &QCheckBox::toggled, this, &ExportDialog::lookForFile);
    connect(m_ui->presetBox, &QComboBox::activated, this, &ExportDialog::pick);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &ExportDialog::save);
    connect(m_ui->fileEdit, &QLineEdit::textChanged, this, &ExportDialog::lookForFile);
    connect(m_ui->browseButton, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &ExportDialog::finish);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ExportDialog::setPresets(std::vector<saved::ExportPreset> presets)
{
    m_taken.clear();
    for (const saved::ExportPreset &preset : presets)
        m_taken.append(preset.name);
    std::erase_if(presets,
                  [&](const saved::ExportPreset &preset) { return preset.feed != m_view.endpoint.id; });
    m_presets = std::move(presets);
    fillPresets();
    if (const int just = m_ui->presetBox->findText(m_lastSaved); just > 0 && !m_lastSaved.isEmpty())
        m_ui->presetBox->setCurrentIndex(just);
}

void ExportDialog::fillPresets()
{
    const int chosen = std::max(m_ui->presetBox->currentIndex(), 0);
    m_ui->presetBox->clear();
    m_ui->presetBox->addItems(
        {tr("The choices below"), tr("For a spreadsheet here"), tr("For another program")});
    if (!m_presets.empty())
        m_ui->presetBox->insertSeparator(m_ui->presetBox->count());
    for (std::size_t i = 0; i < m_presets.size(); ++i)
        m_ui->presetBox->addItem(m_presets[i].name, int(i));
    m_ui->presetBox->setCurrentIndex(std::min(chosen, m_ui->presetBox->count() - 1));
}

void ExportDialog::pick(int index)
{
    if (index == 0)
        return;
    const QVariant own = m_ui->presetBox->itemData(index);
    m_picked.reset();
    ExportChoices choices = index == 1 ? forSpreadsheet() : forProgram();
    if (own.isValid()) {
        m_picked = m_presets[std::size_t(own.toInt())];
        choices = choicesOf(*m_picked);
    }
    const bool hadRows = m_ui->savedButton->isChecked();
    fillCells(choices);
    m_ui->savedButton->setVisible(m_picked.has_value());
    applyTexts();
    if (m_picked)
        m_ui->savedButton->setChecked(true);
    else if (hadRows)
        (m_ui->viewButton->isEnabled() ? m_ui->viewButton : m_ui->everythingButton)->setChecked(true);
    // The file of one from elsewhere stays a proposal, for the menu to ask about.
    if (m_picked && !m_picked->output.isEmpty() && m_picked->unagreed.isEmpty())
        m_ui->fileEdit->setText(QDir::toNativeSeparators(m_picked->output));
    m_ui->presetBox->setCurrentIndex(index); // what was filled in is what was picked
    onChange();
}

void ExportDialog::onChange()
{
    const int index = m_ui->presetBox->currentIndex();
    const QVariant own = m_ui->presetBox->itemData(index);
    const ExportChoices wanted = own.isValid() ? choicesOf(m_presets[std::size_t(own.toInt())])
        : index == 1                           ? forSpreadsheet()
                                               : forProgram();
    if (index > 0 && !writeTheSame(choices(), wanted))
        m_ui->presetBox->setCurrentIndex(0);
    showOptions();
    m_ui->samplePane->showRowsOf(plan());
}

void ExportDialog::setSampler(ExportPreview::Sampler sampler)
{
    makeQuiet(m_ui->sampleLabel);
    m_ui->sampleLabel->show();
    m_ui->samplePane->show();
    m_ui->samplePane->setSampler(std::move(sampler));
    m_ui->samplePane->showRowsOf(plan());
}

void ExportDialog::fill(const ExportChoices &choices)
{
    // A selection of one record is where the cursor stands, not what somebody chose.
    const bool selection = m_view.selected.size() > 1;
    m_ui->selectionButton->setChecked(selection);
    m_ui->everythingButton->setChecked(!selection && (choices.what == What::Everything || m_view.rows == 0));
    m_ui->viewButton->setChecked(!m_ui->selectionButton->isChecked() && !m_ui->everythingButton->isChecked());
    fillCells(choices);
}

void ExportDialog::fillCells(const ExportChoices &choices)
{
    m_formats->button(int(choices.format - transfer::exportFormats().data()))->setChecked(true);
    m_ui->readerBox->setCurrentIndex(int(choices.reader));
    m_ui->delimiterBox->setCurrentIndex(
        std::max(m_ui->delimiterBox->findData(QChar(QLatin1Char(choices.delimiter))), 0));
    m_ui->markCheck->setChecked(choices.byteOrderMark);
    m_ui->headerBox->setCurrentIndex(choices.header == transfer::CellOptions::Header::Titles ? 0 : 1);
    m_ui->listsBox->setCurrentIndex(int(choices.lists));
    m_ui->manifestCheck->setChecked(choices.manifest);
    m_ui->maskCheck->setChecked(choices.maskPersonal);
    m_ui->formulaCheck->setChecked(choices.rawFormulas);
}

ExportChoices ExportDialog::choices() const
{
    ExportChoices choices;
    choices.what = m_ui->viewButton->isChecked() ? What::View
        : m_ui->selectionButton->isChecked()     ? What::Selection
        : m_ui->savedButton->isChecked()         ? What::Saved
                                                 : What::Everything;
    choices.format = &format();
    choices.reader = Reader(m_ui->readerBox->currentIndex());
    choices.delimiter = m_ui->delimiterBox->currentData().toChar().toLatin1();
    choices.byteOrderMark = m_ui->markCheck->isChecked();
    choices.header = m_ui->headerBox->currentIndex() == 0 ? transfer::CellOptions::Header::Titles
                                                          : transfer::CellOptions::Header::Names;
    choices.lists = transfer::Lists(m_ui->listsBox->currentIndex());
    choices.manifest = m_ui->manifestCheck->isChecked();
    choices.maskPersonal = m_ui->maskCheck->isChecked();
    choices.rawFormulas = m_ui->formulaCheck->isChecked();
    choices.folder = QFileInfo(output()).path();
    return choices;
}

void ExportDialog::addFormats()
{
    QWidget *before = m_ui->savedButton;
    for (const transfer::ExportFormat &format : transfer::exportFormats()) {
        auto *button = new QRadioButton(m_ui->formatPane);
        button->setObjectName(format.control + QLatin1String("Button"));
        const int place = int(m_formats->buttons().size());
        m_ui->formatLayout->insertWidget(place, button);
        m_formats->addButton(button, place);
        setTabOrder(before, button);
        before = button;
    }
    setTabOrder(before, m_ui->fileEdit);
}

const transfer::ExportFormat &ExportDialog::format() const
{
    return transfer::exportFormats()[std::size_t(m_formats->checkedId())];
}

bool ExportDialog::masksWhatItCannot() const
{
    return format().writesRecords && m_ui->maskCheck->isChecked();
}

QString ExportDialog::typedFile() const
{
    return QDir::fromNativeSeparators(m_ui->fileEdit->text().trimmed());
}

QString ExportDialog::output() const
{
    return saved::outputPath(typedFile(), m_facts);
}

transfer::ExportPlan ExportDialog::plan() const
{
    const ExportChoices made = choices();
    transfer::ExportPlan plan = exportPlan(made, m_view, output(), QLocale());
    if (made.what == What::Saved && m_picked)
        plan.query = m_picked->query;
    return plan;
}

void ExportDialog::applyTexts()
{
    const QString feed = QLocale().toLower(display::feedTitle(m_view.endpoint, m_view.query.presence));
    for (QAbstractButton *button : m_formats->buttons()) {
        const int place = m_formats->id(button);
        button->setText(
            QCoreApplication::translate("transfer", transfer::exportFormats()[std::size_t(place)].button));
    }
    m_ui->viewButton->setText(tr("This &view: %1 rows with the columns shown").arg(countText(m_view.rows)));
    m_ui->selectionButton->setText(tr("Se&lected rows: %1").arg(countText(qint64(m_view.selected.size()))));
    m_ui->everythingButton->setText(tr("&All %1 with all columns").arg(feed));
    if (m_picked) {
        transfer::ExportPlan rows;
        rows.query = m_picked->query;
        const QString words
            = tr("The &rows of “%1”: %2").arg(m_picked->name, transfer::rowSelectionText(rows));
        m_ui->savedButton->setText(display::oneLine(words, 100));
        m_ui->savedButton->setToolTip(plainToolTip(query::print(m_picked->query)));
    }
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("E&xport"));
}

void ExportDialog::showOptions()
{
    const bool hasDelimiter = format().hasDelimiter;
    const bool records = format().writesRecords;
    // What whole records cannot do stays in sight, so that it can be taken back.
    m_ui->cellPane->setVisible(!records || masksWhatItCannot());
    for (QWidget *widget : std::initializer_list<QWidget *>{m_ui->headerLabel, m_ui->headerBox,
                                                            m_ui->listsLabel, m_ui->listsBox, m_ui->listsHint,
                                                            m_ui->formulaCheck, m_ui->formulaHint})
        widget->setVisible(!records);
    m_ui->jsonHint->setVisible(records);
    m_ui->jsonHint->setText(
        masksWhatItCannot()
            ? tr("%1 are the records exactly as received, so personal data cannot be hidden in them. Choose "
                 "another format, or do not hide it.")
                  .arg(format().name())
            : tr("One record a line, exactly as received: all fields, personal data included."));
    const Reader reader = Reader(m_ui->readerBox->currentIndex());
    m_ui->readerLabel->setVisible(hasDelimiter);
    m_ui->readerBox->setVisible(hasDelimiter);
    m_ui->customPane->setVisible(hasDelimiter && reader == Reader::Custom);
    const QString hint = readerHint(reader);
    m_ui->readerHint->setText(hint);
    m_ui->readerHint->setVisible(hasDelimiter && !hint.isEmpty());
    m_ui->listsHint->setText(listsHint(transfer::Lists(m_ui->listsBox->currentIndex()), format().hasSheets));
    m_ui->formulaHint->setText(
        m_ui->formulaCheck->isChecked() ? tr(
            "A comment that begins with “=” will be run as a formula by the spreadsheet that opens the file.")
                                        : tr("Texts that a spreadsheet would run as a formula get a leading "
                                             "apostrophe, so that a comment from "
                                             "outside cannot do anything on your computer."));
}

// Layouts let hints of several lines be cut where the window is not high enough.
void ExportDialog::fitHeight()
{
    layout()->activate();
    const int needed = layout()->totalHeightForWidth(width());
    if (isVisible() && height() < needed)
        resize(width(), needed);
}

bool ExportDialog::event(QEvent *event)
{
    const bool known = QDialog::event(event);
    // A part wants another size: a hint has another text, a sample has several tables.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        fitHeight();
    return known;
}

void ExportDialog::lookForFile()
{
    const QString path = output();
    QPushButton *accept = m_ui->buttons->button(QDialogButtonBox::Ok);
    const bool isPath = !path.isEmpty() && QFileInfo(path).isAbsolute();
    accept->setEnabled(isPath && !masksWhatItCannot());
    m_ui->saveButton->setEnabled(!masksWhatItCannot());
    if (!isPath) {
        m_ui->fileHint->setText(tr("Enter a file with its folder."));
        return;
    }
    const QString named = path == typedFile() ? QString() : tr("Becomes %1.").arg(QFileInfo(path).fileName());
    m_ui->fileHint->setText(named.isEmpty() ? QStringLiteral(" ") : named);
    m_ui->samplePane->showRowsOf(plan()); // another disk, perhaps
    const quint64 lookup = ++m_lookup;
    onResult(QtConcurrent::run(obstacleAt, path), this, [this, lookup, accept, named](Obstacle obstacle) {
        if (lookup != m_lookup)
            return;
        accept->setEnabled((obstacle == Obstacle::None || obstacle == Obstacle::WillBeReplaced)
                           && !masksWhatItCannot());
        if (obstacle == Obstacle::WillBeReplaced)
            m_ui->fileHint->setText(
                QString(named + QLatin1Char(' ')
                        + tr("This file exists. It is replaced once the export is complete."))
                    .trimmed());
        else if (obstacle == Obstacle::NoFolder)
            m_ui->fileHint->setText(tr("This folder does not exist."));
        else if (obstacle == Obstacle::IsFolder)
            m_ui->fileHint->setText(tr("This is a folder. Add a file name."));
    });
}

void ExportDialog::browse()
{
    auto *chooser = new QFileDialog(this, tr("Export to"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setNameFilter(QCoreApplication::translate("transfer", format().fileFilter));
    chooser->setDefaultSuffix(format().id);
    chooser->setDirectory(QFileInfo(output()).path());
    chooser->selectFile(QFileInfo(output()).fileName());
    connect(chooser, &QFileDialog::fileSelected, this,
            [this](const QString &file) { m_ui->fileEdit->setText(QDir::toNativeSeparators(file)); });
    chooser->open();
}

void ExportDialog::finish()
{
    Q_EMIT exportWanted(plan(), choices());
    accept();
}

void ExportDialog::save()
{
    NameQuestion question;
    question.title = tr("Save export");
    question.acceptText = tr("&Save");
    question.replaces = true;
    question.taken = m_taken;
    if (m_picked)
        question.name = m_picked->name;
    question.words = m_ui->selectionButton->isChecked()
        ? tr("A selection cannot be saved: it will export all rows of this view.")
        : tr("It will export what is chosen here, with the filter and the columns as they are now.");
    auto *dialog = new NameDialog(question, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // A file that nobody has named gets the date of each day.
    const QString pattern
        = QDir(QFileInfo(m_firstFile).path()).filePath(saved::usualPattern() + format().suffix());
    const bool untouched = typedFile() == withEnding(m_firstFile, format());
    dialog->askForFile(untouched ? pattern : typedFile(), m_facts);
    connect(dialog, &NameDialog::named, this, [this](const QString &name, const QString &file) {
        const saved::ExportPreset preset = presetOf(name.simplified(), choices(), plan(), file);
        m_lastSaved = preset.name;
        Q_EMIT saveWanted(preset);
    });
    dialog->open();
}

void ExportDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        fillPresets();
        applyTexts();
        showOptions();
        lookForFile();
    }
    QDialog::changeEvent(event);
}

} // namespace gauge::ui
