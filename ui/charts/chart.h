// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/drawing.h"
#include "query/filter.h"

#include <QAbstractTableModel>

namespace gauge::ui {

//! Figures and how they are drawn. The table is the truth: what is drawn, spoken, copied and written to a
//! file is one of its cells. A subclass sets the table and draws it.
class Chart : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { SpokenRole = Qt::UserRole + 1 }; //!< a cell with what it is about, as a sentence

    struct Cell
    {
        QString shown; //!< by the locale
        QVariant value; //!< as written to a file: a number, a text, or nothing
        std::vector<query::Filter> where = {}; //!< what finds its records; empty: nothing does
        QString accessibleText = {}; //!< where `shown` has signs that cannot be heard
        //! As it is heard.
        [[nodiscard]] QString name() const;
    };
    struct Column
    {
        QString title;
        bool isFigure = true;
        bool isPoint = false; //!< its cells are points of the drawing; the first column never is
    };
    using Row = std::vector<Cell>;

    using QAbstractTableModel::QAbstractTableModel;

    //! A sentence that says what is shown.
    [[nodiscard]] QString title() const { return m_title; }
    //! What else is to be known, in a sentence; mostly empty.
    [[nodiscard]] QString note() const { return m_note; }
    //! Why there is nothing to draw.
    [[nodiscard]] QString emptyText() const { return m_emptyWords; }
    void setTitle(const QString &title);
    void setNote(const QString &note);
    void setEmptyText(const QString &words);
    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    [[nodiscard]] const std::vector<Column> &columns() const { return m_columns; }
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }
    //! Conditions that find the records of a point.
    [[nodiscard]] std::vector<query::Filter> where(const QModelIndex &index) const;
    //! "March 2026: NPS +38, from 34 to 42, responses 340".
    [[nodiscard]] QString accessibleText(const QModelIndex &index) const;

    //! Whether there is a drawing at all; some figures are a table only.
    [[nodiscard]] virtual bool isDrawn() const { return true; }
    //! The height that the drawing needs, whatever its width.
    [[nodiscard]] virtual double height(const ChartStyle &look) const;
    virtual void draw(Drawing &drawing) const = 0;
    //! Shows or hides what is inside of a row. Whether there is something.
    virtual bool toggle(int row);

Q_SIGNALS:
    void titleChanged();

protected:
    void setTable(std::vector<Column> columns, std::vector<Row> rows);

private:
    QString m_title;
    QString m_note;
    QString m_emptyWords;
    std::vector<Column> m_columns;
    std::vector<Row> m_rows;
};

//! Cells of the usual kinds.
[[nodiscard]] Chart::Cell textCell(const QString &text);
[[nodiscard]] Chart::Cell countCell(qint64 count);
[[nodiscard]] Chart::Cell pointsCell(double points); //!< of the NPS: "+38.2"
[[nodiscard]] Chart::Cell shareCell(double share); //!< 0 … 1: "54.1 %", written as 54.1

//! An NPS on a chart: −100 … 100 with its interval.
struct Estimate
{
    double score = 0;
    double low = 0;
    double high = 0;
    qint64 responses = 0; //!< that it rests on
    bool isFew = false; //!< it is not told, for it rests on too few
    bool operator==(const Estimate &) const = default;

    [[nodiscard]] bool isTold() const;
};

//! Fewer responses than these make a figure that is drawn in grey.
inline constexpr qint64 smallSample = 30;

//! Score, low, high, or what is said in their place.
[[nodiscard]] Chart::Cell scoreCell(const Estimate &estimate);
[[nodiscard]] Chart::Cell lowCell(const Estimate &estimate);
[[nodiscard]] Chart::Cell highCell(const Estimate &estimate);
[[nodiscard]] QString tooFewText(); //!< "too few"

//! Conditions of \a where for a cell.
[[nodiscard]] Chart::Cell opening(Chart::Cell cell, const std::vector<query::Filter> &where);

//! Figures that are a list to read and have no drawing.
class ListChart final : public Chart
{
    Q_OBJECT
public:
    using Chart::Chart;

    void setList(std::vector<Column> columns, std::vector<Row> rows)
    {
        setTable(std::move(columns), std::move(rows));
    }
    [[nodiscard]] bool isDrawn() const override { return false; }
    void draw(Drawing &) const override {}
};

} // namespace gauge::ui
