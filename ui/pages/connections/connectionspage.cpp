// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/connectionspage.h"

#include "kit/format.h"
#include "kit/labels.h"
#include "kit/theme.h"
#include "pages/connections/connectioneditor.h"
#include "pages/connections/connectionwords.h"
#include "ui_connectionspage.h"

#include <QDir>
#include <QEvent>
#include <QHeaderView>

namespace gauge::ui {

using service::Connection;

ConnectionsPage::ConnectionsPage(engine::Engine &engine, ConnectionListModel &model, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_model(model)
    , m_ui(std::make_unique<Ui::ConnectionsPage>())
    , m_editor(new ConnectionEditor(engine, this))
{
    m_ui->setupUi(this);
    makePageTitle(m_ui->titleLabel);
    makePageTitle(m_ui->editorTitle);
    m_editor->setObjectName(QStringLiteral("connectionEditor"));
    m_ui->editorColumnLayout->addWidget(m_editor);
    m_ui->table->setModel(&m_model);
    QHeaderView *header = m_ui->table->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ConnectionListModel::Name, QHeaderView::Stretch);
    header->setMinimumSectionSize(56);
    m_ui->addButton->setIcon(icon(QStringLiteral("plus")));
    m_ui->editButton->setIcon(icon(QStringLiteral("edit")));
    m_ui->syncButton->setIcon(icon(QStringLiteral("sync")));
    m_ui->removeButton->setIcon(icon(QStringLiteral("trash")));
    m_ui->readAgainButton->setIcon(icon(QStringLiteral("sync")));
    m_ui->confirmFrame->hide();
    wire();
    applyTexts();
    updateActions();
}

ConnectionsPage::~ConnectionsPage() = default;

void ConnectionsPage::wire()
{
    connect(m_ui->table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        m_ui->confirmFrame->hide();
        if (const Connection *connection = current())
            m_currentId = connection->id;
        updateActions();
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        const int row = std::max(0, m_model.rowOf(m_currentId));
        m_ui->table->setCurrentIndex(m_model.index(row, 0));
        updateActions();
    });
    connect(m_ui->table, &QTreeView::activated, this, [this] {
        if (const Connection *connection = current())
            Q_EMIT openRequested(connection->id);
    });
    connect(m_ui->addButton, &QPushButton::clicked, this, &ConnectionsPage::addNew);
    connect(m_ui->sampleButton, &QPushButton::clicked, this, &ConnectionsPage::sampleRequested);
    connect(m_ui->editButton, &QPushButton::clicked, this, &ConnectionsPage::editCurrent);
    connect(m_ui->testSelectedButton, &QPushButton::clicked, this, &ConnectionsPage::test);
    connect(m_ui->syncButton, &QPushButton::clicked, this, [this] {
        if (const Connection *connection = current())
            Q_EMIT syncRequested(connection->id);
    });
    connect(m_ui->readAgainButton, &QPushButton::clicked, this, [this] {
        if (const Connection *connection = current())
            Q_EMIT readAgainRequested(connection->id);
    });
    connect(m_ui->forgetButton, &QPushButton::clicked, this, [this] {
        if (const Connection *connection = current())
            Q_EMIT forgetRequested(connection->id);
    });
    connect(&m_model, &ConnectionListModel::factsChanged, this, &ConnectionsPage::showHolders);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &ConnectionsPage::askToRemove);
    connect(m_ui->confirmButton, &QPushButton::clicked, this, &ConnectionsPage::remove);
    connect(m_ui->keepButton, &QPushButton::clicked, this, [this] {
        m_ui->confirmFrame->hide();
        m_ui->removeButton->setFocus(Qt::OtherFocusReason);
    });
    connect(m_ui->pageBusyStrip, &BusyStrip::cancelTriggered, this, [this] {
        if (m_job)
            m_job->cancel();
    });
    connect(m_editor, &ConnectionEditor::saved, this, &ConnectionsPage::onSaved);
    connect(m_editor, &ConnectionEditor::cancelled, this, &ConnectionsPage::closeEditor);
}

const Connection *ConnectionsPage::current() const
{
    return m_model.at(m_ui->table->currentIndex().row());
}

void ConnectionsPage::setSyncing(const QSet<QString> &ids)
{
    m_syncing = ids;
    updateActions();
}

void ConnectionsPage::updateActions()
{
    const Connection *connection = current();
    const bool idle = !m_job;
    const bool syncing = connection && m_syncing.contains(connection->id);
    m_ui->editButton->setEnabled(connection && idle && !connection->isSample());
    m_ui->testSelectedButton->setEnabled(connection && idle);
    m_ui->syncButton->setEnabled(connection && !syncing);
    m_ui->readAgainButton->setEnabled(connection && !syncing);
    m_ui->forgetButton->setEnabled(connection);
    m_ui->removeButton->setEnabled(connection && idle && !syncing);
    m_ui->removeButton->setToolTip(syncing ? tr("Cancel its sync first") : QString());
    m_ui->sampleButton->setVisible(m_model.isLoaded() && !m_model.hasSample());
    showHolders();
}

void ConnectionsPage::showHolders()
{
    QString words;
    QStringList feeds;
    if (const Connection *connection = current()) {
        const std::optional<LakeFacts> &facts = m_model.facts(m_model.rowOf(connection->id));
        const QDateTime now = m_engine.clock().now();
        if (facts) {
            words = holdersText(facts->heldElsewhere, m_engine.catalog(), now);
            feeds = feedLines(facts->feeds, m_engine.catalog(), now);
        }
    }
    m_ui->feedsLabel->setText(feeds.join(QLatin1Char('\n')));
    m_ui->feedsLabel->setVisible(!feeds.isEmpty());
    m_ui->holderLabel->setText(words);
    m_ui->holderLabel->setVisible(!words.isEmpty());
}

