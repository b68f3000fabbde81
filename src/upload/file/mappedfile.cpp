// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/file/mappedfile.h"

#include "catalog/recordtype.h"
#include "upload/file/csvfile.h"
#include "upload/form/formrecord.h"

#include <QCoreApplication>
#include <QLocale>

#include <tuple>

namespace gauge::upload {

namespace {

constexpr std::size_t mostFindings = 10'000;
constexpr qint64 rowsBetweenSigns = 4096;
constexpr qsizetype longestShown = 40;

void add(FileReport &report, const MappedRow &row, const std::vector<RecordFinding> &findings)
{
    for (const RecordFinding &finding : findings) {
        (finding.severity == Severity::Error ? report.errors : report.warnings) += 1;
        if (report.findings.size() < mostFindings) {
            report.findings.push_back(
                {row.number, row.line, finding.severity, finding.heading, finding.words});
        }
    }
}

bool isDateType(catalog::ValueType type)
{
    return type == catalog::ValueType::Date || type == catalog::ValueType::DateTime;
}

//! \a value as it is sent; a value that is no date in \a format stays.
QString sentDate(const QString &value, DateFormat format, catalog::ValueType type)
{
    return convertedDate(value.trimmed(), format, type).value_or(value);
}

} // namespace

MappedFile::MappedFile(std::unique_ptr<CsvReader> reader, QStringList header, RowMapper mapper,
                       const FilePlan &plan)
    : m_reader(std::move(reader))
    , m_columns(columnNames(header))
    , m_header(std::move(header))
    , m_mapper(std::move(mapper))
    , m_check(plan.configuration, plan.strictness)
    , m_strictness(plan.strictness)
    , m_padding(plan.padding)
    , m_mapping(plan.mapping)
    , m_headingFindings(m_check.checkHeadings(m_mapper.headings()))
{
    const catalog::RecordType *type = catalog::findRecordType(plan.configuration.recordType);
    m_keys = type ? type->keys : QStringList();
    const QStringList headings = m_mapper.headings();
    m_padded.resize(std::size_t(headings.size()));
    for (qsizetype i = 0; i < headings.size(); ++i) {
        const catalog::ValueType valueType = m_check.typeOf(headings[i]);
        if (!isDateType(valueType))
            continue;
        DateColumn &column = m_dates[std::size_t(i)];
        column.heading = headings[i];
        column.type = valueType;
        column.possible = allDateFormats();
        if (const auto chosen = plan.dates.constFind(headings[i]); chosen != plan.dates.constEnd())
            column.format = *chosen;
    }
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        if (isNameMadeUp(m_columns, m_header, i)
            && unusedColumns(m_mapping, m_columns).contains(m_columns[i]))
            m_unnamed.push_back({i, m_columns.indexOf(m_header[i].trimmed())});
    }
}

Result<std::unique_ptr<MappedFile>> MappedFile::open(const FilePlan &plan)
{
    GAUGE_TRY(auto reader, CsvReader::open(plan.path, plan.dialect));
    GAUGE_TRY(auto header, readRawHeader(*reader));
    GAUGE_TRY(auto mapper, RowMapper::make(plan.mapping, columnNames(header), plan.configuration));
    return std::unique_ptr<MappedFile>(
        new MappedFile(std::move(reader), std::move(header), std::move(mapper), plan));
}

QStringList dateHeadings(const FilePlan &plan)
{
    const RecordCheck check(plan.configuration, plan.strictness);
    QStringList headings;
    for (const MappedHeading &mapped : plan.mapping.headings) {
        if (isDateType(check.typeOf(mapped.heading)))
            headings.append(mapped.heading);
    }
    return headings;
}

FormRecord asSent(FormRecord record, const FilePlan &plan)
{
    const RecordCheck check(plan.configuration, plan.strictness);
    for (FormValue &field : record) {
        if (plan.padding == Padding::Trim)
            field.value = field.value.trimmed();
        const DateFormat format = plan.dates.value(field.heading, DateFormat::AsWritten);
        field.value = sentDate(field.value, format, check.typeOf(field.heading));
    }
    return record;
}

