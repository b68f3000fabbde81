// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/file/columnstep.h"

#include "engine/engine.h"
#include "kit/labels.h"
#include "kit/theme.h"
#include "pages/upload/configurations/configurationbox.h"
#include "pages/upload/file/mappingmodel.h"
#include "records/cells/display.h"
#include "ui_columnstep.h"

#include <QEvent>
#include <QHeaderView>

namespace gauge::ui {

namespace {

constexpr int pauseMilliseconds = 500;
constexpr int mostEditors = 500; // more headings than any configuration has
constexpr qsizetype namesLength = 400;

} // namespace

ColumnStep::ColumnStep(engine::Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_ui(std::make_unique<Ui::ColumnStep>())
    , m_box(new ConfigurationBox(engine, this))
    , m_model(new MappingModel(this))
    , m_delegate(new MappingDelegate(this))
    , m_records(new CsvPreviewModel(this))
{
    m_ui->setupUi(this);
    m_ui->boxLayout->addWidget(m_box, 1);
    m_ui->configurationLabel->setBuddy(m_box);
    makeQuiet(m_ui->mappingHint);
    makeQuiet(m_ui->unusedLabel);
    makeGroupTitle(m_ui->recordsLabel);
    m_ui->mappingTable->setModel(m_model);
    m_ui->mappingTable->setItemDelegateForColumn(MappingModel::Source, m_delegate);
    m_ui->recordsTable->setModel(m_records);
    QHeaderView *header = m_ui->mappingTable->header();
    header->setStretchLastSection(true);
    for (const int column : {MappingModel::Heading, MappingModel::Certainty})
        header->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    header->resizeSection(MappingModel::Source, 224);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &ColumnStep::keep);
    connect(m_box, &ConfigurationBox::currentChanged, this, &ColumnStep::load);
    connect(m_model, &MappingModel::changed, this, [this] {
        m_pause.start();
        m_ui->mappingBanner->dismiss();
        present();
        Q_EMIT changed();
    });
    connect(m_model, &MappingModel::objected, this,
            [this](const Error &error) { m_ui->mappingBanner->showError(error); });
    connect(m_ui->suggestButton, &QPushButton::clicked, this, [this] { begin({}); });
    present();
}

ColumnStep::~ColumnStep()
{
    if (m_pause.isActive())
        keep();
}

void ColumnStep::setFile(const upload::CsvPreview &preview)
{
    if (preview == m_preview && m_shown)
        return;
    m_preview = preview;
    m_delegate->setColumns(preview.columns);
    m_shown.reset();
    load();
}

void ColumnStep::chooseConfiguration(const QString &id)
{
    m_box->choose(id);
}

const std::optional<upload::Configuration> &ColumnStep::configuration() const
{
    return m_shown;
}

upload::ColumnMapping ColumnStep::mapping() const
{
    return m_model->draft().mapping;
}

//! What was decided for the configuration that is chosen now.
void ColumnStep::load()
{
    if (m_pause.isActive())
        keep();
    const quint64 generation = ++m_generation;
    const std::optional<upload::Configuration> &chosen = m_box->current();
    if (!chosen || m_preview.columns.isEmpty()) {
        m_shown.reset();
        present();
        Q_EMIT changed();
        return;
    }
    auto *job = m_engine.fileUploads().mappingOf(chosen->id);
    connect(job, &Job::finished, this, [this, job, generation, configuration = *chosen] {
        if (generation != m_generation)
            return;
        m_shown = configuration;
        m_ui->mappingBanner->dismiss();
        begin(job->error() ? upload::MappingDraft() : job->result());
        m_pause.stop(); // nothing was decided yet
        if (job->error())
            m_ui->mappingBanner->showError(*job->error());
    });
}

void ColumnStep::begin(const upload::MappingDraft &draft)
{
    if (!m_shown)
        return;
    closeEditors();
    m_model->begin(*m_shown, m_preview, draft);
    openEditors();
}

//! Before the model begins anew: an editor that loses the focus while the view forgets it would speak of what
//! is gone.
void ColumnStep::closeEditors()
{
    const QWidget *focused = window()->focusWidget();
    if (focused != nullptr && m_ui->mappingTable->isAncestorOf(focused))
        m_ui->mappingTable->setFocus();
    for (int row = 0; row < std::min(m_model->rowCount(), mostEditors); ++row)
        m_ui->mappingTable->closePersistentEditor(m_model->index(row, MappingModel::Source));
}

void ColumnStep::openEditors()
{
    for (int row = 0; row < std::min(m_model->rowCount(), mostEditors); ++row)
        m_ui->mappingTable->openPersistentEditor(m_model->index(row, MappingModel::Source));
    if (m_model->rowCount() > 0)
        m_ui->mappingTable->setCurrentIndex(m_model->index(0, 0));
}

void ColumnStep::keep()
{
    m_pause.stop();
    if (!m_shown || m_shown->id.isEmpty())
        return;
    auto *job = m_engine.fileUploads().saveMapping(m_shown->id, m_model->draft());
    connect(job, &Job::finished, this, [this, job] {
        if (job->error())
            m_ui->mappingBanner->showError(*job->error());
    });
}

QString ColumnStep::obstacle() const
{
    if (!m_box->current())
        return tr("Choose a configuration first.");
    return m_shown ? m_obstacle : tr("The mapping is being read.");
}

void ColumnStep::present()
{
    m_ui->mappingTable->setEnabled(m_shown.has_value());
    m_ui->suggestButton->setEnabled(m_shown.has_value());
    presentRecords();
    presentFindings();
}

void ColumnStep::presentRecords()
{
    if (!m_shown) {
        m_records->setCells({}, {});
        return;
    }
    const auto mapper = upload::RowMapper::make(mapping(), m_preview.columns, *m_shown);
    std::vector<QStringList> rows;
    if (mapper) {
        for (const upload::CsvRow &row : m_preview.rows) {
            QStringList values;
            for (const upload::FormValue &field : mapper->record(row.cells))
                values.append(field.value);
            rows.push_back(values);
        }
    }
    m_records->setCells(mapper ? mapper->headings() : QStringList(), std::move(rows));
}

void ColumnStep::presentFindings()
{
    QStringList words;
    m_obstacle.clear();
    if (m_shown) {
        const auto mapper = upload::RowMapper::make(mapping(), m_preview.columns, *m_shown);
        const QStringList headings = mapper ? mapper->headings() : QStringList();
        const auto findings = upload::RecordCheck(*m_shown).checkHeadings(headings);
        for (const upload::RecordFinding &finding : findings)
            words.append(finding.words);
        if (headings.isEmpty())
            m_obstacle = tr("No column has a heading yet.");
        else if (upload::hasErrors(findings))
            m_obstacle = tr("Some headings still need a value.");
    }
    m_ui->neededIcon->setPixmap(
        icon(QStringLiteral("warning"), signalColor(Signal::Attention, palette())).pixmap(QSize(16, 16)));
    m_ui->neededIcon->setVisible(!words.isEmpty());
    m_ui->neededLabel->setVisible(!words.isEmpty());
    m_ui->neededLabel->setText(words.join(QLatin1Char(' ')));
    const QStringList unused = upload::unusedColumns(mapping(), m_preview.columns);
    m_ui->unusedLabel->setVisible(m_shown && !unused.isEmpty());
    m_ui->unusedLabel->setText(tr("Columns that are not sent: %1")
                                   .arg(display::oneLine(unused.join(QStringLiteral(", ")), namesLength)));
}

void ColumnStep::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        m_delegate->setColumns(m_preview.columns);
        m_model->refreshTexts();
        present();
    } else if (event->type() == QEvent::PaletteChange) {
        presentFindings();
    }
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
