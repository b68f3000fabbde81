// SPDX-License-Identifier: GPL-3.0-or-later
#include "end2end/programs.h"
#include "support/testcase.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QUrl>

#include <cmath>

using namespace gauge::test;

namespace {

QStringList json(const char *line)
{
    return words("--format json") + words(line);
}

} // namespace

//! Every command as a person or a script uses it.
class CliTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();

    void listsAndTests();
    void syncSaysWhatItDid();
    void syncGoesOnWhereItStopped();
    void aFilterHasACheckpointOfItsOwn();
    void statusBeforeAndAfter();
    void fetchGivesRecordsAsReceived();
    void queryFindsRows();
    void exportsCsv();
    void exportsWorkbooks();
    void exportsListsAndAManifest();
    void exportsRecordsExactlyAsReceived();
    void metricsAgreeWithTheRows();
    void lakeSchemaNamesEverything();
    void lakeBackupIsALake();
    void lakesFromElsewhereAreImported();
    void lakeCheckFindsDamage();
    void lakeCompactGivesRoomBack();
    void readingAgainTellsWhatChanged();
    void verifyOnlyReports();
    void scheduleWritesShowsAndRemoves();
    void scheduleWithoutSystemdSaysSo();
    void metricsByGroupAddUp();
    void valuesAreCounted();
    void removeForgets();
    void removeLeavesAFileThatWasNamed();
    void theSampleStartsItsOwnService();
    void anotherLake();
    void everythingIsForItsOwnerAlone();
    void errorsAreJsonWhenAskedFor();
    void exitCodes_data();
    void exitCodes();
    void wrongSecretIsRefused();
    void unreachableServiceIsSaid();
    void anUnreadableFeedDoesNotStopTheOthers();
    void secretsStayOutOfEverything();
    void aFailedExportLeavesTheOldFile();
    void standardOutputThatIsFullIsAnError();

private:
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<Cli> m_cli;
};

void CliTest::initTestCase()
{
    m_sandbox = std::make_unique<SandboxProcess>(words("--records 300"));
    QVERIFY(!m_sandbox->url().isEmpty());
}

void CliTest::init()
{
    TestCase::init();
    m_cli = std::make_unique<Cli>();
    const Run added = m_cli->connectTo(m_sandbox->url());
    QVERIFY2(added.exitCode == 0, added.said().constData());
}

void CliTest::listsAndTests()
{
    const Run list = m_cli->run(json("connection list"));
    QCOMPARE(list.exitCode, 0);
    QCOMPARE(list.lines().size(), 1);
    QCOMPARE(keysOf(list.out), words("name region client_id secret id"));
    QCOMPARE(list.json().value(QLatin1String("name")).toString(), QStringLiteral("S"));
    QCOMPARE(list.json().value(QLatin1String("secret")).toString(), QStringLiteral("environment"));
    QVERIFY(m_cli->run(words("connection list")).out.contains("custom"));

    const Run tested = m_cli->run(json("connection test S"));
    QVERIFY2(tested.exitCode == 0, tested.said().constData());
    QCOMPARE(tested.json().value(QLatin1String("readable")).toArray().size(), 3);
    // Another spelling of the name, in words.
    QVERIFY(m_cli->run(words("connection test s")).out.contains("responses"));
    // A second one of the same name.
    QCOMPARE(m_cli->connectTo(m_sandbox->url()).exitCode, 2);
    QCOMPARE(m_cli->run(json("connection list")).lines().size(), 1);
}

void CliTest::syncSaysWhatItDid()
{
    const Run first = m_cli->run(json("sync S --per-page 100"));
    QVERIFY2(first.exitCode == 0, first.said().constData());
    QCOMPARE(first.lines().size(), 3);
    for (const QByteArray &line : first.lines())
        QCOMPARE(
            keysOf(line),
            words(
                "feed pages received inserted updated removed checkpoint complete seconds changed late gone "
                "new_columns replaced_texts values_left_out"));
    const QJsonObject responses = first.json(0);
    QCOMPARE(responses.value(QLatin1String("feed")).toString(), QStringLiteral("responses"));
    QCOMPARE(responses.value(QLatin1String("pages")).toInt(), 3);
    QCOMPARE(responses.value(QLatin1String("received")).toInt(), 300);
    QCOMPARE(responses.value(QLatin1String("inserted")).toInt(), 300);
    QVERIFY(responses.value(QLatin1String("complete")).toBool());
    QVERIFY(responses.value(QLatin1String("checkpoint")).isString());
    QVERIFY2(first.err.isEmpty(), first.said().constData()); // no progress outside a terminal

    const Run second = m_cli->run(json("sync S responses"));
    QCOMPARE(second.lines().size(), 1);
    QCOMPARE(second.json().value(QLatin1String("received")).toInt(), 0);
    QCOMPARE(second.json().value(QLatin1String("checkpoint")), responses.value(QLatin1String("checkpoint")));
    QVERIFY(m_cli->run(words("sync S")).out.contains("up to date"));
}

void CliTest::syncGoesOnWhereItStopped()
{
    const Run begun = m_cli->run(json("sync S responses --per-page 70 --max-pages 2"));
    QCOMPARE(begun.exitCode, 0);
    QCOMPARE(begun.json().value(QLatin1String("received")).toInt(), 140);
    QVERIFY(!begun.json().value(QLatin1String("complete")).toBool());
    const Run rest = m_cli->run(json("sync S responses --per-page 70"));
    QCOMPARE(rest.json().value(QLatin1String("inserted")).toInt(), 160);
    QCOMPARE(rest.json().value(QLatin1String("updated")).toInt(), 0);
    QVERIFY(rest.json().value(QLatin1String("complete")).toBool());
    QCOMPARE(m_cli->exported(QStringLiteral("responses")),
             m_cli->fetched(QStringLiteral("responses"),
                            QStringLiteral("selected_drivers,tags,questions,properties")));
}

