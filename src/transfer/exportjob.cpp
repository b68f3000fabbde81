// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/exportjob.h"

#include "transfer/exportplan.h"
#include "transfer/outputfiles.h"

#include <QCoroFuture>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace gauge::transfer {

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
    const QString written = QCoreApplication::translate("transfer", "%1 rows written to %2")
                                .arg(QLocale().toString(rows()), QDir::toNativeSeparators(m_plan.output));
    const QString more = warnings();
    return more.isEmpty() ? written : written + QLatin1String(". ") + more;
}

QString ExportJob::warnings() const
{
    QStringList warnings;
    if (shortened() > 0) {
        warnings.append(QCoreApplication::translate(
            "transfer",
            "%n texts were longer than a cell holds and end with a mark; CSV and JSON lines have them whole.",
            nullptr, int(shortened())));
    }
    const qint64 gone = qint64(m_plan.keys.size()) - rows();
    if (!m_plan.keys.empty() && gone > 0) {
        warnings.append(QCoreApplication::translate(
            "transfer", "%n of the selected rows are no longer there.", nullptr, int(gone)));
    }
    return warnings.join(QLatin1Char(' '));
}

QCoro::Task<Result<void>> ExportJob::run(std::stop_token stop)
{
    // A lambda with captures inside co_await would be destroyed twice by GCC 12.
    const QFuture<Result<void>> writing = m_thread.run([this, stop] { return write(stop); });
    co_return co_await writing;
}

Result<void> ExportJob::write(const std::stop_token &stop)
{
    GAUGE_CHECK(checkFormat(m_plan));
    GAUGE_TRY(auto reader, lake::LakeReader::open(m_lake, m_catalog, stop));
    reader->setToday(m_plan.today);
    OutputFiles files(m_plan.manifest);
    GAUGE_TRY(const auto tables, makeExportWriter(m_plan, files, stop));
    GAUGE_CHECK(reader->inReadTransaction([&] { return writeAll(*reader, *tables, stop); }));
    const ExportFacts facts{m_rows, m_columns};
    GAUGE_CHECK(tables->finish(facts));
    m_shortened = tables->shortened();
    if (m_plan.manifest)
        if (Result<void> told = addManifest(m_plan, facts, files); !told)
            return told;
    if (stop.stop_requested())
        return fail(cancelled());
    m_files = files.paths();
    return files.commit();
}

Result<void> ExportJob::writeAll(lake::LakeReader &reader, ExportWriter &tables, const std::stop_token &stop)
{
    ExportRows rows(reader, m_plan, stop);
    GAUGE_TRY(m_expected, rows.count());
    m_timer.start();
    if (!tables.takesRecords()) {
        const auto tell = [this] {
            report({0, m_expected, 0, QCoreApplication::translate("transfer", "Looking through the lists")});
        };
        GAUGE_CHECK(rows.prepare(tell));
        m_columns = rows.columns();
    }
    const Result<void> written = rows.write(tables, [&] { return taken(tables); });
    return written ? checkCount() : written;
}

Result<void> ExportJob::taken(const ExportWriter &tables)
{
    const qint64 rows = ++m_rows;
    if (rows == rowsThatTellTheRest)
        return checkRoom(tables);
    if (rows % 2048 == 0 || rows == m_expected)
        tellProgress();
    return {};
}

Result<void> ExportJob::checkRoom(const ExportWriter &tables) const
{
    if (m_plan.output == standardOutput)
        return {};
    const double left = static_cast<double>(tables.room()) / static_cast<double>(m_rows)
        * static_cast<double>(m_expected - m_rows);
    const qint64 free = m_freeSpace(m_plan.output);
    if (!isClearlyTooLittle(free, left))
        return {};
    const QLocale locale;
    return fail(ErrorKind::Storage,
                QCoreApplication::translate(
                    "transfer",
                    "There is not enough room: the export needs about %1 while it is written, and "
                    "the disk of %2 has %3. Nothing was exported. Make room, choose another disk "
                    "or fewer columns.")
                    .arg(locale.formattedDataSize(qint64(left)),
                         QDir::toNativeSeparators(QFileInfo(m_plan.output).path()),
                         locale.formattedDataSize(free)));
}

Result<void> ExportJob::checkCount() const
{
    // Rows of a selection may be gone since it was made; warnings() tells.
    if (m_rows == m_expected || !m_plan.keys.empty())
        return {};
    return fail(ErrorKind::Storage,
                QCoreApplication::translate(
                    "transfer",
                    "The local copy has %1 rows for this, but %2 could be read, so nothing was "
                    "exported. Check it with: gaugedesk-cli lake check. Then export again.")
                    .arg(QString::number(m_expected), QString::number(m_rows)));
}

