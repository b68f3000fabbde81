// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/celltext.h"
#include "transfer/xlsxbook.h"

#include <xlsxwriter.h>

namespace gauge::transfer {

//! An error of libxlsxwriter as one of ours.
[[nodiscard]] Result<void> written(lxw_error error);

//! One table of a workbook, on as many sheets as it takes.
class XlsxTable final : public TableWriter
{
public:
    XlsxTable(XlsxBook &book, QString name);

    Result<void> begin(const std::vector<lake::LakeColumn> &columns) override;
    Result<void> write(const catalog::Row &row) override;
    Result<void> end() override;

private:
    [[nodiscard]] Result<void> beginSheet();
    [[nodiscard]] Result<void> endSheet();
    [[nodiscard]] lxw_error writeCell(lxw_col_t at, const catalog::Cell &cell);
    [[nodiscard]] lxw_error writeText(lxw_col_t at, std::string_view text, lxw_format *format = nullptr);
    void measure(lxw_col_t at, int units);

    XlsxBook &m_book;
    const QString m_name;
    std::vector<lake::LakeColumn> m_columns;
    std::vector<bool> m_isNumber; //!< by column
    std::vector<int> m_widths; //!< by column, in characters
    CellText m_text;
    xlsx::Text m_escaped;
    lxw_worksheet *m_sheet = nullptr;
    lxw_row_t m_row = 0; //!< that comes next
    int m_part = 0;
};

} // namespace gauge::transfer
