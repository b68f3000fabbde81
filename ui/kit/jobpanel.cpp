// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/jobpanel.h"

#include "engine/joblist.h"
#include "kit/format.h"
#include "kit/plaintext.h"
#include "kit/theme.h"
#include "ui_jobpanel.h"

#include <QEvent>
#include <QGuiApplication>

namespace gauge::ui {

JobPanel::JobPanel(engine::JobList &jobs, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::JobPanel>())
    , m_jobs(jobs)
{
    m_ui->setupUi(this);
    connect(m_ui->wordsButton, &QToolButton::clicked, this, &JobPanel::opened);
    connect(m_ui->troubleButton, &QToolButton::clicked, this, &JobPanel::troubleOpened);
    m_ui->troubleButton->hide();
    connect(m_ui->cancelButton, &QPushButton::clicked, this, [this] {
        if (m_shown)
            m_shown->cancel();
        refresh();
    });
    connect(&m_jobs, &engine::JobList::added, this, &JobPanel::refresh);
    connect(&m_jobs, &engine::JobList::changed, this, &JobPanel::refresh);
    connect(&m_jobs, &engine::JobList::removed, this, [this](const Job *job) {
        if (m_shown == job)
            m_shown = nullptr;
        QMetaObject::invokeMethod(this, &JobPanel::refresh, Qt::QueuedConnection);
    });
    refresh();
}

JobPanel::~JobPanel() = default;

void JobPanel::setNotice(const QString &words)
{
    m_notice = words;
    refresh();
}

void JobPanel::setTrouble(const QString &words)
{
    m_trouble = words;
    m_ui->troubleButton->setVisible(!words.isEmpty());
    m_ui->troubleButton->setAccessibleName(words);
    m_ui->troubleButton->setToolTip(plainToolTip(words));
    showTroubleIcon();
    elide();
}

void JobPanel::showTroubleIcon()
{
    const QColor color = signalColor(Signal::Attention, QGuiApplication::palette());
    m_ui->troubleButton->setIcon(icon(QStringLiteral("warning"), color));
}

void JobPanel::setResting(const QString &words)
{
    m_resting = words;
    refresh();
}

void JobPanel::refresh()
{
    int running = 0;
    Job *newest = nullptr;
    for (Job *job : m_jobs.listed()) {
        if (job->isFinished())
            continue;
        ++running;
        newest = newest ? newest : job;
    }
    m_shown = newest;
    if (newest)
        showRunning(*newest, running - 1);
    else
        showResting();
    if (!m_notice.isEmpty())
        showMessage(QStringLiteral("waiting"), m_notice);
}

void JobPanel::showRunning(const Job &job, int others)
{
    const Progress progress = job.progress();
    m_ui->bar->show();
    m_ui->cancelButton->show();
    m_ui->cancelButton->setEnabled(!job.isCancelling());
    m_ui->cancelButton->setAccessibleName(tr("Cancel %1").arg(job.title()));
    // In thousandths, because a QProgressBar counts in int.
    m_ui->bar->setRange(0, progress.total > 0 ? 1000 : 0);
    if (progress.total > 0)
        m_ui->bar->setValue(int(1000.0 * double(progress.done) / double(progress.total)));
    m_ui->bar->setAccessibleName(tr("Progress of %1").arg(job.title()));

    QStringList parts{job.title()};
    const QString how = job.isCancelling() ? tr("Stopping…") : runningText(job);
    if (!how.isEmpty())
        parts << how;
    if (others > 0)
        parts << tr("%n more", nullptr, others);
    showMessage(stateIconName(job), parts.join(QStringLiteral(" · ")));
}

void JobPanel::showResting()
{
    m_ui->bar->hide();
    m_ui->bar->setRange(0, 1);
    m_ui->cancelButton->hide();
    if (m_jobs.listed().isEmpty()) {
        QStringList parts{tr("Nothing is running"), m_resting};
        parts.removeAll(QString());
        showMessage(QStringLiteral("jobs"), parts.join(QStringLiteral(" · ")));
        return;
    }
    const Job &last = *m_jobs.listed().constFirst();
    const QString outcome = outcomeText(last);
    const QString said = outcome.isEmpty() ? stateText(last) : outcome;
    // The first line is enough here; the Jobs page has all of it.
    showMessage(stateIconName(last),
                last.title() + QStringLiteral(" · ") + said.section(QLatin1Char('\n'), 0, 0));
}

void JobPanel::showMessage(const QString &iconName, const QString &words)
{
    m_words = words;
    m_ui->wordsButton->setIcon(icon(iconName));
    m_ui->wordsButton->setAccessibleName(words);
    m_ui->wordsButton->setToolTip(plainToolTip(words));
    elide();
}

void JobPanel::elide()
{
    const int room = m_ui->wordsButton->width() - m_ui->wordsButton->iconSize().width() - 16;
    // '&' would become a mnemonic, and a connection may well be named "A & B".
    QString shown = m_ui->wordsButton->fontMetrics().elidedText(m_words, Qt::ElideRight, std::max(room, 16));
    m_ui->wordsButton->setText(shown.replace(QLatin1Char('&'), QStringLiteral("&&")));
    // The trouble takes at most half of the line.
    QString trouble = m_ui->troubleButton->fontMetrics().elidedText(m_trouble, Qt::ElideRight, width() / 2);
    m_ui->troubleButton->setText(trouble.replace(QLatin1Char('&'), QStringLiteral("&&")));
}

void JobPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    elide();
}

void JobPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        refresh();
    } else if (event->type() == QEvent::PaletteChange) {
        showTroubleIcon();
    }
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
