// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/maintenance/relocation.h"

#include "lake/open/open.h"
#include "lake/sql/errors.h"
#include "lake/sql/statement.h"
#include "lake/sqlite/lakefiles.h"
#include "lake/state/lease.h"
#include "lake/state/schema.h"
#include "lake/write/lakewriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace gauge::lake {

namespace {

Result<QStringList> texts(SqlConnection &connection, std::string_view sql)
{
    GAUGE_TRY(auto statement, Statement::prepare(connection, sql));
    QStringList found;
    GAUGE_CHECK(statement.forEachRow([&] { found.append(statement.string(0)); }));
    return found;
}

Result<qint64> countRecords(SqlConnection &connection, qint64 layout)
{
    constexpr qint64 layoutWithProvenance = 2;
    GAUGE_TRY(const auto tables, texts(connection, "SELECT records_table FROM lake_feeds"));
    qint64 records = 0;
    for (const QString &table : tables) {
        auto count = connection.number("SELECT count(*) FROM " + quoted(table));
        if (count && layout >= layoutWithProvenance) {
            const auto gone
                = connection.number("SELECT count(*) FROM " + quoted(table + QStringLiteral("_raw"))
                                    + " WHERE gone_sync IS NOT NULL");
            count = gone ? *count - *gone : gone;
        }
        if (!count)
            return count;
        records += *count;
    }
    return records;
}

Result<std::optional<LeaseHolder>> anyHolder(SqlConnection &connection, const QDateTime &now)
{
    GAUGE_TRY(const auto held, texts(connection, "SELECT feed FROM lake_leases"));
    for (const QString &feed : held) {
        auto holder = activeHolder(connection, feed, now);
        if (!holder || *holder)
            return holder;
    }
    return std::nullopt;
}

} // namespace

Result<PlaceReport> lookAt(const Location &location, const QDateTime &now, const std::stop_token &stop)
{
    const auto connection = openReading(location, stop);
    if (stop.stop_requested())
        return fail(cancelled());
    PlaceReport report;
    if (!connection && connection.error().kind == ErrorKind::NotFound)
        return report;
    if (!connection)
        return fail(connection.error());
    const StopGuard guard(**connection, stop);
    GAUGE_TRY(const auto transaction, Transaction::begin(**connection, Transaction::Kind::Read));
    GAUGE_TRY(const auto layout, (*connection)->layout());
    if (layout == 0) // a writer was killed before its first commit
        return report;
    report.exists = true;
    GAUGE_TRY(report.records, countRecords(**connection, layout));
    GAUGE_TRY(report.owner, readOwner(**connection));
    GAUGE_TRY(report.holder, anyHolder(**connection, now));
    return report;
}

Result<bool> removeLake(const Location &location)
{
    GAUGE_TRY(const auto found, lookAt(location, {}, {}));
    if (!found.exists)
        return false;
    auto removed = location.isFile() ? deleteLake(location.text()) : LakeWriter::dropSchema(location);
    return removed ? Result<bool>(true) : fail(std::move(removed.error()));
}

LakeMove::LakeMove(QString from, QString to, QDateTime now)
    : m_from(std::move(from))
    , m_to(std::move(to))
    , m_now(std::move(now))
{}

Result<std::unique_ptr<LakeMove>> LakeMove::copy(const QString &from, const QString &to, const QDateTime &now,
                                                 std::stop_token stop, const OnProgress &progress)
{
    if (QFileInfo::exists(to)) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("lake",
                                                "%1 exists already and was not changed. Choose another name, "
                                                "or use that file as the local copy without moving.")
                        .arg(QDir::toNativeSeparators(to)));
    }
    // Looks before it touches, and never makes a lake.
    if (auto reading = openReading(from); !reading)
        return fail(std::move(reading.error()));
    std::unique_ptr<LakeMove> move(new LakeMove(from, to, now));
    GAUGE_TRY(move->m_connection, openWriting(from));
    GAUGE_CHECK(migrate(*move->m_connection, layoutSteps()));
    GAUGE_TRY(auto transaction, Transaction::begin(*move->m_connection, Transaction::Kind::Write));
    move->m_transaction.emplace(std::move(transaction));
    GAUGE_TRY(const auto holder, anyHolder(*move->m_connection, now));
    if (holder)
        return fail(inUse(*holder));
    GAUGE_TRY([[maybe_unused]] const auto report, backup(from, to, false, std::move(stop), progress));
    move->m_isCopied = true;
    return move;
}

LakeMove::~LakeMove()
{
    if (m_isCopied && !m_isFinished)
        QFile::remove(m_to);
}

Result<void> LakeMove::finish()
{
    m_isFinished = true;
    auto noted = noteMove(*m_connection, m_to, m_now);
    if (noted)
        noted = m_transaction->commit();
    m_transaction.reset();
    m_connection.reset();
    // Without that note somebody might still write there.
    return noted ? deleteLake(m_from) : noted;
}

} // namespace gauge::lake
