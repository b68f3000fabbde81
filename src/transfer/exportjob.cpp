// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/exportjob.h"

#include "lake/lakereader.h"
#include "transfer/listtables.h"
#include "transfer/manifest.h"
#include "transfer/outputfiles.h"

#include <QCoroFuture>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QStorageInfo>

namespace gauge::transfer {

namespace {

constexpr qint64 rowsThatTellTheRest = 1000; // of which the size of all is estimated
constexpr double clearly = 0.8; // estimates are off by less

QString translated(const char *text)
{
    return QCoreApplication::translate("transfer", text);
}

qint64 freeSpaceOf(const QString &path)
{
    return QStorageInfo(QFileInfo(path).absolutePath()).bytesAvailable();
}

} // namespace

ExportJob::ExportJob(QString title, QObject *worker, lake::Location lake, catalog::Catalog catalog,
                     ExportPlan plan, QObject *parent)
    : Job(std::move(title), worker, parent)
    , m_lake(std::move(lake))
    , m_catalog(std::move(catalog))
    , m_plan(std::move(plan))
    , m_freeSpace(freeSpaceOf)
{}

ExportJob::~ExportJob() = default;

QString ExportJob::summary() const
{
    const QString written = translated(QT_TRANSLATE_NOOP("transfer", "%1 rows written to %2"))
                                .arg(QLocale().toString(rows()), QDir::toNativeSeparators(m_plan.output));
    const QString more = remarks();
    return more.isEmpty() ? written : written + QLatin1String(". ") + more;
}

QString ExportJob::remarks() const
{
    QStringList remarks;
    if (shortened() > 0) {
        remarks.append(QCoreApplication::translate(
            "transfer",
            "%n texts were longer than a cell holds and end with a mark; CSV and JSON lines have them whole.",
            nullptr, int(shortened())));
    }
    const qint64 gone = qint64(m_plan.keys.size()) - rows();
    if (!m_plan.keys.empty() && gone > 0) {
        remarks.append(QCoreApplication::translate("transfer", "%n of the selected rows are no longer there.",
                                                   nullptr, int(gone)));
    }
    return remarks.join(QLatin1Char(' '));
}

QCoro::Task<Result<void>> ExportJob::run(std::stop_token stop)
{
    // A lambda with captures inside co_await would be destroyed twice by GCC 12.
    const QFuture<Result<void>> writing = m_thread.run([this, stop] { return write(stop); });
    co_return co_await writing;
}

Result<void> ExportJob::write(const std::stop_token &stop)
{
    auto reader = lake::LakeReader::open(m_lake, m_catalog);
    if (!reader)
        return fail(reader.error());
    (*reader)->setToday(m_plan.today);
    OutputFiles files(m_plan.manifest);
    const auto tables = makeTables(m_plan, files, stop);
    if (!tables)
        return fail(tables.error());
    if (Result<void> written = (*reader)->withinOneState([&] { return writeAll(**reader, **tables, stop); });
        !written)
        return written;
    const ExportFacts facts{m_rows, m_columns};
    if (Result<void> finished = (*tables)->finish(facts); !finished)
        return finished;
    m_shortened = (*tables)->shortened();
    if (m_plan.manifest)
        if (Result<void> told = addManifest(m_plan, facts, files); !told)
            return told;
    if (stop.stop_requested())
        return fail(cancelled());
    m_files = files.paths();
    return files.commit();
}

Result<void> ExportJob::writeAll(lake::LakeReader &reader, Tables &tables, const std::stop_token &stop)
{
    m_expected = qint64(m_plan.keys.size());
    if (m_plan.keys.empty()) {
        const Result<qint64> count = reader.count(m_plan.endpoint.id, m_plan.query, stop);
        if (!count)
            return fail(count.error());
        m_expected = *count;
    }
    m_timer.start();
    const Result<void> written
        = tables.takesRecords() ? writeRecords(reader, tables, stop) : writeColumns(reader, tables, stop);
    return written ? checkCount() : written;
}

Result<void> ExportJob::writeColumns(lake::LakeReader &reader, Tables &tables, const std::stop_token &stop)
{
    const auto columns = reader.resolve(m_plan.endpoint.id, m_plan.query.columns);
    if (!columns)
        return fail(columns.error());
    const auto records = tables.add({});
    if (!records)
        return fail(records.error());
    ListTables lists(m_plan, *columns);
    m_columns = lists.columnsOfRecords();
    if (lists.isEmpty())
        return writeRows(reader, **records, m_plan.query.columns, tables, stop);
    report({0, m_expected, 0, translated(QT_TRANSLATE_NOOP("transfer", "Looking through the lists"))});
    if (Result<void> surveyed = forEachRow(reader, lists.surveyed(), stop,
                                           [&](const catalog::Row &row) { return lists.survey(row); });
        !surveyed)
        return surveyed;
    m_columns = lists.columnsOfRecords();
    const auto sink = lists.sink(**records, tables);
    return sink ? writeRows(reader, **sink, lists.read(), tables, stop) : fail(sink.error());
}

Result<void> ExportJob::writeRows(lake::LakeReader &reader, RowSink &sink, const QStringList &names,
                                  const Tables &tables, const std::stop_token &stop)
{
    const auto columns = reader.resolve(m_plan.endpoint.id, names);
    if (!columns)
        return fail(columns.error());
    if (Result<void> begun = sink.begin(*columns); !begun)
        return begun;
    const auto visit = [&](const catalog::Row &row) { return take(sink, row, tables); };
    const Result<void> read = forEachRow(reader, names, stop, visit);
    return read ? sink.end() : read;
}

Result<void> ExportJob::forEachRow(lake::LakeReader &reader, const QStringList &names,
                                   const std::stop_token &stop, const Visit &visit)
{
    const QString feed = m_plan.endpoint.id;
    Result<void> visited;
    const auto step = [&](const catalog::Row &row) {
        visited = visit(row);
        return visited.has_value();
    };
    query::Query query = m_plan.query;
    query.columns = names;
    const Result<void> read = m_plan.keys.empty() ? reader.forEachRow(feed, query, stop, step)
                                                  : reader.forEachRow(feed, m_plan.keys, names, stop, step);
    return read ? visited : read;
}

Result<void> ExportJob::writeRecords(lake::LakeReader &reader, Tables &tables, const std::stop_token &stop)
{
    const QString feed = m_plan.endpoint.id;
    const auto sink = tables.add({});
    if (!sink)
        return fail(sink.error());
    catalog::Row row;
    row.cells.resize(1);
    Result<void> visited;
    const auto step = [&](qint64 key, std::string_view record) {
        row.key = key;
        row.cells.front() = catalog::Cell::ofText(record);
        visited = take(**sink, row, tables);
        return visited.has_value();
    };
    const Result<void> read = m_plan.keys.empty() ? reader.forEachRaw(feed, m_plan.query, stop, step)
                                                  : reader.forEachRaw(feed, m_plan.keys, stop, step);
    if (!read)
        return read;
    return visited ? (*sink)->end() : visited;
}

Result<void> ExportJob::take(RowSink &sink, const catalog::Row &row, const Tables &tables)
{
    if (Result<void> written = sink.write(row); !written)
        return written;
    const qint64 rows = ++m_rows;
    if (rows == rowsThatTellTheRest)
        return checkRoom(tables);
    if (rows % 2048 == 0 || rows == m_expected)
        tellProgress();
    return {};
}

Result<void> ExportJob::checkRoom(const Tables &tables) const
{
    const double left = static_cast<double>(tables.room()) / static_cast<double>(m_rows)
        * static_cast<double>(m_expected - m_rows);
    const double free = static_cast<double>(m_freeSpace(m_plan.output));
    if (free < 0 || left * clearly <= free) // less than nothing: the system does not know
        return {};
    const QLocale locale;
    return fail(ErrorKind::Storage,
                translated(QT_TRANSLATE_NOOP(
                               "transfer",
                               "There is not enough room: the export needs about %1 while it is written, and "
                               "the disk of %2 has %3. Nothing was exported. Make room, choose another disk "
                               "or fewer columns."))
                    .arg(locale.formattedDataSize(qint64(left)),
                         QDir::toNativeSeparators(QFileInfo(m_plan.output).path()),
                         locale.formattedDataSize(qint64(free))));
}

Result<void> ExportJob::checkCount() const
{
    // Rows of a selection may be gone since it was made; remarks() tells.
    if (m_rows == m_expected || !m_plan.keys.empty())
        return {};
    return fail(ErrorKind::Storage,
                translated(QT_TRANSLATE_NOOP(
                               "transfer",
                               "The local copy has %1 rows for this, but %2 could be read, so nothing was "
                               "exported. Check it with: gaugedesk-cli lake check. Then export again."))
                    .arg(QString::number(m_expected), QString::number(m_rows)));
}

void ExportJob::tellProgress()
{
    const qint64 rows = m_rows;
    const double seconds = static_cast<double>(m_timer.elapsed()) / 1000.0;
    report({rows, m_expected, seconds > 0 ? static_cast<double>(rows) / seconds : 0, {}});
}

} // namespace gauge::transfer
