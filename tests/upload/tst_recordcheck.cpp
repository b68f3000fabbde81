// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcase.h"
#include "upload/form/recordcheck.h"

using namespace gauge;
using namespace gauge::upload;
using catalog::ValueType;

namespace {

Configuration of(const char *type)
{
    return configurationFor(*catalog::findRecordType(QLatin1String(type)));
}

//! "Heading=value|Heading=value"
FormRecord record(const QString &text)
{
    FormRecord fields;
    for (const QString &part : text.split(QLatin1Char('|'), Qt::SkipEmptyParts))
        fields.push_back({part.section(QLatin1Char('='), 0, 0), part.section(QLatin1Char('='), 1)});
    return fields;
}

QString nameOf(FindingKind kind)
{
    switch (kind) {
    case FindingKind::RequiredMissing:
        return QStringLiteral("required");
    case FindingKind::OneOfMissing:
        return QStringLiteral("one-of");
    case FindingKind::WrongCase:
        return QStringLiteral("case");
    case FindingKind::Unmapped:
        return QStringLiteral("unmapped");
    case FindingKind::Repeated:
        return QStringLiteral("repeated");
    case FindingKind::TooLong:
        return QStringLiteral("long");
    case FindingKind::BadValue:
        return QStringLiteral("value");
    }
    return {};
}

//! "error required Type", a line each.
QStringList lines(const std::vector<RecordFinding> &findings)
{
    QStringList all;
    for (const RecordFinding &finding : findings) {
        const bool error = finding.severity == Severity::Error;
        all.append((error ? QStringLiteral("error ") : QStringLiteral("warning ")) + nameOf(finding.kind)
                   + QLatin1Char(' ') + finding.heading);
    }
    return all;
}

const QString goodActivity = QStringLiteral("Account Name=Example|Reference=A-1|Source=CRM|Type=Call");
const QString goodResponse = QStringLiteral(
    "Email=a@b.nl|Account Name=X|Sent Date=2026-01-01 08:00:00|Completed Date=2026-01-02 08:00:00");

} // namespace

class RecordCheckTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void records_data();
    void records();
    void aWrongCaseNamesBoth();
    void theConfigurationsSpellingCounts();
    void whatTheConfigurationRequires();
    void anUnknownTypeChecksWhatItCan();
    void halvesForFiles();
    void values_data();
    void values();
    void choices();
};

void RecordCheckTest::records_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("fields");
    QTest::addColumn<bool>("strict");
    QTest::addColumn<QStringList>("found");
    const auto row = [](const char *name, const char *type, const QString &fields, QStringList found,
                        bool strict = false) {
        QTest::newRow(name) << QString::fromLatin1(type) << fields << strict << found;
    };
    const auto one = [](const char *text) { return QStringList{QString::fromLatin1(text)}; };
    row("all well", "activities", goodActivity, {});
    row("nothing at all", "activities", {},
        {QStringLiteral("error required Account Name"), QStringLiteral("error required Reference"),
         QStringLiteral("error required Source"), QStringLiteral("error required Type")});
    row("an empty required one", "activities",
        QString(goodActivity).replace(QLatin1String("=Call"), QLatin1String("=")),
        one("error required Type"));
    row("wrong case", "activities",
        QString(goodActivity).replace(QLatin1String("Type"), QLatin1String("type")), one("error case type"));
    row("spaces", "activities",
        QString(goodActivity).replace(QLatin1String("Account Name"), QLatin1String("Account  Name ")),
        one("error case Account  Name "));
    row("unmapped", "activities", goodActivity + QStringLiteral("|Mine=1"), one("warning unmapped Mine"));
    row("unmapped, strict", "activities", goodActivity + QStringLiteral("|Mine=1"),
        one("error unmapped Mine"), true);
    row("twice", "activities", goodActivity + QStringLiteral("|Type=Visit"), one("error repeated Type"));
    row("long", "activities", goodActivity + QStringLiteral("|Subject=") + QString(129, QLatin1Char('x')),
        one("warning long Subject"));
    row("long, strict", "activities",
        goodActivity + QStringLiteral("|Subject=") + QString(129, QLatin1Char('x')),
        one("error long Subject"), true);
    row("not too long", "activities",
        goodActivity + QStringLiteral("|Subject=") + QString(128, QLatin1Char('x')), {}, true);
    row("email", "contacts", QStringLiteral("Email=a@example.com"), {});
    row("phone", "contacts", QStringLiteral("Phone=+31 (0)20-1234567"), {});
    row("neither", "contacts", QStringLiteral("First Name=A"), one("error one-of Email, Phone"));
    row("both empty", "contacts", QStringLiteral("Email=|Phone="), one("error one-of Email, Phone"));
    row("one empty", "contacts", QStringLiteral("Email=|Phone=1"), {});
    row("the only one in the wrong case", "contacts", QStringLiteral("email=a@b.nl"),
        one("error case email"));
    row("bad phone", "contacts", QStringLiteral("Phone=call me"), one("error value Phone"));
    row("bad email", "multi-object", QStringLiteral("Email=a.b.nl"), one("error value Email"));
    row("response", "external-response", goodResponse + QStringLiteral("|NPS=10"), {});
    row("score", "external-response", goodResponse + QStringLiteral("|NPS=11"), one("error value NPS"));
    row("a date without time", "external-response",
        QString(goodResponse).replace(QLatin1String(" 08:00:00|"), QLatin1String("|")),
        one("error value Sent Date"));
}

