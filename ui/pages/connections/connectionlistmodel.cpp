// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/connectionlistmodel.h"

#include "base/text.h"
#include "engine/lakesession.h"
#include "kit/format.h"
#include "kit/labels.h"
#include "kit/onresult.h"
#include "kit/plaintext.h"
#include "kit/theme.h"
#include "lake/postgres/encryption.h"
#include "lake/state/lease.h"
#include "pages/connections/connectionwords.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QPixmap>
#include <QtConcurrentRun>

namespace gauge::ui {

using service::Connection;

ConnectionListModel::ConnectionListModel(engine::Engine &engine, QObject *parent)
    : QAbstractTableModel(parent)
    , m_engine(engine)
{
    connect(&m_engine, &engine::Engine::connectionsChanged, this, &ConnectionListModel::reload);
}

void ConnectionListModel::reload()
{
    auto *job = m_engine.loadConnections();
    connect(job, &Job::finished, this, [this, job] {
        if (job->error()) {
            Q_EMIT loadFailed(*job->error());
            return;
        }
        take(job->result());
        Q_EMIT loaded();
    });
}

void ConnectionListModel::take(const std::vector<Connection> &connections)
{
    std::vector<Entry> entries;
    for (const Connection &connection : connections) {
        const int known = rowOf(connection.id);
        const bool sameLake = known >= 0 && m_engine.lakeOf(*at(known)) == m_engine.lakeOf(connection);
        entries.push_back({connection, sameLake ? m_entries[std::size_t(known)].facts : std::nullopt});
    }
    std::ranges::sort(entries, [](const Entry &a, const Entry &b) {
        return a.connection.name.localeAwareCompare(b.connection.name) < 0;
    });
    beginResetModel();
    m_entries = std::move(entries);
    m_loaded = true;
    endResetModel();
    for (const Connection &connection : connections)
        refreshFacts(connection.id);
}

void ConnectionListModel::refreshFacts(const QString &id)
{
    const Connection *connection = find(id);
    if (!connection)
        return;
    const lake::Location lake = m_engine.lakeOf(*connection);
    const std::shared_ptr<engine::LakeSession> session = m_engine.session(*connection);
    // The answer keeps the session alive until it has come.
    onResult(session->status(), this,
             [this, id, lake, session](const Result<std::vector<lake::FeedStatus>> &status) {
                 const Connection *asked = find(id);
                 if (!asked || m_engine.lakeOf(*asked) != lake)
                     return; // it has another lake by now
                 if (!status) {
                     setFacts(id, std::nullopt);
                     return;
                 }
                 LakeFacts facts;
                 facts.feeds = *status;
                 for (const lake::FeedStatus &feed : *status) {
                     facts.records += feed.records;
                     if (feed.heldBy && !lake::isThisProcess(*feed.heldBy))
                         facts.heldElsewhere.push_back(feed);
                 }
                 measure(id, facts, lake);
             });
}

void ConnectionListModel::refreshAllFacts()
{
    for (const Entry &entry : m_entries)
        refreshFacts(entry.connection.id);
}

void ConnectionListModel::measure(const QString &id, LakeFacts facts, const lake::Location &lake)
{
    if (!lake.isFile()) { // its size is the database administrator's affair
        setFacts(id, facts);
        return;
    }
    // What was written last may still be in the write-ahead log.
    const QFuture<qint64> size = QtConcurrent::run([path = lake.text()] {
        return QFileInfo(path).size() + QFileInfo(path + QStringLiteral("-wal")).size();
    });
    onResult(size, this, [this, id, facts](qint64 bytes) mutable {
        facts.bytes = bytes;
        setFacts(id, facts);
    });
}

void ConnectionListModel::setFacts(const QString &id, std::optional<LakeFacts> facts)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    m_entries[std::size_t(row)].facts = std::move(facts);
    Q_EMIT dataChanged(index(row, LastSync), index(row, Size));
    Q_EMIT factsChanged(id);
}

