// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/table/filterrow.h"
#include "tablefixture.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>

using namespace gauge;
using namespace gauge::ui;
using query::Filter;
using test::MadeUpRows;

//! Fields under the headings: where they are, and what they do to the filter.
class FilterRowTest : public test::TableFixture
{
    Q_OBJECT
private Q_SLOTS:
    void standsBetweenHeadingsAndRows();
    void followsWidthsOrderAndScrolling();
    void whatIsTypedBecomesACondition();
    void enterAppliesAtOnceAndAPauseLater();
    void whatIsWrongIsToldAtTheField();
    void showsAndKeepsTheConditionsOfOthers();
    void whatIsTypedStaysAsItIsTyped();
    void keysGoThroughTheFields();
    void otherColumnsBringOtherFields();

private:
    void make(const QStringList &columns
              = {QStringLiteral("number_customergauge"), QStringLiteral("nps"), QStringLiteral("email")})
    {
        load(std::make_shared<MadeUpRows>(100));
        m_model->showColumns(columns);
        m_row = new FilterRow(m_table.get());
        m_row->setShown(true);
    }
    [[nodiscard]] FilterField *field(const char *column) const
    {
        auto *found = m_row->findChild<FilterField *>(QLatin1String("field-") + QLatin1String(column));
        if (!found)
            qFatal("no field of %s", column);
        return found;
    }
    static void type(FilterField *field, const char *text)
    {
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QLatin1String(text));
        QTest::keyClick(field, Qt::Key_Return);
    }
    [[nodiscard]] QString conditions() const
    {
        QStringList texts;
        for (const Filter &filter : m_row->conditions())
            texts.append(query::print(filter));
        return texts.join(QStringLiteral("; "));
    }
    static std::vector<Filter> parsed(const QStringList &texts)
    {
        std::vector<Filter> filters;
        for (const QString &text : texts)
            filters.push_back(*query::parseFilter(text));
        return filters;
    }

    FilterRow *m_row = nullptr; //!< of the table
};

void FilterRowTest::standsBetweenHeadingsAndRows()
{
    make();
    const QHeaderView *header = m_table->horizontalHeader();
    QCOMPARE(m_row->geometry().bottom(), header->geometry().bottom());
    QCOMPARE(m_table->viewport()->geometry().top(), m_row->geometry().bottom() + 1);
    QCOMPARE(header->viewport()->height(), header->height() - m_row->height());
    QVERIFY(m_row->height() >= field("nps")->sizeHint().height());
    const int withRow = m_table->viewport()->height();
    m_row->setShown(false);
    QVERIFY(m_table->viewport()->height() > withRow);
    QCOMPARE(header->viewport()->height(), header->height());
}

void FilterRowTest::followsWidthsOrderAndScrolling()
{
    make();
    QHeaderView *header = m_table->horizontalHeader();
    const auto isUnder = [&](const char *name) {
        const int section = m_model->columnOf(QLatin1String(name));
        return field(name)->x() == header->sectionViewportPosition(section)
            && field(name)->width() == header->sectionSize(section) - 1;
    };
    for (const char *name : {"number_customergauge", "nps", "email"})
        QVERIFY2(isUnder(name), name);
    m_table->setColumnWidth(1, 300);
    header->moveSection(2, 0);
    QCOMPARE(field("email")->x(), 0);
    for (const char *name : {"number_customergauge", "nps", "email"})
        QVERIFY2(isUnder(name), name);
    m_table->resize(200, 300);
    QTRY_VERIFY(m_table->horizontalScrollBar()->maximum() > 0);
    m_table->horizontalScrollBar()->setValue(100);
    QCOMPARE(field("email")->x(), -100);
    QVERIFY(isUnder("nps"));
    // A field that is gone to comes into sight.
    field("number_customergauge")->setFocus();
    QTRY_VERIFY(field("number_customergauge")->x() >= 0);
    QVERIFY(field("number_customergauge")->geometry().right() <= m_row->width());
    m_table->resize(640, 300);
    QCOMPARE(m_row->width(), header->width());
}

void FilterRowTest::whatIsTypedBecomesACondition()
{
    make();
    QSignalSpy changed(m_row, &FilterRow::conditionsChanged);
    type(field("nps"), ">=9");
    QCOMPARE(conditions(), QStringLiteral("nps >= 9"));
    type(field("email"), "acme");
    QCOMPARE(conditions(), QStringLiteral("nps >= 9; email contains acme"));
    type(field("nps"), "0,6");
    QCOMPARE(conditions(), QStringLiteral("nps in 0,6; email contains acme"));
    QCOMPARE(changed.size(), 3);
    QTest::keyClick(field("nps"), Qt::Key_Return); // the same once more
    QCOMPARE(changed.size(), 3);
    QTest::keyClick(field("nps"), Qt::Key_Escape);
    QCOMPARE(conditions(), QStringLiteral("email contains acme"));
    field("email")->selectAll();
    QTest::keyClick(field("email"), Qt::Key_Delete);
    QCOMPARE(conditions(), QString());
    QCOMPARE(changed.size(), 5);
}

void FilterRowTest::enterAppliesAtOnceAndAPauseLater()
{
    make();
    QSignalSpy changed(m_row, &FilterRow::conditionsChanged);
    QTest::keyClicks(field("email"), QStringLiteral("acme"));
    QCOMPARE(changed.size(), 0);
    QTRY_COMPARE(changed.size(), 1);
    QTest::keyClicks(field("email"), QStringLiteral(".nl"));
    QTest::keyClick(field("email"), Qt::Key_Return);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(conditions(), QStringLiteral("email contains acme.nl"));
}

