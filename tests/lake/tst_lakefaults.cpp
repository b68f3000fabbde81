// SPDX-License-Identifier: GPL-3.0-or-later
#include "lakefixture.h"
#include "support/testcase.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <unistd.h>

using namespace gauge;

//! Files that are not as they should be, and processes that end in the middle of their work.
class LakeFaultsTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsNotALakeStaysAsItIs_data();
    void whatIsNotALakeStaysAsItIs();
    void aFolderThatIsNotThere();
    void aReadOnlyFileIsToldApart_data();
    void aReadOnlyFileIsToldApart();
    void aFullDiskKeepsWhatWasStored_data();
    void aFullDiskKeepsWhatWasStored();
    void aKilledWriterLeavesWholePages();
    void aWriterKilledBeforeItsFirstCommit();
    void aLockOfAKilledWriterGoes();
    void aJournalOfAKilledWriterIsUndone();
    void aTruncatedLakeIsDamagedInWords();

private:
    static void pagesAndCheckpointAgree(const QString &path, int atLeast);
    static void makeForeign(const QString &path);
};

void LakeFaultsTest::makeForeign(const QString &path)
{
    {
        auto database = QSqlDatabase::addDatabase("QSQLITE", "foreign");
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec("CREATE TABLE recipes(name)"));
        database.close();
    }
    QSqlDatabase::removeDatabase("foreign");
}

void LakeFaultsTest::whatIsNotALakeStaysAsItIs_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << QByteArray("Dear diary,\n");
    QTest::newRow("one byte") << QByteArray("S");
    QTest::newRow("zeros") << QByteArray(100'000, '\0');
    QTest::newRow("half a header") << QByteArray("SQLite format 3");
    QTest::newRow("another program's SQLite") << QByteArray();
}

void LakeFaultsTest::whatIsNotALakeStaysAsItIs()
{
    QFETCH(const QByteArray, content);
    test::LakeFixture lake;
    QFile file(lake.path());
    if (content.isEmpty()) {
        makeForeign(lake.path());
    } else {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
    }
    const auto permissions
        = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser | QFile::ReadOther;
    QVERIFY(file.setPermissions(permissions));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    file.close();
    const auto written = lake::LakeWriter::open(lake.path(), lake.catalog, lake.clock);
    VERIFY_FAILS(written, ErrorKind::Storage);
    QVERIFY2(written.error().text.contains("is not a local copy"), qPrintable(written.error().text));
    VERIFY_FAILS(lake::LakeReader::open(lake.path(), lake.catalog), ErrorKind::Storage);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), before);
    QCOMPARE(file.permissions(), permissions);
    QCOMPARE(QDir(lake.folder.path()).entryList(QDir::Files), QStringList{"sample.lake"});
}

void LakeFaultsTest::aFolderThatIsNotThere()
{
    test::LakeFixture lake;
    const QString nowhere = lake.folder.filePath("no/such/folder.lake");
    VERIFY_FAILS(lake::LakeWriter::open(nowhere, lake.catalog, lake.clock), ErrorKind::Storage);
    VERIFY_FAILS(lake::LakeReader::open(nowhere, lake.catalog), ErrorKind::NotFound);
    VERIFY_FAILS(lake::LakeWriter::open(lake.folder.path(), lake.catalog, lake.clock), ErrorKind::Storage);
}

void LakeFaultsTest::aReadOnlyFileIsToldApart_data()
{
    QTest::addColumn<int>("fileMode");
    QTest::addColumn<int>("folderMode");
    QTest::newRow("file") << 0x444 << 0x777;
    QTest::newRow("folder") << 0x666 << 0x555;
    QTest::newRow("both") << 0x444 << 0x555;
}

