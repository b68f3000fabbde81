// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/endpoint.h"
#include "lake/read/lakereader.h"

#include <QItemSelection>
#include <QObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace gauge::ui {

//! Cells on their way to a spreadsheet, as received.
struct CopiedCells
{
    QStringList headers; //!< none: only the cells
    std::vector<catalog::ColumnType> types; //!< of each column
    std::vector<QStringList> rows;
};

//! Tab-separated lines. Values with a tab, line break or quote are quoted as spreadsheets do; what a
//! spreadsheet would run as a formula gets a leading apostrophe (cli.md, "Formula guard").
[[nodiscard]] QString clipboardText(const CopiedCells &cells);

//! The same as a table of HTML, where texts say that they are texts: leading zeros and long numbers stay
//! as they are.
[[nodiscard]] QString clipboardHtml(const CopiedCells &cells);

} // namespace gauge::ui

class QMimeData;

namespace gauge::ui {

class RecordTable;

//! Takes what is selected in a table of records to a spreadsheet: by the clipboard, or dragged there. Both
//! hold the cells as text and as HTML. Of a selection with gaps, the cells between are empty.
class TableCopy final : public QObject
{
    Q_OBJECT
public:
    enum class Headings { With, Without };

    //! More rows than these are a matter for an export.
    static constexpr int maxRows = 100'000;
    //! More cells than these go as text alone, of which HTML would make ten times as much.
    static constexpr qint64 maxHtmlCells = 500'000;

    explicit TableCopy(RecordTable *table);

    //! A single cell is copied bare.
    void copy(Headings headings);
    //! Begins to drag the selection as soon as its rows are there, if the button is still down then.
    void drag();

Q_SIGNALS:
    //! Something could not be done, in words.
    void refused(const QString &text);
    void copied(int rows);

private:
    //! Where the selected cells are, in the order that is seen.
    struct Places
    {
        std::vector<int> rows;
        std::vector<int> columns;
        std::vector<qint64> keys; //!< of the rows
        std::vector<bool> chosen; //!< row by row; empty: all of them
    };
    struct Content
    {
        QString text;
        QString html;
        int rows = 0;
    };
    [[nodiscard]] Places places() const;
    [[nodiscard]] CopiedCells headed(const Places &places, Headings headings) const;
    template <typename Use>
    void collect(Headings headings, Use use);
    [[nodiscard]] static std::vector<QStringList> pick(const Places &places,
                                                       const std::vector<lake::OwnedRow> &rows);
    [[nodiscard]] static Content contentOf(const CopiedCells &cells, bool bare);
    [[nodiscard]] static QMimeData *mimeData(const Content &content);

    RecordTable *m_table;
};

} // namespace gauge::ui

namespace gauge::ui {

//! Rows from the first to the last, both included.
struct RowRange
{
    int first = 0;
    int last = 0;
    bool operator==(const RowRange &) const = default;
};

//! The rows that have a cell in \a selection, from top to bottom; no two ranges overlap or touch. Takes time
//! by the number of ranges, however long they are.
[[nodiscard]] std::vector<RowRange> rowRanges(const QItemSelection &selection);
[[nodiscard]] int countRows(const std::vector<RowRange> &ranges);
//! One by one.
[[nodiscard]] std::vector<int> rowsOf(const std::vector<RowRange> &ranges);

} // namespace gauge::ui
