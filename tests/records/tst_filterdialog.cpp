// SPDX-License-Identifier: GPL-3.0-or-later
#include "madeupvalues.h"
#include "records/cells/display.h"
#include "records/filter/conditionbar.h"
#include "records/filter/filterdialog.h"
#include "records/filter/filtertree.h"
#include "support/testcase.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace gauge;
using namespace gauge::ui;
using query::Filter;

//! The whole filter in a dialog: as a tree, in words and as text.
class FilterDialogTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void whatGoesInComesOut_data();
    void whatGoesInComesOut();
    void isBuiltByKeysAlone();
    void movesGoEverywhere();
    void aDraggedItemIsMoved();
    void textAndTreeFollowEachOther();
    void aTextThatIsNoFilterIsTold();
    void whatCannotBeAppliedIsTold();
    void groupsAreNotTooDeep();
    void valuesAreCountedAmongWhatHoldsToo();
    void columnsMayNotBeKnownYet();
    void theCommandLineTakesWhatIsCopied();
    void chipsOpenItAndTakeItsFilter();

private:
    static std::vector<lake::LakeColumn> columns()
    {
        const auto feed = *catalog::Catalog::builtIn().find(QStringLiteral("responses"));
        std::vector<lake::LakeColumn> all = display::columnsOf(feed);
        for (const char *name : {"property.Country", "property.A (b) and \"c\""})
            all.push_back(display::dynamicColumn(feed, QLatin1String(name)));
        return all;
    }
    static std::vector<Filter> parsed(const QStringList &texts)
    {
        std::vector<Filter> filters;
        for (const QString &text : texts)
            filters.push_back(*query::parseFilter(text));
        return filters;
    }
    static QStringList printed(const std::vector<Filter> &filters)
    {
        QStringList texts;
        for (const Filter &filter : filters)
            texts.append(query::print(filter));
        return texts;
    }
    template <typename T>
    static T *child(const QWidget &widget, const char *name)
    {
        T *found = widget.findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    static QPushButton *ok(const QWidget &dialog)
    {
        return child<QDialogButtonBox>(dialog, "buttons")->button(QDialogButtonBox::Ok);
    }
    static FilterTree *tree(const QWidget &dialog) { return child<FilterTree>(dialog, "tree"); }
    static QString text(const QWidget &dialog) { return child<QLineEdit>(dialog, "textEdit")->text(); }
    static QString problem(const QWidget &dialog) { return child<QLabel>(dialog, "problemLabel")->text(); }
    static void type(const QWidget &dialog, const QString &text)
    {
        auto *edit = child<QLineEdit>(dialog, "textEdit");
        edit->setFocus();
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
    }
};

void FilterDialogTest::whatGoesInComesOut_data()
{
    QTest::addColumn<QStringList>("filters");
    const auto row = [](const char *name, const QStringList &filters) { QTest::newRow(name) << filters; };
    row("nothing", {});
    row("one condition", {QStringLiteral("nps >= 9")});
    row("several",
        {QStringLiteral("nps >= 9"), QStringLiteral("email is-empty"), QStringLiteral("nps in ()")});
    row("any", {QStringLiteral("nps <= 6 or nps >= 9")});
    row("groups in groups",
        {QStringLiteral("nps <= 6 or (nps >= 9 and (email is-empty or phone is-empty))"),
         QStringLiteral("date_sent in last 30 days")});
    row("hostile texts",
        {QStringLiteral("\"property.A (b) and \"\"c\"\"\" = \" (or) \"\"x\"\",y\" or nps = 1"),
         QStringLiteral("property.Country in \"a,b\",\"\",\" \"")});
}

void FilterDialogTest::whatGoesInComesOut()
{
    QFETCH(const QStringList, filters);
    FilterTree tree;
    tree.setColumns(columns());
    QSignalSpy changed(&tree, &FilterTree::changed);
    tree.setFilters(parsed(filters));
    QCOMPARE(printed(tree.filters()), filters);
    QCOMPARE(tree.filters(), parsed(filters));
    QCOMPARE(changed.size(), 0);
}

