// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcase.h"
#include "upload/file/columnmapping.h"

using namespace gauge;
using namespace gauge::upload;
using Kind = MappedHeading::Kind;
using Certainty = Suggestion::Certainty;

class ColumnMappingTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void columnsKeepTheirNames();
    void textsChangeIt();
    void malformedTextsAreTold_data();
    void malformedTextsAreTold();
    void headingsAreSuggested_data();
    void headingsAreSuggested();
    void aHeadingIsSuggestedOnce();
    void rowsBecomeRecords();
    void templates_data();
    void templates();
    void whatPeopleTypeIsRead_data();
    void whatPeopleTypeIsRead();
    void columnsThatAreNotSent();

private:
    static FormRecord record(const ColumnMapping &mapping, const QStringList &columns,
                             const QStringList &cells, const Configuration &configuration = {})
    {
        const auto mapper = RowMapper::make(mapping, columns, configuration);
        return mapper ? mapper->record(cells) : FormRecord{{"error", mapper.error().text}};
    }
};

void ColumnMappingTest::columnsKeepTheirNames()
{
    const QStringList columns{"Email", "Name", "GaugeDesk outcome", "GaugeDesk message", "GaugeDesk time"};
    QCOMPARE(mappingByName(columns),
             (ColumnMapping{{{"Email", Kind::Column, "Email"}, {"Name", Kind::Column, "Name"}}}));
}

void ColumnMappingTest::textsChangeIt()
{
    const QStringList columns{"mail", "First", "Last", "a=b", "{x}", "Type"};
    const auto mapping = parseMapping(
        {"mail=Email", "{First} {Last}=Name", "\"Web\"=Source", "a=b=Sum", "{x}=X", "Last=", "\"\"=Type"},
        columns);
    QVERIFY(mapping);
    QCOMPARE(*mapping,
             (ColumnMapping{{{"First", Kind::Column, "First"},
                             {"Email", Kind::Column, "mail"},
                             {"Name", Kind::Template, "{First} {Last}"},
                             {"Source", Kind::Constant, "Web"},
                             {"Sum", Kind::Column, "a=b"},
                             {"X", Kind::Column, "{x}"},
                             {"Type", Kind::Constant, ""}}}));
    QCOMPARE(*parseMapping({}, columns), mappingByName(columns));
    // A column may go to two headings.
    QCOMPARE(parseMapping({"mail=Email", "mail=Reference"}, {"mail"})->headings.size(), size_t(2));
}

void ColumnMappingTest::malformedTextsAreTold_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("no sign") << "Email"
                             << "is no mapping";
    QTest::newRow("nothing before") << "=Email"
                                    << "is no mapping";
    QTest::newRow("empty") << ""
                           << "is no mapping";
    QTest::newRow("another column") << "Mial=Email"
                                    << "no column “Mial”. The nearest is “Mail”";
    QTest::newRow("in a template") << "{Mail} {Lats}=Email"
                                   << "no column “Lats”. The nearest is “Last”";
    QTest::newRow("open") << "{Mail=Email"
                          << "braces";
    QTest::newRow("closed") << "{Mail}}=Email"
                            << "braces";
}

void ColumnMappingTest::malformedTextsAreTold()
{
    QFETCH(const QString, text);
    QFETCH(const QString, words);
    const QStringList columns{"Mail", "Last"};
    const auto mapping = parseMapping({text}, columns);
    const auto made = mapping ? RowMapper::make(*mapping, columns, {}) : fail(mapping.error());
    QVERIFY(!made);
    QCOMPARE(kindName(made.error().kind), kindName(ErrorKind::Input));
    QVERIFY2(made.error().text.contains(words), qPrintable(made.error().text));
}

void ColumnMappingTest::headingsAreSuggested_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("heading");
    QTest::addColumn<int>("certainty");
    QTest::newRow("exact") << "Account Name"
                           << "Account Name" << int(Certainty::Exact);
    QTest::newRow("case") << "account name"
                          << "Account Name" << int(Certainty::Similar);
    QTest::newRow("punctuation") << "ACCOUNT_NAME:"
                                 << "Account Name" << int(Certainty::Similar);
    QTest::newRow("spelling") << "Acount Name"
                              << "Account Name" << int(Certainty::Near);
    QTest::newRow("a hyphen") << "E-mail"
                              << "Email" << int(Certainty::Similar);
    QTest::newRow("a letter") << "Emaill"
                              << "Email" << int(Certainty::Near);
    QTest::newRow("another word") << "Mate"
                                  << "" << int(Certainty::None);
    QTest::newRow("nothing") << ""
                             << "" << int(Certainty::None);
    QTest::newRow("signs") << "???"
                           << "" << int(Certainty::None);
}

void ColumnMappingTest::headingsAreSuggested()
{
    QFETCH(const QString, column);
    QFETCH(const QString, heading);
    QFETCH(const int, certainty);
    const auto suggestions = suggestHeadings({column}, {"Date", "Account Name", "Email"});
    QCOMPARE(suggestions, (std::vector<Suggestion>{{column, heading, Certainty(certainty)}}));
}

