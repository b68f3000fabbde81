// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/table/freezabletable.h"
#include "records/table/recordmodel.h"

namespace gauge::ui {

class HitDelegate;
class SearchMatches;
class TableCopy;

//! A table of records of any length: rows of one height, widths by what the first rows hold, a
//! current cell at all times (Qt 6.4.2's accessible table crashes without one), Ctrl+C for
//! spreadsheets, columns moved, resized, hidden and frozen at the header, sorted by one or several.
class RecordTable final : public FreezableTable
{
    Q_OBJECT
public:
    explicit RecordTable(QWidget *parent = nullptr);
    ~RecordTable() override;

    void setRecords(RecordModel *model);
    [[nodiscard]] RecordModel *records() const { return m_records; }

    //! The rows that have a selected cell, from top to bottom.
    [[nodiscard]] std::vector<int> selectedRows() const;
    //! How many these are; quick, however many.
    [[nodiscard]] int selectedRowCount() const;
    //! Those that have a selected cell, in the order they are seen.
    [[nodiscard]] std::vector<int> selectedColumns() const;
    //! Names of the columns in the order they are seen.
    [[nodiscard]] QStringList visibleNames() const;

    //! Widths by column name, to be kept and given back.
    [[nodiscard]] QHash<QString, int> widths() const;
    void setWidths(const QHash<QString, int> &widths);

    //! The columns that do not scroll, by name; those that do not lead the others now scroll all the same.
    [[nodiscard]] QStringList frozenNames() const { return m_frozenNames; }
    void setFrozenNames(const QStringList &names);
    //! Freezes the columns from the first one to \a column, as they are seen.
    void freezeUpTo(int column);

    //! Rows of three lines, for long texts, or of one.
    [[nodiscard]] bool hasTallRows() const { return wordWrap(); }
    void setTallRows(bool tall);

    void copySelection();

    //! What was searched is marked in the cells.
    void setHits(SearchMatches hits);
    //! Makes the record \a by rows further down the current one, if there is one.
    void step(int by);
    //! The records to come are others: none of them is current because its key was. For an empty table.
    void forgetCurrent() { m_currentKey = -1; }

Q_SIGNALS:
    //! The destructor has begun; the table is still whole. Disconnect from it here.
    void closing();
    //! Another record is current; -1: none.
    void currentKeyChanged(qint64 key);
    //! The person asks for other columns.
    void columnsWanted(const QStringList &names);
    void columnChoiceWanted();
    //! Something could not be done, in words.
    void refused(const QString &text);
    void copied(int rows);
    void selectedRowsChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void beforeReset();
    void afterReset();
    void makeActions();
    void watchHeader();
    void takeClick(int column, bool further);
    void takeMove();
    void applyOrder();
    void applyFrozen();
    void showSorting();
    void fitNewColumns(int firstRow, int lastRow);
    void applyWidths();
    void fitRows();
    void retranslate();
    void showHeaderMenu(int column, QPoint position);

    TableCopy *m_copy;
    QAction *m_copyAction = nullptr;
    QAction *m_copyValuesAction = nullptr;
    QAction *m_tallAction = nullptr;
    QAction *m_chooseAction = nullptr;
    QMenu *m_columnMenu = nullptr; //!< what the headers offer, for the current column
    HitDelegate *m_delegate;
    RecordModel *m_records = nullptr;
    QHash<QString, int> m_widths; //!< known ones; a column without one is fitted when its rows come
    qint64 m_currentKey = -1;
    QString m_currentColumn;
    QStringList m_order; //!< column names as the person moved them, or empty
    QStringList m_frozenNames;
    bool m_applyingWidths = false;
    bool m_applyingOrder = false;
};

} // namespace gauge::ui
