// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/file/learnedheadings.h"

#include "upload/form/recordcheck.h"

#include <QSet>

namespace gauge::upload {

namespace {

using catalog::ValueType;

//! Whether there are values in the column, and all are of \a type.
bool isOf(const CsvPreview &preview, qsizetype column, ValueType type)
{
    bool any = false;
    for (const CsvRow &row : preview.rows) {
        const QString value = row.cells.value(column);
        if (objection(value, type))
            return false;
        any = any || !value.isEmpty();
    }
    return any;
}

//! Numbers and phones are left to a person: a column of digits is often one of names, and a wrong guess
//! would refuse the first one with a letter.
ValueType guessed(const CsvPreview &preview, qsizetype column)
{
    for (const ValueType type : {ValueType::DateTime, ValueType::Date, ValueType::Email})
        if (isOf(preview, column, type))
            return type;
    return ValueType::Text;
}

} // namespace

std::vector<Heading> learnedHeadings(const CsvPreview &preview, const catalog::RecordType *type)
{
    std::vector<Heading> headings;
    QSet<QString> seen;
    for (qsizetype column = 0; column < preview.header.size(); ++column) {
        const QString name = preview.header[column].trimmed();
        if (name.isEmpty() || seen.contains(name))
            continue;
        seen.insert(name);
        Heading heading = headingFor(type, name);
        if (!type || !type->heading(name))
            heading.type = guessed(preview, column);
        headings.push_back(std::move(heading));
    }
    return headings;
}

} // namespace gauge::upload
