// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/read/uploadhistory.h"
#include "pages/upload/shared/texttablemodel.h"

namespace gauge::ui {

//! What was uploaded, the newest first.
class UploadListModel final : public TextTableModel
{
    Q_OBJECT
public:
    enum Column {
        Started,
        What,
        State,
        Rows,
        Accepted,
        Refused,
        Unknown,
        NotSent,
        Configuration,
        Type,
        ColumnCount
    };

    using TextTableModel::TextTableModel;

    void setUploads(std::vector<lake::UploadEntry> uploads);
    [[nodiscard]] const lake::UploadEntry &upload(int row) const { return m_uploads[std::size_t(row)]; }
    //! -1: it is not among them.
    [[nodiscard]] int rowOf(qint64 id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;

protected:
    [[nodiscard]] Cell cell(int row, int column) const override;
    [[nodiscard]] QStringList titles() const override;
    [[nodiscard]] bool isFigure(int column) const override { return column >= Rows && column <= NotSent; }

private:
    std::vector<lake::UploadEntry> m_uploads;
};

//! The rows of one upload that something is known of.
class UploadRowsModel final : public TextTableModel
{
    Q_OBJECT
public:
    enum Column { Row, Line, Outcome, Message, Time, ColumnCount };

    using TextTableModel::TextTableModel;

    void setRows(std::vector<lake::UploadRow> rows);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;

protected:
    [[nodiscard]] Cell cell(int row, int column) const override;
    [[nodiscard]] QStringList titles() const override;
    [[nodiscard]] bool isFigure(int column) const override { return column == Row || column == Line; }

private:
    std::vector<lake::UploadRow> m_rows;
};

//! What an upload was of: a file's name, or a single record.
[[nodiscard]] QString whatWasSent(const lake::UploadEntry &upload);

} // namespace gauge::ui
