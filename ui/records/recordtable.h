// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/recordmodel.h"

#include <QTableView>

namespace gauge::ui {

class TableCopy;

//! A table of records of any length: rows of one height, widths by what the first rows hold, a
//! current cell at all times (Qt 6.4.2's accessible table crashes without one), Ctrl+C for
//! spreadsheets, columns moved, resized and hidden at the header.
class RecordTable final : public QTableView
{
    Q_OBJECT
public:
    explicit RecordTable(QWidget *parent = nullptr);

    void setRecords(RecordModel *model);
    [[nodiscard]] RecordModel *records() const { return m_records; }

    //! The rows that have a selected cell, from top to bottom.
    [[nodiscard]] std::vector<int> selectedRows() const;
    //! Those that have a selected cell, in the order they are seen.
    [[nodiscard]] std::vector<int> selectedColumns() const;
    //! Names of the columns in the order they are seen.
    [[nodiscard]] QStringList visibleNames() const;

    //! Widths by column name, to be kept and given back.
    [[nodiscard]] QHash<QString, int> widths() const;
    void setWidths(const QHash<QString, int> &widths);

    void copySelection();
    //! Makes the record \a by rows further down the current one, if there is one.
    void step(int by);

Q_SIGNALS:
    //! Another record is current; -1: none.
    void currentKeyChanged(qint64 key);
    //! The person asks for other columns.
    void columnsWanted(const QStringList &names);
    void columnChoiceWanted();
    //! Something could not be done, in words.
    void refused(const QString &text);
    void copied(int rows);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void beforeReset();
    void afterReset();
    void applyOrder();
    void showSorting();
    void fitNewColumns(int firstRow, int lastRow);
    void applyWidths();
    [[nodiscard]] int fittingWidth(int column, int firstRow, int lastRow) const;
    void fitRowHeight();
    void retranslate();
    void showHeaderMenu(QPoint position);

    TableCopy *m_copy;
    RecordModel *m_records = nullptr;
    QHash<QString, int> m_widths; //!< known ones; a column without one is fitted when its rows come
    qint64 m_currentKey = -1;
    QString m_currentColumn;
    QStringList m_order; //!< column names as the person moved them, or empty
    bool m_applyingWidths = false;
    bool m_applyingOrder = false;
};

} // namespace gauge::ui
