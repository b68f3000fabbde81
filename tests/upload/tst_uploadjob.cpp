// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/lakefixture.h"
#include "lake/open/open.h"
#include "lake/sql/connection.h"
#include "support/faketransport.h"
#include "support/testcase.h"
#include "support/waiting.h"
#include "upload/file/uploadjob.h"

#include <QDir>
#include <QFileInfo>
#include <QMap>
#include <QTimer>
#include <QUrlQuery>

using namespace gauge;
using namespace gauge::upload;
using lake::UploadCounts;
using lake::UploadEntry;
using Begin = UploadPlan::Begin;

//! A file on its way to a service that answers as a test says, at times that a test says.
class UploadJobTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everyRowIsSentOnce();
    void rowsWithErrorsAreNotSent();
    void headingsThatAreWrongStopIt();
    void refusalsAreToldByRow();
    void anUnknownConfigurationStopsIt();
    void theRateIsKept();
    void noMoreThanFourAtOnce();
    void oneKeyGoesInTheOrderOfTheFile();
    void oneKeyKeepsItsOrderWhenOneIsTurnedAway_data();
    void oneKeyKeepsItsOrderWhenOneIsTurnedAway();
    void allWaitWhenTheServiceAsks();
    void withoutRetryAfterItBacksOff();
    void aTokenIsRenewedInTheMiddle();
    void whatStopsIt_data();
    void whatStopsIt();
    void anAnswerThatIsLostIsUnknown();
    void recordsThatAreUpdatedByKeyAreSentAgain();
    void afterTheLastTryARowIsUnknown();
    void lostAndThenTooManyIsSentAgain();
    void cancelledItDoesNotTryAgain();
    void manyLostAnswersStopIt();
    void pausedItSendsNothing();
    void cancelledItWaitsForAnswers();
    void itGoesOnWhereItStopped();
    void unknownRowsNeedAPersonsWord();
    void aFileThatChangedIsResumed_data();
    void aFileThatChangedIsResumed();
    void anotherMappingIsNoOtherRow();
    void aRenamedFileIsResumed();
    void unknownRowsOfAChangedFileNeedAPersonsWord();
    void acceptedRowsThatMayHaveChangedAreNotSent();
    void otherRowsAreNothingToResume_data();
    void otherRowsAreNothingToResume();
    void refusedRowsUnderAnotherNameAreNoUploadToResume();
    void withoutContentsOnlyTheSameFileIsResumed();
    void aFileThatChangedSinceItsCheckIsRefused();
    void aFileThatChangesMeanwhileIsTold();
    void begunBeforeItMustBeTold();
    void resultsCanBeWrittenAgain();
    void resultsThatCannotBeWrittenAreTold();
    void outputsAreLookedAtFirst_data();
    void outputsAreLookedAtFirst();
    void addedColumnsAreGuarded();
    void noRefusedRowsNoFile();
    void refusedRowsCanBeSentAgain();
    void aHeaderAloneIsDone();
    void anotherRunHasIt();
    void aJournalThatFailsOnceLosesNothing_data();
    void aJournalThatFailsOnceLosesNothing();
    void aJournalThatStaysBrokenSendsNothingTwice();

private:
    using Answers = std::function<Result<net::HttpResponse>(const QString &reference, int call)>;

    void writeFile(const QByteArray &bytes);
    void sendSomeOfSix();
    //! Sorted: several are under way at once.
    [[nodiscard]] QStringList receivedSince(qsizetype count) const
    {
        QStringList references = m_received.mid(count);
        references.sort();
        return references;
    }
    //! \a count rows whose references are their numbers.
    void writeRows(int count);
    //! Six rows with the references D-1 and E-1, their account names are their numbers.
    void writeRowsOfTwoKeys();
    void releaseUntilFinished(const UploadJob &job);
    [[nodiscard]] UploadPlan plan(Begin begin = Begin::Once) const;
    //! The same, of records that may not be sent again.
    [[nodiscard]] UploadPlan strictPlan(Begin begin = Begin::Once) const;
    std::unique_ptr<UploadJob> make(const UploadPlan &plan);
    //! Runs it to its end.
    std::unique_ptr<UploadJob> run(const UploadPlan &plan);
    void answer(const Answers &answers);
    [[nodiscard]] static Result<net::HttpResponse> accepted() { return net::HttpResponse{200, {}, {}}; }
    [[nodiscard]] static QMap<QString, QString> fieldsOf(const net::HttpRequest &request);
    [[nodiscard]] QList<QStringList> csv(const QString &path) const;
    [[nodiscard]] UploadEntry stored();
    //! From now on no row can be written down, or every row again.
    void setBroken(bool broken);
    //! What holds after every run.
    void verifySums(const UploadJob &job, int rows);

    std::unique_ptr<test::LakeFixture> m_lake;
    std::shared_ptr<test::FakeTransport> m_transport;
    std::shared_ptr<service::ServiceClient> m_client;
    QStringList m_received; //!< references, in order
    int m_tokens = 0;
    QString m_connection;
    QString m_file;
    QString m_results;
};

void UploadJobTest::init()
{
    TestCase::init();
    m_lake = std::make_unique<test::LakeFixture>();
    m_transport = std::make_shared<test::FakeTransport>();
    m_received.clear();
    m_tokens = 0;
    m_connection = "ACME";
    m_file = m_lake->folder.filePath("people.csv");
    m_results = m_lake->folder.filePath("results.csv");
    service::Connection connection;
    connection.name = "ACME";
    connection.region = service::Region::Eu;
    const auto tokens = std::make_shared<service::TokenProvider>(
        connection, m_transport, m_lake->clock, []() -> QCoro::Task<Result<service::Credentials>> {
            co_return service::Credentials{"id", Secret("secret")};
        });
    m_client = std::make_shared<service::ServiceClient>(connection, m_transport, tokens, m_lake->clock);
    answer([](const QString &, int) { return accepted(); });
}

void UploadJobTest::answer(const Answers &answers)
{
    m_transport->otherwise(
        [this, answers, calls = 0](const net::HttpRequest &request) mutable -> Result<net::HttpResponse> {
            if (request.method == "POST") {
                ++m_tokens;
                return net::HttpResponse{200, {}, R"({"access_token":"token-of-a-test","expires_in":3600})"};
            }
            const QString reference = fieldsOf(request).value("record[Reference]");
            auto answer = answers(reference, ++calls);
            if (answer && answer->status == 200)
                m_received.append(reference);
            return answer;
        });
}

QMap<QString, QString> UploadJobTest::fieldsOf(const net::HttpRequest &request)
{
    QMap<QString, QString> fields;
    for (const auto &[name, value] : QUrlQuery(request.url).queryItems())
        fields.insert(QUrl::fromPercentEncoding(name.toUtf8()), QUrl::fromPercentEncoding(value.toUtf8()));
    return fields;
}

