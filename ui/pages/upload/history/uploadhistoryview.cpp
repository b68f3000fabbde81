// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/history/uploadhistoryview.h"

#include "engine/joblist.h"
#include "kit/format.h"
#include "kit/labels.h"
#include "kit/plaintext.h"
#include "pages/upload/history/uploadlistmodel.h"
#include "pages/upload/shared/uploadtext.h"
#include "ui_uploadhistoryview.h"

#include <QEvent>
#include <QHeaderView>
#include <QMessageBox>
#include <QPushButton>

namespace gauge::ui {

using lake::UploadEntry;
using lake::UploadRowState;

UploadHistoryView::UploadHistoryView(engine::Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::UploadHistoryView>())
    , m_engine(engine)
    , m_model(new UploadListModel(this))
    , m_rows(new UploadRowsModel(this))
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("uploadHistory"));
    makeQuiet(m_ui->rowsHint);
    makeGroupTitle(m_ui->rowsLabel);
    m_ui->uploadsTable->setModel(m_model);
    m_ui->rowsTable->setModel(m_rows);
    QHeaderView *header = m_ui->uploadsTable->header();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setStretchLastSection(true);
    QHeaderView *rows = m_ui->rowsTable->header();
    rows->setStretchLastSection(false);
    rows->setSectionResizeMode(QHeaderView::ResizeToContents);
    rows->setSectionResizeMode(UploadRowsModel::Message, QHeaderView::Stretch);
    fillOutcomes();
    connectParts();
    present();
}

UploadHistoryView::~UploadHistoryView() = default;

void UploadHistoryView::connectParts()
{
    connect(m_ui->uploadsTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        presentCurrent();
        readRows();
    });
    connect(m_ui->uploadSearch, &SearchField::searchChanged, this, &UploadHistoryView::refresh);
    connect(m_ui->outcomeBox, &QComboBox::currentIndexChanged, this, &UploadHistoryView::readRows);
    connect(m_ui->uploadsBanner, &ErrorBanner::actionTriggered, this, &UploadHistoryView::refresh);
    connect(m_ui->resumeButton, &QPushButton::clicked, this, [this] {
        if (const UploadEntry *upload = current())
            Q_EMIT resumeRequested(*upload);
    });
    connect(m_ui->removeButton, &QPushButton::clicked, this, &UploadHistoryView::askToRemove);
    connect(m_ui->clearButton, &QPushButton::clicked, this, &UploadHistoryView::askToClear);
    connect(&m_engine.jobs(), &engine::JobList::added, this, &UploadHistoryView::watch);
}

void UploadHistoryView::fillOutcomes()
{
    const int chosen = std::max(m_ui->outcomeBox->currentIndex(), 0);
    const QSignalBlocker quiet(m_ui->outcomeBox);
    m_ui->outcomeBox->clear();
    m_ui->outcomeBox->addItem(tr("All outcomes"));
    for (const UploadRowState state : {UploadRowState::Accepted, UploadRowState::Refused,
                                       UploadRowState::Unknown, UploadRowState::NotSent})
        m_ui->outcomeBox->addItem(icon(stateIconName(state)), stateText(state), int(state));
    m_ui->outcomeBox->setCurrentIndex(chosen);
}

void UploadHistoryView::setConnection(const std::optional<service::Connection> &connection)
{
    if (connection == m_connection)
        return;
    m_connection = connection;
    m_known.reset();
    m_currentId = 0;
    m_model->setUploads({});
    m_rows->setRows({});
    m_ui->uploadSearch->setSearch({});
    refresh();
}

void UploadHistoryView::watch(Job *added)
{
    const auto *job = qobject_cast<upload::UploadJob *>(added);
    if (!job)
        return;
    connect(job, &Job::finished, this, [this, id = job->connectionId()] {
        if (m_connection && m_connection->id == id)
            refresh();
    });
}

void UploadHistoryView::refresh()
{
    const quint64 generation = ++m_generation;
    if (!m_connection || !isVisible()) {
        present();
        return;
    }
    auto *job
        = m_engine.fileUploads().history(*m_connection, mostUploads, m_ui->uploadSearch->text().trimmed());
    connect(job, &Job::finished, this, [this, job, generation] {
        if (generation == m_generation)
            take(job->error() ? Result<Uploads>(fail(*job->error())) : job->result());
    });
    present();
}

void UploadHistoryView::take(const Result<Uploads> &uploads)
{
    m_known = uploads.map([](const auto &all) { return qsizetype(all.size()); });
    const qint64 wanted = m_currentId;
    m_model->setUploads(uploads.value_or(Uploads()));
    if (m_model->rowCount() > 0)
        m_ui->uploadsTable->setCurrentIndex(m_model->index(std::max(m_model->rowOf(wanted), 0), 0));
    if (uploads)
        m_ui->uploadsBanner->dismiss();
    else
        m_ui->uploadsBanner->showError(uploads.error(), tr("&Try again"));
    readRows();
    present();
    Q_EMIT answered();
}

const UploadEntry *UploadHistoryView::current() const
{
    const QModelIndex index = m_ui->uploadsTable->currentIndex();
    return index.isValid() && index.row() < m_model->rowCount() ? &m_model->upload(index.row()) : nullptr;
}

