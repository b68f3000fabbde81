// SPDX-License-Identifier: GPL-3.0-or-later
#include "end2end/programs.h"
#include "support/testcase.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

using namespace gauge::test;

namespace {

QStringList json(const char *line)
{
    return words("--format json") + words(line);
}

} // namespace

//! What becomes of invitations as time goes on, from the service to the figures.
class CliLifeTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everyInvitationIsInOneState();
    void vanishedOnesAreATable();
    void youngNonResponsesAreProvisional();
    void badUseIsRefused();

private:
    //! A service and a lake of its records.
    void begin(const char *sandbox);
    void advance(int hours);
    //! `life` by state.
    [[nodiscard]] QHash<QString, QJsonObject> lives(const char *line = "life S") const;
    [[nodiscard]] QSet<QByteArray> numbers(const char *line) const;

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<Cli> m_cli;
};

void CliLifeTest::init()
{
    TestCase::init();
    // Few mails come back, and all within two days: at the start of this one two of them are on their way.
    begin("--records 1000 --seed 38");
}

void CliLifeTest::begin(const char *sandbox)
{
    m_sandbox = std::make_unique<SandboxProcess>(words(sandbox));
    m_cli = std::make_unique<Cli>();
    const Run added = m_cli->connectTo(m_sandbox->url());
    QVERIFY2(added.exitCode == 0, added.said().constData());
    const Run synced = m_cli->run(words("sync S responses non-responses"));
    QVERIFY2(synced.exitCode == 0, synced.said().constData());
}

void CliLifeTest::advance(int hours)
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(m_sandbox->url() + QStringLiteral("/sandbox/advance?hours=%1").arg(hours)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("text/plain"));
    request.setRawHeader("Authorization", "Bearer sandbox-secret");
    const std::unique_ptr<QNetworkReply> reply(network.post(request, QByteArray()));
    QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 30'000);
    QCOMPARE(reply->error(), QNetworkReply::NoError);
}

QHash<QString, QJsonObject> CliLifeTest::lives(const char *line) const
{
    QHash<QString, QJsonObject> states;
    const Run run = m_cli->run(json(line));
    for (qsizetype i = 0; i < run.lines().size(); ++i)
        states[run.json(i).value(QLatin1String("state")).toString()] = run.json(i);
    return states;
}

QSet<QByteArray> CliLifeTest::numbers(const char *line) const
{
    const QList<QByteArray> lines = m_cli->run(words(line) + words("--columns number_customergauge")).lines();
    return {lines.begin(), lines.end()};
}

void CliLifeTest::everyInvitationIsInOneState()
{
    QSet<QByteArray> sent = numbers("query S responses") + numbers("query S non-responses");
    QVERIFY(sent.size() > 3000);
    advance(24 * 7);
    QCOMPARE(m_cli->run(words("sync S responses non-responses")).exitCode, 0);
    sent += numbers("query S responses") + numbers("query S non-responses");
    advance(24 * 60);
    QCOMPARE(m_cli->run(words("sync S responses non-responses")).exitCode, 0);
    sent += numbers("query S responses") + numbers("query S non-responses");
    QCOMPARE(m_cli->run(words("sync S non-responses --reconcile")).exitCode, 0);

    const QHash<QString, QJsonObject> states = lives();
    QCOMPARE(QSet<QString>(states.keyBegin(), states.keyEnd()),
             (QSet<QString>{QStringLiteral("sent"), QStringLiteral("opened"), QStringLiteral("clicked"),
                            QStringLiteral("answered"), QStringLiteral("gone")}));
    qint64 all = 0;
    for (auto state = states.begin(); state != states.end(); ++state) {
        const qint64 records = state->value(QLatin1String("records")).toInteger(-1);
        QVERIFY2(records > 0, qPrintable(state.key()));
        all += records;
    }
    QCOMPARE(all, sent.size());
    // The same as the tables say.
    QCOMPARE(states[QStringLiteral("answered")].value(QLatin1String("records")).toInteger(),
             numbers("query S responses").size());
    QCOMPARE(states[QStringLiteral("opened")].value(QLatin1String("records")).toInteger(),
             numbers("query S non-responses --where life=opened").size());
    const double median
        = states[QStringLiteral("answered")].value(QLatin1String("median_days_to_answer")).toDouble(-1);
    QVERIFY2(median > 0 && median < 60, QByteArray::number(median).constData());
    QCOMPARE(keysOf(m_cli->run(json("life S")).lines().value(0)), words("state records provisional"));
    QCOMPARE(keysOf(m_cli->run(json("life S")).lines().value(3)),
             words("state records provisional median_days_to_answer"));
}

