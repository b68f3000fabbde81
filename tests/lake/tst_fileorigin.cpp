// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/maintenance/maintenance.h"
#include "lake/sqlite/lakefiles.h"
#include "lakefixture.h"
#include "support/testcase.h"

#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QtEndian>

using namespace gauge;

//! Lakes that somebody prepared, each beside a harmless one.
class FileOriginTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void aJournalDeletesNoOtherFile();
    void aLinkToTheLakeHidesNoJournal();
    void anOrdinaryJournalIsNoneOfOurBusiness();
    void schemasAreOurs_data();
    void schemasAreOurs();
    void aTriggerThatCameLaterHasNoEffect();
    void importsTakeTheRowsAlone();
    void importsOfAPlainLakeAreWhole();
    void importsChangeNothingElse_data();
    void importsChangeNothingElse();

private:
    [[nodiscard]] static Result<lake::ImportReport> import(const test::LakeFixture &lake,
                                                           std::stop_token stop = {})
    {
        return lake::importLake(lake.path(), lake.folder.filePath(QStringLiteral("new.sqlite")), lake.catalog,
                                lake.clock, std::move(stop), [](qint64, qint64) {});
    }
    [[nodiscard]] static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
    }
    static void fill(test::LakeFixture &lake)
    {
        const auto writer = lake.writer();
        lake.store(*writer, lake.page().record({{"number_customergauge", 1}, {"account_name", "Acme"}}));
    }
    //! What SQLite alone makes of it, without GaugeDesk.
    static bool runs(const QString &path, const QString &sql)
    {
        bool done = false;
        {
            auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("stranger"));
            database.setDatabaseName(path);
            done = database.open() && QSqlQuery(database).exec(sql);
            database.close();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("stranger"));
        return done;
    }
    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    //! A journal that has nothing to undo, and ends with the name of \a victim.
    static QByteArray journalNaming(const QString &victim)
    {
        const QByteArray name = victim.toUtf8();
        quint32 sum = 0;
        for (const char c : name)
            sum += quint32(c);
        const auto number = [](quint32 value) {
            QByteArray bytes(4, '\0');
            qToBigEndian(value, bytes.data());
            return bytes;
        };
        return QByteArray(1024, 'x') + number(1) + name + number(quint32(name.size())) + number(sum)
            + QByteArray("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);
    }
};

void FileOriginTest::aJournalDeletesNoOtherFile()
{
    test::LakeFixture lake;
    fill(lake);
    const QString victim = lake.folder.filePath(QStringLiteral("thesis.txt"));
    write(victim, "chapter one");
    // The journal is a real danger: SQLite alone deletes the file.
    const QString copy = lake.folder.filePath(QStringLiteral("copy.sqlite"));
    QVERIFY(QFile::copy(lake.path(), copy));
    QVERIFY(runs(copy, QStringLiteral("PRAGMA journal_mode=DELETE")));
    write(copy + QStringLiteral("-journal"), journalNaming(victim));
    QVERIFY(runs(copy, QStringLiteral("SELECT count(*) FROM responses")));
    QVERIFY(!QFile::exists(victim));

    write(victim, "chapter one");
    write(lake.path() + QStringLiteral("-journal"), journalNaming(victim));
    VERIFY_FAILS(lake::LakeReader::open(lake.path(), lake.catalog), ErrorKind::Storage);
    VERIFY_FAILS(lake::LakeWriter::open(lake.path(), lake.catalog, lake.clock), ErrorKind::Storage);
    QVERIFY(QFile::exists(victim));
    // Without it the lake is as it was.
    QVERIFY(QFile::remove(lake.path() + QStringLiteral("-journal")));
    QCOMPARE(*lake.reader()->count("responses", {}), 1);
}

void FileOriginTest::aLinkToTheLakeHidesNoJournal()
{
    test::LakeFixture lake;
    fill(lake);
    const QString victim = lake.folder.filePath(QStringLiteral("thesis.txt"));
    write(victim, "chapter one");
    write(lake.path() + QStringLiteral("-journal"), journalNaming(victim));
    const QString link = lake.folder.filePath(QStringLiteral("link.sqlite"));
    QVERIFY(QFile::link(lake.path(), link));
    VERIFY_FAILS(lake::LakeReader::open(link, lake.catalog), ErrorKind::Storage);
    QVERIFY(QFile::exists(victim));
}

void FileOriginTest::anOrdinaryJournalIsNoneOfOurBusiness()
{
    test::LakeFixture lake;
    fill(lake);
    for (const QByteArray &content : {QByteArray(), QByteArray("short"), QByteArray(4096, '\0')}) {
        write(lake.path() + QStringLiteral("-journal"), content);
        VERIFY_OK(lake::checkJournal(lake.path()));
    }
    QVERIFY(QFile::remove(lake.path() + QStringLiteral("-journal")));
    VERIFY_OK(lake::checkJournal(lake.path()));
}

void FileOriginTest::schemasAreOurs_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("named"); // empty: the lake is opened
    const auto row
        = [](const char *name, const char *sql, const char *named) { QTest::newRow(name) << sql << named; };
    row("a trigger", "CREATE TRIGGER emptied AFTER INSERT ON responses BEGIN DELETE FROM responses; END",
        "emptied");
    row("a view", "CREATE VIEW looked AS SELECT * FROM responses", "looked");
    row("a generated column",
        "ALTER TABLE responses ADD COLUMN made TEXT GENERATED ALWAYS AS (email) VIRTUAL", "made");
    row("a virtual table", "CREATE VIRTUAL TABLE other USING fts5(x)", "other");
    row("one that is called like an index of ours",
        "CREATE VIRTUAL TABLE other_search USING fts5(x, content='lake_feeds')", "other_search");
    row("a person's own table", "CREATE TABLE notes(text TEXT)", "");
    row("a person's own index", "CREATE INDEX by_name ON responses(account_name)", "");
}

