// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/lakefixture.h"
#include "lake/open/open.h"
#include "lake/people/person.h"
#include "lake/sql/connection.h"
#include "support/testcase.h"
#include "support/waiting.h"
#include "upload/form/singlejournal.h"

#include <QTimer>

using namespace gauge;
using namespace gauge::upload;
using lake::UploadCounts;
using lake::UploadEntry;
using lake::UploadHistory;
using lake::UploadRow;
using lake::UploadRowState;

//! Records that are sent by themselves, in the history of a lake of either engine.
class SingleJournalTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void everyOutcomeIsWrittenDown_data();
    void everyOutcomeIsWrittenDown();
    void killedInBetweenItIsUnknown();
    void whatCannotBeWrittenDownIsNotSent();
    void aWriteThatFailsOnceIsTriedAgain();
    void severalAtOnce();
    void labelsAreShort();
    void aPersonInALabelIsErased();

private:
    static UploadEntry about()
    {
        UploadEntry record;
        record.connection = "ACME";
        record.configuration = "activities";
        record.recordType = "activities";
        return record;
    }
    static SingleJournal::Place place(test::LakeFixture &lake)
    {
        return {lake.location(), lake.catalog, lake.clock};
    }
    static SendOutcome outcome(SendOutcome::State state, const QString &words = {})
    {
        SendOutcome outcome;
        outcome.state = state;
        if (!words.isEmpty())
            outcome.error = Error{ErrorKind::Input, words, {}};
        return outcome;
    }
    static void conclude(SingleJournal &journal, const QString &label, const SendOutcome &outcome)
    {
        auto concluding = [](SingleJournal &one, QString words, SendOutcome told) -> QCoro::Task<bool> {
            co_await one.conclude(words, told);
            co_return true;
        };
        QVERIFY(test::waitFor(concluding(journal, label, outcome)));
    }
    static std::vector<UploadEntry> uploads(test::LakeFixture &lake)
    {
        return *UploadHistory::open(lake.location())->uploads(100, {}, lake.clock->now());
    }
    static UploadRow rowOf(test::LakeFixture &lake, qint64 id)
    {
        UploadRow row;
        const auto read
            = UploadHistory::open(lake.location())->forEachRow(id, {}, {}, [&](const UploadRow &one) {
                  row = one;
                  return true;
              });
        return read ? row : UploadRow();
    }
};

void SingleJournalTest::everyOutcomeIsWrittenDown_data()
{
    QTest::addColumn<int>("outcome");
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("counts");
    QTest::addColumn<int>("state");
    using Upload = UploadEntry::State;
    QTest::newRow("accepted") << int(SendOutcome::State::Accepted) << int(UploadRowState::Accepted)
                              << "1/0/0/0" << int(Upload::Done);
    QTest::newRow("refused") << int(SendOutcome::State::Refused) << int(UploadRowState::Refused) << "0/1/0/0"
                             << int(Upload::Done);
    QTest::newRow("unknown") << int(SendOutcome::State::Unknown) << int(UploadRowState::Unknown) << "0/0/1/0"
                             << int(Upload::Done);
    QTest::newRow("not sent") << int(SendOutcome::State::NotSent) << int(UploadRowState::NotSent) << "0/0/0/1"
                              << int(Upload::Stopped);
}

void SingleJournalTest::everyOutcomeIsWrittenDown()
{
    QFETCH(const int, outcome);
    QFETCH(const int, row);
    QFETCH(const QString, counts);
    QFETCH(const int, state);
    test::LakeFixture lake;
    SingleJournal journal(place(lake));
    VERIFY_OK(test::waitFor(journal.begin(about())));
    // On the disk as sending, before anything leaves.
    QCOMPARE(uploads(lake).size(), std::size_t(1));
    QCOMPARE(int(uploads(lake).front().state), int(UploadEntry::State::Running));
    QCOMPARE(uploads(lake).front().counts, (UploadCounts{0, 0, 1, 0}));
    QCOMPARE(int(rowOf(lake, uploads(lake).front().id).state), int(UploadRowState::Sending));

    conclude(journal, "Reference A-1.", SingleJournalTest::outcome(SendOutcome::State(outcome), "Why."));
    const UploadEntry written = uploads(lake).front();
    QCOMPARE(QStringLiteral("%1/%2/%3/%4")
                 .arg(written.counts.accepted)
                 .arg(written.counts.refused)
                 .arg(written.counts.unknown)
                 .arg(written.counts.notSent),
             counts);
    QCOMPARE(int(written.state), state);
    QCOMPARE(written.file, QString());
    const UploadRow told = rowOf(lake, written.id);
    QCOMPARE(int(told.state), row);
    QCOMPARE(told.message, QString("Reference A-1. Why."));
}

