// SPDX-License-Identifier: GPL-3.0-or-later
#include "filledlake.h"
#include "lake/maintenance/relocation.h"
#include "lake/write/uploadjournal.h"
#include "support/testcase.h"

using namespace gauge;
using test::checked;
using test::fill;
using test::ignoreProgress;

//! The place of a lake in a file: looked at, removed, changed.
class RelocationTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void aPlaceIsLookedAt();
    void whatIsNoLakeIsNotRemoved();
    void removingTakesTheLogAlong();
    void aMoveTakesAllAlong();
    void aMoveThatIsGivenUpLeavesTheOldLake();
    void aMoveNeverReplacesAFile();
    void aLogThatWasLeftAtTheTargetIsRefused();
    void aLakeInUseStays();
    void nobodyWritesToTheOldLake();
    void killedOneWholeLakeExists_data();
    void killedOneWholeLakeExists();

private:
    static QDateTime now() { return QDateTime::currentDateTimeUtc(); }
    static QString target(const test::LakeFixture &lake)
    {
        return lake.folder.filePath(QStringLiteral("moved.lake"));
    }
    static Result<std::unique_ptr<lake::LakeMove>> begin(const test::LakeFixture &lake)
    {
        return lake::LakeMove::copy(lake.path(), target(lake), now(), {}, ignoreProgress);
    }
    //! Responses of the lake at \a path; -1: there is none.
    static qint64 recordsAt(const QString &path)
    {
        const auto found = lake::lookAt(path, now(), {});
        constexpr qint64 nonResponses = 1; // fill() stores one beside the responses
        return found && found->exists ? found->records - nonResponses : -1;
    }
    static QStringList files(const test::LakeFixture &lake)
    {
        return QDir(lake.folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
};

void RelocationTest::aPlaceIsLookedAt()
{
    test::LakeFixture lake;
    QCOMPARE(lake::lookAt(lake.path(), now(), {}).value(), lake::PlaceReport());
    QVERIFY(!QFile::exists(lake.path())); // it only looked
    fill(lake, 5);
    const auto found = lake::lookAt(lake.path(), now(), {});
    VERIFY_OK(found);
    QVERIFY(found->exists);
    QCOMPARE(found->records, 6);
    QVERIFY(!found->owner && !found->holder);
    test::Companion holder({"hold", lake.path(), "responses"});
    QCOMPARE(holder.line(), QStringLiteral("held"));
    QCOMPARE(lake::lookAt(lake.path(), now(), {})->holder->processId, holder.id());
    VERIFY_FAILS(lake::lookAt(lake.path(), now(), test::stopped()), ErrorKind::Cancelled);
    VERIFY_FAILS(lake::lookAt(lake.folder.path(), now(), {}), ErrorKind::Storage);
}

void RelocationTest::whatIsNoLakeIsNotRemoved()
{
    test::LakeFixture lake;
    QCOMPARE(lake::removeLake(lake.path()).value(), false);
    QFile file(lake.path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("somebody's own file");
    file.close();
    VERIFY_FAILS(lake::removeLake(lake.path()), ErrorKind::Storage);
    QCOMPARE(QProcess::execute("sqlite3", {lake.path() + "2", "CREATE TABLE mine(x)"}), 0);
    VERIFY_FAILS(lake::removeLake(QString(lake.path() + "2")), ErrorKind::Storage);
    QCOMPARE(files(lake).size(), 2);
}

void RelocationTest::removingTakesTheLogAlong()
{
    test::LakeFixture lake;
    fill(lake, 5);
    const auto reader = lake.reader(); // keeps the log alive
    QVERIFY(QFile::exists(lake.path() + "-wal"));
    QCOMPARE(lake::removeLake(lake.path()).value(), true);
    QCOMPARE(files(lake), QStringList());
}

void RelocationTest::aMoveTakesAllAlong()
{
    test::LakeFixture lake;
    fill(lake, 500);
    {
        const auto move = begin(lake);
        VERIFY_OK(move);
        QCOMPARE(recordsAt(target(lake)), 500);
        QCOMPARE(recordsAt(lake.path()), 500);
        VERIFY_OK((*move)->finish());
    }
    QVERIFY(files(lake).filter(QStringLiteral("sample.lake")).isEmpty()); // with its log
    QCOMPARE(QFile::permissions(target(lake)) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    test::LakeFixture moved;
    QVERIFY(QFile::rename(target(lake), moved.path()));
    const auto sound = checked(moved);
    VERIFY_OK(sound);
    QVERIFY(sound->findings.empty());
    QCOMPARE(moved.column("number_customergauge").size(), 500);
    fill(moved, 501); // the next sync goes on in it
    QCOMPARE(moved.column("number_customergauge").size(), 501);
}

void RelocationTest::aMoveThatIsGivenUpLeavesTheOldLake()
{
    test::LakeFixture lake;
    fill(lake, 5);
    {
        VERIFY_OK(begin(lake));
    }
    QVERIFY(!QFile::exists(target(lake)));
    fill(lake, 6);
    QCOMPARE(recordsAt(lake.path()), 6);
    VERIFY_FAILS(lake::LakeMove::copy(lake.path(), target(lake), now(), test::stopped(), ignoreProgress),
                 ErrorKind::Cancelled);
    QVERIFY(!QFile::exists(target(lake)));
    VERIFY_FAILS(lake::LakeMove::copy(lake.folder.filePath(QStringLiteral("none")), target(lake), now(), {},
                                      ignoreProgress),
                 ErrorKind::NotFound);
}

void RelocationTest::aMoveNeverReplacesAFile()
{
    test::LakeFixture lake;
    fill(lake, 5);
    QFile there(target(lake));
    QVERIFY(there.open(QIODevice::WriteOnly));
    there.write("mine");
    there.close();
    VERIFY_FAILS(begin(lake), ErrorKind::Input);
    QCOMPARE(QFileInfo(target(lake)).size(), 4);
    QCOMPARE(recordsAt(lake.path()), 5);
}

//! SQLite would merge it into the file that comes.
void RelocationTest::aLogThatWasLeftAtTheTargetIsRefused()
{
    test::LakeFixture lake;
    fill(lake, 5);
    for (const char *suffix : {"-wal", "-journal"}) {
        QFile log(target(lake) + QLatin1String(suffix));
        QVERIFY(log.open(QIODevice::WriteOnly));
        log.write("left behind");
        log.close();
        VERIFY_FAILS(begin(lake), ErrorKind::Input);
        VERIFY_FAILS(lake::backup(lake.path(), target(lake), true, {}, ignoreProgress), ErrorKind::Input);
        QVERIFY(!QFile::exists(target(lake)));
        QVERIFY(log.remove());
    }
    QCOMPARE(recordsAt(lake.path()), 5);
}

void RelocationTest::aLakeInUseStays()
{
    test::LakeFixture lake;
    fill(lake, 5);
    {
        test::Companion holder({"hold", lake.path(), "responses"});
        QCOMPARE(holder.line(), QStringLiteral("held"));
        const auto refused = begin(lake);
        VERIFY_FAILS(refused, ErrorKind::Busy);
        QVERIFY(refused.error().text.contains(QString::number(holder.id())));
        QVERIFY(!QFile::exists(target(lake)));
    }
    // An upload holds it as well.
    const auto clock = std::make_shared<SystemClock>();
    {
        const auto journal = lake::UploadJournal::open(lake.path(), lake.catalog, clock);
        VERIFY_OK(journal);
        VERIFY_OK((*journal)->begin({}));
        VERIFY_FAILS(begin(lake), ErrorKind::Busy);
    }
    VERIFY_OK(begin(lake));
}

//! Who had the old lake open before the move can read it, but what it would write were lost.
void RelocationTest::nobodyWritesToTheOldLake()
{
    test::LakeFixture lake;
    fill(lake, 5);
    const lake::System system{
        QStringLiteral("S"), QStringLiteral("id"), {QStringLiteral("host")}, QStringLiteral("client")};
    const auto writer = lake::LakeWriter::open(lake.path(), lake.catalog, lake.clock);
    VERIFY_OK(writer);
    VERIFY_OK((*writer)->bind(system));
    const auto journal = lake::UploadJournal::open(lake.path(), lake.catalog, lake.clock);
    VERIFY_OK(journal);
    VERIFY_OK((*journal)->bind(system));
    const auto move = begin(lake);
    VERIFY_OK(move);
    VERIFY_OK((*move)->finish());
    const auto taken = (*writer)->acquireLease(QStringLiteral("responses"));
    VERIFY_FAILS(taken, ErrorKind::Storage);
    QVERIFY(taken.error().text.contains(QStringLiteral("moved.lake")));
    VERIFY_FAILS((*journal)->begin({}), ErrorKind::Storage);
    QCOMPARE(recordsAt(target(lake)), 5);
}

void RelocationTest::killedOneWholeLakeExists_data()
{
    QTest::addColumn<bool>("isMoved");
    QTest::newRow("copying") << false;
    QTest::newRow("copied") << false;
    QTest::newRow("finished") << true;
}

void RelocationTest::killedOneWholeLakeExists()
{
    QFETCH(const bool, isMoved);
    const QString stage = QString::fromLatin1(QTest::currentDataTag());
    test::LakeFixture lake;
    fill(lake, 5000); // more than one step of the copy
    {
        test::Companion mover({QStringLiteral("move"), lake.path(), target(lake), stage});
        QCOMPARE(mover.line(), stage);
        mover.kill();
    }
    const QString whole = isMoved ? target(lake) : lake.path();
    QCOMPARE(recordsAt(whole), 5000);
    QCOMPARE(QFile::exists(isMoved ? lake.path() : target(lake)), stage == QStringLiteral("copied"));
    if (stage == QStringLiteral("copied"))
        QCOMPARE(recordsAt(target(lake)), 5000);
    if (!isMoved)
        fill(lake, 5001); // nothing keeps it from being used
    QCOMPARE(recordsAt(whole), isMoved ? 5000 : 5001);
}

QTEST_GUILESS_MAIN(RelocationTest)
#include "tst_relocation.moc"