//! Counts values that are not sent, because their column has no name of its own.
void MappedFile::watchColumns()
{
    for (Watched &watched : m_unnamed) {
        const QString value = m_row.cells.value(watched.column);
        const bool isSame = watched.sameAs >= 0 && value == m_row.cells.value(watched.sameAs);
        if (isBlank(value) || isSame)
            continue;
        if (watched.rows++ == 0) {
            watched.row = m_number;
            watched.line = m_row.line;
        }
    }
}

void MappedFile::watchPadding(MappedRow &row)
{
    for (std::size_t i = 0; i < row.record.size() && i < m_padded.size(); ++i) {
        QString &value = row.record[i].value;
        if (value.isEmpty() || (!value.front().isSpace() && !value.back().isSpace()))
            continue;
        Watched &watched = m_padded[i];
        if (watched.rows++ == 0) {
            watched.row = row.number;
            watched.line = row.line;
            watched.value = value;
        }
        if (m_padding == Padding::Trim)
            value = value.trimmed();
    }
}

//! Converts what the service would not take. A value that is no date in the format stays, for the check to
//! refuse.
void MappedFile::watchDates(MappedRow &row)
{
    for (auto &[place, column] : m_dates) {
        QString &value = row.record[place].value;
        if (isBlank(value) || !validationError(value, column.type))
            continue;
        const std::vector<DateFormat> formats = dateFormatsOf(value.trimmed());
        if (formats.empty())
            continue;
        if (column.rows++ == 0) {
            column.line = row.line;
            column.value = value.trimmed();
        }
        std::erase_if(column.possible, [&formats](DateFormat format) {
            return std::find(formats.begin(), formats.end(), format) == formats.end();
        });
        if (column.format)
            value = sentDate(value, *column.format, column.type);
    }
}

std::vector<DateColumn> MappedFile::dateColumns() const
{
    std::vector<DateColumn> columns;
    for (const auto &[place, column] : m_dates) {
        if (column.rows > 0 && (column.format || !column.possible.empty()))
            columns.push_back(column);
    }
    return columns;
}

void MappedFile::addDateFindings(std::vector<FileFinding> &findings) const
{
    for (const DateColumn &column : dateColumns()) {
        const QString rows = QString::number(column.rows);
        const QString line = QString::number(column.line);
        if (!column.format) {
            findings.push_back(
                {0, 1, Severity::Error, column.heading,
                 QCoreApplication::translate("upload",
                                             "“%1” has dates in %2 row(s) that CustomerGauge does not take "
                                             "as they are written, first in line %3 (“%4”). Choose how they "
                                             "are written.")
                     .arg(column.heading, rows, line, column.value)});
        } else if (*column.format != DateFormat::AsWritten) { // else each row has its error
            findings.push_back(
                {0, column.line, Severity::Warning, column.heading,
                 QCoreApplication::translate("upload",
                                             "“%1” has dates in %2 row(s) that are converted, first in line "
                                             "%3: “%4” is sent as “%5”.")
                     .arg(column.heading, rows, line, column.value, column.example(*column.format))});
        }
    }
}

//! Whether the row has names of columns where values belong: two at least, and most of what it has.
bool MappedFile::isAnotherHeader() const
{
    const auto isName = [this](const QString &cell) {
        const QString plain = plainCell(cell);
        return !plain.isEmpty() && m_columns.contains(plain);
    };
    if (!isName(m_row.cells.front()) && !isName(m_row.cells.back()))
        return false;
    const auto names = std::count_if(m_row.cells.begin(), m_row.cells.end(), isName);
    const auto filled = std::count_if(m_row.cells.begin(), m_row.cells.end(),
                                      [](const QString &cell) { return !isBlank(cell); });
    return names >= 2 && 2 * names > filled;
}

void MappedFile::addDuplicate(MappedRow &row)
{
    const RecordKey key = keyOf(row.record, m_keys);
    if (key.value.isEmpty())
        return;
    const auto known = m_keyLines.constFind(hashOf(key));
    if (known == m_keyLines.constEnd()) {
        m_keyLines.insert(hashOf(key), row.line);
        return;
    }
    row.findings.push_back(
        {key.heading, Severity::Warning, FindingKind::Repeated,
         QCoreApplication::translate("upload",
                                     "“%1” is “%2” in line %3, too. Both rows are sent, in the order of the "
                                     "file.")
             .arg(key.heading, key.value, QString::number(*known))});
}

