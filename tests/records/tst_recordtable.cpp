// SPDX-License-Identifier: GPL-3.0-or-later
#include "madeuprows.h"
#include "records/laketablemodel.h"
#include "records/recordtable.h"
#include "support/testcase.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QSignalSpy>

using namespace gauge;
using namespace gauge::ui;
using test::MadeUpRows;

class RecordTableTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void hasACurrentCellAtAllTimes();
    void theCurrentRecordStaysCurrentWhenTheOrderChanges();
    void copiesCellsForASpreadsheet();
    void copiesOneCellBare();
    void copiesRowsThatAreNotInMemory();
    void refusesToCopyTooMuch();
    void copiesInTheOrderThatIsSeen();
    void movedColumnsStayMoved();
    void widthsAreKeptByName();
    void aClickOnAHeaderSorts();
    void headerMenuHidesAColumn();
    void rowsHaveOneHeight();

private:
    void load(std::shared_ptr<MadeUpRows> rows);
    [[nodiscard]] static QString clipboard() { return QGuiApplication::clipboard()->text(); }

    std::unique_ptr<LakeTableModel> m_model;
    std::unique_ptr<RecordTable> m_table;
};

void RecordTableTest::init()
{
    TestCase::init();
    m_model = std::make_unique<LakeTableModel>();
    m_table = std::make_unique<RecordTable>();
    m_table->setRecords(m_model.get());
    m_table->resize(800, 400);
    m_table->show();
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
}

void RecordTableTest::cleanup()
{
    m_table.reset();
    m_model.reset();
}

void RecordTableTest::load(std::shared_ptr<MadeUpRows> rows)
{
    query::Query query;
    query.columns = {QStringLiteral("number_customergauge"), QStringLiteral("nps"), QStringLiteral("email")};
    m_model->setSource(std::move(rows), MadeUpRows::feed(), query);
    QTRY_COMPARE(m_model->state(), LakeTableModel::State::Ready);
    QTRY_COMPARE(m_model->index(0, 0).data().toString(), QStringLiteral("1"));
}

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

void RecordTableTest::copiesCellsForASpreadsheet()
{
    auto rows = std::make_shared<MadeUpRows>(20);
    rows->constants[QStringLiteral("email")] = QStringLiteral("=cmd|'/c calc'!A1");
    load(rows);
    m_table->selectionModel()->select(QItemSelection(m_model->index(8, 0), m_model->index(9, 2)),
                                      QItemSelectionModel::Select);
    QSignalSpy copied(m_table.get(), &RecordTable::copied);
    QTest::keySequence(m_table.get(), QKeySequence::Copy);
    QTRY_COMPARE(copied.size(), 1);
    // Values as received: no shapes, and nothing that a spreadsheet would run.
    QCOMPARE(clipboard(),
             QStringLiteral("No.\tNPS\tE-mail\n9\t9\t'=cmd|'/c calc'!A1\n10\t10\t'=cmd|'/c calc'!A1\n"));
}

void RecordTableTest::copiesOneCellBare()
{
    load(std::make_shared<MadeUpRows>(20));
    m_table->setCurrentIndex(m_model->index(4, 1));
    QTest::keySequence(m_table.get(), QKeySequence::Copy);
    QTRY_COMPARE(clipboard(), QStringLiteral("5"));
}

void RecordTableTest::copiesRowsThatAreNotInMemory()
{
    load(std::make_shared<MadeUpRows>(30'000));
    m_table->selectAll();
    QSignalSpy copied(m_table.get(), &RecordTable::copied);
    m_table->copySelection();
    QTRY_COMPARE(copied.size(), 1);
    QCOMPARE(copied[0][0].toInt(), 30'000);
    QVERIFY(clipboard().endsWith(QLatin1String("30000\t3\t\n")));
    QCOMPARE(clipboard().count(QLatin1Char('\n')), 30'001);
}

void RecordTableTest::refusesToCopyTooMuch()
{
    load(std::make_shared<MadeUpRows>(RecordTable::maxCopiedRows + 1));
    m_table->selectAll();
    QSignalSpy refused(m_table.get(), &RecordTable::refused);
    m_table->copySelection();
    QCOMPARE(refused.size(), 1);
    QVERIFY(!refused[0][0].toString().isEmpty());
    QCOMPARE(clipboard(), QStringLiteral("before"));
}

void RecordTableTest::copiesInTheOrderThatIsSeen()
{
    load(std::make_shared<MadeUpRows>(5));
    m_table->horizontalHeader()->moveSection(1, 0);
    m_table->selectionModel()->select(QItemSelection(m_model->index(0, 0), m_model->index(0, 1)),
                                      QItemSelectionModel::Select);
    m_table->copySelection();
    QTRY_COMPARE(clipboard(), QStringLiteral("NPS\tNo.\n1\t1\n"));
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
