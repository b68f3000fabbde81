// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/open/open.h"
#include "lake/write/uploadjournal.h"

#include "lake/people/person.h"
#include "lake/sql/connection.h"
#include "lake/state/lease.h"
#include "lake/state/schema.h"
#include "lakefixture.h"
#include "support/testcase.h"

using namespace gauge;
using lake::UploadCounts;
using lake::UploadEntry;
using lake::UploadHistory;
using lake::UploadJournal;
using lake::UploadRow;
using State = lake::UploadRowState;

//! What the lake knows of uploads and their rows.
class UploadJournalTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void rowsAddUpAtEveryStep();
    void whatWasOnItsWayIsUnknownAfterACrash();
    void anUploadThatEndedIsDone();
    void theNewestIsFoundByBytes();
    void onlyOneRunMaySendIt();
    void longWritesAndUploadsExcludeEachOther();
    void theHistoryIsSearchedAndCleared();
    void rowsAreReadByState();
    void anEarlierLayoutIsBroughtUpToDate();
    void aJournalWithoutContentsIsReadAndResumed();
    void aChangedFileGivesRowsOtherNumbers();
    void withoutALakeThereIsNoHistory();
    void rowsOfAnotherHandAreLeftOut();
    void aWriteThatFailsChangesNothing();
    void aSignOfLifeIsGivenOnceASecond();

private:
    static UploadEntry about(qint64 rows, const QString &file = "people.csv", const QString &sha = "aa")
    {
        UploadEntry record;
        record.connection = "ACME";
        record.configuration = "activities";
        record.recordType = "activities";
        record.file = file;
        record.sha256 = sha;
        record.bytes = 17;
        record.counts.notSent = rows;
        return record;
    }
    static std::unique_ptr<UploadJournal> open(test::LakeFixture &lake)
    {
        auto journal = UploadJournal::open(lake.location(), lake.catalog, lake.clock);
        if (!journal)
            qFatal("%s %s", qPrintable(journal.error().text), qPrintable(journal.error().detail));
        return std::move(*journal);
    }
    static UploadRow row(test::LakeFixture &lake, qint64 number, State state, const QString &message = {})
    {
        return {number, number + 1, state, message, lake.clock->now()};
    }
    static void write(UploadJournal &journal, const std::vector<UploadRow> &rows)
    {
        VERIFY_OK(journal.write(rows));
    }
    static std::vector<UploadRow> rows(test::LakeFixture &lake, qint64 id, std::optional<State> only = {})
    {
        std::vector<UploadRow> found;
        const auto history = UploadHistory::open(lake.location());
        const auto read = history->forEachRow(id, only, {}, [&](const UploadRow &one) {
            found.push_back(one);
            return true;
        });
        if (!read)
            qFatal("%s", qPrintable(read.error().text));
        return found;
    }
    static std::vector<UploadEntry> uploads(test::LakeFixture &lake, const QString &search = {},
                                            qint64 limit = 100)
    {
        const auto history = UploadHistory::open(lake.location());
        const auto found = history->uploads(limit, search, lake.clock->now());
        if (!found)
            qFatal("%s", qPrintable(found.error().text));
        return *found;
    }
};

void UploadJournalTest::rowsAddUpAtEveryStep()
{
    test::LakeFixture lake;
    const auto journal = open(lake);
    VERIFY_OK(journal->begin(about(5)));
    QCOMPARE(journal->counts(), (UploadCounts{0, 0, 0, 5}));
    write(*journal, {row(lake, 1, State::Sending), row(lake, 2, State::Sending)});
    QCOMPARE(journal->counts(), (UploadCounts{0, 0, 2, 3}));
    write(*journal,
          {row(lake, 1, State::Accepted), row(lake, 2, State::Refused, "no"), row(lake, 3, State::Sending)});
    QCOMPARE(journal->counts(), (UploadCounts{1, 1, 1, 2}));
    QCOMPARE(journal->counts().total(), 5);
    QCOMPARE(journal->state(3), State::Sending);
    // One that never left goes back.
    write(*journal, {row(lake, 3, State::NotSent)});
    QCOMPARE(journal->counts(), (UploadCounts{1, 1, 0, 3}));
    // Others see the same while it runs.
    const auto seen = uploads(lake);
    QCOMPARE(seen.size(), size_t(1));
    QCOMPARE(seen.front().counts, journal->counts());
    QCOMPARE(int(seen.front().state), int(UploadEntry::State::Running));
    QCOMPARE(seen.front().started, lake.clock->now());
    QCOMPARE(rows(lake, journal->id())[1], (UploadRow{2, 3, State::Refused, "no", lake.clock->now()}));
}

