// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/mappedfile.h"

#include "upload/csvfile.h"

#include <QCoreApplication>
#include <QLocale>

#include <tuple>

namespace gauge::upload {

namespace {

constexpr std::size_t mostFindings = 10'000;
constexpr qint64 rowsBetweenSigns = 4096;

QString translated(const char *text)
{
    return QCoreApplication::translate("upload", text);
}

void add(FileReport &report, const MappedRow &row, const std::vector<Finding> &findings)
{
    for (const Finding &finding : findings) {
        (finding.severity == Severity::Error ? report.errors : report.warnings) += 1;
        if (report.findings.size() < mostFindings) {
            report.findings.push_back(
                {row.number, row.line, finding.severity, finding.heading, finding.words});
        }
    }
}

} // namespace

MappedFile::MappedFile(std::unique_ptr<CsvReader> reader, QStringList columns, RowMapper mapper,
                       RecordCheck check)
    : m_reader(std::move(reader))
    , m_columns(std::move(columns))
    , m_mapper(std::move(mapper))
    , m_check(std::move(check))
    , m_headingFindings(m_check.checkHeadings(m_mapper.headings()))
{}

Result<std::unique_ptr<MappedFile>> MappedFile::open(const FilePlan &plan)
{
    auto reader = CsvReader::open(plan.path, plan.dialect);
    if (!reader)
        return fail(std::move(reader.error()));
    auto columns = readHeader(**reader);
    if (!columns)
        return fail(std::move(columns.error()));
    auto mapper = RowMapper::make(plan.mapping, *columns, plan.configuration);
    if (!mapper)
        return fail(std::move(mapper.error()));
    return std::unique_ptr<MappedFile>(new MappedFile(std::move(*reader), std::move(*columns),
                                                      std::move(*mapper),
                                                      RecordCheck(plan.configuration, plan.strictness)));
}

void MappedFile::addRagged(MappedRow &row) const
{
    const QStringList &cells = m_row.cells;
    const bool isShort = cells.size() < m_columns.size();
    const auto beyond = cells.begin() + std::min(cells.size(), m_columns.size());
    const bool isLong = std::any_of(beyond, cells.end(), [](const QString &cell) { return !cell.isEmpty(); });
    if (!isShort && !isLong)
        return;
    const char *words = isShort
        ? QT_TRANSLATE_NOOP("upload", "The row has %1 cells and the header %2; those missing are empty.")
        : QT_TRANSLATE_NOOP("upload",
                            "The row has %1 cells and the header only %2. Is a separator in a cell that is "
                            "not in quotation marks?");
    row.findings.push_back({{},
                            isShort ? Severity::Warning : Severity::Error,
                            FindingKind::BadValue,
                            translated(words).arg(cells.size()).arg(m_columns.size())});
}

Result<bool> MappedFile::next(MappedRow &row)
{
    auto found = m_reader->next(m_row);
    if (!found || !*found)
        return found;
    row.number = ++m_number;
    row.line = m_row.line;
    row.record = m_mapper.record(m_row.cells);
    row.findings = m_check.checkValues(row.record);
    addRagged(row);
    return true;
}

bool FileFinding::operator<(const FileFinding &other) const
{
    return std::tie(row, heading, words) < std::tie(other.row, other.heading, other.words);
}

bool FileReport::isRefused() const
{
    return std::any_of(findings.begin(), findings.end(), [](const FileFinding &finding) {
        return finding.row == 0 && finding.severity == Severity::Error;
    });
}

Result<FileReport> checkFile(const FilePlan &plan, std::stop_token stop, const OnBytes &progress)
{
    const auto file = MappedFile::open(plan);
    if (!file)
        return fail(file.error());
    FileReport report;
    MappedRow row;
    row.line = 1;
    add(report, row, (*file)->headingFindings());
    for (;;) {
        const auto found = (*file)->next(row);
        if (!found)
            return fail(found.error());
        if (!*found)
            break;
        report.rejected += hasErrors(row.findings) ? 1 : 0;
        add(report, row, row.findings);
        if (row.number % rowsBetweenSigns == 0) {
            if (stop.stop_requested())
                return fail(cancelled());
            if (progress)
                progress((*file)->reader().bytesRead(), (*file)->reader().size());
        }
        report.rows = row.number;
    }
    report.bytes = (*file)->reader().bytesRead();
    report.sha256 = (*file)->reader().sha256();
    std::sort(report.findings.begin(), report.findings.end());
    return report;
}

Result<MappedRow> readRow(const FilePlan &plan, qint64 number, std::stop_token stop)
{
    const auto file = MappedFile::open(plan);
    if (!file)
        return fail(file.error());
    MappedRow row;
    while (row.number < number) {
        const auto found = (*file)->next(row);
        if (!found)
            return fail(found.error());
        if (!*found) {
            return fail(
                ErrorKind::Input,
                translated(QT_TRANSLATE_NOOP("upload", "The file has no row %1 any more.")).arg(number));
        }
        if (row.number % rowsBetweenSigns == 0 && stop.stop_requested())
            return fail(cancelled());
    }
    return row;
}

Error refusalOf(const FileReport &report)
{
    QStringList words;
    for (const FileFinding &finding : report.findings) {
        if (finding.row == 0 && finding.severity == Severity::Error)
            words.append(finding.words);
    }
    words.append(translated(QT_TRANSLATE_NOOP("upload", "Nothing was sent.")));
    return {ErrorKind::Input, words.join(QLatin1Char(' ')), {}};
}

Result<void> saveFindings(const FileReport &report, const QString &path)
{
    // Words of the file end in a spreadsheet: the formula guard is on.
    auto file = CsvFile::create(path, {}, CsvFile::Formulas::Guarded);
    if (!file)
        return fail(std::move(file.error()));
    auto written = (*file)->write({translated(QT_TRANSLATE_NOOP("upload", "Row")),
                                   translated(QT_TRANSLATE_NOOP("upload", "Line")),
                                   translated(QT_TRANSLATE_NOOP("upload", "Severity")),
                                   translated(QT_TRANSLATE_NOOP("upload", "Heading")),
                                   translated(QT_TRANSLATE_NOOP("upload", "Finding"))});
    for (const FileFinding &finding : report.findings) {
        if (!written)
            return written;
        const QString severity = finding.severity == Severity::Error
            ? translated(QT_TRANSLATE_NOOP("upload", "error"))
            : translated(QT_TRANSLATE_NOOP("upload", "warning"));
        written = (*file)->write({QString::number(finding.row), QString::number(finding.line), severity,
                                  finding.heading, finding.words});
    }
    return written ? (*file)->commit() : written;
}

} // namespace gauge::upload
