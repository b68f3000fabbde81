// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/explore/export/exportpreview.h"

#include "base/text.h"
#include "kit/format.h"
#include "kit/labels.h"
#include "kit/plaintext.h"
#include "kit/theme.h"
#include "records/cells/display.h"
#include "ui_exportpreview.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHeaderView>
#include <QTextOption>

namespace gauge::ui {

namespace {

constexpr int pauseMilliseconds = 250;
constexpr qsizetype longestLine = 1000; // of what a person would look at

//! The lines of a file, long ones cut.
QString readableLines(const QByteArray &bytes)
{
    QStringList lines = QString::fromUtf8(bytes).split(QLatin1Char('\n'));
    for (QString &line : lines) {
        line.remove(QLatin1Char('\r'));
        if (line.size() > longestLine)
            line = line.left(longestLine) + QChar(0x2026);
        line = withVisibleControls(line, Layout::Kept);
    }
    if (lines.back().isEmpty())
        lines.removeLast();
    return lines.join(QLatin1Char('\n'));
}

} // namespace

ExportPreview::ExportPreview(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ExportPreview>())
{
    m_ui->setupUi(this);
    makeQuiet(m_ui->sizeLabel);
    m_ui->tableBar->setDrawBase(false);
    m_ui->tableBar->setElideMode(Qt::ElideMiddle); // names of files begin alike
    m_ui->tableBar->setUsesScrollButtons(false);
    m_ui->tableBar->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    // A line that begins in Arabic is still a line of a file.
    QTextOption lines = m_ui->sampleText->document()->defaultTextOption();
    lines.setTextDirection(Qt::LeftToRight);
    m_ui->sampleText->document()->setDefaultTextOption(lines);
    m_ui->sampleText->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->sampleTable->verticalHeader()->hide();
    m_ui->sampleTable->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &ExportPreview::ask);
    connect(m_ui->tableBar, &QTabBar::currentChanged, this, &ExportPreview::showTable);
    fitHeight();
    present();
}

ExportPreview::~ExportPreview()
{
    if (m_job)
        m_job->cancel();
}

void ExportPreview::fitHeight()
{
    // Room for all rows, the headings and a scroll bar, so that the dialog does not jump.
    const int line = fontMetrics().lineSpacing() + 4;
    m_ui->sampleTable->verticalHeader()->setMinimumSectionSize(line);
    m_ui->sampleTable->verticalHeader()->setDefaultSectionSize(line);
    constexpr int shownLines = int(transfer::ExportSample::shownRows) + 1;
    m_ui->stack->setFixedHeight(line * (shownLines + 1) + 8);
}

void ExportPreview::showRowsOf(const transfer::ExportPlan &plan)
{
    m_plan = plan;
    if (m_sampler)
        m_pause.start();
}

void ExportPreview::ask()
{
    if (m_job)
        m_job->cancel();
    SampleJob *job = m_sampler(m_plan);
    m_job = job;
    // What is shown stays until its successor is there: a blank in between is all one would see.
    connect(job, &Job::finished, this, [this, job] {
        if (job != m_job)
            return;
        m_job = nullptr;
        if (job->state() == Job::State::Succeeded)
            showSample(job->result());
        else if (job->state() == Job::State::Failed)
            showFailure(job->error()->text);
    });
}

void ExportPreview::showSample(const transfer::ExportSample &sample)
{
    m_sample = sample;
    m_failure.clear();
    present();
}

void ExportPreview::showFailure(const QString &words)
{
    m_sample.reset();
    m_failure = words;
    present();
}

void ExportPreview::present()
{
    {
        const QSignalBlocker quiet(m_ui->tableBar);
        const int chosen = std::max(m_ui->tableBar->currentIndex(), 0);
        while (m_ui->tableBar->count() > 0)
            m_ui->tableBar->removeTab(0);
        if (m_sample)
            for (const transfer::SampleTable &table : m_sample->tables)
                m_ui->tableBar->addTab(
                    display::oneLine(table.name, 60).replace(QLatin1Char('&'), QLatin1String("&&")));
        m_ui->tableBar->setCurrentIndex(std::min(chosen, m_ui->tableBar->count() - 1));
        m_ui->tableBar->setVisible(m_ui->tableBar->count() > 1);
    }
    showTable(m_ui->tableBar->currentIndex());
    m_ui->sizeLabel->setText(sizeSummary());
    const bool warns = !m_failure.isEmpty() || (m_sample && m_sample->lacksRoom);
    m_ui->sizeIcon->setVisible(warns);
    m_ui->sizeIcon->setPixmap(
        icon(QStringLiteral("warning"), signalColor(Signal::Attention, QGuiApplication::palette()))
            .pixmap(QSize(24, 24), devicePixelRatio()));
}

void ExportPreview::showTable(int index)
{
    if (!m_sample || index < 0) {
        m_ui->stack->setCurrentWidget(m_ui->sampleText);
        m_ui->sampleText->setPlainText(m_failure.isEmpty() ? tr("The first rows are being read…")
                                                           : QString());
        return;
    }
    const transfer::SampleTable &table = m_sample->tables[std::size_t(index)];
    const bool cells = !table.cells.empty();
    m_ui->stack->setCurrentWidget(cells ? static_cast<QWidget *>(m_ui->sampleTable) : m_ui->sampleText);
    if (cells)
        showCells(table.cells);
    else
        m_ui->sampleText->setPlainText(readableLines(table.bytes));
}

void ExportPreview::showCells(const std::vector<QStringList> &cells)
{
    QTableWidget *table = m_ui->sampleTable;
    constexpr qsizetype mostColumns = 200; // wider than anybody scrolls in a dialog
    const int columns = int(std::min(cells.front().size(), mostColumns));
    table->clear();
    table->setRowCount(int(cells.size()) - 1);
    table->setColumnCount(columns);
    table->setHorizontalHeaderLabels(cells.front().mid(0, columns));
    for (std::size_t row = 1; row < cells.size(); ++row) {
        for (int column = 0; column < columns; ++column) {
            const QString text = cells[row].value(column);
            auto *item = new QTableWidgetItem(display::oneLine(text));
            item->setToolTip(plainToolTip(text));
            table->setItem(int(row) - 1, column, item);
        }
    }
    table->resizeColumnsToContents();
    constexpr int widest = 240;
    for (int column = 0; column < columns; ++column)
        table->setColumnWidth(column, std::min(table->columnWidth(column), widest));
    if (table->rowCount() > 0)
        table->setCurrentCell(0, 0);
}

QString ExportPreview::sizeSummary() const
{
    if (!m_sample)
        return m_failure;
    const QString rows = tr("%Ln row(s)", nullptr, int(m_sample->rows));
    QString words = m_sample->free < 0 ? tr("%1, about %2.").arg(rows, sizeText(m_sample->bytes))
                                       : tr("%1, about %2; %3 free on this disk.")
                                             .arg(rows, sizeText(m_sample->bytes), sizeText(m_sample->free));
    if (m_sample->lacksRoom) {
        words += QLatin1Char(' ')
            + tr("That is not enough: about %1 are needed while it is written. Make room, or choose another "
                 "disk "
                 "or fewer columns.")
                  .arg(sizeText(m_sample->room));
    }
    if (!m_sample->isSurveyedWhole) {
        words += QLatin1Char(' ')
            + tr("Rows after the first %1 may bring further columns.")
                  .arg(countText(transfer::ExportSample::surveyedRows));
    }
    return words;
}

void ExportPreview::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        present();
    } else if (event->type() == QEvent::PaletteChange) {
        present();
    }
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
