// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/open/open.h"
#include "lake/sql/connection.h"
#include "lakefixture.h"
#include "support/testcase.h"

#include <QFileInfo>

using namespace gauge;

//! What a lake in a PostgreSQL database has that others do not: a server, users, a connection that ends.
class PostgresLakeTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void addresses_data();
    void addresses();
    void anAddressNamesTheSchema();
    void theServerIsRestartedBetweenTwoPages();
    void theServerIsRestartedInTheMiddleOfAPage();
    void aServerThatIsAwayIsToldSo();
    void aKilledWriterLeavesWholePages();
    void anotherProgramsSchemaStaysAsItIs();
    void aUserWithoutRightsIsToldSo();
    void aReaderOfTheDatabaseMayRead();
    void aSchemaMadeByTheAdministratorIsEnough_data();
    void aSchemaMadeByTheAdministratorIsEnough();
    void whatIsLackingIsNamed_data();
    void whatIsLackingIsNamed();
    void aTimeLimitIsNamed();
    void aDumpIsALakeElsewhere();
    void newColumnsDoNotWaitForAReader();
    void longNamesAreDistinct();
    void whatPostgresCannotHoldIsReplaced();
    void numbersAreNumbersToSql();
    void aSchemaIsTakenAway();
    void nothingIsCancelledThatEndsATransaction();

private:
    static QString server() { return qEnvironmentVariable("GAUGE_POSTGRES"); }
    static void control(const char *verb)
    {
        QCOMPARE(QProcess::execute(qEnvironmentVariable("GAUGE_POSTGRES_CTL"), {QLatin1String(verb)}), 0);
    }
    //! Runs SQL as the owner of everything.
    static void sql(const QString &text)
    {
        QCOMPARE(QProcess::execute("psql", {"-q", "-v", "ON_ERROR_STOP=1", "-d", server(), "-c", text}), 0);
    }
    //! How often somebody came to the server, requests to cancel included.
    static qsizetype visits()
    {
        const QString folder = QFileInfo(qEnvironmentVariable("GAUGE_POSTGRES_CTL")).absolutePath();
        QFile log(folder + QStringLiteral("/data/server.log"));
        return log.open(QIODevice::ReadOnly) ? log.readAll().count("connection received") : -1;
    }
    static QString schemaOf(const test::LakeFixture &lake) { return lake.location().schema(); }
    static void pagesAndCheckpointAgree(test::LakeFixture &lake, int atLeast);
};

void PostgresLakeTest::addresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("validationError");
    QTest::newRow("plain") << "postgresql://anna@db.example.com:5433/gauge"
                           << "";
    QTest::newRow("socket") << "postgresql:///gauge?host=/run/postgresql"
                            << "";
    QTest::newRow("two servers")
        << "postgresql://a,b/gauge?sslmode=verify-full&target_session_attrs=read-write"
        << "";
    QTest::newRow("schema") << "postgres://anna@db/gauge?schema=acme&sslmode=require"
                            << "";
    QTest::newRow("a password") << "postgresql://anna:word@db/gauge"
                                << "password";
    QTest::newRow("a password behind") << "postgresql://anna@db/gauge?password=word"
                                       << "password";
    QTest::newRow("an escaped password") << "postgresql://anna:%77ord@db/gauge"
                                         << "password";
    QTest::newRow("an unknown option") << "postgresql://anna@db/gauge?nothing=1"
                                       << "address";
    QTest::newRow("no URL") << "postgresql:gauge"
                            << "address";
    QTest::newRow("the server's schema") << "postgresql://db/gauge?schema=pg_catalog"
                                         << "pg_catalog";
    QTest::newRow("a schema that needs quotes") << "postgresql://db/gauge?schema=My%20Lake"
                                                << "My Lake";
}

void PostgresLakeTest::addresses()
{
    QFETCH(const QString, text);
    QFETCH(const QString, validationError);
    const auto parsed = lake::Location::parse(text, "ab-12");
    if (validationError.isEmpty()) {
        VERIFY_OK(parsed);
        QVERIFY(!parsed->isFile());
        return;
    }
    VERIFY_FAILS(parsed, ErrorKind::Input);
    QVERIFY2(parsed.error().text.contains(validationError), qPrintable(parsed.error().text));
    QVERIFY(!parsed.error().text.contains("word@") && !parsed.error().detail.contains("word"));
}