void SingleJournalTest::killedInBetweenItIsUnknown()
{
    test::LakeFixture lake;
    {
        SingleJournal journal(place(lake));
        VERIFY_OK(test::waitFor(journal.begin(about())));
    }
    QCOMPARE(int(uploads(lake).front().state), int(UploadEntry::State::Interrupted));
    QCOMPARE(uploads(lake).front().counts, (UploadCounts{0, 0, 1, 0}));
}

void SingleJournalTest::whatCannotBeWrittenDownIsNotSent()
{
    test::LakeFixture lake;
    const auto nowhere = lake::Location::parse(lake.folder.path() + "/missing/folder/x.lake", {});
    VERIFY_OK(nowhere);
    SingleJournal journal({*nowhere, lake.catalog, lake.clock});
    const auto begun = test::waitFor(journal.begin(about()));
    QVERIFY(!begun);
    QVERIFY2(begun.error().text.startsWith("Nothing was sent, because"), qPrintable(begun.error().text));
}

void SingleJournalTest::aWriteThatFailsOnceIsTriedAgain()
{
    test::LakeFixture lake;
    SingleJournal journal(place(lake));
    VERIFY_OK(test::waitFor(journal.begin(about())));
    const auto other = lake::openWriting(lake.location());
    VERIFY_OK(other);
    const bool isPostgres = test::LakeFixture::isPostgres();
    VERIFY_OK((*other)->run(
        isPostgres ? "ALTER TABLE lake_upload_rows ADD CONSTRAINT broken CHECK (line<0) NOT VALID"
                   : "ALTER TABLE lake_upload_rows RENAME TO lake_upload_rows_away"));
    QTimer mender;
    connect(&mender, &QTimer::timeout, this, [&] {
        if (lake.clock->sleeps.empty())
            return;
        mender.stop();
        VERIFY_OK((*other)->run(isPostgres ? "ALTER TABLE lake_upload_rows DROP CONSTRAINT broken"
                                           : "ALTER TABLE lake_upload_rows_away RENAME TO lake_upload_rows"));
    });
    mender.start(0);
    conclude(journal, "Reference A-1.", outcome(SendOutcome::State::Accepted));
    QVERIFY(!lake.clock->sleeps.empty());
    QCOMPARE(uploads(lake).front().counts, (UploadCounts{1, 0, 0, 0}));
    QCOMPARE(int(uploads(lake).front().state), int(UploadEntry::State::Done));
}

void SingleJournalTest::severalAtOnce()
{
    test::LakeFixture lake;
    SingleJournal first(place(lake));
    SingleJournal second(place(lake));
    VERIFY_OK(test::waitFor(first.begin(about())));
    VERIFY_OK(test::waitFor(second.begin(about())));
    conclude(first, {}, outcome(SendOutcome::State::Accepted));
    conclude(second, {}, outcome(SendOutcome::State::Accepted));
    QCOMPARE(uploads(lake).size(), std::size_t(2));
    for (const UploadEntry &upload : uploads(lake))
        QCOMPARE(upload.counts, (UploadCounts{1, 0, 0, 0}));
}

void SingleJournalTest::labelsAreShort()
{
    QCOMPARE(labelOf(FormRecord{{"Reference", "A-1"}, {"Email", "a@example.com"}}),
             QString("Reference A-1."));
    QCOMPARE(labelOf(FormRecord{{"Email", "a@example.com"}}), QString());
    QVERIFY(labelOf(FormRecord{{"Reference", QString(1'000'000, QLatin1Char('x'))}}).size() < 200);
    SendOutcome accepted;
    QCOMPARE(labelOf(accepted), QString());
    accepted.number = "3414";
    QCOMPARE(labelOf(accepted), QString("Record 3414 of CustomerGauge."));
}

void SingleJournalTest::aPersonInALabelIsErased()
{
    test::LakeFixture lake;
    SingleJournal journal(place(lake));
    VERIFY_OK(test::waitFor(journal.begin(about())));
    conclude(journal, labelOf(FormRecord{{"Reference", "ada@example.com"}}),
             outcome(SendOutcome::State::Accepted));
    const auto key = lake::PersonKey::make(lake::PersonKey::Kind::Email, "ada@example.com");
    VERIFY_OK(key);
    const auto erased = lake::erasePerson(lake.location(), lake.catalog, *key, lake::Mentions::Kept, {},
                                          [](qint64, qint64) {});
    VERIFY_OK(erased);
    QCOMPARE(rowOf(lake, uploads(lake).front().id).message, QString());
    QCOMPARE(uploads(lake).front().counts, (UploadCounts{1, 0, 0, 0}));
}

QTEST_GUILESS_MAIN(SingleJournalTest)
#include "tst_singlejournal.moc"