void ExportJob::tellProgress()
{
    const qint64 rows = m_rows;
    const double seconds = static_cast<double>(m_timer.elapsed()) / 1000.0;
    report({rows, m_expected, seconds > 0 ? static_cast<double>(rows) / seconds : 0, {}});
}

namespace {

//! Counts rows up to a limit.
class Most
{
public:
    explicit Most(qint64 most)
        : m_most(most)
    {}
    [[nodiscard]] bool isReached() { return m_most != ExportRows::all && ++m_count >= m_most; }

private:
    const qint64 m_most;
    qint64 m_count = 0;
};

} // namespace

ExportRows::ExportRows(lake::LakeReader &reader, const ExportPlan &plan, std::stop_token stop)
    : m_reader(reader)
    , m_plan(plan)
    , m_stop(std::move(stop))
{}

Result<qint64> ExportRows::count()
{
    if (!m_plan.keys.empty())
        return qint64(m_plan.keys.size());
    return m_reader.count(m_plan.endpoint.id, m_plan.query, m_stop);
}

Result<void> ExportRows::prepare(const std::function<void()> &beforeWalk, qint64 most)
{
    GAUGE_TRY(const auto columns, m_reader.resolve(m_plan.endpoint.id, m_plan.query.columns));
    m_lists.emplace(m_plan, columns);
    if (!m_lists->isEmpty()) {
        if (beforeWalk)
            beforeWalk();
        const auto survey = [&](const catalog::Row &row) { return m_lists->survey(row); };
        GAUGE_CHECK(forEachRow(m_lists->surveyed(), most, survey));
    }
    m_columns = m_lists->columnsOfRecords();
    return {};
}

Result<void> ExportRows::write(ExportWriter &tables, const Taken &taken, qint64 most)
{
    GAUGE_TRY(const auto records, tables.add({}));
    if (tables.takesRecords())
        return writeRecords(*records, taken, most);
    if (m_lists->isEmpty())
        return writeRows(*records, m_plan.query.columns, taken, most);
    const auto writer = m_lists->writer(*records, tables);
    return writer ? writeRows(**writer, m_lists->read(), taken, most) : fail(writer.error());
}

Result<void> ExportRows::writeRows(TableWriter &writer, const QStringList &names, const Taken &taken,
                                   qint64 most)
{
    GAUGE_TRY(const auto columns, m_reader.resolve(m_plan.endpoint.id, names));
    GAUGE_CHECK(writer.begin(columns));
    const auto visit = [&](const catalog::Row &row) {
        const Result<void> written = writer.write(row);
        return written ? taken() : written;
    };
    const Result<void> read = forEachRow(names, most, visit);
    return read ? writer.end() : read;
}

query::Query ExportRows::limited(qint64 most) const
{
    query::Query query = m_plan.query;
    if (most != all)
        query.limit = std::min(most, query.limit.value_or(most));
    return query;
}

Result<void> ExportRows::forEachRow(const QStringList &names, qint64 most, const Visit &visit)
{
    const QString feed = m_plan.endpoint.id;
    Result<void> visited;
    Most limit(most);
    const auto step = [&](const catalog::Row &row) {
        visited = visit(row);
        return visited.has_value() && !limit.isReached();
    };
    query::Query query = limited(most);
    query.columns = names;
    const Result<void> read = m_plan.keys.empty()
        ? m_reader.forEachRow(feed, query, m_stop, step)
        : m_reader.forEachRow(feed, m_plan.keys, names, m_stop, step);
    return read ? visited : read;
}

Result<void> ExportRows::writeRecords(TableWriter &writer, const Taken &taken, qint64 most)
{
    const QString feed = m_plan.endpoint.id;
    catalog::Row row;
    row.cells.resize(1);
    Result<void> visited;
    Most limit(most);
    const auto step = [&](qint64 key, std::string_view record) {
        row.key = key;
        row.cells.front() = catalog::Cell::ofText(record);
        visited = writer.write(row);
        if (visited)
            visited = taken();
        return visited.has_value() && !limit.isReached();
    };
    constexpr auto form = lake::RawForm::ValidJson;
    GAUGE_CHECK(m_plan.keys.empty() ? m_reader.forEachRaw(feed, limited(most), m_stop, step, form)
                                    : m_reader.forEachRaw(feed, m_plan.keys, m_stop, step, form));
    return visited ? writer.end() : visited;
}

} // namespace gauge::transfer
