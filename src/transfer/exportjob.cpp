// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/exportjob.h"

#include "transfer/exportrows.h"
#include "transfer/manifest.h"
#include "transfer/outputfiles.h"
#include "transfer/room.h"

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
    GAUGE_CHECK(checkFormat(m_plan));
    GAUGE_TRY(auto reader, lake::LakeReader::open(m_lake, m_catalog, stop));
    reader->setToday(m_plan.today);
    OutputFiles files(m_plan.manifest);
    GAUGE_TRY(const auto tables, makeTables(m_plan, files, stop));
    GAUGE_CHECK(reader->withinOneState([&] { return writeAll(*reader, *tables, stop); }));
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

Result<void> ExportJob::writeAll(lake::LakeReader &reader, Tables &tables, const std::stop_token &stop)
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

Result<void> ExportJob::taken(const Tables &tables)
{
    const qint64 rows = ++m_rows;
    if (rows == rowsThatTellTheRest)
        return checkRoom(tables);
    if (rows % 2048 == 0 || rows == m_expected)
        tellProgress();
    return {};
}

Result<void> ExportJob::checkRoom(const Tables &tables) const
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
    // Rows of a selection may be gone since it was made; remarks() tells.
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

} // namespace gauge::transfer
