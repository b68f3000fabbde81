// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/personjobs.h"

#include "lake/sharedlake.h"
#include "support/testcase.h"
#include "upload/file/csvreader.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace gauge;
using lake::PersonKey;

namespace {

constexpr auto person = "jan@example.com";

PersonKey key()
{
    return PersonKey::make(PersonKey::Kind::Email, QLatin1String(person)).value_or(PersonKey());
}

//! A database of another program that names the person, with its write-ahead log switched on.
void makeForeign(const QString &path)
{
    {
        auto database = QSqlDatabase::addDatabase("QSQLITE", "foreign");
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QSqlQuery query(database);
        for (const char *sql : {"PRAGMA journal_mode=WAL", "CREATE TABLE letters(to_whom)",
                                "INSERT INTO letters VALUES('jan@example.com')"})
            QVERIFY(query.exec(QLatin1String(sql)));
        query.clear();
        database.close();
    }
    QSqlDatabase::removeDatabase("foreign");
}

void write(const QString &path, const QByteArray &content)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
}

} // namespace

//! Lakes and other files of a data folder, whose lakes this process has open.
class KeptLakesTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void lakesInUseKeepTheirLocks();
    void namingFilesKeepsLocks();
    void aPersonIsLookedForWhileItIsInUse();
    void aLakeIsNoFileToUpload();
    void foreignFilesStayAsTheyAre();

private:
    //! The folder of \a shared as a data folder: its lake has the place of the connection's own.
    static service::Connection connectionOf(test::SharedLake &shared)
    {
        service::Connection connection;
        connection.id = QStringLiteral("sample"); // the fixture's file is sample.lake
        connection.lake = shared.lake.path();
        return connection;
    }
};

void KeptLakesTest::lakesInUseKeepTheirLocks()
{
    // In the folder where connections have their lakes.
    test::SharedLake shared(QStringLiteral("lakes/sample.sqlite"));
    const service::Connection connection = connectionOf(shared);
    const QStringList locks = shared.locks();
    QVERIFY(locks.size() >= 2);
    const QString folder = shared.lake.folder.path();
    // Not yet merged into its file: the mark is in the log alone.
    const auto kept = engine::keptLakes(folder, connection, {});
    QCOMPARE(kept.size(), std::size_t(1));
    QCOMPARE(kept.front().text(), shared.path());
    QCOMPARE(engine::keptLakes(folder, connection, shared.path()).size(), std::size_t(1));
    QCOMPARE(shared.locks(), locks);
    shared.verifyUndisturbed();
}

void KeptLakesTest::namingFilesKeepsLocks()
{
    test::SharedLake shared(QStringLiteral("somewhere/else.db"));
    VERIFY_OK(shared.first->acquireLease("responses"));
    shared.lake.store(*shared.first,
                      shared.lake.page().record({{"number_customergauge", 1}, {"email", person}}));
    shared.first->releaseLease("responses");
    shared.write(*shared.second);
    const QString folder = shared.lake.folder.path();
    const QString view = folder + "/views/hers.json";
    write(view, "{\"where\":\"email = JAN@example.com\"}");
    write(folder + "/views/his.json", "{\"where\":\"email = piet@example.com\"}");
    write(folder + "/empty", {});
    const QStringList locks = shared.locks();
    QVERIFY(locks.size() >= 2);
    QCOMPARE(engine::filesNaming(folder, key()), QStringList{view});
    QCOMPARE(shared.locks(), locks);
    shared.verifyUndisturbed();
}

void KeptLakesTest::aPersonIsLookedForWhileItIsInUse()
{
    test::SharedLake shared(QStringLiteral("lakes/sample.sqlite"));
    VERIFY_OK(shared.first->acquireLease("responses"));
    shared.lake.store(*shared.first,
                      shared.lake.page().record({{"number_customergauge", 1}, {"email", person}}));
    shared.first->releaseLease("responses");
    shared.write(*shared.second);
    const QStringList locks = shared.locks();
    const engine::PersonContext context{shared.lake.folder.path(), connectionOf(shared), shared.path(), false,
                                        shared.lake.catalog,       shared.lake.clock,    key()};
    const auto silent = [](qint64, qint64) {};
    const auto found = engine::findPerson(context, {}, silent);
    VERIFY_OK(found);
    QCOMPARE(found->total().records, 1);
    QCOMPARE(shared.locks(), locks);
    const auto erased = engine::erasePerson(context, lake::Mentions::Kept, {}, silent);
    VERIFY_OK(erased);
    QVERIFY(erased->isComplete());
    QCOMPARE(shared.locks(), locks);
    shared.verifyUndisturbed();
}

void KeptLakesTest::aLakeIsNoFileToUpload()
{
    test::SharedLake shared;
    const QStringList locks = shared.locks();
    for (const char *ending : {"", "-wal", "-shm"}) {
        const QString path = shared.path() + QLatin1String(ending);
        VERIFY_FAILS(upload::detectDialect(path), ErrorKind::Input);
        VERIFY_FAILS(upload::previewCsv(path, {}, 10), ErrorKind::Input);
    }
    QCOMPARE(shared.locks(), locks);
    shared.verifyUndisturbed();
}

void KeptLakesTest::foreignFilesStayAsTheyAre()
{
    const QTemporaryDir folder;
    service::Connection connection;
    connection.id = QStringLiteral("one");
    const QString lakes = folder.filePath("lakes/");
    write(lakes + "one.txt", "SQLite format 3 is what jan@example.com uses");
    write(lakes + "one.sqlite-wal", "SQLite format 3");
    makeForeign(lakes + "one recipes.sqlite");
    const QStringList names = QDir(lakes).entryList(QDir::Files);
    const QByteArray foreign = contentOf(lakes + "one recipes.sqlite");
    QVERIFY(engine::keptLakes(folder.path(), connection, {}).empty());
    // Another program's database is not read past SQLite: it may be in use.
    QCOMPARE(engine::filesNaming(folder.path(), key()), QStringList{lakes + "one.txt"});
    QCOMPARE(QDir(lakes).entryList(QDir::Files), names);
    QCOMPARE(contentOf(lakes + "one recipes.sqlite"), foreign);
}

QTEST_GUILESS_MAIN(KeptLakesTest)
#include "tst_keptlakes.moc"