void UploadJobTest::writeFile(const QByteArray &bytes)
{
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void UploadJobTest::writeRows(int count)
{
    QByteArray bytes = "Account Name,Reference,Source,Type\r\n";
    for (int i = 1; i <= count; ++i)
        bytes += "ACME," + QByteArray::number(i) + ",Web,Call\r\n";
    writeFile(bytes);
}

void UploadJobTest::writeRowsOfTwoKeys()
{
    QByteArray bytes = "Account Name,Reference,Source,Type\n";
    for (const char *row : {"1,D-1", "2,D-1", "3,D-1", "4,E-1", "5,D-1", "6,E-1"})
        bytes += QByteArray(row) + ",Web,Call\n";
    writeFile(bytes);
}

void UploadJobTest::releaseUntilFinished(const UploadJob &job)
{
    while (!job.isFinished()) {
        m_transport->release();
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    }
}

UploadPlan UploadJobTest::plan(Begin begin) const
{
    UploadPlan plan;
    plan.file.path = m_file;
    plan.file.dialect = detectDialect(m_file)->dialect;
    plan.file.configuration = builtInConfigurations().front();
    plan.file.mapping = mappingByName(previewCsv(m_file, plan.file.dialect, 0)->columns);
    plan.begin = begin;
    plan.perSecond = 0;
    plan.results = m_results;
    return plan;
}

UploadPlan UploadJobTest::strictPlan(Begin begin) const
{
    UploadPlan strict = plan(begin);
    strict.file.configuration.recordType = "of a test";
    return strict;
}

std::unique_ptr<UploadJob> UploadJobTest::make(const UploadPlan &plan)
{
    UploadJob::Context context;
    context.client = [this](std::stop_token) -> QCoro::Task<Result<std::shared_ptr<service::ServiceClient>>> {
        auto client = m_client;
        co_return client;
    };
    context.queue = {m_connection, m_lake->location(), m_lake->catalog, m_lake->clock};
    return std::make_unique<UploadJob>("Upload", this, context, plan);
}

std::unique_ptr<UploadJob> UploadJobTest::run(const UploadPlan &plan)
{
    auto job = make(plan);
    job->start();
    if (!test::waitFor(*job))
        qFatal("the upload did not end");
    return job;
}

QList<QStringList> UploadJobTest::csv(const QString &path) const
{
    QList<QStringList> rows;
    const auto dialect = detectDialect(path);
    const auto preview = previewCsv(path, dialect ? dialect->dialect : CsvDialect(), 100'000);
    if (!preview)
        return {{preview.error().text}};
    rows.append(preview->columns);
    for (const CsvRow &row : preview->rows)
        rows.append(row.cells);
    return rows;
}

UploadEntry UploadJobTest::stored()
{
    const auto history = lake::UploadHistory::open(m_lake->location());
    return history->uploads(1, {}, m_lake->clock->now())->at(0);
}

void UploadJobTest::verifySums(const UploadJob &job, int rows)
{
    QCOMPARE(job.counts().total(), rows);
    QCOMPARE(stored().counts, job.counts());
    QMap<QString, qint64> outcomes;
    const auto written = csv(m_results);
    QCOMPARE(written.size(), rows + 1);
    for (const QStringList &row : written.mid(1))
        ++outcomes[row.at(row.size() - 3)];
    QCOMPARE(outcomes.value("accepted"), job.counts().accepted);
    QCOMPARE(outcomes.value("refused"), job.counts().refused);
    QCOMPARE(outcomes.value("unknown"), job.counts().unknown);
    QCOMPARE(outcomes.value("not-sent"), job.counts().notSent);
}

void UploadJobTest::everyRowIsSentOnce()
{
    writeFile("Account Name;Reference;Source;Type;Subject\n"
              "ACME;1;Web;Call;Größe\n"
              "\n"
              "ACME;2;Web;\"Call\nand mail\";\n");
    const auto job = run(plan());
    QVERIFY2(!job->error(), job->error() ? qPrintable(job->error()->text) : "");
    QCOMPARE(job->counts(), (UploadCounts{2, 0, 0, 0}));
    m_received.sort();
    QCOMPARE(m_received, (QStringList{"1", "2"}));
    for (const net::HttpRequest &request : m_transport->requests) {
        if (request.method == "POST")
            continue;
        const auto fields = fieldsOf(request);
        QCOMPARE(request.method, QByteArray("PUT"));
        QCOMPARE(fields.value("configuration"), QString("activities"));
        // What is empty is not sent.
        QCOMPARE(fields.contains("record[Subject]"), fields.value("record[Reference]") == "1");
    }
    QCOMPARE(int(stored().state), int(UploadEntry::State::Done));
    QCOMPARE(stored().file, QString("people.csv"));
    QCOMPARE(stored().recordType, QString("activities"));
    verifySums(*job, 2);
    QFile results(m_results);
    QVERIFY(results.open(QIODevice::ReadOnly));
    const QString time = m_lake->clock->now().toString(Qt::ISODate);
    QCOMPARE(QString::fromUtf8(results.readAll()),
             QString("Account Name;Reference;Source;Type;Subject;GaugeDesk outcome;GaugeDesk message;"
                     "GaugeDesk time\r\nACME;1;Web;Call;Größe;accepted;;%1\r\n"
                     "ACME;2;Web;\"Call\nand mail\";;accepted;;%1\r\n")
                 .arg(time));
    QCOMPARE(job->writtenFile(), m_results);
}

void UploadJobTest::rowsWithErrorsAreNotSent()
{
    writeFile("Account Name,Reference,Source,Type\nACME,1,Web,Call\nACME,,Web,Call\nACME,3,Web,Call,x\n"
              "ACME,4,Web\n");
    const auto job = run(plan());
    QVERIFY(!job->error());
    QCOMPARE(job->counts(), (UploadCounts{1, 0, 0, 3}));
    QCOMPARE(m_received, QStringList{"1"});
    verifySums(*job, 4);
    const auto results = csv(m_results);
    QVERIFY(results[2].at(5).contains("Reference"));
    QVERIFY(results[3].at(5).contains("5 cells"));
    QVERIFY(results[4].at(5).contains("Type"));
    QCOMPARE(job->fileReport().rejected, 3);
}

void UploadJobTest::headingsThatAreWrongStopIt()
{
    writeFile("account name,Reference,Source,Type\nACME,1,Web,Call\n");
    const auto job = run(plan());
    QVERIFY(job->error());
    QCOMPARE(kindName(job->error()->kind), kindName(ErrorKind::Input));
    QVERIFY(job->error()->text.contains("Account Name"));
    QVERIFY(m_received.isEmpty());
    QVERIFY(!QFile::exists(m_results));
    QCOMPARE(job->uploadId(), 0);
}

void UploadJobTest::refusalsAreToldByRow()
{
    writeRows(3);
    answer([](const QString &reference, int) -> Result<net::HttpResponse> {
        if (reference != "2")
            return accepted();
        return net::HttpResponse{422, {}, R"({"message":"Invalid.","errors":{"Type":["is, well, odd"]}})"};
    });
    const auto job = run(plan());
    QVERIFY(!job->error());
    QCOMPARE(job->counts(), (UploadCounts{2, 1, 0, 0}));
    verifySums(*job, 3);
    const QString message = csv(m_results)[2].at(5);
    QVERIFY2(message.contains("Type: is, well, odd"), qPrintable(message));
    QVERIFY(job->summary().contains('2'));
    QVERIFY(!job->advice().isEmpty());
}

void UploadJobTest::anUnknownConfigurationStopsIt()
{
    writeRows(50);
    answer([](const QString &, int) -> Result<net::HttpResponse> {
        return net::HttpResponse{
            422, {}, R"({"message":"Invalid.","errors":{"configuration":["is not known"]}})"};
    });
    const auto job = run(plan());
    QVERIFY(job->error());
    QVERIFY2(job->error()->text.contains("Invalid"), qPrintable(job->error()->text));
    QVERIFY(job->counts().refused <= 4);
    verifySums(*job, 50);
}

void UploadJobTest::theRateIsKept()
{
    writeRows(21);
    UploadPlan slow = plan();
    slow.perSecond = 4;
    const auto before = m_lake->clock->elapsed();
    QList<qint64> times;
    answer([&](const QString &, int) {
        times.append((m_lake->clock->elapsed() - before).count());
        return accepted();
    });
    slow.atOnce = 1; // sleeps of several lanes add up in a clock that only sleeps advance
    const auto job = run(slow);
    QVERIFY(!job->error());
    QCOMPARE(times.size(), 21);
    for (qsizetype i = 1; i < times.size(); ++i)
        QVERIFY2(times[i] - times[i - 1] >= 249, qPrintable(QString::number(i)));
    QVERIFY(times.last() <= 5010);
    QCOMPARE(qRound(job->progress().perSecond), 0); // its last word is of the results
}

void UploadJobTest::noMoreThanFourAtOnce()
{
    writeRows(40);
    answer([&](const QString &, int call) {
        if (call == 1)
            m_transport->hold();
        return accepted();
    });
    const auto job = make(plan());
    job->start();
    const bool came = QTest::qWaitFor([&] { return m_received.size() >= 4; });
    QTest::qWait(50); // nothing more comes
    const auto atOnce = m_received.size();
    m_transport->release();
    QVERIFY(test::waitFor(*job));
    QVERIFY(came);
    QCOMPARE(atOnce, 4);
    QCOMPARE(m_received.size(), 40);
    QCOMPARE(QSet<QString>(m_received.begin(), m_received.end()).size(), 40);
}

void UploadJobTest::oneKeyGoesInTheOrderOfTheFile()
{
    writeRowsOfTwoKeys();
    QMap<QString, QStringList> accounts; // that were accepted, by reference
    m_transport->otherwise([&](const net::HttpRequest &request) -> Result<net::HttpResponse> {
        if (request.method == "POST")
            return net::HttpResponse{200, {}, R"({"access_token":"token-of-a-test","expires_in":3600})"};
        const auto fields = fieldsOf(request);
        accounts[fields.value("record[Reference]")].append(fields.value("record[Account Name]"));
        m_transport->hold();
        return accepted();
    });
    const auto job = make(plan());
    job->start();
    // Others overtake, rows with the same key do not.
    QVERIFY(QTest::qWaitFor([&] { return accounts.size() == 2; }));
    QCOMPARE(accounts["D-1"], QStringList{"1"});
    releaseUntilFinished(*job);
    QVERIFY(!job->error());
    QCOMPARE(accounts["D-1"], (QStringList{"1", "2", "3", "5"}));
    QCOMPARE(accounts["E-1"], (QStringList{"4", "6"}));
}

void UploadJobTest::oneKeyKeepsItsOrderWhenOneIsTurnedAway_data()
{
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<double>("perSecond");
    QTest::newRow("for long") << QByteArray("90") << 0.0;
    QTest::newRow("for long, slowly") << QByteArray("90") << 20.0;
    QTest::newRow("for no time") << QByteArray("0") << 0.0;
    QTest::newRow("for no time, slowly") << QByteArray("0") << 20.0;
}

void UploadJobTest::oneKeyKeepsItsOrderWhenOneIsTurnedAway()
{
    QFETCH(QByteArray, retryAfter);
    QFETCH(double, perSecond);
    writeRowsOfTwoKeys();
    for (int turnedAway = 0; turnedAway < 6; ++turnedAway) {
        QMap<QString, QStringList> accounts;
        int calls = 0;
        m_transport->otherwise([&](const net::HttpRequest &request) -> Result<net::HttpResponse> {
            if (request.method == "POST")
                return net::HttpResponse{200, {}, R"({"access_token":"token-of-a-test","expires_in":3600})"};
            if (calls++ == turnedAway)
                return net::HttpResponse{429, {{"retry-after", retryAfter}}, {}};
            const auto fields = fieldsOf(request);
            accounts[fields.value("record[Reference]")].append(fields.value("record[Account Name]"));
            m_transport->hold();
            return accepted();
        });
        UploadPlan paced = plan(Begin::Restart);
        paced.perSecond = perSecond;
        const auto job = make(paced);
        job->start();
        releaseUntilFinished(*job);
        QVERIFY(!job->error());
        QCOMPARE(job->counts(), (UploadCounts{6, 0, 0, 0}));
        QCOMPARE(accounts["D-1"], (QStringList{"1", "2", "3", "5"}));
        QCOMPARE(accounts["E-1"], (QStringList{"4", "6"}));
        QCOMPARE(calls, 7);
    }
}

void UploadJobTest::allWaitWhenTheServiceAsks()
{
    writeRows(20);
    std::chrono::milliseconds asked{0};
    QStringList tooSoon;
    answer([&](const QString &reference, int call) -> Result<net::HttpResponse> {
        if (call == 7) {
            asked = m_lake->clock->elapsed();
            return net::HttpResponse{429, {{"retry-after", "90"}}, {}};
        }
        // Those that had left already get through.
        if (call > 10 && m_lake->clock->elapsed() - asked < std::chrono::seconds(90))
            tooSoon.append(reference);
        return accepted();
    });
    const auto job = run(plan());
    QVERIFY(!job->error());
    QCOMPARE(job->counts(), (UploadCounts{20, 0, 0, 0}));
    QCOMPARE(tooSoon, QStringList());
    QCOMPARE(QSet<QString>(m_received.begin(), m_received.end()).size(), 20);
    QCOMPARE(m_received.size(), 20);
    verifySums(*job, 20);
}

void UploadJobTest::withoutRetryAfterItBacksOff()
{
    writeRows(3);
    answer([](const QString &, int) { return net::HttpResponse{429, {}, {}}; });
    const auto job = run(plan());
    QVERIFY(job->error());
    QCOMPARE(kindName(job->error()->kind), kindName(ErrorKind::RateLimited));
    QCOMPARE(job->counts(), (UploadCounts{0, 0, 0, 3}));
    QVERIFY(m_transport->requests.size() > 8);
    verifySums(*job, 3);
    // The service has recovered.
    answer([](const QString &, int) { return accepted(); });
    const auto rest = run(plan(Begin::Resume));
    QVERIFY(!rest->error());
    QCOMPARE(rest->counts(), (UploadCounts{3, 0, 0, 0}));
}

void UploadJobTest::aTokenIsRenewedInTheMiddle()
{
    writeRows(30);
    answer([&](const QString &, int) -> Result<net::HttpResponse> {
        return m_received.size() >= 10 && m_tokens < 2 ? net::HttpResponse{401, {}, {}} : accepted();
    });
    const auto job = run(plan());
    QVERIFY(!job->error());
    QCOMPARE(m_tokens, 2);
    QCOMPARE(job->counts(), (UploadCounts{30, 0, 0, 0}));
    QCOMPARE(QSet<QString>(m_received.begin(), m_received.end()).size(), 30);
    QCOMPARE(m_received.size(), 30);
}

void UploadJobTest::whatStopsIt_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("401") << 401 << ErrorKind::Unauthorized;
    QTest::newRow("403") << 403 << ErrorKind::Forbidden;
    QTest::newRow("404") << 404 << ErrorKind::NotFound;
    QTest::newRow("offline") << 0 << ErrorKind::Offline;
}

void UploadJobTest::whatStopsIt()
{
    QFETCH(const int, status);
    QFETCH(const ErrorKind, kind);
    writeRows(40);
    answer([&](const QString &, int call) -> Result<net::HttpResponse> {
        if (call <= 12)
            return accepted();
        if (status == 0)
            return fail(ErrorKind::Offline, "gone", net::nothingSent);
        return net::HttpResponse{status, {}, R"({"message":"No."})"};
    });
    const auto job = run(plan());
    QVERIFY(job->error());
    QCOMPARE(kindName(job->error()->kind), kindName(kind));
    QCOMPARE(job->counts(), (UploadCounts{12, 0, 0, 28}));
    verifySums(*job, 40);
    QCOMPARE(int(stored().state), int(UploadEntry::State::Stopped));
    QCOMPARE(stored().error, job->error()->text);

    answer([](const QString &, int) { return accepted(); });
    const auto rest = run(plan(Begin::Resume));
    QVERIFY(!rest->error());
    QCOMPARE(rest->counts(), (UploadCounts{40, 0, 0, 0}));
    QCOMPARE(m_received.size(), 40);
    QCOMPARE(QSet<QString>(m_received.begin(), m_received.end()).size(), 40);
    verifySums(*rest, 40);
}

void UploadJobTest::anAnswerThatIsLostIsUnknown()
{
    writeRows(10);
    answer([](const QString &reference, int) -> Result<net::HttpResponse> {
        if (reference == "4")
            return fail(ErrorKind::Offline, "reset");
        if (reference == "8")
            return net::HttpResponse{500, {}, "oops"};
        return accepted();
    });
    const auto job = run(strictPlan());
    QVERIFY(!job->error());
    QCOMPARE(job->counts(), (UploadCounts{8, 0, 2, 0}));
    verifySums(*job, 10);
    QVERIFY(!csv(m_results)[4].at(5).isEmpty());
    QCOMPARE(csv(m_results)[8].at(4), QString("unknown"));
    QCOMPARE(m_transport->requests.size(), size_t(11)); // and the token: none was sent twice
}

void UploadJobTest::recordsThatAreUpdatedByKeyAreSentAgain()
{
    writeRows(20);
    QMap<QString, int> tries;
    answer([&](const QString &reference, int) -> Result<net::HttpResponse> {
        const int number = reference.toInt();
        if (number % 5 != 0 || ++tries[reference] > 2)
            return accepted();
        if (number == 5)
            return fail(ErrorKind::Offline, "reset");
        return net::HttpResponse{number == 10 ? 408 : 503, {}, {}};
    });
    const auto job = run(plan());
    QVERIFY(!job->error());
    QCOMPARE(job->counts(), (UploadCounts{20, 0, 0, 0}));
    QCOMPARE(tries, (QMap<QString, int>{{"5", 3}, {"10", 3}, {"15", 3}, {"20", 3}}));
    verifySums(*job, 20);
}

void UploadJobTest::afterTheLastTryARowIsUnknown()
{
    writeRows(6);
    int tries = 0;
    answer([&](const QString &reference, int) -> Result<net::HttpResponse> {
        if (reference != "3")
            return accepted();
        ++tries;
        return net::HttpResponse{503, {}, {}};
    });
    const auto job = run(plan());
    QVERIFY(!job->error());
    QCOMPARE(job->counts(), (UploadCounts{5, 0, 1, 0}));
    QCOMPARE(tries, net::RetryPolicy().maxTries);
    verifySums(*job, 6);
}

//! The row was lost on its first way, so it is not told as not sent when the service then has too much to do.
void UploadJobTest::lostAndThenTooManyIsSentAgain()
{
    writeRows(1);
    answer([&](const QString &, int call) -> Result<net::HttpResponse> {
        if (call == 1)
            return fail(ErrorKind::Timeout, "no answer");
        return call == 2 ? net::HttpResponse{429, {{"retry-after", "5"}}, {}} : accepted();
    });
    const auto job = run(plan());
    QVERIFY(!job->error());
    QCOMPARE(job->counts(), (UploadCounts{1, 0, 0, 0}));
    verifySums(*job, 1);
}

void UploadJobTest::cancelledItDoesNotTryAgain()
{
    writeRows(3);
    const auto job = make(plan());
    int tries = 0;
    answer([&](const QString &, int) -> Result<net::HttpResponse> {
        ++tries;
        job->cancel();
        return net::HttpResponse{503, {}, {}};
    });
    job->start();
    QVERIFY(test::waitFor(*job));
    QCOMPARE(int(job->state()), int(Job::State::Cancelled));
    QVERIFY(tries <= 3); // one a row that was under way
    QCOMPARE(job->counts().unknown, tries);
    verifySums(*job, 3);
}

void UploadJobTest::manyLostAnswersStopIt()
{
    writeRows(100);
    answer([](const QString &, int call) -> Result<net::HttpResponse> {
        return call <= 20 ? accepted() : fail(ErrorKind::Timeout, "no answer");
    });
    const auto job = run(strictPlan());
    QVERIFY(job->error());
    QCOMPARE(kindName(job->error()->kind), kindName(ErrorKind::Timeout));
    QVERIFY2(job->counts().unknown >= 5 && job->counts().unknown <= 8, qPrintable(job->summary()));
    QCOMPARE(job->counts().accepted, 20);
    verifySums(*job, 100);
}

void UploadJobTest::pausedItSendsNothing()
{
    writeRows(60);
    const auto job = make(plan());
    answer([&](const QString &, int call) {
        if (call == 10)
            job->pause();
        return accepted();
    });
    job->start();
    QVERIFY(QTest::qWaitFor([&] { return job->isPaused() && job->progress().note == "Paused"; }));
    // Nothing is left as sending; a pause of hours does not lose the upload.
    QVERIFY(QTest::qWaitFor([&] {
        const qint64 answered = m_received.size();
        return stored().counts == UploadCounts{answered, 0, 0, 60 - answered};
    }));
    const auto sent = m_received.size();
    QVERIFY(sent >= 10 && sent < 60);
    QCOMPARE(int(stored().state), int(UploadEntry::State::Running));
    QTest::qWait(50);
    QCOMPARE(m_received.size(), sent);
    job->resume();
    QVERIFY(test::waitFor(*job));
    QVERIFY(!job->error());
    QCOMPARE(job->counts(), (UploadCounts{60, 0, 0, 0}));
    QCOMPARE(QSet<QString>(m_received.begin(), m_received.end()).size(), 60);
    QCOMPARE(m_received.size(), 60);
}

void UploadJobTest::cancelledItWaitsForAnswers()
{
    writeRows(60);
    const auto job = make(plan());
    answer([&](const QString &, int call) {
        if (call == 25)
            job->cancel();
        return accepted();
    });
    job->start();
    QVERIFY(test::waitFor(*job));
    QCOMPARE(int(job->state()), int(Job::State::Cancelled));
    QCOMPARE(job->counts().unknown, 0);
    QCOMPARE(job->counts().accepted, m_received.size());
    QVERIFY(m_received.size() < 60);
    verifySums(*job, 60);
    const auto rest = run(plan(Begin::Resume));
    QCOMPARE(rest->counts(), (UploadCounts{60, 0, 0, 0}));
    QCOMPARE(m_received.size(), 60);
    verifySums(*rest, 60);
}

void UploadJobTest::itGoesOnWhereItStopped()
{
    writeRows(6);
    answer([](const QString &reference, int call) -> Result<net::HttpResponse> {
        if (reference == "2")
            return net::HttpResponse{422, {}, R"({"message":"No.","errors":{"Type":["no"]}})"};
        return call <= 4 ? accepted() : fail(ErrorKind::Offline, "gone", net::nothingSent);
    });
    UploadPlan first = plan(Begin::Resume);
    const auto nothing = run(first);
    QVERIFY(nothing->error());
    QCOMPARE(kindName(nothing->error()->kind), kindName(ErrorKind::Input));
    QVERIFY(m_transport->requests.empty()); // nor a token
    first.begin = Begin::Once;
    first.atOnce = 1;
    const auto job = run(first);
    QCOMPARE(job->counts(), (UploadCounts{3, 1, 0, 2}));
    answer([](const QString &, int) { return accepted(); });
    const auto rest = run(plan(Begin::Resume));
    QVERIFY(!rest->error());
    QCOMPARE(rest->uploadId(), job->uploadId());
    // Refused rows stay refused: they are to be put right first.
    QCOMPARE(rest->counts(), (UploadCounts{5, 1, 0, 0}));
    QCOMPARE(m_received.mid(3).size(), 2);
    verifySums(*rest, 6);
}

void UploadJobTest::unknownRowsNeedAPersonsWord()
{
    writeRows(4);
    answer([](const QString &reference, int) -> Result<net::HttpResponse> {
        return reference == "3" ? fail(ErrorKind::Timeout, "no answer") : accepted();
    });
    QCOMPARE(run(strictPlan())->counts(), (UploadCounts{3, 0, 1, 0}));
    answer([](const QString &, int) { return accepted(); });
    QCOMPARE(run(strictPlan(Begin::Resume))->counts(), (UploadCounts{3, 0, 1, 0}));
    UploadPlan again = strictPlan(Begin::Resume);
    again.resendUnknown = true;
    const auto job = run(again);
    QCOMPARE(job->counts(), (UploadCounts{4, 0, 0, 0}));
    QCOMPARE(m_received.last(), QString("3"));
    QCOMPARE(m_received.size(), 4);
    verifySums(*job, 4);
}

void UploadJobTest::aFileThatChangedIsResumed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("sent"); // besides 1, 2 and 4, which were accepted
    QTest::addColumn<UploadCounts>("counts");
    const QByteArray header = "Account Name,Reference,Source,Type\r\n";
    const auto row = [](const char *reference, const char *type = "Call") -> QByteArray {
        return QByteArray("ACME,") + reference + ",Web," + type + "\r\n";
    };
    // Of the six rows 3 was refused, and 5 and 6 were not sent.
    QTest::newRow("the refused row is corrected")
        << header + row("1") + row("2") + row("3", "Mail") + row("4") + row("5") + row("6")
        << QStringList{"3", "5", "6"} << UploadCounts{6, 0, 0, 0};
    QTest::newRow("the refused row is as it was")
        << header + row("1") + row("2") + row("3") + row("4") + row("5") + row("6") + row("7")
        << QStringList{"5", "6", "7"} << UploadCounts{6, 1, 0, 0};
    QTest::newRow("in another order")
        << header + row("6") + row("4") + row("3", "Mail") + row("2") + row("1") + row("5")
        << QStringList{"3", "5", "6"} << UploadCounts{6, 0, 0, 0};
    QTest::newRow("a row that was sent is there twice")
        << header + row("1") + row("1") + row("2") + row("4") << QStringList{"1"} << UploadCounts{4, 0, 0, 0};
    QTest::newRow("a row that was sent is gone")
        << header + row("2") + row("3", "Mail") + row("4") << QStringList{"3"} << UploadCounts{3, 0, 0, 0};
    QTest::newRow("another separator, order of columns and encoding") << QByteArray(
        "\xEF\xBB\xBFType;Source;Reference;Account Name;Subject\nCall;Web;1;ACME;\nCall;Web;2;ACME;\n"
        "Mail;Web;3;ACME;\nCall;Web;4;ACME;\n") << QStringList{"3"} << UploadCounts{4, 0, 0, 0};
}

