// SPDX-License-Identifier: GPL-3.0-or-later
// Every deviation that service.md names under "Sync feeds": each is survived and loses no value.
#include "service/pageparser.h"
#include "support/pagereading.h"
#include "support/testcase.h"

using namespace gauge;
using namespace gauge::catalog;
using namespace gauge::service;
using namespace gauge::test;

class TestPageDeviations : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_endpoint = *Catalog::builtIn().find(QStringLiteral("responses")); }
    void dateEmailSent();
    void customFields();
    void driversInTheOlderForm();
    void bothFormsOfDrivers();
    void numericCustomerNumber();
    void commentNull();
    void commentAsPlainString();
    void commentInBothForms();
    void npsNull();
    void referenceNull();
    void keysMissing();
    void keysUnknown();
    void integersBeyond64Bits();
    void loneSurrogates();
    void unknownEscapes();
    void rawControlCharacters();
    void byteOrderMarkInTexts();
    void secondaryDriverAsText();
    void duplicateKeys();
    void duplicateObjects();
    void notUtf8();

private:
    Page parsed(const QByteArray &record)
    {
        auto page = parsePage("{\"data\":[" + record + "],\"cursor\":{\"next\":\"1\"}}", m_endpoint);
        if (!page)
            qFatal("%s %s", qPrintable(page.error().text), qPrintable(page.error().detail));
        return std::move(*page);
    }
    QString cell(const Page &page, const char *name)
    {
        return cellOf(page, m_endpoint, QString::fromUtf8(name));
    }

    Endpoint m_endpoint;
};

void TestPageDeviations::dateEmailSent()
{
    QCOMPARE(cell(parsed(R"({"date_email_sent":"2023-05-30 23:49:21"})"), "date_email_sent"),
             QStringLiteral("t 2023-05-30 23:49:21"));
}

void TestPageDeviations::customFields()
{
    const Page page = parsed(
        R"({"custom_fields":[{"field":"Contract","reference":"A-1"},{"field":"Beds","reference":12}]})");
    QCOMPARE(cell(page, "custom.Contract"), QStringLiteral("t A-1"));
    QCOMPARE(cell(page, "custom.Beds"), QStringLiteral("i 12"));
}

void TestPageDeviations::driversInTheOlderForm()
{
    const Page page = parsed(R"({"drivers":[{"label":"Price"},{"label":"Speed"}]})");
    QCOMPARE(cell(page, "selected_drivers"), QStringLiteral(R"(t [{"label":"Price"},{"label":"Speed"}])"));
    QCOMPARE(cell(page, "other.drivers"), QStringLiteral("absent"));
    QCOMPARE(cell(parsed(R"({"selected_drivers":null,"drivers":[1]})"), "selected_drivers"),
             QStringLiteral("t [1]"));
}

void TestPageDeviations::bothFormsOfDrivers()
{
    for (const char *json : {R"({"drivers":[{"label":"Old"}],"selected_drivers":[{"primary":"New"}]})",
                             R"({"selected_drivers":[{"primary":"New"}],"drivers":[{"label":"Old"}]})"}) {
        const Page page = parsed(json);
        QCOMPARE(cell(page, "selected_drivers"), QStringLiteral(R"(t [{"primary":"New"}])"));
        QCOMPARE(cell(page, "other.drivers"), QStringLiteral(R"(t [{"label":"Old"}])"));
    }
}

void TestPageDeviations::numericCustomerNumber()
{
    QCOMPARE(cell(parsed(R"({"number_customer":12345678901234567890})"), "number_customer"),
             QStringLiteral("t 12345678901234567890"));
    QCOMPARE(cell(parsed(R"({"number_customer":"0012"})"), "number_customer"), QStringLiteral("t 0012"));
}

void TestPageDeviations::commentNull()
{
    const Page page = parsed(R"({"comment":null})");
    QCOMPARE(cell(page, "comment_original"), QStringLiteral("null"));
    QVERIFY(page.records.front().extras.empty());
}

void TestPageDeviations::commentAsPlainString()
{
    const Page page = parsed(R"({"comment":"Great \"service\""})");
    QCOMPARE(cell(page, "comment_original"), QStringLiteral("t Great \"service\""));
    QCOMPARE(cell(page, "comment_translation"), QStringLiteral("null"));
    QVERIFY(page.records.front().extras.empty());
}

