// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/file/filestep.h"

#include "engine/engine.h"
#include "kit/fileplace.h"
#include "kit/format.h"
#include "kit/labels.h"
#include "kit/plaintext.h"
#include "pages/upload/file/mappingmodel.h"
#include "ui_filestep.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QSet>

namespace gauge::ui {

namespace {

constexpr int rowsShown = 20;

//! Shows the item of \a data, which is added as \a text where there is none yet; nothing without data.
void showItem(QComboBox &box, const QVariant &data, const QString &text)
{
    int index = data.isNull() ? -1 : box.findData(data);
    if (index < 0 && !data.isNull()) {
        index = box.count();
        box.addItem(text, data);
    }
    box.setCurrentIndex(index);
}

} // namespace

FileStep::FileStep(engine::Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_ui(std::make_unique<Ui::FileStep>())
    , m_model(new CsvPreviewModel(this))
{
    m_ui->setupUi(this);
    makeQuiet(m_ui->fileHint);
    makeGroupTitle(m_ui->fileLabel);
    m_ui->fileTable->setModel(m_model);
    presentDialect();
    connect(m_ui->fileEmptyState, &EmptyState::actionTriggered, this, &FileStep::choose);
    connect(m_ui->chooseButton, &QPushButton::clicked, this, &FileStep::choose);
    connect(m_ui->separatorBox, &QComboBox::activated, this, [this] {
        m_known.separator = m_ui->separatorBox->currentData().toChar().toLatin1();
        read();
    });
    connect(m_ui->encodingBox, &QComboBox::activated, this, [this] {
        m_known.encoding = upload::encodingFromName(m_ui->encodingBox->currentData().toString());
        read();
    });
    connect(m_ui->headerBox, &QSpinBox::valueChanged, this, [this](int line) {
        m_known.headerLine = line;
        read();
    });
    connect(m_ui->trimBox, &QCheckBox::toggled, this, &FileStep::changed);
    connect(m_ui->fileBanner, &ErrorBanner::actionTriggered, this, &FileStep::read);
    present();
}

FileStep::~FileStep() = default;

//! What can be chosen; where a person must choose, first what is likely, with what it makes of the file.
void FileStep::fillChoices()
{
    m_ui->separatorBox->clear();
    m_ui->encodingBox->clear();
    m_ui->separatorBox->setPlaceholderText(tr("Choose…"));
    m_ui->encodingBox->setPlaceholderText(tr("Choose…"));
    for (const auto &[name, character] : {std::pair(tr("Comma"), ','), std::pair(tr("Semicolon"), ';'),
                                          std::pair(tr("Tab"), '\t'), std::pair(tr("Vertical bar"), '|')})
        m_ui->separatorBox->addItem(name, QChar(QLatin1Char(character)));
    if (m_look && !m_look->guess.encoding.isCertain) {
        for (const upload::EncodingCandidate &candidate : m_look->guess.encoding.candidates) {
            const QString name = upload::encodingName(candidate.encoding);
            m_ui->encodingBox->addItem(tr("%1: “%2”").arg(name, candidate.sample), name);
        }
    }
    const QStringList names = upload::encodingNames();
    for (const QString &name : names) {
        if (m_ui->encodingBox->findData(name) < 0)
            m_ui->encodingBox->addItem(name, name);
    }
}

//! How the file is read; nothing where a person has to say so.
void FileStep::presentDialect()
{
    fillChoices();
    if (!m_look)
        return;
    const upload::DialectGuess &guess = m_look->guess;
    const QChar separator = QLatin1Char(guess.dialect.separator);
    const QString encoding = upload::encodingName(guess.dialect.encoding);
    showItem(*m_ui->separatorBox, guess.separator.isCertain() ? QVariant(separator) : QVariant(),
             QString(separator));
    showItem(*m_ui->encodingBox, guess.encoding.isCertain ? QVariant(encoding) : QVariant(), encoding);
    const QSignalBlocker blocker(m_ui->headerBox);
    m_ui->headerBox->setValue(int(std::min<qint64>(guess.dialect.headerLine, m_ui->headerBox->maximum())));
}

void FileStep::choose()
{
    auto *chooser = new QFileDialog(this, tr("Choose a CSV file"));
    chooser->setObjectName(QStringLiteral("uploadFileDialog"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilters({tr("CSV files (*.csv *.tsv *.txt)"), tr("All files (*)")});
    chooser->setDirectory(m_path.isEmpty() ? usualFolder() : QFileInfo(m_path).path());
    connect(chooser, &QFileDialog::fileSelected, this, &FileStep::open);
    chooser->open();
}

void FileStep::say(const QString &words)
{
    ++m_generation;
    m_path.clear();
    m_look.reset();
    m_failed = false;
    m_said = words;
    m_ui->fileBanner->dismiss();
    present();
    Q_EMIT changed();
}

void FileStep::open(const QString &path)
{
    m_path = QFileInfo(path).absoluteFilePath();
    m_known = {};
    m_said.clear();
    read();
}

void FileStep::read()
{
    if (m_path.isEmpty())
        return;
    const quint64 generation = ++m_generation;
    m_look.reset();
    m_failed = false;
    m_ui->fileBanner->dismiss();
    auto *job = m_engine.fileUploads().look(m_path, m_known, rowsShown);
    connect(job, &Job::finished, this, [this, job, generation] {
        if (generation == m_generation)
            take(job->error() ? Result<engine::FileLook>(fail(*job->error())) : job->result());
    });
    present();
    Q_EMIT changed();
}

void FileStep::take(const Result<engine::FileLook> &look)
{
    std::vector<QStringList> rows;
    m_failed = !look;
    if (look) {
        m_look = *look;
        presentDialect();
        for (const upload::CsvRow &row : look->preview.rows)
            rows.push_back(row.cells);
    } else {
        m_ui->fileBanner->showError(look.error(), tr("&Look again"));
    }
    m_model->setCells(look ? look->preview.columns : QStringList(), std::move(rows));
    constexpr int widest = 240;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        m_ui->fileTable->resizeColumnToContents(column);
        m_ui->fileTable->setColumnWidth(column, std::min(m_ui->fileTable->columnWidth(column), widest));
    }
    if (m_model->rowCount() > 0)
        m_ui->fileTable->setCurrentIndex(m_model->index(0, 0));
    if (const QString words = warnings(); !words.isEmpty())
        m_ui->fileBanner->showMessage(ErrorBanner::Severity::Warning, words);
    present();
    Q_EMIT changed();
}

//! What a person must choose before the file can be used; empty: nothing.
QString FileStep::question() const
{
    if (!m_look || m_look->guess.isCertain())
        return {};
    const upload::EncodingGuess &encoding = m_look->guess.encoding;
    if (encoding.isDamagedUtf8) {
        return tr("The file is UTF-8 with damage: line %1 has bytes that are not UTF-8 (“%2”). Correct that "
                  "line and open the file again, or choose another encoding.")
            .arg(countText(encoding.damagedLine), encoding.damagedCell);
    }
    if (!encoding.isCertain)
        return tr("The encoding of the file is not certain. Choose the one that shows your texts right.");
    QStringList choices;
    for (const upload::SeparatorCandidate &candidate : m_look->guess.separator.candidates) {
        choices.append(tr("“%1” makes the columns “%2”")
                           .arg(upload::separatorName(candidate.separator),
                                candidate.header.join(QStringLiteral("”, “"))));
    }
    return tr("The separator of the file is not certain. Choose it: %1.")
        .arg(choices.join(QStringLiteral("; ")));
}

//! What a person should know of a file that could be read.
QString FileStep::warnings() const
{
    QStringList sentences;
    if (!m_look)
        return {};
    if (const QString asked = question(); !asked.isEmpty())
        return asked;
    if (!m_look->guess.title.isEmpty()) {
        sentences.append(tr("The headings were found in line %1, below “%2”.")
                             .arg(countText(m_look->guess.dialect.headerLine), m_look->guess.title));
    }
    const QStringList &header = m_look->preview.header;
    QStringList twice;
    QSet<QString> known;
    for (const QString &name : header) {
        if (known.contains(name) && !twice.contains(name) && !name.trimmed().isEmpty())
            twice.append(name);
        known.insert(name);
    }
    if (!twice.isEmpty()) {
        sentences.append(tr("More than one column is called “%1”. The later ones have a number behind their "
                            "name here.")
                             .arg(twice.join(QStringLiteral("”, “"))));
    }
    if (m_look->preview.rows.empty())
        sentences.append(tr("The file has a header and no rows, so there is nothing to send."));
    return sentences.join(QLatin1Char(' '));
}

upload::Padding FileStep::padding() const
{
    return m_ui->trimBox->isChecked() ? upload::Padding::Trim : upload::Padding::Keep;
}

QString FileStep::obstacle() const
{
    if (m_path.isEmpty())
        return tr("Choose a file first.");
    if (!m_look)
        return m_failed ? tr("The file cannot be read in this way.") : tr("The file is being read.");
    if (!m_look->guess.isCertain())
        return m_look->guess.encoding.isCertain ? tr("Choose the separator of the file.")
                                                : tr("Choose the encoding of the file.");
    return m_look->preview.rows.empty() ? tr("The file has no rows.") : QString();
}

void FileStep::present()
{
    m_ui->fileStack->setCurrentWidget(m_path.isEmpty() ? static_cast<QWidget *>(m_ui->fileEmptyState)
                                                       : m_ui->filePage);
    m_ui->fileEmptyState->setContent(
        QStringLiteral("upload"), tr("Choose a CSV file, or drop it here"),
        m_said.isEmpty()
            ? tr("Each of its rows becomes a record in CustomerGauge. Nothing is sent before the "
                 "whole file was checked and you have said so.")
            : m_said,
        tr("&Choose a file…"));
    m_ui->fileLabel->setText(QFileInfo(m_path).fileName());
    m_ui->fileLabel->setToolTip(plainToolTip(QDir::toNativeSeparators(m_path)));
    if (m_look) {
        const QString columns = tr("%Ln column(s)", nullptr, int(m_look->preview.columns.size()));
        m_ui->fileHint->setText(
            tr("%1. These are the first rows; if they look wrong, choose another separator or encoding.")
                .arg(columns));
    } else {
        m_ui->fileHint->setText(m_failed ? QString() : tr("The file is being read…"));
    }
    m_ui->fileTable->setVisible(m_look.has_value());
    m_ui->fileTable->setAccessibleName(tr("The first rows of %1").arg(QFileInfo(m_path).fileName()));
}

void FileStep::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        presentDialect();
        present();
    }
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