void UploadJournalTest::whatWasOnItsWayIsUnknownAfterACrash()
{
    test::LakeFixture lake;
    auto journal = open(lake);
    VERIFY_OK(journal->begin(about(4)));
    write(*journal, {row(lake, 1, State::Accepted), row(lake, 2, State::Sending)});
    journal.reset(); // gives the lease back, as an ended process does
    QCOMPARE(int(uploads(lake).front().state), int(UploadEntry::State::Interrupted));
    QCOMPARE(uploads(lake).front().counts, (UploadCounts{1, 0, 1, 2}));

    journal = open(lake);
    const auto found = journal->newestOfBytes("ACME", "activities", "aa");
    VERIFY_OK(found);
    QVERIFY(found->has_value());
    VERIFY_OK(journal->resume(**found));
    QCOMPARE(journal->state(1), State::Accepted);
    QCOMPARE(journal->state(2), State::Unknown);
    QCOMPARE(journal->state(3), State::NotSent);
    QCOMPARE(journal->counts(), (UploadCounts{1, 0, 1, 2}));
    const auto unknown = rows(lake, journal->id(), State::Unknown);
    QCOMPARE(unknown.size(), size_t(1));
    QCOMPARE(unknown.front().row, 2);
    QVERIFY(!unknown.front().message.isEmpty());
}

void UploadJournalTest::anUploadThatEndedIsDone()
{
    test::LakeFixture lake;
    const auto journal = open(lake);
    VERIFY_OK(journal->begin(about(1)));
    VERIFY_OK(journal->finish("no network"));
    QCOMPARE(int(uploads(lake).front().state), int(UploadEntry::State::Stopped));
    QCOMPARE(uploads(lake).front().error, QString("no network"));
    VERIFY_OK(journal->resume(uploads(lake).front()));
    QCOMPARE(uploads(lake).front().error, QString());
    write(*journal, {row(lake, 1, State::Accepted)});
    VERIFY_OK(journal->finish({}));
    const UploadEntry done = uploads(lake).front();
    QCOMPARE(int(done.state), int(UploadEntry::State::Done));
    QCOMPARE(done.finished, std::optional(lake.clock->now()));
    QCOMPARE(done.counts, (UploadCounts{1, 0, 0, 0}));
}

void UploadJournalTest::theNewestIsFoundByBytes()
{
    test::LakeFixture lake;
    const auto journal = open(lake);
    for (const auto &[file, sha] : {std::pair{"a.csv", "11"}, {"b.csv", "22"}, {"a.csv", "33"}}) {
        VERIFY_OK(journal->begin(about(1, file, sha)));
        VERIFY_OK(journal->finish("stopped"));
    }
    QCOMPARE((*journal->newestOfBytes("ACME", "activities", "11"))->file, QString("a.csv"));
    QVERIFY(!*journal->newestOfBytes("ACME", "accounts", "11"));
    QVERIFY(!*journal->newestOfBytes("Other", "activities", "11"));
    QVERIFY(!*journal->newestOfBytes("ACME", "activities", "44"));
    const auto history = UploadHistory::open(lake.location());
    const auto all = history->uploadsTo("ACME", "activities", lake.clock->now());
    VERIFY_OK(all);
    QStringList found;
    for (const UploadEntry &upload : *all)
        found.append(upload.sha256);
    QCOMPARE(found, (QStringList{"33", "22", "11"}));
    QVERIFY(history->uploadsTo("ACME", "accounts", lake.clock->now())->empty());
}

void UploadJournalTest::onlyOneRunMaySendIt()
{
    test::LakeFixture lake;
    const auto first = open(lake);
    VERIFY_OK(first->begin(about(2)));
    const auto second = open(lake);
    const auto found = second->newestOfBytes("ACME", "activities", "aa");
    VERIFY_OK(found);
    VERIFY_FAILS(second->resume(**found), ErrorKind::Busy);
    VERIFY_FAILS(second->remove((*found)->id), ErrorKind::Busy);
    VERIFY_OK(second->clear()); // leaves what runs
    QCOMPARE(uploads(lake).size(), size_t(1));
    // Another goes on after a silence of more than two minutes, and the first one may write no more.
    lake.clock->advance(std::chrono::minutes(1));
    VERIFY_OK(first->keepAlive());
    lake.clock->advance(std::chrono::minutes(1));
    VERIFY_FAILS(second->resume(**found), ErrorKind::Busy);
    lake.clock->advance(std::chrono::minutes(2));
    VERIFY_OK(second->resume(**found));
    const std::vector<UploadRow> late{row(lake, 1, State::Sending)};
    VERIFY_FAILS(first->write(late), ErrorKind::Busy);
    QCOMPARE(rows(lake, second->id()).size(), size_t(0));
}