void ConnectionListModel::refreshTexts()
{
    if (!m_entries.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

const Connection *ConnectionListModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_entries[std::size_t(row)].connection : nullptr;
}

const Connection *ConnectionListModel::find(const QString &id) const
{
    return at(rowOf(id));
}

int ConnectionListModel::rowOf(const QString &id) const
{
    const auto found
        = std::ranges::find(m_entries, id, [](const Entry &entry) { return entry.connection.id; });
    return found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

const std::optional<LakeFacts> &ConnectionListModel::facts(int row) const
{
    return m_entries.at(std::size_t(row)).facts;
}

SyncTrouble ConnectionListModel::trouble(int row) const
{
    const Entry &entry = m_entries.at(std::size_t(row));
    return entry.facts
        ? syncTrouble(entry.connection, entry.facts->feeds, m_engine.catalog(), m_engine.clock().now())
        : SyncTrouble();
}

QStringList ConnectionListModel::names() const
{
    QStringList names;
    for (const Entry &entry : m_entries)
        names << entry.connection.name;
    return names;
}

bool ConnectionListModel::hasSample() const
{
    return std::ranges::any_of(m_entries, [](const Entry &entry) { return entry.connection.isSample(); });
}

int ConnectionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int ConnectionListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ConnectionListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return withVisibleControls(text(entry, index.column()), Layout::Marked);
    case Qt::ToolTipRole:
        if (index.column() == Size && isOpenToOthers(entry))
            return plainToolTip(lake::warningOf(lake::Encryption::Open));
        return plainToolTip(text(entry, index.column()));
    case Qt::TextAlignmentRole:
        if (index.column() == Records || index.column() == Size)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    case Qt::DecorationRole:
        if (index.column() == Name) {
            QPixmap swatch(8, 16);
            swatch.fill(accentColor(entry.connection.id, QGuiApplication::palette()));
            return swatch;
        }
        if ((index.column() == LastSync && trouble(index.row()).kind != SyncTrouble::Kind::None)
            || (index.column() == Size && isOpenToOthers(entry)))
            return icon(QStringLiteral("warning"),
                        signalColor(Signal::Attention, QGuiApplication::palette()));
        return {};
    default:
        return {};
    }
}

//! Whether its lake is in a database that may be spoken to without TLS.
bool ConnectionListModel::isOpenToOthers(const Entry &entry) const
{
    return lake::protectionOf(m_engine.lakeOf(entry.connection)).encryption == lake::Encryption::Open;
}

QString ConnectionListModel::text(const Entry &entry, int column) const
{
    switch (column) {
    case Name:
        return entry.connection.name;
    case Region:
        return regionText(entry.connection);
    case ClientId:
        return entry.connection.clientId.isEmpty() ? QStringLiteral("–") : entry.connection.clientId;
    case SecretIn:
        return secretPlaceText(entry.connection);
    case Records:
        return entry.facts ? countText(entry.facts->records) : QStringLiteral("–");
    case Size:
        if (isOpenToOthers(entry))
            return tr("TLS not required");
        return entry.facts && entry.facts->bytes ? sizeText(*entry.facts->bytes) : QStringLiteral("–");
    case LastSync:
        if (entry.facts && !entry.facts->heldElsewhere.empty())
            return tr("being synced elsewhere");
        return lakeStateText(entry.facts ? entry.facts->feeds : std::vector<lake::FeedStatus>(),
                             m_engine.clock().now());
    default:
        return {};
    }
}

QVariant ConnectionListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter)
            | (section == Records || section == Size ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    const std::array<QString, ColumnCount> titles{
        tr("Name"),      tr("Region"),  tr("Client ID"), tr("Secret kept in"),
        tr("Last sync"), tr("Records"), tr("Size")};
    return titles[std::size_t(section)];
}

} // namespace gauge::ui