void RecordCheckTest::records()
{
    QFETCH(const QString, type);
    QFETCH(const QString, fields);
    QFETCH(const bool, strict);
    QFETCH(const QStringList, found);
    const auto findings
        = checkRecord(of(qPrintable(type)), record(fields), strict ? Strictness::Strict : Strictness::Usual);
    QCOMPARE(lines(findings), found);
    for (const RecordFinding &finding : findings)
        QVERIFY(finding.words.size() > 10);
    QCOMPARE(hasErrors(findings), !found.filter(QStringLiteral("error")).isEmpty());
}

void RecordCheckTest::aWrongCaseNamesBoth()
{
    const auto findings = checkRecord(of("accounts"), record(QStringLiteral("Account Name=X|segment a=1")));
    QCOMPARE(findings.size(), std::size_t(1));
    QVERIFY(findings[0].words.contains(QStringLiteral("“segment a”")));
    QVERIFY(findings[0].words.contains(QStringLiteral("“Segment A”")));
}

void RecordCheckTest::theConfigurationsSpellingCounts()
{
    Configuration configuration = of("accounts");
    for (Heading &heading : configuration.headings) {
        if (heading.name == QLatin1String("Country"))
            heading.name = QStringLiteral("COUNTRY");
    }
    QCOMPARE(checkRecord(configuration, record(QStringLiteral("Account Name=X|COUNTRY=NL"))),
             std::vector<RecordFinding>());
    QCOMPARE(lines(checkRecord(configuration, record(QStringLiteral("Account Name=X|Country=NL")))),
             QStringList{QStringLiteral("error case Country")});
    // Known to the type though not mapped: spelled wrong it is still told with the right spelling.
    configuration.headings.clear();
    QCOMPARE(lines(checkRecord(configuration, record(QStringLiteral("Account Name=X|division=1")))),
             QStringList{QStringLiteral("error case division")});
    QCOMPARE(lines(checkRecord(configuration, record(QStringLiteral("Account Name=X|Division=1")))),
             QStringList{QStringLiteral("warning unmapped Division")});
}

void RecordCheckTest::whatTheConfigurationRequires()
{
    Configuration configuration = of("accounts");
    configuration.headings.push_back({QStringLiteral("Budget"), ValueType::Number, true, {}, {}, {}});
    QCOMPARE(lines(checkRecord(configuration, record(QStringLiteral("Account Name=X")))),
             QStringList{QStringLiteral("error required Budget")});
    QCOMPARE(lines(checkRecord(configuration, record(QStringLiteral("Account Name=X|Budget=1.000,00")))),
             QStringList{QStringLiteral("error value Budget")});
}

void RecordCheckTest::anUnknownTypeChecksWhatItCan()
{
    Configuration configuration;
    configuration.recordType = QStringLiteral("spaceships");
    configuration.headings = {{QStringLiteral("Name"), ValueType::Text, true, {}, {}, {}}};
    QCOMPARE(lines(checkRecord(configuration, {})), QStringList{QStringLiteral("error required Name")});
}

void RecordCheckTest::halvesForFiles()
{
    const RecordCheck check(of("contacts"));
    const QStringList headings{QStringLiteral("Email"), QStringLiteral("Phone"), QStringLiteral("language"),
                               QStringLiteral("Mine")};
    QCOMPARE(lines(check.checkHeadings(headings)),
             QStringList({QStringLiteral("error case language"), QStringLiteral("warning unmapped Mine")}));
    QCOMPARE(lines(check.checkHeadings({QStringLiteral("Language")})),
             QStringList{QStringLiteral("error one-of Email, Phone")});
    const FormRecord row{{headings[0], {}},
                         {headings[1], QStringLiteral("x")},
                         {headings[2], QStringLiteral("nl")},
                         {headings[3], QString(200, QLatin1Char('y'))}};
    QCOMPARE(lines(check.checkValues(row)), QStringList{QStringLiteral("error value Phone")});
    QCOMPARE(check.checkValues({}), std::vector<RecordFinding>());
}

