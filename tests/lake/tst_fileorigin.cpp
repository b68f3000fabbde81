// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/sqlite/fileorigin.h"
#include "lakefixture.h"
#include "support/testcase.h"

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

private:
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

QTEST_GUILESS_MAIN(FileOriginTest)
#include "tst_fileorigin.moc"