std::vector<FileFinding> MappedFile::tableFindings() const
{
    std::vector<FileFinding> findings;
    const Severity doubt = m_strictness == Strictness::Strict ? Severity::Error : Severity::Warning;
    for (const Watched &watched : m_unnamed) {
        if (watched.rows == 0)
            continue;
        const QString &column = m_columns[watched.column];
        const char *words = watched.sameAs >= 0
            ? QT_TRANSLATE_NOOP("upload",
                                "The heading “%1” stands twice, with other values in %2 row(s) from line %3. "
                                "Only its first column is sent; map “%4” to send the other one.")
            : QT_TRANSLATE_NOOP(
                "upload",
                "Column %1 has no heading, and values in %2 row(s) from line %3. They are not "
                "sent; map “%4” to send them.");
        findings.push_back({0, 1, doubt, column,
                            QCoreApplication::translate("upload", words)
                                .arg(watched.sameAs >= 0 ? m_header[watched.column].trimmed()
                                                         : QString::number(watched.column + 1),
                                     QString::number(watched.rows), QString::number(watched.line), column)});
    }
    for (const MappedHeading &mapped : m_mapping.headings) {
        const qsizetype column = m_columns.indexOf(mapped.text);
        if (mapped.kind == MappedHeading::Kind::Column && mapped.heading == mapped.text && column >= 0
            && m_header[column] != mapped.heading) {
            findings.push_back({0, 1, Severity::Warning, mapped.heading,
                                QCoreApplication::translate(
                                    "upload",
                                    "The heading “%1” has blanks around it in the file; it is sent as "
                                    "“%2”.")
                                    .arg(m_header[column], mapped.heading)});
        }
    }
    const QStringList headings = m_mapper.headings();
    for (std::size_t i = 0; i < m_padded.size(); ++i) {
        const Watched &watched = m_padded[i];
        if (watched.rows == 0)
            continue;
        const char *words = m_padding == Padding::Trim
            ? QT_TRANSLATE_NOOP("upload",
                                "“%1” has blanks around %2 value(s), first in line %3 (“%4”). They are sent "
                                "without these blanks.")
            : QT_TRANSLATE_NOOP("upload",
                                "“%1” has blanks around %2 value(s), first in line %3 (“%4”). They are sent "
                                "with these blanks.");
        findings.push_back({0, watched.line, Severity::Warning, headings[qsizetype(i)],
                            QCoreApplication::translate("upload", words)
                                .arg(headings[qsizetype(i)], QString::number(watched.rows),
                                     QString::number(watched.line), watched.value.left(longestShown))});
    }
    addDateFindings(findings);
    for (const qint64 line : m_reader->repeatedHeaders()) {
        findings.push_back(
            {0,
             line,
             Severity::Warning,
             {},
             QCoreApplication::translate("upload",
                                         "Line %1 has the headings once more: files were joined. "
                                         "It is not sent.")
                 .arg(line)});
    }
    if (m_otherHeader > 0) {
        findings.push_back(
            {0,
             m_otherHeader,
             Severity::Error,
             {},
             QCoreApplication::translate("upload",
                                         "Line %1 has headings in another order: files with "
                                         "different columns were joined. Send them one by one.")
                 .arg(m_otherHeader)});
    }
    return findings;
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
    row.findings.push_back(
        {{},
         isShort ? Severity::Warning : Severity::Error,
         FindingKind::BadValue,
         QCoreApplication::translate("upload", words).arg(cells.size()).arg(m_columns.size())});
}

Result<bool> MappedFile::next(MappedRow &row)
{
    auto found = m_reader->next(m_row);
    if (!found || !*found)
        return found;
    row.number = ++m_number;
    row.line = m_row.line;
    row.record = m_mapper.record(m_row.cells);
    watchPadding(row);
    watchDates(row);
    watchColumns();
    if (m_otherHeader == 0 && isAnotherHeader())
        m_otherHeader = row.line;
    row.findings = m_check.checkValues(row.record);
    addRagged(row);
    addDuplicate(row);
    return true;
}

