// SPDX-License-Identifier: GPL-3.0-or-later
#include "filledlake.h"
#include "lake/open/open.h"
#include "lake/people/person.h"
#include "lake/read/columnindex.h"
#include "lake/read/uploadhistory.h"
#include "lake/sql/connection.h"
#include "lake/sql/statement.h"
#include "lake/sqlite/lakefiles.h"
#include "lake/sqlite/sqliteconnection.h"
#include "lake/write/uploadjournal.h"
#include "sharedlake.h"
#include "support/testcase.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace gauge;
using lake::FileKind;
using test::ignoreProgress;

using Use = std::function<void(test::LakeFixture &)>;
Q_DECLARE_METATYPE(Use)

namespace {

constexpr auto person = "jan@example.com";

const lake::PersonKey &key()
{
    static const auto made = lake::PersonKey::make(lake::PersonKey::Kind::Email, QLatin1String(person));
    return *made;
}

//! A database of another program, with \a mark, in \a mode ("WAL", "DELETE").
void makeDatabase(const QString &path, int mark, const char *mode)
{
    {
        auto database = QSqlDatabase::addDatabase("QSQLITE", "other");
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(QStringLiteral("PRAGMA journal_mode=") + QLatin1String(mode)));
        QVERIFY(query.exec(QStringLiteral("PRAGMA application_id=%1").arg(mark)));
        QVERIFY(query.exec("CREATE TABLE recipes(name)"));
        query.clear();
        database.close();
    }
    QSqlDatabase::removeDatabase("other");
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
}

} // namespace

//! What this process has locked stays locked, whatever it does with the lake.
class LakeLocksTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void locksStay_data();
    void locksStay();
    void filesAreToldApart();
    void aLakeWhoseMarkIsInItsLog();
    void namesBesideADatabase();
    void aLakeIsDeletedWhole();
    void bytesOfTheLogAreCounted();
    void anotherSqliteIsRefused();
};

