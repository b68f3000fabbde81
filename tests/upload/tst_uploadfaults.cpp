// SPDX-License-Identifier: GPL-3.0-or-later
#include "end2end/programs.h"
#include "lake/lakefixture.h"
#include "support/testcase.h"
#include "upload/file/csvreader.h"

#include <QDir>
#include <QFileInfo>
#include <QMap>
#include <QRandomGenerator>
#include <QSet>

#include <cerrno>

using namespace gauge;
using test::SandboxProcess;
using test::words;

//! Uploads that are killed, cut off and left without room: no accepted row is sent twice, none is missing.
class UploadFaultsTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void killedAgainAndAgain_data();
    void killedAgainAndAgain();
    void cutOffAfterAcceptance();
    void cutOffRecordsAreSentAgain();
    void tooManyAndExpired();
    void aFullDiskForResults();
    void aFullDiskForTheJournal();
    void aWriteOfTheJournalThatFailsOnce();

private:
    struct Ended
    {
        bool wasKilled = false;
        int exitCode = -1;
        QString line;
    };
    //! A file of \a rows whose references are their numbers.
    void writeRows(const QString &path, int rows);
    Ended upload(const SandboxProcess &sandbox, test::LakeFixture &lake, const QString &moment = "never",
                 int number = 0, const QString &results = {});
    static QStringList received(const SandboxProcess &sandbox);
    static QMap<QString, QStringList> outcomes(const QString &results);
    //! A disk that is full for files whose path has `path` in it, from write number `from` on.
    struct Fault
    {
        QString path;
        int from = 0;
        QString count = {}; //!< a file that gets the number of writes
        int error = ENOSPC; //!< EIO: that write alone fails
    };
    //! How many writes to its log there are when none fails.
    int writesOf(const SandboxProcess &sandbox, int rows);
    //! The results tell the truth about what the service has.
    static void verifyTruth(const SandboxProcess &sandbox, const QString &results, int rows);

    Fault m_fault; //!< what the next upload meets
    QString m_recordType = "activities";
};

void UploadFaultsTest::writeRows(const QString &path, int rows)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Account Name,Reference,Source,Type\n");
    for (int i = 1; i <= rows; ++i)
        file.write("ACME," + QByteArray::number(i) + ",Web,Call\n");
}

UploadFaultsTest::Ended UploadFaultsTest::upload(const SandboxProcess &sandbox, test::LakeFixture &lake,
                                                 const QString &moment, int number, const QString &results)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    if (m_fault.from > 0) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("LD_PRELOAD", FAULTY_IO);
        environment.insert("GAUGE_FAULT_PATH", m_fault.path);
        environment.insert("GAUGE_FAULT_AT", QString::number(m_fault.from));
        environment.insert("GAUGE_FAULT_ERRNO", QString::number(m_fault.error));
        if (!m_fault.count.isEmpty())
            environment.insert("GAUGE_FAULT_COUNT", m_fault.count);
        process.setProcessEnvironment(environment);
    }
    process.start(QStringLiteral(UPLOAD_COMPANION),
                  {sandbox.url(), lake.place(), lake.folder.filePath("rows.csv"),
                   results.isEmpty() ? lake.folder.filePath("results.csv") : results, moment,
                   QString::number(number), m_recordType});
    if (!process.waitForFinished(120'000))
        qFatal("the companion did not end");
    return {process.exitStatus() == QProcess::CrashExit, process.exitCode(),
            QString::fromUtf8(process.readAllStandardOutput()).trimmed()};
}

QStringList UploadFaultsTest::received(const SandboxProcess &sandbox)
{
    QStringList references;
    for (const QJsonValue &record : sandbox.received())
        references.append(record["record"]["Reference"].toString());
    return references;
}

QMap<QString, QStringList> UploadFaultsTest::outcomes(const QString &results)
{
    QMap<QString, QStringList> references;
    const auto preview = upload::previewCsv(results, {}, 100'000);
    if (!preview)
        qFatal("%s", qPrintable(preview.error().text));
    for (const upload::CsvRow &row : preview->rows)
        references[row.cells.at(4)].append(row.cells.at(1));
    return references;
}

void UploadFaultsTest::verifyTruth(const SandboxProcess &sandbox, const QString &results, int rows)
{
    const QStringList arrived = received(sandbox);
    const QSet<QString> there(arrived.begin(), arrived.end());
    QCOMPARE(there.size(), arrived.size()); // none twice
    const auto told = outcomes(results);
    QStringList all;
    for (const QStringList &references : told)
        all += references;
    QCOMPARE(all.size(), rows);
    QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), rows);
    for (const QString &reference : told.value("accepted"))
        QVERIFY2(there.contains(reference), qPrintable("told as accepted, and is not there: " + reference));
    const QStringList not_sent = told.value("not-sent") + told.value("refused");
    for (const QString &reference : not_sent)
        QVERIFY2(!there.contains(reference), qPrintable("told as not sent, and is there: " + reference));
}