void TestPageDeviations::commentInBothForms()
{
    const Page page = parsed(R"({"comment":"plain","comment":{"original":"object"}})");
    QCOMPARE(cell(page, "comment_original"), QStringLiteral("t object"));
    QCOMPARE(cell(page, "other.comment"), QStringLiteral("t plain"));
}

void TestPageDeviations::npsNull()
{
    QCOMPARE(cell(parsed(R"({"nps":null})"), "nps"), QStringLiteral("null"));
}

void TestPageDeviations::referenceNull()
{
    QCOMPARE(
        cell(parsed(R"({"properties":[{"field":"Key Contact","reference":null}]})"), "property.Key Contact"),
        QStringLiteral("null"));
}

void TestPageDeviations::keysMissing()
{
    const Page page = parsed("{}");
    QCOMPARE(page.records.size(), 1u);
    for (const Cell &value : page.records.front().cells)
        QVERIFY(value.isNull());
    QVERIFY(page.records.front().extras.empty());
    QCOMPARE(text(page.records.front().raw), QStringLiteral("{}"));
}

void TestPageDeviations::keysUnknown()
{
    const Page page = parsed(R"({"sentiment_score":0.25,"contact":{"title":"Dr"},"history":[{"at":1}]})");
    QCOMPARE(cell(page, "other.sentiment_score"), QStringLiteral("r 0.25"));
    QCOMPARE(cell(page, "other.contact.title"), QStringLiteral("t Dr"));
    QCOMPARE(cell(page, "other.history"), QStringLiteral(R"(t [{"at":1}])"));
}

void TestPageDeviations::integersBeyond64Bits()
{
    const QByteArray record
        = R"({"number_customergauge":123456789012345678901234567890,"x":-18446744073709551616,"nps":7})";
    const Page page = parsed(record);
    QCOMPARE(cell(page, "number_customergauge"), QStringLiteral("t 123456789012345678901234567890"));
    QCOMPARE(cell(page, "other.x"), QStringLiteral("t -18446744073709551616"));
    QCOMPARE(cell(page, "nps"), QStringLiteral("i 7"));
    QCOMPARE(text(page.records.front().raw), QString::fromUtf8(record));
}

void TestPageDeviations::loneSurrogates()
{
    const QByteArray record
        = R"({"comment":"a\ud83dz","status":"\ude00","email":"\ud83d\u0041","k\udc00":1,"phone":"ok"})";
    const Page page = parsed(record);
    QCOMPARE(cell(page, "comment_original"), QString::fromUtf8("t a\xEF\xBF\xBDz"));
    QCOMPARE(cell(page, "status"), QString::fromUtf8("t \xEF\xBF\xBD"));
    QCOMPARE(cell(page, "email"),
             QString::fromUtf8("t \xEF\xBF\xBD"
                               "A"));
    QCOMPARE(cell(page, "other.k\xEF\xBF\xBD"), QStringLiteral("i 1"));
    QCOMPARE(cell(page, "phone"), QStringLiteral("t ok"));
    // simdjson, PostgreSQL's jsonb and others refuse a lone surrogate, so the record has U+FFFD, too.
    QCOMPARE(
        text(page.records.front().raw),
        QStringLiteral(
            R"({"comment":"a\ufffdz","status":"\ufffd","email":"\ufffd\u0041","k\ufffd":1,"phone":"ok"})"));
    QCOMPARE(page.replacedTexts, 4);
}

void TestPageDeviations::unknownEscapes()
{
    const Page page = parsed(R"({"comment":"C:\xampp\data \u12","phone":"\\"})");
    QCOMPARE(cell(page, "comment_original"), QStringLiteral("t C:\\xampp\\data \\u12"));
    QCOMPARE(cell(page, "phone"), QStringLiteral("t \\"));
    QCOMPARE(text(page.records.front().raw),
             QStringLiteral(R"({"comment":"C:\\xampp\\data \\u12","phone":"\\"})"));
    QCOMPARE(page.replacedTexts, 0);
}

void TestPageDeviations::rawControlCharacters()
{
    const Page page = parsed("{\"comment\":\"line\nnext\ttab\x01\",\n\"phone\":\"\\\\\"}");
    QCOMPARE(cell(page, "comment_original"), QStringLiteral("t line\nnext\ttab\x01"));
    QCOMPARE(cell(page, "phone"), QStringLiteral("t \\"));
    // Escaped inside strings, so that the text is JSON; white space between the keys stays.
    QCOMPARE(text(page.records.front().raw),
             QStringLiteral("{\"comment\":\"line\\u000anext\\u0009tab\\u0001\",\n\"phone\":\"\\\\\"}"));
}

