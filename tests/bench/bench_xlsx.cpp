// SPDX-License-Identifier: GPL-3.0-or-later
// The peer of the workbook export: the cells of a CSV, written by libxlsxwriter as they come.
// Usage: bench_xlsx CSV WORKBOOK TEMPORARY-FOLDER
#include <cstdio>
#include <string>
#include <vector>
#include <xlsxwriter.h>

namespace {

//! The next record of a CSV by RFC 4180; false: there is none.
bool nextRecord(std::FILE *file, std::vector<std::string> &fields)
{
    std::size_t field = 0;
    fields.resize(1);
    fields[0].clear();
    bool quoted = false;
    for (int c = std::getc(file); c != EOF; c = std::getc(file)) {
        if (quoted) {
            const int next = c == '"' ? std::getc(file) : 0;
            if (c == '"' && next != '"') {
                quoted = false;
                std::ungetc(next, file);
                continue;
            }
            fields[field] += static_cast<char>(c);
        } else if (c == '"') {
            quoted = true;
        } else if (c == ',') {
            fields.emplace_back();
            ++field;
        } else if (c == '\n') {
            return true;
        } else if (c != '\r') {
            fields[field] += static_cast<char>(c);
        }
    }
    return false;
}

} // namespace

int main(int count, char **arguments)
{
    std::FILE *csv = count == 4 ? std::fopen(arguments[1], "rb") : nullptr;
    if (!csv)
        return 2;
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = arguments[3];
    lxw_workbook *book = workbook_new_opt(arguments[2], &options);
    lxw_worksheet *sheet = workbook_add_worksheet(book, nullptr);
    std::vector<std::string> fields;
    std::size_t score = 0;
    int errors = 0;
    for (lxw_row_t row = 0; nextRecord(csv, fields); ++row) {
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (row == 0 && fields[i] == "nps")
                score = i;
            if (fields[i].empty())
                continue;
            const bool isNumber = row > 0 && i == score;
            const lxw_error error = isNumber
                ? worksheet_write_number(sheet, row, lxw_col_t(i), std::stod(fields[i]), nullptr)
                : worksheet_write_string(sheet, row, lxw_col_t(i), fields[i].c_str(), nullptr);
            errors += error == LXW_NO_ERROR ? 0 : 1;
        }
    }
    std::fclose(csv);
    return workbook_close(book) == LXW_NO_ERROR && errors == 0 ? 0 : 1;
}
