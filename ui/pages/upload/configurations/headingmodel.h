// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/form/configuration.h"

#include <QAbstractTableModel>

namespace gauge::ui {

//! The headings of a configuration, to be edited. Those that its record type requires are always there;
//! they keep their name and stay required. A row that nobody filled in does not count.
class HeadingModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, TypeColumn, RequiredColumn, DefaultColumn, HintColumn, ChoicesColumn };
    static constexpr int columns = ChoicesColumn + 1;

    using QAbstractTableModel::QAbstractTableModel;

    //! Null: a type that is not known.
    void setHeadings(std::vector<upload::Heading> headings, const catalog::RecordType *type);
    //! Headings that nobody touched become those that records of the new type usually have; others stay.
    void setRecordType(const catalog::RecordType *type);
    //! Without the rows that nobody filled in.
    [[nodiscard]] std::vector<upload::Heading> headings() const;

    //! An empty row behind \a row; comes back as its number.
    int add(int row);
    //! Those that the record type requires stay.
    void remove(QList<int> rows);
    //! Where \a row is afterwards.
    int move(int row, int by);
    struct Taken
    {
        int added = 0;
        int known = 0; //!< were there already
    };
    //! Adds headings; those that nobody touched are replaced by them.
    Taken take(const std::vector<upload::Heading> &headings);

    //! The record type requires it.
    [[nodiscard]] bool isFixed(int row) const;
    //! What is wrong with a row, in words, or empty.
    [[nodiscard]] QString problem(int row) const { return m_problems.value(row); }
    //! The first row that something is wrong with, or -1.
    [[nodiscard]] int firstProblem() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    //! Headings, or what is wrong with them.
    void changed();

private:
    [[nodiscard]] const upload::Heading &at(int row) const { return m_headings[std::size_t(row)]; }
    [[nodiscard]] bool isUntouched() const;
    [[nodiscard]] QVariant text(int row, int column) const;
    bool setText(upload::Heading &heading, int column, const QVariant &value) const;
    void addRequired(std::vector<upload::Heading> &headings) const;
    void reset(std::vector<upload::Heading> headings);
    void check();

    std::vector<upload::Heading> m_headings;
    QStringList m_problems; //!< one for each row
    const catalog::RecordType *m_type = nullptr;
};

} // namespace gauge::ui