void UploadFaultsTest::killedAgainAndAgain_data()
{
    QTest::addColumn<QString>("moment");
    QTest::newRow("before the send") << "before";
    QTest::newRow("between send and answer") << "sent";
    QTest::newRow("at the answer") << "answered";
    QTest::newRow("between answer and journal") << "told";
}

// 50 kills over 500 rows in ./dev soak, where GAUGE_SOAK is set. The numbers are drawn from a fixed seed.
void UploadFaultsTest::killedAgainAndAgain()
{
    QFETCH(const QString, moment);
    const bool isSoak = qEnvironmentVariableIsSet("GAUGE_SOAK");
    const int rows = isSoak ? 500 : 60;
    const int enough = isSoak ? 50 : 4;
    QRandomGenerator random(20260101);
    int kills = 0;
    int rounds = 0;
    qsizetype unknown = 0;
    while (kills < enough) {
        const SandboxProcess sandbox(words("--records 10 --fault delay=4ms:feed=records"));
        test::LakeFixture lake;
        writeRows(lake.folder.filePath("rows.csv"), rows);
        while (kills < enough) {
            const Ended run = upload(sandbox, lake, moment, int(random.bounded(1, isSoak ? 12 : 9)));
            if (!run.wasKilled) {
                QVERIFY2(run.exitCode == 0, qPrintable(run.line));
                break;
            }
            ++kills;
        }
        const Ended last = upload(sandbox, lake);
        QVERIFY2(last.exitCode == 0, qPrintable(last.line));
        verifyTruth(sandbox, lake.folder.filePath("results.csv"), rows);
        if (QTest::currentTestFailed())
            return;
        const auto told = outcomes(lake.folder.filePath("results.csv"));
        QCOMPARE(told.value("not-sent"), QStringList());
        unknown += told.value("unknown").size();
        ++rounds;
    }
    QVERIFY(unknown > 0);
    // Four lanes that mark two rows each at this rate, at most.
    QVERIFY2(unknown <= kills * 8, qPrintable(QString::number(unknown)));
    qInfo("killed %d times in %d rounds; %d rows unknown", kills, rounds, int(unknown));
}

void UploadFaultsTest::cutOffAfterAcceptance()
{
    const SandboxProcess sandbox(words("--records 10 --fault reset:feed=records,every=9 --fault "
                                       "truncate:feed=records,every=13 --fault 503:feed=records,every=17"));
    test::LakeFixture lake;
    writeRows(lake.folder.filePath("rows.csv"), 100);
    m_recordType = "of a test"; // which may not be sent again
    const Ended run = upload(sandbox, lake);
    m_recordType = "activities";
    QVERIFY2(run.exitCode == 0, qPrintable(run.line));
    verifyTruth(sandbox, lake.folder.filePath("results.csv"), 100);
    const auto told = outcomes(lake.folder.filePath("results.csv"));
    QVERIFY2(told.value("unknown").size() >= 16, qPrintable(run.line));
    QCOMPARE(told.value("accepted").size() + told.value("unknown").size(), 100);
    // In one run of 130, of four at once, Qt fails a request that still waits for its connection together
    // with another one that was reset. Nobody can tell that from one that was carried out, so it is unknown,
    // too.
    QStringList missing = told.value("unknown");
    const QStringList arrived = received(sandbox);
    missing.removeIf([&](const QString &reference) { return arrived.contains(reference); });
    QCOMPARE(arrived.size() + missing.size(), 100);
}

void UploadFaultsTest::cutOffRecordsAreSentAgain()
{
    const SandboxProcess sandbox(words("--records 10 --fault reset:feed=records,every=9 --fault "
                                       "truncate:feed=records,every=13 --fault 503:feed=records,every=17"));
    test::LakeFixture lake;
    writeRows(lake.folder.filePath("rows.csv"), 40);
    const Ended run = upload(sandbox, lake);
    QCOMPARE(run.line, QString("40 0 0 0"));
    const QStringList arrived = received(sandbox);
    QCOMPARE(QSet<QString>(arrived.begin(), arrived.end()).size(), 40);
    QVERIFY(arrived.size() > 40); // each was carried out before its answer was lost
}

void UploadFaultsTest::tooManyAndExpired()
{
    const SandboxProcess sandbox(words("--records 10 --fault 429:feed=records,every=30,retry-after=1 --fault "
                                       "expire-token:feed=records,every=35"));
    test::LakeFixture lake;
    writeRows(lake.folder.filePath("rows.csv"), 100);
    const Ended run = upload(sandbox, lake);
    QCOMPARE(run.line, QString("100 0 0 0"));
    QCOMPARE(run.exitCode, 0);
    verifyTruth(sandbox, lake.folder.filePath("results.csv"), 100);
    QCOMPARE(received(sandbox).size(), 100);
}