void UploadJournalTest::longWritesAndUploadsExcludeEachOther()
{
    test::LakeFixture lake;
    auto opened = UploadJournal::open(lake.location(), lake.catalog, std::make_shared<SystemClock>());
    VERIFY_OK(opened);
    UploadJournal &journal = **opened;
    const auto connection = lake::openWriting(lake.location());
    VERIFY_OK(connection);
    VERIFY_OK(journal.begin(about(2)));
    {
        lake::ExclusiveLease held(**connection);
        const auto refused = held.take(lake.catalog.ids());
        VERIFY_FAILS(refused, ErrorKind::Busy);
        QVERIFY2(refused.error().text.contains(QString::number(QCoreApplication::applicationPid())),
                 qPrintable(refused.error().text));
    }
    VERIFY_FAILS(lake::erasePerson(lake.location(), lake.catalog,
                                   *lake::PersonKey::make(lake::PersonKey::Kind::Email, "jan@example.com"),
                                   lake::Mentions::Kept, {}, [](qint64, qint64) {}),
                 ErrorKind::Busy);
    VERIFY_OK(journal.finish("stopped"));
    const auto stopped = journal.newestOfBytes("ACME", "activities", "aa");
    VERIFY_OK(stopped);
    {
        lake::ExclusiveLease held(**connection);
        VERIFY_OK(held.take(lake.catalog.ids()));
        VERIFY_FAILS(journal.begin(about(2)), ErrorKind::Busy);
        const auto refused = journal.resume(**stopped);
        VERIFY_FAILS(refused, ErrorKind::Busy);
        QVERIFY2(refused.error().text.contains(QString::number(QCoreApplication::applicationPid())),
                 qPrintable(refused.error().text));
        QCOMPARE(uploads(lake).size(), size_t(1)); // none was begun
    }
    VERIFY_OK(journal.resume(**stopped));
}

void UploadJournalTest::theHistoryIsSearchedAndCleared()
{
    test::LakeFixture lake;
    const auto journal = open(lake);
    for (const char *file : {"one.csv", "50%_\\.csv", "Éen.csv"}) {
        VERIFY_OK(journal->begin(about(1, QString::fromUtf8(file))));
        write(*journal, {row(lake, 1, State::Accepted)});
        VERIFY_OK(journal->finish({}));
    }
    QCOMPARE(uploads(lake).front().file, QString("Éen.csv"));
    QCOMPARE(uploads(lake, "%_\\").size(), size_t(1));
    QCOMPARE(uploads(lake, "éEN").size(), size_t(1));
    QCOMPARE(uploads(lake, "acme").size(), size_t(3));
    QCOMPARE(uploads(lake, "nothing").size(), size_t(0));
    QCOMPARE(uploads(lake, {}, 2).size(), size_t(2));
    const qint64 id = uploads(lake, "one").front().id;
    VERIFY_OK(journal->remove(id));
    QCOMPARE(rows(lake, id).size(), size_t(0));
    QCOMPARE(uploads(lake).size(), size_t(2));
    VERIFY_OK(journal->clear());
    QCOMPARE(uploads(lake).size(), size_t(0));
}

void UploadJournalTest::rowsAreReadByState()
{
    test::LakeFixture lake;
    const auto journal = open(lake);
    VERIFY_OK(journal->begin(about(3000)));
    std::vector<UploadRow> all;
    for (qint64 number = 3000; number > 0; --number)
        all.push_back(row(lake, number, number % 3 == 0 ? State::Refused : State::Accepted));
    write(*journal, all);
    const auto refused = rows(lake, journal->id(), State::Refused);
    QCOMPARE(refused.size(), size_t(1000));
    QCOMPARE(refused.front().row, 3);
    QCOMPARE(refused.back().row, 3000);
    int seen = 0;
    const auto history = UploadHistory::open(lake.location());
    VERIFY_OK(history->forEachRow(journal->id(), {}, {}, [&](const UploadRow &) { return ++seen < 7; }));
    QCOMPARE(seen, 7);
}