void UploadJobTest::aFileThatChangedIsResumed()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QStringList, sent);
    QFETCH(const UploadCounts, counts);
    sendSomeOfSix();
    const auto first = m_received.size();
    writeFile(bytes);
    const auto job = run(strictPlan(Begin::Resume));
    QVERIFY2(!job->error(), job->error() ? qPrintable(job->error()->text) : "");
    QCOMPARE(receivedSince(first), sent);
    QCOMPARE(job->counts(), counts);
    QCOMPARE(job->sentBefore(), counts.accepted + counts.refused - sent.size());
    verifySums(*job, int(counts.total()));
    // Nothing goes twice when the first file comes back: what was left out is still known.
    const auto second = m_received.size();
    writeRows(6);
    const auto back = run(plan(Begin::Resume));
    QVERIFY2(!back->error(), back->error() ? qPrintable(back->error()->text) : "");
    for (const QString &reference : m_received.mid(second))
        QVERIFY2(!QStringList({"1", "2", "4"}).contains(reference), qPrintable(reference));
    verifySums(*back, 6);
}

//! 1, 2 and 4 of six rows are accepted, 3 is refused, 5 and 6 are not sent.
void UploadJobTest::sendSomeOfSix()
{
    writeRows(6);
    answer([](const QString &reference, int call) -> Result<net::HttpResponse> {
        if (reference == "3")
            return net::HttpResponse{422, {}, R"({"message":"No.","errors":{"Type":["no"]}})"};
        return call <= 4 ? accepted() : fail(ErrorKind::Offline, "gone", net::nothingSent);
    });
    UploadPlan first = strictPlan();
    first.atOnce = 1;
    QCOMPARE(run(first)->counts(), (UploadCounts{3, 1, 0, 2}));
    answer([](const QString &, int) { return accepted(); });
}