bool FileFinding::operator<(const FileFinding &other) const
{
    return std::tie(row, line, heading, words) < std::tie(other.row, other.line, other.heading, other.words);
}

const std::vector<FindingColumn> &findingColumns()
{
    static const std::vector<FindingColumn> columns{
        {"row", QT_TRANSLATE_NOOP("upload", "Row"), true,
         [](const FileFinding &finding) { return QVariant(finding.row); }},
        {"line", QT_TRANSLATE_NOOP("upload", "Line"), true,
         [](const FileFinding &finding) { return QVariant(finding.line); }},
        {"severity", QT_TRANSLATE_NOOP("upload", "Severity"), false,
         [](const FileFinding &finding) {
             return QVariant(finding.severity == Severity::Error
                                 ? QCoreApplication::translate("upload", "error")
                                 : QCoreApplication::translate("upload", "warning"));
         }},
        {"heading", QT_TRANSLATE_NOOP("upload", "Heading"), false,
         [](const FileFinding &finding) { return QVariant(finding.heading); }},
        {"finding", QT_TRANSLATE_NOOP("upload", "Finding"), false,
         [](const FileFinding &finding) { return QVariant(finding.words); }},
    };
    return columns;
}

bool FileReport::isRefused() const
{
    return std::any_of(findings.begin(), findings.end(), [](const FileFinding &finding) {
        return finding.row == 0 && finding.severity == Severity::Error;
    });
}

Result<FileReport> checkFile(const FilePlan &plan, std::stop_token stop, const OnBytes &progress)
{
    GAUGE_TRY(const auto file, MappedFile::open(plan));
    FileReport report;
    MappedRow row;
    row.line = 1;
    add(report, row, file->headingFindings());
    for (;;) {
        GAUGE_TRY(const auto found, file->next(row));
        if (!found)
            break;
        report.rejected += hasErrors(row.findings) ? 1 : 0;
        add(report, row, row.findings);
        if (row.number % rowsBetweenSigns == 0) {
            if (stop.stop_requested())
                return fail(cancelled());
            if (progress)
                progress(file->reader().bytesRead(), file->reader().size());
        }
        report.rows = row.number;
    }
    for (FileFinding &finding : file->tableFindings()) {
        (finding.severity == Severity::Error ? report.errors : report.warnings) += 1;
        report.findings.push_back(std::move(finding)); // they are few, and stand in front
    }
    report.dates = file->dateColumns();
    report.bytes = file->reader().bytesRead();
    report.sha256 = file->reader().sha256();
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
        GAUGE_TRY(const auto found, (*file)->next(row));
        if (!found) {
            return fail(
                ErrorKind::Input,
                QCoreApplication::translate("upload", "The file has no row %1 any more.").arg(number));
        }
        if (row.number % rowsBetweenSigns == 0 && stop.stop_requested())
            return fail(cancelled());
    }
    return row;
}

Error rejectionError(const FileReport &report)
{
    QStringList words;
    for (const FileFinding &finding : report.findings) {
        if (finding.row == 0 && finding.severity == Severity::Error)
            words.append(finding.words);
    }
    words.append(QCoreApplication::translate("upload", "Nothing was sent."));
    return {ErrorKind::Input, words.join(QLatin1Char(' ')), {}};
}

Result<void> saveFindings(const FileReport &report, const QString &path)
{
    // Words of the file end in a spreadsheet: the formula guard is on.
    GAUGE_TRY(auto file, CsvFile::create(path, {}, CsvFile::Formulas::Guarded));
    QStringList cells;
    for (const FindingColumn &column : findingColumns())
        cells.append(QCoreApplication::translate("upload", column.title));
    GAUGE_CHECK(file->write(cells));
    for (const FileFinding &finding : report.findings) {
        cells.clear();
        for (const FindingColumn &column : findingColumns())
            cells.append(column.value(finding).toString());
        GAUGE_CHECK(file->write(cells));
    }
    return file->commit();
}

} // namespace gauge::upload
