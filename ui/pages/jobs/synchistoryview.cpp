// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/jobs/synchistoryview.h"

#include "base/text.h"
#include "engine/joblist.h"
#include "kit/format.h"
#include "kit/labels.h"
#include "kit/plaintext.h"
#include "kit/theme.h"
#include "ui_synchistoryview.h"

#include <QCoreApplication>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLocale>

namespace gauge::ui {

SyncHistoryView::SyncHistoryView(engine::Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SyncHistoryView>())
    , m_engine(engine)
    , m_model(new SyncHistoryModel(engine.catalog(), this))
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("syncHistory"));
    m_ui->historyTable->setModel(m_model);
    QHeaderView *header = m_ui->historyTable->header();
    header->setStretchLastSection(true);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(SyncHistoryModel::Outcome, QHeaderView::Stretch);
    connect(m_ui->historyTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &SyncHistoryView::showOutcome);
    connect(m_ui->historyBanner, &ErrorBanner::actionTriggered, this, &SyncHistoryView::read);
    connect(&m_engine.jobs(), &engine::JobList::added, this, &SyncHistoryView::watch);
    showState();
}

SyncHistoryView::~SyncHistoryView() = default;

void SyncHistoryView::setConnection(const std::optional<service::Connection> &connection)
{
    if (connection == m_connection)
        return;
    m_connection = connection;
    m_known.reset();
    m_model->setRecords({});
    read();
}

void SyncHistoryView::watch(Job *added)
{
    const auto *job = qobject_cast<sync::SyncJob *>(added);
    if (!job)
        return;
    connect(job, &Job::finished, this, [this, id = job->connectionId()] {
        if (m_connection && m_connection->id == id)
            read();
    });
}

void SyncHistoryView::read()
{
    const quint64 generation = ++m_generation;
    if (!m_connection || !isVisible()) {
        showState();
        return;
    }
    auto *job = m_engine.syncHistory(*m_connection, most);
    connect(job, &Job::finished, this, [this, job, generation] {
        if (generation != m_generation)
            return;
        if (job->error())
            take(fail(*job->error()));
        else
            take(job->result());
    });
    showState();
}

void SyncHistoryView::take(const Result<std::vector<lake::SyncRecord>> &records)
{
    m_known = records.map([](const auto &all) { return qsizetype(all.size()); });
    m_model->setRecords(records.value_or(std::vector<lake::SyncRecord>()));
    if (m_model->rowCount() > 0 && !m_ui->historyTable->currentIndex().isValid())
        m_ui->historyTable->setCurrentIndex(m_model->index(0, 0));
    showState();
    Q_EMIT answered();
}

void SyncHistoryView::showState()
{
    const bool any = m_model->rowCount() > 0;
    m_ui->historyStack->setCurrentWidget(any ? static_cast<QWidget *>(m_ui->tablePage)
                                             : m_ui->historyEmptyState);
    m_ui->historyTable->setAccessibleName(m_connection ? tr("Earlier syncs of “%1”").arg(m_connection->name)
                                                       : tr("Earlier syncs"));
    showOutcome();
    const bool failed = m_known && !*m_known && m_known->error().kind != ErrorKind::NotFound;
    if (failed)
        m_ui->historyBanner->showError(m_known->error(), tr("&Try again"));
    else
        m_ui->historyBanner->dismiss();
    if (!m_connection)
        showEmpty(tr("No connection yet"), tr("Its syncs appear here once there is one."));
    else if (!m_known)
        showEmpty(tr("Loading"), tr("The history of “%1” is being read.").arg(m_connection->name));
    else if (failed)
        showEmpty(
            tr("Not shown"),
            tr("The history of “%1” could not be read. Nothing in it was changed.").arg(m_connection->name));
    else
        showEmpty(tr("Nothing synced yet"),
                  tr("Every sync of “%1” is written down here, also those of other programs and computers.")
                      .arg(m_connection->name));
}

void SyncHistoryView::showEmpty(const QString &title, const QString &words)
{
    m_ui->historyEmptyState->setContent(QStringLiteral("sync"), title, words);
}

void SyncHistoryView::showOutcome()
{
    const QModelIndex current = m_ui->historyTable->currentIndex();
    const QString words
        = current.siblingAtColumn(SyncHistoryModel::Outcome).data(SyncHistoryModel::TextRole).toString();
    m_ui->historyWords->setText(words);
    m_ui->historyWords->setVisible(!words.isEmpty());
}

void SyncHistoryView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    read();
}

void SyncHistoryView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        m_model->refreshTexts();
        showState();
    }
    QWidget::changeEvent(event);
}

using lake::SyncRecord;

