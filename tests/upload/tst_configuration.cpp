// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcase.h"
#include "upload/form/configuration.h"

using namespace gauge;
using namespace gauge::upload;
using catalog::ValueType;

namespace {

Configuration full()
{
    Configuration configuration;
    configuration.name = QStringLiteral("Bezoeken “Noord” 😀");
    configuration.reference = QStringLiteral("16b53fd0-9103-431f-a5bd-f492b3eeb835");
    configuration.recordType = QStringLiteral("activities");
    configuration.headings = {
        {QStringLiteral("Account Name"), ValueType::Text, true, {}, QStringLiteral("as in the CRM"), {}},
        {QStringLiteral("Type"),
         ValueType::Choice,
         false,
         QStringLiteral("Call"),
         {},
         {QStringLiteral("Call"), QStringLiteral("Visit")}},
        {QStringLiteral("When"), ValueType::DateTime, false, {}, {}, {}},
    };
    return configuration;
}

QStringList namesOf(const std::vector<Heading> &headings)
{
    QStringList names;
    for (const Heading &heading : headings)
        names.append(heading.name);
    return names;
}

} // namespace

class ConfigurationTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void roundTrip();
    void everyTypeRoundTrips();
    void hostileTexts_data();
    void hostileTexts();
    void objections_data();
    void objections();
    void objectionsAreAtTheirHeadings();
    void headingsOfARow_data();
    void headingsOfARow();
    void learnedHeadingsHaveTheirTypes();
    void defaultsFillWhatIsEmpty();
    void builtInOnesAreUsable();
};

void ConfigurationTest::roundTrip()
{
    const auto read = parseConfiguration(toJson(full()));
    QVERIFY2(read, read ? "" : qPrintable(read.error().text));
    QCOMPARE(*read, full());
    Configuration saved = full();
    saved.id = QStringLiteral("some-id");
    QCOMPARE(toJson(saved), toJson(full())); // the file's name, not its contents
}

void ConfigurationTest::everyTypeRoundTrips()
{
    for (const catalog::RecordType &type : catalog::recordTypes()) {
        const auto read = parseConfiguration(toJson(configurationFor(type)));
        QVERIFY2(read, read ? "" : qPrintable(read.error().text));
        QCOMPARE(*read, configurationFor(type));
    }
}

void ConfigurationTest::hostileTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray good = toJson(full());
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("hello");
    QTest::newRow("NUL") << QByteArray(100, '\0');
    QTest::newRow("half") << good.left(good.size() / 2);
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("another program's") << QByteArray(R"({"name":"x","reference":"r"})");
    QTest::newRow("newer") << QByteArray(good).replace("\"version\": 1", "\"version\": 2");
    QTest::newRow("unknown type") << QByteArray(good).replace("date-time", "moment");
    QTest::newRow("unknown record type") << QByteArray(good).replace("activities", "spaceships");
    QTest::newRow("no name") << QByteArray(good).replace("\"name\": \"Bezoeken", "\"nome\": \"Bezoeken");
    QTest::newRow("a heading that is a number") << QByteArray(good).replace("\"When\"", "7");
    QTest::newRow("a heading twice") << QByteArray(good).replace("\"When\"", "\"Type\"");
    QTest::newRow("a heading of many characters")
        << QByteArray(good).replace("When", QByteArray(100'000, 'x'));
    QTest::newRow("deep") << QByteArray(2000, '[');
}

void ConfigurationTest::hostileTexts()
{
    QFETCH(const QByteArray, text);
    const auto read = parseConfiguration(text);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Input);
    QVERIFY(!read.error().text.isEmpty());
    QVERIFY(read.error().text.size() < 300);
}

void ConfigurationTest::objections_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::newRow("no name") << QStringLiteral("name") << QStringLiteral("  ");
    QTest::newRow("a name with a line break") << QStringLiteral("name") << QStringLiteral("a\nb");
    QTest::newRow("a long name") << QStringLiteral("name") << QString(300, QLatin1Char('n'));
    QTest::newRow("no reference") << QStringLiteral("reference") << QString();
    QTest::newRow("a reference with NUL") << QStringLiteral("reference") << QString(QChar(0));
    QTest::newRow("no type") << QStringLiteral("type") << QString();
    QTest::newRow("an empty heading") << QStringLiteral("heading") << QStringLiteral(" ");
}

void ConfigurationTest::objections()
{
    QFETCH(const QString, field);
    QFETCH(const QString, value);
    Configuration configuration = full();
    QVERIFY(!validationError(configuration));
    if (field == QLatin1String("name"))
        configuration.name = value;
    else if (field == QLatin1String("reference"))
        configuration.reference = value;
    else if (field == QLatin1String("type"))
        configuration.recordType = value;
    else
        configuration.headings.back().name = value;
    QVERIFY(validationError(configuration));
}