void UploadJobTest::anotherMappingIsNoOtherRow()
{
    sendSomeOfSix();
    UploadPlan mapped = strictPlan(Begin::Resume);
    mapped.file.mapping.headings.push_back({"Subject", MappedHeading::Kind::Constant, "Spring"});
    const auto job = run(mapped);
    QVERIFY2(!job->error(), job->error() ? qPrintable(job->error()->text) : "");
    // The refused row is sent as something else now.
    QCOMPARE(receivedSince(3), (QStringList{"3", "5", "6"}));
    QCOMPARE(job->counts(), (UploadCounts{6, 0, 0, 0}));
    verifySums(*job, 6);
}

void UploadJobTest::aRenamedFileIsResumed()
{
    sendSomeOfSix();
    const QString other = m_lake->folder.filePath("other name.csv");
    QVERIFY(QFile::rename(m_file, other));
    m_file = other;
    // Two of its rows are others.
    writeFile("Account Name,Reference,Source,Type\r\nACME,1,Web,Call\r\nACME,2,Web,Call\r\n"
              "ACME,3,Web,Mail\r\nACME,4,Web,Call\r\nACME,9,Web,Call\r\n");
    const auto job = run(strictPlan(Begin::Resume));
    QVERIFY2(!job->error(), job->error() ? qPrintable(job->error()->text) : "");
    QCOMPARE(receivedSince(3), (QStringList{"3", "9"}));
    QCOMPARE(stored().file, QString("other name.csv"));
    QCOMPARE(stored().folder, m_lake->folder.path());
    verifySums(*job, 5);
}