void FilterDialogTest::isBuiltByKeysAlone()
{
    FilterDialog dialog(columns(), {}, -1, {});
    QSignalSpy chosen(&dialog, &FilterDialog::chosen);
    dialog.show();
    dialog.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(dialog.focusWidget(), key, modifiers);
    };
    QCOMPARE(dialog.focusWidget(), tree(dialog));
    QVERIFY(!child<QWidget>(dialog, "editor")->isVisible());
    // A button that is pressed by its letter shows it before it acts.
    const auto addCondition = [&](const char *value) {
        press(Qt::Key_A, Qt::AltModifier);
        QTRY_COMPARE(dialog.focusWidget(), child<QWidget>(dialog, "columnBox"));
        press(Qt::Key_Tab);
        press(Qt::Key_Tab);
        QCOMPARE(dialog.focusWidget(), child<QWidget>(dialog, "valueEdit"));
        QVERIFY(!ok(dialog)->isEnabled()); // it has no value yet
        QTest::keyClicks(dialog.focusWidget(), QLatin1String(value));
        QVERIFY(ok(dialog)->isEnabled());
    };
    addCondition("9");
    press(Qt::Key_G, Qt::AltModifier); // a group behind it, of the other kind
    QTRY_VERIFY(!tree(dialog)->currentCondition());
    addCondition("7");
    tree(dialog)->setFocus();
    addCondition("8");
    QCOMPARE(text(dialog), QStringLiteral("nps >= 9 and (nps >= 7 or nps >= 8)"));
    QCOMPARE(child<QLabel>(dialog, "wordsLabel")->text(),
             QStringLiteral("As text: NPS ≥ 9 and (NPS ≥ 7 or NPS ≥ 8)"));
    press(Qt::Key_Up, Qt::AltModifier);
    QTRY_COMPARE(text(dialog), QStringLiteral("nps >= 9 and (nps >= 8 or nps >= 7)"));
    press(Qt::Key_Up, Qt::AltModifier); // out of the group
    QTRY_COMPARE(text(dialog), QStringLiteral("nps >= 9 and nps >= 8 and nps >= 7"));
    press(Qt::Key_N, Qt::AltModifier); // any of them
    QTRY_COMPARE(text(dialog), QStringLiteral("nps >= 9 or nps >= 8 or nps >= 7"));
    tree(dialog)->setFocus();
    press(Qt::Key_Delete);
    QCOMPARE(text(dialog), QStringLiteral("nps >= 9 or nps >= 7"));
    press(Qt::Key_Home);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(dialog.focusWidget(), child<QWidget>(dialog, "valueEdit"));
    ok(dialog)->setFocus();
    press(Qt::Key_Space);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(printed(chosen[0][0].value<std::vector<Filter>>()),
             QStringList{QStringLiteral("nps >= 9 or nps >= 7")});
}

void FilterDialogTest::movesGoEverywhere()
{
    FilterTree tree;
    tree.setColumns(columns());
    tree.setFilters(
        parsed({QStringLiteral("nps = 1"), QStringLiteral("nps = 2 or nps = 3"), QStringLiteral("nps = 4")}));
    tree.goTo(2);
    QVERIFY(!tree.canMoveDown());
    QStringList places;
    while (tree.canMoveUp()) {
        tree.moveUp();
        places.append(printed(tree.filters()).join(QStringLiteral("; ")));
    }
    const QStringList upwards{QStringLiteral("nps = 1; nps = 2 or nps = 3 or nps = 4"),
                              QStringLiteral("nps = 1; nps = 2 or nps = 4 or nps = 3"),
                              QStringLiteral("nps = 1; nps = 4 or nps = 2 or nps = 3"),
                              QStringLiteral("nps = 1; nps = 4; nps = 2 or nps = 3"),
                              QStringLiteral("nps = 4; nps = 1; nps = 2 or nps = 3")};
    QCOMPARE(places, upwards);
    int down = 0;
    for (; tree.canMoveDown(); ++down)
        tree.moveDown();
    QCOMPARE(down, 5);
    QCOMPARE(printed(tree.filters()).join(QStringLiteral("; ")),
             QStringLiteral("nps = 1; nps = 2 or nps = 3; nps = 4"));
    tree.setCurrentItem(tree.topLevelItem(0));
    QVERIFY(!tree.canMoveUp() && !tree.canMoveDown() && !tree.canRemove());
    tree.removeCurrent();
    QCOMPARE(tree.filters().size(), 3U);
}