void FileOriginTest::schemasAreOurs()
{
    QFETCH(const QString, sql);
    QFETCH(const QString, named);
    test::LakeFixture lake;
    fill(lake);
    QVERIFY(runs(lake.path(), sql));
    const auto reader = lake::LakeReader::open(lake.path(), lake.catalog);
    const auto writer = lake::LakeWriter::open(lake.path(), lake.catalog, lake.clock);
    if (named.isEmpty()) {
        VERIFY_OK(reader);
        VERIFY_OK(writer);
        return;
    }
    VERIFY_FAILS(reader, ErrorKind::Storage);
    VERIFY_FAILS(writer, ErrorKind::Storage);
    QVERIFY2(reader.error().text.contains(named), qPrintable(reader.error().text));
}

void FileOriginTest::aTriggerThatCameLaterHasNoEffect()
{
    test::LakeFixture lake;
    fill(lake);
    const auto writer = lake.writer();
    QVERIFY(runs(lake.path(),
                 QStringLiteral("CREATE TRIGGER emptied AFTER INSERT ON responses BEGIN DELETE "
                                "FROM responses; END")));
    lake.store(*writer, lake.page().record({{"number_customergauge", 2}}));
    QVERIFY(runs(lake.path(), QStringLiteral("DROP TRIGGER emptied")));
    QCOMPARE(*lake.reader()->count("responses", {}), 2);
}

void FileOriginTest::importsTakeTheRowsAlone()
{
    test::LakeFixture lake;
    fill(lake);
    for (const char *sql :
         {"CREATE TRIGGER emptied AFTER INSERT ON responses BEGIN DELETE FROM responses; END",
          "CREATE VIEW looked AS SELECT * FROM responses", "CREATE TABLE notes(text TEXT)",
          "CREATE INDEX by_name ON responses(account_name)", "CREATE VIRTUAL TABLE other USING fts5(x)"})
        QVERIFY2(runs(lake.path(), QLatin1String(sql)), sql);
    VERIFY_FAILS(lake::LakeReader::open(lake.path(), lake.catalog), ErrorKind::Storage);
    const QByteArray before = content(lake.path());
    const auto report = import(lake);
    VERIFY_OK(report);
    QCOMPARE(content(lake.path()), before);
    for (const char *left : {"trigger emptied", "view looked", "table notes", "index by_name", "table other"})
        QVERIFY2(report->leftOut.contains(QLatin1String(left)), left);
    QCOMPARE(report->bytes, QFileInfo(report->output).size());
    const auto reader = lake::LakeReader::open(report->output, lake.catalog);
    VERIFY_OK(reader);
    query::Query search;
    search.search = QStringLiteral("acme");
    QCOMPARE(*(*reader)->count("responses", search), 1);
    VERIFY_OK(lake::LakeWriter::open(report->output, lake.catalog, lake.clock));
}

void FileOriginTest::importsOfAPlainLakeAreWhole()
{
    test::LakeFixture lake;
    fill(lake);
    const auto report = import(lake);
    VERIFY_OK(report);
    QCOMPARE(report->leftOut, QStringList());
    QCOMPARE(QFileInfo(report->output).permissions() & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
    const auto checked
        = lake::check(report->output, lake.catalog, lake::Depth::Full, {}, [](qint64, qint64) {});
    VERIFY_OK(checked);
    // Records of a lake whose syncs nobody wrote down, as here, are a finding of the source too.
    const auto source = lake::check(lake.path(), lake.catalog, lake::Depth::Full, {}, [](qint64, qint64) {});
    VERIFY_OK(source);
    QVERIFY(checked->findings == source->findings);
    QCOMPARE(checked->records, 1);
    VERIFY_FAILS(import(lake), ErrorKind::Input); // it is there already
}

void FileOriginTest::importsChangeNothingElse_data()
{
    QTest::addColumn<QString>("sql");
    const auto row = [](const char *name, const char *sql) { QTest::newRow(name) << sql; };
    row("a generated column",
        "ALTER TABLE responses ADD COLUMN made TEXT GENERATED ALWAYS AS (email) VIRTUAL");
    row("no lake", "PRAGMA application_id=0");
    row("a newer layout", "PRAGMA user_version=1000");
    row("without its feeds", "DROP TABLE lake_feeds");
    row("a row of another layout", "UPDATE lake_feeds SET records_table='lake_syncs'");
}

void FileOriginTest::importsChangeNothingElse()
{
    QFETCH(const QString, sql);
    test::LakeFixture lake;
    fill(lake);
    QVERIFY(runs(lake.path(), sql));
    const QByteArray before = content(lake.path());
    // A reader may leave the empty log of a lake beside it.
    const auto files = [&] {
        return QDir(lake.folder.path())
            .entryList(QDir::Files | QDir::Hidden)
            .filter(QRegularExpression(QStringLiteral("^(?!sample\\.lake-(wal|shm)$)")));
    };
    const QStringList there = files();
    VERIFY_FAILS(import(lake), ErrorKind::Storage);
    QCOMPARE(content(lake.path()), before);
    QCOMPARE(files(), there);
}

QTEST_GUILESS_MAIN(FileOriginTest)
#include "tst_fileorigin.moc"
