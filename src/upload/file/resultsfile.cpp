// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/file/resultsfile.h"

#include "base/outputfile.h"
#include "transfer/celltext.h"
#include "upload/file/csvfile.h"
#include "upload/file/uploadrows.h"

namespace gauge::upload {

namespace {

using lake::UploadCounts;
using lake::UploadRow;
using lake::UploadRowState;

//! A message may begin with a value of the file, and is never sent again: unlike the cells of the input, it
//! must not run as a formula.
QString guarded(const QString &message)
{
    const std::string text = message.toStdString();
    return transfer::needsFormulaGuard(text) ? QLatin1Char('\'') + message : message;
}

//! Copies rows of the input, each with what the journal knows of it.
class ResultsWriter
{
public:
    ResultsWriter(ResultsKind kind, CsvReader &input, CsvFile &output)
        : m_kind(kind)
        , m_input(input)
        , m_output(output)
    {}

    [[nodiscard]] Result<void> writeHeader()
    {
        GAUGE_TRY(auto columns, readHeader(m_input));
        for (qsizetype i = 0; i < columns.size(); ++i) {
            if (!resultColumns().contains(columns[i])) // of an earlier results file
                m_kept.append(i);
        }
        return m_output.write(cells(columns, resultColumns()));
    }

    //! \a known and every row in front of it, of which the journal knows nothing.
    [[nodiscard]] Result<void> writeUpTo(const UploadRow &known)
    {
        while (m_number + 1 < known.row) {
            GAUGE_CHECK(writeNext({}));
        }
        return writeNext(known);
    }

    [[nodiscard]] Result<void> writeRest()
    {
        while (!m_atEnd) {
            GAUGE_CHECK(writeNext({}));
        }
        return {};
    }

    [[nodiscard]] const UploadCounts &counts() const { return m_counts; }

private:
    //! By the service, or by the check, which alone gives a reason for a row that was not sent.
    [[nodiscard]] static bool isRefused(UploadRowState state, const QString &message)
    {
        return state == UploadRowState::Refused || (state == UploadRowState::NotSent && !message.isEmpty());
    }

    [[nodiscard]] QStringList cells(const QStringList &row, const QStringList &result) const
    {
        QStringList kept;
        kept.reserve(m_kept.size() + result.size());
        for (const qsizetype column : m_kept)
            kept.append(row.value(column));
        return m_kind == ResultsKind::EveryRow ? kept + result : kept;
    }

    [[nodiscard]] Result<void> writeNext(const UploadRow &known)
    {
        GAUGE_TRY(const auto found, m_input.next(m_row));
        m_atEnd = !found;
        if (m_atEnd)
            return {};
        ++m_number;
        // What a run that ended left on its way.
        const UploadRowState state
            = known.state == UploadRowState::Sending ? UploadRowState::Unknown : known.state;
        if (m_kind == ResultsKind::Refused && !isRefused(state, known.message))
            return {};
        m_counts.accepted += state == UploadRowState::Accepted ? 1 : 0;
        m_counts.refused += state == UploadRowState::Refused ? 1 : 0;
        m_counts.unknown += state == UploadRowState::Unknown ? 1 : 0;
        m_counts.notSent += state == UploadRowState::NotSent ? 1 : 0;
        const QString time = known.time.isValid() ? known.time.toUTC().toString(Qt::ISODate) : QString();
        return m_output.write(cells(m_row.cells, {lake::rowStateName(state), guarded(known.message), time}));
    }

    const ResultsKind m_kind;
    CsvReader &m_input;
    CsvFile &m_output;
    QList<qsizetype> m_kept;
    CsvRow m_row;
    qint64 m_number = 0;
    bool m_atEnd = false;
    UploadCounts m_counts;
};

} // namespace

Result<void> checkResultsFiles(const FilePlan &input, const QString &results, const QString &refused)
{
    QStringList taken{input.path};
    for (const QString &path : {results, refused}) {
        if (path.isEmpty())
            continue;
        Result<void> possible = checkEnding(path, OutputContent::csv());
        if (possible)
            possible = checkOutput(path, taken);
        if (!possible)
            return possible;
        taken.append(path);
    }
    return {};
}

Result<UploadCounts> writeResults(ResultsKind kind, const FilePlan &input, const QString &sha256,
                                  const lake::Location &lake, qint64 id, const QString &output,
                                  std::stop_token stop)
{
    GAUGE_TRY(const auto history, lake::UploadHistory::open(lake, stop));
    GAUGE_TRY(const auto reader, CsvReader::open(input.path, input.dialect));
    GAUGE_TRY(auto file, CsvFile::create(output, input.dialect, CsvFile::Formulas::Raw, {input.path}));
    ResultsWriter writer(kind, *reader, *file);
    Result<void> written = writer.writeHeader();
    if (written) {
        GAUGE_CHECK(history.forEachRow(id, {}, std::move(stop), [&](const UploadRow &row) {
            written = writer.writeUpTo(row);
            return written.has_value();
        }));
    }
    if (written)
        written = writer.writeRest();
    if (!written)
        return fail(std::move(written.error()));
    if (reader->sha256() != sha256)
        return fileWasChanged();
    if (kind == ResultsKind::Refused && writer.counts().total() == 0) {
        // Rows that an earlier upload has left there would be sent again.
        QFile::remove(output);
        return writer.counts();
    }
    GAUGE_CHECK(file->commit());
    return writer.counts();
}

} // namespace gauge::upload
