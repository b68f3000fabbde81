// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/table/frozencolumns.h"
#include "records/table/recordheader.h"
#include "tablefixture.h"

#include <QAccessible>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QWheelEvent>

using namespace gauge;
using namespace gauge::ui;
using test::MadeUpRows;

namespace {

//! Counts what a view asks of a table of any length.
class CountedRows final : public RecordModel
{
public:
    explicit CountedRows(int rows)
        : m_rows(rows)
    {
        setShown(display::columnsOf(MadeUpRows::feed()));
    }
    [[nodiscard]] qint64 keyOf(int row) const override { return row + 1; }
    [[nodiscard]] int rowOf(qint64 key) const override { return int(key) - 1; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : m_rows;
    }
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override
    {
        ++asked;
        return RecordModel::flags(index);
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        ++asked;
        return RecordModel::headerData(section, orientation, role);
    }

    mutable int asked = 0;

protected:
    [[nodiscard]] Value valueAt(int row, int) const override
    {
        ++asked;
        return {Presence::Here, QString::number(row), false};
    }
    [[nodiscard]] QFuture<RowsAnswer> unmaskedRows(const std::vector<int> &) override { return {}; }
    [[nodiscard]] QString sentAt(int) const override { return {}; }

private:
    int m_rows;
};

QList<std::pair<QAccessible::Event, QObject *>> g_told;
void hear(QAccessibleEvent *event)
{
    g_told.append({event->type(), event->object()});
}

} // namespace

class FrozenColumnsTest : public test::TableFixture
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theFirstColumnsStayWhereTheyAre();
    void theyFollowMovesAndWidths();
    void theyAreKeptByName();
    void hidingOneFreezesNoOther();
    void tooWideIsRefusedAndWaits();
    void bothScrollTogether();
    void whatIsBroughtIntoSightIsNotCovered();
    void clicksAndMenusWorkOnThem();
    void selectionsGoOnAcrossTheEdge();
    void fromRightToLeft();
    void aScreenReaderMeetsEveryCellOnce();
    void aMillionRowsAreQuick();

private:
    void loadWide(std::shared_ptr<MadeUpRows> rows = std::make_shared<MadeUpRows>(1000))
    {
        query::Query query;
        for (const catalog::Column &column : MadeUpRows::feed().columns)
            query.columns.append(column.name);
        m_model->setSource(std::move(rows), MadeUpRows::feed(), query);
        QTRY_COMPARE(m_model->state(), LakeTableModel::State::Ready);
        QTRY_COMPARE(m_model->index(0, 0).data().toString(), QStringLiteral("1"));
    }
    [[nodiscard]] FrozenColumns *frozen() const
    {
        return m_table->findChild<FrozenColumns *>(QStringLiteral("frozenColumns"));
    }
    [[nodiscard]] QModelIndex cellAt(const QWidget *viewport, int x) const
    {
        const QPoint place = viewport->mapFromGlobal(m_table->viewport()->mapToGlobal(QPoint(x, 30)));
        return frozen()->viewport() == viewport ? frozen()->indexAt(place) : m_table->indexAt(place);
    }
};

void FrozenColumnsTest::init()
{
    TableFixture::init();
    g_told.clear();
}

void FrozenColumnsTest::theFirstColumnsStayWhereTheyAre()
{
    loadWide();
    QSignalSpy changed(m_table.get(), &FreezableTable::frozenWidthChanged);
    QCOMPARE(m_table->frozenWidth(), 0);
    QVERIFY(!frozen()->isVisible());
    m_table->freezeUpTo(1);
    const int width = m_table->columnWidth(0) + m_table->columnWidth(1);
    QCOMPARE(m_table->frozenWidth(), width);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toInt(), width);
    QVERIFY(frozen()->isVisible());
    QCOMPARE(frozen()->width(), width);
    QCOMPARE(frozen()->viewport()->mapToGlobal(QPoint()), m_table->viewport()->mapToGlobal(QPoint()));
    QCOMPARE(frozen()->viewport()->height(), m_table->viewport()->height());
    m_table->horizontalScrollBar()->setValue(300);
    QCOMPARE(m_table->indexAt({5, 5}).column(), 0);
    QCOMPARE(m_table->indexAt({width - 2, 5}).column(), 1);
    QVERIFY(m_table->indexAt({width + 2, 5}).column() > 2);
    QCOMPARE(m_table->visualRect(m_model->index(0, 0)).left(), 0);
    QCOMPARE(frozen()->horizontalScrollBar()->value(), 0);
    m_table->setFrozenNames({});
    QCOMPARE(m_table->frozenWidth(), 0);
    QVERIFY(!frozen()->isVisible());
    QVERIFY(m_table->indexAt({5, 5}).column() > 0);
}

