// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "kit/syncstate.h"

#include <QAbstractTableModel>

namespace gauge::ui {

//! What the local copy of a connection holds, as far as it is known.
struct LakeFacts
{
    qint64 records = 0;
    std::optional<qint64> bytes; //!< of a file
    std::vector<lake::FeedStatus> feeds; //!< each with how its syncs went
    std::vector<lake::FeedStatus> heldElsewhere; //!< feeds that another process syncs
};

//! The saved connections, sorted by name, with what their lakes hold. Follows the engine; everything
//! is read in the background.
class ConnectionListModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Region, ClientId, SecretIn, LastSync, Records, Size, ColumnCount };

    explicit ConnectionListModel(engine::Engine &engine, QObject *parent = nullptr);

    void reload();
    //! Looks again into the lake of \a id, e.g. after a sync.
    void refreshFacts(const QString &id);
    //! The same for all: others may have begun or ended a sync.
    void refreshAllFacts();
    //! Repaints relative times and translated words.
    void refreshTexts();

    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    //! Nullptr when there is none; valid until the next reload.
    [[nodiscard]] const service::Connection *find(const QString &id) const;
    [[nodiscard]] const service::Connection *at(int row) const;
    [[nodiscard]] int rowOf(const QString &id) const; //!< -1 when there is none
    [[nodiscard]] const std::optional<LakeFacts> &facts(int row) const;
    //! What a person should know about the syncs of the connection in \a row.
    [[nodiscard]] SyncTrouble trouble(int row) const;
    [[nodiscard]] QDateTime now() const { return m_engine.clock().now(); } //!< what "ago" counts from
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] bool hasSample() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void loaded();
    void loadFailed(const gauge::Error &error);
    void factsChanged(const QString &id);

private:
    struct Entry
    {
        service::Connection connection;
        std::optional<LakeFacts> facts;
    };
    void take(const std::vector<service::Connection> &connections);
    void setFacts(const QString &id, std::optional<LakeFacts> facts);
    void measure(const QString &id, LakeFacts facts, const lake::Location &lake);
    bool isOpenToOthers(const Entry &entry) const;
    QString text(const Entry &entry, int column) const;

    engine::Engine &m_engine;
    std::vector<Entry> m_entries;
    bool m_loaded = false;
};

} // namespace gauge::ui
