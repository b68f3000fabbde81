// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcase.h"
#include "upload/form/response.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace gauge;
using namespace gauge::upload;

class ResponseTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void usualKeys();
    void ownKeys();
    void keysRoundTrip();
    void keysAreKept();
    void brokenKeysAreAnError_data();
    void brokenKeysAreAnError();
    void values_data();
    void values();
    void whatFieldsSayTogether();
    void keysInAnotherCase();
    void ownKeysAreChecked();
};

void ResponseTest::usualKeys()
{
    const ResponseKeys keys;
    QStringList names;
    for (const ResponseFieldInfo &info : responseFields()) {
        QVERIFY(*info.title != '\0' && *info.id != '\0');
        names.append(keys.key(info.field));
        QCOMPARE(keys.field(names.last()), std::optional(info.field));
    }
    names.sort();
    QCOMPARE(names.join(QLatin1Char(' ')),
             QStringLiteral("Comment CustomerNumber Email EmailSentDate FirstName FollowUpRequired LastName "
                            "NetPromoterScore ReasonCode SurveyCompletedDate WorkflowStatus"));
    QVERIFY(!keys.field(QStringLiteral("email")));
}

void ResponseTest::ownKeys()
{
    ResponseKeys keys;
    keys.setKey(ResponseField::Score, QStringLiteral("Q1"));
    QCOMPARE(keys.key(ResponseField::Score), QStringLiteral("Q1"));
    QCOMPARE(keys.field(QStringLiteral("Q1")), std::optional(ResponseField::Score));
    QVERIFY(!keys.field(QStringLiteral("NetPromoterScore")));
    keys.setKey(ResponseField::Score, {});
    QCOMPARE(keys, ResponseKeys());
    keys.setKey(ResponseField::Score, QStringLiteral("NetPromoterScore"));
    QCOMPARE(keys, ResponseKeys());
}

void ResponseTest::keysRoundTrip()
{
    ResponseKeys keys;
    for (const ResponseFieldInfo &info : responseFields())
        keys.setKey(info.field, QStringLiteral("é & ") + QLatin1String(info.id));
    QCOMPARE(ResponseKeys::parse(keys.toJson()).value(), keys);
    QCOMPARE(ResponseKeys::parse(ResponseKeys().toJson()).value(), ResponseKeys());
}

void ResponseTest::keysAreKept()
{
    const QTemporaryDir folder;
    const ResponseKeyStore store(folder.path());
    QCOMPARE(store.load(QStringLiteral("one")).value(), ResponseKeys());
    ResponseKeys keys;
    keys.setKey(ResponseField::Email, QStringLiteral("mail"));
    QVERIFY(store.save(QStringLiteral("one"), keys));
    QCOMPARE(store.load(QStringLiteral("one")).value(), keys);
    QCOMPARE(store.load(QStringLiteral("two")).value(), ResponseKeys());
    const QString file = folder.filePath(QStringLiteral("response-fields/one.json"));
    QVERIFY(!(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther)));
    QVERIFY(store.remove(QStringLiteral("one")));
    QVERIFY(store.remove(QStringLiteral("one")));
    QCOMPARE(store.load(QStringLiteral("one")).value(), ResponseKeys());
}

void ResponseTest::brokenKeysAreAnError_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("half") << QByteArray("{\"keys\":{");
    QTest::newRow("another") << QByteArray("{\"a\":1}");
    QTest::newRow("huge") << QByteArray(1 << 20, 'x');
}

