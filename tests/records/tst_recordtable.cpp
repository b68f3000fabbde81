// SPDX-License-Identifier: GPL-3.0-or-later
#include "tablefixture.h"

#include <QHeaderView>
#include <QMenu>
#include <QSignalSpy>

using namespace gauge;
using namespace gauge::ui;
using test::MadeUpRows;

class RecordTableTest : public test::TableFixture
{
    Q_OBJECT
private Q_SLOTS:
    void hasACurrentCellAtAllTimes();
    void theCurrentRecordStaysCurrentWhenTheOrderChanges();
    void movedColumnsStayMoved();
    void widthsAreKeptByName();
    void aClickOnAHeaderSorts();
    void headerMenuHidesAColumn();
    void rowsHaveOneHeight();
};

void RecordTableTest::hasACurrentCellAtAllTimes()
{
    QSignalSpy current(m_table.get(), &RecordTable::currentKeyChanged);
    load(std::make_shared<MadeUpRows>(1000));
    QVERIFY(m_table->currentIndex().isValid());
    QCOMPARE(current.last()[0].toLongLong(), 1);
    m_model->refresh();
    QTRY_COMPARE(m_model->state(), LakeTableModel::State::Ready);
    QVERIFY(m_table->currentIndex().isValid());
    m_model->showColumns({QStringLiteral("email")});
    QVERIFY(m_table->currentIndex().isValid());
    m_model->setSource(nullptr, {});
    QVERIFY(!m_table->currentIndex().isValid());
}

void RecordTableTest::theCurrentRecordStaysCurrentWhenTheOrderChanges()
{
    load(std::make_shared<MadeUpRows>(1000));
    m_table->setCurrentIndex(m_model->index(9, 1));
    QSignalSpy current(m_table.get(), &RecordTable::currentKeyChanged);
    m_model->sort(0, Qt::DescendingOrder);
    QTRY_COMPARE(m_model->keyOf(0), 1000);
    QCOMPARE(m_model->keyOf(m_table->currentIndex().row()), 10);
    QCOMPARE(m_table->currentIndex().column(), 1);
    QCOMPARE(m_table->horizontalHeader()->sortIndicatorSection(), 0);
    QCOMPARE(m_table->horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
    m_model->showColumns({QStringLiteral("nps"), QStringLiteral("number_customergauge")});
    QCOMPARE(m_table->currentIndex().column(), 0);
    QCOMPARE(m_table->horizontalHeader()->sortIndicatorSection(), 1);
}

void RecordTableTest::movedColumnsStayMoved()
{
    load(std::make_shared<MadeUpRows>(5));
    m_table->horizontalHeader()->moveSection(2, 0);
    const QStringList moved{QStringLiteral("email"), QStringLiteral("number_customergauge"),
                            QStringLiteral("nps")};
    QCOMPARE(m_table->visibleNames(), moved);
    m_model->refresh();
    QTRY_COMPARE(m_model->state(), LakeTableModel::State::Ready);
    QCOMPARE(m_table->visibleNames(), moved);
    // Other columns: the order is the one that was asked for.
    const QStringList chosen{QStringLiteral("nps"), QStringLiteral("phone"), QStringLiteral("email")};
    m_model->showColumns(chosen);
    QCOMPARE(m_table->visibleNames(), chosen);
}

void RecordTableTest::widthsAreKeptByName()
{
    load(std::make_shared<MadeUpRows>(5));
    QTRY_VERIFY(m_table->widths().contains(QStringLiteral("nps")));
    m_table->setColumnWidth(1, 133);
    m_model->showColumns({QStringLiteral("email"), QStringLiteral("phone"), QStringLiteral("nps")});
    QCOMPARE(m_table->columnWidth(2), 133);
    QCOMPARE(m_table->widths().value(QStringLiteral("nps")), 133);
    m_table->setWidths({{QStringLiteral("email"), 222}});
    QCOMPARE(m_table->columnWidth(0), 222);
}

void RecordTableTest::aClickOnAHeaderSorts()
{
    load(std::make_shared<MadeUpRows>(50));
    QHeaderView *header = m_table->horizontalHeader();
    const QPoint place(header->sectionViewportPosition(0) + 10, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    QTRY_VERIFY(m_model->sorting().has_value());
    const bool first = m_model->sorting()->descending;
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    QTRY_VERIFY(m_model->sorting()->descending != first);
    QTRY_COMPARE(m_model->keyOf(0), m_model->sorting()->descending ? 50 : 1);
}

void RecordTableTest::headerMenuHidesAColumn()
{
    load(std::make_shared<MadeUpRows>(5));
    connect(m_table.get(), &RecordTable::columnsWanted, m_model.get(), &LakeTableModel::showColumns);
    QHeaderView *header = m_table->horizontalHeader();
    Q_EMIT header->customContextMenuRequested({header->sectionViewportPosition(1) + 5, 5});
    auto *menu = m_table->findChild<QMenu *>(QStringLiteral("headerMenu"));
    QVERIFY(menu);
    for (QAction *action : menu->actions()) {
        if (action->text().contains(QLatin1String("NPS")))
            action->trigger();
    }
    menu->close();
    QCOMPARE(m_model->shownNames(),
             (QStringList{QStringLiteral("number_customergauge"), QStringLiteral("email")}));
}

void RecordTableTest::rowsHaveOneHeight()
{
    auto rows = std::make_shared<MadeUpRows>(5);
    rows->constants[QStringLiteral("email")] = QString(5000, QLatin1Char('\n'));
    load(rows);
    QCOMPARE(m_table->rowHeight(0), m_table->rowHeight(4));
    QVERIFY(m_table->rowHeight(0) < 60);
    QVERIFY(m_table->columnWidth(2) <= 280);
}

QTEST_MAIN(RecordTableTest)
#include "tst_recordtable.moc"