void UploadHistoryView::readRows()
{
    const quint64 generation = ++m_rowsGeneration;
    const UploadEntry *upload = current();
    if (!m_connection || upload == nullptr) {
        m_rows->setRows({});
        return;
    }
    m_currentId = upload->id;
    const QVariant chosen = m_ui->outcomeBox->currentData();
    const auto only = chosen.isValid() ? std::optional(UploadRowState(chosen.toInt())) : std::nullopt;
    auto *job = m_engine.fileUploads().rows(*m_connection, upload->id, only, mostRows);
    connect(job, &Job::finished, this, [this, job, generation] {
        if (generation != m_rowsGeneration)
            return;
        if (job->error()) {
            m_ui->uploadsBanner->showError(*job->error(), tr("&Try again"));
            return;
        }
        m_rows->setRows(job->result());
        if (m_rows->rowCount() > 0)
            m_ui->rowsTable->setCurrentIndex(m_rows->index(0, 0));
        presentCurrent();
        Q_EMIT rowsAnswered();
    });
}

void UploadHistoryView::present()
{
    const bool any = m_model->rowCount() > 0;
    const bool searches = !m_ui->uploadSearch->text().trimmed().isEmpty();
    m_ui->uploadsStack->setCurrentWidget(any ? static_cast<QWidget *>(m_ui->uploadsPage)
                                             : m_ui->uploadsEmptyState);
    m_ui->uploadsTable->setAccessibleName(m_connection ? tr("Uploads of “%1”").arg(m_connection->name)
                                                       : tr("Uploads"));
    m_ui->toolsPane->setVisible(any || searches);
    m_ui->clearButton->setEnabled(any);
    presentEmpty();
    presentCurrent();
}

void UploadHistoryView::presentEmpty()
{
    const auto show = [this](const QString &title, const QString &words) {
        m_ui->uploadsEmptyState->setContent(QStringLiteral("upload"), title, words);
    };
    if (!m_connection)
        show(tr("No connection yet"), tr("What it sends appears here once there is one."));
    else if (!m_known)
        show(tr("Loading"), tr("The uploads of “%1” are being read.").arg(m_connection->name));
    else if (!*m_known)
        show(tr("Not shown"),
             tr("The uploads of “%1” could not be read. Nothing in them was changed.")
                 .arg(m_connection->name));
    else if (!m_ui->uploadSearch->text().trimmed().isEmpty())
        show(tr("Nothing found"), tr("No upload has this text in its file, configuration or type."));
    else
        show(tr("Nothing sent yet"),
             tr("Every file, record and response that is sent by “%1” is written down here, with what became "
                "of it.")
                 .arg(m_connection->name));
}

void UploadHistoryView::presentCurrent()
{
    const UploadEntry *upload = current();
    const bool runs = upload && upload->state == UploadEntry::State::Running;
    m_ui->resumeButton->setEnabled(upload && canGoOn(*upload));
    m_ui->removeButton->setEnabled(upload && !runs);
    if (upload == nullptr)
        return;
    m_ui->rowsLabel->setText(tr("What became of %1").arg(whatWasSent(*upload)));
    QStringList hints;
    if (!upload->error.isEmpty())
        hints.append(upload->error);
    if (m_rows->rowCount() >= mostRows)
        hints.append(tr("The first %1 rows are listed.").arg(countText(mostRows)));
    else if (m_rows->rowCount() == 0)
        hints.append(tr("No row of it is written down with this outcome."));
    if (upload->counts.unknown > 0)
        hints.append(
            tr("Unknown rows were sent, and no answer came. Look them up in CustomerGauge before you "
               "send them again."));
    const QVariant only = m_ui->outcomeBox->currentData();
    const bool hasUntried = only.isValid() ? UploadRowState(only.toInt()) == UploadRowState::NotSent
                                           : m_rows->rowCount() < upload->counts.total();
    if (upload->counts.notSent > 0 && hasUntried && m_rows->rowCount() < mostRows)
        hints.append(tr("Rows that were never tried are not listed."));
    m_ui->rowsHint->setText(hints.join(QLatin1Char(' ')));
    m_ui->rowsHint->setVisible(!hints.isEmpty());
}

void UploadHistoryView::askToRemove()
{
    const UploadEntry *upload = current();
    if (upload == nullptr)
        return;
    ask(tr("Remove from the history"), tr("Remove %1 from the history?").arg(whatWasSent(*upload)),
        tr("&Remove"), [this, id = upload->id] { return m_engine.fileUploads().remove(*m_connection, id); });
}

void UploadHistoryView::askToClear()
{
    ask(tr("Clear the history"), tr("Remove all uploads of “%1” from the history?").arg(m_connection->name),
        tr("&Clear"), [this] { return m_engine.fileUploads().clearHistory(*m_connection); });
}

void UploadHistoryView::ask(const QString &title, const QString &words, const QString &button,
                            const std::function<engine::BlockingJob<bool> *()> &forget)
{
    QuestionText asked;
    asked.name = QStringLiteral("historyQuestion");
    asked.title = title;
    asked.text = words;
    asked.details = tr(
        "GaugeDesk then no longer knows which rows were sent, so the same file can be sent twice without a "
        "warning. Nothing changes in CustomerGauge. This cannot be undone.");
    QMessageBox *question = makeQuestion(asked, this);
    const QPushButton *accept = question->addButton(button, QMessageBox::DestructiveRole);
    question->setDefaultButton(question->addButton(QMessageBox::Cancel));
    connect(accept, &QPushButton::clicked, this, [this, forget] {
        auto *job = forget();
        connect(job, &Job::finished, this, [this, job] {
            if (job->error())
                m_ui->uploadsBanner->showError(*job->error());
            else
                refresh();
        });
    });
    question->open();
}

void UploadHistoryView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void UploadHistoryView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        fillOutcomes();
        m_model->refreshTexts();
        m_rows->refreshTexts();
        present();
    } else if (event->type() == QEvent::PaletteChange) {
        fillOutcomes();
    }
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
