// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/file/resumption.h"

#include "upload/file/uploadrows.h"
#include "upload/form/request.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <cstring>
#include <tuple>

namespace gauge::upload {

namespace {

using lake::UploadCounts;
using lake::UploadEntry;
using lake::UploadRow;
using lake::UploadRowState;

constexpr qint64 rowsBetweenSigns = 4096;

//! With its length in front, so that two texts are not taken for others.
void add(QCryptographicHash &hash, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    QByteArray length = QByteArray::number(bytes.size());
    length.append(':');
    hash.addData(length);
    hash.addData(bytes);
}

RowPrint::Hash resultOf(const QCryptographicHash &hash)
{
    RowPrint::Hash result{};
    std::memcpy(result.data(), hash.result().constData(), result.size());
    return result;
}

bool wasSent(UploadRowState state)
{
    return state != UploadRowState::NotSent && state != UploadRowState::Refused;
}

//! What had better be found first: a row that was accepted is never sent again.
int rankOf(UploadRowState state)
{
    switch (state) {
    case UploadRowState::Accepted:
        return 0;
    case UploadRowState::Sending:
    case UploadRowState::Unknown:
        return 1;
    case UploadRowState::Refused:
        return 2;
    case UploadRowState::NotSent:
        break;
    }
    return 3;
}

//! Pairs rows of an upload with rows of a file.
class Matcher
{
public:
    Matcher(const std::vector<UploadRow> &earlier, const std::vector<PrintedRow> &file)
        : m_file(file)
        , m_numbers(earlier.size(), 0)
        , m_isFound(file.size(), false)
    {
        m_prints.reserve(earlier.size());
        for (const UploadRow &row : earlier) {
            m_prints.push_back(RowPrint::parse(row.content));
            m_ranks.push_back(rankOf(row.state));
        }
        pair([](const RowPrint &print) { return std::pair(print.record, print.cells); });
        pair([](const RowPrint &print) { return print.record; });
        pair([](const RowPrint &print) { return print.cells; });
    }

    //! The row of the file that row \a index of the upload is, from 1; 0: none.
    [[nodiscard]] qint64 numberOf(std::size_t index) const { return m_numbers[index]; }
    //! Whether row \a index of the file is one of the upload.
    [[nodiscard]] bool isFound(std::size_t index) const { return m_isFound[index]; }
    //! Whether row \a index of the upload, which was found, would be sent as something else now.
    [[nodiscard]] bool isChanged(std::size_t index) const
    {
        return m_prints[index]->record != m_file[std::size_t(m_numbers[index] - 1)].print.record;
    }

private:
    template <typename KeyOf>
    void pair(const KeyOf &keyOf)
    {
        using Key = decltype(keyOf(RowPrint()));
        std::vector<std::tuple<Key, int, std::size_t>> open; // key, rank, index
        for (std::size_t i = 0; i < m_prints.size(); ++i) {
            if (m_prints[i] && m_numbers[i] == 0)
                open.emplace_back(keyOf(*m_prints[i]), m_ranks[i], i);
        }
        std::sort(open.begin(), open.end());
        std::vector<std::size_t> taken(open.size(), 0); // at the first one of a key: how many of it
        for (std::size_t i = 0; i < m_file.size(); ++i) {
            if (m_isFound[i])
                continue;
            const Key key = keyOf(m_file[i].print);
            const auto first
                = std::lower_bound(open.begin(), open.end(), key, [](const auto &entry, const Key &wanted) {
                      return std::get<0>(entry) < wanted;
                  });
            const auto base = std::size_t(first - open.begin());
            const std::size_t at = base < open.size() ? base + taken[base] : base;
            if (at >= open.size() || std::get<0>(open[at]) != key)
                continue;
            ++taken[base];
            m_numbers[std::get<2>(open[at])] = qint64(i) + 1;
            m_isFound[i] = true;
        }
    }

    const std::vector<PrintedRow> &m_file;
    std::vector<std::optional<RowPrint>> m_prints; //!< of the rows of the upload
    std::vector<int> m_ranks;
    std::vector<qint64> m_numbers;
    std::vector<bool> m_isFound;
};

tl::unexpected<Error> cannotBeToldApart(const UploadEntry &upload)
{
    const QLocale locale;
    return fail(
        ErrorKind::Input,
        QCoreApplication::translate("upload",
                                    "The file was changed since its upload started on %1, and the history "
                                    "does not have what its rows held then. Nothing was sent. Bring the "
                                    "earlier file back to resume, or start a new upload.")
            .arg(locale.toString(upload.started.toLocalTime(), QLocale::ShortFormat)));
}

//! Looks for the rows of a file among those of uploads.
class Finder
{
public:
    Finder(const FilePlan &plan, const QString &sha256, const lake::UploadHistory &history,
           std::stop_token stop)
        : m_plan(plan)
        , m_sha256(sha256)
        , m_history(history)
        , m_stop(std::move(stop))
    {}