void FilterRowTest::whatIsWrongIsToldAtTheField()
{
    make();
    QSignalSpy changed(m_row, &FilterRow::conditionsChanged);
    FilterField *score = field("nps");
    const QString help = score->accessibleDescription();
    type(score, "nine");
    QCOMPARE(changed.size(), 0);
    QCOMPARE(score->actions().size(), 1); // its icon
    QVERIFY(score->accessibleDescription() != help);
    QVERIFY(score->toolTip().contains(score->accessibleDescription().toHtmlEscaped()));
    // Other fields work meanwhile, and leave it as it is.
    type(field("email"), "acme");
    QCOMPARE(conditions(), QStringLiteral("email contains acme"));
    QCOMPARE(score->text(), QStringLiteral("nine"));
    QCOMPARE(score->actions().size(), 1);
    type(score, "9");
    QCOMPARE(score->actions().size(), 0);
    QCOMPARE(score->accessibleDescription(), help);
    QCOMPARE(conditions(), QStringLiteral("email contains acme; nps = 9"));
    // With all filters what is wrong goes, too.
    type(score, "ten");
    m_row->clear();
    QCOMPARE(score->text(), QString());
    QCOMPARE(score->actions().size(), 0);
}

void FilterRowTest::showsAndKeepsTheConditionsOfOthers()
{
    make();
    QSignalSpy changed(m_row, &FilterRow::conditionsChanged);
    m_row->setConditions(
        parsed({QStringLiteral("nps contains 1"), QStringLiteral("nps >= 9 or email is-empty"),
                QStringLiteral("nps >= 9"), QStringLiteral("nps != 10"), QStringLiteral("phone = 7")}));
    QCOMPARE(changed.size(), 0);
    QCOMPARE(field("nps")->text(), QStringLiteral(">=9")); // the first that a field can say
    QCOMPARE(field("email")->text(), QString());
    type(field("nps"), ">=8");
    QCOMPARE(conditions(),
             QStringLiteral("nps contains 1; nps >= 9 or email is-empty; nps >= 8; nps != 10; "
                            "phone = 7"));
    field("nps")->selectAll();
    QTest::keyClick(field("nps"), Qt::Key_Delete);
    QCOMPARE(field("nps")->text(), QStringLiteral("!=10")); // the next is the first now
    // A chip that is removed clears its field.
    m_row->setConditions({});
    QCOMPARE(field("nps")->text(), QString());
    QCOMPARE(changed.size(), 2);
}

void FilterRowTest::whatIsTypedStaysAsItIsTyped()
{
    make();
    FilterField *email = field("email");
    type(email, "a , b");
    QCOMPARE(conditions(), QStringLiteral("email in a,b"));
    m_row->setConditions(m_row->conditions());
    QCOMPARE(email->text(), QStringLiteral("a , b"));
    // Half typed, while another part of the window changes another condition.
    QTest::keyClicks(email, QStringLiteral(", c"));
    std::vector<Filter> more = m_row->conditions();
    more.push_back(*query::parseFilter(QStringLiteral("nps = 9")));
    m_row->setConditions(more);
    QCOMPARE(email->text(), QStringLiteral("a , b, c"));
    QCOMPARE(field("nps")->text(), QStringLiteral("9"));
    QTest::keyClick(email, Qt::Key_Return);
    QCOMPARE(conditions(), QStringLiteral("email in a,b,c; nps = 9"));
}

void FilterRowTest::keysGoThroughTheFields()
{
    make();
    m_table->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_table.get()));
    m_table->setCurrentIndex(m_model->index(0, 1));
    m_row->focusField();
    QVERIFY(field("nps")->hasFocus());
    QTest::keyClick(field("nps"), Qt::Key_Tab);
    QVERIFY(field("email")->hasFocus());
    QTest::keyClick(field("email"), Qt::Key_Backtab);
    QVERIFY(field("nps")->hasFocus());
    m_table->horizontalHeader()->moveSection(2, 0); // e-mail first
    QTest::keyClick(field("nps"), Qt::Key_Backtab);
    QVERIFY(field("number_customergauge")->hasFocus());
    QTest::keyClick(field("number_customergauge"), Qt::Key_Backtab);
    QVERIFY(field("email")->hasFocus());
    QTest::keyClick(field("email"), Qt::Key_Down);
    QVERIFY(m_table->hasFocus());
    // Whoever leaves a field has finished it.
    field("nps")->setFocus();
    QTest::keyClicks(field("nps"), QStringLiteral("7"));
    m_table->setFocus();
    QCOMPARE(conditions(), QStringLiteral("nps = 7"));
}

void FilterRowTest::otherColumnsBringOtherFields()
{
    make();
    type(field("nps"), "9");
    type(field("email"), "nine");
    const QPointer<FilterField> email = field("email");
    m_model->showColumns({QStringLiteral("phone"), QStringLiteral("nps")});
    QCOMPARE(field("nps")->text(), QStringLiteral("9"));
    QVERIFY(field("phone")->text().isEmpty());
    QTRY_VERIFY(!email);
    QCOMPARE(conditions(), QStringLiteral("nps = 9; email contains nine")); // its chip remains
    m_model->showColumns({QStringLiteral("email")});
    QCOMPARE(field("email")->text(), QStringLiteral("nine"));
    QVERIFY(!field("email")->accessibleName().isEmpty());
}

QTEST_MAIN(FilterRowTest)
#include "tst_filterrow.moc"