void ConfigurationTest::objectionsAreAtTheirHeadings()
{
    std::vector<Heading> headings = full().headings;
    QCOMPARE(objectionsToHeadings(headings), QStringList({{}, {}, {}}));
    headings[1].defaultValue = QStringLiteral("call"); // its choice is Call
    headings.push_back({QStringLiteral("Account name"), ValueType::Text, false, {}, {}, {}});
    headings.push_back({QStringLiteral("When"), ValueType::Text, false, {}, {}, {}});
    headings.push_back({QStringLiteral("Kind"), ValueType::Choice, false, {}, {}, {}});
    headings.push_back({QString(), ValueType::Text, false, {}, {}, {}});
    const QStringList found = objectionsToHeadings(headings);
    QCOMPARE(found.size(), 7);
    QVERIFY(found[0].isEmpty() && found[2].isEmpty());
    QVERIFY(found[1].contains(QStringLiteral("Call, Visit")));
    QVERIFY(found[3].contains(QStringLiteral("“Account Name” and “Account name”")));
    QVERIFY(found[4].contains(QStringLiteral("twice")));
    QVERIFY(found[5].contains(QStringLiteral("choices")));
    QVERIFY(found[6].contains(QStringLiteral("no name")));
    QVERIFY(objectionsToHeadings({}).isEmpty());
}

void ConfigurationTest::headingsOfARow_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QStringList>("names");
    const QStringList abc{QStringLiteral("A"), QStringLiteral("B b"), QStringLiteral("C")};
    QTest::newRow("spreadsheet row") << QStringLiteral("A\tB b\tC\r\n") << abc;
    QTest::newRow("spreadsheet column") << QStringLiteral("A\nB b\nC\n") << abc;
    QTest::newRow("comma") << QStringLiteral("A,B b,C") << abc;
    QTest::newRow("semicolon") << QStringLiteral("A;B b;C") << abc;
    QTest::newRow("byte-order mark") << QString(QChar(QChar::ByteOrderMark)) + QStringLiteral("A,B b,C")
                                     << abc;
    QTest::newRow("quotes") << QStringLiteral("\"A, or a\";\"B \"\"b\"\"\";C")
                            << QStringList{QStringLiteral("A, or a"), QStringLiteral("B \"b\""),
                                           QStringLiteral("C")};
    QTest::newRow("a comma in a tabbed row")
        << QStringLiteral("Name, first\tB")
        << QStringList{QStringLiteral("Name, first"), QStringLiteral("B")};
    QTest::newRow("empty and repeated") << QStringLiteral("A,,A, ,B b,C,") << abc;
    QTest::newRow("one") << QStringLiteral(" Account Name ") << QStringList{QStringLiteral("Account Name")};
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("separators only") << QStringLiteral(",,;\t\n") << QStringList();
    QTest::newRow("an open quote") << QStringLiteral("A,\"B")
                                   << QStringList{QStringLiteral("A"), QStringLiteral("\"B")};
}

void ConfigurationTest::headingsOfARow()
{
    QFETCH(const QString, row);
    QFETCH(const QStringList, names);
    QCOMPARE(namesOf(headingsFrom(row, nullptr)), names);
}

void ConfigurationTest::learnedHeadingsHaveTheirTypes()
{
    const auto headings = headingsFrom(QStringLiteral("Email,Account Name,email,Mine"),
                                       catalog::findRecordType(QStringLiteral("external-response")));
    QCOMPARE(headings.size(), std::size_t(4));
    QCOMPARE(headings[0].type, ValueType::Email);
    QVERIFY(headings[0].required && headings[1].required);
    QCOMPARE(headings[2].type, ValueType::Text);
    QVERIFY(!headings[2].required && !headings[3].required);
}

void ConfigurationTest::defaultsFillWhatIsEmpty()
{
    Configuration configuration = full();
    const FormValue name{QStringLiteral("Account Name"), QStringLiteral("X")};
    const FormValue type{QStringLiteral("Type"), QStringLiteral("Call")};
    QCOMPARE(withDefaults(configuration, {name}), FormRecord({name, type}));
    QCOMPARE(withDefaults(configuration, {{type.heading, {}}, name}), FormRecord({type, name}));
    const FormRecord own{{type.heading, QStringLiteral("Visit")}};
    QCOMPARE(withDefaults(configuration, own), own);
    QCOMPARE(valueOf(own, QStringLiteral("Type")), QStringLiteral("Visit"));
    QCOMPARE(valueOf(own, QStringLiteral("type")), QString());
}

void ConfigurationTest::builtInOnesAreUsable()
{
    const std::vector<Configuration> all = builtInConfigurations();
    QCOMPARE(all.size(), std::size_t(2));
    QCOMPARE(all[0].reference, QStringLiteral("activities"));
    QCOMPARE(all[1].reference, QStringLiteral("contact"));
    for (const Configuration &each : all) {
        QVERIFY(each.isBuiltIn());
        QVERIFY(!validationError(each));
    }
    QVERIFY(!full().isBuiltIn());
    QVERIFY(full().heading(QStringLiteral("When")) != nullptr);
    QVERIFY(full().heading(QStringLiteral("when")) == nullptr);
}

QTEST_GUILESS_MAIN(ConfigurationTest)
#include "tst_configuration.moc"
