// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/jobs/jobspage.h"

#include "engine/joblist.h"
#include "kit/format.h"
#include "kit/labels.h"
#include "kit/theme.h"
#include "pages/jobs/joblistmodel.h"
#include "ui_jobspage.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QUrl>

namespace gauge::ui {

JobsPage::JobsPage(engine::JobList &jobs, JobListModel &model, QWidget *history, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_ui(std::make_unique<Ui::JobsPage>())
{
    m_ui->setupUi(this);
    makePageTitle(m_ui->titleLabel);
    m_ui->tabs->addTab(history, QString());
    m_ui->table->setModel(&m_model);
    m_ui->table->setItemDelegateForColumn(JobListModel::Progress, new ProgressDelegate(this));
    QHeaderView *header = m_ui->table->header();
    header->resizeSection(JobListModel::State, 96);
    header->resizeSection(JobListModel::Progress, 288);
    header->setSectionResizeMode(JobListModel::Title, QHeaderView::Stretch);
    header->setSectionResizeMode(JobListModel::Outcome, QHeaderView::Stretch);
    m_ui->cancelButton->setIcon(icon(QStringLiteral("stopped")));
    m_ui->copyButton->setIcon(icon(QStringLiteral("copy")));
    m_ui->readAgainButton->setIcon(icon(QStringLiteral("sync")));

    connect(m_ui->table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &JobsPage::refresh);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(&m_model, signal, this, [this, signal] {
            // Follows the newest job unless a person chose an older one.
            const QModelIndex at = m_ui->table->currentIndex();
            const bool followed = signal == &QAbstractItemModel::rowsInserted && at.row() == 1;
            if ((!at.isValid() || followed) && m_model.rowCount() > 0)
                m_ui->table->setCurrentIndex(m_model.index(0, 0));
            refresh();
        });
    }
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &JobsPage::refresh);
    connect(&m_model, &JobListModel::runningCountChanged, this, &JobsPage::refresh);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, [this] {
        if (Job *job = current())
            job->cancel();
        refresh();
    });
    connect(m_ui->copyButton, &QPushButton::clicked, this, [this] {
        if (const Job *job = current())
            QGuiApplication::clipboard()->setText(jobCopyText(*job));
    });
    connect(m_ui->openFileButton, &QPushButton::clicked, this, [this] {
        if (const Job *job = current())
            QDesktopServices::openUrl(QUrl::fromLocalFile(job->writtenFile()));
    });
    connect(m_ui->readAgainButton, &QPushButton::clicked, this, &JobsPage::readAgainRequested);
    connect(m_ui->clearButton, &QPushButton::clicked, this, [&jobs] { jobs.clearFinished(); });
    applyTexts();
    refresh();
}

JobsPage::~JobsPage() = default;

Job *JobsPage::current() const
{
    return m_model.at(m_ui->table->currentIndex().row());
}

void JobsPage::refresh()
{
    const bool any = m_model.rowCount() > 0;
    m_ui->stack->setCurrentWidget(any ? static_cast<QWidget *>(m_ui->listView) : m_ui->emptyState);
    const Job *job = current();
    m_ui->cancelButton->setEnabled(job && !job->isFinished() && !job->isCancelling());
    m_ui->copyButton->setEnabled(job);
    m_ui->clearButton->setEnabled(m_model.runningCount() < m_model.rowCount());
    m_ui->openFileButton->setVisible(job && !job->writtenFile().isEmpty());
    // A success fits its cell, unless it asks for something; an error is worth reading whole.
    QString words;
    if (job && job->error())
        words = outcomeText(*job);
    else if (job && !job->advice().isEmpty())
        words = outcomeText(*job) + QStringLiteral(". ") + job->advice();
    m_ui->outcomeLabel->setVisible(!words.isEmpty());
    m_ui->outcomeLabel->setText(words);
}

void JobsPage::showTab(Tab tab)
{
    m_ui->tabs->setCurrentIndex(static_cast<int>(tab));
}

void JobsPage::setMayReadAgain(bool may)
{
    m_ui->readAgainButton->setEnabled(may);
}

void JobsPage::applyTexts()
{
    m_ui->tabs->setTabText(0, tr("This &session"));
    m_ui->tabs->setTabText(1, tr("&Earlier syncs"));
    m_ui->tabs->setAccessibleName(tr("Jobs and earlier syncs"));
    m_ui->table->setAccessibleName(tr("Jobs"));
    m_ui->emptyState->setContent(
        QStringLiteral("jobs"), tr("Nothing has run yet"),
        tr("Syncs and exports appear here with their progress, and stay with what came of "
           "them until GaugeDesk is closed."));
}

void JobsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        applyTexts();
        m_model.refreshTexts();
    }
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