void ResponseTest::brokenKeysAreAnError()
{
    QFETCH(const QByteArray, bytes);
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("response-fields")));
    QFile file(folder.filePath(QStringLiteral("response-fields/one.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    const auto keys = ResponseKeyStore(folder.path()).load(QStringLiteral("one"));
    QVERIFY(!keys);
    QCOMPARE(keys.error().kind, ErrorKind::Storage);
    QVERIFY(keys.error().text.contains(file.fileName()));
}

void ResponseTest::values_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("good");
    const auto rows = [](const char *key, bool good, const QStringList &values) {
        for (const QString &value : values)
            QTest::newRow(qPrintable(QLatin1String(key) + QLatin1Char(' ') + value))
                << QString::fromLatin1(key) << value << good;
    };
    rows("NetPromoterScore", true, {QStringLiteral("0"), QStringLiteral("10"), QString()});
    rows("NetPromoterScore", false,
         {QStringLiteral("11"), QStringLiteral("-1"), QStringLiteral("9.5"), QStringLiteral("ten"),
          QStringLiteral("999999999999999999999")});
    rows("EmailSentDate", true, {QStringLiteral("2026-01-31 12:00:00")});
    rows("EmailSentDate", false, {QStringLiteral("2026-01-31"), QStringLiteral("2026-13-01 12:00:00")});
    rows("FollowUpRequired", true, {QStringLiteral("Y"), QStringLiteral("N")});
    rows("FollowUpRequired", false, {QStringLiteral("y"), QStringLiteral("yes")});
    rows("WorkflowStatus", true,
         {QStringLiteral("OPEN"), QStringLiteral("IN-PROGRESS"), QStringLiteral("PROGRESS"),
          QStringLiteral("CLOSED"), QStringLiteral("CLOSE"), QStringLiteral("0"), QStringLiteral("99")});
    rows("WorkflowStatus", false, {QStringLiteral("open"), QStringLiteral("100"), QStringLiteral("DONE")});
    rows("ReasonCode", true, {QStringLiteral("10000"), QStringLiteral("10000,10020")});
    rows("ReasonCode", false,
         {QStringLiteral("10000, 10020"), QStringLiteral(","), QStringLiteral("10000,"),
          QStringLiteral("abc")});
    rows("Email", false, {QStringLiteral("nobody")});
    rows("Comment", true, {QString(10'000, QLatin1Char('c'))});
    rows("Anything of one's own", true, {QStringLiteral("x")});
}

void ResponseTest::values()
{
    QFETCH(const QString, key);
    QFETCH(const QString, value);
    QFETCH(const bool, good);
    const auto findings = checkResponse({}, {{key, value}});
    QCOMPARE(!hasErrors(findings), good);
    if (!good) {
        QCOMPARE(findings.front().heading, key);
        QCOMPARE(findings.front().kind, FindingKind::BadValue);
    }
}

void ResponseTest::whatFieldsSayTogether()
{
    const FormValue email{QStringLiteral("Email"), QStringLiteral("a@b.nl")};
    const FormValue score{QStringLiteral("NetPromoterScore"), QStringLiteral("9")};
    const FormValue completed{QStringLiteral("SurveyCompletedDate"), QStringLiteral("2026-01-01 12:00:00")};
    const FormValue later{QStringLiteral("EmailSentDate"), QStringLiteral("2026-01-02 12:00:00")};
    QVERIFY(checkResponse({}, {email, score, completed}).empty());
    const auto noDate = checkResponse({}, {email, score});
    QCOMPARE(noDate.size(), std::size_t(1));
    QCOMPARE(noDate[0].severity, Severity::Warning);
    QCOMPARE(noDate[0].heading, completed.heading);
    QVERIFY(hasErrors(checkResponse({}, {email, score}, Strictness::Strict)));
    QCOMPARE(checkResponse({}, {score, completed}).front().heading, email.heading);
    QCOMPARE(checkResponse({}, {email, completed, later}).front().kind, FindingKind::BadValue);
    QCOMPARE(checkResponse({}, {email, email}).front().kind, FindingKind::Repeated);
    QVERIFY(!checkResponse({}, {}).empty());
}

void ResponseTest::keysInAnotherCase()
{
    const auto findings = checkResponse({},
                                        {{QStringLiteral("Email"), QStringLiteral("a@b.nl")},
                                         {QStringLiteral("comment"), QStringLiteral("x")}});
    QCOMPARE(findings.size(), std::size_t(1));
    QCOMPARE(findings[0].kind, FindingKind::WrongCase);
    QCOMPARE(findings[0].severity, Severity::Warning);
    QVERIFY(findings[0].words.contains(QStringLiteral("“comment”")));
    QVERIFY(findings[0].words.contains(QStringLiteral("“Comment”")));
}

void ResponseTest::ownKeysAreChecked()
{
    ResponseKeys keys;
    keys.setKey(ResponseField::Score, QStringLiteral("Q1"));
    const FormValue email{QStringLiteral("Email"), QStringLiteral("a@b.nl")};
    QVERIFY(hasErrors(checkResponse(keys, {email, {QStringLiteral("Q1"), QStringLiteral("11")}})));
    QVERIFY(
        !hasErrors(checkResponse(keys, {email, {QStringLiteral("NetPromoterScore"), QStringLiteral("11")}})));
}

QTEST_GUILESS_MAIN(ResponseTest)
#include "tst_response.moc"
