// SPDX-License-Identifier: GPL-3.0-or-later
#include "filledlake.h"
#include "lake/open/open.h"
#include "lake/sql/connection.h"
#include "lake/sql/errors.h"
#include "lake/write/uploadjournal.h"
#include "support/testcase.h"

using namespace gauge;
using test::begun;
using test::checked;
using test::fill;
using test::ignoreProgress;
using test::stopped;

//! A lake in a file copied and made small again.
class UpkeepTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void noLakeIsNotFound();

    void aBackupIsTheLakeOfOneMoment();
    void aBackupLeavesOtherFilesAlone();
    void aBackupReplacesWhenAskedTo();
    void aCancelledBackupLeavesNothing();
    void aBackupWithoutRoomOrFolderSaysSo();

    void damagedPagesAreFound();
    void compactingGivesRoomBack();
    void compactingIsRefusedWhileASyncRuns();
    void compactingIsRefusedWhileAnUploadRuns();
    void compactingCanBeCancelled();
};

void UpkeepTest::noLakeIsNotFound()
{
    test::LakeFixture lake;
    VERIFY_FAILS(lake::backup(lake.path(), lake.folder.filePath("b"), false, {}, ignoreProgress),
                 ErrorKind::NotFound);
    VERIFY_FAILS(lake::compact(lake.path(), lake.catalog, {}), ErrorKind::NotFound);
    QCOMPARE(QDir(lake.folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
}

void UpkeepTest::aBackupIsTheLakeOfOneMoment()
{
    test::LakeFixture lake;
    fill(lake, 5000);
    const auto writer = begun(lake);
    const QStringList before = lake.column("number_customergauge");
    QCOMPARE(before.size(), 5000);
    // A sync commits a page between any two steps of the copy.
    int number = 10'000;
    qint64 steps = 0;
    qint64 lastDone = 0;
    const auto report = lake::backup(
        lake.path(), lake.folder.filePath("copy.lake"), false, {}, [&](qint64 done, qint64 total) {
            ++steps;
            QVERIFY(done > lastDone && done <= total); // never anew
            lastDone = done;
            lake.store(*writer, lake.page().record({{"number_customergauge", ++number}}));
        });
    VERIFY_OK(report);
    QVERIFY(steps > 1);
    QCOMPARE(lake.column("number_customergauge").size(), 5000 + number - 10'000);

    test::LakeFixture copy;
    QVERIFY(QFile::rename(lake.folder.filePath("copy.lake"), copy.path()));
    QCOMPARE(QFileInfo(copy.path()).size(), report->bytes);
    QCOMPARE(QFile::permissions(copy.path()) & ~(QFile::ReadUser | QFile::WriteUser),
             QFile::ReadOwner | QFile::WriteOwner);
    QCOMPARE(copy.column("number_customergauge"), before);
    const auto sound = checked(copy);
    VERIFY_OK(sound);
    QVERIFY(sound->findings.empty());
    // It is a lake like any other: the next sync goes on in it.
    const auto next = begun(copy);
    copy.store(*next, copy.page().record({{"number_customergauge", 77'777}}));
    QCOMPARE(copy.column("number_customergauge").size(), 5001);
}

void UpkeepTest::aBackupLeavesOtherFilesAlone()
{
    test::LakeFixture lake;
    fill(lake);
    const QString there = lake.folder.filePath("there");
    QFile file(there);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("mine");
    file.close();
    const auto refused = lake::backup(lake.path(), there, false, {}, ignoreProgress);
    VERIFY_FAILS(refused, ErrorKind::Input);
    QVERIFY(refused.error().text.contains("there already"));
    QCOMPARE(QFileInfo(there).size(), 4);
    VERIFY_FAILS(lake::backup(lake.path(), lake.folder.path(), true, {}, ignoreProgress), ErrorKind::Input);
    VERIFY_FAILS(lake::backup(lake.path(), lake.path(), true, {}, ignoreProgress), ErrorKind::Input);
    QCOMPARE(lake.column("number_customergauge").size(), 3);
}

void UpkeepTest::aBackupReplacesWhenAskedTo()
{
    test::LakeFixture lake;
    fill(lake);
    test::LakeFixture other;
    fill(other, 7);
    VERIFY_OK(lake::backup(lake.path(), other.path(), true, {}, ignoreProgress));
    QCOMPARE(other.column("number_customergauge").size(), 3);
    // One whose log waits to be merged would be ruined by it.
    const auto writer = begun(other);
    other.store(*writer, other.page().record({{"number_customergauge", 8}}));
    QVERIFY(QFileInfo(other.path() + "-wal").size() > 0);
    const auto refused = lake::backup(lake.path(), other.path(), true, {}, ignoreProgress);
    VERIFY_FAILS(refused, ErrorKind::Input);
    QVERIFY(refused.error().text.contains("in use"));
    QCOMPARE(other.column("number_customergauge").size(), 4);
    // Nor one whose log is empty, while somebody has it open.
    const auto user = lake::openWriting(other.path());
    VERIFY_OK(user);
    VERIFY_OK((*user)->checkpointWal());
    QCOMPARE(QFileInfo(other.path() + "-wal").size(), 0);
    VERIFY_FAILS(lake::backup(lake.path(), other.path(), true, {}, ignoreProgress), ErrorKind::Input);
    QCOMPARE(other.column("number_customergauge").size(), 4);
}

void UpkeepTest::aCancelledBackupLeavesNothing()
{
    test::LakeFixture lake;
    fill(lake, 5000);
    QTemporaryDir target;
    const QString output = target.filePath("copy.lake");
    VERIFY_FAILS(lake::backup(lake.path(), output, false, stopped(), ignoreProgress), ErrorKind::Cancelled);
    QCOMPARE(QDir(target.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
    std::stop_source stop;
    VERIFY_FAILS(lake::backup(lake.path(), output, false, stop.get_token(),
                              [&](qint64 done, qint64 total) {
                                  if (done < total)
                                      stop.request_stop();
                              }),
                 ErrorKind::Cancelled);
    QCOMPARE(QDir(target.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
}

void UpkeepTest::aBackupWithoutRoomOrFolderSaysSo()
{
    test::LakeFixture lake;
    fill(lake);
    const auto nowhere
        = lake::backup(lake.path(), lake.folder.filePath("no/such/copy"), false, {}, ignoreProgress);
    VERIFY_FAILS(nowhere, ErrorKind::Storage);
    const auto room = lake::roomFor(std::numeric_limits<qint64>::max(), lake.folder.path());
    VERIFY_FAILS(room, ErrorKind::Storage);
    QVERIFY(room.error().text.contains("free space"));
    QVERIFY(room.error().text.contains(QDir::toNativeSeparators(lake.folder.path())));
    VERIFY_OK(lake::roomFor(1, lake.folder.path()));
}

void UpkeepTest::damagedPagesAreFound()
{
    test::LakeFixture lake;
    fill(lake, 5000);
    QFile file(lake.path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.size() > 40 * 16384);
    // Zeros from the middle of the file on, a little of each page.
    for (qint64 at = file.size() / 2; at < file.size(); at += 16384) {
        QVERIFY(file.seek(at));
        file.write(QByteArray(200, '\0'));
    }
    file.close();
    for (const auto depth : {lake::Depth::Quick, lake::Depth::Full}) {
        const auto report = checked(lake, depth);
        VERIFY_OK(report);
        QVERIFY(!report->findings.empty());
        QCOMPARE(report->findings.front().check, "file");
    }
}

void UpkeepTest::compactingGivesRoomBack()
{
    test::LakeFixture lake;
    fill(lake, 5000);
    {
        // Most of them leave for the feed that supersedes theirs.
        const auto writer = begun(lake);
        auto silent = lake.page("non-responses");
        auto answered = lake.page();
        for (int i = 10'000; i < 15'000; ++i) {
            silent.record({{"number_customergauge", i}});
            answered.record({{"number_customergauge", i}});
        }
        lake.store(*writer, silent, "non-responses");
        lake.store(*writer, answered);
    }
    const QStringList after = lake.column("nps");
    const auto report = lake::compact(lake.path(), lake.catalog, {});
    VERIFY_OK(report);
    QVERIFY2(report->after < report->before,
             qPrintable(QString::number(report->before) + ' ' + QString::number(report->after)));
    QCOMPARE(report->after, QFileInfo(lake.path()).size());
    QCOMPARE(lake.column("nps"), after);
    QVERIFY(checked(lake)->findings.empty());
    lake.store(*begun(lake), lake.page().record({{"number_customergauge", 99'999}}));
}

void UpkeepTest::compactingIsRefusedWhileASyncRuns()
{
    test::LakeFixture lake;
    fill(lake);
    test::Companion other({"hold", lake.path(), "responses"});
    QCOMPARE(other.line(), "held");
    const auto refused = lake::compact(lake.path(), lake.catalog, {});
    VERIFY_FAILS(refused, ErrorKind::Busy);
    other.kill();
    VERIFY_OK(lake::compact(lake.path(), lake.catalog, {}));
    // And it lets go again.
    const auto writer = begun(lake);
}

void UpkeepTest::compactingIsRefusedWhileAnUploadRuns()
{
    test::LakeFixture lake;
    fill(lake);
    auto journal = lake::UploadJournal::open(lake.path(), lake.catalog, std::make_shared<SystemClock>());
    VERIFY_OK(journal);
    lake::UploadEntry about;
    about.connection = "ACME";
    about.counts.notSent = 1;
    VERIFY_OK((*journal)->begin(about));
    const auto refused = lake::compact(lake.path(), lake.catalog, {});
    VERIFY_FAILS(refused, ErrorKind::Busy);
    QVERIFY2(refused.error().text.contains(QString::number(QCoreApplication::applicationPid())),
             qPrintable(refused.error().text));
    VERIFY_OK((*journal)->finish("stopped"));
    VERIFY_OK(lake::compact(lake.path(), lake.catalog, {}));
}

void UpkeepTest::compactingCanBeCancelled()
{
    test::LakeFixture lake;
    fill(lake);
    VERIFY_FAILS(lake::compact(lake.path(), lake.catalog, stopped()), ErrorKind::Cancelled);
    QCOMPARE(lake.column("number_customergauge").size(), 3);
    const auto writer = begun(lake); // lets go of the feeds
}

QTEST_GUILESS_MAIN(UpkeepTest)
#include "tst_upkeep.moc"
