// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/history/uploadlistmodel.h"

#include "catalog/recordtype.h"
#include "kit/format.h"
#include "pages/upload/shared/uploadtext.h"
#include "upload/form/singlejournal.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace gauge::ui {

using lake::UploadEntry;
using lake::UploadRow;
using lake::UploadRowState;

namespace {

QString timeText(const QDateTime &time, QLocale::FormatType format)
{
    return QLocale().toString(time.toLocalTime(), format);
}

bool isResponse(const UploadEntry &upload)
{
    return upload.recordType == QLatin1String(upload::singleResponseType);
}

QString typeText(const UploadEntry &upload)
{
    if (isResponse(upload))
        return QCoreApplication::translate("upload page", "Single response");
    const catalog::RecordType *type = catalog::findRecordType(upload.recordType);
    return type ? QCoreApplication::translate("catalog", type->title) : upload.recordType;
}

} // namespace

QString whatWasSent(const UploadEntry &upload)
{
    if (!upload.file.isEmpty())
        return upload.file;
    return isResponse(upload) ? QCoreApplication::translate("upload page", "One response")
                              : QCoreApplication::translate("upload page", "One record");
}

void UploadListModel::setUploads(std::vector<UploadEntry> uploads)
{
    if (uploads == m_uploads)
        return;
    beginResetModel();
    m_uploads = std::move(uploads);
    endResetModel();
}

int UploadListModel::rowOf(qint64 id) const
{
    const auto found = std::find_if(m_uploads.begin(), m_uploads.end(),
                                    [id](const UploadEntry &upload) { return upload.id == id; });
    return found == m_uploads.end() ? -1 : int(found - m_uploads.begin());
}

int UploadListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_uploads.size());
}

TextTableModel::Cell UploadListModel::cell(int row, int column) const
{
    const UploadEntry &upload = m_uploads[std::size_t(row)];
    switch (column) {
    case Started:
        return {timeText(upload.started, QLocale::ShortFormat)};
    case What:
        return {whatWasSent(upload)};
    case Configuration:
        return {upload.configuration};
    case Type:
        return {typeText(upload)};
    case Rows:
        return {countText(upload.counts.total())};
    case Accepted:
        return {countText(upload.counts.accepted)};
    case Refused:
        return {countText(upload.counts.refused)};
    case Unknown:
        return {countText(upload.counts.unknown)};
    case NotSent:
        return {countText(upload.counts.notSent)};
    default:
        break;
    }
    const QString words = stateText(upload.state);
    if (upload.state == UploadEntry::State::Running)
        return {words, {}, QStringLiteral("running")};
    if (upload.state != UploadEntry::State::Done)
        return {words, {}, QStringLiteral("stopped"), Signal::Attention};
    const bool isAll = upload.counts.accepted == upload.counts.total();
    return isAll ? Cell{words, {}, QStringLiteral("success"), Signal::Good}
                 : Cell{words, {}, QStringLiteral("warning"), Signal::Attention};
}

QStringList UploadListModel::titles() const
{
    return {tr("Started"), tr("What"),    tr("State"),    tr("Rows"),          tr("Accepted"),
            tr("Refused"), tr("Unknown"), tr("Not sent"), tr("Configuration"), tr("Type")};
}

void UploadRowsModel::setRows(std::vector<UploadRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int UploadRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

TextTableModel::Cell UploadRowsModel::cell(int row, int column) const
{
    const UploadRow &told = m_rows[std::size_t(row)];
    switch (column) {
    case Row:
        return {countText(told.row)};
    case Line:
        return {told.line > 0 ? countText(told.line) : QString()};
    case Outcome:
        return {stateText(told.state), {}, stateIconName(told.state), stateSignal(told.state)};
    case Message:
        return {told.message};
    default:
        return {timeText(told.time, QLocale::ShortFormat)};
    }
}

QStringList UploadRowsModel::titles() const
{
    return {tr("Row"), tr("Line"), tr("Outcome"), tr("Message"), tr("Time")};
}

} // namespace gauge::ui