void PostgresLakeTest::anAddressNamesTheSchema()
{
    const auto own = lake::Location::parse("postgresql://db/gauge", "0F-ab-12");
    QCOMPARE(own->schema(), QStringLiteral("gaugedesk_0f_ab_12"));
    QVERIFY(!own->isShared());
    const auto team = lake::Location::parse("postgresql://db/gauge?schema=acme&sslmode=require", "0F");
    QCOMPARE(team->schema(), QStringLiteral("acme"));
    QCOMPARE(team->server(), QStringLiteral("postgresql://db/gauge?sslmode=require"));
    QVERIFY(team->isShared());
    QVERIFY(lake::Location::parse("C:/lakes/x.sqlite", "id")->isFile());
}

//! Rows and checkpoint of `lakecompanion pages` go together, and every page is whole.
void PostgresLakeTest::pagesAndCheckpointAgree(test::LakeFixture &lake, int atLeast)
{
    const auto status = lake.reader()->status();
    VERIFY_OK(status);
    for (const lake::FeedStatus &feed : *status) {
        if (feed.feed != "responses")
            continue;
        const int stored = feed.checkpoint.cursor.toInt();
        QVERIFY2(stored >= atLeast, qPrintable(QStringLiteral("%1 of %2 pages").arg(stored).arg(atLeast)));
        QCOMPARE(feed.records, stored * 100);
        qint64 raws = 0;
        VERIFY_OK(
            lake.reader()->forEachRaw("responses", query::Query(), {}, [&](qint64, std::string_view raw) {
                raws += raw.size() == 2000 ? 1 : 0;
                return true;
            }));
        QCOMPARE(raws, feed.records);
    }
}

void PostgresLakeTest::theServerIsRestartedBetweenTwoPages()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    const auto reader = lake.reader();
    lake.store(*writer, lake.page().record({{"number_customergauge", 1}}, {{"property.A", "a"}}));
    QCOMPARE(*reader->count("responses", {}), 1);
    control("restart");
    // Both connect again by themselves; the lease is still this writer's.
    lake.store(*writer, lake.page().record({{"number_customergauge", 2}}, {{"property.B", "b"}}), "responses",
               "2");
    QCOMPARE(*reader->count("responses", {}), 2);
    QCOMPARE(lake.column("property.B"), (QStringList{"NULL", "b"}));
    QCOMPARE(writer->checkpoint("responses", {})->cursor, QStringLiteral("2"));
}

void PostgresLakeTest::theServerIsRestartedInTheMiddleOfAPage()
{
    test::LakeFixture lake;
    int last = 0;
    for (int round = 0; round < 3; ++round) {
        test::Companion companion({"pages", lake.place()});
        QString line;
        for (int page = 0; page <= round + 2; ++page)
            line = companion.line();
        last = line.toInt();
        QVERIFY2(last > 0, qPrintable(line));
        control("restart"); // it is writing the next page
        for (line = companion.line(); line.toInt() > 0 && line.toInt() < last + 5; line = companion.line()) {}
        // Either it met the restart, in words, or it was between two pages and went on.
        QVERIFY2(line.toInt() > 0 || (line.startsWith("storage: ") && line.contains("database server")),
                 qPrintable(line));
        companion.kill();
        pagesAndCheckpointAgree(lake, last);
        if (QTest::currentTestFailed())
            return;
    }
}

void PostgresLakeTest::aServerThatIsAwayIsToldSo()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    const auto reader = lake.reader();
    control("stop");
    for (const Error &error :
         {reader->count("responses", {}).error(),
          writer->store(lake.feed("responses"), {}, lake.page().page(), lake::Checkpoint{}).error(),
          lake::LakeReader::open(lake.location(), lake.catalog).error()}) {
        QCOMPARE(kindName(error.kind), kindName(ErrorKind::Storage));
        QVERIFY2(error.text.contains("127.0.0.1") && error.text.contains("cannot be reached"),
                 qPrintable(error.text));
    }
    control("start");
    QCOMPARE(*reader->count("responses", {}), 0);
    lake.store(*writer, lake.page().record({{"number_customergauge", 1}}));
    auto elsewhere = lake::Location::parse(server().replace("/postgres", "/no_such"), "x");
    const auto missing = lake::LakeWriter::open(*elsewhere, lake.catalog, lake.clock);
    VERIFY_FAILS(missing, ErrorKind::Storage);
    QVERIFY2(missing.error().text.contains("no such database"), qPrintable(missing.error().text));
}

