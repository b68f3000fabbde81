// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/read/lakereader.h"
#include "records/table/clipboardtext.h"

#include <QObject>

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