void LakeLocksTest::locksStay_data()
{
    using test::LakeFixture;
    QTest::addColumn<Use>("use");
    const auto row = [](const char *name, Use use) { QTest::newRow(name) << use; };
    row("opened for writing",
        [](LakeFixture &lake) { VERIFY_OK(lake::LakeWriter::open(lake.path(), lake.catalog, lake.clock)); });
    row("opened for reading", [](LakeFixture &lake) { QCOMPARE(lake.column("nps").size(), 2); });
    row("looked at", [](LakeFixture &lake) {
        QVERIFY(lake::fileKind(lake.path()) != FileKind::NotADatabase);
        QVERIFY(lake::isLake(lake.path()));
    });
    row("refused as a folder", [](LakeFixture &lake) {
        VERIFY_FAILS(lake::LakeReader::open(lake.folder.path(), lake.catalog), ErrorKind::Storage);
    });
    row("mistaken for its log", [](LakeFixture &lake) {
        for (const char *ending : {"-wal", "-shm", "-journal"}) {
            const QString path = lake.path() + QLatin1String(ending);
            QCOMPARE(lake::fileKind(path), FileKind::NotADatabase);
            QVERIFY(!lake::isLake(path));
            VERIFY_FAILS(lake::LakeWriter::open(path, lake.catalog, lake.clock), ErrorKind::Storage);
            QVERIFY(!lake::LakeReader::open(path, lake.catalog));
        }
        QVERIFY(!QFile::exists(lake.path() + "-journal"));
    });
    row("searched for a person", [](LakeFixture &lake) {
        const auto found = lake::findPerson(lake.path(), lake.catalog, key(), {}, ignoreProgress);
        VERIFY_OK(found);
        QCOMPARE(found->total().records, 1);
    });
    row("a person erased and looked for byte by byte", [](LakeFixture &lake) {
        const auto erased
            = lake::erasePerson(lake.path(), lake.catalog, key(), lake::Mentions::Kept, {}, ignoreProgress);
        VERIFY_OK(erased);
        QCOMPARE(erased->total().records, 1);
        QCOMPARE(erased->bytesLeft.value_or(-1), 0);
        QVERIFY(erased->isProven());
    });
    row("checked", [](LakeFixture &lake) { VERIFY_OK(test::checked(lake)); });
    row("backed up", [](LakeFixture &lake) {
        const QString copy = lake.folder.filePath("copy.lake");
        VERIFY_OK(lake::backup(lake.path(), copy, false, {}, ignoreProgress));
        VERIFY_OK(lake::backup(lake.path(), copy, true, {}, ignoreProgress));
        VERIFY_FAILS(lake::backup(lake.path(), lake.path(), true, {}, ignoreProgress), ErrorKind::Input);
    });
    row("compacted", [](LakeFixture &lake) { VERIFY_OK(lake::compact(lake.path(), lake.catalog, {})); });
    row("described", [](LakeFixture &lake) { VERIFY_OK(lake::describe(lake.path(), lake.catalog)); });
    row("its uploads read", [](LakeFixture &lake) { VERIFY_OK(lake::UploadHistory::open(lake.path())); });
    row("its uploads written", [](LakeFixture &lake) {
        VERIFY_OK(lake::UploadJournal::open(lake.path(), lake.catalog, lake.clock));
    });
    row("an index made", [](LakeFixture &lake) {
        auto indexer = lake::ColumnIndexer::open(lake.path(), lake.catalog);
        VERIFY_OK(indexer);
        VERIFY_OK(indexer->ensure("responses", "nps", {}, lake.clock->now(), {1, 1'000, 5}, {}));
    });
}

void LakeLocksTest::locksStay()
{
    QFETCH(const Use, use);
    test::SharedLake shared;
    VERIFY_OK(shared.first->acquireLease("responses"));
    shared.lake.store(
        *shared.first,
        shared.lake.page().record({{"number_customergauge", 1}, {"nps", 9}, {"email", person}}));
    shared.first->releaseLease("responses");
    shared.write(*shared.second); // both have been used, so that both have their locks
    const QStringList locks = shared.locks();
    QVERIFY2(locks.size() >= 2, qPrintable(locks.join(u',')));
    use(shared.lake);
    if (QTest::currentTestFailed())
        return;
    QCOMPARE(shared.locks(), locks);
    shared.verifyUndisturbed();
}

void LakeLocksTest::filesAreToldApart()
{
    const QTemporaryDir folder;
    const auto path = [&](const char *name) { return folder.filePath(QLatin1String(name)); };
    const auto write = [&](const char *name, const QByteArray &content) {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    };
    write("empty", {});
    write("byte", "S");
    write("diary", "Dear diary,\n");
    write("novel", QByteArray(5'000, 'x'));
    write("50% of #1?", "Dear diary,\n");
    makeDatabase(path("foreign"), 42, "DELETE");
    makeDatabase(path("foreign in WAL"), 42, "WAL");
    makeDatabase(path("unmarked"), 0, "WAL");
    makeDatabase(path("lake"), 0x4767446b, "WAL");
    QVERIFY(QDir(folder.path()).mkdir("folder"));
    const QStringList names = QDir(folder.path()).entryList(QDir::Files);
    const std::vector<std::pair<const char *, FileKind>> expected{
        {"nothing", FileKind::Absent},     {"empty", FileKind::Absent},
        {"byte", FileKind::NotADatabase},  {"novel", FileKind::NotADatabase},
        {"diary", FileKind::NotADatabase}, {"50% of #1?", FileKind::NotADatabase},
        {"foreign", FileKind::Foreign},    {"foreign in WAL", FileKind::Foreign},
        {"unmarked", FileKind::Unmarked},  {"lake", FileKind::Lake},
        {"folder", FileKind::Unreadable},
    };
    for (const auto &[name, kind] : expected) {
        const QByteArray before = contentOf(path(name));
        QVERIFY2(lake::fileKind(path(name)) == kind, name);
        QCOMPARE(lake::isLake(path(name)), kind == FileKind::Lake);
        QCOMPARE(contentOf(path(name)), before);
    }
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), names); // no log, no shared memory
}

// A first sync: its mark, its tables and its records are in the log until that is merged.
void LakeLocksTest::aLakeWhoseMarkIsInItsLog()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    const QString copy = lake.folder.filePath("killed.lake");
    // What a kill leaves is a copy of all three; a copy of a file is harmless to no lock but those it has.
    for (const char *ending : {"", "-wal", "-shm"})
        QCOMPARE(QProcess::execute("cp", {lake.path() + ending, copy + ending}), 0);
    QCOMPARE(lake::fileKind(copy), FileKind::Unmarked);
    QVERIFY(lake::isLake(copy));
    QVERIFY(QFile::remove(copy + "-wal"));
    QVERIFY(!lake::isLake(copy));
}

void LakeLocksTest::namesBesideADatabase()
{
    for (const char *name : {"a.sqlite-wal", "a.sqlite-shm", "a.sqlite-journal", "a.sqlite.lock", "-wal"})
        QVERIFY2(lake::isBesideDatabase(QLatin1String(name)), name);
    for (const char *name : {"a.sqlite", "wal", "view.json", "a-wal.json", ""})
        QVERIFY2(!lake::isBesideDatabase(QLatin1String(name)), name);
}

void LakeLocksTest::aLakeIsDeletedWhole()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("a.sqlite");
    for (const char *ending : {"", "-wal", "-shm", "-journal", "-other"}) {
        QFile file(path + QLatin1String(ending));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    VERIFY_OK(lake::deleteLake(path));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{"a.sqlite-other"});
    VERIFY_OK(lake::deleteLake(path)); // nothing is there any more
    QVERIFY(QDir(folder.path()).mkdir("a.sqlite"));
    const auto refused = lake::deleteLake(path);
    VERIFY_FAILS(refused, ErrorKind::Storage);
    QVERIFY(refused.error().text.contains("a.sqlite"));
}

// Those of the file, and those that are in its log alone; each but the first piece begins with the end of the
// one before.
void LakeLocksTest::bytesOfTheLogAreCounted()
{
    test::LakeFixture lake;
    test::fill(lake, 3'000);
    const auto writer = lake.writer();
    lake.store(*writer, lake.page().record({{"number_customergauge", 10'000}, {"email", person}}));
    const auto connection = lake::openReading(lake.path());
    VERIFY_OK(connection);
    VERIFY_OK((*connection)->number("SELECT count(*) FROM responses")); // its log is open from now on
    const QByteArray wanted(person);
    const qsizetype overlap = wanted.size() - 1;
    QList<QByteArray> pieces;
    QVERIFY((*connection)->readFiles(overlap, [&](const QByteArray &piece) { pieces.append(piece); }));
    const qint64 file = QFileInfo(lake.path()).size();
    const qint64 log = QFileInfo(lake.path() + "-wal").size();
    QVERIFY(file > qint64(4) << 20 && log > 0);
    qint64 bytes = pieces.first().size();
    int found = 0;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        found += pieces.at(i).contains(wanted) ? 1 : 0;
        if (i == 0)
            continue;
        const bool isNext = pieces.at(i).startsWith(pieces.at(i - 1).right(overlap));
        bytes += pieces.at(i).size() - (isNext ? overlap : 0);
    }
    QCOMPARE(found, 1);
    QCOMPARE(bytes, file + log);
}

void LakeLocksTest::anotherSqliteIsRefused()
{
    VERIFY_OK(lake::checkSameLibrary("2022-12-28 14:03:47 df5c", "2022-12-28 14:03:47 df5c"));
    const auto other = lake::checkSameLibrary("2021-01-01 00:00:00 aaaa", "2022-12-28 14:03:47 df5c");
    VERIFY_FAILS(other, ErrorKind::Storage);
    QVERIFY(other.error().detail.contains("aaaa") && other.error().detail.contains("df5c"));
    VERIFY_FAILS(lake::checkSameLibrary({}, "2022-12-28 14:03:47 df5c"), ErrorKind::Storage);
}

QTEST_GUILESS_MAIN(LakeLocksTest)
#include "tst_lakelocks.moc"