void LakeFaultsTest::aReadOnlyFileIsToldApart()
{
    QFETCH(const int, fileMode);
    QFETCH(const int, folderMode);
    test::LakeFixture lake;
    {
        const auto writer = lake.writer();
        lake.store(*writer, lake.page().record({{"number_customergauge", 1}}));
    }
    QVERIFY(QFile::setPermissions(lake.path(), QFile::Permissions(fileMode)));
    QVERIFY(QFile::setPermissions(lake.folder.path(), QFile::Permissions(folderMode)));
    const QString line = test::Companion({"open-as-nobody", lake.path()}).line();
    QVERIFY(QFile::setPermissions(lake.folder.path(), QFile::Permissions(0x777)));
    QVERIFY(QFile::setPermissions(lake.path(), QFile::Permissions(0x666)));
    QVERIFY2(line.startsWith("storage: ") && line.contains("read-only"), qPrintable(line));
    QCOMPARE(lake.column("number_customergauge"), QStringList{"1"});
}

//! Rows and checkpoint of `lakecompanion pages` go together, and every page is whole.
void LakeFaultsTest::pagesAndCheckpointAgree(const QString &path, int atLeast)
{
    test::LakeFixture lake;
    auto reader = lake::LakeReader::open(path, lake.catalog);
    VERIFY_OK(reader);
    const auto status = (*reader)->status();
    VERIFY_OK(status);
    for (const lake::FeedStatus &feed : *status) {
        if (feed.feed != "responses")
            continue;
        const int stored = feed.checkpoint.cursor.toInt();
        QVERIFY2(stored >= atLeast, qPrintable(QStringLiteral("%1 of %2 pages").arg(stored).arg(atLeast)));
        QCOMPARE(feed.records, stored * 100);
        QCOMPARE((*reader)->columns("responses")->size(),
                 lake.feed("responses").columns.size() + size_t(stored));
        qint64 raws = 0;
        VERIFY_OK((*reader)->forEachRaw("responses", query::Query(), {}, [&](qint64, std::string_view raw) {
            raws += raw.size() == 2000 ? 1 : 0;
            return true;
        }));
        QCOMPARE(raws, feed.records);
    }
}

void LakeFaultsTest::aFullDiskKeepsWhatWasStored_data()
{
    QTest::addColumn<bool>("mounted");
    QTest::newRow("a limit on the size of files") << false;
    if (::geteuid() == 0)
        QTest::newRow("a small file system") << true; // only root may mount one
}

void LakeFaultsTest::aFullDiskKeepsWhatWasStored()
{
    QFETCH(const bool, mounted);
    test::LakeFixture lake;
    const QString folder = lake.folder.path();
    if (mounted)
        QCOMPARE(QProcess::execute("mount", {"-t", "tmpfs", "-o", "size=6m", "tmpfs", folder}), 0);
    int stored = 0;
    QString line;
    {
        test::Companion companion(mounted ? QStringList{"pages", lake.path()}
                                          : QStringList{"limited", lake.path(), "4000000"});
        for (line = companion.line(); line.toInt() > 0; line = companion.line())
            stored = line.toInt();
    }
    pagesAndCheckpointAgree(lake.path(), stored);
    const bool failed = QTest::currentTestFailed();
    if (mounted)
        QCOMPARE(QProcess::execute("umount", {folder}), 0);
    QVERIFY(!failed);
    QVERIFY2(stored > 1, qPrintable(line));
    QVERIFY2(line.startsWith("storage: ") && line.contains(mounted ? "disk is full" : "free space"),
             qPrintable(line));
    if (!mounted) { // with room again, the next one goes on
        test::Companion companion({"pages", lake.path()});
        QCOMPARE(companion.line(), QString::number(stored + 1));
    }
}

void LakeFaultsTest::aKilledWriterLeavesWholePages()
{
    test::LakeFixture lake;
    int last = 0;
    for (int round = 0; round < 6; ++round) {
        test::Companion companion({"pages", lake.path()});
        // It is killed while it writes the page after the one it told of.
        for (int page = 0; page <= round; ++page) {
            const int number = companion.line().toInt();
            QVERIFY2(number > last, qPrintable(QStringLiteral("%1 after %2").arg(number).arg(last)));
            last = number;
        }
        companion.kill();
        pagesAndCheckpointAgree(lake.path(), last);
        if (QTest::currentTestFailed())
            return;
    }
}

