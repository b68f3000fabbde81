// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/read/lakereader.h"
#include "metrics/figures/periods.h"

#include <QAbstractTableModel>
#include <QFuture>

namespace gauge::ui {

//! A table of records by the display rules, wherever its rows come from.
//!
//! Rows × columns stay within an int: Qt's accessibility multiplies them.
class RecordModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        LoadingRole = Qt::UserRole + 1, //!< bool: the row is on its way
        ReceivedRole, //!< QString: the value as received, for copying
        ColumnNameRole, //!< QString, of a header section: the lake's column name
    };

    //! More columns than these cannot be shown at once; all can be exported.
    static constexpr int maxColumns = 256;

    using QAbstractTableModel::QAbstractTableModel;

    //! What the columns show, left to right.
    [[nodiscard]] const std::vector<lake::LakeColumn> &shownColumns() const { return m_shown; }
    [[nodiscard]] QStringList shownNames() const;
    //! Their titles, whole, of which no two are the same.
    [[nodiscard]] QStringList fullTitles() const;
    //! -1 when it is not shown.
    [[nodiscard]] int columnOf(const QString &name) const;

    //! What identifies a row over re-sorts; -1 for a row that is not there.
    [[nodiscard]] virtual qint64 keyOf(int row) const = 0;
    //! -1 when no row has \a key. Walks the keys: 1 ms for a million.
    [[nodiscard]] virtual int rowOf(qint64 key) const = 0;

    //! Whether sortBy() does anything.
    [[nodiscard]] virtual bool isSortable() const { return false; }
    //! The order that is shown or on its way, what decides first being first; empty: as received.
    [[nodiscard]] virtual std::vector<query::Sort> sorting() const { return {}; }
    virtual void sortBy(const std::vector<query::Sort> &) {}

    using RowsAnswer = Result<std::vector<lake::OwnedRow>>;
    //! The rows' values as received but for what is masked, one entry per shown column; rows that are not
    //! in memory are fetched. For the clipboard.
    [[nodiscard]] QFuture<RowsAnswer> received(const std::vector<int> &rows);

    //! Hides the values of personal columns, on screen, spoken and copied.
    void setMasked(bool masked);
    [[nodiscard]] bool isMasking() const { return m_masked; }
    //! Whether the values of \a column are hidden.
    [[nodiscard]] bool isMasked(int column) const;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    //! Every cell may be dragged.
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    //! Column titles in a new language.
    void retranslate();
    //! What makes a non-response provisional from now on.
    void setSettling(metrics::ProvisionalWindow settling);

protected:
    enum class Presence { Here, Loading, Gone };
    struct Value
    {
        Presence presence = Presence::Here;
        QString text;
        bool null = false;
    };
    [[nodiscard]] virtual Value valueAt(int row, int column) const = 0;
    [[nodiscard]] virtual QFuture<RowsAnswer> unmaskedRows(const std::vector<int> &rows) = 0;

    //! When the row's invitation was sent, as received; empty where that is not known, or does
    //! not matter any more.
    [[nodiscard]] virtual QString sentAt(int row) const = 0;

    void setShown(std::vector<lake::LakeColumn> columns);
    //! sorting() changed.
    void tellSorting();
    //! All columns that a person may see, among which a title must say which one is meant.
    [[nodiscard]] virtual const std::vector<lake::LakeColumn> &knownColumns() const { return m_shown; }
    //! The largest row count that keeps rows × columns, headers included, within an int.
    [[nodiscard]] int boundedRows(std::size_t rows) const;

private:
    void repaint();
    [[nodiscard]] bool isProvisional(const QModelIndex &index) const;
    [[nodiscard]] QString shown(const QModelIndex &index, const QString &text) const;
    [[nodiscard]] QString accessibleText(const QModelIndex &index, const QString &text) const;
    [[nodiscard]] QVariant toolTip(const QModelIndex &index, const QString &text) const;
    [[nodiscard]] static QVariant maskedData(int role);
    [[nodiscard]] QString spokenTitle(int column) const;
    [[nodiscard]] static QVariant rowHeader(int row, int role);
    [[nodiscard]] QStringList titlesOfShown(qsizetype length) const;

    std::vector<lake::LakeColumn> m_shown;
    QStringList m_titles; //!< of those shown
    metrics::ProvisionalWindow m_settling;
    bool m_masked = false;
};

} // namespace gauge::ui
