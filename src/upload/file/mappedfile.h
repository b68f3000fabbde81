// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/file/columnmapping.h"
#include "upload/file/csvreader.h"
#include "upload/file/dateformat.h"
#include "upload/form/recordcheck.h"

#include <QVariant>

#include <functional>
#include <map>
#include <stop_token>

namespace gauge::upload {

//! What becomes of blanks around the values of a file.
enum class Padding { Trim, Keep };

//! A file and how its rows become records.
struct FilePlan
{
    QString path;
    CsvDialect dialect;
    ColumnMapping mapping;
    Configuration configuration;
    Strictness strictness = Strictness::Usual;
    Padding padding = Padding::Trim;
    DateFormats dates; //!< of dateHeadings(), what a person has chosen; other dates are not converted
};

//! The headings of \a plan for dates.
[[nodiscard]] QStringList dateHeadings(const FilePlan &plan);
//! \a record of the file of \a plan as it is sent: padding and dates are those of the plan.
[[nodiscard]] FormRecord asSent(FormRecord record, const FilePlan &plan);

//! A row as a record, and what is wrong with it.
struct MappedRow
{
    qint64 number = 0; //!< from 1; the header is none
    qint64 line = 0;
    FormRecord record;
    std::vector<RecordFinding> findings; //!< what concerns the row, not the headings of all
};

//! Something that is wrong with a file, or may be.
struct FileFinding
{
    qint64 row = 0; //!< 0: the header, and so every row
    qint64 line = 0;
    Severity severity = Severity::Error;
    QString heading;
    QString words;

    bool operator==(const FileFinding &) const = default;
    //! In the order of the file, then by heading and words.
    bool operator<(const FileFinding &other) const;
};

//! A column of findings. The file of findings and the window show the same ones.
struct FindingColumn
{
    const char *id; //!< "row"
    const char *title; //!< marked for translation in the context "upload"
    bool isNumber;
    QVariant (*value)(const FileFinding &finding);
};
//! In the order of the file of findings.
[[nodiscard]] const std::vector<FindingColumn> &findingColumns();

//! Reads a file as records. Confined to one thread; blocks.
class MappedFile
{
public:
    [[nodiscard]] static Result<std::unique_ptr<MappedFile>> open(const FilePlan &plan);

    //! What is wrong with the headings, and so with every row.
    [[nodiscard]] const std::vector<RecordFinding> &headingFindings() const { return m_headingFindings; }
    //! The next row; false: there is none. What is behind the last column of the header, and not empty, is an
    //! error; cells that are missing are empty and a warning.
    [[nodiscard]] Result<bool> next(MappedRow &row);
    //! Of the row that next() gave last.
    [[nodiscard]] const QStringList &cells() const { return m_row.cells; }
    [[nodiscard]] const CsvReader &reader() const { return *m_reader; }
    //! What concerns whole columns, once every row was read: values without a heading or under one that
    //! stands twice, blanks around values, the header of another table in the middle.
    [[nodiscard]] std::vector<FileFinding> tableFindings() const;
    //! Headings whose dates are converted, or may be, once every row was read. A heading whose values leave
    //! no common format is not among them.
    [[nodiscard]] std::vector<DateColumn> dateColumns() const;

private:
    MappedFile(std::unique_ptr<CsvReader> reader, QStringList header, RowMapper mapper, const FilePlan &plan);
    void addRagged(MappedRow &row) const;
    void addDuplicate(MappedRow &row);
    void watchColumns();
    void watchPadding(MappedRow &row);
    void watchDates(MappedRow &row);
    void addDateFindings(std::vector<FileFinding> &findings) const;
    [[nodiscard]] bool isAnotherHeader() const;

    //! Something that many rows have.
    struct Watched
    {
        qsizetype column = -1;
        qsizetype sameAs = -1; //!< the column with the same name in front of it
        qint64 rows = 0;
        qint64 row = 0; //!< the first of them
        qint64 line = 0;
        QString value = {};
    };

    std::unique_ptr<CsvReader> m_reader;
    QStringList m_columns;
    QStringList m_header; //!< as it is in the file
    RowMapper m_mapper;
    RecordCheck m_check;
    Strictness m_strictness;
    Padding m_padding;
    ColumnMapping m_mapping;
    std::vector<Watched> m_unnamed; //!< columns that are not sent for want of a name
    std::vector<Watched> m_padded; //!< by place in the record
    std::map<std::size_t, DateColumn> m_dates; //!< by place in the record
    qint64 m_otherHeader = 0; //!< line of the header of another table
    QStringList m_keys; //!< headings that identify a record
    QHash<std::size_t, qint64> m_keyLines; //!< by the hash of a key: the line where it was first
    std::vector<RecordFinding> m_headingFindings;
    CsvRow m_row;
    qint64 m_number = 0;
};

//! What a whole file looks like before anything is sent.
struct FileReport
{
    QString sha256;
    qint64 bytes = 0;
    qint64 rows = 0;
    qint64 rejected = 0; //!< rows with an error, which are not sent
    qint64 errors = 0;
    qint64 warnings = 0;
    std::vector<FileFinding> findings; //!< sorted; the first 10,000 of them
    std::vector<DateColumn> dates; //!< MappedFile::dateColumns()

    //! The headings have an error: nothing can be sent.
    [[nodiscard]] bool isRefused() const;
    bool operator==(const FileReport &) const = default;
};

//! Told bytes, from the calling thread.
using OnBytes = std::function<void(qint64 done, qint64 total)>;

//! Reads, maps and checks a file from its first to its last row, in constant memory.
[[nodiscard]] Result<FileReport> checkFile(const FilePlan &plan, std::stop_token stop,
                                           const OnBytes &progress = {});
//! Row \a number of a file. Input error when it has fewer by now.
[[nodiscard]] Result<MappedRow> readRow(const FilePlan &plan, qint64 number, std::stop_token stop);
//! Why nothing of a file can be sent: its errors in words.
[[nodiscard]] Error rejectionError(const FileReport &report);
//! The findings of \a report as a CSV file, which appears when it is whole.
[[nodiscard]] Result<void> saveFindings(const FileReport &report, const QString &path);

} // namespace gauge::upload