void UploadJobTest::unknownRowsOfAChangedFileNeedAPersonsWord()
{
    writeRows(3);
    answer([](const QString &reference, int) -> Result<net::HttpResponse> {
        return reference == "2" ? fail(ErrorKind::Timeout, "no answer") : accepted();
    });
    QCOMPARE(run(strictPlan())->counts(), (UploadCounts{2, 0, 1, 0}));
    answer([](const QString &, int) { return accepted(); });
    writeFile("Reference,Account Name,Source,Type\n4,ACME,Web,Call\n3,ACME,Web,Call\n2,ACME,Web,Call\n"
              "1,ACME,Web,Call\n");
    const auto job = run(strictPlan(Begin::Resume));
    QCOMPARE(job->counts(), (UploadCounts{3, 0, 1, 0}));
    QCOMPARE(receivedSince(2), QStringList{"4"});
    UploadPlan again = strictPlan(Begin::Resume);
    again.resendUnknown = true;
    QCOMPARE(run(again)->counts(), (UploadCounts{4, 0, 0, 0}));
    QCOMPARE(receivedSince(3), QStringList{"2"});
}

void UploadJobTest::acceptedRowsThatMayHaveChangedAreNotSent()
{
    sendSomeOfSix();
    // 1 and 2 were accepted; three rows were not, and there are four others.
    const QByteArray bytes = "Account Name,Reference,Source,Type\nACME,1,Web,Mail\nACME,2,Web,Call\n"
                             "ACME,3,Web,Mail\nACME,4,Web,Call\nACME,5,Web,Call\nACME,6,Web,Call\n";
    writeFile(bytes);
    const UploadEntry before = stored();
    const auto job = run(strictPlan(Begin::Resume));
    QVERIFY(job->error());
    QCOMPARE(kindName(job->error()->kind), kindName(ErrorKind::Input));
    QCOMPARE(m_received.size(), 3);
    QCOMPARE(stored(), before);
    // One that is updated by its key may be sent as often as one likes.
    const auto updated = run(plan(Begin::Resume));
    QVERIFY(!updated->error());
    QCOMPARE(m_received.mid(3).size(), 4);
    verifySums(*updated, 6);
}