void FrozenColumnsTest::theyFollowMovesAndWidths()
{
    loadWide();
    m_table->freezeUpTo(1);
    m_table->setColumnWidth(1, 150);
    QCOMPARE(frozen()->columnWidth(1), 150);
    QCOMPARE(m_table->frozenWidth(), m_table->columnWidth(0) + 150);
    frozen()->header()->resizeSection(0, 77);
    QCOMPARE(m_table->columnWidth(0), 77);
    QCOMPARE(m_table->widths().value(QStringLiteral("number_customergauge")), 77);
    m_table->horizontalHeader()->moveSection(5, 0); // in front of them: now one of the first two
    QCOMPARE(m_table->indexAt({2, 5}).column(), 5);
    QCOMPARE(m_table->frozenNames(),
             (QStringList{m_model->shownNames()[5], QStringLiteral("number_customergauge")}));
    QCOMPARE(m_table->frozenWidth(), m_table->columnWidth(5) + m_table->columnWidth(0));
    frozen()->header()->moveSection(1, 0);
    QCOMPARE(m_table->visibleNames().first(), QStringLiteral("number_customergauge"));
}

void FrozenColumnsTest::theyAreKeptByName()
{
    m_table->setFrozenNames(
        {QStringLiteral("number_customergauge"), QStringLiteral("status"), QStringLiteral("no such column")});
    loadWide();
    QCOMPARE(m_table->frozenColumns(), 2);
    m_model->refresh();
    QTRY_COMPARE(m_model->state(), LakeTableModel::State::Ready);
    QCOMPARE(m_table->frozenColumns(), 2);
    QTRY_COMPARE(frozen()->width(), m_table->columnWidth(0) + m_table->columnWidth(1));
    m_model->setSource(nullptr, {});
    QCOMPARE(m_table->frozenWidth(), 0);
    loadWide();
    QCOMPARE(m_table->frozenColumns(), 2);
}

void FrozenColumnsTest::hidingOneFreezesNoOther()
{
    loadWide();
    m_table->freezeUpTo(2);
    QStringList names = m_model->shownNames();
    names.removeAt(1);
    m_model->showColumns(names);
    QCOMPARE(m_table->frozenColumns(), 2);
    QVERIFY(frozen()->isColumnHidden(2));
    QCOMPARE(frozen()->horizontalHeader()->count(), int(names.size()));
}

void FrozenColumnsTest::tooWideIsRefusedAndWaits()
{
    loadWide();
    QSignalSpy refused(m_table.get(), &RecordTable::refused);
    m_table->freezeUpTo(20);
    QCOMPARE(refused.size(), 1);
    QCOMPARE(m_table->frozenColumns(), 0);
    m_table->freezeUpTo(1);
    const int width = m_table->frozenWidth();
    QVERIFY(width > 0);
    m_table->resize(width + 100, 400);
    QTRY_COMPARE(m_table->frozenWidth(), 0);
    QVERIFY(!frozen()->isVisible());
    m_table->resize(800, 400);
    QTRY_COMPARE(m_table->frozenWidth(), width);
}