void RecordCheckTest::values_data()
{
    QTest::addColumn<ValueType>("type");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("good");
    const auto rows = [](ValueType type, bool good, const QStringList &values) {
        for (const QString &value : values)
            QTest::newRow(qPrintable(catalog::valueTypeName(type) + QLatin1Char(' ') + value))
                << type << value << good;
    };
    rows(ValueType::Text, true, {QStringLiteral("anything\n😀"), QString(5000, QLatin1Char('x'))});
    rows(ValueType::Number, true,
         {QStringLiteral("0"), QStringLiteral("-12.5"), QStringLiteral("+3"),
          QStringLiteral("12345678901234567890")});
    rows(ValueType::Number, false,
         {QStringLiteral("1,5"), QStringLiteral("1e5"), QStringLiteral("-"), QStringLiteral("."),
          QStringLiteral("1."), QStringLiteral("1.2.3"), QStringLiteral(" 1"), QStringLiteral("٣"),
          QStringLiteral("NaN"), QStringLiteral("--1")});
    rows(ValueType::Date, true,
         {QStringLiteral("2026-01-31"), QStringLiteral("2024-02-29"), QStringLiteral("2026-01-31 10:00:00")});
    rows(ValueType::Date, false,
         {QStringLiteral("31-01-2026"), QStringLiteral("2026-02-30"), QStringLiteral("2026-1-1"),
          QStringLiteral("2026/01/01"), QStringLiteral("2026-01-31T10:00:00"), QStringLiteral("0000-00-00"),
          QStringLiteral("2026-01-31 "), QStringLiteral("today")});
    rows(ValueType::DateTime, true,
         {QStringLiteral("2026-01-31 23:59:59"), QStringLiteral("2026-01-31 00:00:00")});
    rows(ValueType::DateTime, false,
         {QStringLiteral("2026-01-31"), QStringLiteral("2026-01-31 24:00:00"),
          QStringLiteral("2026-01-31 10:00"), QStringLiteral("2026-02-29 10:00:00"),
          QStringLiteral("2026-01-31  10:00:0")});
    rows(ValueType::Email, true,
         {QStringLiteral("a@b.nl"), QStringLiteral("jan.o'neill+x@sub.example.co.uk"),
          QStringLiteral("jörg@müller.de")});
    rows(ValueType::Email, false,
         {QStringLiteral("a"), QStringLiteral("@b.nl"), QStringLiteral("a@b"), QStringLiteral("a@@b.nl"),
          QStringLiteral("a@b.nl,c@d.nl"), QStringLiteral("a b@c.nl"), QStringLiteral("a@b..nl"),
          QStringLiteral("a@.nl"), QStringLiteral("a@b.nl."), QStringLiteral("A <a@b.nl>"),
          QStringLiteral("a@b.nl\n")});
    rows(ValueType::Phone, true, {QStringLiteral("0612345678"), QStringLiteral("+31 (0)6-12 34 56 78")});
    rows(ValueType::Phone, false,
         {QStringLiteral("06.12.34"), QStringLiteral("+"), QStringLiteral("()"), QStringLiteral("06x"),
          QStringLiteral("06\t12"), QStringLiteral("٠٦")});
}

void RecordCheckTest::values()
{
    QFETCH(const ValueType, type);
    QFETCH(const QString, value);
    QFETCH(const bool, good);
    QCOMPARE(!validationError(value, type), good);
    QVERIFY(!validationError({}, type)); // whether it may be empty is another question
}

void RecordCheckTest::choices()
{
    const QStringList possible{QStringLiteral("Y"), QStringLiteral("N")};
    QVERIFY(!validationError(QStringLiteral("Y"), ValueType::Choice, possible));
    const auto words = validationError(QStringLiteral("y"), ValueType::Choice, possible);
    QVERIFY(words && words->contains(QStringLiteral("Y, N")));
    QVERIFY(!validationError(QStringLiteral("anything"), ValueType::Choice));
}

QTEST_GUILESS_MAIN(RecordCheckTest)
#include "tst_recordcheck.moc"
