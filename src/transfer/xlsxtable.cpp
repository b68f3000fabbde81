// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/xlsxtable.h"

#include "transfer/outputfiles.h"

namespace gauge::transfer {

namespace {

using catalog::Cell;
using catalog::ColumnType;

constexpr lxw_row_t measuredRows = 500;
constexpr int narrowest = 6;
constexpr int widest = 50;
constexpr int filterArrow = 3; // characters that it covers
constexpr lxw_row_t rowsBetweenLooks = 1000;

bool isNumeric(ColumnType type)
{
    return type == ColumnType::Score || type == ColumnType::Integer || type == ColumnType::Real;
}

} // namespace

Result<void> written(lxw_error error)
{
    if (error == LXW_NO_ERROR)
        return {};
    return notWrittenToTheEnd(QString::fromUtf8(lxw_strerror(error)));
}

XlsxTable::XlsxTable(XlsxBook &book, QString name)
    : m_book(book)
    , m_name(std::move(name))
    , m_text(book.m_plan.cells)
    , m_escaped(book.m_limits.characters)
{}

Result<void> XlsxTable::begin(const std::vector<lake::LakeColumn> &columns)
{
    if (columns.size() > std::size_t(xlsx::mostColumns)) {
        return fail(ErrorKind::Storage,
                    QCoreApplication::translate(
                        "transfer",
                        "A sheet holds 16,384 columns, and these rows have %1. Nothing was exported. Choose "
                        "fewer columns, or CSV.")
                        .arg(columns.size()));
    }
    m_columns = columns;
    for (const lake::LakeColumn &column : m_columns) {
        // The number of a record is its name, not a quantity.
        m_isNumber.push_back(isNumeric(column.type) && column.name != m_book.m_plan.endpoint.keyColumn);
    }
    m_widths.assign(m_columns.size(), narrowest);
    return beginSheet();
}

Result<void> XlsxTable::beginSheet()
{
    const QString name
        = m_part == 0 ? m_name : QString(m_name + QLatin1Char(' ') + QString::number(m_part + 1));
    GAUGE_TRY(m_sheet, m_book.addSheet(name));
    ++m_part;
    m_row = 0;
    const std::vector<std::string> headings = m_text.headings(m_columns);
    for (std::size_t i = 0; i < headings.size(); ++i) {
        const std::string &heading = headings[i];
        measure(lxw_col_t(i), xlsx::unitsOf(heading) + filterArrow);
        GAUGE_CHECK(written(writeText(lxw_col_t(i), heading, m_book.m_bold)));
    }
    worksheet_freeze_panes(m_sheet, 1, 0);
    m_row = 1;
    return {};
}

Result<void> XlsxTable::write(const catalog::Row &row)
{
    if (m_row >= lxw_row_t(m_book.m_limits.rows)) {
        GAUGE_CHECK(endSheet());
        GAUGE_CHECK(beginSheet());
    }
    const std::size_t count = std::min(row.cells.size(), m_columns.size());
    for (std::size_t i = 0; i < count; ++i) {
        if (row.cells[i].isNull())
            continue;
        if (const lxw_error error = writeCell(lxw_col_t(i), row.cells[i]); error != LXW_NO_ERROR)
            return written(error);
    }
    // libxlsxwriter does not look; a full disk should not be noticed hours later.
    if (++m_row % rowsBetweenLooks == 0 && std::ferror(m_sheet->optimize_tmpfile))
        return notWrittenToTheEnd({});
    return {};
}

Result<void> XlsxTable::end()
{
    return m_sheet ? endSheet() : Result<void>();
}

Result<void> XlsxTable::endSheet()
{
    if (m_columns.empty())
        return {};
    const auto last = lxw_col_t(m_columns.size() - 1);
    for (lxw_col_t i = 0; i <= last; ++i) {
        GAUGE_CHECK(written(worksheet_set_column(m_sheet, i, i, m_widths[i] + 1.0, nullptr)));
    }
    GAUGE_CHECK(written(worksheet_autofilter(m_sheet, 0, 0, m_row - 1, last)));
    // Numbers of records, phones and the like are texts on purpose.
    return written(worksheet_ignore_errors(m_sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"));
}

lxw_error XlsxTable::writeCell(lxw_col_t at, const Cell &cell)
{
    const lake::LakeColumn &column = m_columns[at];
    if (!m_text.isMasked(column)) {
        if (m_isNumber[at]) {
            if (const std::optional<double> number = xlsx::exactNumber(cell))
                return worksheet_write_number(m_sheet, m_row, at, *number, nullptr);
        } else if (column.type == ColumnType::DateTime && cell.type == Cell::Type::Text) {
            if (const std::optional<xlsx::Date> date = xlsx::readDate(cell.text)) {
                measure(at, int(cell.text.size()));
                return worksheet_write_number(m_sheet, m_row, at, date->serial,
                                              date->hasTime ? m_book.m_dateTime : m_book.m_date);
            }
        }
    }
    return writeText(at, m_text.of(cell, column));
}

lxw_error XlsxTable::writeText(lxw_col_t at, std::string_view text, lxw_format *format)
{
    if (m_row < measuredRows && m_part == 1)
        measure(at, xlsx::unitsOf(text));
    const std::string &escaped = m_escaped.of(text);
    if (m_escaped.isShortened())
        ++m_book.m_shortened;
    return worksheet_write_string(m_sheet, m_row, at, escaped.c_str(), format);
}

void XlsxTable::measure(lxw_col_t at, int units)
{
    m_widths[at] = std::max(m_widths[at], std::min(units, widest));
}

} // namespace gauge::transfer
