// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/lists.h"
#include "support/testcase.h"

using namespace gauge;
using catalog::ListItem;
using catalog::listItems;

class ListItemsTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void driversTagsAndQuestions();
    void plainEntriesHaveAValue();
    void whatIsNoListIsOneEntry();
    void deeperThingsStayJson();
};

void ListItemsTest::driversTagsAndQuestions()
{
    QVERIFY(
        listItems(
            R"([{"primary":"Ordering","secondary":["Ease","Speed"]},{"primary":"Product","secondary":[]}])")
        == (std::vector<ListItem>{{"Ordering", {{"primary", "Ordering"}, {"secondary", "Ease, Speed"}}},
                                  {"Product", {{"primary", "Product"}, {"secondary", ""}}}}));
    QVERIFY(
        listItems(R"([{"label":"Price","type":"topic","sentiment":null}])")
        == (std::vector<ListItem>{{"Price", {{"label", "Price"}, {"type", "topic"}, {"sentiment", ""}}}}));
    QVERIFY(listItems(R"([{"title":"How?","answer":7}])")
            == (std::vector<ListItem>{{"How?", {{"title", "How?"}, {"answer", "7"}}}}));
}

void ListItemsTest::plainEntriesHaveAValue()
{
    QVERIFY(listItems(R"(["a", 1.50, true])")
            == (std::vector<ListItem>{
                {"a", {{"value", "a"}}}, {"1.5", {{"value", "1.5"}}}, {"true", {{"value", "true"}}}}));
    QVERIFY(listItems("[]").empty());
    QVERIFY(listItems("").empty());
}

void ListItemsTest::whatIsNoListIsOneEntry()
{
    QVERIFY(listItems("half [a list")
            == (std::vector<ListItem>{{"half [a list", {{"value", "half [a list"}}}}));
    QVERIFY(listItems(R"({"label":"x"})") == (std::vector<ListItem>{{"x", {{"label", "x"}}}}));
}

void ListItemsTest::deeperThingsStayJson()
{
    const auto items = listItems(R"([{"id":1,"more":[{"a":[1]}]}])");
    QCOMPARE(items.size(), 1U);
    QVERIFY(items.front().fields[1] == (std::pair<std::string, std::string>{"more", R"([{"a":[1]}])"}));
    QVERIFY(!items.front().label.empty());
}

QTEST_GUILESS_MAIN(ListItemsTest)
#include "tst_listitems.moc"