void CliLifeTest::vanishedOnesAreATable()
{
    const QSet<QByteArray> before = numbers("query S non-responses");
    QVERIFY(numbers("query S non-responses --gone").isEmpty());
    advance(24 * 60);
    QCOMPARE(m_cli->run(words("sync S responses non-responses")).exitCode, 0);
    QVERIFY(numbers("query S non-responses --gone").isEmpty()); // only a reconciliation finds out
    QCOMPARE(m_cli->run(words("sync S non-responses --reconcile")).exitCode, 0);
    const QSet<QByteArray> gone = numbers("query S non-responses --gone");
    QVERIFY(!gone.isEmpty());
    QCOMPARE(before & gone, gone);
    QVERIFY((gone & numbers("query S non-responses")).isEmpty());
    QVERIFY((gone & numbers("query S responses")).isEmpty());
    const QString file = m_cli->path(QStringLiteral("vanished.csv"));
    const Run exported = m_cli->run(json("export S non-responses --gone --output") + QStringList(file));
    QVERIFY2(exported.exitCode == 0, exported.said().constData());
    QCOMPARE(exported.json().value(QLatin1String("rows")).toInt(), int(gone.size()));
}

void CliLifeTest::youngNonResponsesAreProvisional()
{
    const auto number = [](const QJsonObject &object, const char *key) {
        return object.value(QLatin1String(key)).toInteger(-1);
    };
    begin("--records 300 --now system"); // a few a day: a year of them is many
    const QHash<QString, QJsonObject> none = lives("life S --settling-hours 0");
    QCOMPARE(number(none[QStringLiteral("sent")], "provisional"), 0);
    const QHash<QString, QJsonObject> some = lives("life S --settling-hours 8760");
    qint64 provisional = 0;
    for (const QJsonObject &state : some)
        provisional += number(state, "provisional");
    QVERIFY(provisional > 0);
    QCOMPARE(number(some[QStringLiteral("answered")], "provisional"), 0);
    QCOMPARE(number(some[QStringLiteral("gone")], "provisional"), 0);

    const QJsonObject whole = m_cli->run(json("metrics S --settling-hours 8760")).json();
    QCOMPARE(number(whole, "provisional"), provisional);
    const Run months = m_cli->run(json("metrics S --by month --settling-hours 8760"));
    qint64 together = 0;
    for (qsizetype i = 0; i < months.lines().size(); ++i)
        together += number(months.json(i), "provisional");
    QCOMPARE(together, provisional);
    QVERIFY(
        m_cli->run(words("metrics S --settling-hours 8760"))
            .out.contains(QByteArray("less than 8760 hours ago: ").append(QByteArray::number(provisional))));
    QVERIFY(!m_cli->run(words("metrics S --settling-hours 0")).out.contains("provisional"));
    // Where there is no rate there is none of these either.
    QVERIFY(m_cli->run(json("metrics S --where nps>=9")).json().value(QLatin1String("provisional")).isNull());
    const Run table = m_cli->run(words("life S"));
    QVERIFY2(table.out.startsWith("state") && table.out.contains("answered"), table.said().constData());
}

void CliLifeTest::badUseIsRefused()
{
    for (const char *line : {"life S --settling-hours -1", "life S --settling-hours 9000",
                             "metrics S --settling-hours two", "life S --where nothing=1", "life S --gone"}) {
        const Run run = m_cli->run(words(line));
        QVERIFY2(run.exitCode == 2, run.said().constData());
    }
}

QTEST_GUILESS_MAIN(CliLifeTest)
#include "tst_clilife.moc"
