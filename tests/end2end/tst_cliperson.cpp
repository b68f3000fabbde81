// SPDX-License-Identifier: GPL-3.0-or-later
#include "end2end/programs.h"
#include "support/testcase.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

using namespace gauge::test;

namespace {

QStringList json(const char *line)
{
    return words("--format json") + words(line);
}

} // namespace

//! A person found, exported and erased on the command line.
class CliPersonTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void whatIsNotAllowed_data();
    void whatIsNotAllowed();
    void aPersonIsFoundExportedAndErased();
    void aNumberIsReadFromStandardInput();
    void nobodyIsAskedWithoutATerminal();
    void aSyncThatRunsIsLeftAlone();

private:
    //! The first response in the lake.
    QJsonObject someone() const;

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<Cli> m_cli;
};

void CliPersonTest::initTestCase()
{
    m_sandbox = std::make_unique<SandboxProcess>(words("--records 300"));
    QVERIFY(!m_sandbox->url().isEmpty());
}

void CliPersonTest::init()
{
    TestCase::init();
    m_cli = std::make_unique<Cli>();
    QCOMPARE(m_cli->connectTo(m_sandbox->url()).exitCode, 0);
}

QJsonObject CliPersonTest::someone() const
{
    return m_cli
        ->run(words("query S responses --where") + QStringList{"email not-empty"} + words("--limit 1"))
        .json();
}

void CliPersonTest::whatIsNotAllowed_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *name, const char *options, const char *input, const char *said) {
        QTest::newRow(name) << QString::fromLatin1(options) << QByteArray(input) << QByteArray(said);
    };
    row("no kind", "", "a@b.c\n", "--email-stdin");
    row("both kinds", "--email-stdin --customer-number-stdin", "a@b.c\n", "excludes");
    row("an argument", "--email-stdin a@b.c", "a@b.c\n", "not expected");
    row("nothing", "--email-stdin", "", "e-mail address");
    row("an empty line", "--email-stdin", "\n", "e-mail address");
    row("no address", "--email-stdin", "jan\n", "whole e-mail address");
    row("yes alone", "--email-stdin --yes", "a@b.c\n", "--erase");
}

void CliPersonTest::whatIsNotAllowed()
{
    QFETCH(const QString, options);
    QFETCH(const QByteArray, input);
    QFETCH(const QByteArray, said);
    const Run run = m_cli->run(words("person S") + words(qPrintable(options)), input);
    QVERIFY2(run.exitCode == 2, run.said().constData());
    QVERIFY2(run.err.contains(said), run.said().constData());
}

void CliPersonTest::aPersonIsFoundExportedAndErased()
{
    const Run none = m_cli->run(words("person S --email-stdin"), "jan@example.com\n");
    QVERIFY2(none.exitCode == 1 && none.err.contains("Nothing has been synced"), none.said().constData());

    QCOMPARE(m_cli->run(words("sync S --with") + QStringList{QLatin1String(everything)}).exitCode, 0);
    const QByteArray address = someone().value(QLatin1String("email")).toString().toUtf8();
    QVERIFY(address.contains('@'));
    const QByteArray typed = "  " + address.toUpper() + " \r\n";
    QList<Run> runs;
    runs.append(m_cli->run(json("person S --email-stdin --verbose"), typed));
    QVERIFY2(runs.last().exitCode == 0, runs.last().said().constData());
    QCOMPARE(runs.last().json().keys(),
             words("awaits_cleaning feeds lake other_addresses other_customer_numbers"));
    const QJsonArray feeds = runs.last().json().value(QLatin1String("feeds")).toArray();
    QCOMPARE(feeds.size(), 3);
    qint64 records = 0;
    for (const auto &feed : feeds)
        records += feed.toObject().value(QLatin1String("records")).toInteger();
    QVERIFY(records >= 1);

    const QString output = m_cli->path("person.jsonl");
    runs.append(m_cli->run(
        json("person S --email-stdin --verbose --erase --yes --output") + QStringList{output}, typed));
    QVERIFY2(runs.last().exitCode == 0, runs.last().said().constData());
    QCOMPARE(runs.last().lines().size(), 3);
    QCOMPARE(keysOf(runs.last().lines()[1]), words("output report lines seconds"));
    QCOMPARE(runs.last().json(1).value(QLatin1String("lines")).toInteger(), records);
    const QJsonObject erased = runs.last().json(2);
    QCOMPARE(erased.keys(), words("complete erased error files"));
    QVERIFY(erased.value(QLatin1String("complete")).toBool());
    const QJsonObject first = erased.value(QLatin1String("erased")).toArray().first().toObject();
    QVERIFY(first.value(QLatin1String("unfinished")).isNull());
    QCOMPARE(first.value(QLatin1String("bytes_left")).isNull(), Cli::isPostgres());

    QFile file(output);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const QByteArray exported = file.readAll();
    QCOMPARE(exported.count('\n'), records);
    QVERIFY(exported.contains(address));
    // Whatever is kept below the data directory, and whatever was said, does not name the person.
    QVERIFY(!m_cli->everythingStored().toLower().contains(address.toLower()));
    for (const Run &run : std::as_const(runs))
        QVERIFY2(!run.said().toLower().contains(address.toLower()), run.said().constData());
    const Run again = m_cli->run(words("person S --email-stdin --erase --yes"), address + '\n');
    QVERIFY2(again.exitCode == 0, again.said().constData());
    QVERIFY2(again.out.contains("Verified: every table was searched again"), again.said().constData());
    QVERIFY2(again.out.contains("keeps no list of forgotten people"), again.said().constData());
    QVERIFY(!again.said().contains(address));
    // The next sync does not bring them back; reading again does, and says so in the report.
    QCOMPARE(m_cli->run(words("sync S responses")).exitCode, 0);
    QVERIFY(!m_cli->exported("responses").contains(address));
    QCOMPARE(m_cli->validationError(), QByteArray());
}

