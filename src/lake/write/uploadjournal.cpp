// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/write/uploadjournal.h"

#include "lake/open/open.h"
#include "lake/sql/connection.h"
#include "lake/state/lease.h"
#include "lake/write/lakewriter.h"

#include <limits>

namespace gauge::lake {

namespace {

QString stamp(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

tl::unexpected<Error> isSentElsewhere(const LeaseHolder &holder)
{
    return fail(ErrorKind::Busy,
                QCoreApplication::translate("lake",
                                            "This upload is running already (process %1 on %2). Nothing was "
                                            "sent. Try again when it is done.")
                    .arg(QString::number(holder.processId), holder.host));
}

tl::unexpected<Error> isRewritten(const LeaseHolder &holder)
{
    return fail(
        ErrorKind::Busy,
        QCoreApplication::translate("lake",
                                    "The local copy is being compacted or cleaned (process %1 on %2). "
                                    "Nothing was sent. Try again when it is done.")
            .arg(QString::number(holder.processId), holder.host));
}

tl::unexpected<Error> wasTakenOver()
{
    return fail(ErrorKind::Busy,
                QCoreApplication::translate("lake",
                                            "Another run has taken over this upload and continues it. "
                                            "This one has stopped."));
}

//! What a run that ended left on its way.
void makeUnknown(UploadRow &row)
{
    row.state = UploadRowState::Unknown;
    row.message = QCoreApplication::translate(
        "lake", "GaugeDesk ended while this row was on its way: the service may have accepted it.");
}

//! Runs \a sql with \a id as its only parameter.
Result<void> runFor(SqlConnection &connection, std::string_view sql, qint64 id)
{
    GAUGE_TRY(auto statement, Statement::prepare(connection, sql));
    statement.bind(1, id);
    return statement.run();
}

} // namespace

UploadJournal::UploadJournal(std::unique_ptr<SqlConnection> connection, std::shared_ptr<Clock> clock)
    : m_connection(std::move(connection))
    , m_clock(std::move(clock))
    , m_self(newHolder())
{}

UploadJournal::~UploadJournal()
{
    if (m_id != 0)
        std::ignore = dropLease(*m_connection, uploadLease(m_id), m_self); // else it ends by itself
}

Result<std::unique_ptr<UploadJournal>> UploadJournal::open(const Location &location,
                                                           const catalog::Catalog &catalog,
                                                           std::shared_ptr<Clock> clock,
                                                           std::stop_token opening)
{
    // Brings tables and layout up to date, as before a sync.
    if (auto made = LakeWriter::open(location, catalog, clock, std::move(opening)); !made)
        return fail(std::move(made.error()));
    GAUGE_TRY(auto connection, openWriting(location));
    GAUGE_CHECK(connection->makeCommitsDurable());
    return std::unique_ptr<UploadJournal>(new UploadJournal(std::move(connection), std::move(clock)));
}

Result<void> UploadJournal::bind(const System &system)
{
    m_system = system;
    return checkOwner(*m_connection, system);
}

Result<std::optional<UploadEntry>>
UploadJournal::newestOfBytes(const QString &connection, const QString &configuration, const QString &sha256)
{
    GAUGE_TRY(auto newest,
              readUploads(*m_connection, "connection=? AND configuration=? AND sha256=?",
                          {connection, configuration, sha256}, 1, m_clock->now()));
    return newest.empty() ? std::optional<UploadEntry>() : std::move(newest.front());
}

LeaseHolder UploadJournal::me()
{
    m_self.heartbeat = m_clock->now();
    return m_self;
}

//! What is done within one durable transaction while this process has the upload.
Result<void> UploadJournal::within(const std::function<Result<void>()> &work)
{
    GAUGE_TRY(auto transaction, Transaction::begin(*m_connection, Transaction::Kind::Write));
    GAUGE_CHECK(m_system ? checkOwner(*m_connection, *m_system) : Result<void>());
    if (m_id != 0) {
        if (auto renewed = renewLease(*m_connection, uploadLease(m_id), me()); !renewed)
            return renewed.error().kind == ErrorKind::Busy ? wasTakenOver() : renewed;
    }
    GAUGE_CHECK(work());
    return transaction.commit();
}

Result<void> UploadJournal::take(qint64 id)
{
    GAUGE_TRY(const auto longWriter, activeHolder(*m_connection, longWriteLease(), m_clock->now()));
    if (longWriter)
        return isRewritten(*longWriter);
    GAUGE_TRY(const auto holder, activeHolder(*m_connection, uploadLease(id), m_clock->now()));
    if (holder)
        return isSentElsewhere(*holder);
    return takeLease(*m_connection, uploadLease(id), me());
}

Result<void> UploadJournal::begin(const UploadEntry &about)
{
    qint64 id = 0;
    auto done = within([&]() -> Result<void> {
        GAUGE_TRY(auto statement,
                  Statement::prepare(*m_connection,
                                     "INSERT INTO lake_uploads(started, connection, configuration, "
                                     "record_type, file, sha256, error, "
                                     "folder, host, bytes, accepted, refused, unknown, not_sent) "
                                     "VALUES(?,?,?,?,?,?,'',?,?,?,0,0,0,?) RETURNING id"));
        int at = 0;
        for (const QString &text : {stamp(m_clock->now()), about.connection, about.configuration,
                                    about.recordType, about.file, about.sha256, about.folder, m_self.host})
            statement.bind(++at, text);
        statement.bind(++at, about.bytes);
        statement.bind(++at, about.counts.notSent);
        GAUGE_CHECK(statement.step());
        id = statement.integer(0);
        statement.reset(); // without this the row is not written
        return take(id);
    });
    if (!done)
        return done;
    m_id = id;
    m_counts = {0, 0, 0, about.counts.notSent};
    m_states.assign(size_t(about.counts.notSent), UploadRowState::NotSent);
    return {};
}

Result<void> UploadJournal::resume(const UploadEntry &upload)
{
    m_states.assign(size_t(upload.counts.total()), UploadRowState::NotSent);
    m_counts = {0, 0, 0, upload.counts.total()};
    std::vector<UploadRow> open;
    auto done = within([&]() -> Result<void> {
        GAUGE_CHECK(take(upload.id));
        return readUploadRows(*m_connection, upload.id, UploadRows::OfFile, {}, [&](const UploadRow &row) {
            if (size_t(row.row) > m_states.size())
                return true; // nobody has written such a row
            m_counts.add(UploadRowState::NotSent, -1);
            m_counts.add(row.state, 1);
            m_states[size_t(row.row - 1)] = row.state;
            if (row.state == UploadRowState::Sending)
                open.push_back(row);
            return true;
        });
    });
    if (!done)
        return done;
    m_id = upload.id;
    for (UploadRow &row : open)
        makeUnknown(row);
    return within([&]() -> Result<void> {
        GAUGE_CHECK(put(open));
        GAUGE_CHECK(writeFile(upload));
        return writeState({}, {});
    });
}

Result<void> UploadJournal::resumeChanged(qint64 id, const UploadEntry &about, const Renumber &renumber)
{
    auto done = within([&]() -> Result<void> {
        GAUGE_CHECK(take(id));
        std::vector<UploadRow> known;
        GAUGE_CHECK(readUploadRows(*m_connection, id, UploadRows::Every, {}, [&](const UploadRow &row) {
            known.push_back(row);
            if (row.state == UploadRowState::Sending)
                makeUnknown(known.back());
            return true;
        }));
        std::string ofThis = "id=";
        ofThis += std::to_string(id);
        GAUGE_TRY(const auto uploads, readUploads(*m_connection, ofThis, {}, 1, m_clock->now()));
        const qint64 total = uploads.empty() ? 0 : uploads.front().counts.total();
        GAUGE_TRY(const auto rows, renumber(std::move(known), total));
        GAUGE_CHECK(runFor(*m_connection, "DELETE FROM lake_upload_rows WHERE upload=?", id));
        m_id = id;
        m_counts = {0, 0, 0, about.counts.total()};
        m_states.assign(size_t(about.counts.total()), UploadRowState::NotSent);
        GAUGE_CHECK(put(rows));
        GAUGE_CHECK(writeFile(about));
        return writeState({}, {});
    });
    if (!done)
        m_id = 0;
    return done;
}

//! Which file an upload is of.
Result<void> UploadJournal::writeFile(const UploadEntry &about)
{
    GAUGE_TRY(
        auto statement,
        Statement::prepare(*m_connection,
                           "UPDATE lake_uploads SET file=?, sha256=?, folder=?, host=?, bytes=? WHERE id=?"));
    int at = 0;
    for (const QString &text : {about.file, about.sha256, about.folder, m_self.host})
        statement.bind(++at, text);
    statement.bind(++at, about.bytes);
    statement.bind(++at, m_id);
    return statement.run();
}

Result<void> UploadJournal::put(std::span<const UploadRow> rows)
{
    if (!m_putRow) {
        GAUGE_TRY(
            auto statement,
            Statement::prepare(
                *m_connection,
                "INSERT INTO lake_upload_rows(upload, row_number, line, state, message, changed, content) "
                "VALUES(?,?,?,?,?,?,?) ON CONFLICT(upload, row_number) DO UPDATE SET "
                "state=excluded.state, message=excluded.message, changed=excluded.changed, "
                "content=coalesce(nullif(excluded.content, ''), lake_upload_rows.content)"));
        m_putRow = std::move(statement);
    }
    for (const UploadRow &row : rows) {
        int at = 0;
        for (const qint64 number : {m_id, row.row, row.line})
            m_putRow.bind(++at, number);
        for (const QString &text : {rowStateName(row.state), row.message, stamp(row.time), row.content})
            m_putRow.bind(++at, text);
        GAUGE_CHECK(m_putRow.run());
        if (row.row < 1)
            continue; // no longer in the file
        UploadRowState &known = m_states[size_t(row.row - 1)];
        m_counts.add(known, -1);
        m_counts.add(row.state, 1);
        known = row.state;
    }
    return {};
}

Result<void> UploadJournal::writeState(const std::optional<QDateTime> &finished, const QString &error)
{
    GAUGE_TRY(auto statement,
              Statement::prepare(*m_connection,
                                 "UPDATE lake_uploads SET finished=?, error=?, accepted=?, refused=?, "
                                 "unknown=?, not_sent=? WHERE id=?"));
    if (finished)
        statement.bind(1, stamp(*finished));
    else
        statement.bindNull(1);
    statement.bind(2, error);
    int at = 2;
    for (const qint64 number :
         {m_counts.accepted, m_counts.refused, m_counts.unknown, m_counts.notSent, m_id})
        statement.bind(++at, number);
    return statement.run();
}

Result<void> UploadJournal::write(std::span<const UploadRow> rows)
{
    if (rows.empty())
        return {};
    const UploadCounts before = m_counts;
    std::vector<UploadRowState> known;
    known.reserve(rows.size());
    for (const UploadRow &row : rows)
        known.push_back(state(row.row));
    auto done = within([&] { return put(rows); });
    if (!done) { // rolled back
        m_counts = before;
        for (std::size_t i = rows.size(); i-- > 0;)
            m_states[size_t(rows[i].row - 1)] = known[i];
    }
    return done;
}

Result<void> UploadJournal::keepAlive()
{
    return within([]() -> Result<void> { return {}; });
}

Result<void> UploadJournal::finish(const QString &error)
{
    auto done = within([&]() -> Result<void> {
        GAUGE_CHECK(writeState(error.isEmpty() ? std::optional(m_clock->now()) : std::nullopt, error));
        return dropLease(*m_connection, uploadLease(m_id), m_self);
    });
    if (done)
        m_id = 0;
    return done;
}

Result<void> UploadJournal::remove(qint64 id)
{
    return within([&]() -> Result<void> {
        GAUGE_TRY(const auto holder, activeHolder(*m_connection, uploadLease(id), m_clock->now()));
        if (holder)
            return isSentElsewhere(*holder);
        GAUGE_CHECK(runFor(*m_connection, "DELETE FROM lake_upload_rows WHERE upload=?", id));
        return runFor(*m_connection, "DELETE FROM lake_uploads WHERE id=?", id);
    });
}

Result<void> UploadJournal::clear()
{
    const auto all
        = readUploads(*m_connection, "id>0", {}, std::numeric_limits<qint64>::max(), m_clock->now());
    if (!all)
        return fail(all.error());
    for (const UploadEntry &upload : *all) {
        if (upload.state == UploadEntry::State::Running)
            continue;
        GAUGE_CHECK(remove(upload.id));
    }
    return {};
}

std::optional<std::chrono::milliseconds> waitBeforeRewrite(const Error &error, int failures)
{
    using std::chrono::milliseconds;
    constexpr std::array waits{milliseconds(200), milliseconds(1'000), milliseconds(4'000)};
    // A disk that is full, or somebody who writes for long. Another run that has taken over is Busy.
    if (error.kind != ErrorKind::Storage || failures < 1 || failures > int(waits.size()))
        return std::nullopt;
    return waits[std::size_t(failures - 1)];
}

} // namespace gauge::lake
