// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/table/clipboardtext.h"

#include "transfer/celltext.h"

namespace gauge::ui {

namespace {

bool isGuarded(const QString &value)
{
    // Most values do not begin so; those that do are worth their bytes.
    if (value.isEmpty() || value.front() > QLatin1Char('@'))
        return false;
    const QByteArray bytes = value.toUtf8();
    return transfer::needsFormulaGuard({bytes.constData(), std::size_t(bytes.size())});
}

void appendField(QString &out, const QString &value)
{
    const bool quoted = value.contains(QLatin1Char('\t')) || value.contains(QLatin1Char('\n'))
        || value.contains(QLatin1Char('\r')) || value.contains(QLatin1Char('"'));
    if (quoted)
        out += QLatin1Char('"');
    if (isGuarded(value))
        out += QLatin1Char('\'');
    out += quoted ? QString(value).replace(QLatin1Char('"'), QLatin1String("\"\"")) : value;
    if (quoted)
        out += QLatin1Char('"');
}

void appendLine(QString &out, const QStringList &values)
{
    bool first = true;
    for (const QString &value : values) {
        if (!std::exchange(first, false))
            out += QLatin1Char('\t');
        appendField(out, value);
    }
    out += QLatin1Char('\n');
}

void appendEscaped(QString &out, const QString &value)
{
    if (isGuarded(value))
        out += QLatin1Char('\'');
    for (const QChar c : value) {
        if (c == QLatin1Char('&'))
            out += QLatin1String("&amp;");
        else if (c == QLatin1Char('<'))
            out += QLatin1String("&lt;");
        else if (c == QLatin1Char('>'))
            out += QLatin1String("&gt;");
        else if (c == QLatin1Char('\n')) // a line within a cell, not a cell of its own
            out += QLatin1String("<br style=\"mso-data-placement:same-cell\">");
        else if (c.unicode() >= 0x20 || c == QLatin1Char('\t'))
            out += c;
    }
}

bool isFigure(catalog::ColumnType type)
{
    return type == catalog::ColumnType::Integer || type == catalog::ColumnType::Real
        || type == catalog::ColumnType::Score;
}

} // namespace

QString clipboardText(const CopiedCells &cells)
{
    QString text;
    if (!cells.headers.isEmpty())
        appendLine(text, cells.headers);
    for (const QStringList &row : cells.rows)
        appendLine(text, row);
    return text;
}

QString clipboardHtml(const CopiedCells &cells)
{
    QString html = QStringLiteral("<html><head><meta charset=\"utf-8\"></head><body><table>\n");
    if (!cells.headers.isEmpty()) {
        html += QLatin1String("<tr>");
        for (const QString &header : cells.headers) {
            html += QLatin1String("<th>");
            appendEscaped(html, header);
            html += QLatin1String("</th>");
        }
        html += QLatin1String("</tr>\n");
    }
    for (const QStringList &row : cells.rows) {
        html += QLatin1String("<tr>");
        for (qsizetype column = 0; column < row.size(); ++column) {
            // The first way to say "text" is read by Excel, the second by LibreOffice.
            html += isFigure(cells.types[std::size_t(column)])
                ? QLatin1String("<td>")
                : QLatin1String("<td style=\"mso-number-format:'\\@'\" sdnum=\"1033;0;@\">");
            appendEscaped(html, row[column]);
            html += QLatin1String("</td>");
        }
        html += QLatin1String("</tr>\n");
    }
    html += QLatin1String("</table></body></html>");
    return html;
}

} // namespace gauge::ui
