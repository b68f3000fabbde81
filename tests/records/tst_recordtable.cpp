// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/table/tablecopy.h"
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
    void aClickWithShiftSortsFurther();
    void theColumnMenuSortsByKeyboard();
    void headersTellTheOrder();
    void selectedRowsAreCountedByRanges();
    void rowsHaveNumbers();
    void tallRowsShowLongTexts();
    void rightToLeftTextsBeginAtTheRight();
    void headerMenuHidesAColumn();
    void rowsHaveOneHeight();

private:
    void click(int column, Qt::KeyboardModifiers keys = {})
    {
        QHeaderView *header = m_table->horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, keys,
                          {header->sectionViewportPosition(column) + 10, header->height() / 2});
    }
    [[nodiscard]] QString order() const
    {
        QStringList sorts;
        for (const query::Sort &sort : m_model->sorting())
            sorts.append(sort.column + (sort.descending ? QStringLiteral(" down") : QStringLiteral(" up")));
        return sorts.join(QStringLiteral(", "));
    }
    [[nodiscard]] QString accessibleText(int column) const
    {
        return m_model->headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString();
    }
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
    click(0);
    QCOMPARE(order(), QStringLiteral("number_customergauge up"));
    click(0);
    QCOMPARE(order(), QStringLiteral("number_customergauge down"));
    QTRY_COMPARE(m_model->keyOf(0), 50);
    click(1);
    QCOMPARE(order(), QStringLiteral("nps up"));
    QVERIFY(!m_table->selectionModel()->hasSelection());
}

void RecordTableTest::aClickWithShiftSortsFurther()
{
    load(std::make_shared<MadeUpRows>(50));
    click(1, Qt::ShiftModifier);
    click(0, Qt::ShiftModifier);
    QCOMPARE(order(), QStringLiteral("nps up, number_customergauge up"));
    click(1, Qt::ShiftModifier); // the other way round, in its place
    QCOMPARE(order(), QStringLiteral("nps down, number_customergauge up"));
    QTRY_COMPARE(m_model->state(), LakeTableModel::State::Ready);
    QTRY_COMPARE(m_model->keyOf(0), 50);
    click(2);
    QCOMPARE(order(), QStringLiteral("email up"));
}

void RecordTableTest::theColumnMenuSortsByKeyboard()
{
    load(std::make_shared<MadeUpRows>(50));
    click(1);
    QTRY_COMPARE(m_model->state(), LakeTableModel::State::Ready);
    m_table->setCurrentIndex(m_model->index(3, 2));
    auto *menu = m_table->findChild<QMenu *>(QStringLiteral("columnMenu"));
    QVERIFY(m_table->actions().contains(menu->menuAction()));
    menu->popup(m_table->mapToGlobal(QPoint(50, 50)));
    QTest::keyClick(menu, Qt::Key_B); // then by this, descending
    QCOMPARE(order(), QStringLiteral("nps up, email down"));
    menu->popup(m_table->mapToGlobal(QPoint(50, 50)));
    QTest::keyClick(menu, Qt::Key_N);
    QCOMPARE(order(), QStringLiteral("nps up"));
    m_table->setCurrentIndex(m_model->index(3, 1));
    menu->popup(m_table->mapToGlobal(QPoint(50, 50)));
    // There is nothing that the only column could come after.
    QTest::keyClick(menu, Qt::Key_B);
    QCOMPARE(order(), QStringLiteral("nps up"));
    QTest::keyClick(menu, Qt::Key_R);
    QCOMPARE(order(), QString());
}

void RecordTableTest::headersTellTheOrder()
{
    load(std::make_shared<MadeUpRows>(50));
    const auto drawn = [this] { return m_table->horizontalHeader()->grab().toImage(); };
    const QImage unsorted = drawn();
    m_model->sortBy({{QStringLiteral("nps"), true}});
    QCOMPARE(accessibleText(1), QStringLiteral("NPS, sorted descending"));
    QCOMPARE(accessibleText(0), QStringLiteral("No."));
    const QImage single = drawn();
    QVERIFY(single != unsorted);
    m_model->sortBy({{QStringLiteral("nps"), true}, {QStringLiteral("number_customergauge"), false}});
    QCOMPARE(accessibleText(1), QStringLiteral("NPS, sorted descending, 1 of 2"));
    QCOMPARE(accessibleText(0), QStringLiteral("No., sorted ascending, 2 of 2"));
    const QImage several = drawn();
    QVERIFY(several != single);
    // The places are seen, not only the arrows.
    m_model->sortBy({{QStringLiteral("number_customergauge"), false}, {QStringLiteral("nps"), true}});
    QVERIFY(drawn() != several);
    // An order by a column that is not shown is no column's here.
    m_model->sortBy({{QStringLiteral("phone"), false}});
    QCOMPARE(accessibleText(1), QStringLiteral("NPS"));
    QTRY_COMPARE(drawn(), unsorted);
}