void FilterDialogTest::aDraggedItemIsMoved()
{
    FilterTree tree;
    tree.setColumns(columns());
    tree.resize(300, 300);
    tree.setFilters(parsed({QStringLiteral("nps = 2 or nps = 3"), QStringLiteral("email = \"a, (b)\"")}));
    tree.show();
    // What a drag writes down can be read again by any tree.
    QTreeWidgetItem *item = tree.topLevelItem(0)->child(1);
    const std::unique_ptr<QMimeData> data(
        tree.model()->mimeData({tree.model()->index(1, 0, tree.model()->index(0, 0))}));
    FilterTree other;
    other.setColumns(columns());
    QVERIFY(other.model()->dropMimeData(data.get(), Qt::CopyAction, 0, 0, other.model()->index(0, 0)));
    QCOMPARE(printed(other.filters()), QStringList{QStringLiteral("email = \"a, (b)\"")});
    QVERIFY(item->flags().testFlag(Qt::ItemIsDragEnabled));
    QVERIFY(!item->flags().testFlag(Qt::ItemIsDropEnabled)); // a condition holds nothing
    QVERIFY(tree.topLevelItem(0)->flags().testFlag(Qt::ItemIsDropEnabled));
    QVERIFY(!tree.topLevelItem(0)->flags().testFlag(Qt::ItemIsDragEnabled));
    QVERIFY(!tree.invisibleRootItem()->flags().testFlag(Qt::ItemIsDropEnabled));
}

void FilterDialogTest::textAndTreeFollowEachOther()
{
    FilterDialog dialog(columns(), parsed({QStringLiteral("nps >= 9"), QStringLiteral("email is-empty")}), 1,
                        {});
    dialog.show();
    QCOMPARE(tree(dialog)->currentCondition()->column, QStringLiteral("email"));
    QCOMPARE(text(dialog), QStringLiteral("nps >= 9 and email is-empty"));
    type(dialog, QStringLiteral("nps = 1 or (nps = 2 and email not-empty)"));
    QCOMPARE(printed(tree(dialog)->filters()),
             QStringList{QStringLiteral("nps = 1 or (nps = 2 and email not-empty)")});
    QVERIFY(ok(dialog)->isEnabled());
    tree(dialog)->goTo(0);
    child<QLineEdit>(dialog, "valueEdit")->setText(QStringLiteral("5"));
    QCOMPARE(text(dialog), QStringLiteral("nps = 5 or (nps = 2 and email not-empty)"));
    child<QRadioButton>(dialog, "allButton")->click();
    QCOMPARE(text(dialog), QStringLiteral("nps = 5 and nps = 2 and email not-empty"));
    type(dialog, QStringLiteral("Comment contains late or country in NL,DE"));
    QCOMPARE(printed(tree(dialog)->filters()),
             QStringList{QStringLiteral("comment_original contains late or property.Country in NL,DE")});
    QVERIFY(ok(dialog)->isEnabled());
    type(dialog, QString());
    QVERIFY(tree(dialog)->filters().empty());
    QVERIFY(ok(dialog)->isEnabled()); // no filter is one, too
    QCOMPARE(child<QLabel>(dialog, "wordsLabel")->text(), QStringLiteral("As text: Every record"));
}

void FilterDialogTest::aTextThatIsNoFilterIsTold()
{
    FilterDialog dialog(columns(), parsed({QStringLiteral("nps >= 9")}), -1, {});
    dialog.show();
    const QString wrong = QStringLiteral("nps >= 9 and (email is-empty");
    type(dialog, wrong);
    QCOMPARE(problem(dialog), query::parseFilter(wrong).error().text);
    QVERIFY(!ok(dialog)->isEnabled());
    QTest::keyClick(child<QLineEdit>(dialog, "textEdit"), Qt::Key_ParenRight);
    QCOMPARE(problem(dialog), QString());
    QVERIFY(ok(dialog)->isEnabled());
    // A change in the tree takes the place of what was typed.
    type(dialog, QStringLiteral("nps"));
    QVERIFY(!ok(dialog)->isEnabled());
    tree(dialog)->addCondition(*query::parseCondition(QStringLiteral("nps = 1")));
    QVERIFY(ok(dialog)->isEnabled());
    QCOMPARE(text(dialog), QStringLiteral("nps = 1"));
}

void FilterDialogTest::whatCannotBeAppliedIsTold()
{
    FilterDialog dialog(columns(), {}, -1, {});
    dialog.show();
    type(dialog, QStringLiteral("nps >= nine"));
    QVERIFY(problem(dialog).startsWith(QStringLiteral("NPS ≥ nine: ")));
    QVERIFY(!ok(dialog)->isEnabled());
    QVERIFY(!tree(dialog)->topLevelItem(0)->child(0)->icon(0).isNull());
    type(dialog, QStringLiteral("npm >= 9"));
    QVERIFY(problem(dialog).contains(QStringLiteral("npm")));
    QVERIFY(!ok(dialog)->isEnabled());
    type(dialog, QStringLiteral("date_sent in last 0 days"));
    QVERIFY(!ok(dialog)->isEnabled());
}