void TestPageDeviations::duplicateKeys()
{
    const QByteArray record = R"({"nps":1,"email":"a","nps":2,"region":"x","region":"y","nps":3})";
    const Page page = parsed(record);
    QCOMPARE(cell(page, "nps"), QStringLiteral("i 3"));
    QCOMPARE(cell(page, "other.nps"), QStringLiteral("i 1"));
    QCOMPARE(cell(page, "other.nps (2)"), QStringLiteral("i 2"));
    QCOMPARE(cell(page, "other.region"), QStringLiteral("t x"));
    QCOMPARE(cell(page, "other.region (2)"), QStringLiteral("t y"));
    QCOMPARE(text(page.records.front().raw), QString::fromUtf8(record));
}

void TestPageDeviations::duplicateObjects()
{
    const Page page = parsed(R"({"contact":{"first_name":"A"},"contact":{"first_name":"B","last_name":"C"},
        "properties":[{"field":"X","reference":1}],"properties":[{"field":"X","reference":2}]})");
    QCOMPARE(cell(page, "contact_first_name"), QStringLiteral("t B"));
    QCOMPARE(cell(page, "other.contact.first_name"), QStringLiteral("t A"));
    QCOMPARE(cell(page, "contact_last_name"), QStringLiteral("t C"));
    QCOMPARE(cell(page, "property.X"), QStringLiteral("i 1"));
    QCOMPARE(cell(page, "property.X (2)"), QStringLiteral("i 2"));
}

void TestPageDeviations::notUtf8()
{
    const Page page = parsed("{\"comment\":\"caf\xE9\",\"nps\":4}");
    QCOMPARE(cell(page, "comment_original"), QString::fromUtf8("t caf\xEF\xBF\xBD"));
    QCOMPARE(cell(page, "nps"), QStringLiteral("i 4"));
    QCOMPARE(text(page.records.front().raw),
             QString::fromUtf8("{\"comment\":\"caf\xEF\xBF\xBD\",\"nps\":4}"));
    QCOMPARE(page.replacedTexts, 1);
}

void TestPageDeviations::byteOrderMarkInTexts()
{
    for (const QByteArray &mark : {QByteArray("\\ufeff"), QByteArray("\xEF\xBB\xBF")}) {
        const QByteArray record = "{\"account\":{\"name\":\"" + mark + "ACME\"},\"" + mark
            + "key\":1,\"properties\":" + "[{\"field\":\"" + mark + "City\",\"reference\":\"" + mark
            + "Riga\"}]}";
        const auto page
            = parsePage("{\"data\":[" + record + "],\"cursor\":{\"next\":\"" + mark + "1\"}}", m_endpoint);
        QVERIFY(page.has_value());
        const Record &read = page->records.front();
        std::string_view name;
        for (std::size_t i = 0; i < read.cells.size(); ++i) {
            if (m_endpoint.columns[i].name == QLatin1String("account_name"))
                name = read.cells[i].text;
        }
        QCOMPARE(QByteArray(name.data(), qsizetype(name.size())),
                 QByteArray("\xEF\xBB\xBF"
                            "ACME"));
        QCOMPARE(page->dynamicNames.front().toUtf8(),
                 QByteArray("other.\xEF\xBB\xBF"
                            "key"));
        QCOMPARE(page->dynamicNames.back().toUtf8(),
                 QByteArray("property.\xEF\xBB\xBF"
                            "City"));
        const std::string_view value = read.extras.back().cell.text;
        QCOMPARE(QByteArray(value.data(), qsizetype(value.size())),
                 QByteArray("\xEF\xBB\xBF"
                            "Riga"));
        QCOMPARE(page->nextCursor.toUtf8(),
                 QByteArray("\xEF\xBB\xBF"
                            "1"));
        QCOMPARE(text(read.raw), QString::fromUtf8(record));
    }
}

void TestPageDeviations::secondaryDriverAsText()
{
    const QByteArray record = R"({"selected_drivers":[{"primary":"A","secondary":"B"}]})";
    const Page page = parsed(record);
    QCOMPARE(cell(page, "selected_drivers"), QStringLiteral(R"(t [{"primary":"A","secondary":"B"}])"));
    QCOMPARE(text(page.records.front().raw), QString::fromUtf8(record));
}

QTEST_GUILESS_MAIN(TestPageDeviations)
#include "tst_pagedeviations.moc"