void LakeFaultsTest::aWriterKilledBeforeItsFirstCommit()
{
    test::LakeFixture lake;
    {
        auto database = QSqlDatabase::addDatabase("QSQLITE", "begun");
        database.setDatabaseName(lake.path());
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec("PRAGMA journal_mode=WAL")); // the file, and no table yet
        database.close();
    }
    QSqlDatabase::removeDatabase("begun");
    QVERIFY(QFileInfo(lake.path()).size() > 0);
    VERIFY_FAILS(lake::LakeReader::open(lake.path(), lake.catalog), ErrorKind::NotFound);
    const auto writer = lake.writer();
    lake.store(*writer, lake.page().record({{"number_customergauge", 1}}));
}

namespace {

//! Copies a database in the middle of a transaction that has reached the disk: a hot journal, as a
//! kill leaves it before the file has its write-ahead log.
void copyInTheMiddle(const QString &from, const QString &to)
{
    {
        auto database = QSqlDatabase::addDatabase("QSQLITE", "killed");
        database.setDatabaseName(from);
        QVERIFY(database.open());
        QSqlQuery query(database);
        for (const char *sql :
             {"PRAGMA application_id=0x4767446b", "CREATE TABLE half(done)", "PRAGMA cache_size=1", "BEGIN",
              "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<500) "
              "INSERT INTO half SELECT randomblob(1000) FROM n"})
            QVERIFY2(query.exec(QString::fromLatin1(sql)), sql);
        QVERIFY(QFile::copy(from, to));
        QVERIFY(QFile::copy(from + "-journal", to + "-journal"));
        QVERIFY(query.exec("ROLLBACK"));
        query.clear();
        database.close();
    }
    QSqlDatabase::removeDatabase("killed");
}

} // namespace

// Killed between making the lock and writing its number into it: nothing tells who held it.
void LakeFaultsTest::aLockOfAKilledWriterGoes()
{
    const test::LakeFixture lake;
    QFile lock(lake.path() + QStringLiteral(".lock"));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    QVERIFY(lock.setFileTime(QDateTime::currentDateTime().addSecs(-5), QFileDevice::FileModificationTime));
    lock.close();
    VERIFY_OK(lake::LakeWriter::open(lake.path(), lake.catalog, lake.clock));
    QVERIFY(!lock.exists());
}

void LakeFaultsTest::aJournalOfAKilledWriterIsUndone()
{
    test::LakeFixture lake;
    const QString source = lake.folder.filePath("source");
    copyInTheMiddle(source, lake.path());
    QVERIFY(QFileInfo(lake.path()).size() > QFileInfo(source).size());
    // Undone, there is nothing in it yet; and not "read-only", as SQLite puts it.
    VERIFY_FAILS(lake::LakeReader::open(lake.path(), lake.catalog), ErrorKind::NotFound);
    QVERIFY(!QFile::exists(lake.path() + "-journal"));
    QCOMPARE(QFileInfo(lake.path()).size(), QFileInfo(source).size());
}

void LakeFaultsTest::aTruncatedLakeIsDamagedInWords()
{
    test::LakeFixture lake;
    {
        const auto writer = lake.writer();
        test::PageBuilder page = lake.page();
        for (int i = 0; i < 500; ++i)
            page.record({{"number_customergauge", i}}, {}, std::string(2000, 'r'));
        lake.store(*writer, page);
    }
    QFile file(lake.path());
    QVERIFY(file.resize(file.size() / 2));
    auto reader = lake::LakeReader::open(lake.path(), lake.catalog);
    const auto walked = reader ? (*reader)->forEachRaw("responses", query::Query(), {},
                                                       [](qint64, std::string_view) { return true; })
                               : Result<void>(fail(reader.error()));
    VERIFY_FAILS(walked, ErrorKind::Storage);
    QVERIFY2(walked.error().text.contains("damaged"), qPrintable(walked.error().text));
}

QTEST_GUILESS_MAIN(LakeFaultsTest)
#include "tst_lakefaults.moc"