void PostgresLakeTest::aKilledWriterLeavesWholePages()
{
    test::LakeFixture lake;
    int last = 0;
    for (int round = 0; round < 5; ++round) {
        test::Companion companion({"pages", lake.place()});
        for (int page = 0; page <= round; ++page) {
            const QString line = companion.line();
            QVERIFY2(line.toInt() > last, qPrintable(line));
            last = line.toInt();
        }
        companion.kill();
        pagesAndCheckpointAgree(lake, last);
        if (QTest::currentTestFailed())
            return;
    }
}

void PostgresLakeTest::anotherProgramsSchemaStaysAsItIs()
{
    test::LakeFixture lake;
    sql(QStringLiteral("CREATE SCHEMA %1; CREATE TABLE %1.recipes(name text)").arg(schemaOf(lake)));
    const auto written = lake::LakeWriter::open(lake.location(), lake.catalog, lake.clock);
    VERIFY_FAILS(written, ErrorKind::Storage);
    QVERIFY2(written.error().text.contains("is not a local copy"), qPrintable(written.error().text));
    VERIFY_FAILS(lake::LakeReader::open(lake.location(), lake.catalog), ErrorKind::NotFound);
    sql(QStringLiteral("DROP TABLE %1.recipes; DROP SCHEMA %1")
            .arg(schemaOf(lake))); // with nothing else in it
}

void PostgresLakeTest::aUserWithoutRightsIsToldSo()
{
    test::LakeFixture lake;
    sql("DROP ROLE IF EXISTS guest; CREATE ROLE guest LOGIN; REVOKE CREATE ON DATABASE postgres FROM PUBLIC");
    const QString url = lake.place().replace("gaugedesk@", "guest@");
    const auto written = lake::LakeWriter::open(*lake::Location::parse(url, {}), lake.catalog, lake.clock);
    VERIFY_FAILS(written, ErrorKind::Storage);
    QVERIFY2(written.error().text.contains("permission denied for database"),
             qPrintable(written.error().text));
    const QString nobody = lake.place().replace("gaugedesk@", "nobody@");
    const auto refused = lake::LakeReader::open(*lake::Location::parse(nobody, {}), lake.catalog);
    VERIFY_FAILS(refused, ErrorKind::Storage);
    QVERIFY2(refused.error().text.contains("does not let this user in"), qPrintable(refused.error().text));
}

void PostgresLakeTest::aReaderOfTheDatabaseMayRead()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    lake.store(*writer, lake.page().record({{"number_customergauge", 1}}));
    sql(QStringLiteral(
            "DROP ROLE IF EXISTS watcher; CREATE ROLE watcher LOGIN; GRANT USAGE ON SCHEMA %1 TO watcher; "
            "GRANT SELECT ON ALL TABLES IN SCHEMA %1 TO watcher")
            .arg(schemaOf(lake)));
    const auto location = lake::Location::parse(lake.place().replace("gaugedesk@", "watcher@"), {});
    auto reader = lake::LakeReader::open(*location, lake.catalog);
    VERIFY_OK(reader);
    QCOMPARE(*(*reader)->count("responses", {}), 1);
    const auto written = lake::LakeWriter::open(*location, lake.catalog, lake.clock);
    VERIFY_FAILS(written, ErrorKind::Storage);
    QVERIFY2(written.error().text.contains("does not allow"), qPrintable(written.error().text));
}

void PostgresLakeTest::aSchemaMadeByTheAdministratorIsEnough_data()
{
    QTest::addColumn<QString>("rights");
    QTest::newRow("it is the role's own") << "CREATE SCHEMA %1 AUTHORIZATION tenant";
    QTest::newRow("the role may use it and create in it")
        << "CREATE SCHEMA %1; GRANT USAGE, CREATE ON SCHEMA %1 TO tenant";
}