void FilterDialogTest::groupsAreNotTooDeep()
{
    FilterTree tree;
    tree.setColumns(columns());
    const query::Condition condition = *query::parseCondition(QStringLiteral("nps = 1"));
    int groups = 1;
    for (; tree.canAddGroup(); ++groups) {
        tree.addCondition(condition);
        tree.addGroup();
    }
    QCOMPARE(groups, query::deepestFilter);
    tree.addCondition(condition);
    tree.addCondition(condition);
    QVERIFY(!tree.validationError());
    const Filter deepest = Filter::all(tree.filters());
    QCOMPARE(deepest.depth(), query::deepestFilter);
    QCOMPARE(*query::parseFilter(query::print(deepest)), deepest);
    // Deeper by a move.
    QTreeWidgetItem *innermost = tree.currentItem()->parent();
    QTreeWidgetItem *above = innermost->parent();
    auto *group = new QTreeWidgetItem(*innermost);
    group->addChild(innermost->child(0)->clone());
    group->addChild(innermost->child(0)->clone());
    group->setData(0, Qt::UserRole + 1, above->data(0, Qt::UserRole + 1));
    innermost->addChild(group);
    QVERIFY(tree.validationError());
}

void FilterDialogTest::valuesAreCountedAmongWhatHoldsToo()
{
    test::MadeUpValues values;
    FilterDialog dialog(
        columns(),
        parsed({QStringLiteral("nps >= 9"),
                QStringLiteral("phone is-empty or (email not-empty and property.Country in NL)")}),
        -1, values.source());
    dialog.show();
    QTreeWidgetItem *any = tree(dialog)->topLevelItem(0)->child(1);
    tree(dialog)->setCurrentItem(any->child(1)->child(1));
    QCOMPARE(values.asked.size(), 1U);
    QCOMPARE(values.asked[0].where, QStringLiteral("email not-empty; nps >= 9"));
}

// A lake may take a while to tell its columns, or not tell them at all.
void FilterDialogTest::columnsMayNotBeKnownYet()
{
    test::MadeUpValues values;
    FilterDialog dialog({}, parsed({QStringLiteral("property.Country in NL,DE")}), 0, values.source());
    dialog.show();
    QCOMPARE(values.asked.size(), 0U);
    QVERIFY(!ok(dialog)->isEnabled());
    QCOMPARE(printed(tree(dialog)->filters()), QStringList{QStringLiteral("property.Country in NL,DE")});
}

void FilterDialogTest::theCommandLineTakesWhatIsCopied()
{
    FilterDialog dialog(columns(), parsed({QStringLiteral("email = it's or nps = 1")}), -1, {});
    dialog.show();
    child<QPushButton>(dialog, "copyButton")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("--where 'email = it'\\''s or nps = 1'"));
}

void FilterDialogTest::chipsOpenItAndTakeItsFilter()
{
    ConditionBar bar;
    bar.setColumns(columns());
    bar.setConditions(parsed({QStringLiteral("nps = 1"), QStringLiteral("nps = 2 or email is-empty")}));
    bar.show();
    QSignalSpy changed(&bar, &ConditionBar::conditionsChanged);
    QTest::keyClick(child<QToolButton>(*child<QWidget>(bar, "chip1"), "chipText"), Qt::Key_Return);
    auto *dialog = child<FilterDialog>(bar, "filterDialog");
    QVERIFY(dialog->isVisible());
    QVERIFY(!tree(*dialog)->currentCondition()); // the group
    dialog->reject();
    QCOMPARE(changed.size(), 0);
    QTRY_VERIFY(!bar.findChild<FilterDialog *>(QStringLiteral("filterDialog")));
    child<QToolButton>(bar, "editFiltersButton")->click();
    dialog = child<FilterDialog>(bar, "filterDialog");
    tree(*dialog)->goTo(0);
    tree(*dialog)->removeCurrent();
    ok(*dialog)->click();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(printed(bar.conditions()), QStringList{QStringLiteral("nps = 2 or email is-empty")});
}

QTEST_MAIN(FilterDialogTest)
#include "tst_filterdialog.moc"
