// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/filestep.h"

#include "engine/engine.h"
#include "kit/fileplace.h"
#include "kit/format.h"
#include "kit/headings.h"
#include "pages/upload/cellmodel.h"
#include "ui_filestep.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QSet>

namespace gauge::ui {

using upload::TextEncoding;

namespace {

constexpr int rowsShown = 20;

} // namespace

FileStep::FileStep(engine::Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_ui(std::make_unique<Ui::FileStep>())
    , m_model(new CellModel(this))
{
    m_ui->setupUi(this);
    makeQuiet(m_ui->fileHint);
    makeGroupTitle(m_ui->fileLabel);
    m_ui->fileTable->setModel(m_model);
    fillChoices();
    connect(m_ui->fileEmptyState, &EmptyState::actionTriggered, this, &FileStep::choose);
    connect(m_ui->chooseButton, &QPushButton::clicked, this, &FileStep::choose);
    connect(m_ui->separatorBox, &QComboBox::activated, this, [this] {
        m_known.separator = m_ui->separatorBox->currentData().toChar().toLatin1();
        read();
    });
    connect(m_ui->encodingBox, &QComboBox::activated, this, [this] {
        m_known.encoding = TextEncoding(m_ui->encodingBox->currentData().toInt());
        read();
    });
    connect(m_ui->fileBanner, &ErrorBanner::actionTriggered, this, &FileStep::read);
    present();
}

FileStep::~FileStep() = default;

void FileStep::fillChoices()
{
    const int separator = m_ui->separatorBox->currentIndex();
    const int encoding = m_ui->encodingBox->currentIndex();
    m_ui->separatorBox->clear();
    m_ui->encodingBox->clear();
    for (const auto &[name, character] : {std::pair(tr("Comma"), ','), std::pair(tr("Semicolon"), ';'),
                                          std::pair(tr("Tab"), '\t'), std::pair(tr("Vertical bar"), '|')})
        m_ui->separatorBox->addItem(name, QChar(QLatin1Char(character)));
    for (const auto &[name, code] : {std::pair(tr("UTF-8"), TextEncoding::Utf8),
                                     std::pair(tr("Windows-1252 (Western)"), TextEncoding::Windows1252),
                                     std::pair(tr("UTF-16, little endian"), TextEncoding::Utf16Le),
                                     std::pair(tr("UTF-16, big endian"), TextEncoding::Utf16Be)})
        m_ui->encodingBox->addItem(name, int(code));
    m_ui->separatorBox->setCurrentIndex(std::max(separator, 0));
    m_ui->encodingBox->setCurrentIndex(std::max(encoding, 0));
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
        m_ui->separatorBox->setCurrentIndex(
            m_ui->separatorBox->findData(QChar(QLatin1Char(look->dialect.separator))));
        m_ui->encodingBox->setCurrentIndex(m_ui->encodingBox->findData(int(look->dialect.encoding)));
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
    if (const QString words = remarks(); !words.isEmpty())
        m_ui->fileBanner->showMessage(ErrorBanner::Severity::Warning, words);
    present();
    Q_EMIT changed();
}

//! What a person should know of a file that could be read.
QString FileStep::remarks() const
{
    QStringList sentences;
    if (!m_look)
        return {};
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

QString FileStep::obstacle() const
{
    if (m_path.isEmpty())
        return tr("Choose a file first.");
    if (!m_look)
        return m_failed ? tr("The file cannot be read in this way.") : tr("The file is being read.");
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
    m_ui->fileLabel->setToolTip(QDir::toNativeSeparators(m_path));
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
        fillChoices();
        present();
    }
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