void CliTest::aFilterHasACheckpointOfItsOwn()
{
    const Run promoters = m_cli->run(json("sync S responses --filter 147b3662-cd7e-490c-b865-9be3480ca2fd"));
    QVERIFY2(promoters.exitCode == 0, promoters.said().constData());
    const int some = promoters.json().value(QLatin1String("inserted")).toInt();
    QVERIFY(some > 0 && some < 300);
    const Run all = m_cli->run(json("sync S responses"));
    QCOMPARE(all.json().value(QLatin1String("received")).toInt(), 300);
    QCOMPARE(all.json().value(QLatin1String("updated")).toInt(), some);
}

void CliTest::statusBeforeAndAfter()
{
    const Run before = m_cli->run(json("status S"));
    QCOMPARE(before.exitCode, 0);
    QCOMPARE(before.lines().size(), 3);
    for (const QByteArray &line : before.lines())
        QVERIFY2(
            line.endsWith(R"("records":0,"checkpoint":null,"last_sync":null,"last_error":null,"state":null,)"
                          R"("complete":false,"received":0,"held_by":null,"system":null,"encryption":null})"),
            line.constData());
    QVERIFY(!QFileInfo::exists(m_cli->dataFolder() + QStringLiteral("/lakes")));

    QCOMPARE(m_cli->run(words("sync S responses")).exitCode, 0);
    const Run after = m_cli->run(json("status S"));
    QCOMPARE(keysOf(after.lines().at(0)),
             words("feed records checkpoint last_sync last_error state complete received held_by system name "
                   "hosts encryption"));
    const QJsonObject responses = after.json(0);
    QCOMPARE(responses.value(QLatin1String("state")).toString(), QStringLiteral("done"));
    QVERIFY(responses.value(QLatin1String("complete")).toBool());
    QCOMPARE(responses.value(QLatin1String("received")).toInt(), 300);
    QCOMPARE(responses.value(QLatin1String("records")).toInt(), 300);
    const QString time = responses.value(QLatin1String("last_sync")).toString();
    QVERIFY2(time.endsWith(QLatin1Char('Z')), qPrintable(time));
    const qint64 age = QDateTime::fromString(time, Qt::ISODate).secsTo(QDateTime::currentDateTimeUtc());
    QVERIFY(age >= 0 && age < 120);
    QVERIFY(after.json(1).value(QLatin1String("last_sync")).isNull());
    QVERIFY(m_cli->run(words("status S")).out.contains("300"));
}

void CliTest::fetchGivesRecordsAsReceived()
{
    const Run page = m_cli->run(words("fetch S responses --per-page 4 --with tags"));
    QVERIFY2(page.exitCode == 0, page.said().constData());
    QCOMPARE(page.lines().size(), 4);
    for (qsizetype i = 0; i < 4; ++i)
        QVERIFY(page.json(i).contains(QLatin1String("tags")));
    QVERIFY2(page.err.startsWith("next cursor: "), page.said().constData());
    const QString cursor = QString::fromLatin1(page.err.mid(13).trimmed());
    const Run next
        = m_cli->run(words("--quiet fetch S responses --per-page 4 --cursor") + QStringList{cursor});
    QVERIFY(next.err.startsWith("next cursor: "));
    QVERIFY(next.json().value(QLatin1String("number_customergauge"))
            != page.json().value(QLatin1String("number_customergauge")));
    const QString number
        = QString::number(page.json().value(QLatin1String("number_customergauge")).toInteger());
    const Run one = m_cli->run(words("fetch S responses --number") + QStringList{number});
    QCOMPARE(one.lines().size(), 1);
    QVERIFY(!QFileInfo::exists(m_cli->dataFolder() + QStringLiteral("/lakes")));
}

void CliTest::queryFindsRows()
{
    QCOMPARE(m_cli->run(words("query S responses")).exitCode, 1); // nothing synced yet
    QCOMPARE(m_cli->run(words("sync S responses")).exitCode, 0);
    const Run all = m_cli->run(words("query S responses"));
    QCOMPARE(all.lines().size(), 300);
    const Run some = m_cli->run(
        {QStringLiteral("query"), QStringLiteral("S"), QStringLiteral("responses"), QStringLiteral("--where"),
         QStringLiteral("nps >= 9"), QStringLiteral("--where"),
         QStringLiteral("property.Country in NL,DE,US"), QStringLiteral("--sort"), QStringLiteral("nps:desc"),
         QStringLiteral("--columns"), QStringLiteral("nps,property.Country,selected_drivers,link"),
         QStringLiteral("--limit"), QStringLiteral("5")});
    QVERIFY2(some.exitCode == 0, some.said().constData());
    QCOMPARE(some.lines().size(), 5);
    for (qsizetype i = 0; i < 5; ++i) {
        QVERIFY(some.lines().at(i).startsWith("{\"nps\":"));
        QVERIFY(some.json(i).value(QLatin1String("nps")).toInt() >= 9);
        QVERIFY(some.json(i).value(QLatin1String("selected_drivers")).isArray());
        QVERIFY(words("NL DE US").contains(some.json(i).value(QLatin1String("property.Country")).toString()));
    }
    const auto count = [&](const QString &where) {
        const Run run = m_cli->run({QStringLiteral("query"), QStringLiteral("S"), QStringLiteral("responses"),
                                    QStringLiteral("--columns"), QStringLiteral("nps"),
                                    QStringLiteral("--where"), where});
        return run.exitCode == 0 ? int(run.lines().size()) : -run.exitCode;
    };
    const int low = count(QStringLiteral("nps < 3"));
    const int high = count(QStringLiteral("nps > 8"));
    QVERIFY(low > 0 && high > 0);
    QCOMPARE(count(QStringLiteral("(nps < 3 or nps > 8) and nps >= 0")), low + high);
    QCOMPARE(count(QStringLiteral("nps < 3 and nps > 8 or date_creation in last 9999 years")), 300);
    QCOMPARE(count(QStringLiteral("date_creation in next week")), -2);
    const Run unknown = m_cli->run(words("query S responses --columns npss"));
    QCOMPARE(unknown.exitCode, 2);
    QVERIFY2(unknown.err.contains("nps"), unknown.said().constData());
    QCOMPARE(m_cli->run(words("query S responses --limit 0")).out, QByteArray());
}

