// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/texttable.h"

#include "base/text.h"

#include <algorithm>

namespace gauge::cli {

TextTable::TextTable(std::vector<Heading> headings)
    : m_headings(std::move(headings))
{
    QStringList titles;
    for (const Heading &heading : m_headings)
        titles.append(heading.text);
    m_rows.push_back(titles);
}

void TextTable::add(const QStringList &cells)
{
    QStringList row = cells;
    // A line break inside a cell would tear the table; a mark takes more room than a control.
    for (QString &cell : row)
        cell = withVisibleControls(cell.simplified(), Layout::Marked);
    m_rows.push_back(row);
}

QString TextTable::text() const
{
    std::vector<qsizetype> widths(m_headings.size(), 0);
    for (const QStringList &row : m_rows) {
        for (std::size_t i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths[i], row.value(qsizetype(i)).size());
    }
    QStringList lines;
    for (const QStringList &row : m_rows) {
        QString line;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const QString cell = row.value(qsizetype(i));
            if (i > 0)
                line += QStringLiteral("  ");
            line += m_headings[i].align == Align::Right ? cell.rightJustified(widths[i])
                                                        : cell.leftJustified(widths[i]);
        }
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
        lines.append(line);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace gauge::cli