void FrozenColumnsTest::bothScrollTogether()
{
    loadWide();
    m_table->freezeUpTo(1);
    m_table->verticalScrollBar()->setValue(500);
    QCOMPARE(frozen()->verticalScrollBar()->value(), 500);
    QCOMPARE(frozen()->indexAt({5, 5}).row(), m_table->indexAt({400, 5}).row());
    QWheelEvent wheel({20, 50}, frozen()->viewport()->mapToGlobal(QPointF(20, 50)), {}, {0, -240},
                      Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(frozen()->viewport(), &wheel);
    QVERIFY(m_table->verticalScrollBar()->value() > 500);
    QCOMPARE(frozen()->verticalScrollBar()->value(), m_table->verticalScrollBar()->value());
    m_table->setTallRows(true);
    QCOMPARE(frozen()->rowHeight(0), m_table->rowHeight(0));
    m_table->scrollToBottom();
    QCOMPARE(frozen()->indexAt({5, 5}).row(), m_table->indexAt({400, 5}).row());
    // More rows come: neither jumps back.
    m_model->refresh();
    QTRY_COMPARE(m_model->state(), LakeTableModel::State::Ready);
    QTRY_COMPARE(frozen()->verticalScrollBar()->value(), m_table->verticalScrollBar()->value());
}

void FrozenColumnsTest::whatIsBroughtIntoSightIsNotCovered()
{
    loadWide();
    m_table->freezeUpTo(1);
    m_table->setCurrentIndex(m_model->index(0, 20));
    QVERIFY(m_table->horizontalScrollBar()->value() > 0);
    for (int column = 19; column >= 2; --column) {
        QTest::keyClick(m_table.get(), Qt::Key_Left);
        QCOMPARE(m_table->currentIndex().column(), column);
        QVERIFY(m_table->visualRect(m_table->currentIndex()).left() >= m_table->frozenWidth());
    }
    m_table->horizontalScrollBar()->setValue(200);
    m_table->setCurrentIndex(m_model->index(0, 1)); // is in sight, whatever the others do
    QCOMPARE(m_table->horizontalScrollBar()->value(), 200);
    const QHeaderView *numbers = m_table->verticalHeader();
    QTest::mouseClick(numbers->viewport(), Qt::LeftButton, {}, {5, numbers->sectionViewportPosition(3) + 5});
    QCOMPARE(m_table->selectedRows(), std::vector<int>{3});
    QCOMPARE(m_table->horizontalScrollBar()->value(), 200);
}

void FrozenColumnsTest::clicksAndMenusWorkOnThem()
{
    loadWide();
    m_table->freezeUpTo(1);
    m_table->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_table.get()));
    m_table->horizontalScrollBar()->setValue(300);
    QTest::mouseClick(frozen()->viewport(), Qt::LeftButton, {}, {10, 40});
    QCOMPARE(m_table->currentIndex().column(), 0);
    QVERIFY(m_table->hasFocus());
    QVERIFY(m_table->selectionModel()->isSelected(m_table->currentIndex()));
    RecordHeader *header = frozen()->header();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {10, header->height() / 2});
    QCOMPARE(m_model->sorting(), (std::vector<query::Sort>{{QStringLiteral("number_customergauge"), false}}));
    QTRY_COMPARE(m_model->state(), LakeTableModel::State::Ready);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, Qt::ShiftModifier,
                      {m_table->columnWidth(0) + 10, header->height() / 2});
    QCOMPARE(m_model->sorting().size(), std::size_t(2));
    Q_EMIT header->customContextMenuRequested({m_table->columnWidth(0) + 5, 5});
    auto *menu = m_table->findChild<QMenu *>(QStringLiteral("headerMenu"));
    QVERIFY(menu);
    QTest::keyClick(menu, Qt::Key_U); // unfreeze
    QCOMPARE(m_table->frozenWidth(), 0);
}