void CliTest::exportsCsv()
{
    QCOMPARE(m_cli->run(words("sync S responses")).exitCode, 0);
    const Run exported = m_cli->run(
        json("export S responses --output rows.csv --columns nps,email --delimiter ; --bom --mask-personal"));
    QVERIFY2(exported.exitCode == 0, exported.said().constData());
    QCOMPARE(keysOf(exported.out), words("output rows seconds"));
    QCOMPARE(exported.json().value(QLatin1String("rows")).toInt(), 300);
    QFile file(exported.json().value(QLatin1String("output")).toString());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY2(bytes.startsWith("\xEF\xBB\xBFnps;email\r\n"), bytes.left(40).constData());
    QCOMPARE(bytes.count("\r\n"), 301);
    QVERIFY(!bytes.contains('@'));
    QVERIFY(bytes.contains(";***\r\n"));
    QVERIFY(m_cli->run(words("export S responses --output t.csv --header titles --where nps=10"))
                .out.contains("rows are in"));
}

void CliTest::exportsWorkbooks()
{
    QCOMPARE(m_cli->run(words("sync S responses")).exitCode, 0);
    const Run exported
        = m_cli->run(json("export S responses --output rows.xlsx --columns number_customergauge,nps"));
    QVERIFY2(exported.exitCode == 0, exported.said().constData());
    QCOMPARE(keysOf(exported.out), words("output rows seconds"));
    const QString output = exported.json().value(QLatin1String("output")).toString();
    QProcess reader;
    reader.start(QStringLiteral("xlsx2csv"), {output});
    QVERIFY(reader.waitForFinished());
    const QByteArray read = reader.readAllStandardOutput();
    QVERIFY(
        m_cli->run(words("export S responses --output rows.csv --columns number_customergauge,nps")).exitCode
        == 0);
    QFile csv(QFileInfo(output).path() + QStringLiteral("/rows.csv"));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QCOMPARE(read, csv.readAll().replace("\r\n", "\n"));
}

void CliTest::exportsListsAndAManifest()
{
    QCOMPARE(m_cli->run(words("sync S responses --with selected_drivers,tags,questions")).exitCode, 0);
    const Run exported
        = m_cli->run(words("export S responses --output lists.csv --lists children --manifest"));
    QVERIFY2(exported.exitCode == 0, exported.said().constData());
    for (const char *name : {"lists.csv", "lists.drivers.csv", "lists.tags.csv", "lists.questions.csv",
                             "lists.csv.manifest.json"})
        QVERIFY2(exported.out.contains(name), exported.said().constData());
    const Run records = m_cli->run(words("export S responses --output lists.jsonl --lists children"));
    QCOMPARE(records.exitCode, 0);
    QVERIFY2(records.err.contains("--lists has no effect"), records.said().constData());
}

void CliTest::exportsRecordsExactlyAsReceived()
{
    QCOMPARE(m_cli->run(words("sync S")).exitCode, 0);
    const QByteArray responses = m_cli->fetched(QStringLiteral("responses"),
                                                QStringLiteral("selected_drivers,tags,questions,properties"));
    QCOMPARE(responses.count('\n'), 300);
    QCOMPARE(m_cli->exported(QStringLiteral("responses")), responses);
    QCOMPARE(m_cli->exported(QStringLiteral("non-responses")),
             m_cli->fetched(QStringLiteral("non-responses"), QStringLiteral("properties")));
    QCOMPARE(m_cli->exported(QStringLiteral("close-loop")),
             m_cli->fetched(QStringLiteral("close-loop"), QString()));
}

void CliTest::metricsAgreeWithTheRows()
{
    QCOMPARE(m_cli->run(words("metrics S")).exitCode, 1); // nothing synced yet
    QCOMPARE(m_cli->run(words("sync S responses")).exitCode, 0);
    const Run alone = m_cli->run(json("metrics S"));
    QVERIFY2(alone.exitCode == 0, alone.said().constData());
    QCOMPARE(keysOf(alone.out),
             words("group n promoters passives detractors nps low high response_rate ignored provisional "
                   "nps_of_all"));
    QVERIFY(alone.json().value(QLatin1String("group")).isNull());
    QVERIFY(alone.json().value(QLatin1String("response_rate")).isNull()); // the other feed is not known

    QCOMPARE(m_cli->run(words("sync S")).exitCode, 0);
    const QJsonObject figures = m_cli->run(json("metrics S")).json();
    const int promoters
        = int(m_cli->run(words("query S responses --where nps>=9 --columns nps")).lines().size());
    const int detractors
        = int(m_cli->run(words("query S responses --where nps<=6 --columns nps")).lines().size());
    QCOMPARE(figures.value(QLatin1String("n")).toInt(), 300);
    QCOMPARE(figures.value(QLatin1String("promoters")).toInt(), promoters);
    QCOMPARE(figures.value(QLatin1String("detractors")).toInt(), detractors);
    QCOMPARE(figures.value(QLatin1String("nps")).toDouble(), 100.0 * (promoters - detractors) / 300.0);
    QCOMPARE(figures.value(QLatin1String("nps_of_all")).toDouble(), 100.0 * (promoters - detractors) / 300.0);
    const double others = double(m_cli->run(words("query S non-responses --columns status")).lines().size());
    QVERIFY(std::abs(figures.value(QLatin1String("response_rate")).toDouble() - 300.0 / (300.0 + others))
            < 1e-9);
    // A condition that no non-response can meet makes the rate unknown rather than 100 %.
    QVERIFY(
        m_cli->run(json("metrics S --where nps>=9")).json().value(QLatin1String("response_rate")).isNull());
    QVERIFY(m_cli->run(words("metrics S")).out.startsWith("NPS: "));
    const QJsonObject none = m_cli->run(json("metrics S --where nps>10")).json();
    QVERIFY(none.value(QLatin1String("nps")).isNull());
    QCOMPARE(none.value(QLatin1String("n")).toInt(), 0);
}

