// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/read/valuecounts.h"
#include "lake/sql/types.h"
#include "query/filter.h"

#include <QAbstractTableModel>
#include <QFuture>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <stop_token>

namespace gauge::ui {

//! The values of a column to tick, each with how many records have it. What is ticked stays ticked whatever
//! is listed; what is ticked and not listed comes first, without a count.
class ValueListModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { ValueColumn, RecordsColumn };

    using QAbstractTableModel::QAbstractTableModel;

    void setValues(catalog::ColumnType type, std::vector<lake::ValueCount> values);
    //! Without a signal.
    void setTicked(const QStringList &values);
    //! In the order they were ticked.
    [[nodiscard]] const QStringList &ticked() const { return m_ticked; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void tickedByPerson();

private:
    void arrange();
    [[nodiscard]] QString shown(const lake::ValueCount &value) const;

    catalog::ColumnType m_type = catalog::ColumnType::Text;
    std::vector<lake::ValueCount> m_listed; //!< as counted
    std::vector<lake::ValueCount> m_rows; //!< with those that are ticked only, which have -1 records
    QStringList m_ticked;
};

//! Asks what a column holds in the records that pass \a where and whatever else narrows the page. Returns at
//! once; empty where there is no lake to ask.
using ValueSource = std::function<QFuture<Result<lake::ValueCounts>>(
    const QString &column, std::vector<query::Filter> where, std::stop_token stop)>;

//! As many values as a list to choose from shows: more are found by typing.
inline constexpr size_t listedValues = 500;

class ValueListModel;

namespace Ui {
class ValuePicker;
}

//! The values that a column holds, to be found and ticked, with words for every state of the counting.
class ValuePicker final : public QWidget
{
    Q_OBJECT
public:
    explicit ValuePicker(QWidget *parent = nullptr);
    ~ValuePicker() override;

    void setSource(ValueSource source) { m_source = std::move(source); }
    [[nodiscard]] bool hasSource() const { return bool(m_source); }
    //! Asks for the values of \a column in the records that pass \a where, unless they are listed.
    void list(const lake::LakeColumn &column, const std::vector<query::Filter> &where);
    //! Lists nothing, and stops what runs.
    void clear();
    //! Without a signal.
    void setTicked(const QStringList &values);
    [[nodiscard]] const QStringList &ticked() const;

Q_SIGNALS:
    void tickedByPerson();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class State { Empty, Counting, Listed, Failed };

    void ask();
    void take(const Result<lake::ValueCounts> &counts);
    void showState();
    [[nodiscard]] QString words() const;

    std::unique_ptr<Ui::ValuePicker> m_ui;
    ValueListModel *m_model;
    ValueSource m_source;
    lake::LakeColumn m_column;
    std::vector<query::Filter> m_where;
    std::stop_source m_stop;
    quint64 m_generation = 0;
    State m_state = State::Empty;
    lake::ValueCounts m_counts; //!< without the values
    qsizetype m_listed = 0;
    QString m_error;
};

} // namespace gauge::ui
