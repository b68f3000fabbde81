// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/read/uploadhistory.h"

#include "lake/open/open.h"
#include "lake/sql/connection.h"
#include "lake/sql/statement.h"
#include "lake/state/lease.h"
#include "lake/state/schema.h"
#include "lake/state/synclog.h"

#include <array>
#include <limits>

namespace gauge::lake {

namespace {

constexpr std::array states{UploadRowState::NotSent, UploadRowState::Sending, UploadRowState::Accepted,
                            UploadRowState::Refused, UploadRowState::Unknown};

//! Of a word that nobody knows one had better not send the row again.
UploadRowState stateOf(const QString &name)
{
    const auto found = std::find_if(states.begin(), states.end(),
                                    [&](UploadRowState state) { return rowStateName(state) == name; });
    return found == states.end() ? UploadRowState::Unknown : *found;
}

UploadEntry recordAt(const Statement &statement)
{
    UploadEntry record;
    record.id = statement.integer(0);
    record.started = timeAt(statement, 1);
    if (!statement.isNull(2))
        record.finished = timeAt(statement, 2);
    int at = 2;
    for (QString *text : {&record.connection, &record.configuration, &record.recordType, &record.file,
                          &record.sha256, &record.error})
        *text = statement.string(++at);
    for (qint64 *number : {&record.bytes, &record.counts.accepted, &record.counts.refused,
                           &record.counts.unknown, &record.counts.notSent})
        *number = statement.integer(++at);
    record.folder = statement.string(++at);
    record.host = statement.string(++at);
    record.state = record.finished ? UploadEntry::State::Done : UploadEntry::State::Stopped;
    return record;
}

//! Of an upload that has no end yet: its rows are written down many times a second, their number only then.
Result<void> countRows(SqlConnection &connection, UploadEntry &record)
{
    GAUGE_TRY(auto statement,
              Statement::prepare(connection,
                                 "SELECT state, count(*) FROM lake_upload_rows "
                                 "WHERE upload=? AND row_number BETWEEN 1 AND ? GROUP BY state"));
    statement.bind(1, record.id);
    statement.bind(2, record.counts.total());
    record.counts = {0, 0, 0, record.counts.total()};
    return statement.forEachRow([&] {
        record.counts.add(UploadRowState::NotSent, -statement.integer(1));
        record.counts.add(stateOf(statement.string(0)), statement.integer(1));
    });
}

bool mentions(const UploadEntry &record, const QString &text)
{
    const auto has = [&](const QString &value) { return value.contains(text, Qt::CaseInsensitive); };
    return has(record.connection) || has(record.configuration) || has(record.recordType) || has(record.file);
}

} // namespace

//! A row that is on its way is unknown if nobody writes down more.
void UploadCounts::add(UploadRowState state, qint64 rows)
{
    switch (state) {
    case UploadRowState::NotSent:
        notSent += rows;
        break;
    case UploadRowState::Accepted:
        accepted += rows;
        break;
    case UploadRowState::Refused:
        refused += rows;
        break;
    case UploadRowState::Sending:
    case UploadRowState::Unknown:
        unknown += rows;
        break;
    }
}

QString rowStateName(UploadRowState state)
{
    switch (state) {
    case UploadRowState::NotSent:
        return QStringLiteral("not-sent");
    case UploadRowState::Sending:
        return QStringLiteral("sending");
    case UploadRowState::Accepted:
        return QStringLiteral("accepted");
    case UploadRowState::Refused:
        return QStringLiteral("refused");
    case UploadRowState::Unknown:
        return QStringLiteral("unknown");
    }
    return {};
}

QString uploadLease(qint64 id)
{
    return QStringLiteral("upload:%1").arg(id);
}

Result<std::vector<UploadEntry>> readUploads(SqlConnection &connection, std::string_view condition,
                                             const QStringList &texts, qint64 limit, const QDateTime &now)
{
    // Only writing brings a lake up to date.
    GAUGE_TRY(const auto layout, connection.layout());
    std::string sql = "SELECT id, started, finished, connection, configuration, record_type, file, sha256, "
                      "error, bytes, accepted, refused, unknown, not_sent, ";
    sql += layout < layoutWithRowContents ? "'', ''" : "folder, host";
    sql += " FROM lake_uploads WHERE ";
    sql += condition;
    sql += " ORDER BY id DESC LIMIT ?";
    GAUGE_TRY(auto statement, Statement::prepare(connection, sql));
    int at = 0;
    for (const QString &text : texts)
        statement.bind(++at, text);
    statement.bind(++at, limit);
    std::vector<UploadEntry> records;
    GAUGE_CHECK(statement.forEachRow([&] { records.push_back(recordAt(statement)); }));
    for (UploadEntry &record : records) {
        if (record.finished)
            continue;
        GAUGE_CHECK(countRows(connection, record));
        GAUGE_TRY(const auto held, isHeld(connection, uploadLease(record.id), now));
        if (held)
            record.state = UploadEntry::State::Running;
        else if (record.error.isEmpty())
            record.state = UploadEntry::State::Interrupted;
    }
    return records;
}

Result<void> readUploadRows(SqlConnection &connection, qint64 id, UploadRows which,
                            std::optional<UploadRowState> only, const UploadHistory::Visitor &visit)
{
    GAUGE_TRY(const auto layout, connection.layout());
    std::string sql = "SELECT row_number, line, state, message, changed, ";
    sql += layout < layoutWithRowContents ? "''" : "content";
    sql += " FROM lake_upload_rows WHERE upload=?";
    if (which == UploadRows::OfFile)
        sql += " AND row_number>0";
    if (only)
        sql += " AND state=?";
    sql += " ORDER BY row_number";
    GAUGE_TRY(auto statement, Statement::prepare(connection, sql));
    statement.readInBatches();
    statement.bind(1, id);
    if (only)
        statement.bind(2, rowStateName(*only));
    for (;;) {
        GAUGE_TRY(const auto row, statement.step());
        if (!row
            || !visit({statement.integer(0), statement.integer(1), stateOf(statement.string(2)),
                       statement.string(3), timeAt(statement, 4), statement.string(5)}))
            return {};
    }
}

UploadHistory::UploadHistory(std::unique_ptr<SqlConnection> connection)
    : m_connection(std::move(connection))
{}

UploadHistory::~UploadHistory() = default;
UploadHistory::UploadHistory(UploadHistory &&other) noexcept = default;

Result<UploadHistory> UploadHistory::open(const Location &location, std::stop_token closing)
{
    auto connection = openReading(location, std::move(closing));
    if (!connection) {
        if (connection.error().kind == ErrorKind::NotFound)
            return UploadHistory(nullptr);
        return fail(std::move(connection.error()));
    }
    GAUGE_TRY(const auto layout, (*connection)->layout());
    return UploadHistory(layout < layoutWithUploads ? nullptr : std::move(*connection));
}

Result<std::vector<UploadEntry>> UploadHistory::uploads(qint64 limit, const QString &search,
                                                        const QDateTime &now) const
{
    if (!m_connection)
        return std::vector<UploadEntry>();
    GAUGE_TRY(const auto transaction, Transaction::begin(*m_connection, Transaction::Kind::Read));
    auto records = readUploads(*m_connection, "id>0", {}, std::numeric_limits<qint64>::max(), now);
    if (!records)
        return records;
    std::erase_if(*records, [&](const UploadEntry &record) { return !mentions(record, search); });
    if (qint64(records->size()) > limit)
        records->resize(size_t(limit));
    return records;
}

Result<std::vector<UploadEntry>>
UploadHistory::uploadsTo(const QString &connection, const QString &configuration, const QDateTime &now) const
{
    if (!m_connection)
        return std::vector<UploadEntry>();
    GAUGE_TRY(const auto transaction, Transaction::begin(*m_connection, Transaction::Kind::Read));
    return readUploads(*m_connection, "connection=? AND configuration=? AND file<>''",
                       {connection, configuration}, std::numeric_limits<qint64>::max(), now);
}

Result<std::vector<UploadRow>> UploadHistory::rowsOf(qint64 id) const
{
    std::vector<UploadRow> rows;
    if (!m_connection)
        return rows;
    GAUGE_TRY(const auto transaction, Transaction::begin(*m_connection, Transaction::Kind::Read));
    const auto read = readUploadRows(*m_connection, id, UploadRows::Every, {}, [&](const UploadRow &row) {
        rows.push_back(row);
        return true;
    });
    return read ? Result<std::vector<UploadRow>>(std::move(rows)) : fail(read.error());
}

Result<void> UploadHistory::forEachRow(qint64 id, std::optional<UploadRowState> only, std::stop_token stop,
                                       const Visitor &visit) const
{
    if (!m_connection)
        return {};
    const StopGuard guard(*m_connection, std::move(stop));
    GAUGE_TRY(const auto transaction, Transaction::begin(*m_connection, Transaction::Kind::Read));
    return readUploadRows(*m_connection, id, UploadRows::OfFile, only, visit);
}

} // namespace gauge::lake