void ConnectionsPage::lookAgain()
{
    if (isVisible())
        m_model.refreshAllFacts();
}

void ConnectionsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    lookAgain();
}

void ConnectionsPage::addNew()
{
    m_secretAsked = false;
    m_editor->setTakenNames(m_model.names());
    m_editor->setNew();
    m_ui->editorTitle->setText(tr("New connection"));
    m_ui->stack->setCurrentWidget(m_ui->editorView);
    m_editor->findChild<QWidget *>(QStringLiteral("nameEdit"))->setFocus(Qt::OtherFocusReason);
}

void ConnectionsPage::editCurrent()
{
    const Connection *connection = current();
    if (!connection)
        return;
    m_secretAsked = false;
    m_editor->setTakenNames(m_model.names());
    m_ui->editorTitle->setText(tr("Edit “%1”").arg(connection->name));
    m_editor->setConnection(*connection);
    m_ui->stack->setCurrentWidget(m_ui->editorView);
    m_editor->findChild<QWidget *>(QStringLiteral("nameEdit"))->setFocus(Qt::OtherFocusReason);
}

void ConnectionsPage::select(const QString &id)
{
    m_ui->table->setCurrentIndex(m_model.index(m_model.rowOf(id), 0));
}

void ConnectionsPage::edit(const QString &id)
{
    m_ui->table->setCurrentIndex(m_model.index(m_model.rowOf(id), 0));
    editCurrent();
}

void ConnectionsPage::askForSecret(const QString &id, const QString &words)
{
    edit(id);
    m_secretAsked = true;
    m_editor->askForSecret(words);
}

void ConnectionsPage::closeEditor()
{
    m_ui->stack->setCurrentWidget(m_ui->listView);
    m_ui->table->setFocus(Qt::OtherFocusReason);
}

void ConnectionsPage::onSaved(const Connection &connection)
{
    const bool wasNew = m_model.rowOf(connection.id) < 0;
    m_currentId = connection.id;
    closeEditor();
    if (wasNew || m_secretAsked)
        Q_EMIT connected(connection);
    m_secretAsked = false;
}

void ConnectionsPage::test()
{
    const Connection *connection = current();
    if (!connection || m_job)
        return;
    auto *job = m_engine.testConnection(*connection, {});
    m_job = job;
    m_ui->connectionsBanner->dismiss();
    m_ui->pageBusyStrip->start(tr("Asking the service of “%1”…").arg(connection->name), true);
    updateActions();
    connect(job, &Job::finished, this, [this, job, name = connection->name] {
        m_job = nullptr;
        m_ui->pageBusyStrip->stop();
        updateActions();
        if (job->error())
            m_ui->connectionsBanner->showError(*job->error());
        else
            m_ui->connectionsBanner->showMessage(
                job->result().readableFeeds.isEmpty() ? ErrorBanner::Severity::Warning
                                                      : ErrorBanner::Severity::Success,
                name + QStringLiteral(": ") + reportText(job->result(), m_engine.catalog()));
    });
}

void ConnectionsPage::askToRemove()
{
    const Connection *connection = current();
    if (!connection)
        return;
    m_removing = *connection;
    const std::optional<LakeFacts> &facts = m_model.facts(m_model.rowOf(connection->id));
    m_ui->confirmLabel->setText(
        tr("Remove “%1”? Its secret is deleted from this computer. Nothing changes in "
           "CustomerGauge.")
            .arg(connection->name));
    // A copy that others use as well is not this connection's to delete.
    m_ui->deleteLakeCheck->setVisible(!m_engine.lakeOf(*connection).isShared());
    m_ui->deleteLakeCheck->setText(facts && facts->bytes
                                       ? tr("Also &delete the local copy (records: %1, size: %2)")
                                             .arg(countText(facts->records), sizeText(*facts->bytes))
                                       : tr("Also &delete the local copy"));
    m_ui->deleteLakeCheck->setChecked(connection->isSample());
    m_ui->confirmFrame->show();
    m_ui->keepButton->setFocus(Qt::OtherFocusReason);
}

void ConnectionsPage::remove()
{
    m_ui->confirmFrame->hide();
    if (m_job)
        return;
    const bool keepLake = !m_ui->deleteLakeCheck->isChecked();
    auto *job = m_engine.removeConnection(m_removing, keepLake);
    m_job = job;
    m_ui->connectionsBanner->dismiss();
    m_ui->pageBusyStrip->start(tr("Removing “%1”…").arg(m_removing.name), false);
    updateActions();
    connect(job, &Job::finished, this, [this, job, keepLake, name = m_removing.name] {
        m_job = nullptr;
        m_ui->pageBusyStrip->stop();
        updateActions();
        if (job->error())
            m_ui->connectionsBanner->showError(*job->error());
        else if (!keepLake && !job->result().lakeRemoved)
            m_ui->connectionsBanner->showMessage(
                ErrorBanner::Severity::Warning,
                tr("“%1” is removed. Its local copy %2 is kept: %3")
                    .arg(name, QDir::toNativeSeparators(job->result().lake), job->result().reason));
        m_ui->table->setFocus(Qt::OtherFocusReason);
    });
}

void ConnectionsPage::showError(const Error &error)
{
    m_ui->connectionsBanner->showError(error);
}

void ConnectionsPage::applyTexts()
{
    m_ui->table->setAccessibleName(tr("Connections"));
    m_model.refreshTexts();
}

void ConnectionsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        const QString title = m_ui->editorTitle->text();
        m_ui->retranslateUi(this);
        m_ui->confirmFrame->hide();
        m_ui->editorTitle->setText(m_editor->isNew() ? tr("New connection") : title);
        applyTexts();
        showHolders();
    }
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