void FrozenColumnsTest::selectionsGoOnAcrossTheEdge()
{
    loadWide();
    m_table->freezeUpTo(1);
    const QPoint from(10, 10);
    const QPoint beyond(m_table->frozenWidth() + 10, 100);
    const int last = m_table->indexAt(beyond).column();
    QTest::mousePress(frozen()->viewport(), Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, beyond, frozen()->viewport()->mapToGlobal(QPointF(beyond)),
                     Qt::NoButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(frozen()->viewport(), &move);
    QTest::mouseRelease(frozen()->viewport(), Qt::LeftButton, {}, beyond);
    QVERIFY(m_table->selectionModel()->isSelected(m_model->index(1, 0)));
    QVERIFY(m_table->selectionModel()->isSelected(m_model->index(1, last)));
    QVERIFY(!m_table->selectionModel()->isSelected(m_model->index(1, last + 1)));
}

void FrozenColumnsTest::fromRightToLeft()
{
    m_table->setLayoutDirection(Qt::RightToLeft);
    loadWide();
    m_table->freezeUpTo(1);
    const int width = m_table->frozenWidth();
    QVERIFY(width > 0);
    const int right = m_table->viewport()->width();
    QCOMPARE(frozen()->viewport()->mapToGlobal(QPoint(width, 0)),
             m_table->viewport()->mapToGlobal(QPoint(right, 0)));
    m_table->horizontalScrollBar()->setValue(300);
    QCOMPARE(m_table->indexAt({right - 3, 5}).column(), 0);
    QCOMPARE(m_table->indexAt({right - width + 2, 5}).column(), 1);
    QVERIFY(m_table->indexAt({right - width - 3, 5}).column() > 2);
    m_table->setCurrentIndex(m_model->index(0, 20));
    for (int column = 19; column >= 2; --column) {
        QTest::keyClick(m_table.get(), Qt::Key_Right);
        QCOMPARE(m_table->currentIndex().column(), column);
        QVERIFY(m_table->visualRect(m_table->currentIndex()).right() < right - width);
    }
}

void FrozenColumnsTest::aScreenReaderMeetsEveryCellOnce()
{
    loadWide();
    m_table->freezeUpTo(1);
    m_table->activateWindow();
    m_table->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_table.get()));
    QTRY_VERIFY(QAccessible::isActive());
    QAccessibleInterface *overlay = QAccessible::queryAccessibleInterface(frozen());
    QVERIFY(overlay);
    QVERIFY(overlay->state().invisible);
    QVERIFY(!overlay->tableInterface());
    QCOMPARE(overlay->childCount(), 0);
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(m_table.get());
    QVERIFY(table && table->tableInterface());
    m_table->horizontalScrollBar()->setValue(300);
    QAccessibleInterface *cell = table->tableInterface()->cellAt(2, 0);
    QVERIFY(cell);
    QCOMPARE(cell->text(QAccessible::Name), QStringLiteral("3"));
    const QRect place = m_table->visualRect(m_model->index(2, 0));
    QCOMPARE(cell->rect().topLeft(), m_table->viewport()->mapToGlobal(place.topLeft()));
    const QAccessible::UpdateHandler before = QAccessible::installUpdateHandler(hear);
    m_table->setCurrentIndex(m_model->index(4, 1));
    QAccessible::installUpdateHandler(before);
    int focused = 0;
    int selected = 0;
    for (const auto &[type, object] : std::as_const(g_told)) {
        QVERIFY(object != frozen());
        focused += type == QAccessible::Focus ? 1 : 0;
        selected += type == QAccessible::SelectionAdd ? 1 : 0;
    }
    QCOMPARE(focused, 1);
    QCOMPARE(selected, 1);
}

// By what is asked of the model, since a clock would be a matter of the machine: as much as is seen, never as
// much as there is.
void FrozenColumnsTest::aMillionRowsAreQuick()
{
    constexpr int rows = 1'000'000;
    CountedRows model(rows);
    RecordTable table;
    table.resize(800, 400);
    table.setRecords(&model);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    table.freezeUpTo(1);
    QVERIFY(table.frozenWidth() > 0);
    const int seen = 60 * model.columnCount(); // more rows than fit
    const auto askedBy = [&](auto &&action) {
        model.asked = 0;
        action();
        QCoreApplication::processEvents();
        return model.asked;
    };
    QVERIFY(askedBy([&] { table.verticalScrollBar()->setValue(500'000); }) < 2 * seen);
    QTRY_VERIFY(QAccessible::isActive());
    QVERIFY(askedBy([&] { QTest::keySequence(&table, QKeySequence::SelectAll); }) < 2 * seen);
    QCOMPARE(table.selectedRowCount(), rows);
    // A press on what is selected may begin a drag of all of it.
    QVERIFY(askedBy([&] {
                QTest::mousePress(table.viewport(), Qt::LeftButton, {}, {600, 100});
                QMouseEvent move(QEvent::MouseMove, QPointF(601, 101),
                                 table.viewport()->mapToGlobal(QPointF(601, 101)), Qt::NoButton,
                                 Qt::LeftButton, {});
                QCoreApplication::sendEvent(table.viewport(), &move);
                QTest::mouseRelease(table.viewport(), Qt::LeftButton, {}, {601, 101});
            })
            < 2 * seen);
    QVERIFY(askedBy([&] { table.clearSelection(); }) < 2 * seen);
    QVERIFY(askedBy([&] { table.setTallRows(true); }) < 2 * seen);
    QVERIFY(askedBy([&] { table.setFrozenNames({}); }) < 2 * seen);
}

QTEST_MAIN(FrozenColumnsTest)
#include "tst_frozencolumns.moc"
