// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/cells/display.h"
#include "records/table/columnchooser.h"
#include "records/table/recordmodel.h"
#include "support/testcase.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace gauge;
using namespace gauge::ui;

class ColumnChooserTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void columnsAreGroupedByKind();
    void equalTitlesAreToldApart();
    void searchFindsWithinGroups();
    void aGroupIsTickedWhole();
    void aGroupsTickIsForWhatWasFound();
    void orderIsKept();
    void tooManyOrNoneCannotBeChosen();
    void worksByKeyboard();
    void hostileNamesStayNames();

private:
    template <typename T>
    static T *child(const QWidget &widget, const char *name)
    {
        T *found = widget.findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    [[nodiscard]] std::vector<lake::LakeColumn> columns(const QStringList &more) const
    {
        std::vector<lake::LakeColumn> columns = display::columnsOf(m_feed);
        for (const QString &name : more)
            columns.push_back(display::dynamicColumn(m_feed, name));
        return columns;
    }
    static QTreeWidgetItem *group(const ColumnChooser &chooser, const char *title)
    {
        const auto *tree = child<QTreeWidget>(chooser, "tree");
        for (int i = 0; i < tree->topLevelItemCount(); ++i) {
            if (tree->topLevelItem(i)->text(0).startsWith(QLatin1String(title)))
                return tree->topLevelItem(i);
        }
        return nullptr;
    }
    static QStringList texts(const QTreeWidgetItem *group)
    {
        QStringList texts;
        for (int i = 0; i < group->childCount(); ++i) {
            if (!group->child(i)->isHidden())
                texts.append(group->child(i)->text(0));
        }
        return texts;
    }
    static QPushButton *ok(const ColumnChooser &chooser)
    {
        return child<QDialogButtonBox>(chooser, "buttons")->button(QDialogButtonBox::Ok);
    }

    const catalog::Endpoint m_feed = *catalog::Catalog::builtIn().find(QStringLiteral("responses"));
};

void ColumnChooserTest::columnsAreGroupedByKind()
{
    const ColumnChooser chooser(
        m_feed,
        columns({QStringLiteral("property.Country"), QStringLiteral("question.Would you return?"),
                 QStringLiteral("other.region"), QStringLiteral("custom.Tier")}),
        {QStringLiteral("nps"), QStringLiteral("tags")});
    QCOMPARE(texts(group(chooser, "Lists")).size(), 3); // drivers, tags, questions
    QCOMPARE(texts(group(chooser, "Segments")), QStringList{QStringLiteral("Country")});
    QCOMPARE(texts(group(chooser, "Questions")), QStringList{QStringLiteral("Would you return?")});
    QCOMPARE(texts(group(chooser, "Other")), (QStringList{QStringLiteral("region"), QStringLiteral("Tier")}));
    QVERIFY(texts(group(chooser, "Fields")).contains(QLatin1String("NPS")));
    QCOMPARE(group(chooser, "Lists")->text(0), QStringLiteral("Lists: 1 of 3"));
    QCOMPARE(group(chooser, "Lists")->checkState(0), Qt::PartiallyChecked);
    QCOMPARE(group(chooser, "Segments")->checkState(0), Qt::Unchecked);
    const ColumnChooser bare(m_feed, columns({}), {});
    QVERIFY(!group(bare, "Segments")); // no group without a column
}

void ColumnChooserTest::equalTitlesAreToldApart()
{
    const ColumnChooser chooser(
        m_feed, columns({QStringLiteral("property.Tier"), QStringLiteral("property.tier")}), {});
    QCOMPARE(texts(group(chooser, "Segments")),
             (QStringList{QStringLiteral("Tier (property.Tier)"), QStringLiteral("tier (property.tier)")}));
}

void ColumnChooserTest::searchFindsWithinGroups()
{
    QStringList odd;
    for (int i = 0; i < 500; ++i)
        odd.append(QStringLiteral("property.Odd %1").arg(i));
    const ColumnChooser chooser(m_feed, columns(odd), {QStringLiteral("nps")});
    auto *search = child<QLineEdit>(chooser, "searchEdit");
    search->setText(QStringLiteral("odd 499"));
    QCOMPARE(texts(group(chooser, "Segments")), QStringList{QStringLiteral("Odd 499")});
    QVERIFY(group(chooser, "Fields")->isHidden());
    search->setText(QStringLiteral("contact_first")); // by its name in the lake
    QCOMPARE(texts(group(chooser, "Fields")), QStringList{QStringLiteral("First name")});
    search->clear();
    QCOMPARE(texts(group(chooser, "Segments")).size(), 500);
    QVERIFY(!group(chooser, "Fields")->isHidden());
}

void ColumnChooserTest::aGroupIsTickedWhole()
{
    const ColumnChooser chooser(
        m_feed, columns({QStringLiteral("property.Country"), QStringLiteral("property.Tier")}),
        {QStringLiteral("nps"), QStringLiteral("property.Tier")});
    QTreeWidgetItem *segments = group(chooser, "Segments");
    QCOMPARE(segments->checkState(0), Qt::PartiallyChecked);
    segments->setCheckState(0, Qt::Checked);
    QCOMPARE(segments->child(0)->checkState(0), Qt::Checked);
    QCOMPARE(segments->text(0), QStringLiteral("Segments: 2 of 2"));
    QVERIFY(child<QLabel>(chooser, "countLabel")->text().startsWith(QLatin1String("3 of ")));
    segments->setCheckState(0, Qt::Unchecked);
    QCOMPARE(segments->child(0)->checkState(0), Qt::Unchecked);
    QCOMPARE(segments->text(0), QStringLiteral("Segments: 0 of 2"));
    segments->child(1)->setCheckState(0, Qt::Checked);
    QCOMPARE(segments->checkState(0), Qt::PartiallyChecked);
}