void CliTest::lakeSchemaNamesEverything()
{
    const Run before = m_cli->run(json("lake schema S"));
    QCOMPARE(before.exitCode, 1); // nothing has been synced yet
    QCOMPARE(m_cli->run(words("sync S")).exitCode, 0);
    const Run schema = m_cli->run(json("lake schema S"));
    QVERIFY2(schema.exitCode == 0, schema.said().constData());
    QStringList fields;
    for (const QByteArray &line : schema.lines()) {
        QCOMPARE(keysOf(line), words("table column type meaning feed name field"));
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        QVERIFY2(!object.value(QLatin1String("meaning")).toString().isEmpty(), line.constData());
        fields.append(object.value(QLatin1String("table")).toString() + QLatin1Char('.')
                      + object.value(QLatin1String("column")).toString());
    }
    for (const char *field : {"responses.", "responses.nps", "non_responses.email", "close_loop.row_id",
                              "lake_syncs.received", "responses_raw.body"})
        QVERIFY2(fields.contains(QLatin1String(field)), field);
    const Run text = m_cli->run(words("lake schema S"));
    QVERIFY2(text.out.contains("/contact/first_name"), text.said().constData());
}

void CliTest::lakeBackupIsALake()
{
    QCOMPARE(m_cli->run(words("sync S")).exitCode, 0);
    const QString file = m_cli->path(QStringLiteral("copy.lake"));
    const QStringList backUp = json("lake backup S --output") + QStringList{file};
    const Run made = m_cli->run(backUp);
    QVERIFY2(made.exitCode == 0, made.said().constData());
    QCOMPARE(keysOf(made.out), words("output bytes seconds"));
    QCOMPARE(qint64(made.json().value(QLatin1String("bytes")).toDouble()), QFileInfo(file).size());
    QCOMPARE(m_cli->run(words("query S responses --lake") + QStringList{file}).out,
             m_cli->run(words("query S responses")).out);
    QCOMPARE(m_cli->run(backUp).exitCode, 2); // it is there already
    QCOMPARE(m_cli->run(backUp + QStringList{QStringLiteral("--force")}).exitCode, 0);
}

void CliTest::lakesFromElsewhereAreImported()
{
    QCOMPARE(m_cli->run(words("sync S")).exitCode, 0);
    const QByteArray rows = m_cli->run(words("query S responses")).out;
    const QString theirs = m_cli->path(QStringLiteral("theirs"));
    const QString ours = m_cli->path(QStringLiteral("ours"));
    QCOMPARE(m_cli->run(words("lake backup S --output") + QStringList{theirs}).exitCode, 0);
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("theirs"));
        database.setDatabaseName(theirs);
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(QStringLiteral("CREATE VIEW looked AS SELECT * FROM responses")));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("theirs"));
    QCOMPARE(m_cli->run(words("query S responses --lake") + QStringList{theirs}).exitCode, 1);
    const Run made = m_cli->run(json("lake import") + QStringList{theirs, QStringLiteral("--output"), ours});
    QVERIFY2(made.exitCode == 0, made.said().constData());
    QCOMPARE(keysOf(made.out), words("output bytes left_out"));
    QCOMPARE(made.json().value(QLatin1String("left_out")).toArray(),
             QJsonArray{QStringLiteral("view looked")});
    QCOMPARE(m_cli->run(words("query S responses --lake") + QStringList{ours}).out, rows);
    QCOMPARE(m_cli->run(words("lake check S --lake") + QStringList{ours}).exitCode, 0);
    QCOMPARE(m_cli->run(words("sync S --lake") + QStringList{ours}).exitCode, 0);
    QCOMPARE(m_cli->run(words("lake import absent --output new")).exitCode, 1);
}

void CliTest::lakeCheckFindsDamage()
{
    QCOMPARE(m_cli->run(words("sync S --lake") + QStringList{m_cli->path(QStringLiteral("l"))}).exitCode, 0);
    const QStringList check = json("lake check S --lake") + QStringList{m_cli->path(QStringLiteral("l"))};
    const Run sound = m_cli->run(check);
    QVERIFY2(sound.exitCode == 0, sound.said().constData());
    QCOMPARE(keysOf(sound.out), words("ok records findings"));
    QVERIFY(sound.json().value(QLatin1String("ok")).toBool());
    QVERIFY(m_cli->run(words("lake check S --quick --lake") + QStringList{m_cli->path(QStringLiteral("l"))})
                .out.contains("sound"));
    {
        QFile file(m_cli->path(QStringLiteral("l")));
        QVERIFY(file.open(QIODevice::ReadWrite));
        constexpr qint64 page = 16384;
        for (qint64 at = page * 4; at < file.size(); at += page) {
            QVERIFY(file.seek(at));
            file.write(QByteArray(200, '\0'));
        }
    }
    const Run damaged = m_cli->run(check);
    QVERIFY2(damaged.exitCode == 1, damaged.said().constData());
    QVERIFY2(damaged.said().contains("damaged"), damaged.said().constData());
}

void CliTest::lakeCompactGivesRoomBack()
{
    QCOMPARE(m_cli->run(words("sync S")).exitCode, 0);
    const Run compacted = m_cli->run(json("lake compact S"));
    QVERIFY2(compacted.exitCode == 0, compacted.said().constData());
    QCOMPARE(keysOf(compacted.out), words("before after"));
    QVERIFY(m_cli->run(words("lake compact S")).out.contains("before"));
    QCOMPARE(m_cli->run(words("lake check S")).exitCode, 0);
}