void PostgresLakeTest::aSchemaMadeByTheAdministratorIsEnough()
{
    QFETCH(const QString, rights);
    test::LakeFixture lake;
    sql("DO $$ BEGIN CREATE ROLE tenant LOGIN; EXCEPTION WHEN duplicate_object THEN END $$; "
        "REVOKE CREATE ON DATABASE postgres FROM PUBLIC; "
        + rights.arg(schemaOf(lake)));
    const auto location = lake::Location::parse(lake.place().replace("gaugedesk@", "tenant@"), {});
    const auto writer = lake::LakeWriter::open(*location, lake.catalog, lake.clock);
    VERIFY_OK(writer);
    VERIFY_OK((*writer)->acquireLease("responses"));
    for (const char *text : {"first", "changed"})
        lake.store(**writer, lake.page().record({{"number_customergauge", 1}}, {{"property.A", text}}));
    const auto reader = lake::LakeReader::open(*location, lake.catalog);
    VERIFY_OK(reader);
    QCOMPARE(*(*reader)->count("responses", {}), 1);
    QCOMPARE(lake.column("property.A"), QStringList{"changed"});
}

void PostgresLakeTest::whatIsLackingIsNamed_data()
{
    QTest::addColumn<QString>("change"); // of a lake that the role may read
    QTest::addColumn<QString>("named");
    QTest::newRow("the schema") << "REVOKE USAGE ON SCHEMA %1 FROM anybody"
                                << "permission denied for schema %1";
    QTest::newRow("a table") << "REVOKE SELECT ON %1.responses FROM anybody"
                             << "permission denied for table responses";
    QTest::newRow("a table that is not there") << "DROP TABLE %1.responses CASCADE"
                                               << "\"responses\" does not exist";
}

void PostgresLakeTest::whatIsLackingIsNamed()
{
    QFETCH(const QString, change);
    QFETCH(const QString, named);
    test::LakeFixture lake;
    lake.store(*lake.writer(), lake.page().record({{"number_customergauge", 1}}));
    sql(QStringLiteral("DROP ROLE IF EXISTS anybody; CREATE ROLE anybody LOGIN; GRANT USAGE ON SCHEMA %1 TO "
                       "anybody; GRANT SELECT ON ALL TABLES IN SCHEMA %1 TO anybody")
            .arg(schemaOf(lake)));
    sql(change.arg(schemaOf(lake)));
    const auto location = lake::Location::parse(lake.place().replace("gaugedesk@", "anybody@"), {});
    const auto reader = lake::LakeReader::open(*location, lake.catalog);
    const auto count = reader ? (*reader)->count("responses", {}) : Result<qint64>(fail(reader.error()));
    sql("DROP OWNED BY anybody; DROP ROLE anybody");
    VERIFY_FAILS(count, ErrorKind::Storage);
    const QString expected = named.contains("%1") ? named.arg(schemaOf(lake)) : named;
    QVERIFY2(count.error().text.contains(expected), qPrintable(count.error().text));
    QVERIFY(!count.error().text.contains("cannot be reached"));
}

void PostgresLakeTest::aTimeLimitIsNamed()
{
    test::LakeFixture lake;
    lake.store(*lake.writer(), lake.page().record({{"number_customergauge", 1}}));
    sql("DROP ROLE IF EXISTS hurried; CREATE ROLE hurried LOGIN SUPERUSER; ALTER ROLE hurried SET "
        "statement_timeout TO "
        "'200ms'");
    const auto location = lake::Location::parse(lake.place().replace("gaugedesk@", "hurried@"), {});
    const auto reader = lake::LakeReader::open(*location, lake.catalog);
    VERIFY_OK(reader);
    const auto holder = lake::openWriting(lake.location());
    VERIFY_OK(holder);
    {
        const auto held = lake::Transaction::begin(**holder, lake::Transaction::Kind::Write);
        VERIFY_OK(held);
        VERIFY_OK((*holder)->run("LOCK TABLE responses IN ACCESS EXCLUSIVE MODE"));
        const auto count = (*reader)->count("responses", {});
        VERIFY_FAILS(count, ErrorKind::Storage);
        QVERIFY2(count.error().text.contains("statement_timeout"), qPrintable(count.error().text));
        QVERIFY(!count.error().text.contains("cannot be reached"));
    }
    QCOMPARE(*(*reader)->count("responses", {}), 1);
}