void UploadJobTest::otherRowsAreNothingToResume_data()
{
    QTest::addColumn<QString>("connection");
    QTest::addColumn<QString>("reference");
    QTest::addColumn<bool>("isSameFile");
    QTest::newRow("another file") << "ACME"
                                  << "activities" << false;
    QTest::newRow("another connection") << "Beta"
                                        << "activities" << true;
    QTest::newRow("another configuration") << "ACME"
                                           << "others" << true;
}

void UploadJobTest::otherRowsAreNothingToResume()
{
    QFETCH(const QString, connection);
    QFETCH(const QString, reference);
    QFETCH(const bool, isSameFile);
    sendSomeOfSix();
    if (!isSameFile)
        writeFile("Account Name,Reference,Source,Type\nACME,x,Web,Call\nACME,y,Web,Call\n");
    m_connection = connection;
    UploadPlan other = strictPlan(Begin::Resume);
    other.file.configuration.reference = reference;
    const auto job = run(other);
    QVERIFY(job->error());
    QCOMPARE(kindName(job->error()->kind), kindName(ErrorKind::Input));
    QVERIFY2(job->error()->text.contains(reference), qPrintable(job->error()->text));
    QCOMPARE(m_received.size(), 3);
    QCOMPARE(stored().counts, (UploadCounts{3, 1, 0, 2}));
}

