// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/sql/connection.h"
#include "lake/sqlite/logmerger.h"

#include <QSqlDatabase>

#include <optional>

struct sqlite3;

namespace gauge::lake {

//! What marks a SQLite file as a lake of ours ("GgDk").
inline constexpr int applicationId = 0x4767446b;

//! Storage error unless \a ofQtSql and \a linked are the same build of SQLite. Each build knows only its own
//! descriptors of a file, so that two in one process drop each other's locks.
[[nodiscard]] Result<void> checkSameLibrary(const QString &ofQtSql, const QString &linked);

//! What SQLite last complained about on \a handle, in words.
[[nodiscard]] Error storageError(sqlite3 *handle);

//! Looks before a connection touches the file at \a path: what is not a lake stays as it is. Storage error in
//! words; nothing where there is no file yet.
[[nodiscard]] Result<void> checkLakeFile(const QString &path);

//! A connection to a lake in a SQLite file.
class SqliteConnection final : public SqlConnection
{
public:
    //! Opens for reading and writing; makes the file (0600) when there is none. \a options: more of Qt's
    //! driver.
    [[nodiscard]] static Result<std::unique_ptr<SqlConnection>> openWriting(const QString &path,
                                                                            const QString &options = {});
    //! Opens for reading; NotFound when there is nothing yet.
    [[nodiscard]] static Result<std::unique_ptr<SqlConnection>> openReading(const QString &path);
    ~SqliteConnection() override;

    [[nodiscard]] Result<void> run(std::string_view sql) override;
    [[nodiscard]] Result<std::unique_ptr<PreparedStatement>> prepare(std::string_view sql) const override;
    [[nodiscard]] const Dialect &dialect() const override;
    [[nodiscard]] bool inTransaction() const override;
    [[nodiscard]] Result<void> makeCommitsDurable() override { return run("PRAGMA synchronous=FULL"); }
    [[nodiscard]] Result<std::unique_ptr<FeedStore>> openFeed(const FeedLayout &layout) override;
    [[nodiscard]] Result<void> ensureSearch(const FeedLayout &layout) override;
    [[nodiscard]] Result<qint64> layout() override;
    [[nodiscard]] Result<void> setLayout(qint64 version) override;
    [[nodiscard]] Result<qint64> schemaVersion() override;
    [[nodiscard]] Result<QStringList> tables() override;
    [[nodiscard]] Result<std::vector<StoredColumn>> columnsOf(const QString &table) override;
    [[nodiscard]] Result<void> vacuum(const QStringList &tables) override;
    [[nodiscard]] Result<void> checkpointWal() override;
    [[nodiscard]] bool readFiles(qsizetype overlap,
                                 const std::function<void(const QByteArray &)> &look) const override;
    [[nodiscard]] Result<void> replaceBodies(const std::string &table, const char *key,
                                             std::span<const PackedBody> bodies) override;
    [[nodiscard]] Result<QStringList> integrityErrors(bool everyEntry) override;
    [[nodiscard]] bool isDamage(const Error &error) const override;

    [[nodiscard]] sqlite3 *handle() const { return m_handle; }
    [[nodiscard]] Error lastError() const { return storageError(m_handle); }

private:
    SqliteConnection(QString path, QString name);
    [[nodiscard]] Result<void> begin(bool writing) override;
    void setStopToken(const std::stop_token *stop) override;
    [[nodiscard]] Result<void> open(const QString &options, const QString &file);
    [[nodiscard]] Result<void> openForReading();
    [[nodiscard]] Result<void> checkIdentity();
    [[nodiscard]] Result<void> tuneForWriting();

    const QString m_path;
    const QString m_name;
    QSqlDatabase m_database;
    sqlite3 *m_handle = nullptr;
    std::optional<WalCheckpointer> m_logMerger; //!< of a writer
};

} // namespace gauge::lake