void PostgresLakeTest::aDumpIsALakeElsewhere()
{
    test::LakeFixture lake;
    {
        const auto writer = lake.writer();
        VERIFY_OK(writer->beginSync("responses", {}, lake::SyncKind::Incremental));
        for (const char *comment : {"Late delivery", "On time"}) {
            lake.store(*writer,
                       lake.page()
                           .record({{"number_customergauge", 1}, {"comment_original", comment}})
                           .record({{"number_customergauge", 2}, {"nps", "n/a"}}, {{"property.A", "a"}}));
        }
        VERIFY_OK(writer->finishSync("responses", 2, {}, {}));
    }
    const QString dump = lake.folder.filePath("dump.sql");
    QCOMPARE(QProcess::execute("pg_dump", {"-d", server(), "-n", schemaOf(lake), "-f", dump}), 0);
    sql("CREATE DATABASE elsewhere");
    const QString other = server().replace("/postgres", "/elsewhere");
    QCOMPARE(QProcess::execute("psql",
                               {"-q", "-v", "ON_ERROR_STOP=1", "-d", other, "-o", "/dev/null", "-f", dump}),
             0);
    const auto location = lake::Location::parse(other + "?schema=" + schemaOf(lake), {});
    auto reader = lake::LakeReader::open(*location, lake.catalog);
    VERIFY_OK(reader);
    const auto before = lake.reader()->rows("responses", std::vector<qint64>{1, 2}, {});
    const auto after = (*reader)->rows("responses", std::vector<qint64>{1, 2}, {});
    VERIFY_OK(after);
    for (size_t i = 0; i < 2; ++i)
        QCOMPARE(after->at(i).display, before->at(i).display);
    QCOMPARE((*reader)->record("responses", 1)->versions.size(), size_t(1));
    query::Query query;
    query.search = "time";
    query.where = {{"comment_original", query::Operator::Contains, {"ON T"}}};
    QCOMPARE(*(*reader)->count("responses", query), 1);
    // And it goes on there: numbers of rows and of syncs follow those that were there.
    const auto writer = lake::LakeWriter::open(*location, lake.catalog, lake.clock);
    VERIFY_OK(writer);
    VERIFY_OK((*writer)->acquireLease("responses"));
    VERIFY_OK((*writer)->beginSync("responses", {}, lake::SyncKind::Incremental));
    lake.store(**writer, lake.page().record({{"number_customergauge", 3}}));
    QCOMPARE((*reader)->rows("responses", std::vector<qint64>{3}, {"number_customergauge"})->front().display,
             QStringList{"3"});
    QCOMPARE((*reader)->history(10, lake.clock->now())->size(), size_t(2));
    VERIFY_OK(lake::LakeWriter::dropSchema(*location));
}

// A reader holds its tables until its transaction ends; ALTER TABLE would wait for it, and all that come
// later for that.
void PostgresLakeTest::newColumnsDoNotWaitForAReader()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    lake.store(*writer,
               lake.page().record({{"number_customergauge", 1}}).record({{"number_customergauge", 2}}));
    const auto reader = lake.reader();
    int visited = 0;
    VERIFY_OK(reader->forEachRow("responses", query::Query(), {}, [&](const catalog::Row &) {
        if (++visited == 1) {
            lake.store(*writer, lake.page().record({{"number_customergauge", 3}}, {{"property.New", "n"}}));
            lake.store(*writer, lake.page().record({{"number_customergauge", 1}}, {{"property.Other", "o"}}));
            if (*lake.reader()->count("responses", {}) != 3)
                return false;
        }
        return true;
    }));
    QCOMPARE(visited, 2);
    QCOMPARE(lake.column("property.New"), (QStringList{"NULL", "NULL", "n"}));
    QCOMPARE(lake.column("property.Other"), (QStringList{"o", "NULL", "NULL"}));
    const auto columns = lake.reader()->columns("responses");
    QCOMPARE(columns->back().part, 2);
    query::Query query;
    query.columns = {"property.Other"};
    QStringList seen;
    VERIFY_OK(lake.reader()->forEachRow("responses", query, {}, [&](const catalog::Row &row) {
        seen.append(QString::fromUtf8(row.cells[0].text.data(), qsizetype(row.cells[0].text.size())));
        return true;
    }));
    QCOMPARE(seen, (QStringList{"o", "", ""}));
}