void UploadJobTest::refusedRowsUnderAnotherNameAreNoUploadToResume()
{
    sendSomeOfSix();
    m_file = m_lake->folder.filePath("refused.csv");
    writeFile("Account Name,Reference,Source,Type\nACME,3,Web,Call\n");
    QVERIFY(run(strictPlan(Begin::Resume))->error());
    QCOMPARE(m_received.size(), 3);
    const auto job = run(strictPlan());
    QVERIFY(!job->error());
    QCOMPARE(receivedSince(3), QStringList{"3"});
}

//! The version before did not write down what rows held.
void UploadJobTest::withoutContentsOnlyTheSameFileIsResumed()
{
    sendSomeOfSix();
    {
        const auto connection = lake::openWriting(m_lake->location());
        VERIFY_OK((*connection)->run("UPDATE lake_upload_rows SET content=''"));
    }
    writeRows(7);
    const auto job = run(strictPlan(Begin::Resume));
    QVERIFY(job->error());
    QCOMPARE(kindName(job->error()->kind), kindName(ErrorKind::Input));
    QCOMPARE(m_received.size(), 3);
    writeRows(6);
    const auto rest = run(strictPlan(Begin::Resume));
    QVERIFY(!rest->error());
    QCOMPARE(receivedSince(3), (QStringList{"5", "6"}));
    QCOMPARE(rest->counts(), (UploadCounts{5, 1, 0, 0}));
}

void UploadJobTest::aFileThatChangedSinceItsCheckIsRefused()
{
    writeRows(5);
    UploadPlan checked = plan(Begin::Restart);
    checked.checkedSha256 = checkFile(checked.file, {})->sha256;
    writeRows(7);
    const auto changed = run(checked);
    QVERIFY(changed->error());
    QVERIFY(changed->error()->text.contains("changed since it was checked"));
    QVERIFY(m_received.isEmpty());
}

void UploadJobTest::aFileThatChangesMeanwhileIsTold()
{
    QByteArray bytes = "Account Name,Reference,Source,Type,Pad\n";
    for (int i = 1; i <= 60; ++i)
        bytes += "ACME," + QByteArray::number(i) + ",Web,Call," + QByteArray(4000, 'x') + '\n';
    writeFile(bytes);
    answer([&](const QString &, int call) {
        if (call == 1) { // behind what is in memory
            QFile file(m_file);
            if (!file.open(QIODevice::ReadWrite) || !file.seek(file.size() - 3) || file.write("y") != 1)
                qFatal("the file cannot be changed");
        }
        return accepted();
    });
    UploadPlan all = plan();
    all.file.mapping.headings.pop_back();
    const auto job = run(all);
    QVERIFY(job->error());
    QVERIFY2(job->error()->text.contains("changed since"), qPrintable(job->error()->text));
    QCOMPARE(job->counts().total(), 60);
    // Found at its end; the rows of the last reading were not sent.
    QVERIFY(job->counts().notSent > 0);
    QCOMPARE(job->counts().unknown, 0);
    QVERIFY(!QFile::exists(m_results)); // whose rows are they?
}

void UploadJobTest::begunBeforeItMustBeTold()
{
    writeRows(4);
    answer([](const QString &, int call) -> Result<net::HttpResponse> {
        return call <= 2 ? accepted() : fail(ErrorKind::Offline, "gone", net::nothingSent);
    });
    run(plan());
    answer([](const QString &, int) { return accepted(); });
    const auto refused = run(plan());
    QVERIFY(refused->error());
    QCOMPARE(kindName(refused->error()->kind), kindName(ErrorKind::Input));
    QCOMPARE(m_received.size(), 2);
    const auto anew = run(plan(Begin::Restart));
    QVERIFY(!anew->error());
    QCOMPARE(m_received.size(), 6);
    // One that has ended may be followed by another.
    const auto next = run(plan());
    QVERIFY(!next->error());
    QCOMPARE(m_received.size(), 10);
}

void UploadJobTest::resultsCanBeWrittenAgain()
{
    writeRows(3);
    UploadPlan without = plan();
    without.results.clear();
    run(without);
    QVERIFY(!QFile::exists(m_results));
    const auto job = run(plan(Begin::Resume));
    QVERIFY(!job->error());
    QCOMPARE(m_received.size(), 3);
    verifySums(*job, 3);
    // Sent again, a results file keeps one set of outcomes.
    QVERIFY(QFile::remove(m_file));
    QVERIFY(QFile::rename(m_results, m_file));
    const auto again = run(plan(Begin::Restart));
    QVERIFY(!again->error());
    QCOMPARE(m_received.size(), 6);
    QCOMPARE(csv(m_results)[0].size(), 7);
    verifySums(*again, 3);
}

void UploadJobTest::resultsThatCannotBeWrittenAreTold()
{
    writeRows(3);
    UploadPlan nowhere = plan();
    nowhere.results = m_lake->folder.filePath("folder/results.csv");
    QVERIFY(QDir().mkpath(m_lake->folder.filePath("folder")));
    answer([this](const QString &, int) {
        QDir().rmdir(m_lake->folder.filePath("folder")); // meanwhile
        return accepted();
    });
    const auto job = run(nowhere);
    QVERIFY(job->error());
    QCOMPARE(kindName(job->error()->kind), kindName(ErrorKind::Storage));
    QCOMPARE(job->counts(), (UploadCounts{3, 0, 0, 0}));
    QCOMPARE(int(stored().state), int(UploadEntry::State::Done));
    verifySums(*run(plan(Begin::Resume)), 3);
    QCOMPARE(m_received.size(), 3);
}

void UploadJobTest::outputsAreLookedAtFirst_data()
{
    QTest::addColumn<QString>("results");
    QTest::addColumn<QString>("refused");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("no folder") << "no/such/results.csv" << QString() << ErrorKind::Storage;
    QTest::newRow("no folder for the refused") << "results.csv"
                                               << "no/such/refused.csv" << ErrorKind::Storage;
    QTest::newRow("the input") << "rows.csv" << QString() << ErrorKind::Input;
    QTest::newRow("each other") << "results.csv"
                                << "x/../results.csv" << ErrorKind::Input;
    QTest::newRow("a workbook") << "results.xlsx" << QString() << ErrorKind::Input;
}

void UploadJobTest::outputsAreLookedAtFirst()
{
    QFETCH(const QString, results);
    QFETCH(const QString, refused);
    QFETCH(const ErrorKind, kind);
    writeRows(3);
    UploadPlan wrong = plan();
    const QFileInfo input(m_file);
    wrong.results = results == "rows.csv" ? m_file : input.dir().filePath(results);
    wrong.refused = refused.isEmpty() ? refused : input.dir().filePath(refused);
    const auto job = run(wrong);
    QVERIFY(job->error());
    QCOMPARE(kindName(job->error()->kind), kindName(kind));
    QCOMPARE(job->uploadId(), 0);
    QCOMPARE(m_received.size(), 0);
}