void ColumnChooserTest::aGroupsTickIsForWhatWasFound()
{
    const ColumnChooser chooser(m_feed,
                                columns({QStringLiteral("property.Country"), QStringLiteral("property.Tier"),
                                         QStringLiteral("property.Tier 2")}),
                                {QStringLiteral("nps")});
    QTreeWidgetItem *segments = group(chooser, "Segments");
    child<QLineEdit>(chooser, "searchEdit")->setText(QStringLiteral("tier"));
    segments->setCheckState(0, Qt::Checked);
    QCOMPARE(segments->child(0)->checkState(0), Qt::Unchecked);
    QCOMPARE(segments->child(1)->checkState(0), Qt::Checked);
    QCOMPARE(segments->child(2)->checkState(0), Qt::Checked);
    QCOMPARE(segments->checkState(0), Qt::PartiallyChecked);
    segments->setCheckState(0, Qt::Checked); // once more: none of them
    QCOMPARE(segments->child(1)->checkState(0), Qt::Unchecked);
    QCOMPARE(segments->text(0), QStringLiteral("Segments: 0 of 3"));
}

void ColumnChooserTest::orderIsKept()
{
    ColumnChooser chooser(m_feed, columns({QStringLiteral("property.Country")}),
                          {QStringLiteral("nps"), QStringLiteral("email")});
    QSignalSpy chosen(&chooser, &ColumnChooser::chosen);
    group(chooser, "Segments")->child(0)->setCheckState(0, Qt::Checked);
    ok(chooser)->click();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(
        chosen[0][0].toStringList(),
        (QStringList{QStringLiteral("nps"), QStringLiteral("email"), QStringLiteral("property.Country")}));
}

void ColumnChooserTest::tooManyOrNoneCannotBeChosen()
{
    QStringList odd;
    for (int i = 0; i < RecordModel::maxColumns; ++i)
        odd.append(QStringLiteral("property.Odd %1").arg(i));
    const ColumnChooser chooser(m_feed, columns(odd), {QStringLiteral("nps")});
    QTreeWidgetItem *segments = group(chooser, "Segments");
    segments->setCheckState(0, Qt::Checked);
    QVERIFY(!ok(chooser)->isEnabled());
    QVERIFY(child<QLabel>(chooser, "countLabel")->text().contains(QLatin1String("up to 256")));
    segments->setCheckState(0, Qt::Unchecked);
    QVERIFY(ok(chooser)->isEnabled());
    for (const char *title : {"Fields", "Lists"}) {
        group(chooser, title)->setCheckState(0, Qt::Checked);
        group(chooser, title)->setCheckState(0, Qt::Unchecked);
    }
    QVERIFY(!ok(chooser)->isEnabled());
    child<QPushButton>(chooser, "usualButton")->click();
    QVERIFY(ok(chooser)->isEnabled());
}

void ColumnChooserTest::worksByKeyboard()
{
    ColumnChooser chooser(m_feed, columns({QStringLiteral("property.Country")}), {QStringLiteral("nps")});
    chooser.show();
    QVERIFY(QTest::qWaitForWindowActive(&chooser));
    auto *search = child<QLineEdit>(chooser, "searchEdit");
    auto *tree = child<QTreeWidget>(chooser, "tree");
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("country"));
    QTest::keyClick(search, Qt::Key_Down);
    QVERIFY(tree->hasFocus());
    QVERIFY(tree->currentItem() == group(chooser, "Segments"));
    QTest::keyClick(tree, Qt::Key_Down);
    QTest::keyClick(tree, Qt::Key_Space);
    QCOMPARE(group(chooser, "Segments")->text(0), QStringLiteral("Segments: 1 of 1"));
    QTest::keyClick(tree, Qt::Key_Up);
    QTest::keyClick(tree, Qt::Key_Space);
    QCOMPARE(group(chooser, "Segments")->text(0), QStringLiteral("Segments: 0 of 1"));
}

void ColumnChooserTest::hostileNamesStayNames()
{
    ColumnChooser chooser(m_feed,
                          columns({QStringLiteral("property.<b>bold</b>"), QStringLiteral("property."),
                                   QStringLiteral("other.") + QString(10'000, QLatin1Char('x'))}),
                          {QStringLiteral("no such column")});
    QVERIFY(texts(group(chooser, "Segments")).contains(QLatin1String("<b>bold</b>")));
    QVERIFY(texts(group(chooser, "Other")).front().size() < 200);
    QVERIFY(!ok(chooser)->isEnabled());
    group(chooser, "Segments")->setCheckState(0, Qt::Checked);
    QSignalSpy chosen(&chooser, &ColumnChooser::chosen);
    ok(chooser)->click();
    QCOMPARE(chosen[0][0].toStringList(),
             (QStringList{QStringLiteral("property.<b>bold</b>"), QStringLiteral("property.")}));
}

QTEST_MAIN(ColumnChooserTest)
#include "tst_columnchooser.moc"