void PostgresLakeTest::longNamesAreDistinct()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    test::PageBuilder::Values extras;
    const QString beginning = QStringLiteral("question.") + QString(60, QChar(0x416)); // 120 bytes
    for (int i = 0; i < 12; ++i)
        extras.emplace_back(beginning + QString::number(i), i);
    lake.store(*writer, lake.page().record({{"number_customergauge", 1}}, extras));
    for (int i = 0; i < 12; ++i)
        QCOMPARE(lake.column(beginning + QString::number(i)), QStringList{QString::number(i)});
    const auto columns = lake.reader()->columns("responses");
    VERIFY_OK(columns);
    for (const lake::LakeColumn &column : *columns)
        QVERIFY2(column.sqlName.toUtf8().size() <= 63, qPrintable(column.sqlName));
}

void PostgresLakeTest::whatPostgresCannotHoldIsReplaced()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    const std::string raw = std::string("{\"c\":\"a\0b\xff\"}", 12);
    lake.store(*writer,
               lake.page().record({{"number_customergauge", 1},
                                   {"comment_original", std::string("a\0b", 3)},
                                   {"email", "half \xed\xa0\x80 pair"},
                                   {"phone", "tab\tnew\nback\\slash\r\\N"}},
                                  {}, raw));
    QCOMPARE(lake.column("comment_original"), QStringList{QStringLiteral("a\uFFFDb")});
    QVERIFY(lake.column("email").front().startsWith("half \uFFFD"));
    QCOMPARE(lake.column("phone"), QStringList{"tab\tnew\nback\\slash\r\\N"});
    QCOMPARE(lake.reader()->record("responses", 1)->raw, QByteArray::fromStdString(raw));
}

void PostgresLakeTest::numbersAreNumbersToSql()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    lake.store(*writer,
               lake.page()
                   .record({{"number_customergauge", 1}, {"nps", 9}})
                   .record({{"number_customergauge", 2}, {"nps", "n/a"}})
                   .record({{"number_customergauge", 3}, {"nps", "007"}})
                   .record({{"number_customergauge", 4}, {"nps", 8.5}})
                   .record({{"number_customergauge", "12345678901234567890123"}, {"nps", " 3 "}}));
    const auto connection = lake::openReading(lake.location());
    QCOMPARE(*(*connection)->number("SELECT (sum(nps) * 10)::bigint FROM responses"), 275);
    QCOMPARE(*(*connection)->number("SELECT row_id FROM responses WHERE \"nps~text\"='n/a'"), 2);
    QCOMPARE(
        *(*connection)
             ->number("SELECT row_id FROM responses WHERE number_customergauge > 12345678901234567890122"),
        5);
    QCOMPARE(lake.column("nps"), (QStringList{"9", "n/a", "7", "8.5", "3"}));
    QCOMPARE(lake.column("number_customergauge").back(), QStringLiteral("12345678901234567890123"));
}

void PostgresLakeTest::aSchemaIsTakenAway()
{
    test::LakeFixture lake;
    {
        const auto writer = lake.writer();
        lake.store(*writer, lake.page().record({{"number_customergauge", 1}}));
    }
    VERIFY_OK(lake::LakeWriter::dropSchema(lake.location()));
    VERIFY_FAILS(lake::LakeReader::open(lake.location(), lake.catalog), ErrorKind::NotFound);
    VERIFY_OK(lake::LakeWriter::dropSchema(lake.location()));
}

void PostgresLakeTest::nothingIsCancelledThatEndsATransaction()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    lake.store(*writer,
               lake.page().record({{"number_customergauge", 1}}).record({{"number_customergauge", 2}}));
    sql("ALTER SYSTEM SET log_connections TO on");
    sql("SELECT pg_reload_conf()");
    const auto reader = lake.reader();
    QCOMPARE(*reader->count("responses", {}), 2);
    const qsizetype before = visits();
    QVERIFY(before > 0);
    std::stop_source stop;
    const auto stopped
        = reader->forEachRaw("responses", query::Query(), stop.get_token(), [&](qint64, std::string_view) {
              stop.request_stop();
              return true;
          });
    VERIFY_FAILS(stopped, ErrorKind::Cancelled);
    // No statement was running but the one that ends the transaction.
    QCOMPARE(visits(), before);
    QCOMPARE(*reader->count("responses", {}), 2);
    sql("ALTER SYSTEM RESET log_connections");
    sql("SELECT pg_reload_conf()");
}

QTEST_GUILESS_MAIN(PostgresLakeTest)
#include "tst_postgreslake.moc"