void CliTest::readingAgainTellsWhatChanged()
{
    QCOMPARE(m_cli->run(words("sync S")).exitCode, 0);
    const QJsonValue checkpoint = m_cli->run(json("status S")).json(0).value(QLatin1String("checkpoint"));
    const Run refreshed = m_cli->run(json("sync S responses --refresh date_creation:2000-01-01..2099-12-31"));
    QVERIFY2(refreshed.exitCode == 0, refreshed.said().constData());
    QCOMPARE(
        keysOf(refreshed.out),
        words("feed pages received inserted updated removed checkpoint complete seconds changed late gone "
              "new_columns replaced_texts values_left_out"));
    QCOMPARE(refreshed.json().value(QLatin1String("received")).toInt(), 300);
    QCOMPARE(refreshed.json().value(QLatin1String("changed")).toInt(), 0);
    const Run reconciled = m_cli->run(json("sync S responses --reconcile --per-page 70"));
    QVERIFY2(reconciled.exitCode == 0, reconciled.said().constData());
    QCOMPARE(reconciled.json().value(QLatin1String("received")).toInt(), 300);
    QCOMPARE(reconciled.json().value(QLatin1String("gone")).toInt(), 0);
    QCOMPARE(m_cli->run(json("status S")).json(0).value(QLatin1String("checkpoint")), checkpoint);
    QVERIFY(m_cli->run(words("sync S responses --reconcile")).out.contains("GONE"));
}

void CliTest::verifyOnlyReports()
{
    QCOMPARE(m_cli->run(words("verify S responses")).exitCode, 1); // nothing has been synced yet
    QCOMPARE(m_cli->run(words("sync S responses --per-page 100 --max-pages 2")).exitCode, 0);
    const QByteArray before = m_cli->run(json("status S")).out;
    const QString report = m_cli->path(QStringLiteral("report.jsonl"));
    const Run verified = m_cli->run(json("verify S responses --report") + QStringList{report});
    QVERIFY2(verified.exitCode == 0, verified.said().constData());
    QCOMPARE(keysOf(verified.out), words("feed received missing changed gone report"));
    QCOMPARE(verified.json().value(QLatin1String("received")).toInt(), 300);
    QCOMPARE(verified.json().value(QLatin1String("missing")).toInt(), 100);
    QCOMPARE(verified.json().value(QLatin1String("changed")).toInt(), 0);
    QCOMPARE(verified.json().value(QLatin1String("gone")).toInt(), 0);
    QFile file(report);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count("\"missing\""), 100);
    QCOMPARE(m_cli->run(json("status S")).out, before);
    QCOMPARE(m_cli->run(words("sync S")).exitCode, 0);
    QVERIFY(m_cli->run(words("verify S responses")).out.contains("0 missing, 0 changed, 0 gone"));
}

void CliTest::scheduleWritesShowsAndRemoves()
{
    // systemd's own program would schedule it on this computer; this one writes down what it is asked.
    QVERIFY(QDir().mkpath(m_cli->path(QStringLiteral("bin"))));
    QFile fake(m_cli->path(QStringLiteral("bin/systemctl")));
    QVERIFY(fake.open(QIODevice::WriteOnly));
    fake.write("#!/bin/sh\necho \"$@\" >> \"$ASKED\"\n");
    fake.close();
    QVERIFY(fake.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    const QString asked = m_cli->path(QStringLiteral("asked"));
    m_cli->setVariable(QStringLiteral("ASKED"), asked);
    m_cli->setVariable(QStringLiteral("PATH"),
                       m_cli->path(QStringLiteral("bin")) + QStringLiteral(":/usr/bin:/bin"));
    m_cli->setVariable(QStringLiteral("XDG_CONFIG_HOME"), m_cli->path(QStringLiteral("config")));
    const auto calls = [&asked] {
        QFile file(asked);
        const QByteArray all = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        file.remove();
        return all;
    };
    const QString id = m_cli->run(json("connection list")).json().value(QLatin1String("id")).toString();
    const QByteArray unit = QByteArray("gaugedesk-sync-") + id.toUtf8();

    const Run made = m_cli->run(json("schedule S --every 15"));
    QVERIFY2(made.exitCode == 0, made.said().constData());
    QCOMPARE(keysOf(made.out), words("connection every active timer"));
    QVERIFY(made.err.contains("EnvironmentFile")); // its secret comes from the environment
    QCOMPARE(calls(),
             QByteArray("--user daemon-reload\n--user enable " + unit + ".timer\n--user restart " + unit
                        + ".timer\n"));
    const QString folder = m_cli->path(QStringLiteral("config/systemd/user/"));
    QFile service(folder + QString::fromUtf8(unit) + QStringLiteral(".service"));
    QVERIFY(service.open(QIODevice::ReadOnly));
    const QByteArray content = service.readAll();
    QVERIFY2(content.contains(QByteArray("\"sync\" \"" + id.toUtf8())), content.constData());
    QVERIFY(content.contains(m_cli->dataFolder().toUtf8()));
    // The line of the service does what it says.
    QCOMPARE(m_cli->run({QStringLiteral("--quiet"), QStringLiteral("sync"), id}).exitCode, 0);

    const Run shown = m_cli->run(json("schedule S --show"));
    QCOMPARE(shown.json().value(QLatin1String("every")).toString(), QStringLiteral("15"));
    QVERIFY(shown.json().value(QLatin1String("active")).toBool());
    QCOMPARE(calls(), QByteArray("--user is-active " + unit + ".timer\n"));
    QVERIFY(m_cli->run(words("schedule S --show")).out.contains("15"));

    QCOMPARE(m_cli->run(words("schedule S --remove")).exitCode, 0);
    QVERIFY(QDir(folder).isEmpty());
    QVERIFY(m_cli->run(words("schedule S --show")).out.contains("not scheduled"));
    // Words that systemd does not know are refused before anything is written.
    const Run wrong = m_cli->run(words("schedule S --every") + QStringList{QStringLiteral("Blursday 7:00")});
    QVERIFY2(wrong.exitCode == 2, wrong.said().constData());
    QVERIFY(QDir(folder).isEmpty());
    // A connection that is removed takes its timer along.
    QCOMPARE(m_cli->run(words("schedule S")).exitCode, 0);
    QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 2);
    QCOMPARE(m_cli->run(words("connection remove S")).exitCode, 0);
    QVERIFY(QDir(folder).isEmpty());
}