void RecordTableTest::selectedRowsAreCountedByRanges()
{
    load(std::make_shared<MadeUpRows>(1000));
    QSignalSpy changed(m_table.get(), &RecordTable::selectedRowsChanged);
    const auto select = [this](int top, int left, int bottom, int right) {
        m_table->selectionModel()->select(
            QItemSelection(m_model->index(top, left), m_model->index(bottom, right)),
            QItemSelectionModel::Select);
    };
    QCOMPARE(m_table->selectedRowCount(), 0);
    select(10, 0, 19, 0);
    select(15, 1, 24, 2); // overlaps
    select(25, 0, 25, 0); // touches
    select(2, 2, 2, 2);
    QCOMPARE(changed.size(), 4);
    QCOMPARE(m_table->selectedRowCount(), 17);
    QCOMPARE(rowRanges(m_table->selectionModel()->selection()), (std::vector<RowRange>{{2, 2}, {10, 25}}));
    const std::vector<int> rows = m_table->selectedRows();
    QCOMPARE(rows.size(), std::size_t(17));
    QVERIFY(std::is_sorted(rows.begin(), rows.end()));
    QCOMPARE(rows.front(), 2);
    QCOMPARE(rows.back(), 25);
    m_model->refresh(); // the rows may be others: nothing is selected, and that is told
    QTRY_COMPARE(m_table->selectedRowCount(), 0);
    QVERIFY(changed.size() > 4);
}

void RecordTableTest::rowsHaveNumbers()
{
    load(std::make_shared<MadeUpRows>(12'480));
    const QHeaderView *numbers = m_table->verticalHeader();
    QVERIFY(numbers->isVisible());
    QCOMPARE(m_model->headerData(12'479, Qt::Vertical, Qt::DisplayRole).toString(),
             QLocale().toString(12'480));
    const int wide = numbers->width();
    QVERIFY(wide > numbers->fontMetrics().horizontalAdvance(QLocale().toString(12'480)));
    QTest::mouseClick(numbers->viewport(), Qt::LeftButton, {},
                      {5, numbers->sectionViewportPosition(3) + numbers->sectionSize(3) / 2});
    QCOMPARE(m_table->selectedRows(), std::vector<int>{3});
    QVERIFY(m_table->selectionModel()->isRowSelected(3));
    load(std::make_shared<MadeUpRows>(9));
    QTRY_VERIFY(numbers->width() < wide);
}

void RecordTableTest::tallRowsShowLongTexts()
{
    load(std::make_shared<MadeUpRows>(50));
    auto *tall = m_table->findChild<QAction *>(QStringLiteral("tallRowsAction"));
    QVERIFY(m_table->actions().contains(tall));
    const int usual = m_table->rowHeight(0);
    tall->trigger();
    QVERIFY(m_table->hasTallRows());
    QVERIFY(m_table->rowHeight(0) >= m_table->fontMetrics().lineSpacing() * 3);
    QCOMPARE(m_table->rowHeight(49), m_table->rowHeight(0));
    m_table->setTallRows(false);
    QVERIFY(!tall->isChecked());
    QCOMPARE(m_table->rowHeight(0), usual);
}

void RecordTableTest::rightToLeftTextsBeginAtTheRight()
{
    auto rows = std::make_shared<MadeUpRows>(2);
    rows->constants[QStringLiteral("email")] = QString::fromUtf8("مرحبا بالعالم");
    load(rows);
    const auto alignment = [this](int column) {
        return Qt::Alignment(m_model->index(0, column).data(Qt::TextAlignmentRole).toInt());
    };
    QVERIFY(alignment(2).testFlag(Qt::AlignRight));
    rows->constants[QStringLiteral("email")] = QStringLiteral("hello");
    m_model->refresh();
    QTRY_VERIFY(alignment(2).testFlag(Qt::AlignLeft));
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