void UploadFaultsTest::aFullDiskForResults()
{
    const SandboxProcess sandbox(words("--records 10"));
    test::LakeFixture lake;
    writeRows(lake.folder.filePath("rows.csv"), 20);
    // Where no file can be made, no row is sent.
    const Ended run = upload(sandbox, lake, "never", 0, lake.folder.filePath("rows.csv/results.csv"));
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.line.startsWith("0 0 0 0 "), qPrintable(run.line));
    QCOMPARE(received(sandbox).size(), 0);
    // A disk that fills up while they are written.
    const QString narrow = lake.folder.filePath("narrow");
    QVERIFY(QDir().mkpath(narrow));
    m_fault = {"/narrow/", 1, {}};
    const Ended full = upload(sandbox, lake, "never", 0, narrow + "/results.csv");
    m_fault = {};
    QCOMPARE(full.exitCode, 1);
    QVERIFY2(full.line.contains("results.csv could not be written"), qPrintable(full.line));
    QCOMPARE(QDir(narrow).entryList(QDir::Files | QDir::Hidden), QStringList());
    // The journal has kept it all.
    const Ended again = upload(sandbox, lake);
    QCOMPARE(again.line, QString("20 0 0 0"));
    verifyTruth(sandbox, lake.folder.filePath("results.csv"), 20);
    QCOMPARE(received(sandbox).size(), 20);
}

int UploadFaultsTest::writesOf(const SandboxProcess &sandbox, int rows)
{
    test::LakeFixture whole;
    writeRows(whole.folder.filePath("rows.csv"), rows);
    m_fault = {"-wal", 1'000'000, whole.folder.filePath("count")};
    if (upload(sandbox, whole).exitCode != 0)
        qFatal("the upload failed");
    QFile count(m_fault.count);
    m_fault = {};
    return count.open(QIODevice::ReadOnly) ? count.readAll().trimmed().toInt() : 0;
}

void UploadFaultsTest::aFullDiskForTheJournal()
{
    const SandboxProcess sandbox(words("--records 10"));
    test::LakeFixture lake;
    writeRows(lake.folder.filePath("rows.csv"), 500);
    // Those of one row are of the lake's beginning.
    const int few = writesOf(sandbox, 1);
    const int all = writesOf(sandbox, 500);
    QVERIFY2(few > 0 && all > few + 20, qPrintable(QStringLiteral("%1, %2").arg(few).arg(all)));
    sandbox.forgetReceived();
    // Full in the midst of the rows.
    m_fault = {"-wal", (few + all) / 2, {}};
    const Ended run = upload(sandbox, lake);
    m_fault = {};
    QVERIFY2(run.exitCode == 1 && run.line.contains("disk"), qPrintable(run.line));
    const int arrived = int(received(sandbox).size());
    QVERIFY2(arrived > 0 && arrived < 500, qPrintable(QString::number(arrived)));
    // With room again, the rest goes.
    const Ended rest = upload(sandbox, lake);
    QVERIFY2(rest.exitCode == 0, qPrintable(rest.line));
    const QString results = lake.folder.filePath("results.csv");
    verifyTruth(sandbox, results, 500);
    QVERIFY(outcomes(results).value("unknown").size() <= 48);
}

void UploadFaultsTest::aWriteOfTheJournalThatFailsOnce()
{
    const int rounds = qEnvironmentVariableIsSet("GAUGE_SOAK") ? 30 : 3;
    QRandomGenerator random(20261130);
    int few = 0;
    int all = 0;
    {
        const SandboxProcess sandbox(words("--records 10"));
        few = writesOf(sandbox, 1);
        all = writesOf(sandbox, 500);
    }
    for (int round = 0; round < rounds; ++round) {
        const SandboxProcess sandbox(words("--records 10"));
        test::LakeFixture lake;
        writeRows(lake.folder.filePath("rows.csv"), 500);
        m_fault = {"-wal", few + int(random.bounded((all - few) / 4, (all - few) / 2)), {}, EIO};
        const Ended run = upload(sandbox, lake);
        m_fault = {};
        QCOMPARE(run.line, QString("500 0 0 0"));
        QCOMPARE(run.exitCode, 0);
        verifyTruth(sandbox, lake.folder.filePath("results.csv"), 500);
        QCOMPARE(received(sandbox).size(), 500);
    }
}

QTEST_GUILESS_MAIN(UploadFaultsTest)
#include "tst_uploadfaults.moc"
