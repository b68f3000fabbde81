// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/sql/types.h"
#include "records/filter/valuesource.h"

#include <QWidget>

namespace gauge::ui {

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
