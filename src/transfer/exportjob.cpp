// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/exportjob.h"

#include "lake/lakereader.h"
#include "transfer/csvsink.h"

#include <QCoroFuture>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>

#include <algorithm>

namespace gauge::transfer {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("transfer", text);
}

tl::unexpected<Error> cannotWrite(const QString &path, const QString &reason)
{
    return fail(
        ErrorKind::Storage,
        translated(QT_TRANSLATE_NOOP("transfer",
                                     "%1 cannot be written, so nothing was exported. Choose another folder "
                                     "or make room, then export again."))
            .arg(QDir::toNativeSeparators(path)),
        reason);
}

} // namespace

std::optional<Format> formatFromName(const QString &name)
{
    if (name == QLatin1String("csv"))
        return Format::Csv;
    if (name == QLatin1String("jsonl"))
        return Format::JsonLines;
    return std::nullopt;
}

std::optional<Format> formatFromFileName(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("ndjson"))
        return Format::JsonLines;
    return formatFromName(suffix);
}

ExportJob::ExportJob(QString title, QObject *worker, lake::Location lake, catalog::Catalog catalog,
                     ExportPlan plan, QObject *parent)
    : Job(std::move(title), worker, parent)
    , m_lake(std::move(lake))
    , m_catalog(std::move(catalog))
    , m_plan(std::move(plan))
{}

ExportJob::~ExportJob() = default;

QString ExportJob::summary() const
{
    return translated(QT_TRANSLATE_NOOP("transfer", "%1 rows written to %2"))
        .arg(QLocale().toString(rows()), QDir::toNativeSeparators(m_plan.output));
}

QCoro::Task<Result<void>> ExportJob::run(std::stop_token stop)
{
    // A lambda with captures inside co_await would be destroyed twice by GCC 12.
    const QFuture<Result<void>> writing = m_thread.run([this, stop] { return write(stop); });
    co_return co_await writing;
}

Result<void> ExportJob::write(std::stop_token stop)
{
    auto reader = lake::LakeReader::open(m_lake, m_catalog);
    if (!reader)
        return fail(reader.error());
    (*reader)->setToday(m_plan.today);
    QSaveFile file(m_plan.output);
    // A folder that allows no temporary file beside the target would make QSaveFile write in place;
    // then a cancelled export would leave half a file, so it is refused instead.
    file.setDirectWriteFallback(false);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(m_plan.output, file.errorString());

    Result<void> written = writeRows(**reader, file, stop);
    if (written && stop.stop_requested())
        written = fail(cancelled());
    if (!written) {
        file.cancelWriting();
        return written;
    }
    if (!file.commit())
        return cannotWrite(m_plan.output, file.errorString());
    return {};
}

Result<void> ExportJob::writeRows(lake::LakeReader &reader, QIODevice &file, std::stop_token stop)
{
    m_expected = qint64(m_plan.keys.size());
    if (m_plan.keys.empty()) {
        const Result<qint64> count = reader.count(m_plan.endpoint.id, m_plan.query, stop);
        if (!count)
            return fail(count.error());
        m_expected = *count;
    }
    m_timer.start();
    return m_plan.format == Format::Csv ? writeCsv(reader, file, stop) : writeJsonLines(reader, file, stop);
}

Result<void> ExportJob::writeCsv(lake::LakeReader &reader, QIODevice &file, std::stop_token stop)
{
    const QString feed = m_plan.endpoint.id;
    const auto columns = reader.resolve(feed, m_plan.query.columns);
    if (!columns)
        return fail(columns.error());
    CsvSink sink(&file, m_plan.csv);
    if (const Result<void> begun = sink.begin(*columns); !begun)
        return begun;
    Result<void> written;
    const auto visit = [&](const catalog::Row &row) {
        written = sink.write(row);
        countRow();
        return written.has_value();
    };
    const Result<void> read = m_plan.keys.empty()
        ? reader.forEachRow(feed, m_plan.query, stop, visit)
        : reader.forEachRow(feed, m_plan.keys, m_plan.query.columns, stop, visit);
    if (!read)
        return read;
    return written ? sink.end() : written;
}

Result<void> ExportJob::writeJsonLines(lake::LakeReader &reader, QIODevice &file, std::stop_token stop)
{
    const QString feed = m_plan.endpoint.id;
    Result<void> written;
    const auto visit = [&](qint64, std::string_view raw) {
        // A record is one JSON value; line breaks inside it can only be white space between tokens.
        std::string line(raw);
        std::replace_if(
            line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
        line += '\n';
        if (file.write(line.data(), qint64(line.size())) != qint64(line.size()))
            written = cannotWrite(m_plan.output, file.errorString());
        countRow();
        return written.has_value();
    };
    const Result<void> read = m_plan.keys.empty() ? reader.forEachRaw(feed, m_plan.query, stop, visit)
                                                  : reader.forEachRaw(feed, m_plan.keys, stop, visit);
    return read ? written : read;
}

void ExportJob::countRow()
{
    const qint64 rows = ++m_rows;
    if (rows % 2048 != 0 && rows != m_expected)
        return;
    const double seconds = static_cast<double>(m_timer.elapsed()) / 1000.0;
    report({rows, m_expected, seconds > 0 ? static_cast<double>(rows) / seconds : 0, {}});
}

} // namespace gauge::transfer