    //! The rows of \a upload in the file. Nothing: it is an upload of something else.
    [[nodiscard]] Result<std::optional<Recognition>> find(const UploadEntry &upload, bool isNamedSo)
    {
        auto rows = m_history.rowsOf(upload.id);
        if (!rows)
            return fail(std::move(rows.error()));
        const bool isKnown = std::all_of(rows->begin(), rows->end(), [](const UploadRow &row) {
            return !wasSent(row.state) || !row.content.isEmpty();
        });
        if (!isKnown)
            return isNamedSo ? Result<std::optional<Recognition>>(cannotBeToldApart(upload)) : std::nullopt;
        if (m_file.empty()) {
            GAUGE_TRY(m_file, printsOf(m_plan, m_sha256, m_stop));
        }
        const auto ofFile = qint64(rows->size());
        Recognition found = recognise(std::move(*rows), upload.counts.total(), m_file);
        const bool nothingSent = upload.counts.accepted + upload.counts.unknown == 0;
        // Under another name, a file of refused rows is to be sent as it is.
        const bool isAgain = found.counts.sent() > found.counts.refused
            && 2 * found.again >= std::min(ofFile, qint64(m_file.size()));
        const bool isIt = isNamedSo ? found.again > 0 || (nothingSent && ofFile > 0) : isAgain;
        return isIt ? std::optional(std::move(found)) : std::nullopt;
    }

private:
    const FilePlan &m_plan;
    const QString &m_sha256;
    const lake::UploadHistory &m_history;
    const std::stop_token m_stop;
    std::vector<PrintedRow> m_file;
};

} // namespace

std::optional<RowPrint> RowPrint::parse(const QString &content)
{
    const QByteArray bytes = QByteArray::fromBase64(content.toLatin1());
    RowPrint print;
    if (std::size_t(bytes.size()) != print.record.size() + print.cells.size())
        return std::nullopt;
    std::memcpy(print.record.data(), bytes.constData(), print.record.size());
    std::memcpy(print.cells.data(), bytes.constData() + print.record.size(), print.cells.size());
    return print;
}

QString RowPrint::content() const
{
    QByteArray bytes(record.data(), qsizetype(record.size()));
    bytes.append(cells.data(), qsizetype(cells.size()));
    return QString::fromLatin1(bytes.toBase64(QByteArray::OmitTrailingEquals));
}

RowPrint printOf(const FormRecord &record, const QStringList &cells)
{
    FormRecord sent = withoutEmpty(record);
    std::stable_sort(sent.begin(), sent.end(),
                     [](const FormValue &a, const FormValue &b) { return a.heading < b.heading; });
    QCryptographicHash ofRecord(QCryptographicHash::Sha256);
    for (const FormValue &field : sent) {
        add(ofRecord, field.heading);
        add(ofRecord, field.value);
    }
    QCryptographicHash ofCells(QCryptographicHash::Sha256);
    qsizetype filled = cells.size();
    while (filled > 0 && cells[filled - 1].isEmpty())
        --filled; // spreadsheets write separators behind the last cell, or do not
    for (qsizetype i = 0; i < filled; ++i)
        add(ofCells, cells[i]);
    return {resultOf(ofRecord), resultOf(ofCells)};
}

Result<std::vector<PrintedRow>> printsOf(const FilePlan &plan, const QString &sha256, std::stop_token stop)
{
    GAUGE_TRY(const auto file, MappedFile::open(plan));
    std::vector<PrintedRow> rows;
    MappedRow row;
    while (true) {
        GAUGE_TRY(const auto found, file->next(row));
        if (!found)
            break;
        if (row.number % rowsBetweenSigns == 0 && stop.stop_requested())
            return fail(cancelled());
        rows.push_back({row.line, printOf(row.record, file->cells()), hasErrors(row.findings)});
    }
    if (file->reader().sha256() != sha256)
        return fileWasChanged();
    return rows;
}

Recognition recognise(std::vector<UploadRow> earlier, qint64 total, const std::vector<PrintedRow> &file)
{
    const Matcher matcher(earlier, file);
    Recognition found;
    found.counts.notSent = qint64(file.size());
    std::vector<bool> isLeft(file.size(), true);
    qint64 written = 0; // rows of the file as it was that the upload has
    qint64 gone = 0;
    for (std::size_t i = 0; i < earlier.size(); ++i) {
        UploadRow &row = earlier[i];
        const bool wasInFile = row.row > 0;
        written += wasInFile ? 1 : 0;
        const qint64 number = matcher.numberOf(i);
        if (number == 0) {
            const bool matters = wasSent(row.state);
            if (wasInFile)
                (matters ? found.missing : found.left) += 1;
            if (matters) {
                row.row = --gone;
                found.rows.push_back(std::move(row));
            }
            continue;
        }
        const PrintedRow &now = file[std::size_t(number - 1)];
        if (row.state == UploadRowState::Refused && matcher.isChanged(i)) {
            row.state = UploadRowState::NotSent; // corrected by the mapping
            row.message.clear();
        }
        row.row = number;
        row.line = now.line;
        row.content = now.print.content();
        isLeft[std::size_t(number - 1)] = row.state == UploadRowState::NotSent;
        found.counts.add(UploadRowState::NotSent, -1);
        found.counts.add(row.state, 1);
        found.rows.push_back(std::move(row));
        ++found.again;
    }
    for (std::size_t i = 0; i < file.size(); ++i) {
        found.toSend += isLeft[i] && !file[i].hasErrors ? 1 : 0;
        found.added += !matcher.isFound(i) && !file[i].hasErrors ? 1 : 0;
    }
    found.left += std::max<qint64>(total - written, 0);
    return found;
}

Result<void> mayResume(const Recognition &found, const Configuration &configuration)
{
    // As many rows may be new as were not accepted: those are the ones that were corrected.
    if (catalog::isUpdatedByKey(configuration.recordType) || found.missing == 0 || found.added <= found.left)
        return {};
    return fail(
        ErrorKind::Input,
        QCoreApplication::translate("upload",
                                    "Rows that were sent and are no longer in the file as they were: %1. "
                                    "More rows are new than were left, so a row that was accepted may have "
                                    "been changed and would be sent twice. Nothing was sent. Bring the sent "
                                    "rows back as they were, or send the new ones in another file.")
            .arg(found.missing));
}

Result<std::optional<Resumption>> findResumption(const FilePlan &plan, const FileReport &report,
                                                 const lake::UploadHistory &history,
                                                 const QString &connection, const QDateTime &now,
                                                 std::stop_token stop)
{
    using Found = std::optional<Resumption>;
    auto uploads = history.uploadsTo(connection, plan.configuration.reference, now);
    if (!uploads)
        return fail(std::move(uploads.error()));
    const auto isSameFile = [&report](const UploadEntry &upload) { return upload.sha256 == report.sha256; };
    const QString name = QFileInfo(plan.path).fileName();
    const auto isNamedSo = [&name](const UploadEntry &upload) { return upload.file == name; };
    // The one that it most likely is comes first; the others keep their order.
    const auto bring = [&uploads](const auto &isIt) {
        const auto first = std::find_if(uploads->begin(), uploads->end(), isIt);
        if (first != uploads->end())
            std::rotate(uploads->begin(), first, first + 1);
        return first != uploads->end();
    };
    const bool hasName = bring(isNamedSo);
    const bool hasFile = bring(isSameFile);
    Finder finder(plan, report.sha256, history, stop);
    for (const UploadEntry &upload : *uploads) {
        const bool isFirst = &upload == &uploads->front();
        const bool isSame = isFirst && hasFile && upload.counts.total() == report.rows;
        if (isSame && upload.counts.refused == 0) // else the mapping may have corrected them
            return Found(
                {upload, false, upload.counts, std::max<qint64>(upload.counts.notSent - report.rejected, 0)});
        const bool isLikely = isFirst && (hasFile || hasName);
        GAUGE_TRY(const auto found, finder.find(upload, isLikely && !isSame));
        const bool isCorrected = found && found->counts.refused < upload.counts.refused;
        if (isSame && !isCorrected)
            return Found(
                {upload, false, upload.counts, std::max<qint64>(upload.counts.notSent - report.rejected, 0)});
        if (found) {
            const auto possible = mayResume(*found, plan.configuration);
            return Found({upload, true, found->counts, found->toSend,
                          possible ? std::nullopt : std::optional(possible.error())});
        }
    }
    return Found();
}

tl::unexpected<Error> nothingToResume(const QString &reference)
{
    return fail(ErrorKind::Input,
                QCoreApplication::translate("upload",
                                            "There is nothing to resume: no row of this file was sent to "
                                            "“%1” before. Nothing was sent. Start a new upload.")
                    .arg(reference));
}

} // namespace gauge::upload
