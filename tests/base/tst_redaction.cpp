// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/redaction.h"
#include "support/testcase.h"

using namespace gauge;

class RedactionTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void hidesEveryShapeOfASecret_data();
    void hidesEveryShapeOfASecret();
    void leavesOrdinaryTextAlone();
};

void RedactionTest::hidesEveryShapeOfASecret_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("header") << "Authorization: Bearer CANARY-1";
    QTest::newRow("older key") << "authorization: api_key CANARY-1";
    QTest::newRow("scheme alone") << "sent bearer CANARY-1 to host";
    QTest::newRow("form") << "grant_type=client_credentials&client_id=me&client_secret=CANARY-1&x=2";
    QTest::newRow("form at the end") << "client_secret=CANARY-1";
    QTest::newRow("percent-encoded") << "u=client_secret%3DCANARY-1";
    QTest::newRow("json") << R"({"access_token":"CANARY-1","expires_in":3600})";
    QTest::newRow("json with spaces") << R"({"access_token" : "CANARY-1"})";
    QTest::newRow("json with an escaped quote") << R"({"client_secret":"a\"CANARY-1"})";
    QTest::newRow("json in a string") << R"({"body":"{\"access_token\":\"CANARY-1\"}"})";
    QTest::newRow("json cut off") << R"({"access_token":"CANARY-1)";
    QTest::newRow("xml") << "<api_key>CANARY-1</api_key>";
    QTest::newRow("user info") << "https://me:CANARY-1@example.com/x";
    QTest::newRow("url") << "https://example.com/x?access_token=CANARY-1#y";
    QTest::newRow("header in json") << R"({"Authorization":"Bearer CANARY-1"})";
}

void RedactionTest::hidesEveryShapeOfASecret()
{
    QFETCH(QString, text);
    const QString once = redacted(text);
    QVERIFY2(!once.contains(QLatin1String("CANARY")), qPrintable(once));
    QVERIFY(once.contains(QLatin1String("[hidden]")));
    QCOMPARE(redacted(once), once);
}

void RedactionTest::leavesOrdinaryTextAlone()
{
    const QString text
        = QStringLiteral("GET https://api.eu.customergauge.com/v7/rest/sync/responses?per_page=25: 500 "
                         "after 1.2 s; {\"message\":\"Server Error\"} The secret was refused.");
    QCOMPARE(redacted(text), text);
}

QTEST_GUILESS_MAIN(RedactionTest)
#include "tst_redaction.moc"