void ColumnMappingTest::aHeadingIsSuggestedOnce()
{
    const auto suggestions = suggestHeadings({"email", "Email", "Emails"}, {"Email", "Name"});
    QCOMPARE(suggestions,
             (std::vector<Suggestion>{{"email", "", Certainty::None},
                                      {"Email", "Email", Certainty::Exact},
                                      {"Emails", "", Certainty::None}}));
    QCOMPARE(mappingOf(suggestions), (ColumnMapping{{{"Email", Kind::Column, "Email"}}}));
}

void ColumnMappingTest::rowsBecomeRecords()
{
    Configuration configuration;
    for (const char *name : {"Source", "Type", "Email"})
        configuration.headings.push_back(headingFor(nullptr, name));
    configuration.headings[0].defaultValue = "Web";
    configuration.headings[1].defaultValue = "Call";
    const ColumnMapping mapping{{{"Email", Kind::Column, "b"}, {"Type", Kind::Column, "a"}}};
    QCOMPARE(record(mapping, {"a", "b"}, {"1", "x@y.z"}, configuration),
             (FormRecord{{"Email", "x@y.z"}, {"Type", "1"}, {"Source", "Web"}}));
    // What is missing in a row has its default, or nothing.
    QCOMPARE(record(mapping, {"a", "b"}, {}, configuration),
             (FormRecord{{"Email", ""}, {"Type", "Call"}, {"Source", "Web"}}));
    QCOMPARE(RowMapper::make(mapping, {"a", "b"}, configuration)->headings(),
             (QStringList{"Email", "Type", "Source"}));
}

void ColumnMappingTest::templates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value");
    QTest::newRow("two") << "{First} {Last}"
                         << "Ada King";
    QTest::newRow("alone") << "{Last}"
                           << "King";
    QTest::newRow("text around") << "<{First}>!"
                                 << "<Ada>!";
    QTest::newRow("braces") << "{{{First}}} {{}}"
                            << "{Ada} {}";
    QTest::newRow("side by side") << "{First}{Last}{First}"
                                  << "AdaKingAda";
    QTest::newRow("an empty cell") << "{None}{Last}"
                                   << "King";
    QTest::newRow("none") << "plain"
                          << "plain";
    QTest::newRow("empty") << ""
                           << "";
}

void ColumnMappingTest::templates()
{
    QFETCH(const QString, text);
    QFETCH(const QString, value);
    QCOMPARE(record({{{"H", Kind::Template, text}}}, {"First", "Last", "None"}, {"Ada", "King"}),
             (FormRecord{{"H", value}}));
}

void ColumnMappingTest::whatPeopleTypeIsRead_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("a column") << "First" << int(Kind::Column) << "First"
                              << "First";
    QTest::newRow("with spaces around") << " First " << int(Kind::Column) << "First"
                                        << "First";
    QTest::newRow("a column with a strange name") << "{odd" << int(Kind::Column) << "{odd"
                                                  << "{odd";
    QTest::newRow("a text") << "CRM" << int(Kind::Constant) << "CRM"
                            << "CRM";
    QTest::newRow("a text in quotes") << "\"CRM\"" << int(Kind::Constant) << "CRM"
                                      << "CRM";
    QTest::newRow("the name of a column as a text") << "\"First\"" << int(Kind::Constant) << "First"
                                                    << "\"First\"";
    QTest::newRow("braces as a text") << "\"{x}\"" << int(Kind::Constant) << "{x}"
                                      << "\"{x}\"";
    QTest::newRow("spaces as a text") << "\" \"" << int(Kind::Constant) << " "
                                      << "\" \"";
    QTest::newRow("joined") << "{First} {Last}" << int(Kind::Template) << "{First} {Last}"
                            << "{First} {Last}";
}

void ColumnMappingTest::whatPeopleTypeIsRead()
{
    QFETCH(const QString, typed);
    QFETCH(const int, kind);
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    const QStringList columns{"First", "Last", "{odd"};
    const auto read = readSource(typed, "H", columns);
    QVERIFY2(read, read ? "" : qPrintable(read.error().text));
    QCOMPARE(*read, (MappedHeading{"H", Kind(kind), text}));
    QCOMPARE(sourceText(*read, columns), shown);
    QCOMPARE(*readSource(shown, "H", columns), *read);
    QVERIFY(!readSource("{First", "H", columns));
    QVERIFY(!readSource("{Nobody}", "H", columns));
}

void ColumnMappingTest::columnsThatAreNotSent()
{
    const ColumnMapping mapping{{{"A", Kind::Column, "One"},
                                 {"B", Kind::Template, "{Two} and {Three}"},
                                 {"C", Kind::Constant, "Four"}}};
    QCOMPARE(unusedColumns(mapping, {"One", "Two", "Three", "Four", "GaugeDesk outcome"}),
             QStringList{"Four"});
}

QTEST_GUILESS_MAIN(ColumnMappingTest)
#include "tst_columnmapping.moc"