void CliPersonTest::aNumberIsReadFromStandardInput()
{
    QCOMPARE(m_cli->run(words("sync S responses")).exitCode, 0);
    const Run rows
        = m_cli->run(words("query S responses --where") + QStringList{"number_customer not-empty"});
    const QString number = rows.json().value(QLatin1String("number_customer")).toVariant().toString();
    QVERIFY2(!number.isEmpty(), rows.said().left(500).constData());
    const Run found = m_cli->run(words("person S --customer-number-stdin"), number.toUtf8() + '\n');
    QVERIFY2(found.exitCode == 0, found.said().constData());
    QVERIFY2(found.out.contains("Earlier versions"), found.said().constData());
    QVERIFY2(found.out.contains("the addresses"), found.said().constData());
    const auto count = m_cli->status("responses").value(QLatin1String("records")).toInteger();
    QCOMPARE(
        m_cli->run(words("person S --customer-number-stdin --erase --yes"), number.toUtf8() + '\n').exitCode,
        0);
    QVERIFY(m_cli->status("responses").value(QLatin1String("records")).toInteger() < count);
}

void CliPersonTest::nobodyIsAskedWithoutATerminal()
{
    QCOMPARE(m_cli->run(words("sync S responses")).exitCode, 0);
    const auto count = m_cli->status("responses").value(QLatin1String("records")).toInteger();
    const Run run = m_cli->run(words("person S --email-stdin --erase"), "a@b.c\n1\n");
    QVERIFY2(run.exitCode == 2, run.said().constData());
    QVERIFY2(run.err.contains("--yes"), run.said().constData());
    QCOMPARE(m_cli->status("responses").value(QLatin1String("records")).toInteger(), count);
}

void CliPersonTest::aSyncThatRunsIsLeftAlone()
{
    QCOMPARE(m_cli->run(words("sync S responses --per-page 100 --max-pages 1")).exitCode, 0);
    const QByteArray address = someone().value(QLatin1String("email")).toString().toUtf8();
    m_sandbox->setFaults(words("stall:from=1,feed=responses"));
    const std::unique_ptr<QProcess> sync = m_cli->start(words("sync S responses --per-page 100"));
    QTRY_VERIFY_WITH_TIMEOUT(!m_cli->status("responses").value(QLatin1String("held_by")).isNull(), 30'000);
    const Run refused = m_cli->run(words("person S --email-stdin --erase --yes"), address + '\n');
    QVERIFY2(refused.exitCode == 6, refused.said().constData());
    sync->kill();
    QVERIFY(sync->waitForFinished());
    m_sandbox->setFaults({});
    const Run done = m_cli->run(words("person S --email-stdin --erase --yes"), address + '\n');
    QVERIFY2(done.exitCode == 0, done.said().constData());
}

QTEST_GUILESS_MAIN(CliPersonTest)
#include "tst_cliperson.moc"