namespace {

struct Look
{
    QString icon;
    Signal signal;
};

Look lookOf(SyncRecord::State state)
{
    switch (state) {
    case SyncRecord::State::Running:
        return {QStringLiteral("running"), Signal::Neutral};
    case SyncRecord::State::Interrupted:
        return {QStringLiteral("stopped"), Signal::Attention};
    case SyncRecord::State::Succeeded:
        return {QStringLiteral("success"), Signal::Good};
    case SyncRecord::State::Failed:
        break;
    }
    return {QStringLiteral("error"), Signal::Bad};
}

bool isFigure(int column)
{
    return column >= SyncHistoryModel::Pages && column <= SyncHistoryModel::Gone;
}

} // namespace

SyncHistoryModel::SyncHistoryModel(catalog::Catalog catalog, QObject *parent)
    : QAbstractTableModel(parent)
    , m_catalog(std::move(catalog))
{}

void SyncHistoryModel::setRecords(std::vector<SyncRecord> records)
{
    if (records == m_records)
        return;
    beginResetModel();
    m_records = std::move(records);
    endResetModel();
}

void SyncHistoryModel::refreshTexts()
{
    if (!m_records.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int SyncHistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_records.size());
}

int SyncHistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SyncHistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SyncRecord &record = m_records[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return withVisibleControls(text(record, index.column()).section(QLatin1Char('\n'), 0, 0),
                                   Layout::Marked);
    case Qt::ToolTipRole:
        return plainToolTip(text(record, index.column()));
    case TextRole:
        return text(record, index.column());
    case Qt::TextAlignmentRole:
        return isFigure(index.column())
            ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter))
            : QVariant();
    case Qt::DecorationRole:
        if (index.column() == Outcome) {
            const Look look = lookOf(record.state);
            return icon(look.icon, signalColor(look.signal, QGuiApplication::palette()));
        }
        return {};
    default:
        return {};
    }
}

QString SyncHistoryModel::text(const SyncRecord &record, int column) const
{
    switch (column) {
    case Started:
        return QLocale().toString(record.started.toLocalTime(), QLocale::ShortFormat);
    case Feed: {
        const catalog::Endpoint *feed = m_catalog.find(record.feed);
        return feed ? QCoreApplication::translate("catalog", feed->title) : record.feed;
    }
    case Kind:
        return record.kind == lake::SyncKind::Refresh  ? tr("Period again")
            : record.kind == lake::SyncKind::Reconcile ? tr("Reconciliation")
            : record.kind == lake::SyncKind::Page      ? tr("Kept page")
                                                       : tr("Sync");
    case Part:
        return partText(record);
    case Pages:
        return countText(record.pages);
    case Received:
        return countText(record.counts.received);
    case New:
        return countText(record.counts.inserted);
    case Changed:
        return countText(record.counts.changed);
    case Gone:
        return countText(record.counts.gone);
    case Outcome:
        return record.state == SyncRecord::State::Running    ? tr("running")
            : record.state == SyncRecord::State::Interrupted ? tr("was interrupted; what came is kept")
            : record.state == SyncRecord::State::Succeeded   ? tr("done")
                                                             : record.error;
    default:
        return {};
    }
}

//! The canonical text of a scope, its parts in words where it has a date in them.
QString SyncHistoryModel::partText(const SyncRecord &record) const
{
    if (record.scope.isEmpty())
        return tr("all");
    const catalog::Endpoint *feed = m_catalog.find(record.feed);
    QStringList words;
    const QStringList parts = record.scope.split(QLatin1Char('&'));
    for (const QString &part : parts) {
        const QString name = part.section(QLatin1Char('='), 0, 0);
        const QString value = part.section(QLatin1Char('='), 1);
        const QString field = value.section(QLatin1Char(':'), 0, 0);
        const catalog::Column *column = feed ? feed->column(field) : nullptr;
        if (name == QLatin1String("period"))
            words << (column ? QCoreApplication::translate("catalog", column->title) : field)
                    + QLatin1Char(' ')
                    + value.section(QLatin1Char(':'), 1).replace(QLatin1String(".."), QStringLiteral(" – "));
        else if (name == QLatin1String("filter"))
            words << tr("filter %1").arg(value);
        else
            words << part;
    }
    return words.join(QStringLiteral(", "));
}

QVariant SyncHistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter)
                                   | (isFigure(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    const std::array<QString, ColumnCount> titles{tr("Started"), tr("Feed"),     tr("Kind"), tr("Part"),
                                                  tr("Pages"),   tr("Received"), tr("New"),  tr("Changed"),
                                                  tr("Gone"),    tr("Outcome")};
    return titles[std::size_t(section)];
}

} // namespace gauge::ui