void UploadJobTest::addedColumnsAreGuarded()
{
    writeRows(2);
    answer([](const QString &, int) -> Result<net::HttpResponse> {
        return net::HttpResponse{422, {}, R"x({"message":"=cmd()","errors":{}})x"};
    });
    const auto job = run(plan());
    QCOMPARE(job->counts(), (UploadCounts{0, 2, 0, 0}));
    const QList<QStringList> written = csv(m_results);
    QCOMPARE(written.size(), 3);
    for (const QStringList &row : written) {
        for (const QString &cell : row.mid(4))
            QVERIFY2(!cell.startsWith('='), qPrintable(cell));
    }
    QVERIFY2(written[1].join('|').contains("=cmd()"), qPrintable(written[1].join('|')));
}

void UploadJobTest::noRefusedRowsNoFile()
{
    writeRows(2);
    UploadPlan both = plan();
    both.refused = m_lake->folder.filePath("refused.csv");
    QFile old(both.refused); // of yesterday: its rows would be sent once more
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.close();
    QVERIFY(!run(both)->error());
    QVERIFY(!QFile::exists(both.refused));
    QVERIFY(QFile::exists(m_results));
}

void UploadJobTest::refusedRowsCanBeSentAgain()
{
    writeRows(9);
    answer([](const QString &reference, int) -> Result<net::HttpResponse> {
        if (reference.toInt() % 4 != 0)
            return accepted();
        return net::HttpResponse{422, {}, R"({"message":"No.","errors":{"Type":["no"]}})"};
    });
    UploadPlan both = plan();
    both.refused = m_lake->folder.filePath("refused.csv");
    const auto job = run(both);
    QCOMPARE(job->counts(), (UploadCounts{7, 2, 0, 0}));
    verifySums(*job, 9);
    QCOMPARE(csv(both.refused),
             (QList<QStringList>{{"Account Name", "Reference", "Source", "Type"},
                                 {"ACME", "4", "Web", "Call"},
                                 {"ACME", "8", "Web", "Call"}}));
}

void UploadJobTest::aHeaderAloneIsDone()
{
    writeRows(0);
    const auto job = run(plan());
    QVERIFY(!job->error());
    QCOMPARE(job->counts(), UploadCounts());
    verifySums(*job, 0);
}

void UploadJobTest::anotherRunHasIt()
{
    writeRows(5);
    m_transport->hold();
    const auto first = make(plan());
    first->start();
    QVERIFY(QTest::qWaitFor([&] { return !m_transport->requests.empty(); }));
    const auto second = run(plan(Begin::Resume));
    QVERIFY(second->error());
    QCOMPARE(kindName(second->error()->kind), kindName(ErrorKind::Busy));
    m_transport->release();
    QVERIFY(test::waitFor(*first));
    QCOMPARE(m_received.size(), 5);
}

void UploadJobTest::setBroken(bool broken)
{
    const auto connection = lake::openWriting(m_lake->location());
    VERIFY_OK(connection);
    const bool isPostgres = test::LakeFixture::isPostgres();
    // A lake of SQLite that has triggers is refused.
    const char *const breaking = isPostgres
        ? "ALTER TABLE lake_upload_rows ADD CONSTRAINT broken CHECK (line<0) NOT VALID"
        : "ALTER TABLE lake_upload_rows RENAME TO lake_upload_rows_away";
    const char *const mending = isPostgres ? "ALTER TABLE lake_upload_rows DROP CONSTRAINT broken"
                                           : "ALTER TABLE lake_upload_rows_away RENAME TO lake_upload_rows";
    VERIFY_OK((*connection)->run(broken ? breaking : mending));
}

void UploadJobTest::aJournalThatFailsOnceLosesNothing_data()
{
    QTest::addColumn<int>("at");
    QTest::newRow("in the midst of the rows") << 60;
    QTest::newRow("at the last one") << 200;
}

// The answers of the rows that were on their way are known when the write fails.
void UploadJobTest::aJournalThatFailsOnceLosesNothing()
{
    QFETCH(const int, at);
    writeRows(200);
    bool broken = false;
    answer([&](const QString &, int call) {
        if (call == at) {
            setBroken(true);
            broken = true;
        }
        return accepted();
    });
    const auto job = make(plan());
    // It is mended while the job waits to write again.
    QTimer mender;
    connect(&mender, &QTimer::timeout, this, [&] {
        if (!broken || m_lake->clock->sleeps.empty())
            return;
        broken = false;
        setBroken(false);
    });
    mender.start(0);
    job->start();
    QVERIFY(test::waitFor(*job));
    QVERIFY2(!job->error(), job->error() ? qPrintable(job->error()->detail) : "");
    QVERIFY(!m_lake->clock->sleeps.empty());
    QCOMPARE(job->counts(), (UploadCounts{200, 0, 0, 0}));
    QCOMPARE(int(stored().state), int(UploadEntry::State::Done));
    QCOMPARE(m_received.size(), 200);
    m_received.removeDuplicates();
    QCOMPARE(m_received.size(), 200);
    verifySums(*job, 200);
}

void UploadJobTest::aJournalThatStaysBrokenSendsNothingTwice()
{
    writeRows(300);
    answer([&](const QString &, int call) {
        if (call == 60)
            setBroken(true);
        return accepted();
    });
    const auto job = run(plan());
    QVERIFY(job->error());
    QCOMPARE(kindName(job->error()->kind), kindName(ErrorKind::Storage));
    using std::chrono::milliseconds;
    // Each of those that send at once may have waited.
    std::vector<milliseconds> waits = m_lake->clock->sleeps;
    waits.erase(std::unique(waits.begin(), waits.end()), waits.end());
    QCOMPARE(waits, (std::vector{milliseconds(200), milliseconds(1'000), milliseconds(4'000)}));
    const qsizetype sent = m_received.size();
    QVERIFY2(sent >= 60 && sent < 200, qPrintable(QString::number(sent)));
    setBroken(false);
    const auto rest = run(plan(Begin::Resume));
    QVERIFY(!rest->error());
    QCOMPARE(rest->counts().notSent, 0);
    QCOMPARE(rest->counts().accepted + rest->counts().unknown, 300);
    QVERIFY(rest->counts().unknown <= 48); // what was marked as sending at the time
    const qsizetype all = m_received.size();
    m_received.removeDuplicates();
    QCOMPARE(m_received.size(), all); // none was sent twice
    verifySums(*rest, 300);
}

QTEST_GUILESS_MAIN(UploadJobTest)
#include "tst_uploadjob.moc"
