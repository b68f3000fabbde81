// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "madeuprows.h"
#include "records/table/laketablemodel.h"
#include "records/table/recordtable.h"
#include "support/testcase.h"

namespace gauge::test {

//! A table on the screen for every test function, with made-up rows once they are loaded.
class TableFixture : public TestCase
{
    Q_OBJECT
protected Q_SLOTS:
    void init()
    {
        TestCase::init();
        m_model = std::make_unique<ui::LakeTableModel>();
        m_table = std::make_unique<ui::RecordTable>();
        m_table->setRecords(m_model.get());
        m_table->resize(800, 400);
        m_table->show();
    }
    void cleanup()
    {
        m_table.reset();
        m_model.reset();
    }

protected:
    //! Number, score and e-mail of \a rows.
    void load(std::shared_ptr<MadeUpRows> rows)
    {
        query::Query query;
        query.columns
            = {QStringLiteral("number_customergauge"), QStringLiteral("nps"), QStringLiteral("email")};
        m_model->setSource(std::move(rows), MadeUpRows::feed(), query);
        QTRY_COMPARE(m_model->state(), ui::LakeTableModel::State::Ready);
        QTRY_COMPARE(m_model->index(0, 0).data().toString(), QStringLiteral("1"));
    }

    std::unique_ptr<ui::LakeTableModel> m_model;
    std::unique_ptr<ui::RecordTable> m_table;
};

} // namespace gauge::test
