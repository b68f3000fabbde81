// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/table/tablecopy.h"
#include "tablefixture.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMimeData>
#include <QSignalSpy>

using namespace gauge;
using namespace gauge::ui;
using test::MadeUpRows;

class TableCopyTest : public test::TableFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void copiesCellsForASpreadsheet();
    void copiesValuesWithoutHeadings();
    void copiesOneCellBare();
    void copiesWholeRowsAndColumns();
    void cellsBetweenSelectedOnesAreEmpty();
    void rowsThatAreGoneMoveNoCell();
    void copiesRowsThatAreNotInMemory();
    void refusesToCopyTooMuch();
    void tellsWhatFailed();
    void copiesInTheOrderThatIsSeen();
    void everyCellCanBeDragged();

private:
    [[nodiscard]] static QString clipboard() { return QGuiApplication::clipboard()->text(); }
    void select(int top, int left, int bottom, int right)
    {
        m_table->selectionModel()->select(
            QItemSelection(m_model->index(top, left), m_model->index(bottom, right)),
            QItemSelectionModel::Select);
    }
};

void TableCopyTest::init()
{
    TableFixture::init();
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
}

void TableCopyTest::copiesCellsForASpreadsheet()
{
    auto rows = std::make_shared<MadeUpRows>(20);
    rows->constants[QStringLiteral("email")] = QStringLiteral("=cmd|'/c calc'!A1");
    load(rows);
    select(8, 0, 9, 2);
    QSignalSpy copied(m_table.get(), &RecordTable::copied);
    QTest::keySequence(m_table.get(), QKeySequence::Copy);
    QTRY_COMPARE(copied.size(), 1);
    // Values as received: no shapes, and nothing that a spreadsheet would run.
    QCOMPARE(clipboard(),
             QStringLiteral("No.\tNPS\tE-mail\n9\t9\t'=cmd|'/c calc'!A1\n10\t10\t'=cmd|'/c calc'!A1\n"));
    const QString html = QGuiApplication::clipboard()->mimeData()->html();
    QVERIFY(html.contains(QLatin1String("<th>E-mail</th>")));
    QVERIFY(html.contains(QLatin1String("<td>10</td>")));
    QVERIFY(html.contains(QLatin1String(">'=cmd|'/c calc'!A1</td>")));
}

void TableCopyTest::copiesValuesWithoutHeadings()
{
    load(std::make_shared<MadeUpRows>(20));
    select(0, 0, 1, 1);
    QTest::keyClick(m_table.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(clipboard(), QStringLiteral("1\t1\n2\t2\n"));
    QVERIFY(!QGuiApplication::clipboard()->mimeData()->html().contains(QLatin1String("<th>")));
}

void TableCopyTest::copiesOneCellBare()
{
    load(std::make_shared<MadeUpRows>(20));
    m_table->setCurrentIndex(m_model->index(4, 1));
    QTest::keySequence(m_table.get(), QKeySequence::Copy);
    QTRY_COMPARE(clipboard(), QStringLiteral("5"));
    QVERIFY(!QGuiApplication::clipboard()->mimeData()->hasHtml());
}

void TableCopyTest::copiesWholeRowsAndColumns()
{
    load(std::make_shared<MadeUpRows>(3));
    m_table->selectRow(1);
    m_table->copySelection();
    QTRY_COMPARE(clipboard(), QStringLiteral("No.\tNPS\tE-mail\n2\t2\t\n"));
    m_table->clearSelection();
    m_table->selectColumn(1);
    m_table->copySelection();
    QTRY_COMPARE(clipboard(), QStringLiteral("NPS\n1\n2\n3\n"));
}

void TableCopyTest::cellsBetweenSelectedOnesAreEmpty()
{
    load(std::make_shared<MadeUpRows>(20));
    select(0, 0, 0, 0);
    select(2, 1, 3, 1);
    m_table->copySelection();
    QTRY_COMPARE(clipboard(), QStringLiteral("No.\tNPS\n1\t\n\t3\n\t4\n"));
}

void TableCopyTest::rowsThatAreGoneMoveNoCell()
{
    auto rows = std::make_shared<MadeUpRows>(20);
    load(rows);
    rows->gone = {1, 3};
    select(0, 0, 1, 0);
    select(2, 1, 3, 1);
    m_table->copySelection();
    QTRY_COMPARE(clipboard(), QStringLiteral("No.\tNPS\n2\t\n\t4\n"));
}

void TableCopyTest::copiesRowsThatAreNotInMemory()
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

void TableCopyTest::refusesToCopyTooMuch()
{
    load(std::make_shared<MadeUpRows>(TableCopy::maxRows + 1));
    m_table->selectAll();
    QSignalSpy refused(m_table.get(), &RecordTable::refused);
    m_table->copySelection();
    QCOMPARE(refused.size(), 1);
    QVERIFY(!refused[0][0].toString().isEmpty());
    QCOMPARE(clipboard(), QStringLiteral("before"));
}

void TableCopyTest::tellsWhatFailed()
{
    auto rows = std::make_shared<MadeUpRows>(20);
    load(rows);
    rows->atOnce = false;
    QSignalSpy refused(m_table.get(), &RecordTable::refused);
    m_table->copySelection();
    rows->answerWindow(Error{ErrorKind::Storage, QStringLiteral("The disk is gone."), {}});
    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(refused[0][0].toString(), QStringLiteral("The disk is gone."));
    QCOMPARE(clipboard(), QStringLiteral("before"));
}

void TableCopyTest::copiesInTheOrderThatIsSeen()
{
    load(std::make_shared<MadeUpRows>(5));
    m_table->horizontalHeader()->moveSection(1, 0);
    select(0, 0, 0, 1);
    m_table->copySelection();
    QTRY_COMPARE(clipboard(), QStringLiteral("NPS\tNo.\n1\t1\n"));
}

void TableCopyTest::everyCellCanBeDragged()
{
    load(std::make_shared<MadeUpRows>(5));
    QVERIFY(m_table->dragEnabled());
    QCOMPARE(m_table->dragDropMode(), QAbstractItemView::DragOnly);
    QVERIFY(m_model->index(4, 2).flags().testFlag(Qt::ItemIsDragEnabled));
    QCOMPARE(m_model->supportedDragActions(), Qt::CopyAction);
}

QTEST_MAIN(TableCopyTest)
#include "tst_tablecopy.moc"