void UploadJournalTest::anEarlierLayoutIsBroughtUpToDate()
{
    test::LakeFixture lake;
    {
        const auto connection = lake::openWriting(lake.location());
        VERIFY_OK(lake::migrate(**connection, lake::layoutSteps().first(2)));
    }
    QCOMPARE(uploads(lake).size(), size_t(0));
    const auto journal = open(lake);
    VERIFY_OK(journal->begin(about(1)));
    QCOMPARE(uploads(lake).size(), size_t(1));
}

//! What the version before wrote is read, also before anything brings it up to date, and resumed.
void UploadJournalTest::aJournalWithoutContentsIsReadAndResumed()
{
    test::LakeFixture lake;
    {
        const auto connection = lake::openWriting(lake.location());
        VERIFY_OK(lake::migrate(**connection, lake::layoutSteps().first(lake::layoutWithRowContents - 1)));
        VERIFY_OK((*connection)
                      ->run("INSERT INTO lake_uploads VALUES(7,'2026-01-01T00:00:00.000Z',NULL,'ACME',"
                            "'activities','activities','people.csv','aa',9,0,0,0,3,'stopped')"));
        VERIFY_OK((*connection)->run("INSERT INTO lake_upload_rows VALUES(7,1,2,'accepted','','2026')"));
    }
    const UploadEntry before = uploads(lake).front();
    QCOMPARE(before.counts, (UploadCounts{1, 0, 0, 2}));
    QCOMPARE(before.folder + before.host, QString());
    QCOMPARE(rows(lake, 7).size(), size_t(1));
    QCOMPARE(rows(lake, 7).front().content, QString());
    const auto journal = open(lake);
    UploadEntry moved = before;
    moved.folder = "/new/place";
    VERIFY_OK(journal->resume(moved));
    QCOMPARE(journal->state(1), State::Accepted);
    UploadRow sent = row(lake, 2, State::Sending);
    sent.content = "of the row";
    write(*journal, {sent});
    sent.state = State::Accepted;
    sent.content.clear(); // who says what became of it need not know it again
    write(*journal, {sent});
    VERIFY_OK(journal->finish("stopped"));
    QCOMPARE(rows(lake, 7).back().content, QString("of the row"));
    QCOMPARE(uploads(lake).front().folder, QString("/new/place"));
    QVERIFY(!uploads(lake).front().host.isEmpty());
}

void UploadJournalTest::aChangedFileGivesRowsOtherNumbers()
{
    test::LakeFixture lake;
    const auto journal = open(lake);
    VERIFY_OK(journal->begin(about(3)));
    write(*journal,
          {row(lake, 1, State::Accepted), row(lake, 2, State::Refused), row(lake, 3, State::Sending)});
    VERIFY_OK(journal->finish("stopped"));
    const UploadEntry before = uploads(lake).front();
    const UploadEntry now = about(5, "other.csv", "bb");
    // Whoever cannot say which rows they are leaves the upload as it is.
    VERIFY_FAILS(journal->resumeChanged(before.id, now,
                                        [](auto, qint64) -> Result<std::vector<UploadRow>> {
                                            return fail(ErrorKind::Input, "not these");
                                        }),
                 ErrorKind::Input);
    QCOMPARE(uploads(lake).front(), before);
    QCOMPARE(rows(lake, before.id).size(), size_t(3));
    // The first row is gone from the file, the others moved.
    VERIFY_OK(journal->resumeChanged(
        before.id, now, [&](std::vector<UploadRow> rows, qint64 total) -> Result<std::vector<UploadRow>> {
            if (rows.size() != 3 || total != 3 || rows[2].state != State::Unknown)
                return fail(ErrorKind::Protocol, "other rows than were written");
            rows[0].row = -1;
            rows[1].row = 5;
            rows[2].row = 1;
            return rows;
        }));
    QCOMPARE(journal->counts(), (UploadCounts{0, 1, 1, 3}));
    QCOMPARE(journal->state(5), State::Refused);
    VERIFY_OK(journal->finish("stopped"));
    const UploadEntry after = uploads(lake).front();
    QCOMPARE(after.id, before.id);
    QCOMPARE(after.counts, (UploadCounts{0, 1, 1, 3}));
    QCOMPARE(after.file + after.sha256, QString("other.csvbb"));
    QCOMPARE(rows(lake, after.id).size(), size_t(2)); // of the file
    const auto every = UploadHistory::open(lake.location())->rowsOf(after.id);
    VERIFY_OK(every);
    QCOMPARE(every->size(), size_t(3));
    QCOMPARE(every->front().row, -1);
    QCOMPARE(every->front().state, State::Accepted);
}

