// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/explore/exportdialog.h"

#include "kit/fileplace.h"
#include "kit/format.h"
#include "kit/headings.h"
#include "records/display.h"
#include "records/whendone.h"
#include "ui_exportdialog.h"

#include <QButtonGroup>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QPushButton>
#include <QtConcurrent>

namespace gauge::ui {

namespace {

using Reader = ExportChoices::Reader;
using What = ExportChoices::What;

} // namespace

ExportDialog::ExportDialog(ShownView view, const QString &connection, ExportChoices choices, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ExportDialog>())
    , m_view(std::move(view))
{
    m_ui->setupUi(this);
    for (QLabel *label :
         {m_ui->readerHint, m_ui->listsHint, m_ui->formulaHint, m_ui->jsonHint, m_ui->fileHint})
        makeQuiet(label);
    m_ui->delimiterBox->setItemData(0, QChar(QLatin1Char(',')));
    m_ui->delimiterBox->setItemData(1, QChar(QLatin1Char(';')));
    m_ui->delimiterBox->setItemData(2, QChar(QLatin1Char('\t')));
    m_ui->delimiterBox->setItemData(3, QChar(QLatin1Char('|')));
    m_ui->selectionButton->setEnabled(!m_view.selected.empty());
    m_ui->viewButton->setEnabled(m_view.rows > 0);
    fill(choices);
    const QString folder = choices.folder.isEmpty() ? usualFolder() : choices.folder;
    m_ui->fileEdit->setText(QDir::toNativeSeparators(QDir(folder).filePath(
        exportFileName(connection, m_view.endpoint, choices.format, QDateTime::currentDateTime()))));
    applyTexts();
    showOptions();
    lookForFile();
    for (const QRadioButton *button : {m_ui->csvButton, m_ui->xlsxButton, m_ui->jsonButton}) {
        connect(button, &QRadioButton::toggled, this, [this](bool checked) {
            if (!checked)
                return;
            m_ui->fileEdit->setText(withEnding(m_ui->fileEdit->text(), this->choices().format));
            showOptions();
        });
    }
    connect(m_ui->readerBox, &QComboBox::currentIndexChanged, this, &ExportDialog::showOptions);
    connect(m_ui->listsBox, &QComboBox::currentIndexChanged, this, &ExportDialog::showOptions);
    connect(m_ui->formulaCheck, &QCheckBox::toggled, this, &ExportDialog::showOptions);
    connect(m_ui->maskCheck, &QCheckBox::toggled, this, &ExportDialog::showOptions);
    connect(m_ui->maskCheck, &QCheckBox::toggled, this, &ExportDialog::lookForFile);
    connect(m_ui->fileEdit, &QLineEdit::textChanged, this, &ExportDialog::lookForFile);
    connect(m_ui->browseButton, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &ExportDialog::finish);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::fill(const ExportChoices &choices)
{
    // A selection of one record is where the cursor stands, not what somebody chose.
    const bool selection = m_view.selected.size() > 1;
    m_ui->selectionButton->setChecked(selection);
    m_ui->everythingButton->setChecked(!selection && (choices.what == What::Everything || m_view.rows == 0));
    m_ui->viewButton->setChecked(!m_ui->selectionButton->isChecked() && !m_ui->everythingButton->isChecked());
    m_ui->csvButton->setChecked(choices.format == transfer::Format::Csv);
    m_ui->xlsxButton->setChecked(choices.format == transfer::Format::Xlsx);
    m_ui->jsonButton->setChecked(choices.format == transfer::Format::JsonLines);
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
                                                 : What::Everything;
    choices.format = format();
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

transfer::Format ExportDialog::format() const
{
    if (m_ui->csvButton->isChecked())
        return transfer::Format::Csv;
    return m_ui->xlsxButton->isChecked() ? transfer::Format::Xlsx : transfer::Format::JsonLines;
}

bool ExportDialog::masksWhatItCannot() const
{
    return m_ui->jsonButton->isChecked() && m_ui->maskCheck->isChecked();
}

QString ExportDialog::output() const
{
    return QDir::fromNativeSeparators(m_ui->fileEdit->text().trimmed());
}

void ExportDialog::applyTexts()
{
    const QString feed = QLocale().toLower(display::feedTitle(m_view.endpoint, m_view.query.presence));
    m_ui->viewButton->setText(tr("This &view: %1 rows with the columns shown").arg(countText(m_view.rows)));
    m_ui->selectionButton->setText(tr("Se&lected rows: %1").arg(countText(qint64(m_view.selected.size()))));
    m_ui->everythingButton->setText(tr("&All %1 with all columns").arg(feed));
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("E&xport"));
}

void ExportDialog::showOptions()
{
    const bool csv = m_ui->csvButton->isChecked();
    const bool json = m_ui->jsonButton->isChecked();
    // What JSON lines cannot do stays in sight, so that it can be taken back.
    m_ui->cellPane->setVisible(!json || masksWhatItCannot());
    for (QWidget *widget : std::initializer_list<QWidget *>{m_ui->headerLabel, m_ui->headerBox,
                                                            m_ui->listsLabel, m_ui->listsBox, m_ui->listsHint,
                                                            m_ui->formulaCheck, m_ui->formulaHint})
        widget->setVisible(!json);
    m_ui->jsonHint->setVisible(json);
    m_ui->jsonHint->setText(
        masksWhatItCannot()
            ? tr("JSON lines are the records exactly as received, so personal data cannot "
                 "be hidden in them. Choose another format, or do not hide it.")
            : tr("One record a line, exactly as received: all fields, personal data included."));
    const Reader reader = Reader(m_ui->readerBox->currentIndex());
    m_ui->readerLabel->setVisible(csv);
    m_ui->readerBox->setVisible(csv);
    m_ui->customPane->setVisible(csv && reader == Reader::Custom);
    const QString hint = readerHint(reader);
    m_ui->readerHint->setText(hint);
    m_ui->readerHint->setVisible(csv && !hint.isEmpty());
    m_ui->listsHint->setText(listsHint(transfer::Lists(m_ui->listsBox->currentIndex()), csv));
    m_ui->formulaHint->setText(
        m_ui->formulaCheck->isChecked() ? tr(
            "A comment that begins with “=” will be run as a formula by the spreadsheet that opens the file.")
                                        : tr("Texts that a spreadsheet would run as a formula get a leading "
                                             "apostrophe, so that a comment from "
                                             "outside cannot do anything on your computer."));
}

QString ExportDialog::readerHint(ExportChoices::Reader reader)
{
    switch (reader) {
    case Reader::Spreadsheet:
        return spreadsheetDelimiter(QLocale()) == ';'
            ? tr("Separated by semicolons, as spreadsheets expect where the decimal point is a comma.")
            : tr("Separated by commas, as spreadsheets expect where the decimal point is a point.");
    case Reader::Program:
        return tr("Separated by commas, UTF-8 without a mark (RFC 4180).");
    case Reader::Custom:
        break;
    }
    return {};
}

QString ExportDialog::listsHint(transfer::Lists lists, bool csv)
{
    switch (lists) {
    case transfer::Lists::Readable:
        return tr("Drivers, tags and questions are one text each.");
    case transfer::Lists::Columns:
        return tr("Each driver and tag that occurs is a column, with 1 where a record has it.");
    case transfer::Lists::Children:
        break;
    }
    return csv ? tr("Files beside this one, such as name.drivers.csv, have an entry a row with the number of "
                    "its record. Those that exist are replaced.")
               : tr("Further sheets have an entry a row with the number of its record.");
}

void ExportDialog::lookForFile()
{
    const QString path = output();
    QPushButton *accept = m_ui->buttons->button(QDialogButtonBox::Ok);
    const bool isPath = !path.isEmpty() && QFileInfo(path).isAbsolute();
    accept->setEnabled(isPath && !masksWhatItCannot());
    if (!isPath) {
        m_ui->fileHint->setText(tr("Enter a file with its folder."));
        return;
    }
    m_ui->fileHint->setText(QStringLiteral(" "));
    const quint64 lookup = ++m_lookup;
    whenDone(QtConcurrent::run(obstacleAt, path), this, [this, lookup, accept](Obstacle obstacle) {
        if (lookup != m_lookup)
            return;
        accept->setEnabled((obstacle == Obstacle::None || obstacle == Obstacle::WillBeReplaced)
                           && !masksWhatItCannot());
        if (obstacle == Obstacle::WillBeReplaced)
            m_ui->fileHint->setText(tr("This file exists. It is replaced once the export is complete."));
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
    chooser->setNameFilter(nameFilter(format()));
    chooser->setDefaultSuffix(transfer::ending(format()).mid(1));
    chooser->setDirectory(QFileInfo(output()).path());
    chooser->selectFile(QFileInfo(output()).fileName());
    connect(chooser, &QFileDialog::fileSelected, this,
            [this](const QString &file) { m_ui->fileEdit->setText(QDir::toNativeSeparators(file)); });
    chooser->open();
}

QString ExportDialog::nameFilter(transfer::Format format)
{
    switch (format) {
    case transfer::Format::Csv:
        break;
    case transfer::Format::Xlsx:
        return tr("Excel workbooks (*.xlsx)");
    case transfer::Format::JsonLines:
        return tr("JSON lines (*.jsonl)");
    }
    return tr("CSV files (*.csv)");
}

void ExportDialog::finish()
{
    const ExportChoices made = choices();
    Q_EMIT exportWanted(exportPlan(made, m_view, output(), QLocale()), made);
    accept();
}

void ExportDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        applyTexts();
        showOptions();
        lookForFile();
    }
    QDialog::changeEvent(event);
}

} // namespace gauge::ui