void CliTest::scheduleWithoutSystemdSaysSo()
{
    m_cli->setVariable(QStringLiteral("PATH"), m_cli->path(QStringLiteral("nothing")));
    m_cli->setVariable(QStringLiteral("XDG_CONFIG_HOME"), m_cli->path(QStringLiteral("config")));
    const Run made = m_cli->run(words("schedule S"));
    QCOMPARE(made.exitCode, 1);
    QVERIFY2(made.err.contains("systemctl --user enable --now"), made.said().constData());
    const Run shown = m_cli->run(json("schedule S --show"));
    QCOMPARE(shown.exitCode, 0);
    QVERIFY(!shown.json().value(QLatin1String("active")).toBool());
    for (const char *system : {"systemd", "launchd", "windows"}) {
        const Run printed = m_cli->run(words("schedule S --print") + QStringList{QLatin1String(system)});
        QVERIFY2(printed.exitCode == 0 && printed.out.contains("sync"), printed.said().constData());
        QVERIFY(!printed.out.contains("sandbox-secret"));
    }
}

void CliTest::removeLeavesAFileThatWasNamed()
{
    const QString file = m_cli->path(QStringLiteral("named.lake"));
    QCOMPARE(m_cli->run(words("sync S --lake") + QStringList{file}).exitCode, 0);
    const Run removed = m_cli->run(words("connection remove S --lake") + QStringList{file});
    QVERIFY2(removed.exitCode == 0, removed.said().constData());
    QVERIFY(!removed.out.contains(file.toUtf8())); // it has nothing to do with this
    QVERIFY(QFile::exists(file));
    QVERIFY(m_cli->run(json("connection list")).out.isEmpty());
}

void CliTest::valuesAreCounted()
{
    QCOMPARE(m_cli->run(words("values S responses nps")).exitCode, 1); // nothing synced yet
    QCOMPARE(m_cli->run(words("sync S responses")).exitCode, 0);
    const QJsonObject all = m_cli->run(json("metrics S")).json();
    const Run scores = m_cli->run(json("values S responses nps"));
    QVERIFY2(scores.exitCode == 0, scores.said().constData());
    int scored = 0;
    for (qsizetype i = 0; i < scores.lines().size(); ++i) {
        QCOMPARE(keysOf(scores.lines().at(i)), words("value count"));
        if (!scores.json(i).value(QLatin1String("value")).isNull())
            scored += scores.json(i).value(QLatin1String("count")).toInt();
    }
    QCOMPARE(scored, all.value(QLatin1String("n")).toInt());
    const Run few = m_cli->run(words("values S responses number_customergauge --limit 2"));
    QCOMPARE(few.exitCode, 0);
    QCOMPARE(few.lines().size(), 3); // with its headings
    QVERIFY(few.err.contains("most frequent"));
    const Run wrong = m_cli->run(words("values S responses npx"));
    QCOMPARE(wrong.exitCode, 2);
    QVERIFY(wrong.err.contains("nps"));
    QCOMPARE(m_cli->run(words("values S responses tags")).exitCode, 2);
    QCOMPARE(m_cli->run(words("values S responses nps --limit 0")).exitCode, 2);
    QCOMPARE(m_cli->run(words("values S responses")).exitCode, 2);
}

void CliTest::metricsByGroupAddUp()
{
    QCOMPARE(m_cli->run(words("sync S responses")).exitCode, 0);
    QVERIFY(m_cli->run(json("metrics S --by month")).json().value(QLatin1String("response_rate")).isNull());
    QCOMPARE(m_cli->run(words("sync S")).exitCode, 0);
    const QJsonObject all = m_cli->run(json("metrics S")).json();
    for (const char *by : {"month", "quarter", "week", "property.Country", "nps"}) {
        const Run run = m_cli->run(json("metrics S --by ") + QStringList{QString::fromLatin1(by)});
        QVERIFY2(run.exitCode == 0, run.said().constData());
        QCOMPARE(keysOf(run.lines().constFirst()),
                 words("group n promoters passives detractors nps low high response_rate ignored provisional "
                       "nps_of_all"));
        int sum = 0;
        for (qsizetype i = 0; i < run.lines().size(); ++i)
            sum += run.json(i).value(QLatin1String("n")).toInt();
        QCOMPARE(sum, all.value(QLatin1String("n")).toInt());
    }
    const Run months = m_cli->run(json("metrics S --by month"));
    const QJsonObject first = months.json(0);
    const QString month = first.value(QLatin1String("group")).toString();
    QVERIFY2(QRegularExpression(QStringLiteral("^\\d{4}-\\d{2}$")).match(month).hasMatch(),
             qPrintable(month));
    const auto count = [&](const char *feed) {
        return double(m_cli
                          ->run({QStringLiteral("query"), QStringLiteral("S"), QString::fromLatin1(feed),
                                 QStringLiteral("--columns"), QStringLiteral("status"),
                                 QStringLiteral("--where"), QStringLiteral("date_sent starts-with ") + month})
                          .lines()
                          .size());
    };
    const double answered = count("responses");
    QVERIFY(std::abs(first.value(QLatin1String("response_rate")).toDouble()
                     - answered / (answered + count("non-responses")))
            < 1e-9);
    // Of what only a response has there is no rate.
    QVERIFY(m_cli->run(json("metrics S --by nps")).json().value(QLatin1String("response_rate")).isNull());
    QVERIFY(m_cli->run(words("metrics S --by month")).out.startsWith("date_sent"));
    QCOMPARE(m_cli->run(words("metrics S --by nothing")).exitCode, 2);
    QCOMPARE(m_cli->run(words("metrics S --by month --date nps")).exitCode, 2);
}

