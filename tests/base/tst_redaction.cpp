// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"
#include "support/testcase.h"

using namespace gauge;

class RedactionTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void hidesEveryShapeOfASecret_data();
    void hidesEveryShapeOfASecret();
    void leavesOrdinaryTextAlone();
    void hidesKnownSecretsWherever_data();
    void hidesKnownSecretsWherever();
    void shortSecretsAreNotKnown();
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

void RedactionTest::hidesKnownSecretsWherever_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const QString ordinary = QStringLiteral("The name k/n+w\"n is not a secret.");
    QTest::newRow("harmless") << ordinary << ordinary;
    QTest::newRow("alone") << QStringLiteral("k/n+w\"n-Ä1") << QStringLiteral("[hidden]");
    QTest::newRow("in words") << QStringLiteral("no client k/n+w\"n-Ä1!k/n+w\"n-Ä1")
                              << QStringLiteral("no client [hidden]![hidden]");
    QTest::newRow("percent-encoded") << QStringLiteral("x=k%2Fn%2Bw%22n-%C3%841&y")
                                     << QStringLiteral("x=[hidden]&y");
    QTest::newRow("in lower case") << QStringLiteral("x=k%2fn%2bw%22n-%c3%841&y")
                                   << QStringLiteral("x=[hidden]&y");
    QTest::newRow("json") << QStringLiteral(R"({"echo":"k/n+w\"n-Ä1 "})")
                          << QStringLiteral(R"({"echo":"[hidden] "})");
    QTest::newRow("json of PHP") << QStringLiteral(R"({"echo":"k\/n+w\"n-Ä1"})")
                                 << QStringLiteral(R"({"echo":"[hidden]"})");
    QTest::newRow("cut off") << QStringLiteral("echo k/n+w\"n-") << QStringLiteral("echo [hidden]");
}

void RedactionTest::hidesKnownSecretsWherever()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    hideEverywhere(Secret(QStringLiteral("k/n+w\"n-Ä1").toUtf8()));
    QCOMPARE(redacted(text), expected);
    QCOMPARE(redacted(expected), expected);
}

void RedactionTest::shortSecretsAreNotKnown()
{
    const QString text = QStringLiteral("a server error, sevenis");
    hideEverywhere(Secret());
    hideEverywhere(Secret("server"));
    hideEverywhere(Secret("sevenis"));
    QCOMPARE(redacted(text), text);
    // Renewed tokens are known as long as they may be echoed, and not without end.
    hideEverywhere(Secret("token-00000"));
    QCOMPARE(redacted(QStringLiteral("token-00000")), QStringLiteral("[hidden]"));
    for (int i = 1; i <= 100; ++i)
        hideEverywhere(Secret("token-" + QByteArray::number(10'000 + i)));
    QCOMPARE(redacted(QStringLiteral("token-10100")), QStringLiteral("[hidden]"));
    QCOMPARE(redacted(QStringLiteral("token-00000")), QStringLiteral("token-00000"));
}

QTEST_GUILESS_MAIN(RedactionTest)
#include "tst_redaction.moc"
