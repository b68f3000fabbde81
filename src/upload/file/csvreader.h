// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/file/csvdialect.h"

#include <memory>

namespace gauge::upload {

//! One record of a CSV file.
struct CsvRow
{
    qint64 line = 0; //!< on which it begins, from 1
    QStringList cells;

    bool operator==(const CsvRow &) const = default;
};

//! Reads a CSV file of any size, a record at a time: RFC 4180 with any separator, lines that end in CRLF, LF
//! or CR, cells that hold any of these. The first record is the header. Lines in front of it, empty lines,
//! records whose cells are all blank, the header once more (of files that were joined) and Ctrl-Z at the end
//! are no records. What cannot be read for certain is an Input error that names its line: bytes that are not
//! text in the encoding, NUL, Ctrl-Z elsewhere, a quotation mark within a cell that is not quoted, text
//! behind a closing one, one that is never closed, more than 32 MiB or 10,000 cells in a record. Confined to
//! one thread; blocks.
class CsvReader
{
public:
    [[nodiscard]] static Result<std::unique_ptr<CsvReader>> open(const QString &path, CsvDialect dialect);
    ~CsvReader();
    Q_DISABLE_COPY_MOVE(CsvReader)

    //! The next record; false: there is none.
    [[nodiscard]] Result<bool> next(CsvRow &row);

    //! Records so far whose cells are all blank.
    [[nodiscard]] qint64 blankRecords() const;
    //! Where the header stands again, as far as was read.
    [[nodiscard]] const QList<qint64> &repeatedHeaders() const;

    [[nodiscard]] qint64 bytesRead() const;
    [[nodiscard]] qint64 size() const;
    //! SHA-256 of what was read, in hexadecimal: of the whole file once next() has said that there is no
    //! more.
    [[nodiscard]] QString sha256() const;

private:
    CsvReader();
    struct Private;
    std::unique_ptr<Private> d;
};

//! Names of columns by which they can be told apart, whatever the header says: "Name (2)" for the second of a
//! name, "Column 3" for one without any.
[[nodiscard]] QStringList columnNames(const QStringList &header);

//! The beginning of a file.
struct CsvPreview
{
    QStringList columns; //!< columnNames()
    std::vector<CsvRow> rows;
    QStringList header = {}; //!< as it is in the file
    bool operator==(const CsvPreview &) const = default;
};

//! A cell as it is compared with a heading: without blanks around it, or the byte-order mark of a file that
//! was joined to another.
[[nodiscard]] QString plainCell(const QString &cell);

//! Header and first rows. Input error for a file without a header.
[[nodiscard]] Result<CsvPreview> previewCsv(const QString &path, CsvDialect dialect, int rows);
//! Reads the header of a file that was just opened, as it is. Input error when there is none.
[[nodiscard]] Result<QStringList> readRawHeader(CsvReader &reader);
//! The same as columnNames().
[[nodiscard]] Result<QStringList> readHeader(CsvReader &reader);

} // namespace gauge::upload