void CliTest::removeForgets()
{
    QCOMPARE(m_cli->run(words("sync S responses --max-pages 1")).exitCode, 0);
    const QDir lakes(m_cli->dataFolder() + QStringLiteral("/lakes"));
    QCOMPARE(lakes.entryList(words("*.sqlite")).size(), 1);
    QCOMPARE(m_cli->run(words("connection remove S --keep-lake")).exitCode, 0);
    QCOMPARE(lakes.entryList(words("*.sqlite")).size(), 1);
    QCOMPARE(m_cli->run(words("connection remove S")).exitCode, 2); // gone already

    QCOMPARE(m_cli->connectTo(m_sandbox->url()).exitCode, 0);
    QCOMPARE(m_cli->run(words("sync S responses --max-pages 1")).exitCode, 0);
    QCOMPARE(lakes.entryList(words("*.sqlite")).size(), 2);
    QCOMPARE(m_cli->run(words("connection remove S")).exitCode, 0);
    QCOMPARE(lakes.entryList(words("*.sqlite")).size(), 1);
    QCOMPARE(m_cli->run(json("connection list")).out, QByteArray());
}

void CliTest::theSampleStartsItsOwnService()
{
    // Nothing of the environment is needed or used.
    m_cli->setVariable(QStringLiteral("GAUGEDESK_CLIENT_SECRET"), QStringLiteral("of another system"));
    const Run added = m_cli->run({QStringLiteral("connection"), QStringLiteral("add"),
                                  QStringLiteral("My samples"), QStringLiteral("--sample")});
    QVERIFY2(added.exitCode == 0, added.said().constData());
    const Run synced = m_cli->run(words("--format json sync") + QStringList{QStringLiteral("My samples")}
                                  + words("responses --max-pages 1"));
    QVERIFY2(synced.exitCode == 0, synced.said().constData());
    QCOMPARE(synced.json().value(QLatin1String("received")).toInt(), 1000);
    const Run more = m_cli->run(words("--format json sync") + QStringList{QStringLiteral("My samples")}
                                + words("responses --max-pages 1"));
    QCOMPARE(more.json().value(QLatin1String("inserted")).toInt(), 1000);
}

void CliTest::anotherLake()
{
    const QString lake = m_cli->path(QStringLiteral("other lake.sqlite"));
    QCOMPARE(m_cli->run(words("sync S responses --lake") + QStringList{lake}).exitCode, 0);
    QVERIFY(QFileInfo::exists(lake));
    QVERIFY(!QFileInfo::exists(m_cli->dataFolder() + QStringLiteral("/lakes")));
    const Run rows = m_cli->run(words("query S responses --columns nps --lake")
                                + QStringList{QUrl::fromLocalFile(lake).toString()});
    QCOMPARE(rows.lines().size(), 300);
    // A folder that is not there is not made, a file that is no lake is not touched.
    QCOMPARE(m_cli->run(words("sync S --lake no/such/folder/lake.sqlite")).exitCode, 1);
    QVERIFY(!QFileInfo::exists(m_cli->path(QStringLiteral("no"))));
    QFile letter(m_cli->path(QStringLiteral("letter.txt")));
    QVERIFY(letter.open(QIODevice::WriteOnly));
    letter.write(QByteArray(5000, 'x'));
    letter.close();
    QCOMPARE(m_cli->run(words("sync S --lake letter.txt")).exitCode, 1);
    QCOMPARE(m_cli->run(words("query S responses --lake letter.txt")).exitCode, 1);
    QVERIFY(letter.open(QIODevice::ReadOnly));
    QCOMPARE(letter.readAll(), QByteArray(5000, 'x'));
}