void UploadJournalTest::withoutALakeThereIsNoHistory()
{
    test::LakeFixture lake;
    QCOMPARE(uploads(lake).size(), size_t(0));
    QCOMPARE(rows(lake, 1).size(), size_t(0));
    const auto history = UploadHistory::open(lake.location());
    const auto found = history->uploadsTo("ACME", "activities", lake.clock->now());
    VERIFY_OK(found);
    QVERIFY(found->empty());
}

// A state that nobody knows is one that had better not be sent again.
void UploadJournalTest::rowsOfAnotherHandAreLeftOut()
{
    test::LakeFixture lake;
    const auto journal = open(lake);
    VERIFY_OK(journal->begin(about(2)));
    const auto id = std::to_string(journal->id());
    VERIFY_OK(journal->finish("stopped"));
    {
        const auto connection = lake::openWriting(lake.location());
        VERIFY_OK((*connection)
                      ->run("INSERT INTO lake_upload_rows(upload, row_number, line, state, message, changed) "
                            "VALUES("
                            + id + ",9,1,'accepted','',''),(" + id + ",-1,1,'accepted','',''),(" + id
                            + ",1,2,'lost','','')"));
    }
    QCOMPARE(uploads(lake).front().counts, (UploadCounts{0, 0, 1, 1}));
    VERIFY_OK(journal->resume(uploads(lake).front()));
    QCOMPARE(journal->counts(), (UploadCounts{0, 0, 1, 1}));
    QCOMPARE(journal->state(1), State::Unknown);
}

void UploadJournalTest::aWriteThatFailsChangesNothing()
{
    test::LakeFixture lake;
    const auto journal = open(lake);
    VERIFY_OK(journal->begin(about(3)));
    write(*journal, {row(lake, 3, State::Refused)});
    {
        const auto connection = lake::openWriting(lake.location());
        VERIFY_OK((*connection)->run("ALTER TABLE lake_upload_rows RENAME TO elsewhere"));
    }
    const std::vector<UploadRow> two{row(lake, 1, State::Sending), row(lake, 1, State::Accepted)};
    VERIFY_FAILS(journal->write(two), ErrorKind::Storage);
    QCOMPARE(journal->counts(), (UploadCounts{0, 1, 0, 2}));
    QCOMPARE(journal->state(1), State::NotSent);
    {
        const auto connection = lake::openWriting(lake.location());
        VERIFY_OK((*connection)->run("ALTER TABLE elsewhere RENAME TO lake_upload_rows"));
    }
    VERIFY_OK(journal->write(two));
    QCOMPARE(journal->counts(), (UploadCounts{1, 1, 0, 1}));
    QCOMPARE(uploads(lake).front().counts, journal->counts());
}

// The lease is looked at in every write, and renewed once a second: it costs as much as the rows.
void UploadJournalTest::aSignOfLifeIsGivenOnceASecond()
{
    test::LakeFixture lake;
    const auto journal = open(lake);
    VERIFY_OK(journal->begin(about(2)));
    const auto heartbeat = [&] {
        const auto connection = lake::openReading(lake.location());
        auto statement = lake::Statement::prepare(**connection, "SELECT heartbeat FROM lake_leases");
        if (!statement || !*statement->step())
            qFatal("there is no lease");
        return statement->string(0);
    };
    const QString begun = heartbeat();
    lake.clock->advance(std::chrono::milliseconds(999));
    write(*journal, {row(lake, 1, State::Sending)});
    QCOMPARE(heartbeat(), begun);
    lake.clock->advance(std::chrono::milliseconds(1));
    write(*journal, {row(lake, 1, State::Accepted)});
    const QString renewed = heartbeat();
    QVERIFY(renewed > begun);
    // A clock that was set back.
    lake.clock->advance(std::chrono::seconds(-30));
    write(*journal, {row(lake, 2, State::Sending)});
    QVERIFY(heartbeat() < renewed);
}

QTEST_GUILESS_MAIN(UploadJournalTest)
#include "tst_uploadjournal.moc"
