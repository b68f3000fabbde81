// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/table/tablecopy.h"

#include "kit/onresult.h"
#include "records/table/recordtable.h"
#include "transfer/celltext.h"

#include <QClipboard>
#include <QDrag>
#include <QGuiApplication>
#include <QMimeData>
#include <QtConcurrentRun>

#include <algorithm>
#include <numeric>

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

namespace {

//! Marks the cells of \a range, whose rows and columns are all among \a rows and \a columns.
void mark(const QItemSelectionRange &range, const std::vector<int> &rows, const std::vector<int> &columns,
          std::vector<bool> &chosen)
{
    const auto first = std::size_t(std::lower_bound(rows.begin(), rows.end(), range.top()) - rows.begin());
    const std::size_t last = first + std::size_t(range.height());
    for (std::size_t column = 0; column < columns.size(); ++column) {
        if (columns[column] < range.left() || columns[column] > range.right())
            continue;
        for (std::size_t row = first; row < last; ++row)
            chosen[row * columns.size() + column] = true;
    }
}

} // namespace

//! The selected cells of \a rows, of which some may be gone; others are empty.
std::vector<QStringList> TableCopy::pick(const Places &places, const std::vector<lake::OwnedRow> &rows)
{
    std::vector<QStringList> lines;
    lines.reserve(rows.size());
    std::size_t place = 0;
    for (const lake::OwnedRow &row : rows) {
        while (place + 1 < places.keys.size() && places.keys[place] != row.key)
            ++place;
        QStringList line;
        line.reserve(qsizetype(places.columns.size()));
        for (std::size_t column = 0; column < places.columns.size(); ++column) {
            const bool taken = places.chosen.empty() || places.chosen[place * places.columns.size() + column];
            line.append(taken ? row.display.value(places.columns[column]) : QString());
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

TableCopy::TableCopy(RecordTable *table)
    : QObject(table)
    , m_table(table)
{}

TableCopy::Places TableCopy::places() const
{
    Places places{m_table->selectedRows(), m_table->selectedColumns(), {}, {}};
    const QModelIndex current = m_table->currentIndex();
    if (places.rows.empty() && current.isValid())
        return {{current.row()}, {current.column()}, {}, {}};
    if (places.rows.size() > maxRows)
        return places;
    for (const int row : places.rows)
        places.keys.push_back(m_table->records()->keyOf(row));
    std::vector<bool> chosen(places.rows.size() * places.columns.size());
    const QItemSelection ranges = m_table->selectionModel()->selection();
    for (const QItemSelectionRange &range : ranges)
        mark(range, places.rows, places.columns, chosen);
    if (std::find(chosen.begin(), chosen.end(), false) != chosen.end())
        places.chosen = std::move(chosen);
    return places;
}

CopiedCells TableCopy::headed(const Places &places, Headings headings) const
{
    CopiedCells cells;
    const bool isSingle = places.rows.size() == 1 && places.columns.size() == 1;
    const QStringList titles = m_table->records()->fullTitles();
    for (const int column : places.columns) {
        cells.types.push_back(m_table->records()->shownColumns()[std::size_t(column)].type);
        if (headings == Headings::With && !isSingle)
            cells.headers.append(titles[column]);
    }
    return cells;
}

TableCopy::Content TableCopy::contentOf(const CopiedCells &cells, bool bare)
{
    Content content{clipboardText(cells), {}, int(cells.rows.size())};
    if (bare) {
        content.text.chop(1); // no line, but a value
        return content;
    }
    if (qint64(cells.rows.size()) * qint64(cells.types.size()) <= maxHtmlCells)
        content.html = clipboardHtml(cells);
    return content;
}

//! Hands the content of what is selected to \a use, once its rows are there.
template <typename Use>
void TableCopy::collect(Headings headings, Use use)
{
    RecordModel *records = m_table->records();
    if (!records || !m_table->selectionModel())
        return;
    Places places = this->places();
    if (places.rows.empty())
        return;
    if (places.rows.size() > maxRows) {
        Q_EMIT refused(
            tr("%L1 rows are too many for the clipboard, which takes up to %L2. Nothing was copied. "
               "Use Export with “Selected rows” instead.")
                .arg(places.rows.size())
                .arg(maxRows));
        return;
    }
    CopiedCells cells = headed(places, headings);
    const bool bare = places.rows.size() == 1 && places.columns.size() == 1;
    const auto rows = records->received(places.rows);
    onResult(rows, this,
             [this, use, bare, places = std::move(places),
              cells = std::move(cells)](const Result<std::vector<lake::OwnedRow>> &answer) mutable {
                 if (!answer) {
                     Q_EMIT refused(answer.error().text);
                     return;
                 }
                 // A hundred thousand rows take longer to write than a window may stand still.
                 auto write = [rows = *answer, bare, places = std::move(places),
                               cells = std::move(cells)]() mutable {
                     cells.rows = pick(places, rows);
                     return contentOf(cells, bare);
                 };
                 onResult(QtConcurrent::run(std::move(write)), this, use);
             });
}

QMimeData *TableCopy::mimeData(const Content &content)
{
    auto *data = new QMimeData;
    data->setText(content.text);
    if (!content.html.isEmpty())
        data->setHtml(content.html);
    return data;
}

void TableCopy::copy(Headings headings)
{
    collect(headings, [this](const Content &content) {
        QGuiApplication::clipboard()->setMimeData(mimeData(content));
        Q_EMIT copied(content.rows);
    });
}

void TableCopy::drag()
{
    collect(Headings::With, [this](const Content &content) {
        if (!QGuiApplication::mouseButtons().testFlag(Qt::LeftButton))
            return; // let go before the rows had come
        auto *drag = new QDrag(m_table);
        drag->setMimeData(mimeData(content));
        drag->exec(Qt::CopyAction);
    });
}

std::vector<RowRange> rowRanges(const QItemSelection &selection)
{
    std::vector<RowRange> all;
    all.reserve(std::size_t(selection.size()));
    for (const QItemSelectionRange &range : selection) {
        if (range.isValid())
            all.push_back({range.top(), range.bottom()});
    }
    std::sort(all.begin(), all.end(), [](const RowRange &a, const RowRange &b) { return a.first < b.first; });
    std::vector<RowRange> merged;
    for (const RowRange &range : all) {
        if (!merged.empty() && range.first <= merged.back().last + 1)
            merged.back().last = std::max(merged.back().last, range.last);
        else
            merged.push_back(range);
    }
    return merged;
}

int countRows(const std::vector<RowRange> &ranges)
{
    return std::accumulate(ranges.begin(), ranges.end(), 0, [](int count, const RowRange &range) {
        return count + range.last - range.first + 1;
    });
}

std::vector<int> rowsOf(const std::vector<RowRange> &ranges)
{
    std::vector<int> rows;
    rows.reserve(std::size_t(countRows(ranges)));
    for (const RowRange &range : ranges) {
        for (int row = range.first; row <= range.last; ++row)
            rows.push_back(row);
    }
    return rows;
}

} // namespace gauge::ui