void CliTest::everythingIsForItsOwnerAlone()
{
    QCOMPARE(m_cli->run(words("sync S responses --max-pages 1")).exitCode, 0);
    QDirIterator entries(m_cli->dataFolder(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    int seen = 0;
    while (entries.hasNext()) {
        entries.next();
        QVERIFY2(!(entries.fileInfo().permissions() & others), qPrintable(entries.filePath()));
        ++seen;
    }
    QVERIFY(seen >= 3);
    QVERIFY(!(QFileInfo(m_cli->dataFolder()).permissions() & others));
}

void CliTest::errorsAreJsonWhenAskedFor()
{
    const Run unknown = m_cli->run(json("status Nobody"));
    QCOMPARE(unknown.exitCode, 2);
    QCOMPARE(keysOf(unknown.out), words("error kind message detail"));
    const QJsonObject error = unknown.json().value(QLatin1String("error")).toObject();
    QCOMPARE(error.value(QLatin1String("kind")).toString(), QStringLiteral("not-found"));
    QVERIFY(error.value(QLatin1String("message")).toString().contains(QLatin1String("There are: S")));
    QCOMPARE(unknown.err, QByteArray());
    const Run bad = m_cli->run(words("sync S --format json --nonsense"));
    QCOMPARE(bad.exitCode, 2);
    QCOMPARE(bad.json().value(QLatin1String("error")).toObject().value(QLatin1String("kind")).toString(),
             QStringLiteral("input"));
    const Run text = m_cli->run(words("status Nobody"));
    QCOMPARE(text.out, QByteArray());
    QVERIFY(text.err.startsWith("gaugedesk-cli: "));
}

void CliTest::exitCodes_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("code");
    const auto row
        = [](const char *line, int code) { QTest::newRow(line) << QString::fromLatin1(line) << code; };
    row("--help", 0);
    row("--version", 0);
    row("sync --help", 0);
    row("", 2);
    row("nonsense", 2);
    row("sync Nobody", 2);
    row("sync S responses --refresh nps:2026-01-01..2026-01-02", 2);
    row("sync S --lake postgresql://me:word@host/db", 2);
    row("fetch S responses --filter 00000000-0000-0000-0000-000000000001",
        1); // the service knows no such filter (any more)
    row("sync S responses --filter 00000000-0000-0000-0000-000000000001", 1);
    row("query S responses", 1);
    row("export S responses --output x.csv", 1);
    row("export S responses --output x.xlsx", 1);
    row("export S responses --output x.csv --lists nested", 2);
    row("export S responses --output x.csv --as xls", 2);
    row("status S", 0);
}

void CliTest::exitCodes()
{
    QFETCH(QString, line);
    QFETCH(int, code);
    const Run run = m_cli->run(line.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    QVERIFY2(run.exitCode == code, run.said().constData());
    QVERIFY((code == 0) == run.err.isEmpty());
    QVERIFY(!QFileInfo::exists(m_cli->path(QStringLiteral("x.csv"))));
}

void CliTest::wrongSecretIsRefused()
{
    m_cli->setVariable(QStringLiteral("GAUGEDESK_CLIENT_SECRET"), QStringLiteral("wrong-canary-4711"));
    for (const char *line : {"connection test S", "sync S", "sync S responses", "fetch S responses"}) {
        const Run run = m_cli->run(words(line));
        QVERIFY2(run.exitCode == 3, line);
        QVERIFY(!run.err.isEmpty());
        QVERIFY(!run.said().contains("wrong-canary-4711"));
    }
    m_cli->unsetVariable(QStringLiteral("GAUGEDESK_CLIENT_SECRET"));
    const Run none = m_cli->run(words("sync S"));
    QCOMPARE(none.exitCode, 3);
    QVERIFY(none.err.contains("GAUGEDESK_CLIENT_SECRET"));
}

void CliTest::unreachableServiceIsSaid()
{
    // A service that was there a moment ago.
    const QString url = std::make_unique<SandboxProcess>(words("--records 1"))->url();
    Cli cli;
    QCOMPARE(cli.connectTo(url).exitCode, 0);
    const Run run = cli.run(json("fetch S responses"));
    QCOMPARE(run.exitCode, 4);
    QCOMPARE(run.json().value(QLatin1String("error")).toObject().value(QLatin1String("kind")).toString(),
             QStringLiteral("offline"));
}

void CliTest::anUnreadableFeedDoesNotStopTheOthers()
{
    const SandboxProcess sandbox(words("--records 50 --fault 403:feed=non-responses"));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    const Run all = cli.run(json("sync S"));
    QCOMPARE(all.exitCode, 1);
    QCOMPARE(all.lines().size(), 3); // two feeds, one error
    QCOMPARE(all.json(1).value(QLatin1String("feed")).toString(), QStringLiteral("close-loop"));
    QCOMPARE(all.json(0).value(QLatin1String("feed")).toString(), QStringLiteral("responses"));
    QCOMPARE(all.json(0).value(QLatin1String("received")).toInt(), 50);
    const QJsonObject error = all.json(2).value(QLatin1String("error")).toObject();
    QCOMPARE(error.value(QLatin1String("kind")).toString(), QStringLiteral("forbidden"));
    QVERIFY(error.value(QLatin1String("message")).toString().contains(QLatin1String("non-responses")));
    QCOMPARE(cli.run(words("sync S non-responses")).exitCode, 4);
    QCOMPARE(cli.run(words("sync S responses non-responses")).exitCode, 1);
    const Run tested = cli.run(json("connection test S"));
    QCOMPARE(tested.exitCode, 0);
    QCOMPARE(tested.json().value(QLatin1String("refused")).toArray().size(), 1);
    QVERIFY(!cli.run(json("status S")).json(2).value(QLatin1String("last_error")).isNull());
}

void CliTest::secretsStayOutOfEverything()
{
    const QByteArray canary = "planted-canary-0815";
    qputenv("GAUGEDESK_SANDBOX_SECRET", canary);
    const SandboxProcess sandbox(
        words("--records 50 --fault 500:feed=responses,at=2 --fault expire-token:at=3"));
    qunsetenv("GAUGEDESK_SANDBOX_SECRET");
    Cli cli;
    cli.setVariable(QStringLiteral("GAUGEDESK_CLIENT_SECRET"), QString::fromLatin1(canary));
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    QByteArray said;
    for (const char *line : {"--verbose connection test S", "--verbose sync S --per-page 20",
                             "--verbose fetch S responses", "status S", "connection list"}) {
        const Run run = cli.run(words(line));
        QVERIFY2(run.exitCode == 0, run.said().constData());
        said += run.out + run.err;
    }
    const QByteArray all = said + cli.everythingStored();
    QVERIFY(all.contains("number_customergauge")); // the search does see the lake
    QVERIFY(!all.contains(canary));
    QVERIFY(!all.contains("sbx_")); // how the sandbox's tokens begin
}

void CliTest::aFailedExportLeavesTheOldFile()
{
    QFile file(m_cli->path(QStringLiteral("old.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("old");
    file.close();
    QCOMPARE(m_cli->run(words("export S responses --output old.csv")).exitCode, 1);
    QCOMPARE(m_cli->run(words("sync S responses")).exitCode, 0);
    QCOMPARE(m_cli->run(words("export S responses --output old.csv --columns nothing")).exitCode, 2);
    QCOMPARE(m_cli->run(words("export S responses --output no/such/folder.csv")).exitCode, 1);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("old"));
    file.close();
    QCOMPARE(m_cli->run(words("export S responses --output old.csv")).exitCode, 0);
    QVERIFY(file.size() > 1000);
    QCOMPARE(QDir(m_cli->path(QString())).entryList(words("old*")).size(),
             1); // nothing half-written beside it
}

void CliTest::standardOutputThatIsFullIsAnError()
{
    QCOMPARE(m_cli->run(words("sync S responses")).exitCode, 0);
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("GAUGEDESK_DATA_DIR"), m_cli->dataFolder());
    shell.setProcessEnvironment(environment);
    shell.start(QStringLiteral("sh"),
                {QStringLiteral("-c"), QStringLiteral("exec \"$0\" query S responses > /dev/full"),
                 QStringLiteral(CLI_PROGRAM)});
    const Run run = Cli::finish(shell);
    QCOMPARE(run.exitCode, 1);
    QVERIFY(run.err.contains("standard output"));
}

QTEST_GUILESS_MAIN(CliTest)
#include "tst_cli.moc"
