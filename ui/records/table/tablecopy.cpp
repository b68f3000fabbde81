// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/table/tablecopy.h"

#include "kit/whendone.h"
#include "records/table/recordtable.h"

#include <QClipboard>
#include <QDrag>
#include <QGuiApplication>
#include <QMimeData>
#include <QtConcurrentRun>

namespace gauge::ui {

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
    whenDone(rows, this,
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
                 whenDone(QtConcurrent::run(std::move(write)), this, use);
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

} // namespace gauge::ui
